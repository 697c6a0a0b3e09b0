"""What khabar makes of a page."""

from pydantic import AwareDatetime, Field

from schemas.base import Model, Span
from schemas.document import Document
from schemas.embed import Embed
from schemas.segment import Segment
from schemas.source_profile import ProfileReference

SCHEMA_VERSION = "1.1"
"""Major.minor of every event's contract: a consumer of 1.x reads every later 1.y."""


class PageEvent(Model):
    """What every event about a whole page carries."""

    schema_version: str = SCHEMA_VERSION
    pipeline_version: str = Field(description="The khabar release that made the event.")
    page_id: str
    url: str | None
    source: str | None = None
    captured_at: AwareDatetime
    text: str = Field(description="The repaired text that every offset of the event refers to.")
    segments: tuple[Segment, ...]
    documents: tuple[Document, ...]
    profile: ProfileReference | None = Field(
        default=None, description="The source's profile that the page was read with; null where there was none."
    )
    related: tuple[Span, ...] = Field(description="Headlines of related articles, bullets included.")
    language: str | None = Field(
        default=None, description="ISO 639-1 of the language that most of the page's text has, furniture included."
    )
    languages: tuple[str, ...] = Field(
        default=(), description="Every language that a tenth of the page's text or more has, most text first."
    )
    embeds: tuple[Embed, ...] = Field(default=(), description="Posts of social networks on the page, in its order.")


class EnrichedPage(PageEvent):
    """A page with all that the stages found in it."""
