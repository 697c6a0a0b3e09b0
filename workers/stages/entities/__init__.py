"""Entities: who and what each document names."""

from workers.stages.page import Page
from workers.stages.stage import Stage


def recognise(page: Page) -> Page:
    """Find each document's named entities."""
    return page


ENTITIES = Stage(
    "entities",
    requires=frozenset({"text", "segments", "documents"}),
    provides=frozenset({"entities"}),
    apply=recognise,
)
