"""An offset moves only by what delivery has let go."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, cast

import faust
import pytest
from aiokafka.errors import KafkaTimeoutError
from faust.types import TP, ConsumerT
from faust.types.tuples import ConsumerMessage

from workers.app import AppState, make_app
from workers.delivery.offsets import CarefulConsumer
from workers.settings import Settings, StageName

PARTITION = TP("t-raw-pages", 0)


class FakeKafka:
    """What the consumer's thread asks Kafka for.

    Attributes:
        offsets: what is committed, by partition.
        reset: the partitions sought to their beginning.
        refusals: how often a seek or a commit fails before it works.
        polls: how often records were asked for.
        commits: what was committed; as often as `refusals` says, nothing is.
    """

    def __init__(self, offsets: dict[TP, int | None]) -> None:
        self.offsets = offsets
        self.reset: list[TP] = []
        self.refusals = 0
        self.polls = 0
        self.commits: list[dict[object, int]] = []

    async def commit(self, offsets: dict[object, int]) -> None:
        """Commit offsets."""
        if self.refusals:
            self.refusals -= 1
            raise KafkaTimeoutError
        self.commits.append(offsets)

    async def flush(self) -> None:
        """Send what waits to be sent: nothing does."""

    async def seek_to_committed(self) -> dict[TP, int | None]:
        """Seek where something is committed, as aiokafka does."""
        if self.refusals:
            self.refusals -= 1
            raise KafkaTimeoutError
        return self.offsets

    async def seek_to_beginning(self, *partitions: TP) -> bool:
        """Seek to the beginning."""
        self.reset += partitions
        return True

    async def call(self, what: Callable[..., Awaitable[object]], *arguments: object) -> object:
        """Call at once what the thread would be asked to call."""
        return await what(*arguments)

    async def poll(self, _partitions: set[TP] | None, _timeout: float) -> dict[TP, list[object]]:
        """Give no records."""
        self.polls += 1
        return {}


@pytest.fixture
def kafka(consumer: CarefulConsumer, monkeypatch: pytest.MonkeyPatch) -> FakeKafka:
    """Give the Kafka of the consumer's thread; nothing is committed."""
    kafka = FakeKafka({PARTITION: None})
    thread = consumer._thread  # noqa: SLF001  # where faust talks to aiokafka
    monkeypatch.setattr(thread, "_ensure_consumer", lambda: kafka)
    monkeypatch.setattr(thread, "call_thread", kafka.call)
    monkeypatch.setattr(thread, "getmany", kafka.poll)
    monkeypatch.setattr(thread, "assignment", lambda: {PARTITION})
    return kafka


@pytest.fixture
async def app(tmp_path: Path) -> faust.App:
    """Give an app that talks to no broker."""
    settings = Settings.load(worker={"data_dir": tmp_path})
    return make_app(settings, StageName.ANNOTATE, max_message_bytes=1_000_000)


@pytest.fixture
def consumer(app: faust.App) -> CarefulConsumer:
    """Give the consumer that the app would run."""
    return AppState(app).consumer


def _message(offset: int) -> ConsumerMessage:
    message = ConsumerMessage(
        PARTITION.topic, PARTITION.partition, offset, 0.0, 0, None, None, b"", None, tp=PARTITION, generation_id=0
    )
    message.incref()
    return message


def _committable(consumer: CarefulConsumer) -> dict[TP, int]:
    return dict(consumer._filter_committable_offsets(consumer._filter_tps_with_pending_acks()))  # noqa: SLF001  # what faust commits


async def test_an_acknowledgement_alone_commits_nothing(consumer: CarefulConsumer) -> None:
    """What a stream acknowledges, as it does with skipped, failed and cancelled events, moves no offset."""
    for offset in range(3):
        _message(offset).ack(cast("ConsumerT", consumer))
    assert _committable(consumer) == {}


async def test_what_is_let_go_is_committed(consumer: CarefulConsumer) -> None:
    """The committed offset is the one behind the last record let go, and committing takes nothing away."""
    for offset in range(5):
        consumer.let_go(_message(offset))
    assert _committable(consumer) == {PARTITION: 5}
    assert _committable(consumer) == {PARTITION: 5}


async def test_an_acknowledged_record_behind_a_pending_one_stays(consumer: CarefulConsumer) -> None:
    """Faust commits past a single pending record when those behind it are acknowledged; here it stays."""
    consumer._committed_offset[PARTITION] = 10  # noqa: SLF001  # where faust keeps it
    _message(11).ack(cast("ConsumerT", consumer))
    assert _committable(consumer) == {}


async def test_a_commit_that_failed_is_tried_again(app: faust.App, consumer: CarefulConsumer, kafka: FakeKafka) -> None:
    """Where a broker did not take an offset, the next commit sends it again, also where nothing new was let go."""
    app.producer = cast("Any", kafka)
    consumer.let_go(_message(4))
    kafka.refusals = 1
    assert not await consumer.force_commit()
    assert consumer.committed() == {PARTITION: None}
    assert await consumer.force_commit()
    assert await consumer.force_commit() is False
    assert (kafka.commits, consumer.committed()) == ([{PARTITION: 5}], {PARTITION: 5})


