"""Days of the calendar: which day the figures and names of a date mean, or that they mean none."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from hijridate import Hijri

from workers.arabic.dates.vocabulary import HIJRI_MONTHS, MONTHS, WEEKDAYS, WORD_START, key, one_of

_MONTH: Final = one_of(MONTHS)
_ANY_MONTH: Final = one_of([*MONTHS, *HIJRI_MONTHS])
_WEEKDAY: Final = one_of(WEEKDAYS)
_GLUED_WEEKDAY: Final = one_of(name for name in WEEKDAYS if name.startswith("ال")).removeprefix(WORD_START)
"""A weekday that stands right behind a label or a name, as the article tells."""
_BARE_WEEKDAYS: Final = {name.removeprefix("ال"): day for name, day in WEEKDAYS.items() if name.startswith("ال")}
_BARE_WEEKDAY: Final = one_of(_BARE_WEEKDAYS)
"""One without the article counts with a comma behind it, as Drupal writes it; else it is a word or a name."""
_ERA: Final = r"(?:\s{0,2}(?P<era>ه(?:ـ|جري[اة]?)?|م(?:يلادي[اة]?)?)(?![^\W\d_])\.?)?"
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_FIGURES: Final = re.compile("[0-9]+")

_NUMERIC: Final = re.compile(
    r"(?<![0-9a-z/_])(?<![0-9][.:])"
    rf"(?P<first>[0-9]{{1,4}})\s?(?P<mark>[-/.\\–_])\s?(?P<middle>[0-9]{{1,2}}|{_ANY_MONTH})\s?(?P=mark)\s?"
    rf"(?P<last>[0-9]{{1,4}})(?:(?![0-9])|(?<=[0-9]{{4}})(?=[0-9]{{2}}:[0-9]{{2}}))(?!(?P=mark)[0-9]){_ERA}"
)
_NAMED: Final = re.compile(
    rf"(?<![0-9a-z])(?<![0-9][.:/])(?P<day>[0-9]{{1,2}}){_ORDINAL}[\s,،./\-–]{{0,3}}(?:من\s)?(?:شهر\s)?(?P<month>{_ANY_MONTH})"
    rf"(?:(?:\s?[/(\-]\s?|\s)(?P<also>{_MONTH})\s?\)?)?(?:[\s,،./\-–]{{0,3}}(?P<year>[0-9]{{4}})(?:(?![0-9])|(?=[0-9]{{2}}:[0-9]{{2}})))?{_ERA}"
)
_MONTH_FIRST: Final = re.compile(
    rf"(?P<month>{_MONTH})(?:\s?[/(]\s?(?P<also>{_MONTH})\s?\)?)?[\s.,،]{{1,3}}(?P<day>[0-9]{{1,2}})(?![0-9:]){_ORDINAL}(?:[\s,،]{{1,3}}(?P<year>[0-9]{{4}})(?![0-9:]))?"
)
_GLUED_MONTH_FIRST: Final = re.compile(
    rf"(?<=[^\W\d_])(?P<month>{_MONTH.removeprefix(WORD_START)})[\s.,،]{{1,3}}(?P<day>[0-9]{{1,2}})[\s,،]{{1,3}}(?P<year>[0-9]{{4}})(?![0-9:])"
)
"""Behind a name's last letter only with all of its parts."""
_YEAR_FIRST: Final = re.compile(
    rf"(?<![0-9a-z/.:])(?P<year>[12][0-9]{{3}})(?:[\s,،-]{{1,3}}(?P<month>{_ANY_MONTH})[\s,،-]{{1,3}}(?P<day>[0-9]{{1,2}})(?![0-9:])"
    rf"|\s?[,،]\s?(?P<first>[0-9]{{1,2}})\s(?P<behind>{_ANY_MONTH})(?!\W{{1,3}}[12][0-9]{{3}}))"
)
"""`2019 سبتمبر 14`, and behind a comma `2019، 14 سبتمبر` where no other year follows."""
_MONTH_FIRST_TAIL: Final = re.compile(r"(?<=[\s.,،])[0-9]{1,2}(?:st|nd|rd|th)?[\s,،]{1,3}[0-9]")
_WEEKDAY_BEFORE: Final = re.compile(
    rf"(?:(?P<name>{_WEEKDAY}|{_GLUED_WEEKDAY})[\s,،./:|()\-–]{{0,4}}|(?P<bare>{_BARE_WEEKDAY})[,،]\s?)\Z"
)
_WEEKDAY_AFTER: Final = re.compile(rf"[\s,،./:|()\-–]{{0,4}}(?P<name>{_WEEKDAY})")
_LATE_YEAR: Final = re.compile(
    r"[\s,،|\-–]{0,3}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[\s,،]{1,3}(?:[^\W\d_]{1,6}\.?[\s,،]{1,3}){0,2}(?P<year>[12][0-9]{3})(?![0-9:/.\-])"
)
_SLASHED: Final = re.compile(
    r"\W*(?P<first>[0-9]{1,2})/(?P<last>[0-9]{1,2})(?=[\s|,،–-]{1,4}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\W*\Z)"
)
"""Day and month in figures without a year, with nothing but a time of day beside them."""
_SPACED: Final = re.compile(
    r"(?P<first>[12][0-9]{3})\s(?P<middle>0[1-9]|1[0-2])\s(?P<last>0[1-9]|[12][0-9]|3[01])(?P<era>\sه)?(?=[^\w\n]*(?:\Z|\n))"
)
"""Year, month and day in figures with spaces between them, alone on a line and with all their digits."""
_REACH: Final = 24
"""Characters within which a weekday beside a date begins."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
_HIJRI_YEARS: Final = range(1343, 1501)
"""The years of the Umm al-Qura calendar's tables, 1924 to 2077."""
_YEAR_DIGITS: Final = 4
_SHORT_YEAR_DIGITS: Final = 2
_YEARS_BACK: Final = 11
_RECENT_DAYS: Final = 31
"""Of two days that figures may mean, the one is meant that was so shortly before the capture."""


