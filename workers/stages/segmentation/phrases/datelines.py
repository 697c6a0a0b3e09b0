"""Datelines: a place or a source, perhaps a day, and what divides them from the lead: `أبوظبي في 19 نوفمبر / وام /`."""

import re
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.phrases.names import names_any_source, names_place, names_source

OPENING_CHARS: Final = 80
"""A dateline's first part and what divides it from the rest are within them."""
_DATELINE: Final = re.compile(
    r"[^\w\s]*(?P<name>[^\W\d_]{2,}(?:\s[^\W\d_]{2,}){0,2}?|[^\W\d_](?:[\s.]\s?[^\W\d_]){1,2})"
    r"(?:\s(?:في\s)?\d[\d/.-]*(?:\s[^\W\d_]+)?(?:\s\d{4})?)?"
    r"\)?\s?(?P<divider>[-–—/:|(])(?:\s?(?P<source>[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?[)/])?"
)

_DIVIDED: Final = re.compile(r"\s?[-–—/|():\[\]]+\s?")
_TATWEEL: Final = " ـ "
"""Folding leaves none, which some sites divide with."""
_NAMES: Final = 2


def opening_of(text: str) -> str:
    """Fold a text's beginning, which a dateline and more are within; a tatweel that stands for a dash becomes one."""
    return fold(text[:OPENING_CHARS].replace(_TATWEEL, " - "))


def opens_wire(text: str) -> bool:
    """Say whether a text opens with a place and a source between dividers, as a wire's lead does and no headline."""
    parts = _DIVIDED.split(opening_of(text).lower().lstrip(), maxsplit=_NAMES)
    if len(parts) <= _NAMES or not parts[_NAMES]:
        return False
    first, second = parts[:_NAMES]
    return (names_place(first) and names_any_source(second)) or (names_any_source(first) and names_place(second))


def opens_dateline(head: str, *, colon: bool) -> bool:
    """Say whether a text's beginning is a dateline's: a place's or source's name, or any before a source.

    Args:
        head: the text's first characters, folded, as `opening_of` gives them.
        colon: whether a colon divides, too, as it does where speakers stand before what they say.
    """
    match = _DATELINE.match(head)
    if match is None or (match["divider"] == ":" and not colon):
        return False
    name, source = match["name"].lower(), match["source"]
    return names_place(name) or names_any_source(name) or (source is not None and names_source(source.lower()))
