"""What comes in, what goes out, and what became of a record: exactly one outcome each."""

from dataclasses import dataclass
from datetime import UTC, datetime

from schemas.dead_letter import Reason
from topics.topic import Topic

Headers = tuple[tuple[str, bytes | None], ...]

_BATCH_OVERHEAD_BYTES = 61
"""A record batch's own header (Kafka's message format 2)."""
_RECORD_OVERHEAD_BYTES = 36
"""The most that length fields, time stamp and offset of one record take."""
_HEADER_OVERHEAD_BYTES = 10
"""The most that the two length fields of one header take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record as it was read, undecoded.

    Attributes:
        topic: its topic as the broker names it.
        timestamp_ms: milliseconds since the epoch; negative where the record carries none.
    """

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    timestamp_ms: int

    @property
    def stamped_at(self) -> datetime | None:
        """The record's time stamp; None where it has none, or one beyond what dates can hold."""
        try:
            return datetime.fromtimestamp(self.timestamp_ms / 1000, UTC) if self.timestamp_ms >= 0 else None
        except (ValueError, OverflowError, OSError):
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message to be sent; its time stamp is the time of sending."""

    topic: Topic
    key: bytes | None
    value: bytes | None
    headers: Headers = ()

    @property
    def size_bytes(self) -> int:
        """What the message takes at most when it travels alone, uncompressed."""
        headers = sum(len(name.encode()) + len(value or b"") + _HEADER_OVERHEAD_BYTES for name, value in self.headers)
        return _BATCH_OVERHEAD_BYTES + _RECORD_OVERHEAD_BYTES + len(self.key or b"") + len(self.value or b"") + headers

    @property
    def fits(self) -> bool:
        """Whether the message's topic takes it."""
        return self.size_bytes <= self.topic.max_message_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The record became these messages."""

    record: Record
    page_id: str
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLettered:
    """The record could not be enriched.

    Attributes:
        stage: where it failed: `intake`, a stage's name, or `publish`.
        error: what was raised there.
    """

    record: Record
    reason: Reason
    stage: str
    error: Exception


Outcome = Published | DeadLettered


class TooLarge(Exception):  # noqa: N818  # a property of the event
    """An event that its topic does not take."""


def checked(outcome: Published) -> Outcome:
    """Give the outcome itself, or a dead letter where one of its messages is larger than its topic takes."""
    for message in outcome.messages:
        if not message.fits:
            return too_large(outcome.record, message)
    return outcome


def too_large(record: Record, message: Message) -> DeadLettered:
    """Make the outcome of a record whose event its topic does not take."""
    limit = message.topic.max_message_bytes
    error = TooLarge(f"{message.size_bytes:,} bytes for {message.topic.name}; {limit:,} are allowed")
    return DeadLettered(record=record, reason=Reason.EVENT_TOO_LARGE, stage="publish", error=error)
