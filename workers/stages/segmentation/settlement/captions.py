"""Captions: which line between an article's head and its lead tells what its picture shows."""

import re
from collections.abc import Sequence
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs
from workers.stages.segmentation.features.signs import signs_of
from workers.stages.segmentation.lines import TEXT_CHARS, Line
from workers.stages.segmentation.markers import MARKER_CHARS
from workers.stages.segmentation.states import TEXT

_FIELDS: Final = frozenset({"stamp", "byline", "head_credit", "share"})
_FEWEST_SPACES: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")
_PLACED: Final = frozenset({"placed", "sourced"})


def settle_description(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take words without a verb for the picture's text that stand below the date or author and right above the lead.

    The lead is known by the place, the agency or the verb that it opens with, so that they are no part of it.
    """
    first = next((place for place, state in enumerate(states) if state in TEXT), 0)
    if not first or states[first - 1] not in _FIELDS or states[first + 1 : first + 2] != ["body"]:
        return states
    if _describes(lines[first].text) and _opens_lead(lines[first + 1].text):
        states[first] = "caption"
    return states


def _describes(text: str) -> bool:
    if len(text) > TEXT_CHARS or text.count(" ") < _FEWEST_SPACES:
        return False
    head = fold(text).lower()
    return head.split(None, 1)[0] not in lead_verbs() and "describes" in signs_of(text, head, named=False)


def _opens_lead(text: str) -> bool:
    word = _WORD.search(text)
    if word is not None and fold(word.group()) in lead_verbs():
        return True
    return not _PLACED.isdisjoint(signs_of(text, fold(text[:MARKER_CHARS]).lower(), named=False))
