"""One article or teaser on its own, for consumers that do not care about pages."""

from pydantic import AwareDatetime, Field

from schemas.base import Model
from schemas.document import Document
from schemas.enriched_page import SCHEMA_VERSION


class EnrichedDocument(Model):
    """A document with its text; spans still point into the page's text, which `enriched-pages` carries."""

    schema_version: str = SCHEMA_VERSION
    pipeline_version: str
    page_id: str
    url: str | None
    source: str | None = None
    captured_at: AwareDatetime
    body: tuple[str, ...] = Field(
        description="The paragraphs' text, one string for each span of `document.paragraphs`."
    )
    document: Document
