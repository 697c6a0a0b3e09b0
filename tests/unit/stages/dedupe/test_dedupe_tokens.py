"""Tokens: what counts as the same word, and how words become keys."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.stages.dedupe.tokens import NUMERIC, hash_tokens, pack, shingle, smallest, tokenise


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("إلى مدرسةٍ كبيرة", ["الي", "مدرسه", "كبيره"]),
        ("2.38 في 3:45", ["2.38", "في", "3:45"]),
        ("٢٫٣٨", ["2.38"]),
        ("10,000 و10٬000", ["10000", "و", "10000"]),
        ("كوفيد19", ["كوفيد", "19"]),
        ("و قال", ["وقال"]),
        ("«مسؤول»: شئون، RT", ["مسوول", "شيون", "rt"]),
        ("—…!", []),
    ],
)
def test_spelling_variants_are_one_token(text: str, tokens: list[str]) -> None:
    """Letters are folded, numbers stand apart in one form, and punctuation is nothing."""
    assert tokenise(text) == tokens


def test_packing_marks_numbers_and_nothing_else() -> None:
    """The top bit of a packed token tells a number from a word."""
    words = tokenise("بلغ 45 دولارا")
    assert ((pack(words, hash_tokens(words)) & NUMERIC) != 0).tolist() == [False, True, False]


@pytest.mark.parametrize(("words", "shingles"), [(0, 0), (2, 0), (3, 1), (10, 8)])
def test_shingles_are_runs_of_three(words: int, shingles: int) -> None:
    """Every run of three words makes one shingle; fewer words make none."""
    assert len(shingle(hash_tokens([str(n) for n in range(words)]))) == shingles


def test_a_shingle_depends_on_the_order_of_its_words() -> None:
    """The same three words in another order are another shingle."""
    orders = [["ا", "ب", "ت"], ["ب", "ا", "ت"], ["ا", "ت", "ب"], ["ت", "ب", "ا"]]
    assert len({int(shingle(hash_tokens(order))[0]) for order in orders}) == len(orders)


@given(st.lists(st.integers(0, 2**64 - 1), max_size=400), st.integers(1, 8))
def test_smallest_agrees_with_sorting(values: list[int], count: int) -> None:
    """The short cut past a full sort gives what the full sort gives."""
    assert smallest(np.array(values, np.uint64), count).tolist() == sorted(set(values))[:count]


def test_smallest_sees_through_repetition() -> None:
    """A text that repeats a phrase endlessly still gives all its distinct keys."""
    values = np.array([1] * 5_000 + [2, 3, 4], np.uint64)
    assert smallest(values, 3).tolist() == [1, 2, 3]
