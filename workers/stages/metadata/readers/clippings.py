"""Clippings: how pages that clip from the press open: `كتب فلان في "النهار":`, `جاء في "المركزية":`."""

import re
from functools import cache
from typing import Final, NamedTuple

from workers.arabic.fold import fold, fold_aligned
from workers.lexicon.loader import read_table
from workers.stages.metadata.names.kinds import is_agency, is_outlet, is_person, is_place
from workers.stages.metadata.quote import Quote

_OPENING_CHARS: Final = 120
_NO_AUTHOR: Final = "none"
_OUTLET: Final = (
    r"(?:[^\W\d]+\s+)?[\"«“”](?P<quoted>[^\"«»“”:\n]{2,40})[\"»“”](?:\s+[^\W\d]+){0,2}|(?P<named>[^\"«»“”:،.\n]{2,40}?)"
)
"""The name in quotation marks, whatever its word before it (`صحيفة`) and its verb behind it, or else one without."""


class Clipping(NamedTuple):
    """The outlet that an article is clipped from, and its author there."""

    outlet: Quote
    author: Quote | None


def read_clipping(text: Quote) -> Clipping | None:
    """Read how a text opens; None where it names no outlet so.

    Without quotation marks only a known outlet counts, or one that calls itself one.
    """
    beginning = text.part(0, _OPENING_CHARS)
    if ":" not in beginning:
        return None
    folded, offsets = fold_aligned(beginning)
    for pattern in _patterns():
        if not (match := pattern.match(folded)):
            continue
        group = "quoted" if match["quoted"] else "named"
        outlet = beginning.part(*(offsets[at] for at in match.span(group))).trimmed()
        author = None
        if "author" in pattern.groupindex:
            author = beginning.part(*(offsets[at] for at in match.span("author"))).trimmed()
        known = is_outlet(outlet) or is_agency(outlet) or (group == "quoted" and not is_place(outlet))
        if known and (author is None or is_person(author)):
            return Clipping(outlet, author)
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rows = read_table("clipping_cues.tsv", ("opening", "before_outlet"))
    return tuple(
        re.compile(rf"\W*{fold(opening)}\s+{_between(fold(before))}(?:{_OUTLET})\s*:") for opening, before in rows
    )


def _between(before: str) -> str:
    return "" if before == _NO_AUTHOR else rf"(?P<author>[^\"«»“”:\n]{{4,40}}?)\s+{before}\s*"
