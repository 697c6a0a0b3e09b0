"""What a source's pages teach, through the topics."""

import asyncio
import json
import time
from datetime import UTC, datetime, timedelta

import pytest

from schemas.enriched_page import EnrichedPage
from schemas.segment import SegmentKind
from schemas.source_profile import SourceProfile
from tests.integration.installation import Installation
from tests.integration.press import Sheet, write_sheet
from topics.catalogue import ANNOTATED_PAGES, DEAD_LETTERS, ENRICHED_PAGES, SOURCE_PROFILES
from workers.delivery.failure import ExitCode
from workers.kafka.records import Outgoing, last_of_each_key

pytestmark = pytest.mark.integration

SOURCE = "site-0.example"
FURNITURE = "نشرة المساء تصل إلى قراء المدينة كل يوم عند الغروب وتروي أخبارها كما هي"
"""A sentence that nothing but its recurrence tells from an article's."""
ODD = b"odd"
"""The key of a profile that is none."""
SOON = {"KHABAR_PROFILES__PUBLISH_SECONDS": "1", "KHABAR_PROFILES__PUBLISH_ARTICLES": "8"}


def sheets_of(first: int, count: int) -> list[Sheet]:
    """Write pages of one source that have a line in common, captured a day apart."""
    sheets = []
    for story in range(first, first + count):
        sheet = write_sheet(story)
        page = json.loads(sheet.value)
        headline, stamp, *paragraphs = page["text"].split("\n")
        page["text"] = "\n".join([headline, stamp, paragraphs[0], FURNITURE, *paragraphs[1:]])
        page["captured_at"] = f"{datetime(2025, 11, 8, 17, tzinfo=UTC) + timedelta(days=story):%Y-%m-%dT%H:%M:%SZ}"
        sheets.append(Sheet(sheet.story, sheet.page_id, json.dumps(page, ensure_ascii=False).encode()))
    return sheets


def kind_of_furniture(page: EnrichedPage) -> SegmentKind:
    """Tell what the common line was judged to be."""
    at = page.text.index(FURNITURE)
    return next(each.kind for each in page.segments if each.start <= at < each.end)


async def profiles(installation: Installation) -> dict[str, SourceProfile]:
    """Read the compacted view of the profiles."""
    last = last_of_each_key(await installation.records(SOURCE_PROFILES))
    return {
        key.decode(): SourceProfile.model_validate_json(record.value or b"")
        for key, record in last.items()
        if key and key != ODD
    }


async def await_articles(installation: Installation, count: int) -> SourceProfile:
    """Wait until the source's profile has learned from so many articles."""
    deadline = time.monotonic() + 60
    while (profile := (await profiles(installation)).get(SOURCE)) is None or profile.articles < count:
        assert time.monotonic() < deadline, (
            f"{profile and profile.articles} articles\n{installation.workers[-1].tail()}"
        )
        await asyncio.sleep(0.25)
    return profile


async def test_pages_teach_and_later_ones_are_read_with_it(installation: Installation) -> None:
    """The first pages teach a profile, the workers follow it, and its version stands on later pages' events."""
    worker = installation.start_worker(**SOON)
    early, late = sheets_of(0, 24), sheets_of(24, 6)
    await installation.send_sheets(early)
    await installation.await_keys(ENRICHED_PAGES, len(early))
    profile = await await_articles(installation, len(early))
    assert profile.articles == len(early)
    # The follower polls several times a second.
    await asyncio.sleep(2)
    await installation.send_sheets(late)
    await installation.await_keys(ENRICHED_PAGES, len(early) + len(late))
    pages = await installation.pages()
    for sheet in late:
        reference = pages[sheet.page_id].profile
        assert reference is not None
        assert reference.source == SOURCE
        assert kind_of_furniture(pages[sheet.page_id]) is SegmentKind.BOILERPLATE
    assert pages[late[0].page_id].profile == profile.reference
    assert await installation.records(DEAD_LETTERS) == []
    assert worker.terminate() == ExitCode.STOPPED


