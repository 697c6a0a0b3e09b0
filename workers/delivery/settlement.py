"""The order of effects: publish, await every delivery, then write the state, then let the offsets go."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from schemas.dead_letter import Reason
from workers.delivery.dead_letters import DeadLetterWriter
from workers.delivery.failure import DeliveryFailed
from workers.delivery.limits import DeadLetterLimits
from workers.delivery.outcome import DeadLettered, Message, Outcome, Published, too_large
from workers.telemetry.logging import get_logger
from workers.telemetry.metrics import Metrics

_log = get_logger(__name__)

WriteState = Callable[[Sequence[Published]], Awaitable[None]]
"""Makes the worker remember records, all of whose messages are delivered."""


class Publishing(Protocol):
    """What the settlement needs of a publisher."""

    async def publish(self, messages: Sequence[Message]) -> frozenset[int]:
        """Deliver messages; give the indices of those that are refused for their size."""
        ...


async def keep_no_state(_published: Sequence[Published]) -> None:
    """Remember nothing."""


@dataclass(slots=True, kw_only=True)
class Settlement:
    """Settles the outcomes of one agent's batches.

    Nothing is remembered before its messages are delivered: a worker killed in between does the batch again and sends
    the same messages under the same keys. Whoever calls lets the offsets go when `settle` has returned, and never
    when it has raised.
    """

    agent: str
    publisher: Publishing
    dead_letters: DeadLetterWriter
    limits: DeadLetterLimits
    metrics: Metrics
    write_state: WriteState = keep_no_state

    def __post_init__(self) -> None:
        """Count every reason from nought: of a series that begins with one, an alert sees no increase."""
        for reason in Reason:
            self.metrics.dead_letters.labels(self.agent, reason.value)

    async def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Bring a batch's outcomes about.

        Raises:
            Unrecoverable: the batch is not settled, and its offsets must stay.
        """
        self.limits.admit(outcomes)
        settled = await self._deliver(outcomes)
        await self.write_state([outcome for outcome in settled if isinstance(outcome, Published)])
        for outcome in settled:
            self._report(outcome)

    async def _deliver(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        messages = [(number, message) for number, outcome in enumerate(outcomes) for message in self._messages(outcome)]
        refused = await self.publisher.publish([message for _, message in messages])
        settled = list(outcomes)
        too_late: dict[int, DeadLettered] = {}
        for number, message in (messages[index] for index in sorted(refused)):
            settled[number] = too_late[number] = too_large(outcomes[number].record, message)
        late = [self.dead_letters.write(outcome) for outcome in too_late.values()]
        if late and await self.publisher.publish(late):
            raise DeliveryFailed(f"{self.dead_letters.topic.name} takes no message as large as its sources do")
        return settled

    def _messages(self, outcome: Outcome) -> tuple[Message, ...]:
        return outcome.messages if isinstance(outcome, Published) else (self.dead_letters.write(outcome),)

    def _report(self, outcome: Outcome) -> None:
        record = outcome.record
        if isinstance(outcome, Published):
            self.metrics.records.labels(self.agent, "published").inc()
            return
        self.metrics.records.labels(self.agent, "dead_lettered").inc()
        self.metrics.dead_letters.labels(self.agent, outcome.reason.value).inc()
        _log.warning(
            "dead_lettered",
            agent=self.agent,
            topic=record.topic,
            partition=record.partition,
            offset=record.offset,
            reason=outcome.reason.value,
            stage=outcome.stage,
            error=f"{type(outcome.error).__name__}: {outcome.error}",
        )
