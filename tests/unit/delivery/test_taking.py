"""Batches are taken as they arrive, and records of an earlier generation are left to whoever has them now."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, cast

import faust
import pytest
from faust.types import TP, EventT
from faust.types.tuples import ConsumerMessage

from topics.catalogue import RAW_PAGES
from workers.app import AppState, make_app, raw_topic
from workers.delivery.offsets import CarefulConsumer
from workers.delivery.taking import take
from workers.settings import Settings, StageName

PARTITION = TP("t-raw-pages", 0)

Offer = Callable[..., None]


@pytest.fixture
async def app(tmp_path: Path) -> faust.App:
    """Give an app that talks to no broker, its flow open."""
    app = make_app(Settings.load(worker={"data_dir": tmp_path}), StageName.ANNOTATE, max_message_bytes=1_000_000)
    app.flow_control.resume()
    return app


@pytest.fixture
def consumer(app: faust.App) -> CarefulConsumer:
    """Give the consumer that the app would run."""
    return AppState(app).consumer


async def test_a_partition_of_which_nothing_was_read_counts_for_nothing(app: faust.App) -> None:
    """Faust knows no offset of a changelog before its first record."""
    state = AppState(app)
    cast("Any", app.tables).recovery.active_offsets.update({PARTITION: None, TP("t-raw-pages", 1): 7})
    assert state.recovered == 7


@pytest.fixture
async def stream(app: faust.App, consumer: CarefulConsumer) -> AsyncIterator["faust.Stream[bytes]"]:
    """Give a stream of the app."""
    del consumer
    stream = cast("faust.Stream[bytes]", app.stream(raw_topic(app, RAW_PAGES, prefix="t-")))
    yield stream
    await stream.stop()


@pytest.fixture
def offer(app: faust.App, stream: "faust.Stream[bytes]") -> Offer:
    """Put records into the stream's queue, as the consumer does."""

    def put(*offsets: int, generation: int | None = None, value: bytes = b"") -> None:
        number = app.consumer_generation_id if generation is None else generation
        for offset in offsets:
            message = ConsumerMessage(
                *PARTITION, offset, 0.0, 0, None, None, value, None, tp=PARTITION, generation_id=number
            )
            message.incref()
            cast("Any", stream.channel).queue.force_put_nowait(app.create_event(None, b"", None, message))

    return put


def _offsets(events: list[EventT[bytes]]) -> list[int]:
    return [event.message.offset for event in events]


async def test_a_full_batch_is_given_at_once(stream: "faust.Stream[bytes]", offer: Offer) -> None:
    """So many records make a batch, in their order; the rest is the next one's."""
    offer(*range(5))
    batches = take(stream, 3, 60)
    assert _offsets(await anext(batches)) == [0, 1, 2]
    offer(5)
    assert _offsets(await anext(batches)) == [3, 4, 5]


async def test_large_records_make_smaller_batches(stream: "faust.Stream[bytes]", offer: Offer) -> None:
    """A batch ends with the record that makes it too large for the memory, however many it may have."""
    offer(*range(6), value=bytes(12 * 1024 * 1024))
    batches = take(stream, 10, 0.05)
    assert [_offsets(await anext(batches)) for _ in range(2)] == [[0, 1, 2], [3, 4, 5]]


async def test_an_incomplete_batch_waits_so_long(stream: "faust.Stream[bytes]", offer: Offer) -> None:
    """Fewer records are a batch when its time is over, and what comes meanwhile is of it."""
    first = asyncio.create_task(_next(stream, 10, 0.05))
    offer(0)
    await _turns()
    assert cast("Any", stream.channel).empty()
    offer(1)
    assert _offsets(await first) == [0, 1]


async def test_what_is_in_work_is_waited_for(
    stream: "faust.Stream[bytes]", offer: Offer, consumer: CarefulConsumer
) -> None:
    """Faust knows the records of a batch as in work until they are let go; those that wait are not."""
    offer(0, 1, 2)
    events = await _next(stream, 2, 60)
    assert sorted(message.offset for message in consumer.unacked) == [0, 1]
    for event in events:
        consumer.let_go(event.message)
    assert not consumer.unacked


async def test_an_earlier_generation_is_left_out(
    app: faust.App, stream: "faust.Stream[bytes]", offer: Offer, consumer: CarefulConsumer
) -> None:
    """Records fetched before a rebalance are not worked on, and nobody waits for them."""
    offer(0, 1, generation=app.consumer_generation_id - 1)
    offer(2)
    events = await _next(stream, 3, 0.05)
    assert _offsets(events) == [2]
    assert [message.offset for message in consumer.unacked] == [2]


async def test_nothing_is_begun_while_the_flow_is_stopped(
    app: faust.App, stream: "faust.Stream[bytes]", offer: Offer, consumer: CarefulConsumer
) -> None:
    """During a rebalance no batch is begun, not even of the current generation's records."""
    app.flow_control.suspend()
    offer(0, 1)
    waiting = asyncio.create_task(_next(stream, 2, 60))
    await _turns()
    assert not consumer.unacked
    app.flow_control.resume()
    offer(2, 3)
    assert _offsets(await waiting) == [2, 3]


async def test_what_arrived_before_the_flow_resumes_stays(
    app: faust.App, stream: "faust.Stream[bytes]", offer: Offer
) -> None:
    """Records read while the tables are recovered are worked on: they would not come again."""
    offer(0, 1)
    app.flow_control.resume()
    offer(2)
    assert _offsets(await _next(stream, 3, 60)) == [0, 1, 2]


async def test_what_is_older_goes_when_the_flow_resumes(
    app: faust.App, stream: "faust.Stream[bytes]", offer: Offer
) -> None:
    """Records of an earlier generation leave the queue, whose place is not theirs, when the flow resumes."""
    offer(0, 1, generation=app.consumer_generation_id - 1)
    offer(0)
    app.flow_control.resume()
    assert cast("Any", stream.channel).queue.qsize() == 1


async def test_a_stopped_stream_ends(stream: "faust.Stream[bytes]", offer: Offer) -> None:
    """When Faust stops the stream there are no more batches, and that is no error."""
    offer(0)
    given = []
    async for events in take(stream, 1, 60):
        given.append(_offsets(events))
        # As Faust's agents do it at their stop.
        await cast("Any", stream.channel).throw(StopAsyncIteration())
    assert given == [[0]]


async def _turns() -> None:
    """Give the loop to whatever can go on."""
    for _ in range(20):
        await asyncio.sleep(0)


async def _next(stream: "faust.Stream[bytes]", size: int, within_seconds: float) -> list[EventT[bytes]]:
    return await anext(take(stream, size, within_seconds))
