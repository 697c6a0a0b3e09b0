"""A worker as a process of its own, for as long as a block lasts."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.access import UNSECURED
from workers.cli.errors import Failure
from workers.kafka.embedded import end_with_parent
from workers.settings import Settings, variable

READY_WITHIN_SECONDS: Final = 45.0
"""A cold start imports Faust, joins three consumer groups and recovers the index; some 5 s on a busy laptop."""
_ANSWER_WITHIN_SECONDS: Final = 1.0
_PAUSE_SECONDS: Final = 0.1
_LOG_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class WorkerProcess:
    """A running worker.

    Attributes:
        process: the worker itself.
        log: the file that takes what it writes.
        address: where it answers for its health, `host:port`.
    """

    process: "subprocess.Popen[bytes]"
    log: Path
    address: str

    def await_ready(self) -> None:
        """Wait until the worker says that it is ready.

        Raises:
            Failure: it has ended, or takes too long.
        """
        deadline = time.monotonic() + READY_WITHIN_SECONDS
        while time.monotonic() < deadline:
            self.check()
            if self._is_ready():
                return
            time.sleep(_PAUSE_SECONDS)
        raise Failure(f"the worker is not ready after {READY_WITHIN_SECONDS:.0f} s{self._last_lines()}")

    def check(self) -> None:
        """Make sure that the worker is still there.

        Raises:
            Failure: it has ended; the last lines of its log say why.
        """
        if (code := self.process.poll()) is not None:
            raise Failure(f"the worker has ended with exit code {code}{self._last_lines()}")

    def stop(self, within_seconds: float) -> int:
        """Let the worker finish its batch and end; kill it if it takes too long.

        Returns:
            Its exit code, negative where a signal ended it.
        """
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(within_seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def _is_ready(self) -> bool:
        connection = http.client.HTTPConnection(self.address, timeout=_ANSWER_WITHIN_SECONDS)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _last_lines(self) -> str:
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
        return ": " + " / ".join(lines) if lines else ""


@contextmanager
def run_worker(settings: Settings, log: Path) -> Iterator[WorkerProcess]:
    """Run `khabar worker` for as long as the block lasts; at its end the worker is told to stop, then made to.

    Args:
        settings: the broker, which asks for no login, the data folder, and the port for its health are handed on.
        log: the file that takes what it writes.
    """
    handed_on = {
        **{variable("kafka", name): value for name, value in UNSECURED.items()},
        variable("kafka", "bootstrap_servers"): settings.kafka.bootstrap_servers,
        variable("worker", "data_dir"): str(settings.worker.data_dir),
        variable("web", "host"): settings.web.host,
        variable("web", "port"): str(settings.web.port),
    }
    with log.open("wb") as stream:
        process = subprocess.Popen(
            # -P: the current folder may hold modules of our packages' generic names
            [sys.executable, "-P", "-m", "workers.cli", "worker"],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            env={**os.environ, **handed_on},
            start_new_session=True,  # Ctrl-C is for us; we pass it on in order
            preexec_fn=end_with_parent(),  # noqa: PLW1509  # one system call, prepared before the fork
        )
    worker = WorkerProcess(process, log, f"{settings.web.host}:{settings.web.port}")
    try:
        yield worker
    finally:
        worker.stop(settings.worker.drain_timeout_seconds)


@contextmanager
def terminable() -> Iterator[None]:
    """Within the block, let SIGTERM end the command as Ctrl-C does, so that children are not left behind."""

    def interrupt(_signal: int, _frame: object) -> None:
        # Not raised here: an event loop takes SIGINT apart in order, and would lose an exception out of nowhere.
        signal.raise_signal(signal.SIGINT)

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
