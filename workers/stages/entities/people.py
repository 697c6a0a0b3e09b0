"""Persons: names after titles, names that begin with a given name, names that speak."""

from collections.abc import Iterable, Iterator
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
    FAMOUS,
    FUNCTION,
    GIVEN,
    HEAD,
    HONORIFIC,
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

MAX_TITLE_WORDS: Final = 9
"""Words from a title to its holder's name; longer official titles are cut by the sentence anyway."""
MAX_NAME_WORDS: Final = 8
_PREPOSITIONS: Final = frozenset({"في", "ل", "لدي", "باسم", "عن", "من", "علي", "الي", "ب"})
_MIN_RARE_CHARS: Final = 3
_ALI: Final = "علي"
_SURE: Final = 2
_NOT_FIRST: Final = frozenset({"الله", "الدين"})
_ORDINALS: Final = frozenset(
    map(
        key_of,
        "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(),  # of kings and popes
    )
)
_CALENDAR: Final = frozenset({"شهر", "يوم", "ليله", "مطلع", "اواخر", "منتصف"})
"""Behind these, names of persons are names of months and days."""


def people(passage: Passage, earlier: Iterable[Candidate]) -> Iterator[Candidate]:
    """See persons, with their titles where they have one."""
    places = {each.first: each for each in earlier if each.kind is not EntityKind.PERSON}
    token = 0
    while token < len(passage):
        word = passage.words[token]
        found = None
        if (word.flags | word.stem_flags) & TITLE:
            found = _titled(passage, token, places)
        if found is None and not word.flags & FUNCTION:
            found = _named(passage, token)
        if found is None and word.stem_flags & ATTRIBUTION:
            found = _speaking(passage, token + 1, places)
        if found is not None:
            yield found
        token += 1


def _titled(passage: Passage, title: int, places: dict[int, Candidate]) -> Candidate | None:
    words = passage.words
    honorific = words[title].stem_flags & HONORIFIC
    definite = words[title].stem.startswith("ال")
    role_last = title
    in_role = True
    commas = 0
    at = title + 1
    limit = min(len(passage), title + MAX_TITLE_WORDS)
    while at < limit:
        word = words[at]
        if word.key in {"،", ","} and not honorific and not commas and at > title + 1:
            commas = 1
            at += 1
            continue
        begins = _begins_name(word, strict=not definite and at == title + 1)
        if word.flags & DEFINITE and not (definite and at == title + 1):
            begins = 0  # an adjective, more likely
        place = places.get(at)
        if commas and begins == 1 and not (at + 1 < len(passage) and _continues_name(words[at + 1], word)):
            return None
        if begins and (place is None or begins == _SURE):
            return _person(passage, at, (title, role_last), needs=1)
        if commas or (honorific and not word.flags & (NATIONALITY | DEFINITE)):
            return None
        if place is not None:
            if in_role and not place.cut:
                role_last = place.last
            elif place.cut:
                in_role = False
            at = place.last + 1
            continue
        if word.key in _PREPOSITIONS or (word.cut and word.key[0] in "بل" and not word.flags & COMMON):
            in_role = False
        elif not word.flags & ARABIC or word.flags & (FUNCTION | ATTRIBUTION):
            return None
        elif in_role:
            role_last = at
        at += 1
    return None


def _named(passage: Passage, first: int) -> Candidate | None:
    word = passage.words[first]
    flags = word.flags if word.flags & NAME else word.stem_flags
    if not flags & NAME or flags & (HEAD | NATIONALITY | DEFINITE) or word.stem in _NOT_FIRST:
        return None
    if flags & DOUBTFUL and not flags & GIVEN:
        return None
    if word.key == _ALI and not (first + 1 < len(passage) and passage.words[first + 1].flags & GIVEN):
        return None  # many pages write the preposition على like the name
    if first and passage.words[first - 1].stem in _CALENDAR:
        return None
    return _person(passage, first, None, needs=1 if flags & FAMOUS else 2)


