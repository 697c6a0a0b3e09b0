"""`khabar watch`: events as lines."""

import json
from collections.abc import AsyncGenerator, Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner, Result

from schemas.base import Model
from schemas.dead_letter import DeadLetter, Reason
from schemas.dedupe import Decision, Dedupe
from schemas.document import Document, Headline, Metadata, Role
from schemas.enriched_document import EnrichedDocument
from schemas.enriched_page import EnrichedPage
from schemas.raw_page import RawPage
from schemas.source_profile import SourceProfile
from schemas.story_link import StoryLink
from workers.cli import watch
from workers.cli.events import TEXT_CHARS, isolated, line_of
from workers.cli.main import khabar
from workers.kafka.records import Record
from workers.settings import KafkaSettings

AT = datetime(2026, 1, 2, tzinfo=UTC)
DOCUMENT = Document(
    document_id="d" * 32,
    role=Role.ARTICLE,
    headline=Headline(start=0, end=4, text="خبر"),
    metadata=Metadata(published_at="2026-01-01", publisher="صحيفة"),
    dedupe=Dedupe(decision=Decision.REVISION, story_id="s" * 32),
)
PAGE = EnrichedPage(
    pipeline_version="0.1.0",
    page_id="p" * 32,
    url=None,
    captured_at=AT,
    text="خبر",
    segments=(),
    documents=(DOCUMENT, DOCUMENT.model_copy(update={"role": Role.TEASER})),
    related=(),
)
LETTER = DeadLetter(
    topic="khabar-raw-pages",
    partition=3,
    offset=17,
    connector_name="khabar-annotate",
    task_id="host-1",
    stage="intake",
    exception_class_name="builtins.ValueError",
    exception_message="two\nlines",
    reason=Reason.NOT_UTF8,
    attempts=2,
    first_failed_at=AT,
    pipeline_version="0.1.0",
)
ARTICLE = EnrichedDocument(pipeline_version="0.1.0", page_id="p", url=None, captured_at=AT, body=(), document=DOCUMENT)
LINK = StoryLink(
    pipeline_version="0.1.0",
    link_id="l" * 32,
    story_id="s",
    kind=Decision.REVISION,
    document_id="a" * 32,
    other_document_id="b" * 32,
    score=0.934,
    captured_at=AT,
)


def arrive(monkeypatch: pytest.MonkeyPatch, records: Iterable[Record]) -> list[tuple[list[str], bool]]:
    """Put records in the broker's place; give what it was asked for."""
    asked: list[tuple[list[str], bool]] = []

    async def follow(_kafka: KafkaSettings, topics: Iterable[str], *, from_beginning: bool) -> AsyncGenerator[Record]:
        asked.append((list(topics), from_beginning))
        for record in records:
            yield record

    monkeypatch.setattr(watch, "follow", follow)
    return asked


def record(topic: str, value: bytes, headers: Iterable[tuple[str, bytes | None]] = ()) -> Record:
    """Make a record of a topic."""
    return Record(
        topic=f"khabar-{topic}", partition=0, offset=4, timestamp_ms=0, key=None, value=value, headers=tuple(headers)
    )


def run(*arguments: str) -> Result:
    """Run `khabar watch`."""
    return CliRunner().invoke(khabar, ["watch", *arguments], prog_name="khabar")


@pytest.mark.parametrize(
    ("event", "parts"),
    [
        (PAGE, ["page", "pppppppp", "1 article, 1 teaser", "revision", "\u2067خبر\u2069"]),
        (ARTICLE, ["article", "dddddddd", "revision", "story ssssssss", "2026-01-01", "صحيفة", "خبر"]),
        (LINK, ["link", "llllllll", "revision", "aaaaaaaa -> bbbbbbbb", "0.93"]),
        (LETTER, ["letter", "not_utf8", "khabar-raw-pages[3]@17", "intake", "failed 2 times", "two lines"]),
        (RawPage(text="نص"), ["raw", "\u2067نص\u2069"]),
    ],
)
def test_each_event_is_one_line(event: Model, parts: list[str]) -> None:
    """A line says what the event is, then what matters of it, in order."""
    line = line_of(event)
    assert "\n" not in line
    places = [line.find(part) for part in parts]
    assert -1 not in places, line
    assert places == sorted(places)


