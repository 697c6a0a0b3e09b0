"""From a failure to the message that keeps the record and its reason."""

import gzip
import os
import socket
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final

from schemas.dead_letter import GZIP, VALUE_ENCODING, DeadLetter, History
from topics.catalogue import DEAD_LETTERS
from topics.topic import Topic
from workers.delivery.outcome import DeadLettered, Message
from workers.version import PIPELINE_VERSION

_QUICKLY: Final = 1
"""The level of compression: it runs on the event loop."""


def _now() -> datetime:
    return datetime.now(UTC)


def _this_process() -> str:
    return f"{socket.gethostname()}-{os.getpid()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetterWriter:
    """Writes the dead letters of one agent.

    Attributes:
        app_id: the agent's consumer group.
        task_id: the worker process.
        clock: gives the time of a first failure.
    """

    app_id: str
    topic: Topic = DEAD_LETTERS
    task_id: str = field(default_factory=_this_process)
    clock: Callable[[], datetime] = _now

    def write(self, outcome: DeadLettered) -> Message:
        """Make the message: the record as it came, key, value and headers, with its reason and time stamp in headers.

        A value that travelled compressed may be larger than the topic takes; then it is compressed here as well.
        """
        record, error = outcome.record, outcome.error
        history = History.from_headers(record.headers)
        letter = DeadLetter(
            topic=record.topic,
            partition=record.partition,
            offset=record.offset,
            connector_name=self.app_id,
            task_id=self.task_id,
            stage=outcome.stage,
            class_name=_raiser(error),
            exception_class_name=f"{type(error).__module__}.{type(error).__qualname__}",
            exception_message=str(error),
            exception_stacktrace="".join(traceback.format_exception(error)) if error.__traceback__ else None,
            reason=outcome.reason,
            attempts=history.failures + 1,
            first_failed_at=history.first_failed_at or self.clock(),
            timestamp_ms=record.timestamp_ms if record.timestamp_ms >= 0 else None,
            pipeline_version=PIPELINE_VERSION,
        )
        message = Message(
            topic=self.topic,
            key=record.key,
            # A producer sends no message without key and value, and no page is lost with an empty one.
            value=b"" if record.key is None and record.value is None else record.value,
            headers=tuple(letter.headers(record.headers)),
        )
        if message.fits or not record.value:
            return message
        headers = (*message.headers, (VALUE_ENCODING, GZIP))
        return replace(message, value=gzip.compress(record.value, _QUICKLY), headers=headers)


def _raiser(error: Exception) -> str | None:
    trace = error.__traceback__
    if trace is None:
        return None
    while trace.tb_next is not None:
        trace = trace.tb_next
    frame = trace.tb_frame
    return f"{frame.f_globals.get('__name__', '?')}.{frame.f_code.co_qualname}"
