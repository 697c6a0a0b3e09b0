"""What ends a worker that stands still, so that its supervisor starts it anew."""

import asyncio
import os
import sys
import threading
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Final

from workers.telemetry.logging import get_logger

TICK_SECONDS: Final = 0.5
"""Between two looks of the watchdog, and two signs of life of the loop."""

_log = get_logger(__name__)


def end_process(code: int) -> None:
    """End the process at once: no cleaning up, since cleaning up would commit or hang."""
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    finally:
        # Nobody may listen any more, and the disk that they go to may be full.
        os._exit(code)


@dataclass(slots=True)
class Stall:
    """Judges whether work stands still.

    Attributes:
        allowed_seconds: how long records may wait without any sign of work.
        clock: monotonic seconds.
    """

    allowed_seconds: float
    clock: Callable[[], float] = time.monotonic
    _seen: Hashable = None
    _since: float | None = None

    def observe(self, signs: Hashable, *, waiting: bool) -> None:
        """Note what was measured.

        Args:
            signs: whatever changes when work is done, such as committed offsets.
            waiting: whether there is work to be done at all.
        """
        if not waiting:
            self._since = None
        elif self._since is None or signs != self._seen:
            self._since = self.clock()
        self._seen = signs

    def pause(self) -> None:
        """Hold nothing against the work that went on, or did not, while nobody could measure it."""
        self._since = None

    @property
    def seconds(self) -> float:
        """For how long there has been work and no sign of it being done."""
        return 0.0 if self._since is None else self.clock() - self._since

    @property
    def too_long(self) -> bool:
        """Whether that is longer than allowed."""
        return self.seconds > self.allowed_seconds


@dataclass(slots=True)
class Watchdog:
    """A thread that ends the process when the event loop no longer ticks or some work stands still.

    Attributes:
        stalls: the judgement on each agent's work: one that is busy does not excuse another that stands still.
        allowed_seconds: how long the loop may be silent.
        end: called once with the reason.
        on_tick: told how late each tick of the loop came, in seconds.
    """

    stalls: Mapping[str, Stall]
    allowed_seconds: float
    end: Callable[[str], None]
    on_tick: Callable[[float], None] = lambda _late: None
    clock: Callable[[], float] = time.monotonic
    tick_seconds: float = TICK_SECONDS
    _last: float = field(init=False)
    _stop: threading.Event = field(init=False, default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._last = self.clock()

    async def tick(self) -> None:
        """Show for as long as the loop runs that it does."""
        while True:
            self._last = self.clock()
            await asyncio.sleep(self.tick_seconds)
            self.on_tick(max(0.0, self.clock() - self._last - self.tick_seconds))

    def start(self) -> None:
        """Begin to watch."""
        threading.Thread(target=self._watch, name="khabar-watchdog", daemon=True).start()

    def stop(self) -> None:
        """Watch no longer."""
        self._stop.set()

    @property
    def complaint(self) -> str | None:
        """What is wrong now; None if all is well."""
        silent = self.clock() - self._last
        if silent > self.allowed_seconds:
            return f"the event loop has not run for {silent:.0f} s"
        for agent, stall in self.stalls.items():
            if stall.too_long:
                return f"{agent}: records wait and nothing was done for {stall.seconds:.0f} s"
        return None

    def _watch(self) -> None:
        while not self._stop.wait(self.tick_seconds):
            if complaint := self.complaint:
                self.end(complaint)
                return
