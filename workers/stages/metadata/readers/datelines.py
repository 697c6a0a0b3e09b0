"""Datelines: the place, agency and author before a lead, or on a line of their own."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs
from workers.lexicon.loader import read_list, read_table
from workers.stages.metadata.names.kinds import (
    are_initials,
    is_common,
    is_desk,
    is_exclusive,
    is_nobody,
    is_outlet,
    is_place,
    may_be_person,
)
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.dateline_pieces import DATELINE_CHARS, Part, Piece, persons_of, pieces_of
from workers.stages.metadata.spelling import key

_ROW: Final = 3
_MOST_OWN: Final = 3
_MOST_UNKNOWN_WORDS: Final = 3
_MOST_WORDS_CHARS: Final = 60
_MARK: Final = re.compile(r"[\n\-–—_|/:()\[\]ـ]")
"""What ends a part, unless the text does."""
_COMMA: Final = re.compile("[،,]")
"""Stands between a city and its country, `دمشق، سوريا`: the dateline's place is the city."""
_BEHIND_COLON: Final = {
    Part.PLACE: frozenset({Part.AUTHOR, Part.AGENCY, Part.OUTLET, Part.DATE}),
    Part.DATE: frozenset({Part.AGENCY, Part.OUTLET}),
    Part.OUTLET: frozenset({Part.PLACE}),
    Part.LABEL: frozenset({Part.AUTHOR}),
}
_STOPPED: Final = re.compile(r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)\.\s+(?=[^\W\d_])")
_COLON_ALONE: Final = re.compile(r"\s*:\s*")
_FIRST_WORD: Final = re.compile(r"\w+")
_QUOTE: Final = re.compile(r"\s*[\"«“'‘]")
_DASH: Final = re.compile(r"\s[-–—_]+\s")
_SPACED: Final = re.compile(r"\s.|.\s", re.DOTALL)
_SPOKEN: Final = ("ال", "لن", "لا", "لم", "ليس", "سن", "نحن", "علي", "يجب", "هناك")
"""How statements begin."""


@dataclass(slots=True)
class Dateline:
    """What a dateline names, in the page's spelling and with its place; `end` is where the lead's own words begin.

    `date` is the text of the part that holds a date, for the reader of dates.
    """

    place: Quote | None = None
    agencies: list[Quote] = field(default_factory=list)
    authors: list[Quote] = field(default_factory=list)
    outlets: list[Quote] = field(default_factory=list)
    date: Quote | None = None
    parts: int = 0
    end: int = 0


def read_dateline(lead: Quote, is_site: Callable[[str], bool] = lambda _: False) -> Dateline:
    """Read the dateline before a lead; an empty one where there is none.

    A place that the lexicon knows, an agency or an outlet must be among its parts: a sentence may begin with two words
    and a dash as well.

    Args:
        lead: the lead, or a line of its own.
        is_site: whether the page gives a name as its site's; an outlet that the lexicon does not know is told by it.
    """
    dateline = Dateline()
    beginning = lead.part(0, DATELINE_CHARS)
    if _runs_on(beginning):
        return dateline
    pieces = _signed(_authored(_owned(_placed(_named_short(pieces_of(beginning, is_site))))), lead)
    for piece in _accepted(pieces, lead):
        _enter(piece, dateline)
    if dateline.outlets and dateline.place is None:
        _enter_stopped(lead, dateline)
    return dateline


def _enter_stopped(lead: Quote, dateline: Dateline) -> None:
    """Read the place that a full stop parts from the lead, behind an outlet and a dash: `أفريقيا برس – تونس. قال`."""
    stopped = _STOPPED.match(lead, dateline.end)
    if stopped and is_place(place := lead.part(*stopped.span("place"))):
        dateline.place, dateline.end = place, stopped.end()


def _runs_on(beginning: str) -> bool:
    """Tell cheaply that a lead has no part at all, as most have none: its first words go on for too long."""
    mark = _MARK.search(beginning)
    words = beginning[: mark.start()] if mark else beginning
    return len(words.strip()) > _MOST_WORDS_CHARS


def _named_short(pieces: list[Piece]) -> list[Piece]:
    """Take a word for the agency that opens its leads with it, before a place and a second dash: `وطنية - صيدا - `."""
    if len(pieces) <= 1 or not all(_DASH.search(piece.mark) for piece in pieces[:2]):
        return pieces
    first = pieces[0]
    if key(first.name) not in _short_names() or first.part is not Part.OTHER:
        return pieces
    return [first._replace(part=Part.AGENCY), *pieces[1:]]


@cache
def _short_names() -> frozenset[str]:
    return frozenset(map(key, read_list("dateline_agencies.txt")))


def _authored(pieces: list[Piece]) -> list[Piece]:
    """Take what may be a person's name behind place and agency, at a line's end, for the author's."""
    if len(pieces) != _ROW or [piece.part for piece in pieces[:2]] != [Part.PLACE, Part.AGENCY]:
        return pieces
    last = pieces[2]
    if not last.ends_line or last.part not in {Part.OTHER, Part.OUTLET} or is_outlet(last.name):
        return pieces
    return [*pieces[:2], last._replace(part=Part.AUTHOR)] if may_be_person(last.name) else pieces


