"""Resolution: which mentions name the same, and how the page names it most fully."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from schemas.entity import Entity, EntityKind, EntityLinks
from workers.stages.entities.candidate import NO_LINKS
from workers.stages.entities.gazetteer import entries
from workers.stages.entities.mention import Mention
from workers.stages.entities.repetition import MIN_NEAR_CHARS, near_spellings
from workers.stages.entities.words import PLACE_INSIDE, PLACE_OUTSIDE, analyse

_NEAR: Final = "~"
"""Before the spelling in the key of a surname's near spelling: no word begins with it."""

_Key = tuple[EntityKind, tuple[str, ...]]
_K = TypeVar("_K")


class Names:
    """All names of a page, asked for the fullest form of each.

    Each name is filed under every shorter form that may stand for it, a bounded number, so that the page's names are
    never compared in pairs.

    Args:
        mentions: every mention of the page, of all documents and of the related headlines.
    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._fullest: dict[_Key, Mention] = {}
        self._countries: dict[str, Mention] = {}
        self._acronyms: dict[tuple[str, ...], tuple[str, ...]] = {}
        at_span: dict[tuple[int, int], Mention] = {}
        for each in mentions:
            kind = each.candidate.kind
            at_span[each.start, each.end] = each
            for keys in _short_forms(kind, each.keys):
                _keep_fuller(self._fullest, (kind, keys), each)
            iso = each.candidate.links.iso_country
            if iso is not None:
                _keep_fuller(self._countries, iso, each)
        for each in at_span.values():
            whole = each.candidate.acronym_of
            if whole is not None:
                start = each.passage.start_of(whole.first, whole.cut)
                expansion = at_span.get((start, each.passage.ends[whole.last]))
                if expansion is not None:
                    self._acronyms.setdefault(each.keys, expansion.keys)

    def canonical(self, mention: Mention) -> str:
        """The fullest form of a mention's name on the page."""
        kind = mention.candidate.kind
        iso = mention.candidate.links.iso_country
        if iso is not None:
            return self._countries[iso].text
        found = self._fullest[kind, self._acronyms.get(mention.keys, mention.keys)]
        if found.keys == mention.keys and kind is EntityKind.PERSON and len(mention.keys) == 1:
            found = self._nearest(mention.keys[0]) or found
        return found.text

    def _nearest(self, surname: str) -> Mention | None:
        """The fullest name whose surname is spelled nearly so."""
        if len(surname) < MIN_NEAR_CHARS:
            return None
        spellings = ((EntityKind.PERSON, (_NEAR, spelling)) for spelling in near_spellings(surname))
        found = (self._fullest[spelling] for spelling in spellings if spelling in self._fullest)
        return max(found, key=_fullness, default=None)


def entities_of(mentions: Sequence[Mention], names: Names) -> tuple[Entity, ...]:
    """Make a document's entities, in the order of its text."""
    return tuple(
        Entity(
            kind=each.candidate.kind,
            text=each.text,
            start=each.start,
            end=each.end,
            canonical=names.canonical(each),
            role=_role(each),
            links=_links(each),
        )
        for each in mentions
    )


def _role(mention: Mention) -> str | None:
    """The title as the page writes it, the article that لل hides written out."""
    if mention.candidate.role is None:
        return None
    start, end = mention.candidate.role
    title = mention.passage.text[start:end]
    hidden = title.startswith("ل") and mention.passage.text.startswith("ل", max(start - 1, 0))
    return "ا" + title if hidden and start else title


def _links(mention: Mention) -> EntityLinks:
    """What the gazetteer knows of a name, whichever witness saw it."""
    seen = mention.candidate.links
    # Most have none, and to compare models takes longer than to make one.
    if seen is not NO_LINKS and seen != NO_LINKS:
        return seen
    kind, links = entries().get(" ".join(mention.keys), (None, NO_LINKS))
    return links if kind is mention.candidate.kind else NO_LINKS


def _keep_fuller(names: dict[_K, Mention], key: _K, mention: Mention) -> None:
    if key not in names or _fullness(mention) > _fullness(names[key]):
        names[key] = mention


def _fullness(mention: Mention) -> tuple[int, bool, int]:
    """What makes one form fuller than another: its words, that it is spelled out, that it comes first."""
    return len(mention.keys), not mention.hides_article, -mention.start


def _short_forms(kind: EntityKind, keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The forms that may stand for a name, itself among them.

    Persons go by either end of their name, places lose the class noun (قطاع غزة), bodies their last words but not
    their second, events keep the head and any one part of the rest (قمة إسطنبول للموارد الطبيعية).
    """
    yield keys
    if kind is EntityKind.PERSON:
        for at in range(1, len(keys)):
            yield keys[at:]
            yield keys[:at]
        if len(keys) > 1 and len(keys[-1]) >= MIN_NEAR_CHARS:
            yield from ((_NEAR, spelling) for spelling in near_spellings(keys[-1]))
    elif kind is EntityKind.LOCATION:
        if len(keys) > 1 and analyse(keys[0]).flags & (PLACE_INSIDE | PLACE_OUTSIDE):
            yield keys[1:]
    elif kind is EntityKind.EVENT:
        yield from ((keys[0], *keys[at : last + 1]) for at in range(1, len(keys)) for last in range(at, len(keys)))
    else:
        yield from (keys[:at] for at in range(2, len(keys)))
