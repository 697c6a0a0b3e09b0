"""Particles: words that lead up to what follows them, and that nothing ends with."""

from functools import cache

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list


@cache
def particles() -> frozenset[str]:
    """Read the particles, pronouns and auxiliary verbs, folded."""
    return frozenset(fold(word) for word in read_list("function_words.txt"))
