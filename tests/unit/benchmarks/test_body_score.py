"""The scorer that judges all extractors alike: right is right, and each way of being wrong costs something."""

import random
from functools import cache

import pytest

from benchmarks.body_score import BodyScore, common

BODY = "افتتح الوزير السوق الجديد أمس\nوقال إن العمل استمر عامين"
TEASER = "أمطار على الساحل\nتهطل الأمطار غدا على مدن الساحل"
HEADLINE = "السوق الجديد يفتح أبوابه"


def score(extracted: str) -> BodyScore:
    """Score one page's extraction."""
    result = BodyScore()
    result.add(extracted, BODY, TEASER, HEADLINE)
    return result


def test_the_body_alone_is_perfect() -> None:
    """The body scores 1 and leaks nothing, however its lines and marks are written, with or without the headline."""
    for extracted in (BODY, f"{HEADLINE}.\n{BODY}", "- " + BODY.replace("\n", " ... ")):
        result = score(extracted)
        assert (result.precision, result.recall, result.f1, result.leak) == (1, 1, 1, 0)


def test_missing_words_cost_recall() -> None:
    """Half of the body has full precision and less recall."""
    result = score(BODY.split("\n", maxsplit=1)[0])
    assert result.precision == 1
    assert 0.4 < result.recall < 0.7


def test_a_teaser_costs_precision_and_leaks() -> None:
    """The teaser behind the body leaks whole and costs precision, and without the body nothing is right but chance."""
    both = score(f"{BODY}\n{TEASER}")
    assert (both.recall, both.leak) == (1, 1)
    assert both.precision < 0.7
    alone = score(TEASER)
    assert alone.f1 < 0.1


def test_order_counts() -> None:
    """The body's words backwards are not the body."""
    assert score(" ".join(reversed(BODY.split()))).f1 < 0.3


def test_nothing_is_no_success() -> None:
    """Nothing extracted scores 0 where there is a body, and 1 where there is none; anything there scores 0."""
    assert score("").f1 == 0
    empty = BodyScore()
    empty.add("", "", "", None)
    assert (empty.precision, empty.recall, empty.f1, empty.leak) == (1, 1, 1, 0)
    empty.add("شيء", "", "", None)
    assert empty.f1 == 0


@pytest.mark.parametrize("seed", range(30))
def test_common_is_longest(seed: int) -> None:
    """Of random rows the pairs are equal words in ascending order, as many as the plain recursion finds."""
    chance = random.Random(seed)  # noqa: S311  # rows, not secrets
    first, second = ([chance.choice("abcd") for _ in range(chance.randrange(12))] for _ in range(2))

    @cache
    def longest(i: int, j: int) -> int:
        if not i or not j:
            return 0
        if first[i - 1] == second[j - 1]:
            return longest(i - 1, j - 1) + 1
        return max(longest(i - 1, j), longest(i, j - 1))

    pairs = common(first, second)
    assert all(first[i] == second[j] for i, j in pairs)
    assert pairs == sorted(pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs) == longest(len(first), len(second))
