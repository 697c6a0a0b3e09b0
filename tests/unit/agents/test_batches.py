"""A batch's offsets are let go when all its effects are there, and never before."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import cast

import pytest
from faust import Event

from workers.agents.batches import Batches, record_of, slices
from workers.delivery.failure import DeliveryFailed
from workers.delivery.outcome import Outcome, Record
from workers.telemetry.metrics import Metrics


def _event(offset: int, **more: object) -> "Event":
    message = SimpleNamespace(
        **{
            "topic": "t",
            "partition": 0,
            "offset": offset,
            "key": None,
            "value": b"v",
            "headers": [("a", b"1")],
            "timestamp": 1.5,
        }
        | more
    )
    return cast("Event", SimpleNamespace(message=message))


class Scene:
    """Batches over parts that note the order in which they are called."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.failed: list[BaseException] = []
        self.error: Exception | None = None
        self.batches = Batches(
            agent="a",
            size=10,
            within_seconds=0.1,
            work=self._work,
            settlement=self,
            let_go=lambda event: self.calls.append(f"let go {event.message.offset}"),
            fail=self.failed.append,
            metrics=Metrics(),
            prepare=self._prepare,
        )

    async def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Stand in for a settlement."""
        del outcomes
        self.calls.append("settle")
        if self.error is not None:
            raise self.error

    async def _prepare(self) -> None:
        self.calls.append("prepare")

    def _work(self, records: Sequence[Record]) -> list[Outcome]:
        self.calls.append(f"work on {[record.offset for record in records]}")
        return []


async def test_offsets_go_last_and_in_order() -> None:
    """Prepare, work, settle, and then let go, record by record."""
    scene = Scene()
    await scene.batches.handle([_event(0), _event(1)])
    assert scene.calls == ["prepare", "work on [0, 1]", "settle", "let go 0", "let go 1"]


async def test_nothing_is_let_go_of_a_failed_batch() -> None:
    """An unsettled batch lets nothing go, its error goes to the runner, and no later batch is begun."""
    scene = Scene()
    scene.error = DeliveryFailed("gone")

    async def take(stream: object, size: int, within_seconds: float) -> AsyncIterator[list["Event"]]:
        assert (stream, size, within_seconds) == (None, 10, 0.1)
        yield [_event(0)]
        yield [_event(1)]

    ended = asyncio.Event()

    def fail(error: BaseException) -> None:
        scene.failed.append(error)
        ended.set()

    scene.batches.take, scene.batches.fail = take, fail
    task = asyncio.create_task(scene.batches.consume(None))  # type: ignore[arg-type]  # the stand-in needs no stream
    await ended.wait()
    for _ in range(20):
        await asyncio.sleep(0)
    assert not task.done()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert scene.failed == [scene.error]
    assert scene.calls == ["prepare", "work on [0]", "settle"]


async def test_what_was_settled_is_committed_before_the_end() -> None:
    """A failing batch ends the process, but the offsets of those before it go first, even where committing fails."""
    scene = Scene()
    scene.error = DeliveryFailed("gone")

    async def commit() -> None:
        assert scene.failed == []
        scene.calls.append("commit")
        raise ConnectionError

    scene.batches.commit = commit

    async def take(_stream: object, _size: int, _within_seconds: float) -> AsyncIterator[list["Event"]]:
        yield [_event(0)]

    ended = asyncio.Event()

    def fail(error: BaseException) -> None:
        scene.failed.append(error)
        ended.set()

    scene.batches.take, scene.batches.fail = take, fail
    task = asyncio.create_task(scene.batches.consume(None))  # type: ignore[arg-type]  # the stand-in needs no stream
    await ended.wait()
    task.cancel()
    assert (scene.calls[-2:], scene.failed) == (["settle", "commit"], [scene.error])


async def test_a_cancelled_batch_lets_nothing_go() -> None:
    """A batch cancelled in mid-work, as at a hard stop, lets nothing go and is no failure."""
    scene = Scene()
    begun = asyncio.Event()

    async def never(_outcomes: Sequence[Outcome]) -> None:
        begun.set()
        await asyncio.Event().wait()

    scene.batches.settlement = SimpleNamespace(settle=never)
    task = asyncio.create_task(scene.batches.handle([_event(0)]))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert scene.failed == []
    assert not any(call.startswith("let go") for call in scene.calls)


async def test_the_loop_runs_while_a_batch_is_worked_on() -> None:
    """CPU work is beside the event loop: others run meanwhile."""
    scene = Scene()
    beats: list[Callable[[], None]] = []

    def slow(records: Sequence[Record]) -> list[Outcome]:
        del records
        while len(beats) < 3:
            pass
        return []

    async def beat() -> None:
        while True:
            beats.append(lambda: None)
            await asyncio.sleep(0)

    scene.batches.work = slow
    heart = asyncio.create_task(beat())
    await asyncio.wait_for(scene.batches.handle([_event(0)]), 10)
    heart.cancel()
    assert len(beats) >= 3


def test_a_record_is_read_undecoded() -> None:
    """Bytes, headers in order and milliseconds come over from Faust's event as they are."""
    record = record_of(_event(3))
    assert (record.offset, record.value, record.headers, record.timestamp_ms) == (3, b"v", (("a", b"1"),), 1500)
    bare = record_of(_event(3, headers=None, timestamp=None, value=None))
    assert (bare.headers, bare.timestamp_ms, bare.value, bare.stamped_at) == ((), -1, None, None)


def test_a_batch_is_worked_on_in_slices() -> None:
    """So many records at a time, fewer where they are large; none is lost and all keep their order."""
    small = [record_of(_event(offset)) for offset in range(40)]
    assert [len(part) for part in slices(small)] == [16, 16, 8]
    assert [record for part in slices(small) for record in part] == small
    large = record_of(_event(0, value=b"v" * 1024 * 1024))
    assert [len(part) for part in slices([*small[:2], large, *small[:3]])] == [3, 3]
    assert list(slices([])) == []


async def test_the_work_of_agents_takes_turns() -> None:
    """Agents that share one thread never work at the same time, and neither waits for the other's whole batch."""
    one, other = Scene(), Scene()
    other.calls = one.calls
    with ThreadPoolExecutor(1) as executor:
        one.batches.executor = other.batches.executor = executor
        batches = [[_event(offset) for offset in range(first, first + 32)] for first in (0, 100)]
        await asyncio.gather(one.batches.handle(batches[0]), other.batches.handle(batches[1]))
    firsts = [call.split("[")[1].split(",")[0] for call in one.calls if call.startswith("work")]
    assert firsts == ["0", "100", "16", "116"]


async def test_the_cost_of_the_work_is_told() -> None:
    """The CPU time of the agent's work is counted, a failed batch's too."""
    scene = Scene()

    def work(_records: Sequence[Record]) -> list[Outcome]:
        begun = time.thread_time()
        while time.thread_time() - begun < 0.01:
            pass
        raise DeliveryFailed("gone")

    scene.batches.work = work
    with pytest.raises(DeliveryFailed):
        await scene.batches.handle([_event(0)])
    told = scene.batches.metrics.registry.get_sample_value("khabar_work_cpu_seconds_total", {"agent": "a"})
    assert told is not None
    assert told >= 0.01