class Day(NamedTuple):
    """A date at `start:end` of the folded text, its weekday included.

    `day` is None where the page gives no year and there is no capture time to tell it by; `inferred` says that the
    year is not the page's own, `disputed` that nothing in the text tells day from month. A Hijri date is already
    converted, by Saudi Arabia's calendar.
    """

    day: date | None
    hijri: bool
    inferred: bool
    disputed: bool
    start: int
    end: int


def find_days(folded: str, latest: date | None, *, month_first: bool = False) -> list[Day]:
    """Find the dates in folded, lowered text, in order and disjoint; impossible ones are left out.

    Args:
        folded: the text.
        latest: the last day that a date can reasonably mean: evidence for the order of day and month, and for a
            year that the page leaves out.
        month_first: whether the month comes first where nothing else tells, the year being last.
    """
    days: list[Day] = []
    for match in _candidates(folded):
        if days and match.start() < days[-1].end:
            continue
        start, end, weekday = _with_weekday(folded, match.start(), match.end())
        if match.re is _SLASHED:
            start, day = match.start("first"), _read_slashed(match, latest)
        elif "middle" in match.re.groupindex:
            day = _read_numeric(match, weekday, latest, month_first=month_first)
        else:
            day = _read_named(match, weekday, latest)
        if day is not None:
            start = max(start, days[-1].end) if days else start
            days.append(Day(*day, start, end))
    return days


def _candidates(folded: str) -> list[re.Match[str]]:
    figures = [match.start() for match in _FIGURES.finditer(folded)]
    if not figures:
        return []
    found = _at_figures(_NUMERIC, folded, figures) + _at_figures(_NAMED, folded, figures)
    if len(figures) > 1 and (years := [start for start in figures if folded[start + 3 : start + 4].isdigit()]):
        found += _at_figures(_YEAR_FIRST, folded, years)
    if len(figures) > 1 and _MONTH_FIRST_TAIL.search(folded):
        found += _MONTH_FIRST.finditer(folded)
        found += _GLUED_MONTH_FIRST.finditer(folded)
    if not found and (alone := _SLASHED.match(folded) or _SPACED.match(folded)):
        return [alone]
    # Of two that begin together or overlap, the one that states its year is the date.
    return sorted(found, key=lambda match: (match.start(), -match.end())) if len(found) > 1 else found


def _at_figures(pattern: re.Pattern[str], folded: str, figures: Sequence[int]) -> list[re.Match[str]]:
    """Find as `finditer` does, for a pattern that begins with a row of figures, without trying every letter."""
    found: list[re.Match[str]] = []
    end = 0
    for start in figures:
        if start >= end and (match := pattern.match(folded, start)):
            end = match.end()
            found.append(match)
    return found


def _with_weekday(folded: str, start: int, end: int) -> tuple[int, int, int | None]:
    offset = max(0, start - _REACH)
    if before := _WEEKDAY_BEFORE.search(folded[offset:start]):
        bare = before["bare"]
        return offset + before.start(), end, _BARE_WEEKDAYS[key(bare)] if bare else WEEKDAYS[key(before["name"])]
    if after := _WEEKDAY_AFTER.match(folded, end, end + _REACH):
        return start, after.end(), WEEKDAYS[key(after["name"])]
    return start, end, None


