"""Dedupe: what a document is to the documents before it."""

from typing import Final

from workers.stages.dedupe.fingerprint import fingerprint
from workers.stages.stage import Stage

FINGERPRINT: Final = Stage(
    "fingerprint",
    requires=frozenset({"text", "documents", "metadata"}),
    provides=frozenset({"fingerprints"}),
    apply=fingerprint,
)
