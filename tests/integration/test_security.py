"""A broker that asks for a login, in the clear and over TLS."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.broker import Apache
from tests.integration.guarded import PASSWORD, Guarded, run_guarded
from tests.integration.installation import Installation
from tests.integration.press import write_sheet
from topics.catalogue import ENRICHED_PAGES
from workers.delivery.failure import ExitCode
from workers.settings import variable

pytestmark = [pytest.mark.integration, pytest.mark.engine]


@pytest.fixture(scope="module")
def guarded(broker: object) -> Iterator[Guarded]:
    """Run a broker with a login, where the session's broker is one in a container too."""
    if not isinstance(broker, Apache):
        pytest.skip("needs Apache Kafka in a container, and no container engine is at hand")
    with run_guarded() as running:
        yield running


@pytest.fixture(params=["plain", "scram"])
def locked(guarded: Guarded, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """Give an installation that has the right login, its topics not made yet."""
    login: dict[str, str] = getattr(guarded, request.param)
    made = Installation(guarded, f"test-{uuid.uuid4().hex[:8]}", tmp_path, login)
    yield made
    made.close()


async def test_the_right_login_enriches_a_page(locked: Installation) -> None:
    """Topics, worker, producer and consumer all get in, and not even a talkative log holds the password."""
    await locked.apply_topics()
    worker = locked.start_worker(**{variable("log", "level"): "debug"})
    await locked.send_sheets([write_sheet(1)])
    await locked.await_keys(ENRICHED_PAGES, 1)
    worker.await_ready()
    assert worker.terminate() == ExitCode.STOPPED
    assert "worker_drained" in worker.log.read_text(encoding="utf-8")
    assert PASSWORD not in worker.log.read_text(encoding="utf-8")


def test_a_wrong_password_ends_worker_and_command_with_one_line(locked: Installation) -> None:
    """Neither tries again for ever: an exit code of its own, and a line that names broker, user and reason."""
    locked.environment[variable("kafka", "password")] = "a-wrong-one"
    worker = locked.start_worker()
    assert worker.process.wait(30) == ExitCode.BROKER_DENIED
    (reason,) = [event["reason"] for event in worker.events() if event["event"] == "worker_not_started"]
    assert "refuses the login of 'newsroom'" in reason
    assert "Authentication failed" in reason
    assert "broker_awaited" not in {event["event"] for event in worker.events()}
    assert "a-wrong-one" not in worker.log.read_text(encoding="utf-8")
    checked = locked.run("topics", "check")
    assert (checked.returncode, checked.stdout) == (ExitCode.BROKER_DENIED, "")
    assert checked.stderr == f"khabar: {reason}\n"
