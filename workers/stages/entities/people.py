"""Persons: names after titles, names that begin with a given name, names that speak."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from schemas.entity import EntityKind
from workers.stages.entities.candidate import Candidate
from workers.stages.entities.names import MIN_RARE_CHARS, NOT_FIRST, name_from
from workers.stages.entities.passage import Passage
from workers.stages.entities.titles import titled
from workers.stages.entities.words import (
    ATTRIBUTION,
    DEFINITE,
    DOUBTFUL,
    FAMOUS,
    FUNCTION,
    GIVEN,
    HEAD,
    NAME,
    NATIONALITY,
    TITLE,
)

ALI: Final = "علي"
"""The name that many pages write the preposition على like."""
_OF_INTEREST: Final = TITLE | NAME | ATTRIBUTION
_CALENDAR: Final = frozenset({"شهر", "يوم", "ليله", "مطلع", "اواخر", "منتصف"})
"""Behind these, names of persons are names of months and days."""


def people(passage: Passage, earlier: Iterable[Candidate]) -> Iterator[Candidate]:
    """See persons, with their titles where they have one."""
    known = {each.first: each for each in earlier if each.kind is not EntityKind.PERSON}
    for token, word in enumerate(passage.words):
        if not (word.rare or word.either & _OF_INTEREST):
            continue
        found = titled(passage, token, known) if word.either & TITLE else None
        if found is None and word.rare:
            found = _foreign(passage, token)
        elif found is None and not word.flags & FUNCTION:
            found = _named(passage, token)
        if found is None and word.stem_flags & ATTRIBUTION:
            found = _speaking(passage, token + 1, known)
        if found is not None:
            yield found


def _named(passage: Passage, first: int) -> Candidate | None:
    """A name whose first word is listed: two words, or a public figure's surname alone."""
    word = passage.words[first]
    flags = word.flags if word.flags & NAME else word.stem_flags
    if not flags & NAME or flags & (HEAD | NATIONALITY | DEFINITE) or word.stem in NOT_FIRST:
        return None
    if flags & DOUBTFUL and not flags & GIVEN:
        return None
    if word.key == ALI and not (first + 1 < len(passage) and passage.words[first + 1].flags & GIVEN):
        return None
    if first and passage.words[first - 1].stem in _CALENDAR:
        return None
    return name_from(passage, first, needs=1 if flags & FAMOUS else 2)


def _foreign(passage: Passage, first: int) -> Candidate | None:
    """A rare word before a public figure's surname, or before a name or rare word with a nationality in front."""
    words = passage.words
    if first + 1 >= len(passage) or words[first].flags & DEFINITE or len(words[first].key) < MIN_RARE_CHARS:
        return None
    after = words[first + 1].flags
    citizen = first and words[first - 1].flags & NATIONALITY and words[first - 1].flags & DEFINITE
    listed = after & NAME and not after & (DOUBTFUL | DEFINITE | FUNCTION | HEAD)
    if not (after & FAMOUS or (citizen and (listed or words[first + 1].rare))):
        return None
    person = name_from(passage, first)
    return person if person is not None and person.length > 1 else None


def _speaking(passage: Passage, first: int, known: Mapping[int, Candidate]) -> Candidate | None:
    """The subject of a verb of saying, where it is a listed name or a rare word."""
    if first >= len(passage) or first in known:
        return None
    word = passage.words[first]
    listed = word.flags & NAME and not word.flags & DOUBTFUL
    unheard = word.rare and not word.flags & DEFINITE and len(word.key) > MIN_RARE_CHARS and word.key[0] not in "وي"
    return name_from(passage, first) if not word.cut and (listed or unheard) else None
