"""Entities: who and what each document names."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from schemas.document import Document
from schemas.segment import SegmentKind
from workers.stages.entities.candidate import Candidate, Witness, choose
from workers.stages.entities.events import events
from workers.stages.entities.gazetteer import known_names
from workers.stages.entities.mention import Mention, mention_of
from workers.stages.entities.organisations import acronyms, organisations
from workers.stages.entities.passage import Passage, read_passage
from workers.stages.entities.people import people
from workers.stages.entities.places import places
from workers.stages.entities.repetition import remember, repetitions
from workers.stages.entities.resolution import Names, entities_of
from workers.stages.page import Page
from workers.stages.stage import Stage

WITNESSES: Final[Sequence[Witness]] = (known_names, places, organisations, events, people, acronyms)
"""In the order in which they are asked; each hears what the earlier ones' best mentions are."""

_FULLER_FORMS_IN: Final = frozenset(
    {
        SegmentKind.HEADLINE,
        SegmentKind.PARAGRAPH,
        SegmentKind.TEASER_HEADLINE,
        SegmentKind.TEASER_PARAGRAPH,
        SegmentKind.RELATED_ITEM,
        SegmentKind.CAPTION,
    }
)
"""What is read. Only documents' own spans, headlines and paragraphs, get entities."""


def recognise(page: Page) -> Page:
    """Find each document's named entities in its headline and paragraphs.

    Related headlines and captions are read too, for fuller forms of the names and as evidence, but have no entities.
    """
    read = [
        (passage, listen(passage))
        for segment in page.segments
        if segment.kind in _FULLER_FORMS_IN
        for passage in (read_passage(page.text, segment.start, segment.end),)
    ]
    memory = remember(mention_of(passage, each) for passage, chosen in read for each in chosen)
    mentions: list[Mention] = []
    for passage, chosen in read:
        again = choose(repetitions(passage, chosen, memory), len(passage))
        mentions += [mention_of(passage, each) for each in sorted((*chosen, *again), key=lambda one: one.first)]
    names = Names(mentions)
    found = _by_document(mentions, page.documents)
    return replace(
        page,
        documents=tuple(
            each.model_copy(update={"entities": entities_of(found.get(each.document_id, ()), names)})
            for each in page.documents
        ),
    )


def listen(passage: Passage, witnesses: Iterable[Witness] = WITNESSES) -> list[Candidate]:
    """Ask all witnesses about a passage and choose among what they saw."""
    seen: list[Candidate] = []
    chosen: list[Candidate] = []
    for witness in witnesses:
        news = list(witness(passage, chosen))
        if news:
            seen += news
            chosen = choose(seen, len(passage))
    return chosen


def _by_document(mentions: Iterable[Mention], documents: Iterable[Document]) -> dict[str, list[Mention]]:
    """Each document's mentions: those inside its headline or one of its paragraphs."""
    spans = sorted(
        (span.start, span.end, each.document_id)
        for each in documents
        for span in ((each.headline,) if each.headline else ()) + each.paragraphs
    )
    starts = [start for start, _, _ in spans]
    found: dict[str, list[Mention]] = {}
    for each in sorted(mentions, key=lambda one: one.start):
        at = bisect_right(starts, each.start) - 1
        if at >= 0 and each.end <= spans[at][1]:
            found.setdefault(spans[at][2], []).append(each)
    return found


ENTITIES = Stage(
    "entities",
    requires=frozenset({"text", "segments", "documents"}),
    provides=frozenset({"entities"}),
    apply=recognise,
)