async def test_a_killed_learner_neither_loses_nor_doubles(installation: Installation) -> None:
    """Killed before and after profiles are published, learners end with every article counted once."""
    sheets = sheets_of(0, 30)
    installation.start_worker("--stages", "annotate,dedupe", data="reader", KHABAR_PROFILES__ENABLED="false")
    seldom = {**SOON, "KHABAR_PROFILES__PUBLISH_SECONDS": "600", "KHABAR_WORKER__WATCHDOG_STALL_SECONDS": "3000"}
    learner = installation.start_worker("--stages", "profiles", data="first", **seldom)
    await installation.send_sheets(sheets[:20])
    await await_articles(installation, 8)
    # What it published is delivered, and no offset was let go: the next one reads all pages again.
    learner.kill()
    await installation.send_sheets(sheets[20:])
    again = installation.start_worker("--stages", "profiles", data="second", **SOON)
    profile = await await_articles(installation, len(sheets))
    assert again.terminate() == ExitCode.STOPPED
    # A page that is delivered once more teaches nothing.
    await installation.send_sheets(sheets[:5])
    await installation.await_records(ANNOTATED_PAGES, len(sheets) + 5)
    third = installation.start_worker("--stages", "profiles", data="third", **SOON)
    await third.await_committed("profiles")
    assert third.settled("profiles") >= 5
    assert (await profiles(installation))[SOURCE].articles == profile.articles == len(sheets)


async def test_a_rebalance_neither_loses_nor_doubles(installation: Installation) -> None:
    """A second learner joins while pages wait for their profile; whoever goes on, every article counts once."""
    sheets = sheets_of(0, 20)
    later = {**SOON, "KHABAR_PROFILES__PUBLISH_SECONDS": "8", "KHABAR_PROFILES__PUBLISH_ARTICLES": "1000"}
    installation.start_worker("--stages", "annotate,dedupe", data="reader", KHABAR_PROFILES__ENABLED="false")
    first = installation.start_worker("--stages", "profiles", data="first", **later)
    await asyncio.to_thread(first.await_ready)
    await installation.send_sheets(sheets[:12])
    await installation.await_keys(ENRICHED_PAGES, 12)
    second = installation.start_worker("--stages", "profiles", data="second", **later)
    await asyncio.to_thread(second.await_ready)
    assert (await await_articles(installation, 12)).articles == 12
    await installation.send_sheets(sheets[12:])
    assert (await await_articles(installation, len(sheets))).articles == len(sheets)


async def test_switched_off_nothing_is_learned(installation: Installation) -> None:
    """Without learning, the topic stays empty, need not even be there, and events are as they were."""
    worker = installation.start_worker(**SOON, KHABAR_PROFILES__ENABLED="false")
    sheets = sheets_of(0, 12)
    await installation.send_sheets(sheets)
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await asyncio.sleep(2)
    assert await profiles(installation) == {}
    assert {page.profile for page in (await installation.pages()).values()} == {None}
    started = next(event for event in worker.events() if event["event"] == "worker_started")
    assert len(started["groups"]) == 2
    assert worker.terminate() == ExitCode.STOPPED


async def test_the_learner_alone_with_learning_off_says_so(installation: Installation) -> None:
    """A worker that is to run nothing but the learner, which is switched off, ends with one clear line."""
    worker = installation.start_worker("--stages", "profiles", KHABAR_PROFILES__ENABLED="false")
    assert worker.process.wait(30) == ExitCode.MISUSED
    (error,) = [event for event in worker.events() if event["level"] == "error"]
    assert "KHABAR_PROFILES__ENABLED" in error["reason"]


async def test_a_command_shows_what_the_topic_holds(installation: Installation) -> None:
    """`khabar profiles show` reads a source's profile from the topic; a page that cannot be read disturbs nobody."""
    installation.start_worker(**SOON)
    await installation.send([Outgoing(topic=installation.wire(SOURCE_PROFILES), key=ODD, value=b"{")])
    await installation.send_sheets(sheets_of(0, 10))
    profile = await await_articles(installation, 10)
    shown = installation.run("profiles", "show", SOURCE)
    assert shown.returncode == 1
    assert "no profile" in shown.stderr
    await installation.send([Outgoing(topic=installation.wire(SOURCE_PROFILES), key=ODD, value=None)])
    shown = installation.run("profiles", "show", SOURCE)
    assert shown.stdout.startswith(f"{SOURCE}  version {profile.version}, 10 articles")
