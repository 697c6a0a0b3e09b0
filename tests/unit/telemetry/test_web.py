"""Health answers tell the truth at the moment of asking."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from workers.settings import WebSettings
from workers.telemetry.metrics import Metrics
from workers.telemetry.web import serve


class Worker:
    """What the server asks, as a test sets it."""

    alive: str | None = None
    ready: str | None = "annotate: waits for its partitions"
    base = ""


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    """Serve a worker's health on a free port."""
    worker = Worker()
    metrics = Metrics()
    metrics.dead_letters.labels("annotate", "not_utf8").inc()
    async with serve(
        WebSettings(port=0), alive=lambda: worker.alive, ready=lambda: worker.ready, registry=metrics.registry
    ) as port:
        worker.base = f"http://127.0.0.1:{port}"
        yield worker


async def _get(worker: Worker, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(worker.base + path) as response:
        return response.status, await response.text()


async def test_an_unready_worker_says_why(worker: Worker) -> None:
    """A worker that works on no records answers 503 and the reason, and is alive all the same."""
    assert await _get(worker, "/readyz") == (503, "annotate: waits for its partitions\n")
    assert await _get(worker, "/healthz") == (200, "ok\n")


async def test_the_answer_follows_the_state(worker: Worker) -> None:
    """Each request asks anew."""
    worker.ready = None
    assert await _get(worker, "/readyz") == (200, "ok\n")
    worker.alive = worker.ready = "records wait and nothing was done for 200 s"
    assert (await _get(worker, "/healthz"))[0] == 503
    assert (await _get(worker, "/readyz"))[0] == 503


async def test_metrics_are_prometheus_text(worker: Worker) -> None:
    """Metrics are served in Prometheus' format with their names."""
    status, text = await _get(worker, "/metrics")
    assert status == 200
    assert 'khabar_dead_letters_total{agent="annotate",reason="not_utf8"} 1.0' in text


async def test_a_taken_port_is_an_error(worker: Worker) -> None:
    """A port that somebody else uses is an OSError at once."""
    port = int(worker.base.rpartition(":")[2])
    with pytest.raises(OSError, match="address already in use"):
        async with serve(WebSettings(port=port), alive=lambda: None, ready=lambda: None, registry=Metrics().registry):
            pass
