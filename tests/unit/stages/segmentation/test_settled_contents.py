"""An article's table of contents, which repeats its subheadings above its text."""

from collections.abc import Callable

import pytest

from tests.council import HEAD, LAST, LEAD, MORE, lines


@pytest.mark.parametrize("label", ["في هذا المقال", "محتويات المقال:", "Table of Contents"])
def test_a_table_of_contents_is_no_text(kinds: Callable[[str], list[tuple[str, str]]], label: str) -> None:
    """Its items are furniture, numbered or not; where the first stands again, it is a subheading."""
    items = ("كيف أقرت الميزانية", "2. أين تذهب الأموال")
    page = lines(HEAD, label, *items, "كيف أقرت الميزانية", LEAD, "أين تذهب الأموال", MORE, LAST)
    told = [text for kind, text in kinds(page) if kind == "paragraph"]
    assert told == ["كيف أقرت الميزانية", LEAD, "أين تذهب الأموال", MORE, LAST]
