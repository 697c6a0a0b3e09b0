"""What a page's documents are to earlier ones: each earlier page is read once, however many documents look at it."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from schemas.annotated_page import Fingerprint
from schemas.document import Role
from workers.index.entry import Entry
from workers.index.postings import Place
from workers.stages.dedupe.comparison import Match, Text, Words, compare
from workers.stages.dedupe.decision import Relation, relate
from workers.stages.dedupe.origin import Origin

_KEPT_MATCHES: Final = 4_096
_KEPT_TEXTS: Final = 1_024
"""Texts ready for comparison, 18 bytes a token: 20 MB at the most."""


class Subject(NamedTuple):
    """A document that is decided, and where earlier ones stand that may be the same."""

    role: Role
    origin: Origin
    mark: Fingerprint
    places: Sequence[Place]


def relations_of(
    page_id: str, subjects: Sequence[Subject], read: Callable[[str], Entry | None], tick: Callable[[], None]
) -> list[list[Relation]]:
    """Verify the candidates of a page's documents.

    Args:
        page_id: the page; of its own earlier state only documents of the same role are looked at.
        subjects: its documents.
        read: gives an earlier page's entry, None where there is none; asked once a page.
        tick: called for each candidate.

    Returns:
        Each subject's relations.
    """
    # Front pages that come again bring up one text 32 times.
    text = lru_cache(_KEPT_TEXTS)(Text)

    @lru_cache(_KEPT_MATCHES)
    def compared(mine: Words, theirs: Words) -> Match:
        return compare(text(mine), text(theirs))

    wanted: dict[str, list[tuple[int, int]]] = {}
    for number, subject in enumerate(subjects):
        for place in subject.places:
            wanted.setdefault(place.page_id, []).append((number, place.position))
    words = [_words(each.mark) for each in subjects]
    relations: list[list[Relation]] = [[] for _ in subjects]
    for earlier_id, pairs in wanted.items():
        entry = read(earlier_id)
        if entry is None:
            continue
        for number, position in pairs:
            tick()
            subject, earlier = subjects[number], entry.documents[position]
            if earlier_id == page_id and earlier.role is not subject.role:
                continue
            match = compared(words[number], _words(earlier.fingerprint))
            kind = relate(subject.role, subject.origin, earlier.role, earlier.origin, match)
            if kind is not None:
                relations[number].append(
                    Relation(
                        kind=kind,
                        document_id=earlier.fingerprint.document_id,
                        story_id=earlier.dedupe.story_id,
                        captured_us=entry.captured_us,
                        score=match.containment,
                    )
                )
    return relations


def _words(mark: Fingerprint) -> Words:
    return Words(mark.length, mark.headline, mark.tokens)
