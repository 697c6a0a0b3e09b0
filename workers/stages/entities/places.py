"""Places by the noun before them: an unknown town behind مدينة, a river, a region with its adjective."""

from collections.abc import Iterable, Iterator

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

_COUNTRY_HEADS = frozenset({"جمهوريه", "مملكه", "سلطنه"})


def places(passage: Passage, earlier: Iterable[Candidate]) -> Iterator[Candidate]:
    """See places by their head noun."""
    known = {each.first: each for each in earlier if each.kind is EntityKind.LOCATION and not each.cut}
    words = passage.words
    for token, word in enumerate(words):
        whole = bool(word.flags & (PLACE_OUTSIDE | PLACE_INSIDE | REGION))
        flags = word.flags if whole else word.stem_flags
        after = token + 1
        stem = word.key if whole else word.stem
        if not flags & (PLACE_OUTSIDE | PLACE_INSIDE | REGION) or after >= len(passage) or stem.startswith("ال"):
            continue
        cut = 0 if whole else word.cut
        if flags & PLACE_INSIDE:
            if (name := known.get(after)) is not None:
                links = name.links if stem in _COUNTRY_HEADS else NO_LINKS
                yield _location(token, name.last, cut, links=links)
            elif words[after].rare and not words[after].flags & DEFINITE:
                yield _location(token, after, cut)
        elif flags & REGION:
            if (last := _region(passage, after)) is not None:
                yield _location(token, last, cut)
        elif after not in known and (words[after].rare or _surname_like(words[after].flags)):
            last = after
            if last + 1 < len(passage) and words[last + 1].rare and not words[last + 1].flags & DEFINITE:
                last += 1
            yield _location(after, last, 0)


def _location(first: int, last: int, cut: int, links: EntityLinks = NO_LINKS) -> Candidate:
    return Candidate(first=first, last=last, cut=cut, kind=EntityKind.LOCATION, weight=2.5, links=links)


def _surname_like(flags: int) -> bool:
    return bool(flags & NAME and not flags & NATIONALITY)


def _region(passage: Passage, at: int) -> int | None:
    """A definite word and the feminine relation adjective that belongs to منطقة, not to it."""
    words = passage.words
    if at + 1 >= len(passage):
        return None
    first, second = words[at], words[at + 1]
    if not first.flags & DEFINITE or first.flags & (PHRASE_END | BODY_ADJECTIVE):
        return None
    if second.flags & DEFINITE and second.flags & NATIONALITY:
        return at + 1
    return None
