"""Furniture: the lines that stand on several pages of one source beside different articles."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final

from schemas.enriched_page import PageEvent
from schemas.segment import SegmentKind
from schemas.source_profile import (
    LINE_CHARS,
    MOST_CANDIDATES,
    MOST_KINDS,
    MOST_LINES,
    KindCount,
    RecurringLine,
    SourceProfile,
)
from workers.arabic.fold import fold
from workers.profiles.packing import mark_of, pack_marks, unpack_marks

_WHOLE_CHARS: Final = 130
"""Up to this length a line is compared as a whole, as segmentation does."""
_HEAD_CHARS: Final = 80
"""So much of a longer line is compared, with its length: enough to tell lines apart, and few bytes in a profile."""
_CORE: Final = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_NUMBER: Final = re.compile(r"\d+")
_LINES_A_SIDE: Final = 100
"""So many lines at a page's beginning and at its end are learned from: furniture stands there, and no page shall push
all others' lines out of memory."""
_STALE: Final = timedelta(days=60)

_PASSED_OVER: Final = frozenset({SegmentKind.TIMESTAMP, SegmentKind.KEYWORDS, SegmentKind.EMBED})
"""Kinds that say something else on each page, in words that recur."""
_OWN: Final = frozenset({SegmentKind.HEADLINE, SegmentKind.PARAGRAPH})
_OTHERS: Final = frozenset({SegmentKind.TEASER_HEADLINE, SegmentKind.TEASER_PARAGRAPH, SegmentKind.RELATED_ITEM})
_LABELS: Final = frozenset({SegmentKind.TEASER_LABEL, SegmentKind.RELATED_LABEL})

_SURE: Final = 3
"""Beside so many articles a line is furniture that was judged so."""
_CLEAR: Final = 0.95
"""As what a line was judged on that share of its pages, it may be taken to be; else only that it is no text."""
_SURE_OF_TEXT: Final = 4
_RATE: Final = 0.1
"""A line that was judged to be text is furniture where one of 10 articles has it: a rubric's title comes less often."""
_RATE_OF_OTHERS: Final = 0.25
_DAYS_OF_TEXT: Final = 2
_OTHERS_SPREAD: Final = timedelta(days=14)
"""What is most read stays for days on every page; what stays longer is no headline."""


class Standing(StrEnum):
    """What a known line is to the pages of its source."""

    FURNITURE = "furniture"
    TEXT = "text"
    """Furniture that looks like an article's text and was judged to be some."""
    LABEL = "label"
    """The label of a teaser or of related headlines: known, and a label all the same."""
    FIXED = "fixed"
    """A promo, a byline, a credit, a caption: no text of an article's, whatever else it is."""


def line_key(line: str) -> str:
    """Make the form in which a source's lines are compared; empty for a line without a letter or a digit.

    Folded, in lower case, without marks at the edges, each number as 0, since counts of comments or the year of a
    copyright change; of a line past 130 characters its beginning and its length.
    """
    if len(line) > _WHOLE_CHARS:
        return f"{_NUMBER.sub('0', fold(line[:_HEAD_CHARS]).lower())}…{len(line)}"
    core = _CORE.search(fold(line).lower())
    return _NUMBER.sub("0", core.group()) if core else ""


def standing_of(line: RecurringLine, articles: int) -> Standing | None:
    """Say what a recurring line is; None where its recurrence does not tell yet.

    What it was judged to be counts only where it is no text: a wrong judgement delays what recurrence says, and
    cannot outvote it.

    Args:
        line: the line.
        articles: how many different articles its source has shown.
    """
    kinds = Counter({each.kind: each.seen for each in line.kinds})
    own = sum(kinds[kind] for kind in _OWN)
    others = sum(kinds[kind] for kind in _OTHERS)
    rest = line.seen - own - others
    if rest >= max(own, others):
        if line.seen < _SURE:
            return None
        if kinds[SegmentKind.BOILERPLATE] >= _CLEAR * line.seen:
            return Standing.FURNITURE
        return Standing.LABEL if sum(kinds[kind] for kind in _LABELS) >= _CLEAR * line.seen else Standing.FIXED
    rate = _RATE_OF_OTHERS if others > own else _RATE
    frequent = line.seen >= _SURE_OF_TEXT and line.seen >= rate * (articles - line.since)
    lasting = line.last_day - line.first_day >= _OTHERS_SPREAD if others > own else line.days >= _DAYS_OF_TEXT
    return Standing.TEXT if frequent and lasting else None


