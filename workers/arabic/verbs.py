"""Verbs: those that leads begin with and headlines do not, and those that tell in headlines what happens."""

from functools import cache

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list


@cache
def lead_verbs() -> frozenset[str]:
    """Give the verbs of `lead_verbs.txt`, folded."""
    return frozenset(map(fold, read_list("lead_verbs.txt")))


@cache
def present_verbs() -> frozenset[str]:
    """Give the verbs of `present_verbs.txt`, folded as they stand there."""
    return frozenset(read_list("present_verbs.txt"))
