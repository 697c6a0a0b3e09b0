"""Pages of one article, made of its paragraphs, and what is found in them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from schemas.base import Span
from schemas.document import Document, Role
from schemas.entity import Entity
from schemas.segment import Owner, Segment, SegmentKind
from workers.stages.entities import recognise
from workers.stages.page import Page

Recognise = Callable[..., tuple[Entity, ...]]


def page_of(*paragraphs: str, related: tuple[str, ...] = ()) -> Page:
    """Make a page of an article's paragraphs and related headlines, a line each."""
    segments = []
    at = 0
    for kind, lines in ((SegmentKind.PARAGRAPH, paragraphs), (SegmentKind.RELATED_ITEM, related)):
        owner = Owner.ARTICLE if kind is SegmentKind.PARAGRAPH else Owner.PAGE
        for line in lines:
            segments.append(Segment(kind=kind, owner=owner, start=at, end=at + len(line)))
            at += len(line) + 1
    body = tuple(Span(start=each.start, end=each.end) for each in segments if each.kind is SegmentKind.PARAGRAPH)
    return Page(
        page_id="page",
        url=None,
        source=None,
        captured_at=datetime(2025, 1, 1, tzinfo=UTC),
        text="\n".join(paragraphs + related),
        segments=tuple(segments),
        documents=(Document(document_id="article", role=Role.ARTICLE, paragraphs=body),),
    )


@pytest.fixture
def entities() -> Recognise:
    """Give what is found in an article of these paragraphs."""
    return lambda *paragraphs, related=(): recognise(page_of(*paragraphs, related=related)).documents[0].entities


@pytest.fixture
def found(entities: Recognise) -> Callable[..., list[tuple[str, str]]]:
    """Give kind and text of what is found in an article of these paragraphs."""
    return lambda *paragraphs, related=(): [
        (each.kind.value, each.text) for each in entities(*paragraphs, related=related)
    ]
