"""A page between the annotating stages and dedupe."""

from pydantic import Field

from schemas.base import Model
from schemas.enriched_page import PageEvent


class Fingerprint(Model):
    """What dedupe needs to know of one document: hashes to find candidates by, tokens to verify them on."""

    document_id: str
    headline_key: int | None = Field(description="64-bit hash of the folded headline; null without a headline.")
    shingle_keys: tuple[int, ...] = Field(description="64-bit min-hashes of word shingles of the lead and of the body.")
    tokens: bytes = Field(description="The body's first tokens, one little-endian uint16 each, base64.")


class AnnotatedPage(PageEvent):
    """A page whose documents are known but not yet compared with earlier ones: their `dedupe` is null."""

    fingerprints: tuple[Fingerprint, ...] = Field(description="One a document, in the order of `documents`.")
