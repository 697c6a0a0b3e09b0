"""Dedupe: what a document is to the documents before it."""

from dataclasses import replace

from schemas.annotated_page import Fingerprint
from workers.stages.page import Page
from workers.stages.stage import Stage


def fingerprint(page: Page) -> Page:
    """Take each document's fingerprint."""
    return replace(
        page,
        fingerprints=tuple(
            Fingerprint(document_id=each.document_id, headline_key=None, shingle_keys=(), tokens=b"")
            for each in page.documents
        ),
    )


FINGERPRINT = Stage(
    "fingerprint",
    requires=frozenset({"text", "documents", "metadata"}),
    provides=frozenset({"fingerprints"}),
    apply=fingerprint,
)
