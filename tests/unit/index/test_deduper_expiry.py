"""Expiry: by capture time, and safe from pages with a wrong one."""

from collections.abc import Callable

import pytest

from schemas.annotated_page import AnnotatedPage
from schemas.enriched_page import EnrichedPage
from workers.index.deduper import Deduper
from workers.index.store import MemoryStore

Prose = Callable[[int, int], str]
Pages = Callable[..., AnnotatedPage]
Dedupers = Callable[..., Deduper]


def decision(page: EnrichedPage) -> str:
    """Give the first document's decision."""
    assert page.documents[0].dedupe is not None
    return page.documents[0].dedupe.decision


@pytest.mark.parametrize("commits", [True, False])
@pytest.mark.parametrize(("hours", "expected"), [(23, "duplicate"), (24, "duplicate"), (25, "new")])
def test_what_is_older_than_the_ttl_is_not_matched(  # noqa: PLR0913  # three fixtures, three parameters
    deduper: Dedupers, page: Pages, prose: Prose, hours: int, expected: str, *, commits: bool
) -> None:
    """A copy is found as long as its original is no more than a ttl older, committed or not."""
    index = deduper(ttl_hours=24)
    index.decide(page("a", prose(90, 1)))
    if commits:
        index.commit()
    assert decision(index.decide(page("b", prose(90, 1), hours=hours))) == expected


def test_the_expired_are_deleted_at_the_commit(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """A commit removes what its own pages made too old, from the store and from memory."""
    store = MemoryStore()
    index = deduper(store, ttl_hours=24)
    for number, hours in enumerate((0, 1, 23, 26)):
        index.decide(page(str(number), prose(90, number), hours=hours))
        index.commit()
    assert [page_id for page_id, _ in store.items()] == ["2", "3"]
    assert len(index) == 2


def test_the_expired_are_deleted_after_a_restart_too(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """Pages that were stored before a restart expire like any other, even under a shorter ttl."""
    store = MemoryStore()
    index = deduper(store, ttl_hours=240)
    for number in range(3):
        index.decide(page(str(number), prose(90, number), hours=number * 24))
    index.commit()
    shorter = deduper(store, ttl_hours=24)
    shorter.commit()
    assert [page_id for page_id, _ in store.items()] == ["1", "2"]


def test_a_page_that_comes_too_late_is_decided_and_not_kept(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """A page already older than the ttl has an event but leaves no entry."""
    store = MemoryStore()
    index = deduper(store, ttl_hours=24)
    index.decide(page("now", prose(90, 1), hours=100))
    index.decide(page("late", prose(90, 2), hours=10))
    index.commit()
    assert [page_id for page_id, _ in store.items()] == ["now"]


def test_a_page_renewed_in_time_does_not_expire_with_its_old_state(
    deduper: Dedupers, page: Pages, prose: Prose
) -> None:
    """A page captured again with another text lives on from its newer capture."""
    store = MemoryStore()
    index = deduper(store, ttl_hours=24)
    index.decide(page("a", prose(90, 1)))
    index.commit()
    index.decide(page("a", prose(95, 1), hours=20))
    index.decide(page("b", prose(90, 2), hours=30))
    index.commit()
    assert decision(index.decide(page("c", prose(95, 1), hours=31))) == "duplicate"
    assert sorted(page_id for page_id, _ in store.items()) == ["a", "b"]


def test_a_page_from_the_future_empties_nothing(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """A wrong year in one page neither expires the others nor makes them unfindable, after a restart neither."""
    store = MemoryStore()
    index = deduper(store, ttl_hours=24, now_hours=48)
    index.decide(page("a", prose(90, 1), hours=30))
    index.decide(page("future", prose(90, 2), hours=900_000))
    index.commit()
    assert index.watermark == page("a", "", hours=30).captured_at
    for each in (index, deduper(store, ttl_hours=24, now_hours=48)):
        assert decision(each.decide(page("b", prose(90, 1), hours=31))) == "duplicate"
        assert decision(each.decide(page("c", prose(90, 2), hours=32))) == "new"


def test_the_watermark_survives_a_page_captured_earlier(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """A page that is replaced by an earlier capture of itself takes no time back, after a restart neither."""
    store = MemoryStore()
    index = deduper(store, ttl_hours=24)
    for hours in (20, 10):
        index.decide(page("a", prose(90, hours), hours=hours))
        index.commit()
    assert index.watermark == deduper(store, ttl_hours=24).watermark == page("a", "", hours=20).captured_at


def test_discarding_takes_the_watermark_back(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """A discarded page has moved no expiry."""
    index = deduper(ttl_hours=24)
    assert index.watermark is None
    index.decide(page("a", prose(90, 1)))
    index.commit()
    before = index.watermark
    index.decide(page("later", prose(90, 2), hours=500))
    index.discard()
    assert index.watermark == before
    assert decision(index.decide(page("b", prose(90, 1), hours=1))) == "duplicate"


def test_a_teaser_may_follow_its_article_by_days(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """Within a ttl of a week it does not matter which of the two came first."""
    index = deduper(ttl_hours=7 * 24)
    index.decide(page("late", prose(90, 1), hours=160))
    assert decision(index.decide(page("early", prose(90, 1), hours=0))) == "duplicate"


def test_much_that_expires_at_once_is_deleted_by_and_by(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """No commit deletes very much at once, and what waits to be deleted is not matched meanwhile."""
    store = MemoryStore()
    index = deduper(store, ttl_hours=24)
    for number in range(300):
        index.decide(page(str(number), prose(90, number % 3)))
    index.commit()
    assert decision(index.decide(page("late", prose(90, 1), hours=48))) == "new"
    index.commit()
    left = len(list(store.items()))
    assert 1 < left < 300
    index.decide(page("later", prose(90, 7), hours=48))
    index.commit()
    assert sorted(page_id for page_id, _ in store.items()) == ["late", "later"]
