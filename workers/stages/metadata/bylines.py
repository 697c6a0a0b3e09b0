"""Bylines: who wrote the article, and whom else the line names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from workers.stages.metadata.line import Value, trim, without_stamps
from workers.stages.metadata.names import is_agency, is_nobody, is_outlet, is_person, is_place

_SPLIT: Final = re.compile(r"[،,;؛|/•+&\n()]|(?<=\s)[-–—]+(?=\s)|\s{3,}")
_AND: Final = re.compile(r"(?<=\s)و\s?(?=\S)")
_SAYS: Final = re.compile(r"\s(?:يكتب|تكتب|يكتبون|كتب|كتبت)(?:\s*[:.\-–].*|\s*)$", re.DOTALL)
_MOST_WORDS: Final = 6
_BYLINE_CHARS: Final = 80


@dataclass(slots=True)
class Byline:
    """What a document's bylines name, in the page's spelling."""

    authors: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


def read_bylines(lines: Iterable[str]) -> Byline:
    """Read the bylines of one document: dates, desks, credits of photographs and the like are left out.

    A name that stands twice is given twice.
    """
    byline = Byline()
    for line in lines:
        value = Value(without_stamps(line))
        if value.cls in {None, "byline"}:
            _read(value.text, byline)
    return byline


def opens_as_byline(line: str) -> bool:
    """Whether a short line without a sentence's end begins as a byline does, wherever it stands."""
    return len(line) <= _BYLINE_CHARS and not line.endswith((".", "؟", "!")) and Value(line).cls == "byline"


def _read(text: str, byline: Byline) -> None:
    for part in _SPLIT.split(_SAYS.sub("", text)):
        value = Value(part)
        if value.cls not in {None, "byline"}:
            continue
        for each in _persons(trim(value.text.rpartition(": ")[2])):
            _sort(_without_office(each).removesuffix(" في").removesuffix(" يوم"), byline)


def _without_office(name: str) -> str:
    """Leave out `مراسلنا` before a name; `مراسلنا في القاهرة` names nobody."""
    first, _, rest = name.partition(" ")
    if not rest or not is_nobody(first):
        return name
    return "" if rest.startswith(("في ", "ب")) and is_place(rest.removeprefix("في ").removeprefix("ب")) else rest


def _persons(text: str) -> list[str]:
    """Part `سعاد الهاشمي وكريم منصور`; a name that only begins with waw stays whole."""
    parts = [part.strip() for part in _AND.split(text)]
    return parts if len(parts) > 1 and all(is_person(part) for part in parts) else [text]


def _sort(name: str, byline: Byline) -> None:
    if not any(map(str.isalpha, name)) or any(map(str.isdigit, name)) or is_nobody(name):
        return
    if is_agency(name):
        byline.agencies.append(name)
    elif is_outlet(name):
        byline.outlets.append(name)
    elif is_place(name):
        byline.places.append(name)
    elif len(name.split()) <= _MOST_WORDS:
        byline.authors.append(name)
