"""Every message is delivered, or the caller hears of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from aiokafka.errors import KafkaTimeoutError, MessageSizeTooLargeError

from workers.delivery.failure import DeliveryFailed, ExitCode
from workers.delivery.outcome import Message
from workers.delivery.publisher import Producer, Publisher, pauses
from workers.settings import LimitSettings
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

if TYPE_CHECKING:
    from tests.unit.delivery.conftest import FakeProducer

MakeMessage = Callable[..., Message]


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        """Tell the time in seconds."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def time() -> Time:
    """Give a clock that stands still."""
    return Time()


def _publisher(producer: Producer, time: Time) -> Publisher:
    return Publisher(
        agent="annotate",
        producer=producer,
        topic_prefix="t-",
        limits=LimitSettings(retry_initial_seconds=1, retry_max_seconds=4, delivery_timeout_seconds=20),
        metrics=Metrics(),
        progress=Progress(),
        clock=time,
        sleep=time.sleep,
    )


async def test_delivers_in_order_under_the_prefixed_name(
    producer: "FakeProducer", message: MakeMessage, time: Time
) -> None:
    """Messages go out in order, to the topic's name on the wire."""
    refused = await _publisher(producer, time).publish([message(b"1"), message(b"2")])
    assert refused == frozenset()
    assert producer.delivered == [("t-enriched-pages", b"1"), ("t-enriched-pages", b"2")]


async def test_a_failed_delivery_is_sent_again(producer: "FakeProducer", message: MakeMessage, time: Time) -> None:
    """A delivery that fails is tried again until it is confirmed, and only that one."""
    producer.script = {b"2": [KafkaTimeoutError(), KafkaTimeoutError()]}
    await _publisher(producer, time).publish([message(b"1"), message(b"2")])
    assert [value for _, value in producer.delivered] == [b"1", b"2"]
    assert producer.sent == 4


async def test_the_last_message_of_a_key_arrives_last(
    producer: "FakeProducer", message: MakeMessage, time: Time
) -> None:
    """What stands behind a failed message of its key is sent again after it; other keys, and no key, are left alone."""
    producer.script = {b"1": [KafkaTimeoutError()], b"4": [KafkaTimeoutError()]}
    keys = {b"1": b"a", b"2": b"b", b"3": b"a", b"4": None, b"5": None}
    await _publisher(producer, time).publish([message(value, key=key) for value, key in keys.items()])
    assert [value for _, value in producer.delivered] == [b"2", b"3", b"5", b"1", b"3", b"4"]


async def test_a_message_too_large_in_company_is_not_delivered_behind_its_successor(
    producer: "FakeProducer", message: MakeMessage, time: Time
) -> None:
    """A message that goes alone is late as well; one that is refused keeps nobody waiting."""
    producer.script = {b"1": [MessageSizeTooLargeError()], b"3": [MessageSizeTooLargeError() for _ in range(2)]}
    keys = {b"1": b"a", b"2": b"a", b"3": b"b", b"4": b"b"}
    refused = await _publisher(producer, time).publish([message(value, key=key) for value, key in keys.items()])
    assert refused == {2}
    assert [value for _, value in producer.delivered] == [b"2", b"4", b"1", b"2"]


async def test_trying_again_is_a_sign_of_life(producer: "FakeProducer", message: MakeMessage, time: Time) -> None:
    """Each retry ticks, so that a broker that refuses writes is told of as such, and not as a standstill."""
    publisher = _publisher(producer, time)
    producer.script = {b"1": [KafkaTimeoutError() for _ in range(3)]}
    await publisher.publish([message(b"1")])
    assert publisher.progress.steps == 3


async def test_a_send_that_raises_is_tried_again(producer: "FakeProducer", message: MakeMessage, time: Time) -> None:
    """A send that raises, as one without metadata does, fails no other message and is tried again."""
    producer.refuse = {b"1": [KafkaTimeoutError()]}
    await _publisher(producer, time).publish([message(b"1"), message(b"2")])
    assert {value for _, value in producer.delivered} == {b"1", b"2"}


async def test_pauses_grow_to_their_cap_and_end_with_the_bound(
    producer: "FakeProducer", message: MakeMessage, time: Time
) -> None:
    """What cannot be delivered is tried with doubled, capped pauses; past the bound the worker must end."""
    producer.script = {b"1": [KafkaTimeoutError("gone") for _ in range(99)]}
    with pytest.raises(DeliveryFailed, match=r"1 of 1 messages not delivered: KafkaTimeoutError") as failure:
        await _publisher(producer, time).publish([message(b"1")])
    assert time.slept == [1, 2, 4, 4, 4, 4, 4]
    assert failure.value.exit_code is ExitCode.DELIVERY_FAILED
    assert producer.delivered == []


async def test_a_message_too_large_alone_is_refused(producer: "FakeProducer", message: MakeMessage, time: Time) -> None:
    """A message that the broker refuses for its size even alone is named; the others are delivered."""
    producer.script = {b"2": [MessageSizeTooLargeError(), MessageSizeTooLargeError()]}
    assert await _publisher(producer, time).publish([message(b"1"), message(b"2")]) == {1}
    assert [value for _, value in producer.delivered] == [b"1"]


async def test_a_message_too_large_in_company_is_delivered_alone(
    producer: "FakeProducer", message: MakeMessage, time: Time
) -> None:
    """A message refused in a batch that is too large together is sent alone, and delivered."""
    producer.script = {b"2": [MessageSizeTooLargeError()]}
    assert await _publisher(producer, time).publish([message(b"1"), message(b"2")]) == frozenset()
    assert [value for _, value in producer.delivered] == [b"1", b"2"]


async def test_a_foreign_error_is_not_swallowed(producer: "FakeProducer", message: MakeMessage, time: Time) -> None:
    """An error that is not Kafka's leaves at once: it is a defect, not a state of the broker."""
    producer.refuse = {b"1": [AssertionError("defect")]}
    with pytest.raises(AssertionError, match="defect"):
        await _publisher(producer, time).publish([message(b"1")])


def test_pauses_double_up_to_the_cap() -> None:
    """The pauses double and then stay at the cap."""
    series = pauses(LimitSettings(retry_initial_seconds=0.5, retry_max_seconds=3))
    assert [next(series) for _ in range(5)] == [0.5, 1, 2, 3, 3]
