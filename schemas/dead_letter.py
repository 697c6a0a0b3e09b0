"""Why a record could not be enriched, in Kafka Connect's header names.

A dead letter is the original record, key, value and headers, with the headers of this module added. Its time stamp is
its own, so that it is kept as long as any other; the record's is among the headers. A value that its producer had
compressed, and that takes more as it is than the letters' topic takes, is compressed again.
"""

import gzip
import zlib
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, Self

from pydantic import AwareDatetime, Field, ValidationError

from schemas.base import Model

Headers = Iterable[tuple[str, bytes | None]]
"""A record's headers as clients hand them over; a name may stand more than once."""

CONNECT_PREFIX: Final = "__connect.errors."
"""Kafka Connect's prefix (KIP-298); tools that read its dead letters read ours."""

TOPIC: Final = CONNECT_PREFIX + "topic"
PARTITION: Final = CONNECT_PREFIX + "partition"
OFFSET: Final = CONNECT_PREFIX + "offset"
CONNECTOR_NAME: Final = CONNECT_PREFIX + "connector.name"
TASK_ID: Final = CONNECT_PREFIX + "task.id"
STAGE: Final = CONNECT_PREFIX + "stage"
CLASS_NAME: Final = CONNECT_PREFIX + "class.name"
EXCEPTION_CLASS_NAME: Final = CONNECT_PREFIX + "exception.class.name"
EXCEPTION_MESSAGE: Final = CONNECT_PREFIX + "exception.message"
EXCEPTION_STACKTRACE: Final = CONNECT_PREFIX + "exception.stacktrace"
REASON: Final = "x-reason"
ATTEMPTS: Final = "x-attempts"
FIRST_FAILED_AT: Final = "x-first-failed-at"
TIMESTAMP_MS: Final = "x-timestamp-ms"
PIPELINE_VERSION: Final = "x-pipeline-version"
VALUE_ENCODING: Final = "x-value-encoding"
"""Stands where the value is compressed, and says how: `gzip`."""

GZIP: Final = b"gzip"

MAX_MESSAGE_CHARS: Final = 1_000
"""A longer message is cut at its end."""

MAX_STACKTRACE_CHARS: Final = 8_000
"""A longer trace loses its beginning: the innermost calls stand last."""

_HISTORY: Final = frozenset({ATTEMPTS, FIRST_FAILED_AT})
"""What a replayed record keeps, so that a second failure counts on."""


class Reason(StrEnum):
    """Why a record became a dead letter."""

    NOT_UTF8 = "not_utf8"
    INVALID_JSON = "invalid_json"
    NOT_A_PAGE = "not_a_page"
    EMPTY_PAGE = "empty_page"
    PAGE_TOO_LARGE = "page_too_large"
    EVENT_TOO_LARGE = "event_too_large"
    STAGE_FAILED = "stage_failed"


class NotADeadLetter(ValueError):  # noqa: N818  # it names what the record is, not an accident
    """Headers that do not say where a record came from and why it failed."""


