"""What a document is to the documents before it."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Model


class Decision(StrEnum):
    """What a document is to the earlier ones; the last two are for teasers only, `new` for both roles."""

    NEW = "new"
    DUPLICATE = "duplicate"
    REVISION = "revision"
    REPUBLICATION = "republication"
    FULFILS_TEASER = "fulfils_teaser"
    TEASER_OF = "teaser_of"
    REPEAT_TEASER = "repeat_teaser"


class DedupeLink(Model):
    """How a document relates to one earlier document."""

    kind: Decision
    document_id: str
    score: float = Field(ge=0, le=1, description="Share of the shorter side's word trigrams that the other has.")


class Dedupe(Model):
    """A document's place among the stories seen so far."""

    decision: Decision
    story_id: str
    links: tuple[DedupeLink, ...] = ()
