"""What a running worker says of itself, as its broker answers or does not."""

import asyncio
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from topics.catalogue import RAW_PAGES
from topics.topic import Topic
from workers.delivery.lag import Lag
from workers.pipeline import Pipeline
from workers.settings import Settings, StageName
from workers.supervision import Supervision
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

STALL_SECONDS = 0.04
"""By the test's own clock; the looks in between come as fast as that makes them."""


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Tell the time in seconds."""
        return self.now


@dataclass
class Broker:
    """Answers what it is told to, or nothing."""

    waiting: int = 0
    reachable: bool = True
    closed: bool = False
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def measure(self, group: str, topic: str) -> Mapping[int, Lag]:
        """Tell one partition's lag."""
        self.asked.set()
        if not self.reachable:
            raise ConnectionError(f"{group} cannot ask about {topic}")
        return {0: Lag(committed=5, waiting=self.waiting)}

    async def look(self) -> None:
        """Wait until supervision has looked once more; its loop has ticked meanwhile."""
        self.asked.clear()
        async with asyncio.timeout(10):
            await self.asked.wait()

    async def close(self) -> None:
        """Note that nobody asks any more."""
        self.closed = True


@dataclass
class Idle:
    """An app that owns partition 0 and does nothing."""

    unready: str | None = None
    rebalances: int = 1
    recovered: int = 0

    def partitions_of(self, _topic: str) -> set[int]:
        """Give the partitions that are ours."""
        return {0}


@dataclass
class App:
    """A Faust app, as far as its consumer group's name goes."""

    @property
    def conf(self) -> "App":
        """The app's own settings."""
        return self

    id: str = "khabar-annotate"


@dataclass
class Standing:
    """An agent that works only when a test has it tick."""

    stage: StageName = StageName.ANNOTATE
    source: Topic = RAW_PAGES
    state: Idle = field(default_factory=Idle)
    progress: Progress = field(default_factory=Progress)
    app: App = field(default_factory=App)


class Ended:
    """Notes why the process was to be ended."""

    def __init__(self) -> None:
        self.reasons: list[str] = []
        self._told = threading.Event()

    def __call__(self, why: str) -> None:
        """Note a reason, from the watchdog's thread."""
        self.reasons.append(why)
        self._told.set()

    async def wait(self) -> bool:
        """Wait for a reason; say whether one came."""
        return await asyncio.to_thread(self._told.wait, 10)


def supervised(agent: Standing, broker: Broker, ended: Ended, clock: Clock) -> Supervision:
    """Supervise an agent that may stand still for `STALL_SECONDS`."""
    settings = Settings.load(worker={"watchdog_stall_seconds": STALL_SECONDS})
    return Supervision(settings, [cast("Pipeline", agent)], Metrics(), end=ended, probe=broker, clock=clock)


async def test_an_agent_that_leaves_records_waiting_is_ended_with_its_name() -> None:
    """Records wait, nothing is committed and no step is done: the process is ended, once."""
    clock, broker, ended = Clock(), Broker(waiting=3), Ended()
    async with supervised(Standing(), broker, ended, clock).watch():
        for _ in range(2):
            await broker.look()
            assert ended.reasons == []
            clock.now += 0.6 * STALL_SECONDS
        assert await ended.wait()
        await broker.look()
    assert [why.partition(":")[0] for why in ended.reasons] == ["annotate"]
    assert broker.closed


async def test_steps_of_work_are_signs_of_life() -> None:
    """A long batch commits nothing for a while, yet its pages are counted."""
    clock, broker, ended = Clock(), Broker(waiting=3), Ended()
    agent = Standing()
    supervision = supervised(agent, broker, ended, clock)
    async with supervision.watch():
        for _ in range(5):
            agent.progress.tick()
            await broker.look()
            clock.now += 0.6 * STALL_SECONDS
            assert supervision.complaint() is None
    assert ended.reasons == []


async def test_a_lost_broker_makes_the_worker_unready_and_never_ends_it() -> None:
    """Restarts mend no broker; when it answers again, the worker is ready again."""
    clock, broker, ended = Clock(), Broker(waiting=3), Ended()
    supervision = supervised(Standing(), broker, ended, clock)
    async with supervision.watch():
        await broker.look()
        ready = supervision.unready()
        broker.reachable = False
        for _ in range(3):
            await broker.look()
            clock.now += 0.6 * STALL_SECONDS
            assert supervision.complaint() is None
        lost = supervision.unready()
        broker.waiting, broker.reachable = 0, True
        await broker.look()
        found = supervision.unready()
    assert (ready, found, ended.reasons) == (None, None, [])
    assert lost == "the broker does not answer: ConnectionError"


async def test_an_app_without_partitions_is_not_ready() -> None:
    """What the app waits for is what the worker says."""
    agent = Standing(state=Idle(unready="waits for its partitions"))
    supervision = supervised(agent, Broker(), Ended(), Clock())
    async with supervision.watch():
        assert supervision.unready() == "annotate: waits for its partitions"