def test_a_page_without_documents_has_a_line() -> None:
    """A page in which nothing was found is told, too."""
    assert "no document" in line_of(PAGE.model_copy(update={"documents": ()}))


def test_long_texts_are_cut() -> None:
    """A long text is cut before its isolate ends, so that its direction does not leak."""
    text = isolated("خ" * 500)
    assert len(text) == TEXT_CHARS + 2
    assert text.endswith("…\u2069")


def test_events_are_shown_until_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines come in the order of arrival and end with the limit; pages and dead letters are the default."""
    page = record("enriched-pages", PAGE.model_dump_json().encode())
    asked = arrive(monkeypatch, [page, record("dead-letters", b"\xff", LETTER.headers()), page])
    result = run("--limit", "2")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["page", "letter"]
    assert asked == [(["khabar-enriched-pages", "khabar-dead-letters"], False)]


def test_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--json` gives the event itself, one line each."""
    arrive(monkeypatch, [record("enriched-pages", PAGE.model_dump_json().encode())])
    result = run("--json", "--from-beginning", "--topic", "enriched-pages")
    assert EnrichedPage.model_validate_json(result.stdout) == PAGE
    assert result.stdout.count("\n") == 1
    assert json.loads(result.stdout)["text"] == "خبر"


@pytest.mark.parametrize("topic", ["enriched-pages", "dead-letters", "raw-pages"])
def test_a_foreign_record_is_told_and_passed_over(monkeypatch: pytest.MonkeyPatch, topic: str) -> None:
    """A record that is no event is one line on the error stream, and the next one is shown."""
    good = {
        "enriched-pages": record(topic, PAGE.model_dump_json().encode()),
        "dead-letters": record(topic, b"", LETTER.headers()),
        "raw-pages": record(topic, b"text"),
    }[topic]
    arrive(monkeypatch, [record(topic, b"{"), good])
    result = run("--topic", topic)
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert result.stderr.startswith(f"khabar: khabar-{topic}[0]@4: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_every_topic_on_offer_can_be_watched(monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    """Each has its line; what a compacted topic forgets is told by its key."""
    events = {
        "raw-pages": RawPage(text="نص"),
        "enriched-pages": PAGE,
        "enriched-articles": ARTICLE,
        "teasers": ARTICLE,
        "story-links": LINK,
        "source-profiles": SourceProfile(source="site.example", version="0" * 12, articles=3),
    }
    arrived = [record(topic, event.model_dump_json().encode()) for topic, event in events.items()]
    bare = PAGE.model_copy(update={"documents": ()}).model_dump(mode="json") | {"fingerprints": []}
    arrived.append(record("annotated-pages", json.dumps(bare).encode()))
    arrived.append(record("dead-letters", b"", LETTER.headers()))
    arrived.append(replace(record("source-profiles", b""), key=b"site.example", value=None))
    arrive(monkeypatch, arrived)
    topics = [word for name in watch._WATCHABLE for word in ("--topic", name)]  # noqa: SLF001  # what is on offer
    result = run(*topics, *arguments)
    lines = result.stdout.splitlines()
    assert (result.exit_code, len(lines)) == (0, len(arrived)), result.output
    assert {record.topic for record in arrived} == {f"khabar-{name}" for name in watch._WATCHABLE}  # noqa: SLF001  # as above
    assert "deleted" in lines[-1]
    assert "site.example" in lines[-1]


def test_what_is_deleted_counts_against_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an event of its topic like any other."""
    gone = replace(record("source-profiles", b""), key=b"site.example", value=None)
    arrive(monkeypatch, [gone, gone])
    result = run("--topic", "source-profiles", "--limit", "1")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1), result.output
