"""The image and the compose stack, as somebody who runs them: pages in, events out, a restart in between."""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest

from schemas.enriched_page import EnrichedPage
from topics.catalogue import CATALOGUE, DEAD_LETTERS, ENRICHED_ARTICLES, ENRICHED_PAGES
from workers.kafka.records import Record, last_of_each_key, read_to_end
from workers.settings import KafkaSettings

pytestmark = [pytest.mark.deploy, pytest.mark.engine]

READY_SECONDS: Final = 180
"""What a slow machine may take for something that takes a few seconds."""

BUILD_SECONDS: Final = 900

Answer = TypeVar("Answer")


def eventually(ask: Callable[[], Answer], wanted: Callable[[Answer], bool]) -> Answer:
    """Ask until the answer is what is wanted, or for as long as it may take; give the last answer."""
    deadline = time.monotonic() + READY_SECONDS
    while not wanted(answer := ask()) and time.monotonic() < deadline:
        time.sleep(1)
    return answer


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def succeeds(*command: str) -> bool:
    """Tell whether a command ends well."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603  # docker


@dataclass(frozen=True, slots=True)
class Stack:
    """The stack of docker-compose.yml under a name and on ports of its own."""

    root: Path
    command: tuple[str, ...]
    kafka_port: int
    prometheus_port: int

    @property
    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "COMPOSE_PROJECT_NAME": f"khabar-test-{os.getpid()}",
            "KHABAR_COMPOSE_KAFKA_PORT": str(self.kafka_port),
            "KHABAR_COMPOSE_PROMETHEUS_PORT": str(self.prometheus_port),
        }

    def compose(self, *arguments: str, timeout: int = READY_SECONDS) -> str:
        """Run a command of compose and give its output."""
        return self._run(*self.command, *arguments, timeout=timeout)

    def inspect(self, service: str) -> dict[str, Any]:
        """Give what the engine knows of a service's running container."""
        name = self.compose("ps", "-q", service)
        found: list[dict[str, Any]] = json.loads(self._run("docker", "inspect", name.strip()))
        return found[0]

    def khabar(self, *arguments: str | Path) -> str:
        """Run `khabar` of this checkout against the stack's broker."""
        return self._run(sys.executable, "-m", "workers.cli", *map(str, arguments))

    def view(self, topic: str) -> dict[bytes | None, Record]:
        """Read the last record of each key of a topic."""

        async def read() -> list[Record]:
            kafka = KafkaSettings(bootstrap_servers=f"localhost:{self.kafka_port}")
            name = CATALOGUE[topic].wire_name("khabar-")
            return [record async for record in read_to_end(kafka, [name])]

        return dict(last_of_each_key(asyncio.run(read())))

    def metric(self, query: str) -> float | None:
        """Ask Prometheus for one figure; None where it does not answer or knows none yet."""
        url = f"http://127.0.0.1:{self.prometheus_port}/api/v1/query?query={query}"
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                result = json.load(answer)["data"]["result"]
        except OSError:
            return None
        return float(result[0]["value"][1]) if result else None

    def _run(self, *command: str, timeout: int = READY_SECONDS) -> str:
        variables = {"KHABAR_KAFKA__BOOTSTRAP_SERVERS": f"localhost:{self.kafka_port}"}
        result = subprocess.run(  # noqa: S603  # docker, compose and our own command
            command,
            cwd=self.root,
            env=self._environment | variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
        )
        assert result.returncode == 0, f"{' '.join(command)}: {result.stdout[-2000:]}{result.stderr[-4000:]}"
        return result.stdout


@pytest.fixture(scope="module")
def samples(root: Path) -> Path:
    """Give the folder of sample pages."""
    return root / "workers" / "cli" / "samples"


@pytest.fixture(scope="module")
def stack(root: Path, samples: Path) -> Iterator[Stack]:
    """Bring the stack up, send it the sample pages, and take it down with all that it kept."""
    docker = shutil.which("docker")
    if docker is None or not succeeds(docker, "info"):
        pytest.skip("no container engine")
    command = (docker, "compose") if succeeds(docker, "compose", "version") else ("docker-compose",)
    stack = Stack(root, command, free_port(), free_port())
    try:
        stack.compose("up", "--build", "--detach", timeout=BUILD_SECONDS)
        stack.khabar("produce", samples)
        yield stack
    except BaseException:
        sys.stderr.write(stack.compose("logs", "--tail", "60"))
        raise
    finally:
        stack.compose("down", "--volumes", "--timeout", "10")


