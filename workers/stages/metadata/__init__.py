"""Metadata: what the page states about each document."""

from workers.stages.metadata.description import describe
from workers.stages.stage import Stage

METADATA = Stage(
    "metadata",
    requires=frozenset({"text", "captured_at", "segments", "documents"}),
    provides=frozenset({"metadata"}),
    apply=describe,
)