def _read_numeric(
    match: re.Match[str], weekday: int | None, latest: date | None, *, month_first: bool
) -> tuple[date | None, bool, bool, bool] | None:
    first, middle, last = match["first"], match["middle"], match["last"]
    named = not middle[0].isdigit()
    if len(first) == _YEAR_DIGITS and len(last) <= _SHORT_YEAR_DIGITS:
        year, one, other = int(first), last, middle
    elif len(first) <= _SHORT_YEAR_DIGITS and len(last) == _YEAR_DIGITS:
        year, one, other = int(last), first, middle
    elif len(first) == len(last) == _SHORT_YEAR_DIGITS and len(middle) == _SHORT_YEAR_DIGITS and match["mark"] in "/.":
        year, one, other = 2000 + int(last), first, middle
    elif len(first) == len(last) == _SHORT_YEAR_DIGITS and not named and weekday is not None:
        return _read_short_year(int(first), int(middle), int(last), weekday)
    else:
        return None
    if named:
        name = key(middle)
        hijri = name in HIJRI_MONTHS
        day = _make(year, HIJRI_MONTHS[name] if hijri else MONTHS[name], int(one), hijri=hijri)
        return None if day is None else (day, hijri, False, False)
    hijri = _is_hijri(year, match["era"])
    orders = ((other, one), (one, other)) if month_first and one == first else ((one, other), (other, one))
    readings = [_make(year, int(month), int(day), hijri=hijri) for day, month in orders]
    possible = [day for day in readings if day is not None]
    day = _settle(possible, weekday, latest)
    disputed = len(set(possible)) > 1 and sum(each.isoweekday() == weekday for each in possible) != 1
    return None if day is None else (day, hijri, False, disputed)


def _read_short_year(first: int, middle: int, last: int, weekday: int) -> tuple[date | None, bool, bool, bool] | None:
    """Read `24-12-09` where the weekday beside it allows for one order of day, month and year only."""
    orders = ((last, middle, first), (last, first, middle), (first, middle, last))
    days = {_make(2000 + year, month, day, hijri=False) for year, month, day in orders}
    agreeing = [day for day in days if day is not None and day.isoweekday() == weekday]
    return (agreeing[0], False, False, False) if len(agreeing) == 1 else None


def _read_slashed(match: re.Match[str], latest: date | None) -> tuple[date | None, bool, bool, bool] | None:
    """Read day and month, in whatever order, by the capture: the only day that they can mean, or the recent one."""
    one, other = int(match["first"]), int(match["last"])
    if all(_make(2000, month, day, hijri=False) is None for day, month in ((one, other), (other, one))):
        return None
    meant = {_without_year(month, day, None, latest) for day, month in ((one, other), (other, one))} - {None}
    return (next(iter(meant)) if len(meant) == 1 else None), False, True, False


def _settle(possible: list[date], weekday: int | None, latest: date | None) -> date | None:
    """Choose between two orders of day and month: what the weekday says, what is not in the future, else the first."""
    for evidence in (
        [day for day in possible if day.isoweekday() == weekday],
        [day for day in possible if latest is not None and day <= latest],
    ):
        if evidence:
            return evidence[0]
    return possible[0] if possible else None


def _read_named(
    match: re.Match[str], weekday: int | None, latest: date | None
) -> tuple[date | None, bool, bool, bool] | None:
    groups = match.groupdict()
    month, day = key(match["month"] or groups["behind"]), int(match["day"] or groups["first"])
    hijri = month in HIJRI_MONTHS
    number = HIJRI_MONTHS[month] if hijri else MONTHS[month]
    also = groups.get("also")
    if also is not None and not hijri and MONTHS[key(also)] != number:
        return None
    late = match if match["year"] else _LATE_YEAR.match(match.string, match.end())
    if late is not None:
        stated = _make(int(late["year"]), number, day, hijri=hijri)
        return None if stated is None else (stated, hijri, False, False)
    if hijri or _make(2000, number, day, hijri=False) is None:
        return None
    return _without_year(number, day, weekday, latest), False, True, False


def _without_year(month: int, day: int, weekday: int | None, latest: date | None) -> date | None:
    """Find the last such day up to `latest`: of any year that the weekday beside it agrees with, else a recent one.

    A page may be captured years after it was written, so that a day long past is of no year in particular.
    """
    if latest is None:
        return None
    years = range(latest.year, max(FIRST_YEAR, latest.year - _YEARS_BACK), -1)
    past = [each for year in years if (each := _make(year, month, day, hijri=False)) is not None and each <= latest]
    if weekday is not None:
        return next((each for each in past if each.isoweekday() == weekday), None)
    return next((each for each in past if (latest - each).days <= _RECENT_DAYS), None)


def _is_hijri(year: int, era: str | None) -> bool:
    return year in _HIJRI_YEARS if era is None else era.startswith("ه")


def _make(year: int, month: int, day: int, *, hijri: bool) -> date | None:
    try:
        if hijri:
            converted = Hijri(year, month, day).to_gregorian()
            return date(converted.year, converted.month, converted.day)
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except (ValueError, OverflowError):
        return None
