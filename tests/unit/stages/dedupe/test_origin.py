"""Origins: whether two documents are the same publisher's."""

import pytest

from workers.stages.dedupe.origin import Origin


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Origin("صحيفه", "a.example"), Origin("صحيفه", "b.example"), True),
        (Origin("صحيفه", "a.example"), Origin("جريده", "a.example"), False),
        (Origin("", "a.example"), Origin("صحيفه", "a.example"), True),
        (Origin("", "a.example"), Origin("صحيفه", "b.example"), False),
        (Origin("", ""), Origin("صحيفه", "b.example"), True),
    ],
)
def test_stated_names_decide_before_sites(one: Origin, other: Origin, *, same: bool) -> None:
    """Names where both state one, else sites where both have one, else the same."""
    assert one.is_same_as(other) is same
    assert other.is_same_as(one) is same
