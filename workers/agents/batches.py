"""What every agent does with a batch: work on it beside the event loop, settle it, let its offsets go."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, NoReturn, Protocol, cast

import faust
from faust.types import EventT, StreamT

from workers.delivery.outcome import Outcome, Record
from workers.delivery.taking import take
from workers.telemetry.metrics import Metrics

_SLICE_RECORDS: Final = 16
_SLICE_BYTES: Final = 1024 * 1024
"""What an agent works on before the other one has its turn: some 50 ms of common pages, one endless page."""

_COMMIT_SECONDS: Final = 5.0
"""How long a failing worker tries to commit what it has done."""

Work = Callable[[Sequence[Record]], list[Outcome]]
"""A total function: one outcome a record, in order. It runs in a thread and raises only what is unrecoverable."""

Event = EventT[bytes]

Take = Callable[["faust.Stream[bytes]", int, float], AsyncIterator[Sequence[Event]]]
"""Gives batches of a stream: of so many records at most, the incomplete ones after so many seconds."""

Fail = Callable[[BaseException], None]
"""Ends the process, soon and without committing any more."""


class Settles(Protocol):
    """What an agent needs of a settlement."""

    async def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Bring a batch's outcomes about, or raise."""
        ...


async def nothing_to_prepare() -> None:
    """Prepare nothing before a batch."""


async def commit_nothing() -> None:
    """Leave it to Faust when to commit."""


def stand_nowhere(_event: Event) -> None:
    """Make no event the current one: what keeps no table needs none."""


@dataclass(slots=True, kw_only=True)
class Batches:
    """Handles the batches of one agent, one at a time and in order.

    Attributes:
        prepare: awaited before each batch.
        let_go: marks an event as done, so that its offset may be committed.
        commit: commits what was let go, before the process ends for an error: batches that were settled would come
            again otherwise, and their dead letters be written again.
        fail: told of every error; nothing of the failed batch is let go, and no later batch is begun.
        executor: where the work is done. Agents of one process share a single thread: with two that compete for the
            interpreter, each page costs more and none comes sooner. None is the event loop's own.
    """

    agent: str
    size: int
    within_seconds: float
    work: Work
    settlement: Settles
    let_go: Callable[[Event], None]
    fail: Fail
    metrics: Metrics
    commit: Callable[[], Awaitable[object]] = commit_nothing
    prepare: Callable[[], Awaitable[None]] = nothing_to_prepare
    current: Callable[[Event], None] = stand_nowhere
    executor: Executor | None = None
    take: Take = take

    async def consume(self, stream: StreamT[bytes]) -> None:
        """Take batches from a stream for as long as it lasts.

        No error leaves: Faust would restart the agent behind the failed event.
        """
        async for events in self.take(cast("faust.Stream[bytes]", stream), self.size, self.within_seconds):
            try:
                await self.handle(events)
            except Exception as error:  # noqa: BLE001  # every error ends the process the same way
                await self._end(error)

    async def handle(self, events: Sequence[Event]) -> None:
        """Bring one batch to its end: work, deliver, remember, let go."""
        begun = time.monotonic()
        self.metrics.batch_records.labels(self.agent).observe(len(events))
        await self.prepare()
        loop = asyncio.get_running_loop()
        outcomes: list[Outcome] = []
        for part in slices([record_of(event) for event in events]):
            outcomes += await loop.run_in_executor(self.executor, self._work_on, part)
        self.current(events[-1])
        await self.settlement.settle(outcomes)
        for event in events:
            self.let_go(event)
        self.metrics.batch_seconds.labels(self.agent).observe(time.monotonic() - begun)

    def _work_on(self, records: Sequence[Record]) -> list[Outcome]:
        begun = time.thread_time()
        try:
            return self.work(records)
        finally:
            self.metrics.work_cpu_seconds.labels(self.agent).inc(time.thread_time() - begun)

    async def _end(self, error: Exception) -> NoReturn:
        with suppress(Exception):
            await asyncio.wait_for(self.commit(), _COMMIT_SECONDS)
        self.fail(error)
        # The process is about to end; until then no other batch is begun.
        while True:
            await asyncio.Event().wait()


def slices(records: Sequence[Record]) -> Iterator[Sequence[Record]]:
    """Cut a batch into what is worked on at a time, in order."""
    part: list[Record] = []
    size = 0
    for record in records:
        part.append(record)
        size += len(record.value or b"")
        if len(part) == _SLICE_RECORDS or size >= _SLICE_BYTES:
            yield part
            part, size = [], 0
    if part:
        yield part


def record_of(event: Event) -> Record:
    """Read a record from Faust's event; its value stays undecoded."""
    message = event.message
    headers = message.headers or ()
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    return Record(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        key=message.key,
        value=message.value,
        headers=tuple(pairs),
        # Faust turns Kafka's milliseconds into seconds.
        timestamp_ms=-1 if message.timestamp is None else round(message.timestamp * 1000),
    )
