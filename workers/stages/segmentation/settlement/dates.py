"""Dates: which are given to the article, and which to the masthead."""

import re
from collections.abc import Sequence
from typing import Final

from workers.arabic.dates import read_stamp_line
from workers.arabic.fold import fold
from workers.stages.segmentation.datings import dates_names
from workers.stages.segmentation.features.look import is_sites
from workers.stages.segmentation.features.menus import joins_sections, names_sections
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.settlement.mastheads import (
    is_below_buttons,
    is_below_offices,
    is_clock,
    is_plain_today,
    is_today,
    is_within_masthead,
    may_stand_between,
)
from workers.stages.segmentation.states import ARTICLE, MASTHEAD, TEXT, TITLES

_STAMPS: Final = frozenset({"pre_stamp", "stamp", "tail_stamp"})
_WORDS: Final = re.compile(r"[^\W\d_]+")
_OWN: Final = ARTICLE | {"byline", "caption", "head_credit"}
_DAY_CHARS: Final = 10
_MASTHEAD_LINES: Final = 5
"""A masthead's date is among a page's first lines."""
_HEAD_LINES: Final = 4
"""A section, a breadcrumb and a copy that is cut off may stand between a date and the headline."""
_MENU_LINES: Final = 3
"""So many sections' names, a line each, make a menu."""


def settle_dates(lines: Sequence[Line], states: Sequence[str], day: str | None = None) -> list[str]:
    """Give dates to the masthead that are no article's.

    They are none's where there is no article, where it has another date below its headline, where more of the
    masthead follows: its editors, its motto, or where the page's address tells another month.

    Args:
        lines: the page's parts.
        states: what each was judged to be.
        day: the day or month in the page's address, if it tells one.
    """
    if ARTICLE.isdisjoint(states):
        return ["mast_stamp" if state in _STAMPS else state for state in states]
    if "pre_stamp" in states and ("stamp" in states or is_within_masthead(lines, states)):
        return ["mast_stamp" if state == "pre_stamp" else state for state in states]
    settled = list(states)
    for place, state in enumerate(states):
        if state == "pre_stamp" and (
            is_clock(lines[place].text)
            or (day is not None and _is_of_another_month(lines[place].text, day))
            or is_below_buttons(lines, place)
            or is_below_offices(lines, place)
            or (place == 0 and states[1:2] == ["masthead"] and is_today(lines[0].text))
            or (place == 0 and states[1:2] == ["headline"] and is_plain_today(lines[0].text))
        ):
            settled[place] = "mast_stamp"
        elif (
            state == "teaser_age"
            and place > 0
            and settled[place - 1] == "tail_stamp"
            and _tell_one_day(lines[place - 1], lines[place])
        ):
            settled[place] = "tail_stamp"
        elif state == "headline" and dates_names(lines[place].text):
            settled[place] = "pre_stamp"
    return settled


def _tell_one_day(first: Line, second: Line) -> bool:
    """Say whether two lines are dates of one day: an article's, as a publishing system keeps them."""
    day = _first_day(first)
    return day is not None and day == _first_day(second)


def _first_day(line: Line) -> str | None:
    """Read the first date of a line; where it tells no day, its month or year."""
    return next((each.value[:_DAY_CHARS] for each in read_stamp_line(line.text).stamps if each.value), None)


def _is_of_another_month(text: str, day: str) -> bool:
    """Say whether the dates of a line without a label are of other months than one, and not of its neighbours."""
    stamps = read_stamp_line(text).stamps
    months = [_month(each.value) for each in stamps if each.value and not (each.labelled or each.relative)]
    return len(months) == len(stamps) > 0 and all(abs(month - _month(day)) > 1 for month in months)


def _month(iso: str) -> int:
    """Count the months up to an ISO date's."""
    return int(iso[:4]) * 12 + int(iso[5:7])


