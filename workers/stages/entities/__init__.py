"""Entities: who and what each document names."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from schemas.document import Document
from schemas.segment import Segment, SegmentKind
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

_NAMED_IN: Final = frozenset(
    {
        SegmentKind.HEADLINE,
        SegmentKind.PARAGRAPH,
        SegmentKind.TEASER_HEADLINE,
        SegmentKind.TEASER_PARAGRAPH,
    }
)
_FULLER_FORMS_IN: Final = _NAMED_IN | {SegmentKind.RELATED_ITEM, SegmentKind.CAPTION}


def recognise(page: Page) -> Page:
    """Find each document's named entities in its headline and paragraphs.

    Related headlines and captions are read too, for fuller forms of the names and as evidence, but have no entities.
    """
    owners = _owners(page.documents)
    read = [
        (segment, passage, listen(passage))
        for segment in page.segments
        if segment.kind in _FULLER_FORMS_IN
        for passage in (read_passage(page.text, segment.start, segment.end),)
    ]
    memory = remember(mention_of(passage, each) for _, passage, chosen in read for each in chosen)
    mentions: list[Mention] = []
    found: dict[str, list[Mention]] = {}
    for segment, passage, chosen in read:
        again = choose(repetitions(passage, chosen, memory), len(passage))
        here = [mention_of(passage, each) for each in sorted((*chosen, *again), key=lambda one: one.first)]
        mentions += here
        owner = owners.get((segment.start, segment.end))
        if owner is not None and segment.kind in _NAMED_IN:
            found.setdefault(owner, []).extend(here)
    names = Names(mentions)
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


def _owners(documents: Iterable[Document]) -> dict[tuple[int, int], str]:
    return {
        (span.start, span.end): each.document_id
        for each in documents
        for span in ((each.headline,) if each.headline else ()) + each.paragraphs
    }


ENTITIES = Stage(
    "entities",
    requires=frozenset({"text", "segments", "documents"}),
    provides=frozenset({"entities"}),
    apply=recognise,
)
