"""Verbs that leads begin with, and headlines do not."""

from functools import cache

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list


@cache
def lead_verbs() -> frozenset[str]:
    """Give the verbs of `lead_verbs.txt`, folded."""
    return frozenset(map(fold, read_list("lead_verbs.txt")))
