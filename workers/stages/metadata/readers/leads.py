"""Leads: what the first paragraphs say about the article before its own words begin."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from schemas.document import Precision
from workers.arabic.dates import read_stamp_line
from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs
from workers.stages.metadata.names.kinds import canonical_of, is_person, is_place
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.bylines import opens_as_byline, read_bylines
from workers.stages.metadata.readers.dated import carries_date
from workers.stages.metadata.readers.dateline_pieces import DATELINE_CHARS
from workers.stages.metadata.readers.datelines import Dateline, read_dateline
from workers.stages.metadata.readers.outlets import names_sources

LEADS: Final = 4
"""So many paragraphs are looked at: above the lead, lines may stand that segmentation took for the body's."""
LEAD_CHARS: Final = DATELINE_CHARS + 1
"""How much of each is needed: one character more than a dateline has shows that the lead goes on."""

_ABOVE_CHARS: Final = 90
"""A line above the lead is no longer and has no full stop."""
_MOST_CAPTION_WORDS: Final = 4
"""Below first lines so short, which are captions', a name may be the author's."""
_SITE_CHARS: Final = 30
_MARK: Final = re.compile(r"[-–—_|/(\[ـ]")
_ENDS: Final = (".", "؟", "!", "…", ":", "،")


@dataclass(slots=True)
class Lead:
    """What a document's first paragraphs hold.

    `bylines` are lines of their own, `stamped` such lines with a date.
    """

    dateline: Dateline = field(default_factory=Dateline)
    bylines: list[Quote] = field(default_factory=list)
    stamped: list[Quote] = field(default_factory=list)


def read_lead(paragraphs: Iterable[Quote], is_site: Callable[[str], bool]) -> Lead:
    """Read a document's first paragraphs, up to the one with which its text begins.

    Args:
        paragraphs: the beginnings of the first few, `LEAD_CHARS` each.
        is_site: whether the page gives a name as its site's.
    """
    lead = Lead()
    begun = named = settled = False
    for number, text in enumerate(paragraphs):
        above = len(text) <= _ABOVE_CHARS and not text.endswith(_ENDS)
        stamped = above and (carries_date(text) if settled else _is_stamped(text, begun=begun))
        if stamped:
            lead.stamped.append(text)
        if settled and stamped:
            continue
        if settled:
            break
        if opens_as_byline(text, alone=not number or named):
            lead.bylines.append(text)
            continue
        begun = begun or not stamped
        named = (named or not number) and above and len(text.split()) <= _MOST_CAPTION_WORDS
        lead.dateline = _dateline_of(text, is_site, first=not number) or lead.dateline
        if not above or (lead.dateline.end and not _is_title(lead.dateline, text)):
            settled = _is_account(text[lead.dateline.end :])
            if not settled:
                break
    return lead


def _dateline_of(text: Quote, is_site: Callable[[str], bool], *, first: bool) -> Dateline | None:
    """Read a paragraph's dateline; None where it has none that can be the lead's."""
    told = not first and _opens_in_place(text)
    if not (first or told or _MARK.search(text) or _opens_in_site(text, is_site)):
        return None
    dateline = read_dateline(text, is_site)
    return dateline if first or _is_leads(dateline, text, told=told) else None


def _opens_in_place(text: str) -> bool:
    """Whether a place stands before a colon and a verb that leads begin with: `عمان: أعلنت ...`."""
    name, _, rest = text[:_SITE_CHARS].partition(":")
    words = rest.split(None, 1)
    return bool(words) and fold(words[0]) in lead_verbs() and is_place(name.strip())


def _opens_in_site(text: str, is_site: Callable[[str], bool]) -> bool:
    """Whether a known outlet's name before a colon is the site's: `مباشر: `."""
    name, colon, _ = text[:_SITE_CHARS].partition(":")
    return bool(colon) and canonical_of(name.strip()) is not None and is_site(name.strip())


def _is_account(rest: str) -> bool:
    """Whether nothing stands behind a dateline, or the writer's account."""
    return not rest.strip() or ("@" in rest and len(rest.split()) == 1)


def _is_leads(dateline: Dateline, text: str, *, told: bool) -> bool:
    """Whether a dateline below other lines is the lead's.

    A place alone is one that a link parts from its sentence there, and one with a colon heads an item, unless a lead's
    verb follows.
    """
    if dateline.parts > 1 or dateline.outlets:
        return True
    return told or (0 < dateline.end < len(text) and ":" not in text[: dateline.end])


def _is_title(dateline: Dateline, text: str) -> bool:
    """Whether a short line's outlet stands before a copy of the headline, and not before the lead."""
    return dateline.end < len(text) and not (dateline.place or dateline.agencies or dateline.authors)


def dateline_alone(lines: Iterable[Quote], is_site: Callable[[str], bool] = lambda _: False) -> Dateline:
    """Read the dateline that is a line of its own, whatever it passed for: a known place and who writes, no more.

    A desk may stand in the writer's place: `المكلا (خاص)`.

    Args:
        lines: the lines.
        is_site: whether the page gives a name as its site's.
    """
    for line in lines:
        before_colon = line.partition(":")[0] if ":" in line else ""
        if len(line) <= _ABOVE_CHARS and (_MARK.search(line) or is_place(before_colon.strip())):
            dateline = read_dateline(line, is_site)
            placed = dateline.place is not None and is_place(dateline.place)
            named = dateline.agencies or dateline.outlets or dateline.authors or dateline.parts > 1
            if placed and named and dateline.end == len(line):
                return dateline
    return Dateline()


def names_and_dates(text: Quote) -> bool:
    """Whether a line, whatever it passed for, is a byline by its label, names sources, or persons beside a date."""
    if len(text) > _ABOVE_CHARS:
        return False
    return (
        opens_as_byline(text)
        or names_sources(text)
        or (not read_stamp_line(text).mostly and _is_stamped(text, begun=True))
    )


def _is_stamped(text: Quote, *, begun: bool) -> bool:
    """Whether a line has dates and says nothing beside them but whose it is.

    Once the text has begun, a day alone is a date that a break leaves on a line of its own.
    """
    line = read_stamp_line(text)
    if not begun and line.stamps and carries_date(text):
        return True
    if not line.stamps or line.mostly:
        return any(not begun or each.labelled or each.precision is not Precision.DAY for each in line.stamps)
    authors = read_bylines([text]).authors
    return bool(authors) and all(map(is_person, authors))
