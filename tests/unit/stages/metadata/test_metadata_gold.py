"""Metadata against the hand-made gold of two real pages."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from schemas.base import Span
from schemas.document import Document, Headline, Role
from schemas.segment import Owner, Segment, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.page import Page

KINDS = {
    Role.ARTICLE: (SegmentKind.HEADLINE, SegmentKind.PARAGRAPH, Owner.ARTICLE),
    Role.TEASER: (SegmentKind.TEASER_HEADLINE, SegmentKind.TEASER_PARAGRAPH, Owner.TEASER),
}


@pytest.mark.shared
@pytest.mark.parametrize("page_id", ["000_71888a1a17af4fa9", "002_d1a285ee43e3a634"])
def test_a_real_pages_metadata_is_as_a_reader_has_it(shared: Path, page_id: str) -> None:
    """On gold segments every field of both documents equals the hand annotation."""
    gold = json.loads((shared / "gold" / f"{page_id}.json").read_text(encoding="utf-8"))
    text = (shared / "seeds" / f"{page_id}.txt").read_bytes().decode("utf-8")
    segments = tuple(
        Segment(kind=SegmentKind(each["kind"]), owner=Owner(each["owner"]), start=each["start"], end=each["end"])
        for each in gold["segments"]
    )
    page = Page(
        page_id=page_id,
        url=None,
        source=None,
        captured_at=datetime(2025, 6, 1, tzinfo=UTC),
        text=text,
        segments=segments,
        related=tuple(Span(start=each["start"], end=each["end"]) for each in gold["related"]),
        documents=tuple(_document(text, segments, Role(each["role"])) for each in gold["documents"]),
    )

    described = METADATA.apply(page).documents

    for document, truth in zip(described, gold["documents"], strict=True):
        found: dict[str, Any] = document.metadata.model_dump(mode="json")
        assert {name: found[name] for name in truth["metadata"]} == truth["metadata"]


def _document(text: str, segments: tuple[Segment, ...], role: Role) -> Document:
    headline_kind, paragraph_kind, owner = KINDS[role]
    own = [each for each in segments if each.owner is owner]
    headline = next((each for each in own if each.kind is headline_kind), None)
    return Document(
        document_id=role,
        role=role,
        headline=None if headline is None else _headline(text, headline),
        paragraphs=tuple(Span(start=each.start, end=each.end) for each in own if each.kind is paragraph_kind),
    )


def _headline(text: str, segment: Segment) -> Headline:
    return Headline(text=text[segment.start : segment.end], start=segment.start, end=segment.end)
