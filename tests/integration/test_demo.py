"""`khabar demo` as a newcomer runs it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workers.kafka.embedded import NoEmbeddedBroker, find_binary

pytestmark = pytest.mark.integration

COMMAND = [sys.executable, "-P", "-m", "workers.cli", "demo"]


@pytest.fixture(autouse=True)
def _needs_the_embedded_broker() -> None:
    try:
        find_binary()
    except NoEmbeddedBroker as error:
        pytest.skip(str(error))


def start(folder: Path) -> "subprocess.Popen[str]":
    """Start the demo with a folder of its own for whatever it leaves lying about."""
    return subprocess.Popen(  # noqa: S603  # our own command
        COMMAND,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(folder)},
    )


def children(process: "subprocess.Popen[str]") -> set[int]:
    """List the processes that another one has started; Linux only."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
    return {int(child) for child in listed.split()}


def is_running(process_id: int) -> bool:
    """Tell whether a process is there and not only waiting to be reaped."""
    try:
        status = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_the_demo_shows_everything_and_leaves_nothing(tmp_path: Path) -> None:
    """Broker, topics, worker, twelve events and a dead letter; exit code 0; the temporary folder is gone."""
    with start(tmp_path) as process:
        out, err = process.communicate(timeout=120)

    assert (process.returncode, err) == (0, "")
    assert out.count("  enriched in ") == 12
    assert out.count("  dead letter in ") == 1
    for decision in ("fulfils teaser", "revision", "republication", "duplicate", "repeat teaser", "teaser of"):
        assert f": {decision}" in out
    assert "exit code 0" in out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the demo's children")
@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_a_demo_that_is_ended_takes_its_children_along(tmp_path: Path, how: signal.Signals, code: int) -> None:
    """Told to end or killed in mid-demo, it leaves neither broker nor worker; told to, no folder either."""
    with start(tmp_path) as process:
        assert process.stdout is not None
        while not process.stdout.readline().startswith("━━"):
            assert process.poll() is None
        started = children(process)
        assert len(started) == 2, "a broker and a worker"
        process.send_signal(how)
        out, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (code, ""), out
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and any(map(is_running, started)):
        time.sleep(0.1)
    assert not [child for child in started if is_running(child)]
    assert how == signal.SIGKILL or list(tmp_path.iterdir()) == []
