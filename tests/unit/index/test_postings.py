"""Postings: the same candidates whatever way the postings took."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.index import postings as module
from workers.index.postings import CAP, MAX_CANDIDATES, Key, Place, Postings

FAR = 1 << 40


def keys(*values: int) -> list[Key]:
    """Make keys of weight 1."""
    return [Key(value) for value in values]


def found(postings: Postings, *values: int, at: int = 0, reach: int = FAR, oldest: int = -FAR) -> list[Place]:
    """Look up the candidates for keys."""
    return postings.candidates(keys(*values), at, reach, oldest)


def test_two_keys_in_common_make_a_candidate() -> None:
    """One shared key is chance; two, or one that counts two, are evidence."""
    postings = Postings()
    postings.put("a", 0, [keys(1, 2, 3), keys(3, 4)])
    assert found(postings, 1, 2, 9) == [Place("a", 0)]
    assert found(postings, 3, 9) == []
    assert postings.candidates([Key(4, 2)], 0, FAR, -FAR) == [Place("a", 1)]


def test_most_hits_come_first_then_the_newest() -> None:
    """Candidates are ordered by what they share, then by capture time, newest first."""
    postings = Postings()
    for page_id, captured, values in (("old", 1, (1, 2)), ("new", 9, (1, 2)), ("near", 0, (1, 2, 3))):
        postings.put(page_id, captured, [keys(*values)])
    assert [place.page_id for place in found(postings, 1, 2, 3)] == ["near", "new", "old"]


def test_capture_times_bound_the_reach() -> None:
    """What lies further away than the reach either way, or before the expiry, is no candidate."""
    postings = Postings()
    for captured in (0, 10, 20, 30):
        postings.put(str(captured), captured, [keys(1, 2)])
    assert {place.page_id for place in found(postings, 1, 2, at=15, reach=5)} == {"10", "20"}
    assert {place.page_id for place in found(postings, 1, 2, at=15, oldest=11)} == {"20", "30"}


def test_a_stock_phrase_brings_up_a_bounded_number() -> None:
    """However many documents share keys, few are looked at, and the newest are among them."""
    postings = Postings()
    for number in range(5_000):
        postings.put(str(number), number, [keys(1, 2)])
    places = found(postings, 1, 2)
    assert [place.page_id for place in places] == [str(4_999 - n) for n in range(MAX_CANDIDATES)]
    assert MAX_CANDIDATES <= CAP


def test_replacing_and_undoing() -> None:
    """A page's newer documents replace the older ones, and undoing brings those back."""
    postings = Postings()
    assert postings.put("a", 0, [keys(1, 2)]) is None
    before = postings.put("a", 0, [keys(3, 4), keys(5, 6)])
    assert (found(postings, 1, 2), found(postings, 5, 6), len(postings)) == ([], [Place("a", 1)], 2)
    postings.restore("a", before)
    assert (found(postings, 1, 2), found(postings, 5, 6), len(postings)) == ([Place("a", 0)], [], 1)
    postings.remove("a")
    assert (found(postings, 1, 2), len(postings)) == ([], 0)


steps = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 5), st.lists(st.lists(st.integers(0, 6)), max_size=3)),
    max_size=40,
)


@pytest.mark.parametrize("fresh", [1, 7, 1 << 15])
@given(history=steps, removed=st.sets(st.sampled_from("abcdefgh")))
def test_candidates_depend_on_the_living_alone(
    fresh: int, history: list[tuple[str, int, list[list[int]]]], removed: set[str]
) -> None:
    """Replaced and removed pages, merged and compacted postings leave no trace: a fresh index finds the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FRESH_POSTINGS", fresh)
        patch.setattr(module, "_MIN_GARBAGE", 1)
        lived, last = Postings(), dict[str, tuple[int, list[list[int]]]]()
        for page_id, captured, documents in history:
            lived.put(page_id, captured, [keys(*values) for values in documents])
            last[page_id] = captured, documents
            if captured == 0:
                lived.compact()
        for page_id in removed:
            lived.remove(page_id)
            last.pop(page_id, None)
        lived.compact()
    fresh_index = Postings()
    for page_id, (captured, documents) in sorted(last.items()):
        fresh_index.put(page_id, captured, [keys(*values) for values in documents])
    assert len(lived) == len(fresh_index)
    for pair in ((0, 1), (2, 3), (4, 5, 6), range(7)):
        assert found(lived, *pair) == found(fresh_index, *pair)


def test_many_postings_are_found_again_after_merging() -> None:
    """Sealed and merged runs give every document back, and none that was removed."""
    rng = random.Random(5)  # noqa: S311  # a sample, no secret
    postings, all_keys = Postings(), list[Sequence[int]]()
    for number in range(6_000):
        values = [rng.getrandbits(64) for _ in range(16)]
        all_keys.append(values)
        postings.put(str(number), number, [keys(*values)])
    for number in range(0, 6_000, 2):
        postings.remove(str(number))
    postings.compact()
    assert len(postings) == 3_000
    for number in range(0, 6_000, 97):
        assert found(postings, *all_keys[number][:2]) == ([Place(str(number), 0)] if number % 2 else [])