def _placed(pieces: list[Piece]) -> list[Piece]:
    """Take a first name that is an agency's and a city's for the city's where nothing else says where: `قنا - فلان`."""
    if len(pieces) <= 1 or pieces[0].part is not Part.AGENCY or not is_place(pieces[0].name):
        return pieces
    others = {piece.part for piece in pieces[1:]}
    if Part.PLACE in others or pieces[1].part not in {Part.AUTHOR, Part.AGENCY, Part.LABEL}:
        return pieces
    return [pieces[0]._replace(part=Part.PLACE), *pieces[1:]]


def _owned(pieces: list[Piece]) -> list[Piece]:
    """Take an agency beside `خاص` for the outlet itself: what is its own it has copied from nobody."""
    if not any(is_exclusive(piece.name) for piece in pieces[:_MOST_OWN]):
        return pieces
    return [piece._replace(part=Part.OUTLET) if piece.part is Part.AGENCY else piece for piece in pieces]


def _signed(pieces: list[Piece], lead: str) -> list[Piece]:
    """Take a person before a dash and a lead's verb for the author, as with a label: `سعاد الهاشمي – كشف المدير`."""
    if not pieces or pieces[0].part is not Part.AUTHOR or not _DASH.search(pieces[0].mark):
        return pieces
    word = _FIRST_WORD.match(lead, pieces[0].end)
    if word is None or fold(word.group()) not in lead_verbs():
        return pieces
    return [pieces[0]._replace(labelled=True), *pieces[1:]]


def _accepted(pieces: list[Piece], lead: str) -> list[Piece]:
    """Keep the parts that make a dateline: those up to the last mark before the lead's own words."""
    kept: list[Piece] = []
    for number, piece in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        last = following is None and piece.end >= len(lead)
        if not (piece.mark.strip() or piece.bracketed or last or (following and following.bracketed)):
            break
        part = _settle(piece, kept, pieces[number + 1 :])
        if part is None or (piece.part is Part.OTHER and ":" in piece.mark and not last and _speaks(lead[piece.end :])):
            break
        kept.append(piece._replace(part=part))
        if ":" in piece.mark and not _names_more(piece, following):
            break
    return kept if _is_dateline(kept, lead) else []


def _names_more(piece: Piece, following: Piece | None) -> bool:
    """Whether a colon stands between a place or label and who writes: `الرياض: سعاد الهاشمي`, `كتب: سعاد الهاشمي`."""
    if following is None or following.part not in _BEHIND_COLON.get(piece.part, ()):
        return False
    return bool(following.mark.strip()) or following.ends_line


def _settle(piece: Piece, kept: list[Piece], ahead: Sequence[Piece]) -> Part | None:
    """Say what a part is by its neighbours, where the lexicon does not know it; None where the lead begins."""
    following = ahead[0] if ahead else None
    if piece.part is not Part.OTHER:
        return piece.part if _fits(piece, kept, following) else None
    if piece.bracketed and following is not None and is_nobody(following.name):
        return Part.OUTLET
    if kept and piece.ends_line and (is_desk(piece.name) or are_initials(piece.name)):
        return Part.OTHER
    if len(piece.name.split()) > _MOST_UNKNOWN_WORDS:
        return None
    if not piece.mark.strip():
        return _settle_last(piece, kept)
    return _settle_unknown(piece, kept, ahead)


def _settle_last(piece: Piece, kept: list[Piece]) -> Part | None:
    """Say what stands behind a place at a line's end: a paper in quotation marks, or else one whose name may be."""
    if not piece.ends_line or Part.PLACE not in {each.part for each in kept}:
        return None
    if piece.quoted:
        return Part.OUTLET
    written = any(each.part in {Part.AUTHOR, Part.AGENCY} for each in kept)
    return Part.AUTHOR if may_be_person(piece.name) and not written else None


def _settle_unknown(piece: Piece, kept: list[Piece], ahead: Sequence[Piece]) -> Part | None:
    following = ahead[0] if ahead else None
    if kept and is_nobody(piece.name):
        return Part.OTHER
    if _is_in_row(piece, kept, ahead):
        return Part.AUTHOR if kept else Part.PLACE
    if not kept:
        return _first_unknown(piece, following) if following is not None else None
    return _settle_behind(piece, {each.part for each in kept})


def _settle_behind(piece: Piece, kept: set[Part]) -> Part | None:
    """Say what an unknown name behind others is: a source's place, a place's source."""
    sourced = kept <= {Part.OUTLET, Part.AGENCY}
    if piece.bracketed:
        return Part.PLACE if sourced else Part.AGENCY
    if kept == {Part.AGENCY} and " " not in piece.name and not is_common(piece.name) and _DASH.search(piece.mark):
        return Part.PLACE
    if piece.name.partition(" ")[0].removeprefix("ال") in _organisation_heads():
        return None
    return Part.OUTLET if kept == {Part.PLACE} and (_SPACED.search(piece.mark) or piece.ends_line) else None


