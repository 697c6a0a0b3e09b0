"""Pieces of datelines: what stands between the marks before a lead, and what each may be."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final, NamedTuple

from workers.arabic.dates import find_stamps
from workers.stages.metadata.names.kinds import (
    canonical_of,
    is_agency,
    is_likely_outlet,
    is_nobody,
    is_outlet,
    is_person,
    is_place,
)
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.labels import label_end
from workers.stages.metadata.readers.line import AND

DATELINE_CHARS: Final = 160
"""How far into the lead a dateline reaches at most."""

_MOST_PARTS: Final = 6
_MOST_SITE_WORDS: Final = 5
_PART: Final = re.compile(
    r"\s*(?:[(\[]{1,2}(?P<inside>[^()\[\]\n]{1,50})[)\]]{1,2}|(?P<words>[^\n\-–—_|/:()\[\]]{1,60}?))"
    r"(?P<mark>\s+ـ+\s+|\s*(?:[-–—_|/:,،]*[-–—_|/:]+)\s*|\s*(?=[(\[])|\s*\Z|\s*(?=\n)|(?<=[)\]])\s*)"
)
_BEFORE: Final = re.compile(r"\s*[/|•–—-]+\s*(?=[^\W\d_])")
"""A bullet or dash, or what is left of a line whose date was cut off before the dateline."""
_QUOTES: Final = ("«", '"', "“")
_BETWEEN: Final = " - "
"""The mark that a date between two names stands for."""
_JOINT: Final = re.compile(r"،| من ")
_AROUND: Final = " #"
_BOTH: Final = 2
_QUOTED: Final = re.compile(r"\s[«\"“][^«»\"“”]+[»\"”](?=\s|\Z)")
_SPACE: Final = re.compile(" ")
_DIGIT: Final = re.compile(r"\d")
_ACCOUNT: Final = re.compile(r"[A-Za-z0-9_]*@[A-Za-z0-9_]*")
_DATED: Final = re.compile(r"\s*(?:(?<![^\W\d_])(?:في|يوم)\s+)?[0-9٠-٩][0-9٠-٩\s]*")


class Part(StrEnum):
    """What a part of a dateline is."""

    PLACE = "place"
    AGENCY = "agency"
    OUTLET = "outlet"
    AUTHOR = "author"
    DATE = "date"
    LABEL = "label"
    OTHER = "other"


class Piece(NamedTuple):
    """One part: its name and what it is, the mark behind it, the text of its date, and where the next one begins.

    `ends_line` says that nothing stands behind it, `labelled` that a byline's label stands before the name, `quoted`
    that quotation marks stand around it.
    """

    name: Quote
    part: Part
    bracketed: bool
    mark: str
    date: Quote | None
    end: int
    ends_line: bool
    labelled: bool = False
    quoted: bool = False


def pieces_of(beginning: Quote, is_site: Callable[[str], bool]) -> list[Piece]:
    """Part the beginning of a lead at its marks, up to where no part can begin.

    Args:
        beginning: the first `DATELINE_CHARS` characters.
        is_site: whether the page gives a name as its site's.
    """
    masked = _mask(beginning)
    pieces: list[Piece] = []
    left_over = _BEFORE.match(masked)
    at = left_over.end() if left_over else 0
    while len(pieces) < _MOST_PARTS and (match := _PART.match(masked, at)):
        bracketed = match["inside"] is not None
        start, at = match.span("inside" if bracketed else "words")
        written = beginning.part(start, at)
        dated = _DATED.search(match["inside"] if bracketed else match["words"])
        if dated and is_likely_outlet(written.trimmed()):
            dated = None
        last = match.end() == len(masked) or masked.startswith("\n", at)
        *before, name = _names_in(written, dated) if dated or not last else _side_by_side(written, is_site)
        date = written if dated else None
        for each in before:
            part = _classify(each, quoted=False)
            pieces.append(Piece(each, part, bracketed, _BETWEEN, date, match.end(), ends_line=False))
        quoted = written.startswith(_QUOTES) or name.startswith(_QUOTES)
        name = _without_desk(name.trimmed() if name.startswith(_QUOTES) else name)
        part = _classify(name, quoted=quoted)
        parted = match["mark"].strip() or bracketed or match.end() == len(masked)
        if part is Part.OTHER and parted and _names_outlet(name, is_site):
            part = Part.OUTLET
        ends = match.end() == len(masked) and len(masked) < DATELINE_CHARS
        label = label_end(name, "byline") if part is Part.OTHER else 0
        if 0 < label == len(name):
            part = Part.LABEL
        elif label and is_person(person := name.part(label).trimmed()):
            name, part = person, Part.AUTHOR
        pieces.append(Piece(name, part, bracketed, match["mark"], date, match.end(), ends, label > 0, quoted))
        at = match.end()
        if match.end() == match.start() or masked.startswith("\n", at):
            break
    return pieces


def _names_outlet(name: Quote, is_site: Callable[[str], bool]) -> bool:
    return len(name.split()) <= _MOST_SITE_WORDS and (is_likely_outlet(name) or is_site(name))


def _names_in(written: Quote, dated: re.Match[str] | None) -> list[Quote]:
    """Find the name in a part, before its date or else behind it.

    There are two where a date or a comma parts a place from a source, or `من` a source from its place:
    `عدن 3 مايو رويترز`, `تعز، نيوزيمن`, `إيلاف من الرباط`. So there are before quotation marks: `الضالع «الأفق»`.
    """
    if dated:
        before, behind = written.part(0, dated.start()).trimmed(), written.part(dated.end()).trimmed()
        return [before, behind] if before and is_agency(behind) and is_place(before) else [before or behind]
    name = written.stripped(_AROUND).trimmed()
    if quoted := _QUOTED.search(name):
        place = name.part(0, quoted.start()).trimmed()
        return [place, name.part(*quoted.span()).stripped()] if is_place(place) else [name]
    two = [each.trimmed() for each in name.parted(_JOINT)]
    if len(two) != _BOTH:
        return [name]
    first, last = two
    sourced = (is_place(first) and _is_source(last) and not is_place(last)) or (_is_source(first) and is_place(last))
    return two if sourced else [name]


def _side_by_side(written: Quote, is_site: Callable[[str], bool]) -> list[Quote]:
    """Find the names in the last part of a line: a place and the page's own outlet may stand there without a mark."""
    names = _names_in(written, None)
    if len(names) > 1 or not is_outlet(names[0]) or canonical_of(names[0]):
        return names
    for space in _SPACE.finditer(names[0]):
        place, outlet = names[0].part(0, space.start()), names[0].part(space.end())
        if is_place(place) and is_outlet(outlet) and is_site(outlet):
            return [place, outlet]
    return names


