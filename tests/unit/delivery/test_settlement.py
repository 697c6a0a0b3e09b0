"""The order of effects, and what happens to it when something fails."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from aiokafka.errors import KafkaTimeoutError, MessageSizeTooLargeError

from schemas.dead_letter import DeadLetter, NotADeadLetter, Reason, original_value, replay_headers
from workers.delivery.dead_letters import DeadLetterWriter
from workers.delivery.failure import DeliveryFailed, TooManyDeadLetters, Unrecoverable
from workers.delivery.limits import DeadLetterLimits
from workers.delivery.outcome import DeadLettered, Message, Published
from workers.delivery.publisher import Publisher
from workers.delivery.settlement import Settlement
from workers.settings import LimitSettings
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

if TYPE_CHECKING:
    from tests.unit.delivery.conftest import FakeProducer

MakePublished = Callable[..., Published]
MakeDead = Callable[..., DeadLettered]

LIMITS = LimitSettings(
    dead_letter_consecutive=2, retry_initial_seconds=0.001, retry_max_seconds=0.001, delivery_timeout_seconds=0.01
)


class Settling:
    """A settlement over a fake producer, which notes what is remembered and when."""

    def __init__(self, producer: "FakeProducer") -> None:
        self.producer = producer
        self.remembered: list[str] = []
        self.metrics = Metrics()
        publisher = Publisher(
            agent="a", producer=producer, topic_prefix="t-", limits=LIMITS, metrics=self.metrics, progress=Progress()
        )
        self.settlement = Settlement(
            agent="a",
            publisher=publisher,
            dead_letters=DeadLetterWriter(app_id="t-a", task_id="here", clock=lambda: datetime(2025, 1, 1, tzinfo=UTC)),
            limits=DeadLetterLimits(LIMITS),
            metrics=self.metrics,
            write_state=self._remember,
        )

    async def _remember(self, published: Sequence[Published]) -> None:
        self.remembered += [f"{outcome.page_id} after {len(self.producer.delivered)}" for outcome in published]


@pytest.fixture
def settling(producer: "FakeProducer") -> Settling:
    """Give a settlement whose limits and bounds are small."""
    return Settling(producer)


async def test_state_is_written_after_every_delivery(settling: Settling, published: MakePublished) -> None:
    """Nothing is remembered before all messages of the batch are confirmed."""
    await settling.settlement.settle([published(0, b"0"), published(1, b"1")])
    assert settling.remembered == ["page-0 after 2", "page-1 after 2"]


async def test_a_failed_delivery_leaves_no_state(settling: Settling, published: MakePublished) -> None:
    """Where one message of a batch is not delivered, nothing of the batch is remembered."""
    settling.producer.script = {b"1": [KafkaTimeoutError() for _ in range(999)]}
    with pytest.raises(DeliveryFailed):
        await settling.settlement.settle([published(0, b"0"), published(1, b"1")])
    assert settling.remembered == []


async def test_a_dead_letter_is_delivered_and_not_remembered(
    settling: Settling, published: MakePublished, dead: MakeDead
) -> None:
    """A poisonous record among good ones becomes a dead letter; the good ones are published and remembered."""
    await settling.settlement.settle([published(0, b"0"), dead(1), published(2, b"2")])
    assert settling.producer.delivered == [
        ("t-enriched-pages", b"0"),
        ("t-dead-letters", b"raw"),
        ("t-enriched-pages", b"2"),
    ]
    assert settling.remembered == ["page-0 after 3", "page-2 after 3"]
    registry = settling.metrics.registry
    assert registry.get_sample_value("khabar_dead_letters_total", {"agent": "a", "reason": "not_a_page"}) == 1
    assert registry.get_sample_value("khabar_records_total", {"agent": "a", "outcome": "published"}) == 2


def test_dead_letters_are_counted_from_nought(settling: Settling) -> None:
    """An alert on an increase sees the first one, too."""
    sample = settling.metrics.registry.get_sample_value
    assert {sample("khabar_dead_letters_total", {"agent": "a", "reason": reason}) for reason in Reason} == {0}


async def test_a_dead_letter_is_kept_from_its_own_writing_on(settling: Settling, dead: MakeDead) -> None:
    """A letter has the time of its sending, however old its record is: else its topic would sweep it away with that."""
    await settling.settlement.settle([dead(0, timestamp_ms=1)])
    assert settling.producer.stamps == [None]


async def test_a_dead_letter_that_is_not_delivered_holds_the_batch(settling: Settling, dead: MakeDead) -> None:
    """A dead letter that cannot be delivered is as bad as an event that cannot: the batch is not settled."""
    settling.producer.script = {b"raw": [KafkaTimeoutError() for _ in range(999)]}
    with pytest.raises(DeliveryFailed):
        await settling.settlement.settle([dead(0)])


async def test_an_event_that_the_broker_refuses_becomes_a_dead_letter(
    settling: Settling, published: MakePublished
) -> None:
    """An event that the broker takes at no size becomes a dead letter with its original record."""
    settling.producer.script = {b"1": [MessageSizeTooLargeError(), MessageSizeTooLargeError()]}
    await settling.settlement.settle([published(0, b"0"), published(1, b"1")])
    assert settling.producer.delivered == [("t-enriched-pages", b"0"), ("t-dead-letters", b"raw")]
    assert settling.remembered == ["page-0 after 2"]


async def test_a_dead_letter_that_the_broker_refuses_ends_the_worker(
    settling: Settling, published: MakePublished
) -> None:
    """Where even the dead letter is refused, nothing is dropped: the worker must end."""
    refusals: list[Exception] = [MessageSizeTooLargeError() for _ in range(2)]
    settling.producer.script = {b"1": refusals, b"raw": [MessageSizeTooLargeError() for _ in range(2)]}
    with pytest.raises(DeliveryFailed, match="takes no message as large"):
        await settling.settlement.settle([published(1, b"1")])
    assert settling.remembered == []


async def test_past_the_limit_nothing_of_the_batch_is_sent(settling: Settling, dead: MakeDead) -> None:
    """A batch that passes the dead-letter limit is left in its topic whole."""
    with pytest.raises(TooManyDeadLetters):
        await settling.settlement.settle([dead(offset) for offset in range(3)])
    assert settling.producer.sent == 0


async def test_a_state_that_cannot_be_written_is_heard_of(settling: Settling, published: MakePublished) -> None:
    """An index failure leaves the settlement, so that no offset is let go."""

    async def fail(_published: Sequence[Published]) -> None:
        raise Unrecoverable("no disk")

    settling.settlement.write_state = fail
    with pytest.raises(Unrecoverable, match="no disk"):
        await settling.settlement.settle([published(0)])


def test_a_dead_letter_keeps_its_record_and_says_why(dead: MakeDead) -> None:
    """Key, value and headers stay; reason, place, time stamp, attempts and first failure are in the headers."""
    writer = DeadLetterWriter(app_id="t-a", task_id="here", clock=lambda: datetime(2025, 1, 1, tzinfo=UTC))
    first = writer.write(dead(7, headers=(("trace", b"1"),)))
    assert (first.key, first.value) == (b"key", b"raw")
    assert first.headers[0] == ("trace", b"1")
    letter = DeadLetter.from_headers(first.headers)
    assert (letter.topic, letter.offset, letter.reason, letter.stage) == ("t-raw-pages", 7, Reason.NOT_A_PAGE, "intake")
    assert (letter.attempts, letter.exception_message, letter.timestamp_ms) == (1, "no page", 1_700_000_000_000)
    again = DeadLetter.from_headers(writer.write(dead(9, headers=first.headers)).headers)
    assert (again.attempts, again.first_failed_at) == (2, letter.first_failed_at)


def test_a_dead_letter_of_nothing_can_be_sent(dead: MakeDead) -> None:
    """A record without key and value is kept with an empty value, since no producer sends nothing at all."""
    message: Message = DeadLetterWriter(app_id="t-a").write(dead(0, key=None, value=None))
    assert (message.key, message.value) == (None, b"")


def test_a_record_without_a_time_is_told_without(dead: MakeDead) -> None:
    """A record that carries no time stamp makes a letter that gives none for it."""
    message = DeadLetterWriter(app_id="t-a").write(dead(0, timestamp_ms=-1))
    assert DeadLetter.from_headers(message.headers).timestamp_ms is None


def test_a_value_that_travelled_compressed_is_kept(dead: MakeDead) -> None:
    """A value larger than the letters' topic takes is compressed; it goes back as it came, and no header stays."""
    value = b"<html>" + bytes(12_000_000)
    message = DeadLetterWriter(app_id="t-a").write(dead(0, value=value))
    assert message.fits
    assert dict(message.headers)["x-value-encoding"] == b"gzip"
    assert original_value(message.value, message.headers) == value
    assert [name for name, _ in replay_headers(message.headers)] == ["x-attempts", "x-first-failed-at"]


def test_a_value_that_fits_is_kept_as_it_is(dead: MakeDead) -> None:
    """Most letters hold their record's very bytes."""
    message = DeadLetterWriter(app_id="t-a").write(dead(0))
    assert "x-value-encoding" not in dict(message.headers)
    assert original_value(message.value, message.headers) == b"raw"


@pytest.mark.parametrize("encoding", [b"gzip", b"br"])
def test_a_value_that_cannot_be_read_is_told_of(encoding: bytes) -> None:
    """A damaged value, or one that is compressed in another way, is no letter to send again."""
    with pytest.raises(NotADeadLetter):
        original_value(b"raw", [("x-value-encoding", encoding)])
