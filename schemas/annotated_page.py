"""A page between the annotating stages and dedupe."""

from pydantic import Field

from schemas.base import Model, Offset
from schemas.enriched_page import PageEvent


class Fingerprint(Model):
    """What dedupe needs to know of one document: hashes to find candidates by, tokens to verify them on."""

    document_id: str
    length: Offset = Field(description="Tokens of the whole body, dateline left out.")
    keys: bytes = Field(
        description="The smallest 64-bit hashes of three-word shingles of the lead and of the body: "
        "little-endian uint64 each, distinct and ascending, base64."
    )
    headline: bytes = Field(description="The headline's tokens as in `tokens`; empty without a headline.")
    tokens: bytes = Field(
        description="The body's first 1,024 tokens, one little-endian uint16 each, the top bit set for numbers, base64."
    )


class AnnotatedPage(PageEvent):
    """A page whose documents are known but not yet compared with earlier ones: their `dedupe` is null."""

    fingerprints: tuple[Fingerprint, ...] = Field(description="One a document, in the order of `documents`.")
