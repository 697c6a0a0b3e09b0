"""Pages and what is none, through the topics."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from schemas.dead_letter import DeadLetter, Reason
from schemas.enriched_document import EnrichedDocument
from schemas.enriched_page import EnrichedPage
from schemas.story_link import StoryLink
from tests.integration.installation import Installation, assert_whole
from tests.integration.press import write_edition, write_sheet
from topics.catalogue import DEAD_LETTERS, ENRICHED_ARTICLES, ENRICHED_PAGES, RAW_PAGES, STORY_LINKS, TEASERS
from workers.delivery.failure import ExitCode
from workers.index.deduper import Deduper
from workers.index.store import MemoryStore
from workers.intake import close_page, open_page, read_page
from workers.kafka.client import connection
from workers.kafka.records import Outgoing, last_of_each_key
from workers.stages.chain import ANNOTATE

pytestmark = pytest.mark.integration


async def test_pages_become_events_on_every_topic(installation: Installation) -> None:
    """Each page gives its event and one for each article, keyed by their ids; each copy is linked to its story."""
    sheets = write_edition(20)
    copies = [sheet for sheet in sheets if sheet.page_id.endswith("copy-1")]
    worker = installation.start_worker()
    await installation.send_sheets(sheets)
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await installation.await_keys(STORY_LINKS, len(copies))
    await assert_whole(installation, sheets)
    articles = [
        (record.key, EnrichedDocument.model_validate_json(record.value or b""))
        for record in await installation.records(ENRICHED_ARTICLES)
    ]
    links = [
        (record.key, StoryLink.model_validate_json(record.value or b""))
        for record in await installation.records(STORY_LINKS)
    ]
    assert {article.page_id for _key, article in articles} == {sheet.page_id for sheet in sheets}
    assert all(key == article.document.document_id.encode() for key, article in articles)
    assert all(key == link.link_id.encode() for key, link in links)
    assert await installation.records(TEASERS) == []
    assert await installation.records(DEAD_LETTERS) == []
    assert worker.terminate() == ExitCode.STOPPED


async def test_pages_that_travel_compressed(installation: Installation) -> None:
    """Whatever a producer compresses with, its pages are read."""
    sheets = write_edition(8)
    topic = installation.wire(RAW_PAGES)
    for number, codec in enumerate(("gzip", "lz4", "snappy", "zstd")):
        producer = AIOKafkaProducer(**connection(installation.settings.kafka), compression_type=codec)
        await producer.start()
        for sheet in sheets[number::4]:
            await producer.send_and_wait(topic, sheet.value, key=sheet.key)
        await producer.stop()
    installation.start_worker()
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await assert_whole(installation, sheets)


async def test_poison_among_good_pages(installation: Installation) -> None:
    """Each bad record becomes one dead letter with its reason and all that it carried; every good page is enriched."""
    good = write_edition(12)
    bad = {
        Reason.NOT_UTF8: "النص القديم".encode("cp1256"),
        Reason.INVALID_JSON: b'{"text": "...',
        Reason.NOT_A_PAGE: b'{"url": "https://site.example/1"}',
        Reason.EMPTY_PAGE: b'{"text": " \\n "}',
        Reason.PAGE_TOO_LARGE: json.dumps({"text": "ا " * 600_000}, ensure_ascii=False).encode(),
    }
    topic = installation.wire(RAW_PAGES)
    stamp = round(datetime.now(UTC).timestamp() * 1000) - 60_000
    poison = [
        Outgoing(topic=topic, key=reason.encode(), value=value, headers=(("trace", b"7"),), timestamp_ms=stamp)
        for reason, value in bad.items()
    ]
    # A record without anything at all, as a producer with a bug sends it.
    poison.append(Outgoing(topic=topic, key=b"nothing", value=None))
    mixed = [Outgoing(topic=topic, key=sheet.key, value=sheet.value) for sheet in good]
    for number, record in enumerate(poison):
        mixed.insert(2 * number, record)
    installation.start_worker()
    await installation.send(mixed)
    await installation.await_keys(ENRICHED_PAGES, len(good))
    letters = await installation.await_records(DEAD_LETTERS, len(poison))
    await assert_whole(installation, good)
    assert len(letters) == len(poison)
    for letter in letters:
        said = DeadLetter.from_headers(letter.headers)
        assert (said.topic, said.attempts) == (topic, 1)
        if letter.key != b"nothing":
            assert letter.key == said.reason.encode()
            assert letter.value == bad[said.reason]
            assert ("trace", b"7") in letter.headers
            assert (said.timestamp_ms, letter.timestamp_ms > stamp) == (stamp, True)
    assert {letter.key for letter in letters} == {record.key for record in poison}


async def test_an_event_larger_than_its_topic_is_a_dead_letter(installation: Installation) -> None:
    """A page whose event no topic takes goes to the dead letters as it came, and the pages around it are enriched."""
    before, after = write_sheet(1), write_sheet(2)
    # Half a million lines of one letter: a small record, and an event of half a million segments.
    giant = json.dumps({"page_id": "giant", "text": "ا\n" * 450_000}, ensure_ascii=False).encode()
    installation.start_worker()
    topic = installation.wire(RAW_PAGES)
    await installation.send(
        Outgoing(topic=topic, key=b"same", value=value) for value in (before.value, giant, after.value)
    )
    (letter,) = await installation.await_records(DEAD_LETTERS, 1)
    await installation.await_keys(ENRICHED_PAGES, 2)
    assert DeadLetter.from_headers(letter.headers).reason is Reason.EVENT_TOO_LARGE
    assert (letter.key, letter.value) == (b"same", giant)
    assert set(await installation.pages()) == {before.page_id, after.page_id}


async def test_a_missing_topic_ends_the_worker_at_once(installation: Installation) -> None:
    """Without its topics a worker ends within seconds, with one error that names what is missing and the remedy."""
    begun = time.monotonic()
    worker = installation.start_worker(KHABAR_TOPICS__PREFIX="absent-")
    code = worker.process.wait(30)
    errors = [event for event in worker.events() if event["level"] in {"error", "critical"}]
    assert code == ExitCode.TOPICS_MISSING
    assert len(errors) == 1
    assert "absent-raw-pages: missing" in errors[0]["reason"]
    assert "khabar topics apply" in errors[0]["reason"]
    assert time.monotonic() - begun < 20


@pytest.mark.shared
async def test_both_seeds_through_the_topics(installation: Installation, shared: Path) -> None:
    """Two real pages give, through the topics, the very events that the chain gives in one process."""
    files = sorted((shared / "seeds").glob("*.txt"))
    assert len(files) == 2
    captured_at = datetime.now(UTC).replace(microsecond=0)
    stamp = round(captured_at.timestamp() * 1000)
    topic = installation.wire(RAW_PAGES)
    installation.start_worker()
    await installation.send(
        Outgoing(topic=topic, key=b"seed", value=file.read_bytes(), timestamp_ms=stamp) for file in files
    )
    await installation.await_keys(ENRICHED_PAGES, 2)
    deduper = Deduper(MemoryStore(), ttl=installation.ttl, clock=lambda: datetime.now(UTC))
    alone = [
        deduper.decide(close_page(ANNOTATE(open_page(read_page(file.read_bytes()), captured_at=captured_at))))
        for file in files
    ]
    records = last_of_each_key(await installation.records(ENRICHED_PAGES)).values()
    through = {
        page.page_id: page for page in (EnrichedPage.model_validate_json(record.value or b"") for record in records)
    }
    assert through == {page.page_id: page for page in alone}
