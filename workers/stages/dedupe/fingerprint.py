"""Fingerprints: the keys that candidates are found by, and the tokens that they are verified on."""

from dataclasses import replace
from typing import Final

import numpy as np
import xxhash

from schemas.annotated_page import Fingerprint
from schemas.document import Document
from workers.stages.dedupe.dateline import strip_dateline
from workers.stages.dedupe.tokens import hash_tokens, pack, shingle, smallest, tokenise
from workers.stages.page import Page

LEAD_TOKENS: Final = 60
"""Tokens that count as the beginning; a teaser is a prefix, so its keys must come from there."""

OPENING_TOKENS: Final = 24
OPENING_KEYS: Final = 4
"""Keys from the first two dozen tokens: without them a teaser of 30 words and another headline is missed once in 20."""

KEYS: Final = 8
"""Keys from the lead, and as many from the whole body: recall 1 on clean and edited prefixes, .99 on revisions."""

MAX_TOKENS: Final = 1_024
"""Tokens kept for verification; nine articles in ten are shorter."""

MAX_HEADLINE_TOKENS: Final = 40

MIN_HEADLINE_TOKENS: Final = 3
"""Shorter headlines (`عاجل`, `فيديو`) stand above anything."""


def fingerprint(page: Page) -> Page:
    """Take each document's fingerprint."""
    return replace(page, fingerprints=tuple(_of_document(page.text, each) for each in page.documents))


def take_fingerprint(document_id: str, headline: str | None, body: str) -> Fingerprint:
    """Take the fingerprint of a text.

    Args:
        document_id: whose fingerprint it is.
        headline: the headline, if there is one.
        body: the paragraphs, without the dateline, separated by white space.
    """
    words = tokenise(body)
    hashes = hash_tokens(words)
    shingles = shingle(hashes)
    parts = ((OPENING_TOKENS, OPENING_KEYS), (LEAD_TOKENS, KEYS), (len(words), KEYS))
    keys = np.unique(np.concatenate([smallest(shingles[: max(0, end - 2)], count) for end, count in parts]))
    heading = tokenise(headline or "")[:MAX_HEADLINE_TOKENS]
    return Fingerprint(
        document_id=document_id,
        length=len(words),
        keys=keys.astype("<u8").tobytes(),
        headline=pack(heading, hash_tokens(heading)).astype("<u2").tobytes(),
        tokens=pack(words[:MAX_TOKENS], hashes[:MAX_TOKENS]).astype("<u2").tobytes(),
    )


def headline_key(of: Fingerprint) -> int | None:
    """Hash the headline to 64 bits; None where it is absent or too short to tell articles apart."""
    if len(of.headline) < 2 * MIN_HEADLINE_TOKENS:
        return None
    return xxhash.xxh3_64_intdigest(of.headline)


def _of_document(text: str, document: Document) -> Fingerprint:
    paragraphs = [text[each.start : each.end] for each in document.paragraphs]
    if paragraphs:
        paragraphs[0] = strip_dateline(paragraphs[0], document.metadata.dateline_place)
    headline = document.headline.text if document.headline else None
    return take_fingerprint(document.document_id, headline, "\n".join(paragraphs))
