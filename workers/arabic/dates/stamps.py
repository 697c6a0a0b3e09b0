"""Date stamps: where a line says when something was published or updated, and what it says."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from schemas.document import Precision
from workers.arabic.dates.age import Age, find_ages
from workers.arabic.dates.clock import Clock, find_clocks
from workers.arabic.dates.day import Day, find_days
from workers.arabic.dates.vocabulary import STAMP_WORDS, WEEKDAYS, WORD_START, ZONES, key, one_of
from workers.arabic.fold import fold, fold_aligned, lower

_DATED: Final = re.compile(r"\d\D{1,44}\d{4}|\d\s?[-/.\\–]\s?\w{1,16}\s?[-/.\\–]\s?\d")
"""What a date with a year must hold, as cheaply as that can be told."""
_DIGIT: Final = re.compile(r"\d")
_RELATIVE: Final = re.compile("منذ|قبل|مضت|امس|أمس|اول|أول|اليوم|البارحة|الليلة|ago|today|yesterday")
"""Plain words in lower case, since only for these the search jumps from one first letter to the next."""
_BESIDE: Final = [*STAMP_WORDS, *WEEKDAYS, *ZONES]
_WORD: Final = one_of(_BESIDE)
_GAP_MARKS: Final = ",،;|@/•·()[]:.-–—_~t"
_GAP: Final = re.compile(rf"(?:[\s{re.escape(_GAP_MARKS)}]|{_WORD})*")
_GAP_CHARS: Final = _GAP_MARKS + "".join(filter(str.isspace, map(chr, range(0x3001))))
_LAST_LETTERS: Final = tuple({word.split()[-1].rstrip(_GAP_CHARS) for word in _BESIDE})
"""One of these stands before a stamp, or before the marks and spaces between, if a label does."""
_LABELS: Final = [word for word, purpose in STAMP_WORDS.items() if purpose != "link"]
_GLUED: Final = [label for label in _LABELS if " " in label or label.startswith("ال")]
_LABEL: Final = re.compile(f"{one_of(_LABELS)}|{one_of(_GLUED).removeprefix(WORD_START)}")
"""A label of several words or with the article may be stuck to the name before it."""
_MARK_BEFORE: Final = re.compile(r"(?:\A|[|•·/()\[\]،,:\-–—])\s*\Z")
_MARK_AFTER: Final = re.compile(r"\s*(?:[|•·/()\[\]،,\-–—]|\Z)")
_UPDATE: Final = re.compile(one_of(word for word, purpose in STAMP_WORDS.items() if purpose == "updated"))
_WORDS: Final = re.compile(_WORD)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_FIRST_WORDS: Final = frozenset(match.group() for match in map(_LETTERS.match, _BESIDE) if match)
_LETTERS_OR_DIGITS: Final = re.compile(r"[^\W_]+")
_YEAR_BEHIND: Final = re.compile(r"[\s,،]{1,3}(?P<year>[12][0-9]{3})(?![0-9:/.\-])")
_MONTHLY: Final = re.compile(r"(?<![0-9/.:\-])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![0-9/.:\-])")
_CRAWLED: Final = re.compile(r"\A\W*date\s{1,2}\Z")
_MACHINE: Final = re.compile(r"[0-9]@[0-9]{2}:[0-9]{2}:[0-9]{2}")

_LONGEST_GAP: Final = 48
"""How far a time may stand from its date; the longest gap is a weekday and `في تمام الساعة` with marks around."""
_LABEL_CHARS: Final = 64
_MARK_CHARS: Final = 4
"""A mark and the spaces beside it."""
SHORT_LINE_CHARS: Final = 160
"""Past this a line is running text, in which `أمس` or a day without a year is no stamp."""
_KNOWN_LINES: Final = 1024
"""Several readers ask for one line, and labels with dates recur from page to page of a site."""


class Purpose(StrEnum):
    """What a stamp is the date of."""

    PUBLISHED = "published"
    UPDATED = "updated"
    CAPTURED = "captured"


class Stamp(NamedTuple):
    """A date stamp at `line[start:end]`, code points; labels around it lie outside.

    `label_start` is where the words before it begin that say what it is the date of, `start` where there are none.
    `value` is ISO 8601 as `schemas.document.Metadata.published_at` has it, without `precision` where the line has but a
    month; None where the line names no single day
    (`منذ أسبوع`) or the day can only be told from a capture time that was not given. `relative` says that the
    capture time was needed; `disputed`, that it may choose between day and month; `labelled`, that words before it say
    what it is the date of.
    """

    value: str | None
    precision: Precision | None
    purpose: Purpose
    relative: bool
    disputed: bool
    labelled: bool
    label_start: int
    start: int
    end: int


class StampLine(NamedTuple):
    """The stamps of one line, in order, and how much else the line holds.

    `rest` counts the letters outside stamps, their labels and link words; `mostly` says that the line is hardly
    anything but its stamps.
    """

    stamps: tuple[Stamp, ...]
    rest: int
    mostly: bool


def trailing_label(line: str) -> int:
    """Tell where the label begins that a line ends with, its date being on the next one; the line's end without one."""
    ending = line[-_LABEL_CHARS:]
    folded = lower(fold(ending))
    label, start = _label(folded, 0, len(folded))
    return len(line) - len(ending) + fold_aligned(ending)[1][start] if label else len(line)


