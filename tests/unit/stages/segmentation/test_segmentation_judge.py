"""The judge's way through a page."""

from collections.abc import Callable

from workers.stages.segmentation.judge import judge_lines
from workers.stages.segmentation.states import STATES
from workers.stages.segmentation.weights import order, weigh

Kinds = Callable[[str], list[tuple[str, str]]]

TITLE = "بلدية المدينة القديمة تفتح سوقها الجديد"
TEXT = "افتتح رئيس البلدية صباح الخميس سوقا جديدا في وسط المدينة القديمة بحضور عدد كبير من تجارها وأهلها وضيوفها."
NEXT = "وزارة الزراعة تتوقع موسما أفضل للقمح"
LEAD = "قالت وزارة الزراعة في بيان إن موسم القمح سيكون أفضل من مواسم الأعوام الماضية بفضل أمطار الشتاء الغزيرة."


def test_page_without_lines_has_no_states() -> None:
    """No lines, no states."""
    assert judge_lines([]) == []


def test_every_line_gets_a_state_whatever_its_features() -> None:
    """Features that nobody has weighed still leave a way through the page."""
    features: list[tuple[str, ...]] = [("never heard of",), ("always", "mark"), ("always", "full"), ("always", "dated")]
    rows = [[each] for each in features * 3]
    assert len(judge_lines(rows)) == len(rows)


def test_grouping_makes_no_difference() -> None:
    """Features weigh the same in one group and in several."""
    apart = [[("always",), ("short", "recurs")], [("always", "full"), ("stop",)]]
    assert judge_lines(apart) == judge_lines([[("always", "short", "recurs")], [("always", "full", "stop")]])


def test_order_is_hard(kinds: Kinds) -> None:
    """A line that makes a headline above the body makes none behind it."""
    assert kinds(f"{TITLE}\n{TEXT}")[0] == ("headline", TITLE)
    assert "headline" not in [kind for kind, _ in kinds(f"{TEXT}\n{LEAD}\n{TITLE}")]


def test_later_lines_change_what_earlier_ones_are(kinds: Kinds) -> None:
    """A bare label opens a teaser, but a promo if the article and its credit are still to come."""
    head = f"{TITLE}\n{TEXT}\nالمصدر: وكالات\n"
    assert [kind for kind, _ in kinds(f"{head}اقرأ أيضا\n{NEXT}\n{LEAD}")][3:] == [
        "teaser_label",
        "teaser_headline",
        "teaser_paragraph",
    ]
    promo = f"{TITLE}\n{TEXT}\nاقرأ أيضا\n{NEXT}\n{TEXT}\n{TEXT}\nالمصدر: وكالات"
    assert [kind for kind, _ in kinds(promo)][2:4] == ["promo", "promo"]


def test_every_state_can_be_reached() -> None:
    """The order leads to each state from the start."""
    ways, _, starts, _ = order()
    possible = -1e5
    reached = {place for place, score in enumerate(starts) if score > possible}
    size = 0
    while size < len(reached):
        size = len(reached)
        reached |= {place for place in range(len(STATES)) if any(ways[place, before] > possible for before in reached)}
    assert reached == set(range(len(STATES)))


def test_features_that_no_table_has_say_nothing() -> None:
    """A feature that was never weighed speaks for no state."""
    assert not weigh(("never heard of",)).any()


def test_learning_makes_nothing_possible() -> None:
    """Whatever was learned, no headline follows the body and no keyword line a teaser's headline."""
    places = {state: place for place, state in enumerate(STATES)}
    ways = order().ways
    assert ways[places["headline"], places["body"]] < -1e5
    assert ways[places["keywords"], places["teaser_headline"]] < -1e5
