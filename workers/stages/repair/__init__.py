"""Repair: the text as it was meant, before anything points into it."""

from dataclasses import replace

from workers.stages.page import Page
from workers.stages.stage import Stage


def repair(page: Page) -> Page:
    """Mend the page's text."""
    return replace(page, text=page.text.encode("utf-8", "replace").decode())


REPAIR = Stage("repair", requires=frozenset({"text"}), provides=frozenset({"text"}), apply=repair)
