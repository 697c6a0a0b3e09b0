"""Names known beforehand, found by one automaton over the passage's keys."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

import ahocorasick

from schemas.entity import EntityKind, EntityLinks
from workers.lexicon.loader import read_list
from workers.lexicon.names import cities, countries, more_cities
from workers.stages.entities.candidate import NO_LINKS, Candidate
from workers.stages.entities.passage import Passage
from workers.stages.entities.words import CLITICS, COMMON, FUNCTION, TANWIN, Word, key_of

_LONGEST_CLITIC: Final = max(map(len, CLITICS))
_SHORTEST_AFTER_CLITIC: Final = 3
"""Letters that a name keeps behind a clitic; shorter ones match inside too many words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name."""

    length: int
    kind: EntityKind
    links: EntityLinks
    hidden_article: bool
    """Spelled as after the preposition ل, which swallows the article's alif: the match's first letter is clitic."""


@cache
def entries() -> dict[str, tuple[EntityKind, EntityLinks]]:
    """All known names by key; the first list that has a name says what it is."""
    known: dict[str, tuple[EntityKind, EntityLinks]] = {}
    for country in countries():
        links = EntityLinks(iso_country=country.iso, wikidata=country.wikidata or None)
        for name in country.names:
            known.setdefault(key_of(name), (EntityKind.LOCATION, links))
    for name in read_list("organisations.txt"):
        known.setdefault(key_of(name), (EntityKind.ORGANISATION, NO_LINKS))
    for name in read_list("events.txt"):
        known.setdefault(key_of(name), (EntityKind.EVENT, NO_LINKS))
    items = {key_of(city.name): city.wikidata for city in cities()}
    for name in read_list("regions.txt"):
        known.setdefault(key_of(name), (EntityKind.LOCATION, EntityLinks(wikidata=items.get(key_of(name)))))
    for name, wikidata in items.items():
        known.setdefault(name, (EntityKind.LOCATION, EntityLinks(wikidata=wikidata)))
    for name in more_cities():
        known.setdefault(key_of(name), (EntityKind.LOCATION, NO_LINKS))
    return known


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name, (kind, links) in entries().items():
        spelled = " ".join(name.replace("+", " + ").split())
        automaton.add_word(spelled + " ", Entry(len(spelled), kind, links, hidden_article=False))
        if name.startswith("ال"):
            hidden = "لل" + spelled[2:] if not spelled.startswith("الل") else "ل" + spelled[1:]
            automaton.add_word(hidden + " ", Entry(len(hidden), kind, links, hidden_article=True))
    automaton.make_automaton()
    return automaton


def known_names(passage: Passage, _earlier: Iterable[Candidate]) -> Iterator[Candidate]:
    """See every known name, also behind clitics."""
    if not len(passage):
        return
    keys = [word.key for word in passage.words]
    line = " ".join(keys) + " "
    starts = list(accumulate([len(key) + 1 for key in keys], initial=0))
    for end, entry in _automaton().iter(line):
        start = end - entry.length
        first = bisect_right(starts, start) - 1
        cut = start - starts[first]
        if cut > _LONGEST_CLITIC:
            continue
        last = bisect_right(starts, end) - 1
        if passage.words[last].flags & TANWIN:
            continue
        if cut:
            if entry.length < _SHORTEST_AFTER_CLITIC or line[start - cut : start] not in CLITICS:
                continue
            if last == first and _is_word_of_its_own(passage.words[first]):
                continue
        yield Candidate(
            first=first,
            last=last,
            cut=cut + entry.hidden_article,
            kind=entry.kind,
            weight=3.0,
            links=entry.links,
        )


def _is_word_of_its_own(word: Word) -> bool:
    """Whether a seeming clitic belongs to a common word; that list has no places with clitics."""
    return bool(word.flags & (COMMON | FUNCTION))
