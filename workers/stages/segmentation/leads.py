"""Leads: how an article's first text begins, what the headline above it looks like, and where a list cuts it off."""

import re
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs, present_verbs
from workers.lexicon.loader import read_list
from workers.stages.segmentation.features.topics import stems_of
from workers.stages.segmentation.lines import HEADLINE_CHARS, TEXT_CHARS
from workers.stages.segmentation.markers import marker_of
from workers.stages.segmentation.names import names_any_source, names_place

_CLOSERS: Final = "\"'»”’)]"
_ENDS: Final = (".", ",", "،", ":", "؛", "…")
_WORD: Final = re.compile(r"[^\W\d_]+")
_DATELINE: Final = re.compile(r"(?P<name>[^\W\d_]{2,}(?:\s[^\W\d_]{2,}){0,2})\s?(?P<divider>[-–—/:|(])")
_OPENING_CHARS: Final = 80
"""A dateline's place and what divides it from the lead are within them."""
_PADDING: Final = "….[]()\xa0 "
_BUTTON_CHARS: Final = 30
_AND: Final = "و"
_BACK: Final = frozenset({"جاء", "جاءت", "ياتي", "تاتي", "يذكر"})
"""With these a paragraph goes back to the one above, though leads begin with them, too: `جاء ذلك خلال ...`."""
_FEWEST_SHARED: Final = 2


def opens_article(text: str) -> bool:
    """Say whether a text begins as leads do: with a verb of theirs, or with a dateline's place or source.

    Verbs that may be read as nouns count where the text is no headline by its length or its end.
    """
    if len(text) < TEXT_CHARS:
        return False
    head = fold(text[:_OPENING_CHARS])
    word = _WORD.search(head)
    if word is None:
        return False
    first = word.group()
    if first in lead_verbs():
        return first not in _BACK
    if first in _nominal_verbs():
        return not may_be_title(text)
    dateline = _DATELINE.match(head, word.start())
    if dateline is None or (dateline["divider"] == ":" and may_be_title(text)):
        return False
    name = dateline["name"].lower()
    return names_place(name) or names_any_source(name)


def goes_on(text: str) -> bool:
    """Say whether a text begins with "and" and a verb, as paragraphs do that others stand above."""
    word = _WORD.search(fold(text[:_OPENING_CHARS]))
    first = word.group() if word else ""
    return first[:1] == _AND and (first[1:] in present_verbs() or first[1:] in lead_verbs())


def may_be_title(text: str) -> bool:
    """Say whether a line is as long as headlines are and does not end as sentences do."""
    return len(text) in HEADLINE_CHARS and not text.rstrip(_CLOSERS).endswith(_ENDS)


def is_cut_off(text: str) -> bool:
    """Say whether a text ends in dots, with nothing behind them but a button."""
    tail = len(text) - _BUTTON_CHARS
    dots = max(text.rfind("..", tail), text.rfind("…", tail))
    if dots < 0:
        return False
    rest = text[dots:].strip(_PADDING)
    return not rest or marker_of(rest) is not None


def tell_of_one(title: str, text: str) -> bool:
    """Say whether a headline shares as many words with a text as most do with their lead."""
    return len(stems_of(title) & stems_of(text)) >= _FEWEST_SHARED


@cache
def _nominal_verbs() -> frozenset[str]:
    return frozenset(map(fold, read_list("nominal_verbs.txt")))
