"""Phrases of a page's own text, found for its keyword line."""

import pytest

from workers.stages.metadata.keywords.page_phrases import find_phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("في ميناء طنجة، وميناء العرائش", {("ميناء",), ("طنجه",), ("ميناء", "طنجه")}),
        # a mark between two words, a clitic before one of a single letter, another word between
        ("ميناء: طنجة", {("ميناء",), ("طنجه",)}),
        ("الفيتامين ج غني بج", {("ج",)}),
        ("ميناء قرب طنجة", {("ميناء",), ("طنجه",)}),
    ],
)
def test_phrases_are_rows_of_known_words(text: str, phrases: set[tuple[str, ...]]) -> None:
    """Phrases are found that stand in the text without a mark or another word inside, clitics left out."""
    assert find_phrases([text], frozenset({"ميناء", "طنجه", "ج"})) == phrases


def test_a_phrase_ends_with_its_text() -> None:
    """A text's last word and the next text's first are no phrase."""
    assert find_phrases(["ميناء", "طنجة"], frozenset({"ميناء", "طنجه"})) == {("ميناء",), ("طنجه",)}