def _is_source(name: str) -> bool:
    return is_agency(name) or is_outlet(name)


def _without_desk(name: Quote) -> Quote:
    """Leave out `خاص` before a source: `خاص دنيا الوطن`."""
    first, _, rest = name.partition(" ")
    if rest and is_nobody(first) and (is_outlet(rest) or is_agency(rest)):
        return name.part(len(first) + 1)
    return name


def _mask(text: str) -> str:
    """Put spaces in the place of accounts, and figures of dates: the slash of `كانون الأول/ديسمبر` must end no part."""
    if "@" in text:
        text = _ACCOUNT.sub(lambda account: " " * len(account.group()), text)
    if not _DIGIT.search(text):
        return text
    for stamp in find_stamps(text):
        text = f"{text[: stamp.start]}{'0' * (stamp.end - stamp.start)}{text[stamp.end :]}"
    return text


def persons_of(name: Quote) -> list[Quote]:
    """Part the names of several authors: `سعاد الهاشمي وكريم منصور`."""
    return [each.trimmed() for each in name.parted(AND)]


def _classify(name: Quote, *, quoted: bool) -> Part:
    """Say what a name is by itself: a region's in quotation marks is the paper's that is called so."""
    if not any(map(str.isalpha, name)):
        return Part.DATE
    if is_agency(name):
        return Part.AGENCY
    if is_place(name) and not (quoted and is_outlet(name)):
        return Part.PLACE
    if is_outlet(name):
        return Part.OUTLET
    if all(map(is_person, persons_of(name))):
        return Part.AUTHOR
    return Part.OTHER