@pytest.fixture(scope="module")
def expected(root: Path, samples: Path) -> dict[str, EnrichedPage]:
    """Give what the chain makes of the sample pages without any broker, by page id."""
    command = (sys.executable, "-m", "workers.cli", "enrich", str(samples))
    result = subprocess.run(  # noqa: S603  # our own command
        command, cwd=root, capture_output=True, check=False, timeout=READY_SECONDS
    )
    pages = map(EnrichedPage.model_validate_json, result.stdout.splitlines())
    return {page.page_id: page for page in pages}


def test_pages_come_out_as_without_a_broker(stack: Stack, expected: dict[str, EnrichedPage]) -> None:
    """Every good sample comes out of the stack, annotated as the command line annotates it."""
    view = eventually(lambda: stack.view(ENRICHED_PAGES.name), lambda found: len(found) >= len(expected))
    pages = [EnrichedPage.model_validate_json(record.value or b"") for record in view.values()]
    assert {page.page_id for page in pages} == expected.keys()
    for page in pages:
        assert page.segments == expected[page.page_id].segments
        blank = [document.model_copy(update={"dedupe": None}) for document in page.documents]
        assert blank == [document.model_copy(update={"dedupe": None}) for document in expected[page.page_id].documents]
        assert all(document.dedupe is not None for document in page.documents)


def test_bad_pages_become_dead_letters(stack: Stack, samples: Path, expected: dict[str, EnrichedPage]) -> None:
    """Every sample that is no page stands among the dead letters, with its reason."""
    bad = len(list(samples.iterdir())) - len(expected)
    assert bad > 0
    listed = eventually(
        lambda: stack.khabar("dead-letters", "list", "--json").splitlines(), lambda found: len(found) >= bad
    )
    # Another test sends all samples once more, before or after this one.
    assert len(listed) % bad == 0
    assert listed
    assert all(json.loads(line)["reason"] for line in listed)
    assert len(stack.view(DEAD_LETTERS.name)) > 0


def test_pages_sent_again_after_a_restart_change_nothing(
    stack: Stack, samples: Path, expected: dict[str, EnrichedPage]
) -> None:
    """A dedupe worker that was restarted answers pages that come again with the same articles and the same stories."""
    # The lag that Prometheus knows may be older than the pages, so that it alone does not say that they are done.
    eventually(lambda: stack.view(ENRICHED_PAGES.name), lambda found: len(found) >= len(expected))
    settled = eventually(lambda: stack.metric("sum(khabar_lag_records)"), lambda lag: lag == 0)
    assert settled == 0
    before = {key: record.value for key, record in stack.view(ENRICHED_ARTICLES.name).items()}
    assert before

    def offsets() -> list[int]:
        return [record.offset for record in stack.view(ENRICHED_ARTICLES.name).values()]

    old = sum(offsets())
    stack.compose("restart", "--timeout", "35", "dedupe")
    stack.khabar("produce", samples)
    assert eventually(lambda: sum(offsets()), lambda total: total >= old + len(before)) >= old + len(before)
    after = {key: record.value for key, record in stack.view(ENRICHED_ARTICLES.name).items()}
    assert after == before


def test_containers_are_confined(stack: Stack) -> None:
    """Workers run as nobody in particular, on a root that they cannot write, without capabilities."""
    for service in ("annotate", "dedupe"):
        container = stack.inspect(service)
        assert container["Config"]["User"] not in {"", "0", "root"}
        assert container["HostConfig"]["ReadonlyRootfs"] is True
        assert container["HostConfig"]["CapDrop"] == ["ALL"]
        assert container["HostConfig"]["Privileged"] is False


def test_workers_are_healthy(stack: Stack) -> None:
    """The engine's own health check, which asks `/healthz`, finds both workers well."""
    for service in ("annotate", "dedupe"):
        health = eventually(
            lambda service=service: stack.inspect(service)["State"]["Health"]["Status"],  # type: ignore[misc]
            lambda status: bool(status == "healthy"),
        )
        assert health == "healthy", service


def test_prometheus_sees_the_workers(stack: Stack, expected: dict[str, EnrichedPage]) -> None:
    """Prometheus scrapes both workers and counts what they published."""
    assert eventually(lambda: stack.metric('sum(up{job="khabar"})'), lambda up: up == 2) == 2
    query = 'sum(khabar_records_total{agent="annotate",outcome="published"})'
    counted = eventually(lambda: stack.metric(query), lambda count: (count or 0) >= len(expected))
    assert (counted or 0) >= len(expected)
