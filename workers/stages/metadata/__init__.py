"""Metadata: what the page states about each document, in its text or, about its article, in its markup."""

from workers.stages.metadata.description import describe
from workers.stages.stage import Stage

METADATA = Stage(
    "metadata",
    requires=frozenset({"text", "captured_at", "witness", "segments", "documents"}),
    provides=frozenset({"metadata"}),
    apply=describe,
)