class DeadLetter(Model):
    """What a dead letter's headers say: where the record stood, what failed, and how often."""

    topic: str = Field(description="The topic that the record was read from, as the broker names it.")
    partition: int = Field(ge=0)
    offset: int = Field(ge=0)
    connector_name: str = Field(description="The application id of the agent that read it, such as `khabar-annotate`.")
    task_id: str = Field(description="The worker process.")
    stage: str = Field(description="Where it failed: `intake`, a stage's name, or `publish`.")
    class_name: str | None = Field(default=None, description="Dotted name of the function or class that failed.")
    exception_class_name: str
    exception_message: str
    exception_stacktrace: str | None = None
    reason: Reason
    attempts: int = Field(ge=1, description="How often the record has failed, this time included.")
    first_failed_at: AwareDatetime
    timestamp_ms: int | None = Field(
        default=None,
        ge=0,
        description="The record's own time stamp, milliseconds since 1970 in UTC; absent where it has none.",
    )
    pipeline_version: str = Field(description="The khabar release that failed.")

    def headers(self, original: Headers = ()) -> list[tuple[str, bytes | None]]:
        """Write the letter's headers after the record's own.

        Numbers are decimal text and texts UTF-8, as Kafka Connect writes them; message and trace are bounded.

        Args:
            original: the failed record's headers; what an earlier failure wrote there is replaced.
        """
        fields = self.model_dump(mode="json", exclude_none=True)
        fields["exception_message"] = self.exception_message[:MAX_MESSAGE_CHARS]
        if self.exception_stacktrace is not None:
            fields["exception_stacktrace"] = self.exception_stacktrace[-MAX_STACKTRACE_CHARS:]
        own = [
            (name, str(fields[field]).encode("utf-8", "backslashreplace"))
            for field, name in HEADER_NAMES.items()
            if field in fields
        ]
        return [*_without(original, frozenset()), *own]

    @classmethod
    def from_headers(cls, headers: Headers) -> Self:
        """Read what `headers` wrote; of a name that stands more than once the last one counts.

        Raises:
            NotADeadLetter: a header is missing or does not read as what it should be.
        """
        texts = {name: value.decode("utf-8", "replace") for name, value in headers if value is not None}
        fields = {field: texts[name] for field, name in HEADER_NAMES.items() if name in texts}
        try:
            return cls.model_validate_strings(fields)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            name = HEADER_NAMES.get(str(first["loc"][0]), "") if first["loc"] else ""
            raise NotADeadLetter(f"header {name}: {first['msg']}") from error


HEADER_NAMES: Final = {
    "topic": TOPIC,
    "partition": PARTITION,
    "offset": OFFSET,
    "connector_name": CONNECTOR_NAME,
    "task_id": TASK_ID,
    "stage": STAGE,
    "class_name": CLASS_NAME,
    "exception_class_name": EXCEPTION_CLASS_NAME,
    "exception_message": EXCEPTION_MESSAGE,
    "exception_stacktrace": EXCEPTION_STACKTRACE,
    "reason": REASON,
    "attempts": ATTEMPTS,
    "first_failed_at": FIRST_FAILED_AT,
    "timestamp_ms": TIMESTAMP_MS,
    "pipeline_version": PIPELINE_VERSION,
}
"""The header that each field of `DeadLetter` travels in."""


class History(Model):
    """What a record's headers tell of its earlier failures; a record that never failed has none."""

    failures: int = Field(default=0, ge=0)
    first_failed_at: AwareDatetime | None = None

    @classmethod
    def from_headers(cls, headers: Headers) -> Self:
        """Read the history that a replayed record carries; what does not read as one counts as none."""
        texts = {name: value.decode("utf-8", "replace") for name, value in headers if value is not None}
        fields = {"failures": ATTEMPTS, "first_failed_at": FIRST_FAILED_AT}
        try:
            return cls.model_validate_strings({field: texts[name] for field, name in fields.items() if name in texts})
        except ValidationError:
            return cls()


def original_value(value: bytes | None, headers: Headers) -> bytes | None:
    """Give the failed record's value, of a letter that may hold it compressed.

    Raises:
        NotADeadLetter: it is compressed in a way that nobody knows, or damaged.
    """
    encoding = next((said for name, said in headers if name == VALUE_ENCODING), None)
    if encoding is None or value is None:
        return value
    if encoding != GZIP:
        raise NotADeadLetter(f"header {VALUE_ENCODING}: no such encoding")
    try:
        return gzip.decompress(value)
    except (OSError, EOFError, zlib.error) as error:
        raise NotADeadLetter(f"value: {error}") from error


def replay_headers(headers: Headers) -> list[tuple[str, bytes | None]]:
    """Give the headers that a dead letter goes back to its source with: the original ones, and its history."""
    return _without(headers, _HISTORY)


def _without(headers: Headers, kept: frozenset[str]) -> list[tuple[str, bytes | None]]:
    ours = frozenset({*HEADER_NAMES.values(), VALUE_ENCODING}) - kept
    return [(name, value) for name, value in headers if name not in ours and not name.startswith(CONNECT_PREFIX)]
