"""Pages read into kinds."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from workers.stages.page import Page
from workers.stages.segmentation import SEGMENTATION


@pytest.fixture
def segment() -> Callable[[str], Page]:
    """Give a function that segments a text."""

    def apply(text: str) -> Page:
        captured = datetime(2025, 11, 9, tzinfo=UTC)
        return SEGMENTATION.apply(Page(page_id="page", url=None, source=None, captured_at=captured, text=text))

    return apply


@pytest.fixture
def kinds(segment: Callable[[str], Page]) -> Callable[[str], list[tuple[str, str]]]:
    """Give a function that segments a text and lists each segment's kind and text."""

    def read(text: str) -> list[tuple[str, str]]:
        return [(each.kind.value, text[each.start : each.end]) for each in segment(text).segments]

    return read
