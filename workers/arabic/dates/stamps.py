"""Date stamps: where a line says when something was published or updated, and what it says."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from schemas.document import Precision
from workers.arabic.dates.age import Age, find_ages
from workers.arabic.dates.clock import Clock, find_clocks
from workers.arabic.dates.day import Day, find_days
from workers.arabic.dates.vocabulary import STAMP_WORDS, WEEKDAYS, ZONES, key, lower, one_of
from workers.arabic.fold import fold_aligned

_DATED: Final = re.compile(r"\d\D{1,44}\d{4}|\d\s?[-/.\\–]\s?\w{1,16}\s?[-/.\\–]\s?\d")
"""What a date with a year must hold, as cheaply as that can be told."""
_DIGIT: Final = re.compile(r"\d")
_RELATIVE: Final = re.compile("منذ|قبل|امس|أمس|اول|أول|اليوم|البارحة|الليلة|ago|today|yesterday")
"""Plain words in lower case, since only for these the search jumps from one first letter to the next."""
_WORD: Final = one_of([*STAMP_WORDS, *WEEKDAYS, *ZONES])
_GAP: Final = re.compile(rf"(?:[\s,،;|@/•·()\[\]:.\-–—_~t]|{_WORD})*")
_LABEL: Final = re.compile(one_of(word for word, purpose in STAMP_WORDS.items() if purpose != "link"))
_WORDS: Final = re.compile(_WORD)
_LETTER: Final = re.compile(r"[^\W\d_]")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_YEAR_BEHIND: Final = re.compile(r"[\s,،]{1,3}(?P<year>[12][0-9]{3})(?![0-9:/.\-])")
_MACHINE: Final = re.compile(r"[0-9]@[0-9]{2}:[0-9]{2}:[0-9]{2}")

_GAP_CHARS: Final = 48
"""How far a time may stand from its date; the longest gap is a weekday and `في تمام الساعة` with marks around."""
_LABEL_CHARS: Final = 64
SHORT_LINE_CHARS: Final = 160
"""Past this a line is running text, in which `أمس` or a day without a year is no stamp."""
_KNOWN_LINES: Final = 1024
"""Several readers ask for one line, and labels with dates recur from page to page of a site."""


class Purpose(StrEnum):
    """What a stamp is the date of."""

    PUBLISHED = "published"
    UPDATED = "updated"
    CAPTURED = "captured"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date stamp at `line[start:end]`, code points; labels around it lie outside.

    `value` is ISO 8601 as `schemas.document.Metadata.published_at` has it; None where the line names no single day
    (`منذ أسبوع`) or the day can only be told from a capture time that was not given. `relative` says that the
    capture time was needed; `labelled`, that words before it say what it is the date of.
    """

    value: str | None
    precision: Precision | None
    purpose: Purpose
    relative: bool
    labelled: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StampLine:
    """The stamps of one line, in order, and how much else the line holds.

    `rest` counts the letters outside stamps, their labels and link words; `mostly` says that the line is hardly
    anything but its stamps.
    """

    stamps: tuple[Stamp, ...]
    rest: int
    mostly: bool


def find_stamps(line: str, *, captured_at: datetime | None = None) -> tuple[Stamp, ...]:
    """Find the date stamps of a line, in order and disjoint.

    Args:
        line: one line, or a few that belong together.
        captured_at: when the page was captured; relative dates and days without a year need it.
    """
    return read_stamp_line(line, captured_at=captured_at).stamps


def read_stamp_line(line: str, *, captured_at: datetime | None = None) -> StampLine:
    """Find the date stamps of a line and tell whether it holds anything else. Never raises; linear time."""
    day = captured_at.date() if captured_at else None
    if len(line) > SHORT_LINE_CHARS:
        return _read(line, day, short=False) if _DATED.search(line) else _NOTHING
    return _read_short(line, day) if _DIGIT.search(line) or _RELATIVE.search(line.lower()) else _NOTHING


@lru_cache(maxsize=_KNOWN_LINES)
def _read_short(line: str, captured: date | None) -> StampLine:
    return _read(line, captured, short=True)


def _read(line: str, captured: date | None, *, short: bool) -> StampLine:
    folded, offsets = fold_aligned(line)
    folded = lower(folded)
    found = _dated(folded, captured, short=short)
    if short and not found:
        found = _aged(folded, captured)
    if not found:
        return _NOTHING
    rest, inside = _letters(folded, found)
    if len(folded) < len(line):
        found = [replace(each, start=offsets[each.start], end=offsets[each.end]) for each in found]
    return StampLine(tuple(found), rest, mostly=rest * 2 <= inside)


