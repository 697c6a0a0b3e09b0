"""The `و` that a sentence goes on with, and the one that is a word's own."""

import pytest

from workers.arabic.conjunctions import joins


@pytest.mark.parametrize("word", ["وقال", "والمدارس", "ووزير", "ووصل", "وان"])
def test_a_waw_before_a_word_joins(word: str) -> None:
    """Words with one of their own have two then."""
    assert joins(word)


@pytest.mark.parametrize("word", ["وزير", "وزارة", "وفاة", "وصل", "وافقت", "وائل", "قال", ""])
def test_a_waw_of_a_words_own_joins_nothing(word: str) -> None:
    """With such words headlines and leads begin, too."""
    assert not joins(word)
