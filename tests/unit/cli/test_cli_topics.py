"""`khabar topics`: what it prints and how it ends."""

import pytest
from click.testing import CliRunner, Result

from topics.drift import Drift, DriftKind
from workers.cli import topics
from workers.cli.main import khabar
from workers.kafka.admin import Applied
from workers.kafka.client import BrokerDenied, BrokerUnreachable
from workers.settings import Settings

HARMLESS = Drift(topic="k-teasers", kind=DriftKind.PARTITIONS, setting="partitions", declared="8", observed="4")
BREAKING = Drift(
    topic="k-annotated-pages",
    kind=DriftKind.PARTITIONS,
    setting="partitions",
    declared="1",
    observed="2",
    breaking=True,
)


def run(*arguments: str) -> Result:
    """Run `khabar topics`."""
    return CliRunner().invoke(khabar, ["topics", *arguments], prog_name="khabar")


def find(monkeypatch: pytest.MonkeyPatch, applied: Applied) -> list[tuple[Settings, float]]:
    """Put an answer in the broker's place; give what it was asked with."""
    asked: list[tuple[Settings, float]] = []

    async def apply(settings: Settings, *, wait_seconds: float) -> Applied:
        asked.append((settings, wait_seconds))
        return applied

    async def check(settings: Settings) -> list[Drift]:
        asked.append((settings, 0))
        return list(applied.drifts)

    monkeypatch.setattr(topics, "apply", apply)
    monkeypatch.setattr(topics, "check", check)
    return asked


def test_apply_tells_what_it_made_and_what_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each topic made and each difference is a line; a difference that breaks nothing is no failure."""
    asked = find(monkeypatch, Applied(created=("k-raw-pages",), drifts=(HARMLESS,)))
    result = run("apply", "--brokers", "kafka:9092", "--wait", "30")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == ["created k-raw-pages", "differs: k-teasers: partitions 4, declared 8"]
    assert [(settings.kafka.bootstrap_servers, wait) for settings, wait in asked] == [("kafka:9092", 30)]


def test_apply_fails_where_no_worker_could_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A topic that breaks the pipeline is a failure, so that an init step does not pass over it."""
    find(monkeypatch, Applied(created=(), drifts=(BREAKING,)))
    result = run("apply")
    assert (result.exit_code, result.stderr) == (1, "khabar: no worker can run with k-annotated-pages as it is\n")


@pytest.mark.parametrize("command", ["apply", "check"])
def test_nothing_to_tell(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Where all is as declared, one line says so."""
    find(monkeypatch, Applied(created=(), drifts=()))
    result = run(command)
    assert (result.exit_code, result.stdout) == (0, "all topics are as the catalogue declares them\n")


def test_check_fails_on_any_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any difference is a line and exit code 1; topics are counted, not differences."""
    find(monkeypatch, Applied(created=(), drifts=(HARMLESS, BREAKING, BREAKING)))
    result = run("check")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 3)
    assert result.stderr == "khabar: 2 topics differ from the catalogue\n"


def test_without_a_broker(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broker that does not answer is one line and exit code 1."""

    async def check(_settings: Settings) -> list[Drift]:
        raise BrokerUnreachable("no Kafka broker answers at kafka:9092")

    monkeypatch.setattr(topics, "check", check)
    result = run("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "khabar: no Kafka broker answers at kafka:9092\n"


def test_a_broker_that_does_not_let_us_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused login is one line and an exit code of its own, however long a broker may be waited for."""

    async def apply(_settings: Settings, *, wait_seconds: float) -> Applied:
        raise BrokerDenied(f"refused within {wait_seconds:.0f} s")

    monkeypatch.setattr(topics, "apply", apply)
    result = run("apply", "--wait", "60")
    assert (result.exit_code, result.stdout) == (10, "")
    assert result.stderr == "khabar: refused within 60 s\n"


def test_an_address_that_makes_no_sense() -> None:
    """A senseless address is a misuse and names the option."""
    result = run("check", "--brokers", "kafka")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "'--brokers'" in result.stderr