_NOTHING: Final = StampLine((), 0, mostly=False)


def _dated(folded: str, captured: date | None, *, short: bool) -> list[Stamp]:
    days = [day for day in find_days(folded, _latest(captured)) if short or not day.inferred]
    if not days:
        return []
    days = _merged(folded, days)
    clocks = [clock for clock in find_clocks(folded) if not _any_overlaps(clock, days)]
    return _stamped(folded, days, clocks)


def _aged(folded: str, captured: date | None) -> list[Stamp]:
    ages = list(find_ages(folded, captured))[:1]
    return _stamped(folded, ages, find_clocks(folded)) if ages else []


def _latest(captured: date | None) -> date | None:
    """The last day that the page can be of, wherever on earth its clock hangs."""
    if captured is None:
        return None
    return captured if captured == date.max else captured + timedelta(days=1)


def _merged(folded: str, days: list[Day]) -> list[Day]:
    """Make one of a Hijri date and the Gregorian one beside it; the Gregorian one counts."""
    merged = [days[0]]
    for day in days[1:]:
        last = merged[-1]
        if last.hijri != day.hijri and _adjoin(folded, last.end, day.start):
            counted = day if last.hijri else last
            merged[-1] = replace(counted, start=last.start, end=day.end, hijri=False)
        else:
            merged.append(day)
    return merged


def _any_overlaps(clock: Clock, days: list[Day]) -> bool:
    at = bisect_left(days, clock.end, key=lambda day: day.start)
    return at > 0 and days[at - 1].end > clock.start


def _adjoin(folded: str, start: int, end: int) -> bool:
    return end - start <= _GAP_CHARS and _GAP.fullmatch(folded, start, end) is not None


def _stamped(folded: str, days: Sequence[Day | Age], clocks: list[Clock]) -> list[Stamp]:
    """Give each date the time beside it. The line's first pair tells whether times stand before or after dates."""
    starts = [clock.start for clock in clocks]
    before = [clocks[at - 1] if (at := bisect_left(starts, day.start)) else None for day in days]
    after = [clocks[at] if (at := bisect_left(starts, day.end)) < len(clocks) else None for day in days]
    time_first = before[0] is not None and _adjoin(folded, before[0].end, days[0].start)
    found: list[Stamp] = []
    floor = 0
    for day, left, right in zip(days, before, after, strict=True):
        clock = None
        if left is not None and left.start >= floor and _adjoin(folded, left.end, day.start):
            clock = left
        if right is not None and (clock is None or not time_first) and _adjoin(folded, day.end, right.start):
            clock = right
        found.append(_put_together(folded, floor, day, clock))
        floor = found[-1].end
    return found


def _put_together(folded: str, floor: int, day: Day | Age, clock: Clock | None) -> Stamp:
    start = min(day.start, clock.start) if clock else day.start
    end = max(day.end, clock.end) if clock else day.end
    if day.day and (year := _YEAR_BEHIND.match(folded, end)) and int(year["year"]) == day.day.year:
        end = year.end()
    value = None if day.day is None else f"{day.day.isoformat()}{clock or ''}"
    precision = Precision.DAY if clock is None else Precision.MINUTE if clock.second is None else Precision.SECOND
    label = _label(folded, floor, start)
    machine = label is None and _MACHINE.search(folded, start, end)
    return Stamp(
        value=value,
        precision=precision if value else None,
        purpose=label or (Purpose.CAPTURED if machine else Purpose.PUBLISHED),
        relative=isinstance(day, Age) or day.inferred,
        labelled=label is not None,
        start=start,
        end=end,
    )


def _label(folded: str, floor: int, start: int) -> Purpose | None:
    """Read what the words just before a stamp say that it is the date of."""
    label = None
    for match in _LABEL.finditer(folded, max(floor, start - _LABEL_CHARS), start):
        label = match
    if label is None or not _adjoin(folded, label.end(), start):
        return None
    return Purpose(STAMP_WORDS[key(label.group())])


def _letters(folded: str, found: list[Stamp]) -> tuple[int, int]:
    """Count the letters and digits outside (labels and link words left out) and inside the stamps."""
    ends = [0, *(each.end for each in found)]
    starts = [*(each.start for each in found), len(folded)]
    outside = " ".join(folded[end:start] for end, start in zip(ends, starts, strict=True))
    if len(outside) <= SHORT_LINE_CHARS:
        outside = _WORDS.sub(" ", outside)
    inside = "".join(folded[each.start : each.end] for each in found)
    return len(_LETTER.findall(outside)), len(_LETTER_OR_DIGIT.findall(inside))
