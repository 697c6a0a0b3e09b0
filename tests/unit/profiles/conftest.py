"""Pages of one source, made for what they teach."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import pytest

from schemas.base import Span
from schemas.document import Document, Headline, Metadata, Role
from schemas.enriched_page import EnrichedPage
from schemas.identity import document_id_of
from schemas.segment import Owner, Segment, SegmentKind

FIRST_DAY = datetime(2025, 3, 1, 12, tzinfo=UTC)
OWN = {SegmentKind.HEADLINE, SegmentKind.PARAGRAPH, SegmentKind.TIMESTAMP, SegmentKind.KEYWORDS}
WORDS = tuple("ابتثجحخدرزسشصضطظعغفقكلمن")

MakePage = Callable[..., EnrichedPage]


def write(number: int, count: int) -> str:
    """Write so many words of a letter, which no other number has in this order."""
    chosen = []
    for _ in range(count):
        number, word = divmod(number * 7 + 3, len(WORDS))
        chosen.append(WORDS[word])
        number += 11 * len(chosen)
    return " ".join(chosen)


def page_of(  # noqa: PLR0913  # what pages differ in
    number: int,
    furniture: Iterable[tuple[str, SegmentKind]] = (),
    *,
    day: int | None = None,
    keywords: tuple[str, ...] = (),
    keyword_line: str | None = None,
    stamp: str | None = None,
    publisher: str | None = None,
    source: str | None = "site.example",
    article: int | None = None,
) -> EnrichedPage:
    """Make a page with an article of its own and some lines around it.

    Args:
        number: the page's; its id.
        furniture: lines around the article, and what they were judged to be.
        day: of the capture, counted from the first; the page's number by default.
        keywords: the article's.
        keyword_line: as they stand on the page.
        stamp: the article's date.
        publisher: the article's.
        source: the page's.
        article: the number of the article, the page's by default.
    """
    told = number if article is None else article
    rows = [
        (f"{write(told, 5)} {told}", SegmentKind.HEADLINE),
        *([(stamp, SegmentKind.TIMESTAMP)] if stamp else []),
        (f"{write(told + 1, 30)} {told}.", SegmentKind.PARAGRAPH),
        *([(keyword_line, SegmentKind.KEYWORDS)] if keyword_line else []),
        *furniture,
    ]
    text, segments = "", []
    for line, kind in rows:
        owner = Owner.ARTICLE if kind in OWN else Owner.PAGE
        segments.append(Segment(kind=kind, owner=owner, start=len(text), end=len(text) + len(line)))
        text += line + "\n"
    headline = segments[0]
    page_id = f"page-{number}"
    document = Document(
        document_id=document_id_of(page_id, Role.ARTICLE, 0),
        role=Role.ARTICLE,
        headline=Headline(text=text[headline.start : headline.end], start=headline.start, end=headline.end),
        paragraphs=tuple(
            Span(start=each.start, end=each.end) for each in segments if each.kind is SegmentKind.PARAGRAPH
        )[:1],
        metadata=Metadata(keywords=keywords, publisher=publisher),
    )
    return EnrichedPage(
        pipeline_version="test",
        page_id=page_id,
        url=None,
        source=source,
        captured_at=FIRST_DAY + timedelta(days=number if day is None else day),
        text=text,
        segments=tuple(segments),
        documents=(document,),
        related=(),
    )


@pytest.fixture
def make_page() -> MakePage:
    """Give what makes pages."""
    return page_of
