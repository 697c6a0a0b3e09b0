"""One broker for the session, one installation for each test."""

import os
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.integration.broker import Apache, Broker, open_broker
from tests.integration.installation import Installation
from workers.kafka.embedded import NoEmbeddedBroker

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
_NAME = pytest.StashKey[str]()


@pytest.fixture(scope="session")
def broker(request: pytest.FixtureRequest) -> Iterator[Broker]:
    """Run the session's broker: Apache Kafka, or the embedded one without an engine; in CI the former or nothing."""
    with ExitStack() as stack:
        try:
            running = stack.enter_context(open_broker(must_be_apache=IN_CI))
        except NoEmbeddedBroker as error:
            pytest.skip(f"no container engine, and {error}")
        request.config.stash[_NAME] = running.name
        yield running


@pytest.fixture
def apache(broker: Broker) -> Apache:
    """Give Apache Kafka; a test marked `engine` is left out without it."""
    if not isinstance(broker, Apache):
        pytest.skip("needs Apache Kafka in a container, and no container engine is at hand")
    return broker


@pytest.fixture
async def installation(broker: Broker, tmp_path: Path) -> AsyncIterator[Installation]:
    """Give an installation with its topics made; its processes end with the test."""
    made = Installation(broker, f"test-{uuid.uuid4().hex[:8]}", tmp_path)
    try:
        await made.apply_topics()
        yield made
    finally:
        made.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what the integration tests ran on."""
    if name := terminalreporter.config.stash.get(_NAME, None):
        terminalreporter.write_line(f"integration tests ran on {name}")
