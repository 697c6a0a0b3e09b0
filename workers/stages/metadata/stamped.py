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
from workers.arabic.dates.vocabulary import WEEKDAYS, key, one_of
from workers.arabic.fold import fold, lower
from workers.stages.metadata.publication import DAY_CHARS, Line, latest_day
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.leads import LEAD_CHARS
from workers.stages.page import Page
from workers.stages.segmentation.datings import dating_of, is_dating, names_only

_FIGURE: Final = re.compile(r"\d")
_PRINTED: Final = re.compile(r"\bن[\u064f]?شر في (?P<name>[^\W\d][^\d:،|]{1,30}?) يوم\s")
_TODAY: Final = re.compile(r"(?<!\w)(?:(?:ال|لل)يوم|يومه|هذ[اه](?=\sال))(?=[\s،,/(][^\d\n.]{0,30}\d)")
"""`يومه السبت` and `هذا السبت` are the Maghreb's; of 8 `لليوم` in 6,135 articles all were the day of publication."""
_TODAYS_DATE_CHARS: Final = 48
_BEFORE_DATE: Final = re.compile(r"[\s،,/(]*(?:(?:\w+\s)?(?:الموافق|المصادف)\s)?")
_THAT: Final = ("هذا ", "ذلك ", "نفس ", "ذات ")
"""Days of which texts tell that are long past: `في مثل هذا اليوم، 4 مايو 1975`."""
_WEEKDAY: Final = re.compile(one_of(WEEKDAYS))
_LETTER: Final = re.compile(r"[^\W\d_]")
_TOLD: Final = timedelta(days=7 * 365)
"""Older texts are mostly told again."""
_NEAR: Final = timedelta(days=31)
_WEEKDAY_TODAY: Final = re.compile(rf"(?<!\w)(?:ال|لل)يوم\s{{1,3}}\(?(?P<name>{one_of(WEEKDAYS)})")
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


def todays(texts: Iterable[Quote], captured_at: datetime, *, bare: bool = False) -> Iterator[Line]:
    """Find the dates that running text gives for today: `اليوم الخميس (2 يناير 2025)`, `اليوم الأحد 4 مايو 2025`.

    Of 515 such in 6,135 articles 510 are the day of publication; of 20 that lie on another weekday only six. Without
    parentheses the day must lie in the seven years before the capture, since pages tell older texts again, or the page
    must be nothing but text. Then a day without its year counts as well where its weekday tells the year; on other
    pages where it does so in the month before the capture. Behind a text's beginning only parentheses tell.

    Args:
        texts: the article's headline and its first paragraphs.
        captured_at: when the page was captured.
        bare: whether the page is nothing but text.
    """
    for text in texts:
        for today in _TODAY.finditer(text) if _may_say_today(text) else ():
            words = text.part(today.end(), today.end() + _TODAYS_DATE_CHARS)
            stamps = find_stamps(words, captured_at=captured_at)
            stamp = next((each for each in stamps if bare or not each.relative), next(iter(stamps), None))
            if not (stamp and stamp.value and stamp.precision and _BEFORE_DATE.fullmatch(words, 0, stamp.start)):
                continue
            day = date.fromisoformat(stamp.value[:DAY_CHARS])
            weekdays = {WEEKDAYS[key(name)] for name in _WEEKDAY.findall(lower(fold(words[: stamp.end])))}
            if not weekdays and (stamp.relative or text[: today.start()].endswith(_THAT)):
                continue
            recent = captured_at.date() - day <= (_NEAR if stamp.relative else _TOLD)
            told = not stamp.relative and "(" in words[: stamp.end]
            if weekdays <= {day.isoweekday()} and (told or (today.start() < LEAD_CHARS and (bare or recent))):
                yield Line(words.part(stamp.start, stamp.end), Way.LEAD, firm=False)


def weekday_of(paragraphs: Iterable[Quote]) -> str:
    """Find which weekday the first paragraphs call today; empty where none does."""
    found = (_WEEKDAY_TODAY.search(lower(fold(text))) for text in paragraphs if "اليوم" in text)
    return next((match["name"] for match in found if match), "")


def _may_say_today(text: str) -> bool:
    """Say cheaply whether running text may hold `_TODAY`, for which every letter would be tried."""
    return ("يوم" in text or "هذا ال" in text or "هذه ال" in text) and _FIGURE.search(text) is not None


def beside_names(
    above: Iterable[Quote], opened: Iterable[Quote], below: Iterable[Quote], captured_at: datetime
) -> Iterator[Line]:
    """Find the days that stand beside names no list has, on a line of their own or before the lead, and have come.

    Args:
        above: the lines right above an article's text.
        opened: the beginnings of its first paragraphs; up to the first sentence they may be such lines.
        below: the lines at its end; those that go on behind the date tell of what comes next.
        captured_at: when the page was captured.
    """
    dates = list(filter(is_dating, above))
    for text in opened:
        if is_dating(text):
            dates.append(text)
        elif stamp := dating_of(text):
            dates.append(text.part(stamp.start, stamp.end))
        elif not names_only(text):
            break
    dates += [line for line in below if is_dating(line) and not _LETTER.search(line, find_stamps(line)[-1].end)]
    latest = latest_day(captured_at)
    for line in dates:
        if any(latest >= (each.value or "") for each in find_stamps(line)):
            yield Line(line, Way.DATELINE, firm=False)


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
