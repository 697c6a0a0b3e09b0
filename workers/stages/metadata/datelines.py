"""Datelines: the place, agency and author before a lead, or on a line of their own."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from workers.arabic.dates import read_stamp_line
from workers.stages.metadata.line import trim
from workers.stages.metadata.names import agency_of, is_nobody, is_outlet, is_person, is_place

DATELINE_CHARS: Final = 160
"""How far into the lead a dateline reaches at most."""

_MOST_PARTS: Final = 6
_MOST_UNKNOWN_WORDS: Final = 3
_PART: Final = re.compile(
    r"\s*(?:[(\[](?P<inside>[^()\[\]\n]{1,50})[)\]]|(?P<words>[^\n\-–—|/:()\[\]]{1,60}?))"
    r"(?P<mark>\s+ـ+\s+|\s*(?:[-–—|/:,،]*[-–—|/:]+)\s*|\s*(?=[(\[])|\s*\Z|\s*(?=\n)|(?<=[)\]])\s*)"
)
_SPACED: Final = re.compile(r"\s.|.\s", re.DOTALL)


class Part(StrEnum):
    """What a part of a dateline is."""

    PLACE = "place"
    AGENCY = "agency"
    OUTLET = "outlet"
    AUTHOR = "author"
    DATE = "date"
    OTHER = "other"


@dataclass(slots=True)
class Dateline:
    """What a dateline names, in the page's spelling; `end` is where the lead's own words begin.

    `date` is the text of the part that holds a date, for the reader of dates.
    """

    place: str | None = None
    agencies: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    date: str | None = None
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    name: str
    part: Part
    bracketed: bool
    mark: str
    end: int


def read_dateline(lead: str) -> Dateline:
    """Read the dateline before a lead; an empty one where there is none.

    A place that the lexicon knows, an agency or an outlet must be among its parts: a sentence may begin with two words
    and a dash as well.
    """
    pieces = _pieces(lead[:DATELINE_CHARS])
    kept = _accepted(pieces, whole=len(lead) <= DATELINE_CHARS)
    dateline = Dateline()
    for piece in kept:
        _enter(piece, dateline)
    return dateline


def _pieces(beginning: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while len(pieces) < _MOST_PARTS and (match := _PART.match(beginning, at)):
        inside = match["inside"]
        name = trim(match["words"] if inside is None else inside)
        place, date = _undated(name)
        part = Part.DATE if not place else _classify(place)
        if date and part is Part.OTHER:
            part = Part.PLACE if is_place(place) else Part.OTHER
        pieces.append(_Piece(place or name, part, inside is not None, match["mark"], match.end()))
        if date and place:
            pieces.append(_Piece(date, Part.DATE, inside is not None, match["mark"], match.end()))
        at = match.end()
        if match.end() == match.start() or beginning.startswith("\n", at):
            break
    return pieces


def _undated(name: str) -> tuple[str, str | None]:
    """Part `القاهرة في 24 أبريل` into place and date; a part of figures only is a date."""
    if not any(map(str.isdigit, name)):
        return name, None
    stamps = read_stamp_line(name).stamps
    if stamps:
        place = trim(name[: stamps[0].start]) or trim(name[stamps[-1].end :])
        return trim(place.removesuffix("في").rstrip()) if place not in {"في", "يوم"} else "", name
    return ("", name) if not any(map(str.isalpha, name)) else (name, None)


def _classify(name: str) -> Part:
    if agency_of(name):
        return Part.AGENCY
    if is_place(name):
        return Part.PLACE
    if is_outlet(name):
        return Part.OUTLET
    if is_person(name):
        return Part.AUTHOR
    return Part.OTHER


def _accepted(pieces: list[_Piece], *, whole: bool) -> list[_Piece]:
    """Keep the parts that make a dateline: those up to the last mark before the lead's own words."""
    kept: list[_Piece] = []
    for number, piece in enumerate(pieces):
        closed = bool(piece.mark.strip()) or piece.bracketed
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if not closed and not (whole and following is None) and not (following and following.bracketed):
            break
        part = _settle(piece, kept, following)
        if part is None:
            break
        kept.append(_Piece(piece.name, part, piece.bracketed, piece.mark, piece.end))
        if piece.mark.strip().startswith(":") and not piece.mark.strip(": "):
            break
    return kept if _is_dateline(kept) else []


def _settle(piece: _Piece, kept: list[_Piece], following: _Piece | None) -> Part | None:
    """Say what a part is by its neighbours, where the lexicon does not know it; None where the lead begins."""
    short = len(piece.name.split()) <= _MOST_UNKNOWN_WORDS
    known_before = any(each.part in {Part.PLACE, Part.OUTLET} for each in kept)
    if piece.part is Part.AUTHOR and not kept:
        return piece.part if following is not None and following.part in {Part.PLACE, Part.AGENCY} else None
    if piece.part is not Part.OTHER:
        return piece.part
    if piece.bracketed and kept and short:
        return Part.AGENCY
    if not kept and short and following is not None and following.part is Part.AGENCY and piece.name:
        return Part.PLACE
    if known_before and short and not any(each.part is Part.AGENCY for each in kept) and _SPACED.search(piece.mark):
        return Part.AGENCY
    return None


def _is_dateline(kept: list[_Piece]) -> bool:
    if not any(each.part in {Part.PLACE, Part.AGENCY, Part.OUTLET} for each in kept):
        return False
    # `موسكو: ...` is a speaker more often than a place; a mark without a space may be a hyphen.
    return len(kept) > 1 or kept[0].bracketed or (":" not in kept[0].mark and bool(_SPACED.search(kept[0].mark)))


def _enter(piece: _Piece, dateline: Dateline) -> None:
    dateline.end = max(dateline.end, piece.end)
    if piece.part is Part.PLACE:
        dateline.place = dateline.place or piece.name
    elif piece.part is Part.DATE:
        dateline.date = dateline.date or piece.name
    elif not is_nobody(piece.name):
        into = {Part.AGENCY: dateline.agencies, Part.OUTLET: dateline.outlets, Part.AUTHOR: dateline.authors}
        into[piece.part].append(piece.name)