def find_stamps(line: str, *, captured_at: datetime | None = None, month_first: bool = False) -> tuple[Stamp, ...]:
    """Find the date stamps of a line, in order and disjoint.

    Args:
        line: one line, or a few that belong together.
        captured_at: when the page was captured; relative dates and days without a year need it.
        month_first: whether 03/04/2025 is the fourth of March where neither weekday nor capture tells.
    """
    return read_stamp_line(line, captured_at=captured_at, month_first=month_first).stamps


def read_stamp_line(line: str, *, captured_at: datetime | None = None, month_first: bool = False) -> StampLine:
    """Find the date stamps of a line and tell whether it holds anything else. Never raises; linear time."""
    day = captured_at.date() if captured_at else None
    if len(line) > SHORT_LINE_CHARS:
        return _read(line, day, short=False, month_first=month_first) if _DATED.search(line) else _NOTHING
    if not _DIGIT.search(line) and not _RELATIVE.search(line.lower()):
        return _NOTHING
    plain = _read_short(line, None, None, False)  # noqa: FBT003  # what is cached takes no keywords
    # Most dates say all by themselves, so that one reading does for segmentation and metadata.
    if (day is None and not month_first) or not any(each.relative or each.disputed for each in plain.stamps):
        return plain
    # Lines without an age need not be told apart by the minute of their capture.
    relative = _RELATIVE.search(line.lower()) is not None
    return _read_short(line, day, captured_at if relative else None, month_first)


@lru_cache(maxsize=_KNOWN_LINES)
def _read_short(line: str, captured: date | None, instant: datetime | None, month_first: bool) -> StampLine:  # noqa: FBT001  # what is cached takes no keywords
    return _read(line, captured, short=True, instant=instant, month_first=month_first)


def _read(
    line: str, captured: date | None, *, short: bool, instant: datetime | None = None, month_first: bool = False
) -> StampLine:
    folded = lower(fold(line))
    found = _dated(folded, captured, short=short, month_first=month_first)
    if short and not found:
        found = _monthly(folded) or _aged(folded, instant)
    if not found:
        return _NOTHING
    rest, inside = _letters(folded, found)
    if len(folded) < len(line):
        _, offsets = fold_aligned(line)
        found = [
            each._replace(label_start=offsets[each.label_start], start=offsets[each.start], end=offsets[each.end])
            for each in found
        ]
    return StampLine(tuple(found), rest, mostly=rest * 2 <= inside)


_NOTHING: Final = StampLine((), 0, mostly=False)


def _dated(folded: str, captured: date | None, *, short: bool, month_first: bool) -> list[Stamp]:
    found = find_days(folded, _latest(captured), month_first=month_first)
    days = [day for day in found if short or not day.inferred]
    if not days:
        return []
    days = _merged(folded, days)
    clocks = [clock for clock in find_clocks(folded) if not _any_overlaps(clock, days)]
    return _stamped(folded, days, clocks)


def _monthly(folded: str) -> list[Stamp]:
    """Find a labelled month of a year, `date 2019-03`; without a label it may as well be two years."""
    for match in _MONTHLY.finditer(folded):
        start, end = match.span()
        label, label_start = _label(folded, 0, start)
        if _CRAWLED.match(folded[:start]):
            label, label_start, start = Purpose.PUBLISHED, 0, 0
        if label is not None:
            return [Stamp(match.group(), None, label, False, False, True, label_start, start, end)]  # noqa: FBT003  # a record's fields
    return []


