"""`khabar produce`: from files to records."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from topics.catalogue import RAW_PAGES
from topics.drift import Drift, DriftKind
from workers.cli import produce
from workers.cli.inputs import Record
from workers.cli.main import khabar
from workers.cli.produce import outgoing_of
from workers.kafka.records import Outgoing
from workers.settings import KafkaSettings, Settings

AT = datetime(2026, 1, 2, tzinfo=UTC)


def record(value: bytes, page_id: str | None = None) -> Record:
    """Make a record of a file of that time."""
    return Record(origin="file", value=value, captured_at=AT, page_id=page_id)


def run(*arguments: str) -> Result:
    """Run `khabar produce`."""
    return CliRunner().invoke(khabar, ["produce", *arguments], prog_name="khabar")


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Outgoing]:
    """Put a broker in place that takes everything; give what it took."""
    taken: list[Outgoing] = []

    class Sender:
        async def send(self, outgoing: Outgoing) -> None:
            taken.append(outgoing)

    @asynccontextmanager
    async def sending(_kafka: KafkaSettings) -> AsyncIterator[Sender]:
        yield Sender()

    async def check(_settings: Settings, _names: list[str]) -> list[Drift]:
        return []

    monkeypatch.setattr(produce, "sending", sending)
    monkeypatch.setattr(produce, "check", check)
    return taken


def test_a_page_gets_what_it_lacks() -> None:
    """A JSON page without a time or an id gets its file's; what else it says stays, known or not."""
    page = {"text": "نص", "url": "https://site.example/1", "section": {"unknown": 1}}
    outgoing = outgoing_of(record(json.dumps(page).encode()), "t")
    assert json.loads(outgoing.value or b"") == {**page, "captured_at": "2026-01-02T00:00:00Z"}
    assert (outgoing.topic, outgoing.key) == ("t", b"https://site.example/1")


def test_a_page_that_lacks_nothing_stays_as_it_is() -> None:
    """A complete page is sent byte for byte."""
    value = b'{ "text":"x",  "page_id": "7", "captured_at": "2025-01-01T00:00:00+03:00" }'
    outgoing = outgoing_of(record(value), "t")
    assert (outgoing.key, outgoing.value) == (b"7", value)


def test_a_bare_text_becomes_a_json_page() -> None:
    """A text is sent with its file's time and name, the text as it stands."""
    outgoing = outgoing_of(record("\ufeffنص\r\n".encode(), page_id="name"), "t")
    assert json.loads(outgoing.value or b"") == {
        "text": "نص\r\n",
        "captured_at": "2026-01-02T00:00:00Z",
        "page_id": "name",
    }
    assert outgoing.key == b"name"


@pytest.mark.parametrize("value", [b"\xff", b"{", b"[1]", b" ", b'{"text": 1}'])
def test_what_is_no_page_is_sent_as_it_is(value: bytes) -> None:
    """The worker makes the dead letter, so nothing is mended or left out here."""
    outgoing = outgoing_of(record(value), "t")
    assert (outgoing.key, outgoing.value) == (None, value)


def test_files_are_sent_and_counted(sent: list[Outgoing], tmp_path: Path) -> None:
    """Every record of every file goes to the topic of raw pages, in order; one line tells how many."""
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "1"}\n{"text": "2"}\n')
    (tmp_path / "b.txt").write_bytes(b"three")
    result = run(str(tmp_path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "khabar: 3 records sent to khabar-raw-pages\n"
    assert [json.loads(outgoing.value or b"")["text"] for outgoing in sent] == ["1", "2", "three"]


def test_what_is_too_large_is_told(sent: list[Outgoing], tmp_path: Path) -> None:
    """A record that the topic would not take is told and left out, the others go, and the exit code is 1."""
    (tmp_path / "a.txt").write_bytes(b"x" * RAW_PAGES.max_message_bytes)
    (tmp_path / "b.txt").write_bytes(b"small")
    result = run(str(tmp_path))
    assert result.exit_code == 1
    assert "a.txt: " in result.stderr.splitlines()[0]
    assert len(sent) == 1


def test_a_missing_topic(monkeypatch: pytest.MonkeyPatch, sent: list[Outgoing], tmp_path: Path) -> None:
    """Without its topic nothing is sent, and the line names the remedy."""

    async def check(_settings: Settings, names: list[str]) -> list[Drift]:
        return [Drift(topic=names[0], kind=DriftKind.MISSING, breaking=True)]

    monkeypatch.setattr(produce, "check", check)
    (tmp_path / "b.txt").write_bytes(b"small")
    result = run(str(tmp_path))
    assert (result.exit_code, sent) == (1, [])
    assert result.stderr == "khabar: topic khabar-raw-pages is missing; `khabar topics apply` creates it\n"


def test_a_text_in_a_json_file_is_not_sent(sent: list[Outgoing], tmp_path: Path) -> None:
    """It is told by its file and place, the others go, and the exit code is 1."""
    (tmp_path / "a.json").write_text("\ufeffخبر عاجل\n", encoding="utf-8")
    (tmp_path / "b.json").write_text('{"text": "whole"}', encoding="utf-8")
    result = run(str(tmp_path))
    assert (result.exit_code, len(sent)) == (1, 1)
    assert result.stderr.startswith(
        f"khabar: {tmp_path / 'a.json'}: no JSON object: expected `{{` at line 1 column 1\n"
    )


def test_a_text_among_json_lines_is_not_sent(sent: list[Outgoing], tmp_path: Path) -> None:
    """In the topic it would be a bare text, and a page of JSON's own source."""
    file = tmp_path / "pages.jsonl"
    file.write_text('"text": "cut"}\n{"text": "whole"}\n', encoding="utf-8")
    result = CliRunner().invoke(khabar, ["produce", str(file)], prog_name="khabar")
    assert (result.exit_code, len(sent)) == (1, 1)
    assert f"{file}:1: no JSON object" in result.output
