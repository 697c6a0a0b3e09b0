"""Stamped lines: what may hold a document's dates, by trust."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from operator import attrgetter
from typing import Final

from schemas.document import Document
from schemas.evidence import Way
from schemas.segment import Segment, SegmentKind
from workers.arabic.dates import Purpose, find_stamps, trailing_label
from workers.stages.metadata.publication import DAY_CHARS, Line
from workers.stages.metadata.quote import Quote
from workers.stages.page import Page

_PRINTED: Final = re.compile(r"\bن[\u064f]?شر في (?P<name>[^\W\d][^\d:،|]{1,30}?) يوم\s")
_TODAY: Final = re.compile(r"اليوم(?<!\w.{5})(?=[\s،,/(][^\d\n.]{0,30}\d)")
_TODAYS_DATE_CHARS: Final = 48
_BEFORE_DATE: Final = re.compile(r"[\s،,/(]*(?:(?:\w+\s)?الموافق\s)?")
_YEAR: Final = timedelta(days=366)
_LABEL_CHARS: Final = 24
_JOINED_CHARS: Final = 200
"""A date over several lines is no longer than this."""


def stamp_lines(page: Page, document: Document, segments: list[Segment]) -> tuple[list[Line], list[Line]]:
    """Gather the stamps' lines, the trusted ones first: before the headline an unlabelled date may be today's."""
    stamps = [each for each in segments if each.kind is SegmentKind.TIMESTAMP]
    if not stamps:
        return [], []
    headline = document.headline.start if document.headline else 0
    firm = document.headline is not None
    stated = [(_labelled_from(page, each), each.end) for each in stamps]
    behind = _lines(page.text, (each for each in stated if each[0] >= headline), firm=firm)
    before = _lines(page.text, (each for each in stated if each[0] < headline), firm=False)
    labelled = before and _is_labelled(before, page.captured_at) and not _is_labelled(behind, page.captured_at)
    return (before, behind) if labelled else (behind, before)


def stuck_to_headlines(headlines: Iterable[Quote]) -> Iterator[Line]:
    """Give the stamps that a headline or a copy of it ends with, where they state their year."""
    for text in headlines:
        for each in find_stamps(text):
            if not any(map(str.isalnum, text[each.end :])):
                yield Line(text.part(each.label_start), Way.HEADLINE, firm=True)


def todays(paragraphs: Iterable[Quote], captured_at: datetime) -> Iterator[Line]:
    """Find the dates that running text gives for today: `اليوم الخميس (2 يناير 2025)`, `اليوم الأحد 4 مايو 2025`.

    Without parentheses the day must lie in the year before the capture: older texts are more often told again.
    """
    for text in paragraphs:
        for today in _TODAY.finditer(text):
            words = text.part(today.end(), today.end() + _TODAYS_DATE_CHARS)
            stamp = next((each for each in find_stamps(words) if not each.relative), None)
            if stamp is None or not stamp.value or not _BEFORE_DATE.fullmatch(words, 0, stamp.start):
                continue
            age = captured_at.date() - date.fromisoformat(stamp.value[:DAY_CHARS])
            if age <= _YEAR or "(" in words[: stamp.end]:
                yield Line(words.part(stamp.start, stamp.end), Way.LEAD, firm=False)


def printed_in(lines: Iterable[Line]) -> Iterator[Quote]:
    """Find the paper that an article was first in, as stores of clippings say: `نشر في الرياض يوم 19 - 03 - 2013`."""
    for line in lines:
        if match := _PRINTED.search(line.text):
            yield line.text.part(*match.span("name"))


def _is_labelled(lines: list[Line], captured_at: datetime) -> bool:
    """Whether one of the dates is said to be that of the publication."""
    stamps = chain.from_iterable(find_stamps(line.text, captured_at=captured_at) for line in lines)
    return any(each.labelled and each.purpose is Purpose.PUBLISHED for each in stamps)


def _labelled_from(page: Page, stamp: Segment) -> int:
    """Tell where a stamp begins, with its label where that is the line above and passed for furniture."""
    at = bisect_left(page.segments, stamp.start, key=attrgetter("start")) - 1
    above = page.segments[at] if at >= 0 else stamp
    if above.kind is not SegmentKind.BOILERPLATE or above.end - above.start > _LABEL_CHARS:
        return stamp.start
    return above.start if trailing_label(page.text[above.start : above.end]) == 0 else stamp.start


def _lines(text: str, spans: Iterable[tuple[int, int]], *, firm: bool) -> list[Line]:
    """Join stamps that only spaces part: a date may stand on three lines."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and end - joined[-1][0] <= _JOINED_CHARS and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [Line(Quote(text[start:end], start), Way.STAMP_LINE, firm) for start, end in joined]
