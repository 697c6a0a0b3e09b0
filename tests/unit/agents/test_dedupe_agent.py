"""Every annotated record becomes exactly one outcome, and only what is delivered is remembered."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from schemas.annotated_page import AnnotatedPage
from schemas.dead_letter import Reason
from schemas.enriched_page import EnrichedPage
from workers.agents.annotate import Annotate
from workers.agents.dedupe import Dedupe
from workers.delivery.failure import IndexFailed
from workers.delivery.outcome import DeadLettered, Outcome, Published, Record
from workers.index.deduper import Deduper
from workers.index.store import MemoryStore, StoreError
from workers.stages.chain import ANNOTATE
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

NOW = datetime(2025, 1, 10, tzinfo=UTC)
TEXT = "عنوان الخبر الأول عن المدينة\n" + " ".join(f"كلمة{number}" for number in range(80)) + "."


class Store(MemoryStore):
    """A store in memory that notes what is assured and confirmed, and fails when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.assured: list[str] = []
        self.confirmed: list[int] = []
        self.broken = False

    def get(self, page_id: str) -> bytes | None:
        """Read an entry, or fail."""
        if self.broken:
            raise StoreError("no disk")
        return super().get(page_id)

    def assure(self, page_id: str) -> None:
        """Note the page."""
        self.assured.append(page_id)

    async def confirm(self) -> None:
        """Note how much there was to be confirmed."""
        self.confirmed.append(len(self))


@pytest.fixture
def store() -> Store:
    """Give an empty store."""
    return Store()


def _agent(store: Store) -> Dedupe:
    deduper = Deduper(store, ttl=timedelta(days=7), clock=lambda: NOW)
    return Dedupe(deduper, store, Metrics(), Progress())


def _record(page_id: str, text: str = TEXT) -> Record:
    raw = json.dumps({"page_id": page_id, "text": text, "captured_at": "2025-01-09T00:00:00Z"}).encode()
    fields = Record(topic="t", partition=0, offset=0, key=None, value=raw, timestamp_ms=0)
    (annotated,) = Annotate(ANNOTATE, Metrics(), Progress())([fields])
    assert isinstance(annotated, Published)
    value = annotated.messages[0].value
    return Record(topic="t-annotated-pages", partition=0, offset=0, key=None, value=value, timestamp_ms=0)


def _decisions(outcome: Outcome) -> list[str]:
    assert isinstance(outcome, Published)
    page = EnrichedPage.model_validate_json(outcome.messages[0].value or b"")
    return [document.dedupe.decision.value for document in page.documents if document.dedupe is not None]


async def _through(agent: Dedupe, *records: Record) -> list[Outcome]:
    await agent.prepare()
    outcomes = agent(records)
    await agent.remember([outcome for outcome in outcomes if isinstance(outcome, Published)])
    return outcomes


async def test_a_copy_is_found_in_the_batch_and_after_it(store: Store) -> None:
    """A page's copy is known within its batch already, and after a restart from the store."""
    outcomes = await _through(_agent(store), _record("a"), _record("b"))
    assert _decisions(outcomes[0])[0] == "new"
    assert _decisions(outcomes[1])[0] != "new"
    (again,) = await _through(_agent(store), _record("c"))
    assert _decisions(again)[0] != "new"


