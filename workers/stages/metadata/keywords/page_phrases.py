"""Phrases of the page's own text, as far as they are made of a keyword line's words."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workers.arabic.fold import DROPPED, fold

LONGEST: Final = 6
"""Words of the longest tag; tags mined from news have three at most, names of ministries five."""

_TATWEEL: Final = "ـ"
_DASH: Final = re.compile(rf"(?<!\w){_TATWEEL}+(?!\w)")
"""A tatweel alone is one."""
_DROPPED: Final = re.compile(f"[{''.join(DROPPED - {_TATWEEL})}]")
_BREAK: Final = " \0 "
"""Stands for marks: itself one, and no part of a word."""
_CLITICS: Final = ("و", "ف", "ب", "ل", "ك")
_FIRST_LETTERS: Final = frozenset(_CLITICS)
_MOST_CLITICS: Final = 2


def find_phrases(texts: Iterable[str], vocabulary: frozenset[str]) -> set[tuple[str, ...]]:
    """Find the phrases of one to six words that texts hold, of words of the vocabulary only. Linear in the texts.

    A phrase's first word may carry a clitic; a mark between words ends a phrase.

    Args:
        texts: the texts, unfolded.
        vocabulary: keys of words, as `workers.arabic.words.word_key` makes them.
    """
    keys = {f"{key[:-1]}ة": key for key in vocabulary if key.endswith("ه")} | {key: key for key in vocabulary if key}
    phrases: set[tuple[str, ...]] = set()
    run: list[str] = []
    text = _folded(_BREAK.join(texts))
    last = 0
    for start, end in _places(keys, text):
        if not text[last:start].isspace():
            run = []
        last = end
        word = text[start:end]
        key = keys.get(word)
        bare = _without_clitic(word, keys) if word[0] in _FIRST_LETTERS else None
        if key:
            run = [*run[-LONGEST + 1 :], key]
            phrases.update(tuple(run[at:]) for at in range(len(run)))
        else:
            run = [bare] if bare else []
        if bare:
            phrases.add((bare,))
    return phrases


def _folded(text: str) -> str:
    """Fold a text, with a space on both sides; marks that folding drops become others, since all marks end phrases."""
    folded = fold(text)
    if len(folded) < len(text):
        text = _DROPPED.sub(_BREAK, text)
        folded = fold(_DASH.sub(_BREAK, text) if _TATWEEL in text else text)
    return f" {folded.lower()} "


def _places(words: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Find where words stand in a text, with clitics before them or without, sorted.

    To look for a few words costs much less than to part the text into all of its own.
    """
    # The clitic `ل` swallows the article's first letter.
    forms = {form for word in words for form in ((word, word[1:]) if word.startswith("الل") else (word,))}
    return sorted({place for form in forms for place in _places_of(form, text)})


def _places_of(form: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(form)
    while at >= 0:
        start, end = at, at + len(form)
        if not _is_of_word(text[end]):
            while start >= at - _MOST_CLITICS and _is_of_word(text[start - 1]):
                start -= 1
            if start >= at - _MOST_CLITICS:
                yield start, end
        at = text.find(form, at + 1)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _without_clitic(word: str, keys: dict[str, str]) -> str | None:
    bare = f"ا{word}" if word.startswith("لل") else word[1:]
    return keys.get(bare) or (keys.get(bare[1:]) if bare.startswith(_CLITICS) else None)
