"""Places by the noun before them: an unknown town behind مدينة, a river, a region with its adjective."""

from collections.abc import Iterable, Iterator
from typing import Final

from schemas.entity import EntityKind, EntityLinks
from workers.stages.entities.candidate import NO_LINKS, Candidate
from workers.stages.entities.passage import Passage
from workers.stages.entities.words import (
    BODY_ADJECTIVE,
    DEFINITE,
    NAME,
    NATIONALITY,
    PHRASE_END,
    PLACE_INSIDE,
    PLACE_OUTSIDE,
    REGION,
)

_HEADS: Final = PLACE_OUTSIDE | PLACE_INSIDE | REGION
_COUNTRY_HEADS: Final = frozenset({"جمهوريه", "مملكه", "سلطنه"})


def places(passage: Passage, earlier: Iterable[Candidate]) -> Iterator[Candidate]:
    """See places by their head noun."""
    known = {each.first: each for each in earlier if each.kind is EntityKind.LOCATION and not each.cut}
    for token, word in enumerate(passage.words[:-1]):
        if not word.either & _HEADS:
            continue
        whole = bool(word.flags & _HEADS)
        if (word.key if whole else word.stem).startswith("ال"):
            continue
        flags = word.flags if whole else word.stem_flags
        cut = 0 if whole else word.cut
        if flags & PLACE_INSIDE:
            found = _with_head(passage, token, cut, known.get(token + 1))
        elif flags & REGION:
            found = _region(passage, token, cut)
        else:
            found = None if token + 1 in known else _alone(passage, token + 1)
        if found is not None:
            yield found


def _with_head(passage: Passage, head: int, cut: int, name: Candidate | None) -> Candidate | None:
    word = passage.words[head]
    after = passage.words[head + 1]
    if name is not None:
        country = (word.stem if cut else word.key) in _COUNTRY_HEADS
        return _location(head, name.last, cut, links=name.links if country else NO_LINKS)
    return _location(head, head + 1, cut) if after.rare and not after.flags & DEFINITE else None


def _alone(passage: Passage, first: int) -> Candidate | None:
    words = passage.words
    if not words[first].rare and (not words[first].flags & NAME or words[first].flags & NATIONALITY):
        return None
    further = first + 1 < len(passage) and words[first + 1].rare and not words[first + 1].flags & DEFINITE
    return _location(first, first + further, 0)


def _location(first: int, last: int, cut: int, links: EntityLinks = NO_LINKS) -> Candidate:
    return Candidate(first=first, last=last, cut=cut, kind=EntityKind.LOCATION, weight=2.5, links=links)


def _region(passage: Passage, head: int, cut: int) -> Candidate | None:
    """A definite word and the nationality that belongs to منطقة: منطقة الساحل الإفريقية."""
    words = passage.words
    if head + 2 >= len(passage):
        return None
    first, second = words[head + 1], words[head + 2]
    if not first.flags & DEFINITE or first.flags & (PHRASE_END | BODY_ADJECTIVE):
        return None
    return _location(head, head + 2, cut) if second.flags & DEFINITE and second.flags & NATIONALITY else None
