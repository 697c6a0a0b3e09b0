"""How far a person's name reaches, and where one can begin."""

from typing import Final

from schemas.entity import EntityKind
from workers.stages.entities.candidate import Candidate
from workers.stages.entities.passage import Passage
from workers.stages.entities.words import (
    ARABIC,
    ATTRIBUTION,
    BODY,
    COMMON,
    DEFINITE,
    DOUBTFUL,
    EVENT,
    FUNCTION,
    GIVEN,
    HEAD,
    INFLECTED,
    NAME,
    NATIONALITY,
    PARTICLE,
    PHRASE_END,
    SURNAME,
    TITLE,
    Word,
    key_of,
)

MAX_NAME_WORDS: Final = 8
"""Gulf names with two بن and آل have seven or eight words; nothing longer is one name."""
MIN_RARE_CHARS: Final = 3
SURELY: Final = 2
PERHAPS: Final = 1
NOT_FIRST: Final = frozenset({"الله", "الدين"})
"""Second halves of names."""

# of kings and popes
_ORDINALS: Final = frozenset(
    map(key_of, ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"))
)


def begins_name(word: Word, *, strict: bool = False) -> int:
    """How sure it is that a word begins a name: 0 for not, `PERHAPS` or `SURELY`.

    Args:
        word: the word in question.
        strict: whether it stands right behind a title without article, whose genitive it may be.
    """
    flags = word.flags
    if flags & (FUNCTION | HEAD | NATIONALITY | PHRASE_END) or not flags & ARABIC or word.key in NOT_FIRST:
        return 0
    if flags & NAME and not flags & DOUBTFUL:
        return PERHAPS if flags & DEFINITE else SURELY
    if flags & PARTICLE:
        return PERHAPS
    if flags & DEFINITE or (strict and flags & DOUBTFUL):
        return 0
    return PERHAPS if (flags & DOUBTFUL and flags & GIVEN) or (word.rare and len(word.key) >= MIN_RARE_CHARS) else 0


def continues_name(word: Word, before: Word) -> bool:
    """Whether a word goes on with the name that the word before it belongs to."""
    flags = word.flags
    if flags & (FUNCTION | TITLE | BODY | EVENT | PHRASE_END | ATTRIBUTION) or not flags & ARABIC:
        return False
    if flags & PARTICLE or (flags & NAME and not flags & DOUBTFUL):
        return True
    if before.flags & PARTICLE or flags & (HEAD | NATIONALITY):
        return bool(before.flags & PARTICLE) and not flags & INFLECTED
    if flags & DEFINITE and word.key.endswith("ي") and not flags & COMMON:
        return bool(before.flags & NAME)  # a surname made of a place or trade, such as الخطابي
    if flags & DOUBTFUL:
        return bool(before.flags & GIVEN)
    # whatever comes behind a seeming و is the next clause, more likely than a name in و
    return word.rare and not word.key.startswith("و")


def name_from(
    passage: Passage, first: int, *, title: tuple[int, int] | None = None, needs: int = 1
) -> Candidate | None:
    """Take the name that begins at a token.

    Args:
        passage: the tokens.
        first: the name's first token.
        title: first and last token of the title before it.
        needs: words that the name must have; from two on, one of them must be a listed name.
    """
    words = passage.words
    end = min(len(passage), first + MAX_NAME_WORDS)
    last = first
    if first + 1 < end and words[first].flags & GIVEN and words[first + 1].key in _ORDINALS:
        last = first + 1
    while last + 1 < end:
        if continues_name(words[last + 1], words[last]):
            last += 1
        elif last + 2 < end and _names_by_company(*words[last : last + 3]):
            last += 2
        else:
            break
    while last >= first and words[last].flags & PARTICLE and not words[last].flags & NAME:
        last -= 1
    if last - first + 1 < needs or (needs > 1 and not any(_listed(word) for word in words[first : last + 1])):
        return None
    head = words[first]
    return Candidate(
        first=first,
        last=last,
        cut=head.cut if not head.flags & (NAME | PARTICLE) and head.stem_flags & (NAME | PARTICLE) else 0,
        kind=EntityKind.PERSON,
        weight=4.0 if title else 2.0 + bool(words[last].flags & SURNAME),
        role=_role(passage, *title) if title else None,
    )


def _listed(word: Word) -> bool:
    return bool(word.flags & NAME) and not word.flags & DOUBTFUL


def _names_by_company(before: Word, title: Word, after: Word) -> bool:
    """Whether what looks like a title is a name, since names stand on both sides: محمد الأمين زين."""
    definite_name = title.flags & NAME and title.flags & DEFINITE
    return bool(before.flags & GIVEN and definite_name) and _listed(after) and not after.flags & (TITLE | FUNCTION)


def _role(passage: Passage, first: int, last: int) -> tuple[int, int]:
    holder = passage.words[first]
    return passage.start_of(first, 0 if holder.flags & TITLE else holder.cut), passage.ends[last]
