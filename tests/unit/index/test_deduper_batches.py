"""The deduper's promise: how pages are batched, dropped and taken up again changes no decision."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.annotated_page import AnnotatedPage
from workers.index import deduper as deduper_module
from workers.index import entry, relations
from workers.index.deduper import Deduper
from workers.index.entry import Entry
from workers.index.sqlite import SqliteStore
from workers.index.store import MemoryStore, StoreError
from workers.stages.dedupe import comparison
from workers.stages.dedupe.comparison import Match, Text

Prose = Callable[[int, int], str]
Pages = Callable[..., AnnotatedPage]
Dedupers = Callable[..., Deduper]
Step = tuple[int, int, int, int, bool]

TTL_HOURS = 48

steps = st.lists(
    st.tuples(
        st.integers(0, 9),  # whose page: ids repeat, so pages come again, changed or not
        st.integers(0, 3),  # which story
        st.sampled_from([30, 80, 120, 150]),  # how much of it
        st.integers(-60, 60),  # captured how many hours off its turn: out of order, and past the time to live
        st.booleans(),  # whether a teaser of the next story stands on it
    ),
    min_size=1,
    max_size=25,
)


@pytest.fixture(scope="session")
def stream(page: Pages, prose: Prose) -> Callable[[list[Step]], list[AnnotatedPage]]:
    """Give a maker of page streams."""

    def make(history: list[Step]) -> list[AnnotatedPage]:
        return [
            page(
                f"page-{whose}",
                " ".join(prose(150, story).split()[:words]),
                *([" ".join(prose(150, (story + 1) % 4).split()[:35])] if teaser else []),
                hours=turn * 4 + shift,
                publisher=f"صحيفة {whose % 2}",
            )
            for turn, (whose, story, words, shift, teaser) in enumerate(history)
        ]

    return make


@given(history=steps, cuts=st.lists(st.integers(1, 6), min_size=1), data=st.data())
def test_batches_crashes_and_restarts_change_nothing(
    stream: Callable[[list[Step]], list[AnnotatedPage]],
    deduper: Dedupers,
    history: list[Step],
    cuts: list[int],
    data: st.DataObject,
) -> None:
    """One page at a time, in batches, after discarded batches and after restarts: the same events, the same store."""
    pages = stream(history)
    plain_store, store = MemoryStore(), MemoryStore()
    plain, batched = deduper(plain_store, ttl_hours=TTL_HOURS), deduper(store, ttl_hours=TTL_HOURS)
    expected = []
    for each in pages:
        expected.append(plain.decide(each).model_dump_json())
        plain.commit()

    got: list[str] = []
    while len(got) < len(pages):
        batch = pages[len(got) : len(got) + cuts[len(got) % len(cuts)]]
        event = data.draw(st.sampled_from(["commit", "commit each", "discard first", "restart first"]))
        if event.endswith("first"):
            for each in batch:
                batched.decide(each)
            if event == "discard first":
                batched.discard()
            else:
                batched = deduper(store, ttl_hours=TTL_HOURS)
        got.extend(batched.decide(each).model_dump_json() for each in batch)
        if event == "commit each":
            for each in batch:
                batched.commit(each.page_id)
        else:
            batched.commit()
    assert got == expected
    assert dict(store.items()) == dict(plain_store.items())
    assert len(batched) == len(plain)


def test_what_expired_within_a_batch_is_forgotten_as_if_committed(
    stream: Callable[[list[Step]], list[AnnotatedPage]], deduper: Dedupers
) -> None:
    """A page whose earlier version expired by a page of the same batch is written as if a commit had deleted that."""
    pages = stream([(1, 0, 30, 40, False), (1, 0, 80, 0, False), (0, 0, 30, 46, False), (1, 0, 30, 25, False)])
    stores = MemoryStore(), MemoryStore()
    plain, batched = (deduper(store, ttl_hours=TTL_HOURS) for store in stores)
    for each in pages:
        plain.decide(each)
        plain.commit()
    for each in pages[:2]:
        batched.decide(each)
    batched.commit()
    for each in pages[2:]:
        batched.decide(each)
    batched.commit()
    assert dict(stores[0].items()) == dict(stores[1].items())


def test_deciding_does_not_touch_the_store(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """Until the commit the store is as it was; pending pages are seen by later ones all the same."""
    store = MemoryStore()
    index = deduper(store)
    index.decide(page("a", prose(90, 1)))
    second = index.decide(page("b", prose(90, 1), hours=1)).documents[0].dedupe
    assert second is not None
    assert second.decision == "duplicate"
    assert len(store) == 0
    index.commit("a")
    assert [page_id for page_id, _ in store.items()] == ["a"]
    index.commit("a")
    index.commit()
    assert [page_id for page_id, _ in store.items()] == ["a", "b"]


def test_a_failed_commit_can_be_done_again(deduper: Dedupers, page: Pages, prose: Prose, tmp_path: Path) -> None:
    """A store that fails in mid-commit leaves everything pending and the file as it was."""

    class Failing(SqliteStore):
        left = 1

        def put(self, page_id: str, entry: bytes) -> None:
            if not self.left:
                raise StoreError("disk full")
            self.left -= 1
            super().put(page_id, entry)

    path = tmp_path / "index.sqlite"
    with Failing(path) as store:
        index = deduper(store)
        for name in "ab":
            index.decide(page(name, prose(90, 1), hours=ord(name)))
        with pytest.raises(StoreError, match="disk full"):
            index.commit()
        assert list(store.items()) == []
        store.left = 9
        index.commit()
    with SqliteStore(path) as reopened:
        assert [page_id for page_id, _ in reopened.items()] == ["a", "b"]


def test_a_file_carries_the_index_over(deduper: Dedupers, page: Pages, prose: Prose, tmp_path: Path) -> None:
    """A second run over the same file knows the first run's pages."""
    path = tmp_path / "index.sqlite"
    with SqliteStore(path) as store:
        index = deduper(store)
        first = index.decide(page("a", prose(90, 1))).documents[0].dedupe
        index.commit()
    with SqliteStore(path) as store:
        second = deduper(store).decide(page("b", prose(90, 1), hours=1)).documents[0].dedupe
    assert first is not None
    assert second is not None
    assert (second.decision, second.story_id) == ("duplicate", first.story_id)


