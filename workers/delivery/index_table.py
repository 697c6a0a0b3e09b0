"""The dedupe index's entries in a Faust table: RocksDB here, its changelog on the broker."""

import asyncio
import logging
import weakref
from collections.abc import Iterator
from typing import Any

import faust
from faust import streams
from faust.types import EventT

from topics.catalogue import DEDUPE_INDEX_CHANGELOG
from workers.delivery.failure import IndexFailed
from workers.delivery.publisher import pauses
from workers.settings import Settings
from workers.telemetry.logging import get_logger
from workers.telemetry.progress import Progress

_log = get_logger(__name__)


def stand_at(event: EventT[bytes]) -> None:
    """Make an event the current one of this task, so that tables may be written.

    Inside a batch no event is current, and Faust writes a table in the current event's partition only.
    """
    streams._current_event.set(weakref.ref(event))  # noqa: SLF001  # faust has no public way; tested


class IndexTable(faust.Table):  # type: ignore[type-arg]  # generic at check time only
    """A table that keeps hold of what it sends to its changelog.

    Attributes:
        deliveries: what was sent and is not yet confirmed: key, value and delivery.
        sent: the keys among them.
    """

    logger = logging.getLogger("faust.tables")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # faust's signature
        super().__init__(*args, **kwargs)
        self.deliveries: list[tuple[bytes, bytes | None, asyncio.Future[Any]]] = []
        self.sent: set[bytes] = set()

    def send_changelog(self, partition: int | None, key: Any, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # faust's signature
        """Send a change, as Faust does, and remember its delivery."""
        delivery = super().send_changelog(partition, key, value, *args, **kwargs)
        self.deliveries.append((key, value, delivery))
        self.sent.add(key)
        return delivery


class TableStore:
    """The index's storage: reads from any thread; writes from the agent's task, where an event is current."""

    def __init__(self, app: faust.App, settings: Settings, progress: Progress) -> None:
        self._progress = progress
        self._limits = settings.limits
        changelog = app.topic(
            DEDUPE_INDEX_CHANGELOG.wire_name(settings.topics.prefix),
            key_type=bytes,
            value_type=bytes,
            key_serializer="raw",
            value_serializer="raw",
            partitions=1,
            compacting=True,
            acks=False,
            internal=True,
            allow_empty=True,
            maxsize=131_072,
        )
        self.table = IndexTable(
            app, name="index", key_type=bytes, value_type=bytes, partitions=1, changelog_topic=changelog
        )
        app.tables.add(self.table)

    def get(self, page_id: str) -> bytes | None:
        """Read a page's entry."""
        entry: bytes | None = self.table.get(page_id.encode())
        return entry

    def put(self, page_id: str, entry: bytes) -> None:
        """Write a page's entry, in place of an earlier one."""
        self.table[page_id.encode()] = entry

    def delete(self, page_id: str) -> None:
        """Remove a page's entry, if there is one."""
        if self.get(page_id) is not None:
            del self.table[page_id.encode()]

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Read all entries of the partitions that are ours."""
        for key, value in self.table.items():
            yield key.decode(), value

    def assure(self, page_id: str) -> None:
        """Send a page's entry to the changelog unless it has just been sent.

        A worker killed between writing RocksDB and its changelog finds the entry at its restart and has nothing to
        write; without this, only that machine's disk would ever know the page.
        """
        key = page_id.encode()
        if key not in self.table.sent and (entry := self.get(page_id)) is not None:
            self.table.send_changelog(0, key, entry)

    async def confirm(self) -> None:
        """Wait until the changelog has all that was written; what fails is sent again, unless its key changed since.

        Raises:
            IndexFailed: it did not within `limits.delivery_timeout_seconds`.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._limits.delivery_timeout_seconds
        for pause in pauses(self._limits):
            writes, self.table.deliveries = self.table.deliveries, []
            self.table.sent.clear()
            last = {key: number for number, (key, _, _) in enumerate(writes)}
            results = await asyncio.gather(*(delivery for _, _, delivery in writes), return_exceptions=True)
            failed = [
                (key, value, result)
                for number, ((key, value, _), result) in enumerate(zip(writes, results, strict=True))
                if _bad(result) and last[key] == number
            ]
            if not failed:
                return
            error = failed[0][2]
            if loop.time() > deadline:
                raise IndexFailed(f"{len(failed)} changes of the index not delivered: {error}") from error
            _log.warning("changelog_retried", changes=len(failed), pause_seconds=pause, error=str(error))
            self._progress.tick()
            await asyncio.sleep(pause)
            for key, value, _ in failed:
                self.table.send_changelog(0, key, value)


def _bad(result: Any) -> bool:  # noqa: ANN401  # what a delivery gives
    return isinstance(result, BaseException)
