"""Outlets: lines that say whose article it is without a label: a name alone, a chain of them, a feed's footer."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from workers.arabic.dates import age_end
from workers.arabic.fold import fold, fold_aligned, lower
from workers.lexicon.loader import read_table
from workers.stages.metadata.names.kinds import (
    are_initials,
    calls_itself_outlet,
    canonical_of,
    is_agency,
    is_desk,
    is_likely_outlet,
    is_outlet,
    is_person,
    is_place,
    is_source_alone,
)
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.labels import label_end
from workers.stages.metadata.readers.line import without_stamps

_LINE_CHARS: Final = 60
_FOOTER_CHARS: Final = 400
_OPENING_CHARS: Final = 16
_NAME_CHARS: Final = 50
_SPLIT: Final = re.compile(r"[|()\[\]/]|(?<=\s)[-–—ـ_]+|[-–—_]+(?=\s)")
_MARK: Final = re.compile(r"[-–—ـ_|()\[\]/+،,&]")
_JOINT: Final = re.compile("[+،,&]")
_ISSUE: Final = re.compile(r"\s?[-–—|،]?\s?(?:رقم )?العدد\s?:?\s?\d")
_LATIN: Final = re.compile(r"(?<=[^\W\d_a-zA-Z])\s[A-Za-z .-]+$")
_IN: Final = re.compile(r"\s(?:in|في|فى)\s")
_CLOCK: Final = re.compile(r"\d:\d\d")
_ENDS: Final = (".", "؟", "!", "…", "،")


def outlet_alone(line: Quote, is_site: Callable[[str], bool] = lambda _: False) -> Quote | None:
    """Find the outlet that a line names and nothing else but a place, a date or an account; None where it does more.

    The number of the paper's issue may stand behind it, or before it how long ago a reader of feeds found it.
    Only a known outlet counts, since others' names are words like any; beside a desk (`خاص`) or a place one that is
    made of an outlet's words, too. The last of several is whose article it is, those before it only carry it.

    Args:
        line: the line.
        is_site: whether the page's address spells a name, which counts as if it were known.
    """
    if len(line) > _LINE_CHARS or line.endswith(_ENDS):
        return None
    issue = _ISSUE.search(line)
    names = [*map(_without_latin, _names(without_stamps(line.part(0, issue.start()) if issue else _behind_age(line))))]
    outlets = [name for name in names if is_source_alone(name) or is_site(name) or calls_itself_outlet(name)]
    if not outlets and len(names) > 1:
        outlets = [name for name in names if is_likely_outlet(name) and not (is_agency(name) or is_place(name))]
    return outlets[-1] if outlets and all(name in outlets or _is_beside(name) for name in names) else None


def names_sources(line: Quote) -> bool:
    """Whether a short line is a chain of sources, and of desks, places, initials and persons beside them."""
    if len(line) > _LINE_CHARS or line.endswith(_ENDS) or not _MARK.search(line):
        return False
    names = [name for part in _names(without_stamps(line)) for each in part.parted(_JOINT) if (name := each.trimmed())]
    sources = [name for name in names if is_agency(name) or (is_likely_outlet(name) and not is_place(name))]
    if not sources or (len(names) == 1 and not line.startswith("(")):
        return False
    return all(name in sources or _is_beside(name) or is_person(name) or are_initials(name) for name in names)


def _without_latin(name: Quote) -> Quote:
    """Leave out the same name in Latin letters behind it: `مجلة المرسى Almarsa`."""
    latin = _LATIN.search(name) if name[-1:].isascii() else None
    arabic = name.part(0, latin.start()) if latin else name
    return arabic if arabic is name or (calls_itself_outlet(arabic) and canonical_of(name) is None) else name


def _behind_age(line: Quote) -> Quote:
    """Leave out how long ago a reader of feeds found an item: `over 2 years in ...`, `حوالي ٤ سنوات فى ...`."""
    filed = _IN.search(line)
    return line.part(filed.end()) if filed and age_end(fold(line)) == len(fold(line[: filed.start()])) else line


def _is_beside(name: Quote) -> bool:
    """Whether a name may stand beside that of the outlet whose article it is."""
    return is_place(name) or is_desk(name) or is_agency(name) or _CLOCK.search(name) is not None


def outlet_before_mark(line: Quote) -> Quote | None:
    """Find the outlet that a line is, with nothing but a slash behind it: `شبكة المرسى الإخبارية/`."""
    if len(line) > _LINE_CHARS or not line.endswith("/"):
        return None
    name = line.trimmed()
    return name if is_outlet(name) and not is_agency(name) else None


def outlet_beside_dates(line: Quote) -> Quote | None:
    """Find the outlet that a line of dates names beside them, and nothing else but its desk or a place."""
    beside = without_stamps(line)
    names = [name for name in _names(beside.part(label_end(beside, "stamp"))) if not (is_desk(name) or is_place(name))]
    return names[0] if len(names) == 1 and is_outlet(names[0]) else None


def last_outlet(line: Quote) -> Quote | None:
    """Find the last of several outlets that dashes chain: `موقع كل يوم -جريدة الديار`; None where it is no chain."""
    names = _names(line) if len(line) <= _LINE_CHARS else []
    return names[-1] if len(names) > 1 and all(map(is_outlet, names)) else None


def outlet_of_feed(line: Quote) -> Quote | None:
    """Find the outlet in what feeds put below an item: `The post … first appeared on …`; None for another line."""
    if len(line) > _FOOTER_CHARS or not opens_as_feed(line, 0):
        return None
    folded, offsets = fold_aligned(line)
    footer = _footer().match(lower(folded))
    name = line.part(*(offsets[at] for at in footer.span("name"))).trimmed() if footer else None
    return name if name and any(map(str.isalpha, name)) else None


def opens_as_feed(text: str, start: int) -> bool:
    """Say cheaply whether what begins at an offset may be what feeds put below an item; hardly anything may."""
    return fold(text[start : start + _OPENING_CHARS]).lower().startswith(_openings())


def _names(line: Quote) -> list[Quote]:
    names = (part.trimmed() for part in line.parted(_SPLIT))
    return [name for name in names if any(map(str.isalnum, name)) and "@" not in name]


@cache
def _openings() -> tuple[str, ...]:
    rows = read_table("feed_footers.tsv", ("opening", "before_name"))
    return tuple({fold(opening).lower() for opening, _ in rows})


@cache
def _footer() -> re.Pattern[str]:
    rows = read_table("feed_footers.tsv", ("opening", "before_name"))
    one = "|".join(f"{re.escape(fold(opening))}.+{re.escape(fold(before))}" for opening, before in rows)
    return re.compile(rf"(?:{one.lower()})\s+(?P<name>[^\n]{{2,{_NAME_CHARS}}}?)\s*\.?\s*$")