@dataclass(slots=True)
class _Count:
    seen: int
    since: int
    days: int
    first_day: date
    last_day: date
    kinds: Counter[SegmentKind] = field(default_factory=Counter)


class FurnitureBook:
    """What a profile keeps of lines, while it is being learned.

    Lines seen once are kept as hashes, the oldest falling out first; a line seen beside a second article is kept in
    words. Of too many of these, the ones go first that were not seen for 60 days, then the least frequent.
    """

    def __init__(self, profile: SourceProfile | None) -> None:
        self._candidates = dict.fromkeys(unpack_marks(profile.candidates)) if profile else {}
        self._lines = {each.line: _count(each) for each in profile.lines} if profile else {}

    def learn(self, page: PageEvent, *, articles: int, day: date) -> None:
        """Learn from the lines of a page whose article is a new one, each line once.

        Args:
            page: the page.
            articles: how many articles came before.
            day: the day of its capture.
        """
        for key, kind in _keys(page).items():
            count = self._lines.get(key)
            if count is not None:
                count.seen += 1
                count.days += day != count.last_day
                count.first_day, count.last_day = min(count.first_day, day), max(count.last_day, day)
                count.kinds[kind] += 1
                continue
            mark = mark_of(key)
            if mark in self._candidates:
                del self._candidates[mark]
                # Of the first sight only the hash is left; the kind is taken to have been the same.
                self._lines[key] = _Count(2, max(0, articles - 1), 1, day, day, Counter({kind: 2}))
            else:
                self._candidates[mark] = None
        for mark in list(islice(self._candidates, max(0, len(self._candidates) - MOST_CANDIDATES))):
            del self._candidates[mark]
        if len(self._lines) > MOST_LINES:
            self._evict(articles + 1, day)

    def lines(self) -> tuple[RecurringLine, ...]:
        """Give the recurring lines, the most frequent first."""
        ordered = sorted(self._lines.items(), key=lambda item: (-item[1].seen, item[0]))
        return tuple(
            RecurringLine(
                line=line,
                seen=count.seen,
                since=count.since,
                days=count.days,
                first_day=count.first_day,
                last_day=count.last_day,
                kinds=tuple(KindCount(kind=kind, seen=seen) for kind, seen in _ranked(count.kinds)),
            )
            for line, count in ordered
        )

    def candidates(self) -> bytes:
        """Give the hashes of the lines seen once."""
        return pack_marks(self._candidates)

    def _evict(self, articles: int, day: date) -> None:
        def worth(line: str) -> tuple[bool, float, str]:
            count = self._lines[line]
            return day - count.last_day <= _STALE, count.seen / max(1, articles - count.since), line

        for line in sorted(self._lines, key=worth)[: len(self._lines) - MOST_LINES]:
            del self._lines[line]


def _count(line: RecurringLine) -> _Count:
    kinds = Counter({each.kind: each.seen for each in line.kinds})
    return _Count(line.seen, line.since, line.days, line.first_day, line.last_day, kinds)


def _ranked(kinds: Counter[SegmentKind]) -> list[tuple[SegmentKind, int]]:
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))[:MOST_KINDS]


def _keys(page: PageEvent) -> dict[str, SegmentKind]:
    """Give the page's lines, each with the kind that it was judged to be where it stands first."""
    keys: dict[str, SegmentKind] = {}
    lines = list(_lines(page))
    if len(lines) > 2 * _LINES_A_SIDE:
        lines = lines[:_LINES_A_SIDE] + lines[-_LINES_A_SIDE:]
    for line, kind in lines:
        key = line_key(line).encode("utf-8", "replace").decode()
        if key and len(key) <= LINE_CHARS:
            keys.setdefault(key, kind)
    return keys


def _lines(page: PageEvent) -> Iterator[tuple[str, SegmentKind]]:
    for segment in page.segments:
        if segment.kind not in _PASSED_OVER:
            for line in page.text[segment.start : segment.end].splitlines():
                if stripped := line.strip():
                    yield stripped, segment.kind
