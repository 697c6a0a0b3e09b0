"""A page's events: itself, its documents, their links."""

from datetime import UTC, datetime

from schemas.base import Span
from schemas.dedupe import Decision, Dedupe, DedupeLink
from schemas.document import Document, Role
from schemas.enriched_document import EnrichedDocument
from schemas.enriched_page import EnrichedPage
from schemas.identity import link_id_of
from schemas.story_link import StoryLink
from workers.projection import project

CAPTURED = datetime(2025, 1, 1, tzinfo=UTC)


def _page(*documents: Document) -> EnrichedPage:
    return EnrichedPage(
        pipeline_version="1",
        page_id="p",
        url="https://x.example",
        captured_at=CAPTURED,
        text="😀 متن\nثان",
        segments=(),
        documents=documents,
        related=(),
    )


def _document(document_id: str, role: Role, *links: DedupeLink) -> Document:
    return Document(
        document_id=document_id,
        role=role,
        paragraphs=(Span(start=2, end=5), Span(start=6, end=9)),
        dedupe=Dedupe(decision=Decision.NEW, story_id="s", links=links),
    )


def test_every_event_goes_to_its_topic_under_its_key() -> None:
    """The page, then each document with its links, each under its own id."""
    link = DedupeLink(kind=Decision.TEASER_OF, document_id="earlier", score=0.9)
    events = project(_page(_document("a", Role.ARTICLE), _document("t", Role.TEASER, link)))
    link_id = link_id_of("t", "teaser_of", "earlier")
    assert [(event.topic.name, event.key) for event in events] == [
        ("enriched-pages", "p"),
        ("enriched-articles", "a"),
        ("teasers", "t"),
        ("story-links", link_id),
    ]


def test_a_document_carries_its_paragraphs_text() -> None:
    """The body is cut by code points, one string a paragraph."""
    document = project(_page(_document("a", Role.ARTICLE)))[1].value
    assert isinstance(document, EnrichedDocument)
    assert document.body == ("متن", "ثان")
    assert (document.page_id, document.url, document.captured_at) == ("p", "https://x.example", CAPTURED)


def test_a_link_says_whose_it_is() -> None:
    """A story link names both documents, the story, kind and score."""
    link = DedupeLink(kind=Decision.REVISION, document_id="earlier", score=0.5)
    value = project(_page(_document("a", Role.ARTICLE, link)))[2].value
    assert isinstance(value, StoryLink)
    assert (value.document_id, value.other_document_id, value.story_id) == ("a", "earlier", "s")
    assert (value.kind, value.score) == (Decision.REVISION, 0.5)


def test_a_page_without_documents_is_one_event() -> None:
    """A page that holds no document is published all the same."""
    assert [event.topic.name for event in project(_page())] == ["enriched-pages"]


def test_the_same_page_has_the_same_events() -> None:
    """Projecting is a function: the same page replaces its own events."""
    page = _page(_document("a", Role.ARTICLE))
    assert project(page) == project(page)
