"""Pages with known segments, for the tests of metadata."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from schemas.base import Span
from schemas.document import Document, Headline, Role
from schemas.segment import Owner, Segment, SegmentKind
from workers.stages.page import Page

Line = tuple[SegmentKind, Owner, str]
PageMaker = Callable[..., Page]

_HEADLINES = {Role.ARTICLE: SegmentKind.HEADLINE, Role.TEASER: SegmentKind.TEASER_HEADLINE}
_PARAGRAPHS = {Role.ARTICLE: SegmentKind.PARAGRAPH, Role.TEASER: SegmentKind.TEASER_PARAGRAPH}


@pytest.fixture
def make_page() -> PageMaker:
    """Give a maker of pages: one line a segment, an article, and a teaser for each teaser headline."""
    return _make


def _make(*lines: Line, captured_at: datetime = datetime(2025, 3, 1, tzinfo=UTC)) -> Page:
    text = ""
    segments = []
    for kind, owner, content in lines:
        segments.append(Segment(kind=kind, owner=owner, start=len(text), end=len(text) + len(content)))
        text += content + "\n"
    documents = [_document(text, segments, Role.ARTICLE)]
    starts = [at for at, each in enumerate(segments) if each.kind is SegmentKind.TEASER_HEADLINE]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(segments)
        documents.append(_document(text, segments[start:end], Role.TEASER))
    return Page(
        page_id="page",
        url=None,
        source=None,
        captured_at=captured_at,
        text=text,
        segments=tuple(segments),
        related=tuple(
            Span(start=each.start, end=each.end) for each in segments if each.kind is SegmentKind.RELATED_ITEM
        ),
        documents=tuple(documents),
    )


def _document(text: str, segments: list[Segment], role: Role) -> Document:
    headlines = [
        Headline(text=text[each.start : each.end], start=each.start, end=each.end)
        for each in segments
        if each.kind is _HEADLINES[role]
    ]
    return Document(
        document_id=f"{role}-{segments[0].start if segments else 0}",
        role=role,
        headline=headlines[0] if headlines else None,
        paragraphs=tuple(Span(start=each.start, end=each.end) for each in segments if each.kind is _PARAGRAPHS[role]),
    )