def _aged(folded: str, captured: datetime | None) -> list[Stamp]:
    """Find the first relative date, or all of them where each has a label.

    A day's name must have a label, a time, or marks or nothing on both sides.
    """
    ages = list(find_ages(folded, captured))
    clocks = find_clocks(folded) if ages else []
    if len(ages) > 1 and all(each.labelled for each in _stamped(folded, ages, clocks)):
        return _stamped(folded, ages, clocks)
    for age in ages:
        found = _stamped(folded, [age], clocks)
        bare = (found[0].start, found[0].end) == (age.start, age.end) and not found[0].labelled
        if not (age.named and bare) or _stands_apart(folded, age) or not _letters(folded, found)[0]:
            return found
    return []


def _stands_apart(folded: str, age: Age) -> bool:
    before = _MARK_BEFORE.search(folded[max(0, age.start - _MARK_CHARS) : age.start])
    return before is not None and _MARK_AFTER.match(folded, age.end) is not None


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
            merged[-1] = counted._replace(start=last.start, end=day.end, hijri=False)
        else:
            merged.append(day)
    return merged


def _any_overlaps(clock: Clock, days: list[Day]) -> bool:
    at = bisect_left(days, clock.end, key=lambda day: day.start)
    return at > 0 and days[at - 1].end > clock.start


def _adjoin(folded: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_GAP and _GAP.fullmatch(folded, start, end) is not None


def _belongs(folded: str, start: int, end: int) -> bool:
    """Whether a time that follows a date is the date's own, and not that of the last update."""
    return _adjoin(folded, start, end) and not _UPDATE.search(folded, start, end)


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
        if right is not None and (clock is None or not time_first) and _belongs(folded, day.end, right.start):
            clock = right
        found.append(_put_together(folded, floor, day, clock))
        floor = found[-1].end
    return found


def _put_together(folded: str, floor: int, day: Day | Age, clock: Clock | None) -> Stamp:
    start = min(day.start, clock.start) if clock else day.start
    end = max(day.end, clock.end) if clock else day.end
    if day.day and (year := _YEAR_BEHIND.match(folded, end)) and int(year["year"]) == day.day.year:
        end = year.end()
    aged = day.time if isinstance(day, Age) else ""
    value = None if day.day is None else f"{day.day.isoformat()}{aged or clock or ''}"
    precision = Precision.SECOND if clock and clock.second is not None else Precision.MINUTE
    if clock is None and not aged:
        precision = Precision.DAY
    label, label_start = _label(folded, floor, start)
    machine = label is None and _MACHINE.search(folded, start, end)
    return Stamp(
        value=value,
        precision=precision if value else None,
        purpose=label or (Purpose.CAPTURED if machine else Purpose.PUBLISHED),
        relative=isinstance(day, Age) or day.inferred,
        disputed=isinstance(day, Day) and day.disputed,
        labelled=label is not None,
        label_start=label_start,
        start=start,
        end=end,
    )


def _label(folded: str, floor: int, start: int) -> tuple[Purpose | None, int]:
    """Read what the words just before a stamp say that it is the date of, and where they begin."""
    first = max(floor, start - _LABEL_CHARS)
    if not folded[first:start].rstrip(_GAP_CHARS).endswith(_LAST_LETTERS):
        return None, start
    label = None
    for match in _LABEL.finditer(folded, first, start):
        label = match
    if label is None or not _adjoin(folded, label.end(), start):
        return None, start
    return Purpose(STAMP_WORDS[key(label.group())]), label.start()


def _letters(folded: str, found: list[Stamp]) -> tuple[int, int]:
    """Count the letters and digits outside (labels and link words left out) and inside the stamps."""
    ends = [0, *(each.end for each in found)]
    starts = [*(each.start for each in found), len(folded)]
    outside = " ".join(folded[end:start] for end, start in zip(ends, starts, strict=True))
    inside = " ".join(folded[each.start : each.end] for each in found)
    rest = _rest(outside) if len(outside) <= SHORT_LINE_CHARS else sum(map(len, _LETTERS.findall(outside)))
    return rest, sum(map(len, _LETTERS_OR_DIGITS.findall(inside)))


def _rest(outside: str) -> int:
    """Count the letters that belong to no label or link word."""
    count = end = 0
    for letters in _LETTERS.finditer(outside):
        if letters.start() < end:
            continue
        # A search would try all words at each letter.
        word = _WORDS.match(outside, letters.start()) if letters.group() in _FIRST_WORDS else None
        if word:
            end = word.end()
        else:
            count += letters.end() - letters.start()
    return count
