"""What a running worker says of itself, as its broker answers or does not."""

import asyncio
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

STALL_SECONDS = 1.0


@dataclass
class Broker:
    """Answers what it is told to, or nothing."""

    waiting: int = 0
    reachable: bool = True
    closed: bool = False

    async def measure(self, group: str, topic: str) -> Mapping[int, Lag]:
        """Tell one partition's lag."""
        if not self.reachable:
            raise ConnectionError(f"{group} cannot ask about {topic}")
        return {0: Lag(committed=5, waiting=self.waiting)}

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


def supervised(agent: Standing, broker: Broker, ended: list[str]) -> Supervision:
    """Supervise an agent that may stand still for `STALL_SECONDS`."""
    settings = Settings.load(worker={"watchdog_stall_seconds": STALL_SECONDS})
    return Supervision(settings, [cast("Pipeline", agent)], Metrics(), end=ended.append, probe=broker)


async def test_an_agent_that_leaves_records_waiting_is_ended_with_its_name() -> None:
    """Records wait, nothing is committed and no step is done: the process is ended, once."""
    ended: list[str] = []
    broker = Broker(waiting=3)
    async with supervised(Standing(), broker, ended).watch():
        await asyncio.sleep(2.5 * STALL_SECONDS)
    assert [why.partition(":")[0] for why in ended] == ["annotate"]
    assert broker.closed


async def test_steps_of_work_are_signs_of_life() -> None:
    """A long batch commits nothing for a while, yet its pages are counted."""
    ended: list[str] = []
    agent = Standing()
    async with supervised(agent, Broker(waiting=3), ended).watch():
        for _ in range(15):
            agent.progress.tick()
            await asyncio.sleep(STALL_SECONDS / 5)
    assert ended == []


async def test_a_lost_broker_makes_the_worker_unready_and_never_ends_it() -> None:
    """Restarts mend no broker; when it answers again, the worker is ready again."""
    ended: list[str] = []
    broker = Broker(waiting=3)
    supervision = supervised(Standing(), broker, ended)
    async with supervision.watch():
        await asyncio.sleep(STALL_SECONDS / 2)
        ready = supervision.unready()
        broker.reachable = False
        await asyncio.sleep(2 * STALL_SECONDS)
        lost = supervision.unready()
        broker.waiting, broker.reachable = 0, True
        await asyncio.sleep(STALL_SECONDS)
        found = supervision.unready()
    assert (ready, found, ended) == (None, None, [])
    assert lost == "the broker does not answer: ConnectionError"


async def test_an_app_without_partitions_is_not_ready() -> None:
    """What the app waits for is what the worker says."""
    agent = Standing(state=Idle(unready="waits for its partitions"))
    supervision = supervised(agent, Broker(), [])
    async with supervision.watch():
        assert supervision.unready() == "annotate: waits for its partitions"
