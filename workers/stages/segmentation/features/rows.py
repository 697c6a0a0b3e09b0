"""Rows: headlines in one line, with nothing or a recurring word between them."""

import re
from collections import Counter
from functools import cache
from itertools import islice
from typing import Final

from workers.arabic.conjunctions import joins
from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs, present_verbs
from workers.lexicon.loader import read_list

_CHARS: Final = range(140, 1500)
_PAUSE: Final = re.compile(r"[،؛,/.](?:(?<=[،؛,])|\s(?<=/\s)|\s(?<=\.\s)(?<!\.\.\s))")
"""The class of all marks comes first, since for nothing else a search passes over letters so fast."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_FOREIGN: Final = re.compile(r"[A-Za-z](?<!\S.)[A-Za-z]{2,}(?=\s)")
_FEWEST_DIVIDERS: Final = 3
_FEWEST_VERBS: Final = 2
_CHARS_A_BINDER: Final = 150
_CHARS_A_PAUSE: Final = 400
"""One headline of many may end in a stop or have a comma; of 22,500 paragraphs one more passes for a row."""


def is_row(text: str) -> bool:
    """Say whether a line is a row of headlines: it has several verbs, and nothing that would bind them together.

    Such a line hardly pauses, nor begins as a lead or a further sentence does. A foreign word that recurs parts items.
    """
    if len(text) not in _CHARS:
        return False
    most = len(text) // _CHARS_A_PAUSE
    if sum(1 for _ in islice(_PAUSE.finditer(text), most + 1)) > most:
        return False
    if max(Counter(_FOREIGN.findall(text)).values(), default=0) >= _FEWEST_DIVIDERS:
        return True
    words = _WORD.findall(fold(text).lower())
    if not words or joins(words[0]) or words[0] in lead_verbs() or words[0] in present_verbs():
        return False
    verbs = sum(word in present_verbs() for word in words)
    return verbs >= _FEWEST_VERBS and sum(word in _binders() for word in words) <= len(text) // _CHARS_A_BINDER


@cache
def _binders() -> frozenset[str]:
    return frozenset(map(fold, read_list("binding_words.txt")))
