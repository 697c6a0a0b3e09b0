"""Metadata: what the page states about each document."""

from workers.stages.page import Page
from workers.stages.stage import Stage


def describe(page: Page) -> Page:
    """Read each document's metadata."""
    return page


METADATA = Stage(
    "metadata",
    requires=frozenset({"text", "captured_at", "segments", "documents"}),
    provides=frozenset({"metadata"}),
    apply=describe,
)
