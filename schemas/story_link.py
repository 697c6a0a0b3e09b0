"""How two documents of one story relate."""

from pydantic import AwareDatetime, Field

from schemas.base import Model
from schemas.dedupe import Decision
from schemas.enriched_page import SCHEMA_VERSION


class StoryLink(Model):
    """A document's tie to an earlier document of the same story."""

    schema_version: str = SCHEMA_VERSION
    pipeline_version: str
    link_id: str = Field(description="Derived from both documents and the kind; the record's key.")
    story_id: str
    kind: Decision
    document_id: str
    other_document_id: str = Field(description="The earlier document.")
    score: float = Field(ge=0, le=1)
    captured_at: AwareDatetime