def _speaking(passage: Passage, first: int, places: dict[int, Candidate]) -> Candidate | None:
    if first >= len(passage) or first in places:
        return None
    word = passage.words[first]
    if word.cut or word.flags & DOUBTFUL or not (word.flags & NAME or (word.rare and len(word.key) > _MIN_RARE_CHARS)):
        return None
    if word.flags & (DEFINITE | HEAD) and not word.flags & NAME:
        return None
    return _person(passage, first, None, needs=1)


def _begins_name(word: Word, *, strict: bool) -> int:
    """How sure it is that a word begins a name: 0 not, 1 perhaps, 2 surely.

    Args:
        word: the word in question.
        strict: whether it stands right behind a title without article, whose genitive it may be.
    """
    flags = word.flags
    if flags & (FUNCTION | HEAD | NATIONALITY | PHRASE_END) or not flags & ARABIC or word.key in _NOT_FIRST:
        return 0
    if flags & NAME and not flags & DOUBTFUL:
        return 1 if flags & DEFINITE else 2
    if flags & PARTICLE:
        return 1
    if flags & DOUBTFUL and flags & GIVEN and not flags & DEFINITE:
        return 0 if strict else 1
    return int(word.rare and not flags & DEFINITE and len(word.key) >= _MIN_RARE_CHARS)


def _continues_name(word: Word, before: Word) -> bool:
    flags = word.flags
    if flags & (FUNCTION | TITLE | BODY | EVENT | PHRASE_END | ATTRIBUTION) or not flags & ARABIC:
        return False
    if flags & NAME and not flags & DOUBTFUL:
        return True
    if flags & PARTICLE:
        return True
    if before.flags & PARTICLE:
        return not flags & INFLECTED
    if flags & HEAD or flags & NATIONALITY:
        return False
    if flags & DEFINITE and word.key.endswith("ي") and not flags & COMMON:
        return bool(before.flags & NAME)  # a surname made of a place or trade, such as الخطابي
    if flags & DOUBTFUL:
        return bool(before.flags & GIVEN)
    if flags & (COMMON | INFLECTED) or word.stem_flags & (HEAD | FUNCTION | NATIONALITY | NAME):
        return False
    return word.rare and word.key[0] != "و"


def _names_by_company(before: Word, title: Word, after: Word) -> bool:
    """Whether what looks like a title is a name, since names stand on both sides: محمد الأمين زين."""
    return bool(
        before.flags & GIVEN and title.flags & NAME and title.flags & DEFINITE and after.flags & NAME
    ) and not after.flags & (DOUBTFUL | TITLE | FUNCTION)


def _person(passage: Passage, first: int, title: tuple[int, int] | None, *, needs: int) -> Candidate | None:
    words = passage.words
    last = first
    if first + 1 < len(passage) and words[first].flags & GIVEN and words[first + 1].key in _ORDINALS:
        last = first + 1
    end = min(len(passage), first + MAX_NAME_WORDS)
    while last + 1 < end:
        if _continues_name(words[last + 1], words[last]):
            last += 1
        elif last + 2 < end and _names_by_company(words[last], words[last + 1], words[last + 2]):
            last += 2
        else:
            break
    while last >= first and words[last].flags & PARTICLE and not words[last].flags & NAME:
        last -= 1
    if last - first + 1 < needs:
        return None
    if needs > 1 and not any(
        words[at].flags & NAME and not words[at].flags & DOUBTFUL for at in range(first, last + 1)
    ):
        return None
    head = words[first]
    cut = head.cut if not head.flags & (NAME | PARTICLE) and head.stem_flags & (NAME | PARTICLE) else 0
    role = None
    if title is not None:
        holder = words[title[0]]
        inside = holder.cut if not holder.flags & TITLE else 0
        role = (passage.start_of(title[0], inside), passage.ends[title[1]])
    surname = bool(words[last].flags & SURNAME)
    return Candidate(
        first=first,
        last=last,
        cut=cut,
        kind=EntityKind.PERSON,
        weight=4.0 if title else 2.0 + surname,
        role=role,
    )
