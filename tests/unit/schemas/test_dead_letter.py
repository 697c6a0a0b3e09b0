"""Dead letters as headers."""

from datetime import UTC, datetime

import pytest

from schemas.dead_letter import (
    HEADER_NAMES,
    MAX_MESSAGE_CHARS,
    MAX_STACKTRACE_CHARS,
    DeadLetter,
    History,
    NotADeadLetter,
    Reason,
    replay_headers,
)

LETTER = DeadLetter(
    topic="khabar-raw-pages",
    partition=3,
    offset=1042,
    connector_name="khabar-annotate",
    task_id="host-7",
    stage="intake",
    class_name="workers.intake.read_page",
    exception_class_name="workers.intake.Rejected",
    exception_message="ليس نصا",
    exception_stacktrace="Traceback ...",
    reason=Reason.NOT_UTF8,
    attempts=2,
    first_failed_at=datetime(2026, 1, 2, 3, 4, 5, 678901, UTC),
    timestamp_ms=1_767_000_000_123,
    pipeline_version="0.1.0",
)


def test_headers_are_kafka_connects() -> None:
    """A letter's headers have Kafka Connect's names, texts in UTF-8 and numbers in decimal."""
    headers = dict(LETTER.headers())
    assert headers["__connect.errors.topic"] == b"khabar-raw-pages"
    assert headers["__connect.errors.partition"] == b"3"
    assert headers["__connect.errors.offset"] == b"1042"
    assert headers["__connect.errors.exception.message"] == "ليس نصا".encode()
    assert headers["x-reason"] == b"not_utf8"
    assert headers["x-timestamp-ms"] == b"1767000000123"
    assert headers.keys() == set(HEADER_NAMES.values())


def test_what_is_written_is_read() -> None:
    """Headers read back as the letter that wrote them, with and without what is optional."""
    bare = LETTER.model_copy(update={"class_name": None, "exception_stacktrace": None, "timestamp_ms": None})
    assert DeadLetter.from_headers(LETTER.headers()) == LETTER
    assert DeadLetter.from_headers(bare.headers()) == bare


def test_the_records_own_headers_stay_and_older_failures_go() -> None:
    """A record's own headers go first, doubles and empty ones too; those of an earlier failure are replaced."""
    own: list[tuple[str, bytes | None]] = [("trace", b"1"), ("trace", b"2"), ("none", None)]
    earlier = LETTER.model_copy(update={"attempts": 1}).headers(own)
    headers = LETTER.headers(earlier)
    assert headers[:3] == own
    assert [value for name, value in headers if name == "x-attempts"] == [b"2"]


def test_long_texts_are_bounded() -> None:
    """A message loses its end and a trace its beginning, so that a letter stays small."""
    long = LETTER.model_copy(update={"exception_message": "a" + "m" * 10**6, "exception_stacktrace": "s" * 10**6 + "z"})
    read = DeadLetter.from_headers(long.headers())
    assert (len(read.exception_message), read.exception_message[0]) == (MAX_MESSAGE_CHARS, "a")
    assert read.exception_stacktrace is not None
    assert (len(read.exception_stacktrace), read.exception_stacktrace[-1]) == (MAX_STACKTRACE_CHARS, "z")


def test_any_message_can_be_written() -> None:
    """A message that is no Unicode text, such as a lone surrogate, is written with escapes."""
    letter = LETTER.model_copy(update={"exception_message": "\ud800"})
    assert DeadLetter.from_headers(letter.headers()).exception_message == "\\ud800"


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("__connect.errors.topic", None, "__connect.errors.topic: Field required"),
        ("__connect.errors.offset", b"-1", "__connect.errors.offset"),
        ("__connect.errors.partition", b"three", "__connect.errors.partition"),
        ("x-reason", b"boredom", "x-reason"),
        ("x-first-failed-at", b"2026-01-01T00:00:00", "x-first-failed-at"),
        ("x-timestamp-ms", b"-1", "x-timestamp-ms"),
    ],
)
def test_what_is_no_letter(name: str, value: bytes | None, complaint: str) -> None:
    """A missing or senseless header is an error that names it."""
    headers = [(header, value if header == name else content) for header, content in LETTER.headers()]
    with pytest.raises(NotADeadLetter, match=complaint):
        DeadLetter.from_headers(headers)


def test_history() -> None:
    """A replayed record tells how often and since when it fails; any other tells nothing, nor does nonsense."""
    assert History.from_headers(LETTER.headers()) == History(failures=2, first_failed_at=LETTER.first_failed_at)
    assert History.from_headers([("trace", b"1")]) == History()
    assert History.from_headers([("x-attempts", b"many")]) == History()


def test_replay_headers() -> None:
    """Back to its source a record takes its own headers and its history, nothing else."""
    headers = [*LETTER.headers([("trace", b"1")]), ("__connect.errors.of.others", b"1")]
    assert [name for name, _value in replay_headers(headers)] == ["trace", "x-attempts", "x-first-failed-at"]
