"""A page between the annotating stages and dedupe."""

from typing import Final, Self

from pydantic import Field, model_validator

from schemas.base import Model, Offset
from schemas.enriched_page import PageEvent

KEY_BYTES: Final = 8
TOKEN_BYTES: Final = 2


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

    @model_validator(mode="after")
    def _holds_whole_values(self) -> Self:
        # Checked at the door: once in the index, half a value would fail every page that is compared with it.
        if len(self.keys) % KEY_BYTES or len(self.headline) % TOKEN_BYTES or len(self.tokens) % TOKEN_BYTES:
            raise ValueError("keys and tokens must be whole values of 8 and 2 bytes")
        return self


class AnnotatedPage(PageEvent):
    """A page whose documents are known but not yet compared with earlier ones: their `dedupe` is null."""

    fingerprints: tuple[Fingerprint, ...] = Field(description="One a document, in the order of `documents`.")
