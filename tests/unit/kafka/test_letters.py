"""Dead letters on their way back."""

from datetime import UTC, datetime

from schemas.dead_letter import DeadLetter, Reason
from workers.kafka.letters import Letter, sources
from workers.kafka.records import Record, last_of_each_key


def record(
    key: bytes | None, value: bytes | None, offset: int = 0, *, stamped: int | None = 1_700_000_000_000
) -> Record:
    """Make a record of the dead letters, whose own record had a time."""
    said = DeadLetter(
        topic="khabar-raw-pages",
        partition=1,
        offset=5,
        connector_name="khabar-annotate",
        task_id="host-1",
        stage="intake",
        exception_class_name="builtins.ValueError",
        exception_message="no",
        reason=Reason.NOT_A_PAGE,
        attempts=3,
        first_failed_at=datetime(2026, 1, 1, tzinfo=UTC),
        timestamp_ms=stamped,
        pipeline_version="0.1.0",
    )
    return Record(
        topic="khabar-dead-letters",
        partition=0,
        offset=offset,
        timestamp_ms=1_800_000_000_000,
        key=key,
        value=value,
        headers=tuple(said.headers([("trace", b"7")])),
    )


def test_a_letter_goes_back_as_it_came() -> None:
    """Key, value, own headers and time are the original ones; the key alone chooses the partition."""
    stored = record(b"k", b"[]", offset=17)
    letter = Letter(stored, DeadLetter.from_headers(stored.headers))
    back = letter.replayed()
    assert (letter.name, letter.origin) == ("0:17", ("khabar-raw-pages", 1, 5))
    assert (back.topic, back.key, back.value, back.timestamp_ms) == ("khabar-raw-pages", b"k", b"[]", 1_700_000_000_000)
    assert (back.headers[0], dict(back.headers)["x-attempts"], back.partition) == (("trace", b"7"), b"3", None)


def test_a_record_without_a_time_goes_back_with_its_letters() -> None:
    """However often it is sent again, such a record has one time: that of its failure."""
    stored = record(b"k", b"[]", stamped=None)
    assert Letter(stored, DeadLetter.from_headers(stored.headers)).replayed().timestamp_ms == 1_800_000_000_000


def test_where_letters_may_go() -> None:
    """A letter goes back to what the agents read, never to a topic that its header made up."""
    assert sources("p-") == {"p-raw-pages", "p-annotated-pages"}


def test_the_compacted_view() -> None:
    """Of each key the last record counts, and a tombstone takes its key away."""
    records = [record(b"a", b"1"), record(b"b", b"1"), record(b"a", b"2"), record(b"b", None), record(b"c", b"1")]
    assert {key: found.value for key, found in last_of_each_key(records).items()} == {b"a": b"2", b"c": b"1"}
