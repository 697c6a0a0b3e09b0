"""Metadata: what the page states about each document, in its text or, about its article, in its markup.

Readers take quotes, words that know where they stand, and give quotes back; what they found is weighed, and each value
that stays becomes a field of the document's metadata and an evidence beside it: where, how, and how far to trust it.
"""

from workers.stages.metadata.description import describe
from workers.stages.stage import Stage

METADATA = Stage(
    "metadata",
    requires=frozenset({"text", "captured_at", "witness", "profile", "segments", "documents"}),
    provides=frozenset({"metadata", "language", "languages", "embeds"}),
    apply=describe,
)