async def test_a_start_counts_all_pages_of_the_index(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the pauses between them, the log says how many were read."""
    await _through(_agent(store), _record("a"), _record("b"), _record("c"))
    monkeypatch.setattr("workers.index.deduper.REBUILD_CHUNK", 2)
    with capture_logs() as logs:
        await _agent(store).prepare()
    assert [entry["pages"] for entry in logs if entry["event"] == "index_built"] == [3]


async def test_a_page_that_comes_again_gives_the_same_messages(store: Store) -> None:
    """After a crash before the offsets went, the same record gives the same messages under the same keys."""
    first = await _through(_agent(store), _record("a"), _record("b"))
    second = await _through(_agent(store), _record("a"), _record("b"))
    assert [outcome.messages for outcome in first if isinstance(outcome, Published)] == [
        outcome.messages for outcome in second if isinstance(outcome, Published)
    ]
    assert store.assured == ["a", "b", "a", "b"]


async def test_nothing_is_stored_before_it_is_remembered(store: Store) -> None:
    """A decision alone leaves the store as it was: its messages may not arrive."""
    agent = _agent(store)
    await agent.prepare()
    agent([_record("a")])
    assert len(store) == 0


async def test_what_was_not_delivered_is_not_remembered(store: Store) -> None:
    """A page of a batch that became a dead letter after all is forgotten; its neighbours are stored and confirmed."""
    agent = _agent(store)
    await agent.prepare()
    outcomes = agent([_record("a"), _record("b")])
    await agent.remember([outcome for outcome in outcomes[1:] if isinstance(outcome, Published)])
    assert [page_id for page_id, _ in store.items()] == ["b"]
    assert store.confirmed == [1]


@pytest.mark.parametrize("value", [None, b"", b"{}", b"\xff", b"[]"])
async def test_what_is_no_annotated_page_is_dead_lettered(store: Store, value: bytes | None) -> None:
    """A record that does not read as an annotated page is a dead letter of intake."""
    record = Record(topic="t", partition=0, offset=0, key=None, value=value, timestamp_ms=0)
    (outcome,) = await _through(_agent(store), record)
    assert isinstance(outcome, DeadLettered)
    assert (outcome.reason, outcome.stage) == (Reason.NOT_A_PAGE, "intake")


async def test_a_page_that_cannot_be_decided_is_dead_lettered(store: Store) -> None:
    """A page that contradicts itself fails in the stage, and only itself."""
    record = _record("a")
    page = AnnotatedPage.model_validate_json(record.value or b"").model_copy(update={"fingerprints": ()})
    broken = Record(topic="t", partition=0, offset=0, key=None, value=page.model_dump_json().encode(), timestamp_ms=0)
    outcomes = await _through(_agent(store), broken, _record("b"))
    assert isinstance(outcomes[0], DeadLettered)
    assert (outcomes[0].reason, outcomes[0].stage) == (Reason.STAGE_FAILED, "dedupe")
    assert isinstance(outcomes[1], Published)


async def test_an_index_that_cannot_be_read_ends_the_worker(store: Store) -> None:
    """An index failure is no page's fault: the batch must not be settled."""
    agent = _agent(store)
    await agent.prepare()
    record = _record("a")
    store.broken = True
    with pytest.raises(IndexFailed, match="no disk"):
        agent([record])


async def test_an_index_that_cannot_be_written_ends_the_worker(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves as an index failure, whatever was raised."""
    agent = _agent(store)
    await agent.prepare()
    outcomes = agent([_record("a")])

    def fail(_page_id: str, _entry: bytes) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(store, "put", fail)
    with pytest.raises(IndexFailed, match="no space left"):
        await agent.remember([outcome for outcome in outcomes if isinstance(outcome, Published)])


async def test_the_index_is_built_anew_when_partitions_change(store: Store) -> None:
    """After a change of partitions the postings come from the table as it is now."""
    agent = _agent(store)
    await _through(agent, _record("a"))
    store.delete("a")
    agent.expire()
    (outcome,) = await _through(agent, _record("b"))
    assert _decisions(outcome)[0] == "new"


async def test_an_index_that_cannot_be_built_ends_the_worker(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that cannot be read when the postings are built is an index failure."""

    def fail() -> Iterator[tuple[str, bytes]]:
        raise StoreError("torn entry")

    monkeypatch.setattr(store, "items", fail)
    with pytest.raises(IndexFailed, match="torn entry"):
        await _agent(store).prepare()


async def test_a_dead_letter_does_not_quote_its_page(store: Store) -> None:
    """What is wrong with a record is said in one line without its values: pages may be long or private."""
    secret = Record(topic="t", partition=0, offset=0, key=None, value=b'{"text": ["secret"]}', timestamp_ms=0)
    (outcome,) = await _through(_agent(store), secret)
    assert isinstance(outcome, DeadLettered)
    assert outcome.reason is Reason.NOT_A_PAGE
    assert "secret" not in str(outcome.error)
    assert "\n" not in str(outcome.error)
