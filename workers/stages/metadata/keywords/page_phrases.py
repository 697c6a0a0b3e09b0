"""Phrases of the page's own text, as far as they are made of a keyword line's words."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from workers.stages.metadata.keywords.words import word_key

LONGEST: Final = 6
"""Words of the longest tag; tags mined from news have three at most, names of ministries five."""

_WORD: Final = re.compile(r"\w+")
_CLITICS: Final = ("و", "ف", "ب", "ل", "ك")


def count_phrases(texts: Iterable[str], vocabulary: frozenset[str]) -> Counter[tuple[str, ...]]:
    """Count the phrases of one to six words that texts hold, of words of the vocabulary only. Linear in the texts.

    A phrase's first word may carry a clitic; a mark between words ends a phrase.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        run: list[str] = []
        end = 0
        for match in _WORD.finditer(text):
            if text[end : match.start()].strip():
                run = []
            end = match.end()
            key = word_key(match.group())
            if key in vocabulary:
                run = [*run[-LONGEST + 1 :], key]
                counts.update(tuple(run[at:]) for at in range(len(run)))
            if (bare := _without_clitic(key, vocabulary)) is not None:
                if key not in vocabulary:
                    run = [bare]
                counts[(bare,)] += 1
            elif key not in vocabulary:
                run = []
    return counts


def _without_clitic(key: str, vocabulary: frozenset[str]) -> str | None:
    if not key.startswith(_CLITICS):
        return None
    bare = f"ا{key}" if key.startswith("لل") else key[1:]
    if bare in vocabulary:
        return bare
    return bare[1:] if bare[:1] in _CLITICS and bare[1:] in vocabulary else None
