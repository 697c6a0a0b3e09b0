"""Sending messages until every one is confirmed: the only place that sends."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Protocol

from aiokafka.errors import KafkaError, MessageSizeTooLargeError, RecordListTooLargeError, RecordTooLargeError

from workers.delivery.failure import DeliveryFailed
from workers.delivery.outcome import Message
from workers.settings import LimitSettings
from workers.telemetry.logging import get_logger
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

_TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError, RecordTooLargeError)

_log = get_logger(__name__)


class Producer(Protocol):
    """What a publisher needs of aiokafka's producer."""

    async def send(  # noqa: PLR0913, PLR0917  # aiokafka's signature
        self,
        topic: str,
        value: bytes | None = None,
        key: bytes | None = None,
        partition: int | None = None,
        timestamp_ms: int | None = None,
        headers: list[tuple[str, bytes | None]] | None = None,
    ) -> Awaitable[Any]:
        """Put a message into the next batch; the awaitable ends when the broker has confirmed it, or raises."""
        ...


def pauses(settings: LimitSettings) -> Iterator[float]:
    """Give the pauses between tries, in seconds: doubled each time, up to the cap."""
    pause = settings.retry_initial_seconds
    while True:
        yield pause
        pause = min(pause * 2, settings.retry_max_seconds)


@dataclass(slots=True, kw_only=True)
class Publisher:
    """Sends messages of one agent and waits until all are delivered.

    Attributes:
        topic_prefix: stands before each topic's name on the wire.
        progress: ticked at each retry: trying again is no standstill, and has its own bound.
        clock: monotonic seconds.
    """

    agent: str
    producer: Producer
    topic_prefix: str
    limits: LimitSettings
    metrics: Metrics
    progress: Progress
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def publish(self, messages: Sequence[Message]) -> frozenset[int]:
        """Send messages in order; what fails is sent again, and with it what stands behind it under the same key.

        So a message can arrive twice, and keys among each other out of order; the last one of a key arrives last.

        Returns:
            The indices of the messages that the broker refuses for their size. All others are delivered.

        Raises:
            DeliveryFailed: a message was not delivered within `limits.delivery_timeout_seconds`.
        """
        begun = self.clock()
        left = dict(enumerate(messages))
        refused: set[int] = set()
        for pause in pauses(self.limits):
            errors = await self._try(left)
            late = set(errors)
            for number in [number for number, error in errors.items() if isinstance(error, _TOO_LARGE)]:
                # The broker measures a batch, so only a message that went alone is known to be too large itself.
                del errors[number]
                alone = await self._try({number: messages[number]})
                if isinstance(alone.get(number), _TOO_LARGE):
                    refused.add(number)
                    late.discard(number)
                else:
                    errors |= alone
            left = {number: messages[number] for number in sorted(_behind(late, messages) - refused | errors.keys())}
            if not left:
                break
            if not errors:
                continue
            first = min(errors)
            reason = f"{type(errors[first]).__name__}: {errors[first]}"
            if self.clock() - begun > self.limits.delivery_timeout_seconds:
                raise DeliveryFailed(f"{len(errors)} of {len(messages)} messages not delivered: {reason}")
            self.metrics.delivery_retries.labels(self.agent).inc(len(left))
            _log.warning("delivery_retried", agent=self.agent, messages=len(left), pause_seconds=pause, error=reason)
            self.progress.tick()
            await self.sleep(pause)
        self.metrics.delivery_seconds.labels(self.agent).observe(self.clock() - begun)
        return frozenset(refused)

    async def _try(self, messages: Mapping[int, Message]) -> dict[int, BaseException]:
        errors: dict[int, BaseException] = {}
        deliveries: dict[int, Awaitable[Any]] = {}
        for number, message in messages.items():
            try:
                deliveries[number] = await self.producer.send(
                    message.topic.wire_name(self.topic_prefix),
                    value=message.value,
                    key=message.key,
                    headers=list(message.headers),
                )
            except KafkaError as error:
                errors[number] = error
        results = await asyncio.gather(*deliveries.values(), return_exceptions=True)
        outcomes = zip(deliveries, results, strict=True)
        return errors | {number: result for number, result in outcomes if isinstance(result, BaseException)}


def _behind(late: AbstractSet[int], messages: Sequence[Message]) -> set[int]:
    """Give the messages that stand behind a late one of the same key: they came before it, and must come after."""
    first: dict[tuple[str, bytes], int] = {}
    for number in sorted(late, reverse=True):
        message = messages[number]
        if message.key is not None:
            first[message.topic.name, message.key] = number
    if not first:
        return set()
    return {
        number
        for number, message in enumerate(messages)
        if message.key is not None and number > first.get((message.topic.name, message.key), len(messages))
    }