@cache
def _organisation_heads() -> frozenset[str]:
    """Give the nouns that head the name of an organisation, with which its statements open as outlets' articles do."""
    rows = read_table("organisation_heads.tsv", ("head", "how"))
    return frozenset(head for head, how in rows if how in {"inside", "state"})


def _fits(piece: Piece, kept: list[Piece], following: Piece | None) -> bool:
    """Whether a known part may stand where it stands: a label before a person, and a person who can be the author."""
    if piece.part is Part.LABEL:
        return following is not None and following.part is Part.AUTHOR
    return piece.part is not Part.AUTHOR or _is_author_here(piece, kept, following)


def _is_in_row(piece: Piece, kept: list[Piece], ahead: Sequence[Piece]) -> bool:
    """Whether place, author and agency stand in a row, of which the last is known: `قونيا / فلان / الأناضول`."""
    row = [*kept, piece, *ahead][:_ROW]
    return len(row) == _ROW and row[2].part is Part.AGENCY and row[0].mark.strip() == row[1].mark.strip() == "/"


def _is_author_here(piece: Piece, kept: list[Piece], following: Piece | None) -> bool:
    """Whether a person named here wrote the article: sentences may begin with one."""
    if kept:
        return bool(piece.mark.strip()) or following is None
    followed = following is not None and (
        following.part in {Part.PLACE, Part.AGENCY} or (following.part is Part.OUTLET and following.ends_line)
    )
    return followed or (piece.labelled and bool(piece.mark.strip()))


def _first_unknown(piece: Piece, following: Piece) -> Part | None:
    """Say what stands before an agency (a place), or before a place: an outlet, if a bar or slash and colon say so.

    On a line of their own an outlet stands behind a place, and before nothing but a date or a desk; before the lead
    so does one between whose dashes there is a date.
    """
    if is_nobody(piece.name):
        return Part.OTHER
    spaced = _SPACED.search(piece.mark)
    if spaced and following.part is Part.DATE and (following.ends_line or _DASH.search(following.mark)):
        return Part.OUTLET
    if spaced and following.part is Part.OUTLET and following.ends_line:
        return Part.PLACE
    if following.part is Part.PLACE and ("|" in piece.mark or ("/" in piece.mark and ":" in following.mark)):
        return Part.OUTLET
    if following.part is Part.PLACE and following.ends_line:
        return Part.OUTLET if piece.quoted else Part.OTHER
    return Part.PLACE if following.part is Part.AGENCY and ":" not in piece.mark else None


def _is_dateline(kept: list[Piece], lead: str) -> bool:
    parts = {piece.part for piece in kept}
    if not parts & {Part.PLACE, Part.AGENCY, Part.OUTLET}:
        return _is_signed(kept, lead)
    if len(kept) > 1 or kept[0].bracketed:
        return True
    mark = kept[0].mark
    if kept[0].end >= len(lead):
        return parts != {Part.OUTLET} or bool(mark.strip())
    if ":" not in mark:
        return bool(_SPACED.search(mark))  # without a space it may be a hyphen
    return parts == {Part.AGENCY} or not _COLON_ALONE.fullmatch(mark) or not _speaks(lead[kept[0].end :])


def _is_signed(kept: list[Piece], lead: str) -> bool:
    """Whether parts without a place or a source are an author with a label: `كتبت - سعاد الهاشمي: `."""
    mark = kept[-1].mark if kept else ""
    if {piece.part for piece in kept} - {Part.AUTHOR, Part.LABEL} or not (":" in mark or _DASH.search(mark)):
        return False
    return kept[0].part is Part.LABEL or (kept[0].labelled and not _speaks(lead[kept[-1].end :]))


def _speaks(words: str) -> bool:
    """Whether what stands behind a name and a colon is what that capital or office says: `موسكو: لن نتراجع`.

    A lead goes on with a verb, so not with a noun that has the article, nor with a negation or a quotation mark.
    """
    first = _FIRST_WORD.match(words)
    return _QUOTE.match(words) is not None or first is None or key(first.group()).startswith(_SPOKEN)


def _enter(piece: Piece, dateline: Dateline) -> None:
    dateline.end = max(dateline.end, piece.end)
    dateline.parts += 1
    dateline.date = dateline.date or piece.date
    if piece.part is Part.PLACE:
        dateline.place = dateline.place or piece.name.parted(_COMMA)[0].trimmed()
    elif piece.part not in {Part.DATE, Part.LABEL, Part.OTHER} and not _is_nobody(piece):
        into = {Part.AGENCY: dateline.agencies, Part.OUTLET: dateline.outlets, Part.AUTHOR: dateline.authors}
        into[piece.part] += persons_of(piece.name) if piece.part is Part.AUTHOR else [piece.name]


def _is_nobody(piece: Piece) -> bool:
    """Whether a part names nobody: a word that is a desk elsewhere may be an agency here."""
    return is_nobody(piece.name) and not (piece.part is Part.AGENCY and key(piece.name) in _short_names())
