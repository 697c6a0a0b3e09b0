"""Resolution: which mentions name the same, and how the page names it most fully."""

from collections.abc import Iterable, Sequence
from typing import Final

from schemas.entity import Entity, EntityKind, EntityLinks
from workers.stages.entities.gazetteer import entries
from workers.stages.entities.mention import Mention
from workers.stages.entities.words import PLACE_INSIDE, PLACE_OUTSIDE, analyse

_NO_LINKS: Final = EntityLinks()


class Names:
    """All names of a page, asked for the fullest form of each.

    Args:
        mentions: every mention of the page, of all documents and of the related headlines.
    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        fullest: dict[tuple[EntityKind, tuple[str, ...]], Mention] = {}
        by_word: dict[tuple[EntityKind, str], dict[tuple[str, ...], Mention]] = {}
        countries: dict[str, Mention] = {}
        acronyms: dict[tuple[str, ...], tuple[str, ...]] = {}
        expansions = {}
        for each in mentions:
            kind = each.candidate.kind
            at = (kind, each.keys)
            if at not in fullest or (fullest[at].hides_article and not each.hides_article):
                fullest[at] = each
            expansions[each.start, each.end] = each.keys
            for word in set(each.keys):
                by_word.setdefault((kind, word), {}).setdefault(each.keys, each)
            iso = each.candidate.links.iso_country
            if iso is not None and (iso not in countries or len(each.keys) > len(countries[iso].keys)):
                countries[iso] = each
        for each in fullest.values():
            of = each.candidate.acronym_of
            if of is not None:
                start = each.passage.start_of(of.first, of.cut)
                keys = expansions.get((start, each.passage.ends[of.last]))
                if keys is not None:
                    acronyms.setdefault(each.keys, keys)
        self._fullest = fullest
        self._by_word = by_word
        self._countries = countries
        self._acronyms = acronyms
        self._canonical: dict[tuple[EntityKind, tuple[str, ...]], str] = {}

    def canonical(self, mention: Mention) -> str:
        """The fullest form of a mention's name on the page."""
        at = (mention.candidate.kind, mention.keys)
        if at not in self._canonical:
            self._canonical[at] = self._find(mention).text
        return self._canonical[at]

    def _find(self, mention: Mention) -> Mention:
        kind = mention.candidate.kind
        iso = mention.candidate.links.iso_country
        if iso is not None:
            return self._countries[iso]
        keys = self._acronyms.get(mention.keys, mention.keys)
        own = self._fullest.get((kind, keys), mention)
        wider = [
            other
            for other_keys, other in self._holding(kind, keys).items()
            if len(other_keys) > len(keys) and _same(kind, keys, other_keys)
        ]
        if not wider and kind is EntityKind.PERSON and len(keys) == 1:
            wider = self._near(keys[0])
        return max(wider, key=lambda other: (len(other.keys), -other.start)) if wider else own

    def _holding(self, kind: EntityKind, keys: tuple[str, ...]) -> dict[tuple[str, ...], Mention]:
        return self._by_word.get((kind, keys[-1] if kind is EntityKind.LOCATION else keys[0]), {})

    def _near(self, word: str) -> list[Mention]:
        """Persons whose surname has one letter more or less, or another one."""
        return [
            other
            for (kind, keys), other in self._fullest.items()
            if kind is EntityKind.PERSON and len(keys) > 1 and _one_edit(keys[-1], word)
        ]


def _same(kind: EntityKind, keys: tuple[str, ...], wider: tuple[str, ...]) -> bool:
    """Whether a longer name of the same kind can be the fuller form of a shorter one."""
    if kind is EntityKind.PERSON:
        return wider[-len(keys) :] == keys or wider[: len(keys)] == keys
    if kind is EntityKind.LOCATION:
        before = wider[: -len(keys)]
        heads = PLACE_INSIDE | PLACE_OUTSIDE
        return wider[-len(keys) :] == keys and len(before) == 1 and bool(analyse(before[0]).flags & heads)
    if kind is EntityKind.EVENT:
        return wider[0] == keys[0] and set(keys) <= set(wider)
    return wider[: len(keys)] == keys and len(keys) > 1


def _one_edit(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(longer) < 6 or len(longer) - len(shorter) > 1 or one[0] != other[0]:  # noqa: PLR2004  # as repetition.MIN_NEAR_CHARS
        return False
    at = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[at:] == longer[at + 1 :] or shorter[at + 1 :] == longer[at + 1 :]


def entities_of(mentions: Sequence[Mention], names: Names) -> tuple[Entity, ...]:
    """Make a document's entities, in the order of its text."""
    return tuple(
        Entity(
            kind=each.candidate.kind,
            text=each.text,
            start=each.start,
            end=each.end,
            canonical=names.canonical(each),
            role=each.passage.text[slice(*each.candidate.role)] if each.candidate.role else None,
            links=each.candidate.links or entries_links(each),
        )
        for each in mentions
    )


def entries_links(mention: Mention) -> EntityLinks:
    """What the gazetteer knows of a name that another witness saw."""
    kind, links = entries().get(" ".join(mention.keys), (None, _NO_LINKS))
    return links if kind is mention.candidate.kind else _NO_LINKS