def settle_only_date(lines: Sequence[Line], states: list[str], day: str | None = None) -> list[str]:
    """Give the article the masthead's date where it has none, and the date can hardly be another's.

    It can hardly be where the page's address tells the same day, or its month, where it shares the lead's line, where
    it stands below a copy of the headline, where nothing but dates stands above the headline, or where the masthead has
    a later date besides. Nor is it if nothing but a section or copies of the headline part it from the headline, and
    the masthead or another date stands above it.

    Args:
        lines: the page's parts.
        states: what each was judged to be.
        day: the day or month in the page's address, if it tells one.
    """
    if not _STAMPS.isdisjoint(states):
        return states
    dates = [place for place, state in enumerate(states) if state in MASTHEAD and _may_date(lines, place)]
    own = [place for place in dates if place + 1 < len(lines) and lines[place + 1].glued and states[place + 1] in TEXT]
    if day is not None:
        own = [place for place in dates if _tells(lines[place].text, day)] or own
        dates = [place for place in dates if not _is_of_another_month(lines[place].text, day)]
    headline = next((place for place, state in enumerate(states) if state in TITLES), None)
    if not own and headline is not None:
        title = fold(lines[headline].text)
        above = [place for place in dates if place < headline]
        copies = [place for place in range(headline) if title in fold(lines[place].text)]
        below_copy = copies and above and copies[0] < above[-1]
        alone = above == list(range(headline)) and not (len(above) == 1 and is_plain_today(lines[0].text))
        alone = alone or _leads_up(lines, above, headline)
        if below_copy or alone or _is_earlier([lines[place] for place in above]):
            own = above
    if own or (own := _below_menu(lines, states, dates)):
        states[own[-1]] = "pre_stamp"
    return states


def _tells(text: str, day: str) -> bool:
    """Say whether a line has a date that begins as one does that may lack its day."""
    return any(each.value is not None and each.value.startswith(day) for each in read_stamp_line(text).stamps)


def _below_menu(lines: Sequence[Line], states: Sequence[str], dates: list[int]) -> list[int]:
    """Give the page's only date if it stands between a menu and the article's first line: mastheads' stand above."""
    first = next((place for place, state in enumerate(states) if state in _OWN), 0)
    if len(dates) != 1 or dates[0] != first - 1 or first < 2:  # noqa: PLR2004  # a menu and the date
        return []
    rows = [fold(line.text).lower() for line in lines[max(0, first - 1 - _MENU_LINES) : first - 1]]
    words = _WORDS.findall(" ".join(rows))
    menu = len(words) >= _MENU_LINES and names_sections(_WORDS.findall(rows[-1])) and names_sections(words)
    return dates if menu or joins_sections(rows[-1]) else []


def _leads_up(lines: Sequence[Line], dates: Sequence[int], headline: int) -> bool:
    """Say whether the last date above a headline belongs to it, since hardly anything stands between them.

    Among a page's first lines it may be today's, unless the masthead has its clock above it.
    """
    if not dates or headline - dates[-1] > _HEAD_LINES:
        return False
    last = dates[-1]
    clock = any(is_clock(line.text) for line in lines[:last])
    if last < _MASTHEAD_LINES and not clock and _may_be_today([lines[place] for place in dates]):
        return False
    title = fold(lines[headline].text)
    return all(may_stand_between(line.text, title) for line in lines[last + 1 : headline])


def _may_be_today(dates: Sequence[Line]) -> bool:
    """Say whether the last of a masthead's dates is the only one, and no age, or the later day of two."""
    if len(dates) == 1:
        return not all(each.relative for each in read_stamp_line(dates[0].text).stamps)
    return _is_earlier(dates[::-1])


def _may_date(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line is a date and no other's than an article's, by what it says of itself and stands below."""
    text = lines[place].text
    read = read_stamp_line(text)
    return (
        read.mostly
        and not is_sites(read)
        and not is_clock(text)
        and not (is_below_buttons(lines, place) or is_below_offices(lines, place))
    )


def _is_earlier(dates: Sequence[Line]) -> bool:
    """Say whether the second of two dates is the earlier day: a masthead's is the day of the capture."""
    if len(dates) != 2:  # noqa: PLR2004  # a masthead's and an article's
        return False
    first, second = map(_first_day, dates)
    return first is not None and second is not None and second < first
