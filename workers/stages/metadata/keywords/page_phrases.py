"""Phrases of the page's own text, as far as they are made of a keyword line's words."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from workers.arabic.words import keys_of

LONGEST: Final = 6
"""Words of the longest tag; tags mined from news have three at most, names of ministries five."""

_MARKS: Final = re.compile(r"[^\w\s]+|(?<!\w)ـ+(?!\w)")
_BREAK: Final = "\0"
"""Stands for all marks: itself a mark, and no key of a word."""
_CLITICS: Final = "وفبلك"


def count_phrases(texts: Iterable[str], vocabulary: frozenset[str]) -> Counter[tuple[str, ...]]:
    """Count the phrases of one to six words that texts hold, of words of the vocabulary only. Linear in the texts.

    A phrase's first word may carry a clitic; a mark between words ends a phrase.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        run: list[str] = []
        for key in keys_of(_MARKS.sub(f" {_BREAK} ", text)):
            bare = _without_clitic(key, vocabulary) if key[0] in _CLITICS else None
            if key in vocabulary:
                run = [*run[-LONGEST + 1 :], key]
                for at in range(len(run)):
                    counts[tuple(run[at:])] += 1
            elif run or bare:
                run = [bare] if bare else []
            if bare:
                counts[(bare,)] += 1
    return counts


def _without_clitic(key: str, vocabulary: frozenset[str]) -> str | None:
    bare = f"ا{key}" if key.startswith("لل") else key[1:]
    if bare in vocabulary:
        return bare
    return bare[1:] if bare[:1] in _CLITICS and bare[1:] in vocabulary else None
