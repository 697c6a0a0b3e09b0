"""The index's table: written where an event is current, and confirmed before it counts."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import faust
import pytest
from faust import current_event
from faust.types import EventT

from workers.app import make_app
from workers.delivery.failure import IndexFailed
from workers.delivery.index_table import TableStore, stand_at
from workers.settings import Settings, StageName
from workers.telemetry.progress import Progress

Sent = tuple[bytes, bytes | None, "asyncio.Future[Any]"]


class Changelog:
    """What stands in for the table's topic: each message waits for the test to confirm it or fail it."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.errors: list[Exception] = []

    def send_soon(self, *, key: bytes, value: bytes | None, **_more: object) -> "asyncio.Future[Any]":
        """Take a change."""
        delivery: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        delivery.message = SimpleNamespace(partition=0)  # type: ignore[attr-defined]  # as faust's futures have it
        if self.errors:
            delivery.set_exception(self.errors.pop(0))
        else:
            delivery.set_result(None)
        self.sent.append((key, value, delivery))
        return delivery


@pytest.fixture
def changelog() -> Changelog:
    """Give a changelog that confirms everything."""
    return Changelog()


@pytest.fixture
async def store(tmp_path: Path, changelog: Changelog) -> TableStore:
    """Give a store over a table in memory that talks to no broker."""
    settings = Settings.load(
        worker={"data_dir": tmp_path},
        limits={"retry_initial_seconds": 0.001, "retry_max_seconds": 0.001, "delivery_timeout_seconds": 0.05},
    )
    app = make_app(settings, StageName.DEDUPE, max_message_bytes=1_000_000)
    app.conf.store = "memory://"  # type: ignore[assignment]  # faust parses it
    store = TableStore(app, settings, Progress())
    store.table._changelog_topic = cast("Any", changelog)  # noqa: SLF001  # the one door to the broker
    store.table._verified_source_topics_for_partitions.add("t")  # noqa: SLF001  # it would ask a consumer
    return store


@pytest.fixture
def event() -> Iterator[EventT[bytes]]:
    """Give an event and make none current afterwards."""
    yield cast("EventT[bytes]", _Event())
    faust.streams._current_event.set(None)  # noqa: SLF001  # what the test has set


class _Event:
    message = SimpleNamespace(partition=0, topic="t")


async def test_a_table_is_written_where_an_event_is_current(
    store: TableStore, changelog: Changelog, event: EventT[bytes]
) -> None:
    """Outside of a stream Faust refuses a write; standing at an event it takes it, and the changelog gets it."""
    with pytest.raises(TypeError, match="outside of stream iteration"):
        store.put("p", b"entry")
    stand_at(event)
    assert current_event() is event
    store.put("p", b"entry")
    assert store.get("p") == b"entry"
    assert list(store.items()) == [("p", b"entry")]
    assert [(key, value) for key, value, _ in changelog.sent] == [(b"p", b"entry")]


async def test_an_entry_is_deleted_with_a_tombstone(
    store: TableStore, changelog: Changelog, event: EventT[bytes]
) -> None:
    """A deletion reaches the changelog as a tombstone; deleting what is not there sends nothing."""
    stand_at(event)
    store.put("p", b"entry")
    store.delete("p")
    store.delete("p")
    assert store.get("p") is None
    assert [(key, value) for key, value, _ in changelog.sent] == [(b"p", b"entry"), (b"p", None)]


async def test_a_change_that_fails_is_sent_again(store: TableStore, changelog: Changelog, event: EventT[bytes]) -> None:
    """Confirming ends when the changelog has every change, after as many tries as it takes."""
    stand_at(event)
    changelog.errors = [ConnectionError("gone")]
    store.put("p", b"entry")
    store.put("q", b"entry")
    changelog.errors = [ConnectionError("gone")]
    await store.confirm()
    assert [key for key, _, _ in changelog.sent] == [b"p", b"q", b"p", b"p"]
    await store.confirm()
    assert len(changelog.sent) == 4


async def test_a_change_that_fails_does_not_undo_a_later_one(
    store: TableStore, changelog: Changelog, event: EventT[bytes]
) -> None:
    """An entry whose writing failed, and that was deleted since, is not written again behind its tombstone."""
    stand_at(event)
    changelog.errors = [ConnectionError("gone")]
    store.put("p", b"entry")
    store.delete("p")
    await store.confirm()
    assert [(key, value) for key, value, _ in changelog.sent] == [(b"p", b"entry"), (b"p", None)]


async def test_a_change_that_never_arrives_ends_the_worker(
    store: TableStore, changelog: Changelog, event: EventT[bytes]
) -> None:
    """Past its bound a change that is not confirmed is an index failure."""
    stand_at(event)
    changelog.errors = [ConnectionError("gone") for _ in range(999)]
    store.put("p", b"entry")
    with pytest.raises(IndexFailed, match="1 changes of the index not delivered: gone"):
        await store.confirm()


async def test_what_only_this_disk_knows_is_sent_to_the_changelog(
    store: TableStore, changelog: Changelog, event: EventT[bytes]
) -> None:
    """An entry that a killed worker wrote here but not there is sent when its page comes again; others only once."""
    stand_at(event)
    store.put("p", b"entry")
    store.assure("p")
    assert len(changelog.sent) == 1
    await store.confirm()
    store.assure("p")
    store.assure("unknown")
    assert [(key, value) for key, value, _ in changelog.sent] == [(b"p", b"entry"), (b"p", b"entry")]
