"""Phrases of the page's own text, as far as they are made of a keyword line's words."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from workers.arabic.fold import fold

LONGEST: Final = 6
"""Words of the longest tag; tags mined from news have three at most, names of ministries five."""

_MARKS: Final = re.compile(r"[^\w\s]+")
_TATWEEL: Final = "ـ"
_MARKS_AND_DASHES: Final = re.compile(rf"[^\w\s]+|(?<!\w){_TATWEEL}+(?!\w)")
"""A tatweel alone is a dash."""
_BREAK: Final = "\0"
"""Stands for all marks: itself a mark, and no key of a word."""
_CLITICS: Final = ("و", "ف", "ب", "ل", "ك")
_FIRST_LETTERS: Final = frozenset(_CLITICS)
_ENDING: Final = 2


def count_phrases(texts: Iterable[str], vocabulary: frozenset[str]) -> Counter[tuple[str, ...]]:
    """Count the phrases of one to six words that texts hold, of words of the vocabulary only. Linear in the texts.

    A phrase's first word may carry a clitic; a mark between words ends a phrase.

    Args:
        texts: the texts, unfolded.
        vocabulary: keys of words, as `workers.arabic.words.word_key` makes them.
    """
    keys = {f"{key[:-1]}ة": key for key in vocabulary if key.endswith("ه")} | {key: key for key in vocabulary}
    # Few words end as a key does: the others are passed over as cheaply as can be.
    endings = tuple({key[-_ENDING:] for key in keys if key})
    counts: Counter[tuple[str, ...]] = Counter()
    text = f" {_BREAK} ".join(texts)
    marks = _MARKS_AND_DASHES if _TATWEEL in text else _MARKS
    words = fold(marks.sub(f" {_BREAK} ", text)).lower().split()
    run: list[str] = []
    next_ = 0
    for number, word in [(number, word) for number, word in enumerate(words) if word.endswith(endings)]:
        if number != next_:
            run = []
        next_ = number + 1
        key = keys.get(word)
        bare = _without_clitic(word, keys) if word[0] in _FIRST_LETTERS else None
        if key:
            run = [*run[-LONGEST + 1 :], key]
            for at in range(len(run)):
                counts[tuple(run[at:])] += 1
        else:
            run = [bare] if bare else []
        if bare:
            counts[(bare,)] += 1
    return counts


def _without_clitic(word: str, keys: dict[str, str]) -> str | None:
    bare = f"ا{word}" if word.startswith("لل") else word[1:]
    return keys.get(bare) or (keys.get(bare[1:]) if bare.startswith(_CLITICS) else None)
