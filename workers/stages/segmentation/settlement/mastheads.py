"""Mastheads' dates: what shows that a date is the masthead's, and what may stand between one and the headline."""

import re
from collections.abc import Sequence
from typing import Final

from schemas.document import Precision
from workers.arabic.dates import read_stamp_line
from workers.arabic.dates.vocabulary import HIJRI_MONTHS, WEEKDAYS, one_of
from workers.arabic.fold import fold, lower
from workers.lexicon.loader import read_list
from workers.stages.segmentation.features.menus import menu_names
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.phrases.markers import find_marker
from workers.stages.segmentation.settlement.broken import offices
from workers.stages.segmentation.settlement.copies import is_copy

_SECTION_CHARS: Final = 25
_LABEL_CHARS: Final = 40
_OFFICERS: Final = 2
_BUTTON_LINES: Final = 2
_BUTTONS: Final = frozenset(fold(each).lower() for each in read_list("masthead_buttons.txt"))
_BOTH_CALENDARS: Final = re.compile(
    rf"\W*{one_of(WEEKDAYS)}\W.*[12][0-9]{{3}}.*[0-9]{{1,2}}\s{one_of(HIJRI_MONTHS)}\s1[34][0-9]{{2}}(?:\s?ه\w*)?\W*"
    rf"(?:{one_of(WEEKDAYS)}\W.{{6,30}}[12][0-9]{{3}}(?:\sم\w*)?\W*)?"
)
_CLOCK_CHARS: Final = 160
_SECONDS: Final = re.compile(r"\d:[0-5]\d:[0-5]\d")
_WEEKDAY: Final = re.compile(one_of(WEEKDAYS))
_HIJRI: Final = re.compile(one_of(HIJRI_MONTHS))
_TRAIL: Final = re.compile("[|»«›>/\\\\]")


def is_clock(text: str) -> bool:
    """Say whether a date is a masthead's clock: a weekday, the Gregorian date, and behind it the Hijri one.

    With a Hijri date one that counts the seconds is as well.
    """
    if len(text) > _CLOCK_CHARS:
        return False
    folded = lower(fold(text))
    return _BOTH_CALENDARS.fullmatch(folded) is not None or (
        _SECONDS.search(folded) is not None and _HIJRI.search(folded) is not None
    )


def is_today(text: str) -> bool:
    """Say whether a line is nothing but a day and its weekday: the masthead's, if the masthead goes on below it."""
    read = read_stamp_line(text)
    plain = all(each.precision is Precision.DAY and not (each.labelled or each.relative) for each in read.stamps)
    return plain and not read.rest and _WEEKDAY.search(lower(fold(text))) is not None


def is_plain_today(text: str) -> bool:
    """Say whether a line is a weekday and day as mastheads have them, and neither blogs nor papers.

    Blogs put a comma behind the weekday, papers the Hijri date before the other. Right above the headline of pages of
    sites, a plain one was the article's date once, and today's twice.
    """
    return "،" not in text and is_today(text) and _HIJRI.search(lower(fold(text))) is None


def is_below_offices(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line is an unlabelled date right below two of the house's officers, each below the office."""
    above = lines[max(0, place - 2 * _OFFICERS) : place]
    if len(above) < 2 * _OFFICERS or not all(fold(line.text).lower().strip(" :") in offices() for line in above[::2]):
        return False
    read = read_stamp_line(lines[place].text)
    return not read.rest and not any(each.labelled for each in read.stamps)


def is_below_buttons(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line is a day right below two of the masthead's buttons: today's."""
    above = lines[max(0, place - _BUTTON_LINES) : place]
    if len(above) < _BUTTON_LINES or not all(fold(line.text).lower() in _BUTTONS for line in above):
        return False
    read = read_stamp_line(lines[place].text)
    return not read.rest and all(each.precision is Precision.DAY and not each.labelled for each in read.stamps)


def is_within_masthead(lines: Sequence[Line], states: Sequence[str]) -> bool:
    """Say whether between an unlabelled date and the headline stands what is no copy, trail or section.

    It is a phrase, the label of other news, or an office of the house alone.
    """
    if "headline" not in states or "tail_stamp" in states:
        return False
    headline = states.index("headline")
    date = max((place for place in range(headline) if states[place] == "pre_stamp"), default=headline)
    title = fold(lines[headline].text)
    between = [lines[place].text for place in range(date + 1, headline) if states[place] == "masthead"]
    apart = not all(may_stand_between(text, title) for text in between)
    return apart and find_marker(fold(lines[date].text).lower()) is None


def may_stand_between(text: str, title: str) -> bool:
    """Say whether a line may part a date from its folded headline: a section's name, a trail, or a copy of it."""
    if _is_mastheads(text):
        return False
    return len(text) <= _SECTION_CHARS or _TRAIL.search(text) is not None or is_copy(fold(text), [title])


def _is_mastheads(text: str) -> bool:
    """Say whether a line is an office alone, or the label of other news that is no section's name, too."""
    if len(text) > _LABEL_CHARS:
        return False
    folded = fold(text).lower().strip(" :")
    marker = find_marker(folded)
    return folded in offices() or (marker is not None and marker.cls == "related" and folded not in menu_names())
