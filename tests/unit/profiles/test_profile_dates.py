"""How a source writes dates, and who publishes it."""

from collections.abc import Callable

import pytest

from schemas.enriched_page import EnrichedPage
from schemas.source_profile import DateHabits, SourceProfile
from workers.profiles.knowledge import knowledge_of
from workers.profiles.learning import Learner

MakePage = Callable[..., EnrichedPage]


def taught(pages: list[EnrichedPage]) -> SourceProfile:
    """Learn from pages one after the other."""
    learner = Learner("site.example")
    for page in pages:
        learner.learn(page)
    return learner.profile()


def habits(make_page: MakePage, stamp: str, *, day: int = 30) -> DateHabits:
    """Learn from one stamp, captured so many days after 1 March 2025."""
    return taught([make_page(1, stamp=stamp, day=day)]).dates


@pytest.mark.parametrize(
    ("stamp", "orders"),
    [
        ("25/03/2025", (1, 0)),
        ("03/25/2025 - 10:00", (0, 1)),
        ("٢٥-٠٣-٢٠٢٥", (1, 0)),
        ("03/03/2025", (0, 0)),
        ("2025/03/25", (0, 0)),
        # Captured on 31 March 2025: one reading lies in the future.
        ("03/04/2025", (0, 1)),
        # One of them is yesterday.
        ("03/01/2024", (0, 0)),
        ("40/40/2025", (0, 0)),
    ],
)
def test_only_what_can_be_read_in_one_way_tells_the_order(
    make_page: MakePage, stamp: str, orders: tuple[int, int]
) -> None:
    """A figure above twelve tells, or a reading that lies after the capture; years first have an order of their own."""
    found = habits(make_page, stamp)
    assert (found.day_first, found.month_first) == orders


def test_a_reading_of_the_day_of_capture_is_meant(make_page: MakePage) -> None:
    """Of 1 April and 4 January, a page captured on 1 April means the former."""
    assert habits(make_page, "01/04/2025", day=31).day_first == 1
    assert habits(make_page, "04/01/2025", day=31).month_first == 1


def test_clock_and_months(make_page: MakePage) -> None:
    """A word for the part of the day tells a clock of 12 hours, an hour past noon one of 24; months stand by name."""
    assert habits(make_page, "24 مارس 2025 - 16:40").clock_24 == 1
    assert habits(make_page, "24 مارس 2025 - 4:40 مساء").clock_12 == 1
    assert habits(make_page, "24 مارس 2025 - 4:40").clock_24 == 0
    assert [each.name for each in habits(make_page, "24 مارس 2025").months] == ["مارس"]


def test_the_order_is_sure_after_three_dates_that_agree(make_page: MakePage) -> None:
    """Two dates are no habit, and a source that writes both ways has none."""
    american = [make_page(number, stamp=f"03/{number + 13}/2025", day=40) for number in range(10)]
    both = [make_page(number + 20, stamp=f"{number + 13}/03/2025", day=40) for number in range(10)]
    assert not knowledge_of(taught(american[:2])).month_first
    assert knowledge_of(taught(american[:3])).month_first
    assert not knowledge_of(taught([*american, *both])).month_first


def test_a_publisher_is_known_where_nearly_all_articles_name_it(make_page: MakePage) -> None:
    """A source of many publishers has none of its own."""
    one = [make_page(number, publisher="صحيفة الواحة") for number in range(10)]
    many = [make_page(number + 20, publisher=f"صحيفة {number}") for number in range(40)]
    assert knowledge_of(taught(one)).publisher == "صحيفة الواحة"
    known = taught([*one, *many])
    assert knowledge_of(known).publisher is None
    assert len(known.publishers) == 24
