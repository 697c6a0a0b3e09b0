"""Phrases of a page's own text, counted for its keyword line."""

import pytest

from workers.stages.metadata.keywords.page_phrases import count_phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("في ميناء طنجة، وميناء العرائش", {("ميناء",): 2, ("طنجه",): 1, ("ميناء", "طنجه"): 1}),
        # a mark between two words, a clitic before one of a single letter, another word between
        ("ميناء: طنجة", {("ميناء",): 1, ("طنجه",): 1}),
        ("الفيتامين ج غني بج", {("ج",): 2}),
        ("ميناء قرب طنجة", {("ميناء",): 1, ("طنجه",): 1}),
    ],
)
def test_phrases_are_rows_of_known_words(text: str, phrases: dict[tuple[str, ...], int]) -> None:
    """Phrases are counted that stand in the text without a mark or another word inside, clitics left out."""
    assert count_phrases([text], frozenset({"ميناء", "طنجه", "ج"})) == phrases


def test_a_phrase_ends_with_its_text() -> None:
    """A text's last word and the next text's first are no phrase."""
    assert count_phrases(["ميناء", "طنجة"], frozenset({"ميناء", "طنجه"})) == {("ميناء",): 1, ("طنجه",): 1}
