"""Records in and out of topics for the commands: sent with every delivery confirmed, read to the end, or followed."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import MessageSizeTooLargeError

from topics.catalogue import CATALOGUE
from workers.kafka.client import BrokerError, administration, broker_errors, connection
from workers.settings import KafkaSettings

_IN_FLIGHT: Final = 1_000
"""Deliveries awaited together: enough to fill batches, few enough to hold in memory."""

_POLL_MS: Final = 200
_FETCH_BYTES: Final = 1024 * 1024
"""A partition's share of one fetch; a larger record comes alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record as it stands in a topic.

    Attributes:
        timestamp_ms: milliseconds since 1970 in UTC, as the producer or the broker set them.
    """

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A record to send.

    Attributes:
        timestamp_ms: milliseconds since 1970 in UTC; None is the time of sending.
        partition: where it goes; None lets the key decide.
    """

    topic: str
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    timestamp_ms: int | None = None
    partition: int | None = None


class Sender:
    """Sends records, and answers for each delivery; made by `sending`."""

    def __init__(self, producer: AIOKafkaProducer) -> None:
        self._producer = producer
        self._pending: list[Awaitable[object]] = []

    async def send(self, record: Outgoing) -> None:
        """Hand a record over; it is delivered at the latest when `sending`'s block ends.

        Raises:
            BrokerError: the record is larger than any topic takes.
        """
        try:
            delivery = await self._producer.send(
                record.topic,
                key=record.key,
                value=record.value,
                headers=list(record.headers),
                timestamp_ms=record.timestamp_ms,
                partition=record.partition,
            )
        except MessageSizeTooLargeError as error:
            size = len(record.value or b"")
            raise BrokerError(f"a record of {size:,} bytes is more than topic {record.topic} takes") from error
        self._pending.append(delivery)
        if len(self._pending) >= _IN_FLIGHT:
            await self.flush()

    async def flush(self) -> None:
        """Await every delivery so far; the first that failed is raised after all have been awaited."""
        pending, self._pending = self._pending, []
        outcomes = await asyncio.gather(*pending, return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome


@asynccontextmanager
async def sending(kafka: KafkaSettings) -> AsyncIterator[Sender]:
    """Open a way to send; leaving the block without an error means that every record was delivered.

    Topics must exist: sending to one that does not would wait for it.

    Raises:
        BrokerDenied: a broker does not let us in.
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused a record.
    """
    producer = AIOKafkaProducer(
        **connection(kafka), acks="all", linger_ms=5, max_request_size=CATALOGUE.max_message_bytes
    )
    async with broker_errors(kafka):
        try:
            await producer.start()
            sender = Sender(producer)
            yield sender
            await sender.flush()
        finally:
            await producer.stop()


async def read_to_end(kafka: KafkaSettings, topics: Iterable[str]) -> AsyncIterator[Record]:
    """Read all that topics hold now, oldest first in each partition; what comes in meanwhile is left.

    Nothing is committed, so reading leaves no trace.

    Raises:
        BrokerDenied: a broker does not let us in.
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused, or a topic is missing.
    """
    async with _reading(kafka, topics, from_beginning=True) as (consumer, partitions):
        left = set(partitions)
        ends: dict[TopicPartition, int] = {}
        while left:
            for partition, messages in (await consumer.getmany(*left, timeout_ms=_POLL_MS)).items():
                end = ends.setdefault(partition, consumer.highwater(partition))
                for message in messages:
                    if message.offset < end:
                        yield _record(message)
            # Not the end that the broker tells on request: Tansu forgets there all of the last batch but one record.
            for partition in left - ends.keys():
                if (end := consumer.highwater(partition)) is not None:
                    ends[partition] = end
            left = {
                partition
                for partition in left
                if partition not in ends or await consumer.position(partition) < ends[partition]
            }


async def follow(
    kafka: KafkaSettings, topics: Iterable[str], *, from_beginning: bool = False
) -> AsyncGenerator[Record]:
    """Read topics for ever, as records arrive, in no consumer group.

    Args:
        kafka: the brokers.
        topics: their names on the broker.
        from_beginning: whether to begin with what is there already.

    Raises:
        BrokerDenied: a broker does not let us in.
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused, or a topic is missing.
    """
    async with _reading(kafka, topics, from_beginning=from_beginning) as (consumer, _partitions):
        while True:
            for messages in (await consumer.getmany(timeout_ms=_POLL_MS)).values():
                for message in messages:
                    yield _record(message)


async def replay(kafka: KafkaSettings, topics: Iterable[str]) -> AsyncGenerator[Record | None]:
    """Read topics from their beginning and for ever; None stands once behind all that was there at first.

    Raises:
        BrokerDenied: a broker does not let us in.
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused, or a topic is missing.
    """
    async with _reading(kafka, topics, from_beginning=True) as (consumer, partitions):
        ends: dict[TopicPartition, int] = {}
        left = set(partitions)
        while True:
            for messages in (await consumer.getmany(timeout_ms=_POLL_MS)).values():
                for message in messages:
                    yield _record(message)
            if left:
                known = {partition: consumer.highwater(partition) for partition in left - ends.keys()}
                ends |= {partition: end for partition, end in known.items() if end is not None}
                left = {
                    partition
                    for partition in left
                    if partition not in ends or await consumer.position(partition) < ends[partition]
                }
                if not left:
                    yield None


def last_of_each_key(records: Iterable[Record]) -> Mapping[bytes | None, Record]:
    """Give what a compacted topic means: the last record of every key, tombstones left out."""
    last: dict[bytes | None, Record] = {}
    for record in records:
        if record.value is None:
            last.pop(record.key, None)
        else:
            last[record.key] = record
    return last


@asynccontextmanager
async def _reading(
    kafka: KafkaSettings, topics: Iterable[str], *, from_beginning: bool
) -> AsyncIterator[tuple[AIOKafkaConsumer, list[TopicPartition]]]:
    partitions = await _partitions_of(kafka, topics)
    consumer = AIOKafkaConsumer(
        **connection(kafka),
        group_id=None,
        enable_auto_commit=False,
        auto_offset_reset="earliest" if from_beginning else "latest",
        # How long the broker holds back the answer that a topic has nothing new.
        fetch_max_wait_ms=_POLL_MS,
        max_partition_fetch_bytes=_FETCH_BYTES,
    )
    async with broker_errors(kafka):
        try:
            await consumer.start()
            consumer.assign(partitions)
            # A consumer looks for its first positions in the background, and would undo a seek that comes meanwhile.
            for partition in partitions:
                await consumer.position(partition)
            yield consumer, partitions
        finally:
            await consumer.stop()


async def _partitions_of(kafka: KafkaSettings, topics: Iterable[str]) -> list[TopicPartition]:
    async with administration(kafka) as admin:
        # All topics are asked for: a broker that makes topics of its own accord would make those asked for by name.
        known = {topic["topic"]: topic["partitions"] for topic in await admin.describe_topics()}
    found: list[TopicPartition] = []
    for topic in topics:
        if topic not in known:
            raise BrokerError(f"topic {topic} is missing; `khabar topics apply` creates it")
        found += [TopicPartition(topic, partition["partition"]) for partition in known[topic]]
    return found


def _record(message: object) -> Record:
    fields = ("topic", "partition", "offset", "key", "value")
    return Record(
        **{field: getattr(message, field) for field in fields},
        timestamp_ms=getattr(message, "timestamp"),  # noqa: B009  # aiokafka has no types
        headers=tuple(getattr(message, "headers")),  # noqa: B009  # as above
    )
