"""Dates: in which order a source writes day and month, on which clock, and with which months' names."""

import re
from collections import Counter
from datetime import date, timedelta
from typing import Final

from schemas.enriched_page import PageEvent
from schemas.segment import Owner, SegmentKind
from schemas.source_profile import MOST_NAMES, NAME_CHARS, DateHabits, Named
from workers.arabic.dates.vocabulary import DAY_PARTS, MONTHS, key, one_of
from workers.arabic.fold import fold

_FIGURES: Final = re.compile(r"(?<![0-9/.:-])([0-9]{1,2})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?([0-9]{4})(?![0-9])")
_TIME: Final = re.compile(r"(?<![0-9:.])([0-9]{1,2})\s?:\s?[0-9]{2}(?![0-9])(?::[0-9]{2})?")
_PART: Final = re.compile(one_of(DAY_PARTS))
_MONTH: Final = re.compile(one_of(MONTHS))
_STAMP_CHARS: Final = 160
_MONTHS: Final = 12
_NOON: Final = 12
_NEAR: Final = timedelta(days=2)
"""A page is mostly captured this soon after its publication, so of two readings the one so near is meant."""


class DateBook:
    """What a profile keeps of dates, while it is being learned."""

    def __init__(self, habits: DateHabits) -> None:
        self._orders = [habits.day_first, habits.month_first]
        self._clocks = [habits.clock_24, habits.clock_12]
        self._months = Counter({each.name: each.seen for each in habits.months})

    def learn(self, page: PageEvent, *, day: date) -> None:
        """Learn from the stamps of a page's article.

        Args:
            page: the page.
            day: the day of its capture.
        """
        for each in page.segments:
            if each.kind is SegmentKind.TIMESTAMP and each.owner is Owner.ARTICLE:
                self._note(fold(page.text[each.start : each.end][:_STAMP_CHARS]).lower(), day)

    def habits(self) -> DateHabits:
        """Give what was learned."""
        months = sorted(self._months.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMES]
        return DateHabits(
            day_first=self._orders[0],
            month_first=self._orders[1],
            clock_24=self._clocks[0],
            clock_12=self._clocks[1],
            months=tuple(Named(name=name, seen=seen) for name, seen in months),
        )

    def _note(self, stamp: str, day: date) -> None:
        for match in _FIGURES.finditer(stamp):
            order = _order(int(match[1]), int(match[3]), int(match[4]), day)
            if order is not None:
                self._orders[order] += 1
        for match in _TIME.finditer(stamp):
            if _PART.search(stamp):
                self._clocks[1] += 1
            elif int(match[1]) > _NOON:
                self._clocks[0] += 1
        for match in _MONTH.finditer(stamp):
            self._months[key(match.group())[:NAME_CHARS]] += 1


def _order(first: int, second: int, year: int, captured: date) -> int | None:
    """Say which of two figures must be the month: 0 for the second, 1 for the first, None where either may be."""
    readings = [_date(year, second, first), _date(year, first, second)]
    if readings[0] == readings[1]:
        return None
    for possible in (
        [reading is not None for reading in readings],
        [reading is not None and reading - captured < _NEAR for reading in readings],
        [reading is not None and abs(reading - captured) < _NEAR for reading in readings],
    ):
        if sum(possible) == 1:
            return possible.index(True)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if month <= _MONTHS else None
    except ValueError:
        return None
