"""Relative dates: an age (two hours ago) or a day's name (yesterday), told from the capture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from workers.arabic.dates.day import day_before
from workers.arabic.dates.vocabulary import AGES, COUNTS, NAMED_DAYS, key, one_of

_UNIT: Final = one_of(AGES)
_COUNT: Final = rf"[0-9]{{1,4}}|{one_of(COUNTS)}"
_AGE: Final = re.compile(
    rf"(?<![^\W\d_])(?:منذ|قبل|since)\s(?:حوالي\s|نحو\s)?(?:(?P<count>{_COUNT})\s?)?(?P<unit>{_UNIT})(?:\sواحدة?(?!\w))?"
    rf"(?:\sو\s?[0-9]{{1,2}}\s?{_UNIT})?"
    rf"|(?<![0-9])(?P<english_count>{_COUNT})\s?(?P<english_unit>{_UNIT})\sago(?![^\W\d_])"
    rf"|(?P<name>{one_of(NAMED_DAYS)})"
)
_AGELIKE: Final = re.compile(
    "|".join(sorted({"منذ", "قبل", "since", "ago", *(re.escape(name.split()[0]) for name in NAMED_DAYS)}))
)
"""What a relative date must hold, as cheaply as that can be told."""

_HOURS_A_DAY: Final = 24
_MINUTES_A_DAY: Final = 1440
_LONGEST: Final = 31
"""Days past which an age is no longer counted in days."""


@dataclass(frozen=True, slots=True)
class Age:
    """A relative date at `start:end` of the folded text; `day` is None where it names no single day."""

    day: date | None
    start: int
    end: int


def find_ages(folded: str, captured: date | None) -> Iterator[Age]:
    """Find relative dates in folded, lowered text.

    A page's ages are rounded down and its clock's zone is unknown, so an age gives a day at most, and one in weeks,
    months or years not even that.
    """
    if not _AGELIKE.search(folded):
        return
    for match in _AGE.finditer(folded):
        days = _days(match)
        day = None if days is None or captured is None else day_before(captured, days)
        yield Age(day, match.start(), match.end())


def _days(match: re.Match[str]) -> int | None:
    if match["name"]:
        return NAMED_DAYS[key(match["name"])]
    implied, unit = AGES[key(match["unit"] or match["english_unit"])]
    said = match["count"] or match["english_count"] or implied or "1"
    count = COUNTS[key(said)] if key(said) in COUNTS else int(said)
    match unit:
        case "now":
            return 0
        case "minute":
            return count // _MINUTES_A_DAY
        case "hour":
            return count // _HOURS_A_DAY
        case "day" if count <= _LONGEST:
            return count
        case _:
            return None
