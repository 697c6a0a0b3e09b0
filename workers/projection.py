"""From an enriched page to what downstream reads on its own: documents and their links."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.base import Model
from schemas.document import Document, Role
from schemas.enriched_document import EnrichedDocument
from schemas.enriched_page import EnrichedPage
from schemas.identity import link_id_of
from schemas.story_link import StoryLink
from topics.catalogue import ENRICHED_ARTICLES, ENRICHED_PAGES, STORY_LINKS, TEASERS
from topics.topic import Topic


@dataclass(frozen=True, slots=True)
class Event:
    """What goes to a topic under a key."""

    topic: Topic
    key: str
    value: Model


def project(page: EnrichedPage) -> list[Event]:
    """Give all events of a page: the page itself, then each document followed by its links.

    Keys are derived from the page alone, so the same page always replaces its own events.
    """
    return [Event(ENRICHED_PAGES, page.page_id, page), *(event for each in page.documents for event in _of(each, page))]


def _of(document: Document, page: EnrichedPage) -> Iterator[Event]:
    topic = ENRICHED_ARTICLES if document.role is Role.ARTICLE else TEASERS
    yield Event(
        topic,
        document.document_id,
        EnrichedDocument(
            pipeline_version=page.pipeline_version,
            page_id=page.page_id,
            url=page.url,
            source=page.source,
            captured_at=page.captured_at,
            body=tuple(page.text[span.start : span.end] for span in document.paragraphs),
            document=document,
        ),
    )
    if document.dedupe is None:
        return
    for link in document.dedupe.links:
        link_id = link_id_of(document.document_id, link.kind.value, link.document_id)
        yield Event(
            STORY_LINKS,
            link_id,
            StoryLink(
                pipeline_version=page.pipeline_version,
                link_id=link_id,
                story_id=document.dedupe.story_id,
                kind=link.kind,
                document_id=document.document_id,
                other_document_id=link.document_id,
                score=link.score,
                captured_at=page.captured_at,
            ),
        )
