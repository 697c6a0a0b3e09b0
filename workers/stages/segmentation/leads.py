"""Leads: how an article's first text begins, what the headline above it looks like, and where a list cuts it off."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.particles import particles
from workers.arabic.verbs import lead_verbs, present_verbs
from workers.lexicon.loader import read_list
from workers.stages.segmentation.features.topics import stems_of
from workers.stages.segmentation.lines import TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.phrases.datelines import OPENING_CHARS, opening_of, opens_dateline
from workers.stages.segmentation.phrases.markers import marker_of
from workers.stages.segmentation.states import TEXT

_WORD: Final = re.compile(r"[^\W\d_]+")
_PADDING: Final = "….[]()\xa0 "
_BUTTON_CHARS: Final = 30
_AND: Final = "و"
_BACK: Final = frozenset({"جاء", "جاءت", "ياتي", "تاتي", "يذكر"})
"""With these a paragraph goes back to the one above, though leads begin with them, too: `جاء ذلك خلال ...`."""
_FEWEST_SHARED: Final = 2
_LEAD_CHARS: Final = 160
_LEAD_LINES: Final = 6


def opens_article(text: str) -> bool:
    """Say whether a text begins as leads do: with a verb of theirs, or with a dateline's place or source.

    Verbs that may be read as nouns count where the text is no headline by its length or its end.
    """
    if len(text) < TEXT_CHARS:
        return False
    head = opening_of(text)
    word = _WORD.search(head)
    if word is None:
        return False
    first = word.group()
    if first in lead_verbs():
        return first not in _BACK
    if first in _nominal_verbs():
        return not may_be_title(text)
    return opens_dateline(head, colon=not may_be_title(text))


def opens_with_verb(folded: str) -> bool:
    """Say whether a folded line's first word is a verb that leads begin with."""
    return not lead_verbs().isdisjoint(folded.split(None, 1)[:1])


def goes_on(text: str) -> bool:
    """Say whether a text begins with "and" and a verb or a particle, as paragraphs do that others stand above."""
    word = _WORD.search(fold(text[:OPENING_CHARS]))
    first = word.group() if word else ""
    if first[:1] != _AND:
        return False
    return first[1:] in present_verbs() or first[1:] in lead_verbs() or first[1:] in particles()


def is_cut_off(text: str) -> bool:
    """Say whether a text ends in dots, with nothing behind them but a button."""
    tail = len(text) - _BUTTON_CHARS
    dots = max(text.rfind("..", tail), text.rfind("…", tail))
    if dots < 0:
        return False
    rest = text[dots:].strip(_PADDING)
    return not rest or marker_of(rest) is not None


def lead_from(lines: Sequence[Line], states: Sequence[str], first: int) -> str:
    """Give the beginning of the text whose first line is given: lines may be broken, a dateline have its own."""
    texts: list[str] = []
    for line, state in zip(lines[first:], states[first:], strict=False):
        if state in TEXT:
            texts.append(line.text)
        if len(texts) == _LEAD_LINES or sum(map(len, texts)) >= _LEAD_CHARS:
            break
    return " ".join(texts)


def tell_of_one(title: str, text: str) -> bool:
    """Say whether a headline shares as many words with a text as most do with their lead."""
    return len(stems_of(title) & stems_of(text)) >= _FEWEST_SHARED


@cache
def _nominal_verbs() -> frozenset[str]:
    return frozenset(map(fold, read_list("nominal_verbs.txt")))
