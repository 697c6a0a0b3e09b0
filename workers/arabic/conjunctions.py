"""Conjunctions: the `و` that a sentence or a paragraph goes on with, stuck to its first word."""

from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs
from workers.lexicon.loader import read_list

_AND: Final = "و"


def joins(word: str) -> bool:
    """Say whether a folded word begins with `و` and is no word of its own with it: `وقال`, but not `وزير` or `وصل`."""
    return word.startswith(_AND) and word not in _own_words() and word not in lead_verbs()


@cache
def _own_words() -> frozenset[str]:
    return frozenset(map(fold, read_list("waw_words.txt")))