async def test_what_is_let_go_no_longer_waits(consumer: CarefulConsumer) -> None:
    """Faust waits at a rebalance and at its stop for records in work; those let go are not among them."""
    message = _message(0)
    consumer.track_message(message)
    assert message in consumer.unacked
    consumer.let_go(message)
    assert message not in consumer.unacked


async def test_what_is_held_waits_for_its_release(consumer: CarefulConsumer) -> None:
    """A record that is held back keeps nobody waiting and moves no offset; its release does."""
    message = _message(4)
    consumer.track_message(message)
    consumer.hold(message)
    assert message not in consumer.unacked
    assert _committable(consumer) == {}
    consumer.release(PARTITION, 5)
    assert _committable(consumer) == {PARTITION: 5}


async def test_a_late_record_does_not_move_back(consumer: CarefulConsumer) -> None:
    """A record that comes a second time moves no offset back."""
    consumer.let_go(_message(7))
    consumer.let_go(_message(3))
    assert _committable(consumer) == {PARTITION: 8}


async def test_a_partition_without_a_commit_is_read_from_its_beginning(
    app: faust.App, consumer: CarefulConsumer, kafka: FakeKafka
) -> None:
    """After a rebalance, what was read and not committed comes again, also where nothing was ever committed.

    A changelog has no commits, and stays where its recovery is.
    """
    changelog = TP("t-index-changelog", 0)
    cast("Any", app.tables)._changelogs[changelog.topic] = app.Table("index")  # noqa: SLF001  # where faust keeps it
    kafka.offsets = {PARTITION: None, TP("t-raw-pages", 1): 0, TP("t-raw-pages", 2): 7, changelog: None}
    await consumer.perform_seek()
    assert kafka.reset == [PARTITION, TP("t-raw-pages", 1)]
    assert consumer._read_offset[TP("t-raw-pages", 2)] == 7  # noqa: SLF001  # below which faust drops records


async def test_nothing_is_read_before_a_seek_has_worked(consumer: CarefulConsumer, kafka: FakeKafka) -> None:
    """A seek that failed is done again before records are asked for, and one that fails again is an error."""
    kafka.refusals = 2
    with pytest.raises(KafkaTimeoutError):
        await consumer.perform_seek()
    with pytest.raises(KafkaTimeoutError):
        await consumer._getmany({PARTITION}, 1.0)  # noqa: SLF001  # what faust's loop calls
    assert kafka.polls == 0
    await consumer._getmany({PARTITION}, 1.0)  # noqa: SLF001  # what faust's loop calls
    await consumer._getmany({PARTITION}, 1.0)  # noqa: SLF001  # what faust's loop calls
    assert (kafka.polls, kafka.reset) == (2, [PARTITION])


async def test_commits_do_not_wait_between_reading_and_passing_on(consumer: CarefulConsumer) -> None:
    """Faust commits after so many acknowledgements while it holds a record; ours do not count for that."""
    for offset in range(3):
        consumer.let_go(_message(offset))
    assert consumer._n_acked == 0  # noqa: SLF001  # what faust compares


async def test_only_a_careful_consumer_will_do(app: faust.App) -> None:
    """An app whose consumer would commit what is not done is an error at once."""
    app.consumer = cast("ConsumerT", object())
    with pytest.raises(TypeError, match="would commit what is not done"):
        _ = AppState(app).consumer


async def test_a_record_goes_its_way_without_tasks_for_signals(consumer: CarefulConsumer) -> None:
    """What ends at once is not raced against faust's signals; those are given up unheard."""

    async def at_once() -> str:
        return "there"

    async def signal() -> None:
        raise AssertionError("nobody waits for it")

    found = await consumer.wait_first(at_once(), signal())
    assert (found.results, found.stopped) == (["there"], False)


async def test_a_record_that_must_wait_can_be_stopped(consumer: CarefulConsumer) -> None:
    """A record held back by a full stream is given up when faust's signal comes, as at a rebalance."""
    held, signal = asyncio.Event(), asyncio.Event()
    cancelled: list[str] = []

    async def way() -> None:
        try:
            await held.wait()
        except asyncio.CancelledError:
            cancelled.append("record")
            raise

    waiting = asyncio.create_task(consumer.wait_first(way(), signal.wait()))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    signal.set()
    assert len((await waiting).results) == 1
    await asyncio.sleep(0)
    assert cancelled == ["record"]


async def test_a_record_that_cannot_go_its_way_raises(consumer: CarefulConsumer) -> None:
    """An error on the way, at once or later, reaches faust's loop."""

    async def fail(after: int) -> None:
        for _ in range(after):
            await asyncio.sleep(0)
        raise KeyError("no stream")

    for after in (0, 5):
        with pytest.raises(KeyError):
            await consumer.wait_first(fail(after), asyncio.Event().wait())


async def test_a_record_given_up_at_once_goes_no_further(consumer: CarefulConsumer) -> None:
    """Where Faust's loop is cancelled before a record's way has ended, the record's way is too."""
    cancelled: list[str] = []

    async def way() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append("record")
            raise

    waiting = asyncio.create_task(consumer.wait_first(way(), asyncio.Event().wait()))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await asyncio.sleep(0)
    assert cancelled == ["record"]
