"""Comparison: exact figures on made-up texts."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.stages.dedupe.comparison import Match, Text, compare
from workers.stages.dedupe.fingerprint import take_fingerprint

Prose = Callable[[int, int], str]
Compared = Callable[..., Match]


def test_a_copy_is_covered_wholly(prose: Prose, match: Compared) -> None:
    """Of two equal texts each has all of the other."""
    same = match(prose(50, 1), prose(50, 1))
    assert (same.jaccard, same.mine.coverage, same.theirs.start, same.edited) == (1, 1, 1, 0)


def test_a_prefix_covers_one_side_only(prose: Prose, match: Compared) -> None:
    """A quarter of a text is wholly covered, and covers a quarter."""
    whole = prose(202, 1)
    quarter = match(" ".join(whole.split()[:52]), whole)
    assert quarter.mine.coverage == 1
    assert quarter.theirs.coverage == pytest.approx(50 / 200)
    assert quarter.containment == 1


def test_nothing_in_common_is_zero(prose: Prose, match: Compared) -> None:
    """Foreign texts share nothing, and the match begins past the end."""
    foreign = match(prose(50, 1), prose(60, 2))
    assert (foreign.shared, foreign.jaccard, foreign.mine.first, foreign.theirs.first) == (0, 0, 50, 60)


@pytest.mark.parametrize("text", ["", "كلمة", "كلمة أخرى"])
def test_texts_without_trigrams_share_nothing(text: str, match: Compared) -> None:
    """Fewer than three tokens are no evidence, even where they are equal."""
    assert match(text, text).shared == 0


def test_an_additional_beginning_is_no_edit(prose: Prose, match: Compared) -> None:
    """What only one copy has before the other's beginning counts as a dateline."""
    assert match("مراسلنا في الجنوب " + prose(50, 1), prose(50, 1)).edited == 0


def test_a_rewritten_beginning_is_an_edit(prose: Prose, match: Compared) -> None:
    """Where both copies begin with words of their own, those words were edited."""
    assert match("مراسلنا في الجنوب " + prose(50, 1), "وكالات من الشمال " + prose(50, 1)).edited == 6


def test_changed_numbers_are_counted(prose: Prose, match: Compared) -> None:
    """A number that changed is an edited number on both sides, and disagrees."""
    start, end = prose(20, 1), prose(20, 2)
    changed = match(f"{start} 15 {end} 30 {start}", f"{start} 16 {end} 30 {start}")
    assert (changed.edited, changed.edited_numbers, changed.numbers) == (2, 2, 2)
    assert changed.agreement == 0.5


def test_an_insertion_does_not_make_numbers_disagree(prose: Prose, match: Compared) -> None:
    """A paragraph full of numbers in one copy leaves the other copy's numbers in agreement."""
    start, end = prose(20, 1) + " 11 ", " 12 " + prose(20, 2)
    assert match(start + prose(9, 3) + " 1 2 3 4 5 6 " + end, start + prose(9, 3) + end).agreement == 1


def test_headlines_overlap_by_the_shorter_one(prose: Prose, match: Compared) -> None:
    """A site's name glued to a headline does not make it another one."""
    glued = match(prose(9, 1), prose(9, 1), headlines=("افتتاح ثلاثة مراكز | موقع الأخبار", "افتتاح ثلاثة مراكز"))
    assert glued.headline == 1
    assert match(prose(9, 1), prose(9, 1), headlines=("افتتاح ثلاثة مراكز", None)).headline is None


@given(st.lists(st.sampled_from("ابتث123"), max_size=60), st.lists(st.sampled_from("ابتث123"), max_size=60))
def test_comparison_is_symmetric(one: list[str], other: list[str]) -> None:
    """Swapping the documents swaps the sides and changes nothing else."""
    first, second = (Text(take_fingerprint("d", None, " ".join(words))) for words in (one, other))
    there, back = compare(first, second), compare(second, first)
    assert (there.mine, there.theirs, there.jaccard, there.shared) == (
        back.theirs,
        back.mine,
        back.jaccard,
        back.shared,
    )
    assert 0 <= there.jaccard <= 1
