"""The judge's way through a page."""

from workers.stages.segmentation import judge as room
from workers.stages.segmentation.judge import judge_lines
from workers.stages.segmentation.states import START, STATES


def test_page_without_lines_has_no_states() -> None:
    """No lines, no states."""
    assert judge_lines([]) == []


def test_every_line_gets_a_state_whatever_its_features() -> None:
    """Features that nobody has weighed still leave a way through the page."""
    rows = [("never heard of",), ("always", "mark"), ("always", "full", "stop"), ("always", "credit_divided")] * 3
    assert len(judge_lines(rows)) == len(rows)


def test_order_is_hard() -> None:
    """A line that would make a headline anywhere else makes none behind a body."""
    paragraph, title = ("always", "full", "stop"), ("always", "short", "recurs")
    assert judge_lines([title, paragraph]) == ["headline", "body"]
    assert "headline" not in judge_lines([paragraph, paragraph, title, paragraph])


def test_later_lines_change_what_earlier_ones_are() -> None:
    """A bare label opens a teaser, but a promo if the article's credit is still to come."""
    body, label, title = ("always", "full", "stop"), ("always", "stub", "read_also_bare"), ("always", "short")
    page = [body, label, title, body, body]
    assert judge_lines(page) == ["body", "teaser_label", "teaser_headline", "teaser_body", "teaser_body"]
    credit = ("always", "tiny", "credit_divided")
    assert judge_lines([*page, credit]) == ["body", "promo_label", "promo_item", "body", "body", "credit"]


def test_every_state_can_be_reached_and_left() -> None:
    """The order leads to each state from the start."""
    ways_in = room._ways_in()  # noqa: SLF001  # the table as a whole has no other door
    reached, more = {START}, {START}
    while more:
        more = {state for state in STATES if any(before in reached for before in ways_in[state])} - reached
        reached |= more
    assert reached == {START, *STATES}
