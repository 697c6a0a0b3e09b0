"""Segmentation: every non-space character of a page gets a kind and an owner."""

import re
from dataclasses import replace

from schemas.base import Span
from schemas.document import Document, Role
from schemas.identity import document_id_of
from schemas.segment import Owner, Segment, SegmentKind
from workers.stages.page import Page
from workers.stages.stage import Stage

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def segment(page: Page) -> Page:
    """Cut the page into segments and gather its documents."""
    segments = tuple(
        Segment(kind=SegmentKind.PARAGRAPH, owner=Owner.ARTICLE, start=line.start(), end=line.end())
        for line in _LINE.finditer(page.text)
    )
    article = Document(
        document_id=document_id_of(page.page_id, Role.ARTICLE, 0),
        role=Role.ARTICLE,
        paragraphs=tuple(Span(start=each.start, end=each.end) for each in segments),
    )
    return replace(page, segments=segments, documents=(article,))


SEGMENTATION = Stage(
    "segmentation",
    requires=frozenset({"text"}),
    provides=frozenset({"segments", "related", "documents"}),
    apply=segment,
)
