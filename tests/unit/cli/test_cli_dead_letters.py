"""`khabar dead-letters`: which letters are listed and sent."""

import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner, Result

from schemas.dead_letter import DeadLetter, Reason
from topics.drift import Drift, DriftKind
from workers.cli import dead_letters
from workers.cli.main import khabar
from workers.kafka.letters import Letter, Unreadable
from workers.kafka.records import Outgoing, Record
from workers.settings import KafkaSettings, Settings


def letter(number: int, reason: Reason, *, topic: str = "khabar-raw-pages", offset: int | None = None) -> Letter:
    """Make the letter that stands at an offset; its record stood at another, the same number if not given."""
    said = DeadLetter(
        topic=topic,
        partition=0,
        offset=number if offset is None else offset,
        connector_name="khabar-annotate",
        task_id="host-1",
        stage="intake",
        exception_class_name="builtins.ValueError",
        exception_message="no page",
        reason=reason,
        attempts=1,
        first_failed_at=datetime(2026, 1, 1, tzinfo=UTC),
        pipeline_version="0.1.0",
    )
    record = Record(
        topic="khabar-dead-letters",
        partition=0,
        offset=number,
        timestamp_ms=0,
        key=b"k%d" % number,
        value=b"v",
        headers=tuple(said.headers()),
    )
    return Letter(record, said)


FIRST = letter(0, Reason.NOT_UTF8)
LETTERS = (
    FIRST,
    letter(1, Reason.STAGE_FAILED),
    letter(2, Reason.NOT_UTF8),
    letter(3, Reason.EVENT_TOO_LARGE, topic="khabar-annotated-pages"),
    letter(4, Reason.STAGE_FAILED, offset=1),
)


@pytest.fixture
def letters() -> list[Letter | Unreadable]:
    """Give what stands in the dead letters' topic, to be changed by the test."""
    return list(LETTERS)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch, letters: list[Letter | Unreadable]) -> list[Outgoing]:
    """Put a broker with letters and the topic of raw pages in place; give what is sent to it."""
    taken: list[Outgoing] = []

    class Sender:
        async def send(self, outgoing: Outgoing) -> None:
            taken.append(outgoing)

    @asynccontextmanager
    async def sending(_kafka: KafkaSettings) -> AsyncIterator[Sender]:
        yield Sender()

    async def read_letters(_settings: Settings) -> AsyncGenerator[Letter | Unreadable]:
        for each in letters:
            yield each

    async def check(_settings: Settings, names: list[str]) -> list[Drift]:
        return [Drift(topic=name, kind=DriftKind.MISSING) for name in names if name != "raw-pages"]

    monkeypatch.setattr(dead_letters, "check", check)
    monkeypatch.setattr(dead_letters, "sending", sending)
    monkeypatch.setattr(dead_letters, "read_letters", read_letters)
    return taken


def run(*arguments: str) -> Result:
    """Run `khabar dead-letters`."""
    return CliRunner().invoke(khabar, ["dead-letters", *arguments], prog_name="khabar")


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (["--all", "--topic", "raw-pages"], ["0:0", "0:1", "0:2"]),
        (["--reason", "not_utf8"], ["0:0", "0:2"]),
        (["--reason", "not_utf8", "--limit", "1"], ["0:0"]),
        (["--reason", "not_utf8", "--reason", "stage_failed"], ["0:0", "0:1", "0:2"]),
        (["--topic", "khabar-raw-pages"], ["0:0", "0:1", "0:2"]),
        (["--letter", "0:2", "--letter", "0:1"], ["0:1", "0:2"]),
        (["--letter", "0:4"], ["0:4"]),
    ],
)
def test_the_chosen_letters_are_sent_and_no_others(sent: list[Outgoing], choice: list[str], names: list[str]) -> None:
    """Each choice sends its letters, one for each failed record, oldest first, and says so."""
    result = run("replay", *choice)
    assert (result.exit_code, result.stdout.count("sent ")) == (0, len(names))
    assert [outgoing.key for outgoing in sent] == [b"k" + name.removeprefix("0:").encode() for name in names]
    assert [line.split()[1] for line in result.stdout.splitlines()] == names


def test_a_source_that_is_not_there(sent: list[Outgoing]) -> None:
    """Where a letter's source topic is missing nothing is sent, and the line names it."""
    result = run("replay", "--all")
    assert (result.exit_code, sent) == (1, [])
    assert result.stderr == "khabar: topic annotated-pages is missing; `khabar topics apply` creates it\n"


def test_a_rehearsal_sends_nothing(sent: list[Outgoing]) -> None:
    """`--dry-run` shows what would be sent."""
    result = run("replay", "--all", "--dry-run")
    assert (result.exit_code, sent) == (0, [])
    assert result.stdout.count("would send ") == 4
    assert result.stderr == "khabar: 4 letters chosen\n"


def test_a_replay_must_choose(sent: list[Outgoing]) -> None:
    """Without a choice nothing is sent: a whole topic is not replayed by accident."""
    result = run("replay", "--limit", "3")
    assert (result.exit_code, sent) == (2, [])
    assert result.stderr.count("\n") == 1


def test_a_letter_that_is_not_there(sent: list[Outgoing]) -> None:
    """A wrong name sends nothing at all, the right ones beside it neither."""
    result = run("replay", "--letter", "0:0", "--letter", "0:9")
    assert (result.exit_code, result.stderr, sent) == (1, "khabar: no such letter: 0:9\n", [])


def test_a_letter_from_a_foreign_topic(sent: list[Outgoing], letters: list[Letter | Unreadable]) -> None:
    """A letter whose header names another topic is not sent there."""
    letters[0] = letter(0, Reason.NOT_UTF8, topic="payments")
    result = run("replay", "--all")
    assert (result.exit_code, sent) == (1, [])
    assert "not to payments" in result.stderr


def test_the_list(sent: list[Outgoing]) -> None:
    """A line names the letter, its reason, its record's place and its message; nothing is sent."""
    result = run("list", "--limit", "1")
    assert (result.exit_code, sent) == (0, [])
    assert result.stdout.split()[:4] == ["0:0", "not_utf8", "khabar-raw-pages[0]@0", "intake"]
    assert "no page" in result.stdout
    assert json.loads(run("list", "--limit", "1", "--json").stdout)["reason"] == "not_utf8"


def test_what_is_no_letter_is_told(sent: list[Outgoing], letters: list[Letter | Unreadable]) -> None:
    """A foreign record among the letters is one line on the error stream, and the others are listed."""
    letters[0] = Unreadable(FIRST.record, "header x-reason: Field required")
    result = run("list")
    assert (result.exit_code, len(result.stdout.splitlines()), sent) == (0, 3, [])
    assert result.stderr == "khabar: 0:0: no dead letter: header x-reason: Field required\n"
