"""Where the phrase ends that a noun governs: the second half of names such as ministry of energy."""

from collections.abc import Mapping
from typing import Final

from schemas.entity import EntityKind
from workers.stages.entities.candidate import Candidate
from workers.stages.entities.passage import Passage
from workers.stages.entities.words import (
    ARABIC,
    BODY_ADJECTIVE,
    COMMON,
    DEFINITE,
    DOUBTFUL,
    FUNCTION,
    HEAD,
    NAME,
    NATIONALITY,
    PHRASE_END,
    TITLE,
    Word,
)

MAX_PHRASE_WORDS: Final = 7
"""Words that a head governs at most; longer official names are rare and mostly cut by a comma."""
MAX_QUOTED_WORDS: Final = 5
_MAX_NOUNS: Final = 2
_NEXT_CLAUSE: Final = "وي"
"""Letters that begin a joined clause or a verb, more likely than a foreign name behind a head."""
_SHORTEST_JOINED: Final = 6
"""Letters of وال and a word of three letters."""
_QUOTES: Final = {'"': '"', "«": "»", "“": "”", "”": "”", "'": "'"}


def quoted(passage: Passage, at: int) -> tuple[int, int] | None:
    """First and last token of a short name in quotation marks that open at a token; none if there is no such name."""
    words = passage.words
    if at >= len(passage) or words[at].key not in _QUOTES:
        return None
    closing = _QUOTES[words[at].key]
    for end in range(at + 1, min(len(passage), at + MAX_QUOTED_WORDS + 2)):
        if words[end].key == closing:
            return (at + 1, end - 1) if end > at + 1 else None
        if not words[end].key[:1].isalnum() and words[end].key != "+":
            return None
    return None


def governed(passage: Passage, head: int, known: Mapping[int, Candidate], *, alone: bool) -> int | None:
    """Find the last token of the phrase that a head without article governs.

    A genitive ends with its definite word (وزارة الطاقة), a known name (جامعة صنعاء) or a rare word that must be a
    name; adjectives and nouns joined by و may follow.

    Args:
        passage: the tokens.
        head: the head's token.
        known: names that begin at a token.
        alone: whether a known name or nationality suffices as the phrase.

    Returns:
        The token, or none where the head governs nothing that makes a name.
    """
    words = passage.words
    limit = min(len(passage), head + 1 + MAX_PHRASE_WORDS)
    at = head + 1
    nouns = 0
    while at < limit:
        flags = words[at].flags
        if (name := known.get(at)) is not None and not name.cut:
            if name.kind is not EntityKind.LOCATION and not nouns:
                return None
            at = name.last + 1
            break
        if not flags & ARABIC or flags & (FUNCTION | PHRASE_END | TITLE):
            return None
        if flags & DEFINITE:
            if flags & NATIONALITY and not alone:
                return None
            at += 1
            break
        if words[at].rare and words[at].key[0] not in _NEXT_CLAUSE:
            at += 1
            while at < limit and words[at].rare and words[at].key[0] not in _NEXT_CLAUSE:
                at += 1
            break
        nouns += 1
        if nouns > _MAX_NOUNS or not flags & COMMON or words[at].cut or (flags & HEAD and nouns > 1):
            return None
        at += 1
    else:
        return None
    return _adjectives(passage, at, limit, known) - 1


def _adjectives(passage: Passage, at: int, limit: int, known: Mapping[int, Candidate]) -> int:
    while at < limit and (describes(passage.words[at]) or (at not in known and _joins(passage.words[at]))):
        at += 1
    return at


def describes(word: Word) -> bool:
    """Whether a word is an adjective with article such as the names of bodies have, and no surname in its form."""
    flags = word.flags
    if flags & PHRASE_END or (flags & NAME and not flags & (DOUBTFUL | COMMON | NATIONALITY)):
        return False
    return bool(flags & DEFINITE and flags & (BODY_ADJECTIVE | NATIONALITY))


def _joins(word: Word) -> bool:
    """Whether a word joins another noun to the phrase: والغاز, للطاقة."""
    if word.key.startswith("وال"):
        return len(word.key) >= _SHORTEST_JOINED and not word.stem_flags & HEAD
    return word.key.startswith("لل") and bool(word.cut) and not word.stem_flags & (HEAD | FUNCTION)
