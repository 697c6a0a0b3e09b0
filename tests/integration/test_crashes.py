"""Workers that are killed, told to stop, or lose their disk."""

import asyncio

import pytest

from tests.integration.installation import Installation, assert_whole
from tests.integration.press import write_edition
from topics.catalogue import ANNOTATED_PAGES, ENRICHED_ARTICLES, ENRICHED_PAGES, STORY_LINKS
from workers.delivery.failure import ExitCode
from workers.settings import variable

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("keeps_disk", [True, False], ids=["disk kept", "disk lost"])
async def test_killed_at_several_points(installation: Installation, *, keeps_disk: bool) -> None:
    """However often a worker is killed, every page is there once, as it was, and no story has a second id.

    With the disk lost, the dedupe index comes back from its changelog alone.
    """
    sheets = write_edition(300)
    copies = sum(sheet.page_id.endswith("copy-1") for sheet in sheets)
    await installation.send_sheets(sheets)
    killed_at = []
    for life, share in enumerate((0.0, 0.2, 0.5, 0.8)):
        worker = installation.start_worker(data="data" if keeps_disk else f"data-{life}")
        await installation.await_keys(ENRICHED_PAGES, round(share * len(sheets)) + 1)
        worker.kill()
        killed_at.append(len({record.key for record in await installation.records(ENRICHED_PAGES)}))
    installation.start_worker(data="data" if keeps_disk else "data-last")
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await installation.await_keys(STORY_LINKS, copies)
    await assert_whole(installation, sheets)
    assert killed_at[0] < len(sheets), "nothing was left to do when the first worker was killed"
    articles = await installation.records(ENRICHED_ARTICLES)
    assert len({record.key for record in articles}) == len(sheets)


async def test_told_to_stop_it_drains(installation: Installation) -> None:
    """SIGTERM in mid-stream ends the worker with 0 and all offsets committed: the next one repeats no page."""
    sheets = write_edition(300)
    await installation.send_sheets(sheets)
    first = installation.start_worker()
    await installation.await_keys(ENRICHED_PAGES, 30)
    code = first.terminate()
    done = len(await installation.records(ENRICHED_PAGES))
    installation.start_worker()
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await assert_whole(installation, sheets)
    assert code == ExitCode.STOPPED
    assert done < len(sheets), "nothing was left to do when the worker was told to stop"
    assert len(await installation.records(ENRICHED_PAGES)) == len(sheets)
    assert [event["event"] for event in first.events()][-2:] == ["worker_drained", "worker_ended"]


async def test_killed_before_the_first_page(installation: Installation) -> None:
    """A worker killed while it starts leaves nothing that hinders the next one."""
    sheets = write_edition(10)
    await installation.send_sheets(sheets)
    for pause in (0.5, 1.5, 2.5):
        worker = installation.start_worker()
        await asyncio.sleep(pause)
        worker.kill()
    installation.start_worker()
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await assert_whole(installation, sheets)


async def test_a_backlog_while_the_index_comes_back(installation: Installation) -> None:
    """No page of a backlog is passed over while the index is read from its changelog and nothing is committed yet."""
    sheets = write_edition(300)
    await installation.send_sheets(sheets)
    installation.start_worker("--stages", "annotate")
    await installation.await_keys(ANNOTATED_PAGES, len(sheets))
    never = {variable("kafka", "commit_interval_seconds"): "3600"}
    for life in range(3):
        worker = installation.start_worker("--stages", "dedupe", data=f"data-{life}", **never)
        await installation.await_keys(ENRICHED_PAGES, 1)
        worker.kill()
    installation.start_worker("--stages", "dedupe", data="data-last")
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await assert_whole(installation, sheets)
