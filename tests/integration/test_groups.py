"""Several workers, brokers that go and come back, and what a worker says of itself."""

import asyncio
import time

import pytest

from tests.integration.broker import Apache
from tests.integration.installation import Installation, assert_whole
from tests.integration.press import write_edition
from topics.catalogue import ENRICHED_PAGES

pytestmark = pytest.mark.integration


async def test_a_second_worker_joins_in_mid_stream(installation: Installation) -> None:
    """When a second annotating worker joins, both work on, and no page is lost or gets a second story."""
    sheets = write_edition(400)
    half = len(sheets) // 2
    installation.start_worker("--stages", "dedupe")
    first = installation.start_worker("--stages", "annotate")
    await installation.send_sheets(sheets[:half])
    await installation.await_keys(ENRICHED_PAGES, 20)
    second = installation.start_worker("--stages", "annotate")
    await asyncio.to_thread(second.await_ready)
    await installation.send_sheets(sheets[half:])
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await assert_whole(installation, sheets)
    shares = first.settled("annotate"), second.settled("annotate")
    assert min(shares) > 0, f"one worker stood idle: {shares}"


async def test_a_standby_takes_over_the_index(installation: Installation) -> None:
    """When the worker that dedupes dies, one that stood by restores the index and goes on with the same stories."""
    sheets = write_edition(120)
    half = len(sheets) // 2
    first = installation.start_worker(data="first")
    await asyncio.to_thread(first.await_ready)
    await installation.send_sheets(sheets[:half])
    await installation.await_keys(ENRICHED_PAGES, 20)
    installation.start_worker(data="second")
    await installation.await_keys(ENRICHED_PAGES, half)
    first.kill()
    await installation.send_sheets(sheets[half:])
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await assert_whole(installation, sheets)


@pytest.mark.engine
async def test_a_broker_restart_in_mid_stream(installation: Installation, apache: Apache) -> None:
    """While the broker is away the worker says that it is not ready; when it is back, no page is missing."""
    sheets = write_edition(300)
    half = len(sheets) // 2
    worker = installation.start_worker()
    await installation.send_sheets(sheets[:half])
    await installation.await_keys(ENRICHED_PAGES, 20)
    await asyncio.to_thread(apache.stop)
    try:
        deadline = time.monotonic() + 40
        while worker.get("/readyz")[0] == 200:
            assert time.monotonic() < deadline, "ready without a broker"
            await asyncio.sleep(0.2)
        alive = worker.get("/healthz")[0]
    finally:
        await asyncio.to_thread(apache.start)
    await installation.send_sheets(sheets[half:])
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    await assert_whole(installation, sheets)
    assert alive == 200, "a broker's absence is no reason to end the worker"
    assert worker.process.poll() is None, f"the worker did not outlive the broker's restart: {worker.tail()}"
    await asyncio.to_thread(worker.await_ready)


async def test_what_a_worker_says_of_itself(installation: Installation) -> None:
    """A worker is alive from its start, ready only with its partitions, and shows what it has done."""
    sheets = write_edition(5)
    worker = installation.start_worker()
    answers: list[tuple[int, int]] = []
    deadline = time.monotonic() + 60
    while not answers or answers[-1] != (200, 200):
        alive, ready = worker.get("/healthz")[0], worker.get("/readyz")[0]
        if alive:
            answers.append((alive, ready))
        assert time.monotonic() < deadline, worker.tail()
        await asyncio.sleep(0.02)
    await installation.send_sheets(sheets)
    await installation.await_keys(ENRICHED_PAGES, len(sheets))
    assert {alive for alive, _ready in answers} == {200}
    assert answers[0] == (200, 503), "ready before it had its partitions"
    for agent in ("annotate", "dedupe"):
        await worker.await_settled(agent, len(sheets))
