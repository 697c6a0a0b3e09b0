"""Relative dates: an age (two hours ago) or a day's name (yesterday), told from the capture."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from workers.arabic.dates.vocabulary import AGES, COUNTS, NAMED_DAYS, WEEKDAYS, key, one_of
from workers.arabic.fold import lower

_UNIT: Final = one_of(AGES)
_COUNT: Final = rf"[0-9]{{1,4}}|{one_of(COUNTS)}"
_AGE: Final = re.compile(
    rf"(?:منذ|(?<![^\W\d_])(?:قبل|since))\s(?:حوالي\s|نحو\s)?(?:(?P<count>{_COUNT})\s?)?(?P<unit>{_UNIT})(?:\sواحدة?(?!\w))?"
    rf"(?:\s{{0,2}}[و,،]\s?(?P<more>[0-9]{{1,2}})\s?(?P<more_unit>{_UNIT}))?"
    rf"|(?<![0-9])(?P<english_count>{_COUNT})\s?(?P<english_unit>{_UNIT})\s(?:ago|مضت)(?![^\W\d_])"
    rf"|(?<!\w)(?P<past>{_UNIT})(?:\sواحدة?)?\sمضت(?!\w)"
    rf"|(?P<name>{one_of(NAMED_DAYS)})"
)
_BARE: Final = re.compile(
    rf"(?:(?:over|about|almost|منذ|قبل|حوالي|نحو|اكثر من)\s)*(?:(?:{_COUNT})\s?)?{_UNIT}(?:\s(?:ago|مضت))?(?!\w)"
)
_AGELIKE: Final = re.compile(
    "|".join(sorted({"منذ", "قبل", "since", "ago", *(re.escape(name.split()[0]) for name in NAMED_DAYS)}))
)
"""What a relative date must hold, as cheaply as that can be told."""

_WEEKDAY: Final = re.compile(rf"[\s،,(]{{1,3}}(?P<name>{one_of(WEEKDAYS)})")
_LONGEST: Final = 31
"""Days past which an age is no longer counted in days."""
_LONGEST_EXACT: Final = timedelta(hours=2)
"""Past this an age in minutes is hardly one of a single minute."""
_UNITS: Final = {
    "now": timedelta(),
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
}


class Age(NamedTuple):
    """A relative date at `start:end` of the folded text.

    `day` is None where it names no single day. `time` is the time of that day, `T10:15Z` by the capture's own clock,
    where the age is given in minutes, else empty. `named` says that it is only a day's name (`أمس`), which may as well
    be a word of running text or of an outlet's name.
    """

    day: date | None
    time: str
    named: bool
    start: int
    end: int


def find_ages(folded: str, captured: datetime | None) -> Iterator[Age]:
    """Find relative dates in folded, lowered text; where the weekday beside one is another's, it names no day.

    An age in minutes gives a minute. Those in hours and days are rounded down, so they give a day at most, and one in
    weeks, months or years not even that.
    """
    for match in _matches(folded):
        age, exact = _length(match)
        instant = _before(captured, age)
        time = "" if instant is None or not exact else f"T{instant:%H:%M}{_offset(instant)}"
        day = None if instant is None or _is_another(folded, match, instant) else instant.date()
        yield Age(day, time, bool(match["name"]), match.start(), match.end())


def _is_another(folded: str, match: re.Match[str], instant: datetime) -> bool:
    """Say whether the weekday behind a day's name is another than the capture would have: `اليوم الاثنين`."""
    weekday = _WEEKDAY.match(folded, match.end()) if match["name"] else None
    return weekday is not None and WEEKDAYS[key(weekday["name"])] != instant.isoweekday()


def age_end(folded: str) -> int:
    """Tell where the age ends that folded text begins with, whether a word says ago or not; 0 without one."""
    bare = _BARE.match(lower(folded))
    return bare.end() if bare else 0


def _matches(folded: str) -> Iterator[re.Match[str]]:
    """Find as `_AGE.finditer` does without trying every letter: nearly all ages begin with what they must hold."""
    if "ago" in folded or "مضت" in folded:
        yield from _AGE.finditer(folded)
        return
    end = 0
    for like in _AGELIKE.finditer(folded):
        if like.start() >= end and (match := _AGE.match(folded, like.start())):
            end = match.end()
            yield match


def _length(match: re.Match[str]) -> tuple[timedelta | None, bool]:
    """Tell how long ago an age is and whether to the minute; None where it is no number of days."""
    if match["name"]:
        return timedelta(days=NAMED_DAYS[key(match["name"])]), False
    implied, unit = AGES[key(match["unit"] or match["english_unit"] or match["past"])]
    said = match["count"] or match["english_count"] or implied
    exact = unit in {"second", "minute"}
    if not said or unit not in _UNITS:
        return (timedelta() if exact else None), False
    count = COUNTS[key(said)] if key(said) in COUNTS else int(said)
    age = _UNITS[unit] * count
    if unit == "hour" and match["more"] and AGES[key(match["more_unit"])][1] == "minute":
        return age + timedelta(minutes=int(match["more"])), True
    return (age if unit != "day" or count <= _LONGEST else None), exact and age <= _LONGEST_EXACT


def _before(captured: datetime | None, age: timedelta | None) -> datetime | None:
    """Count back from the capture; None before the calendar's beginning."""
    if captured is None or age is None:
        return None
    try:
        return captured - age
    except OverflowError:
        return None


def _offset(instant: datetime) -> str:
    offset = instant.strftime("%z")
    return "Z" if offset == "+0000" else f"{offset[:3]}:{offset[3:5]}" if offset else ""