def test_a_rebuild_pauses(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """Rebuilding hands control back every 256 entries and tells how many it read."""
    store = MemoryStore()
    index = deduper(store)
    for number in range(600):
        index.decide(page(str(number), prose(4, number)))
    index.commit()
    assert list(index.rebuild()) == [256, 256, 88]
    assert len(index) == 600


def test_a_page_of_many_documents_reads_each_earlier_page_once(
    deduper: Dedupers, page: Pages, prose: Prose, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Front pages captured again have all their teasers in common: their entries are not read for each of these."""
    reads: list[bytes] = []

    def read(data: bytes, *, links: bool) -> Entry:
        reads.append(data)
        return entry.decode(data, links=links)

    monkeypatch.setattr(deduper_module, "decode", read)
    teasers = [prose(40, seed) for seed in range(30)]
    index = deduper()
    # More earlier pages than a cache of entries would hold: each teaser has its 32 candidates on others of them.
    for number in range(90):
        index.decide(page(f"front-{number}", None, *teasers[number % 3 :: 3], hours=number))
        index.commit()
    reads.clear()
    index.decide(page("front", None, *teasers, hours=90))
    assert len(reads) == 90
    assert len({*reads}) == 90


def test_one_text_is_compared_once(
    deduper: Dedupers, page: Pages, prose: Prose, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many documents of a page have a text, and however many earlier ones: their comparison is one."""
    compared: list[None] = []

    def compare(mine: Text, theirs: Text) -> Match:
        compared.append(None)
        return comparison.compare(mine, theirs)

    monkeypatch.setattr(relations, "compare", compare)
    index = deduper()
    index.decide(page("a", None, *[prose(40, 1)] * 9, prose(40, 2)))
    index.decide(page("b", None, *[prose(40, 1)] * 9, prose(40, 2), hours=1))
    assert len(compared) == 2


def test_each_document_and_each_candidate_is_a_sign_of_life(page: Pages, prose: Prose) -> None:
    """A page of very many documents takes long, and is told from a standstill."""
    ticks: list[None] = []
    index = Deduper(
        MemoryStore(), ttl=timedelta(hours=9), clock=lambda: datetime.now(UTC), tick=lambda: ticks.append(None)
    )
    teasers = [prose(40, seed) for seed in range(5)]
    index.decide(page("front", prose(90, 9), *teasers))
    assert len(ticks) == 6
    index.decide(page("again", None, *teasers, hours=1))
    assert len(ticks) == 6 + 5 + 5
