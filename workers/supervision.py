"""Looking at a running worker from outside: lag, readiness, standstill."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Hashable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Final, Protocol

from workers.delivery.lag import Lag, LagProbe
from workers.pipeline import Pipeline
from workers.settings import Settings
from workers.telemetry.logging import get_logger
from workers.telemetry.metrics import Metrics
from workers.telemetry.watchdog import TICK_SECONDS, Stall, Watchdog

_PROBE_SECONDS: Final = 3.0
"""Between two looks at the broker; a broker that is gone shows in `/readyz` within this and the answer's time."""

_log = get_logger(__name__)


class Probe(Protocol):
    """What supervision needs of a lag probe."""

    async def measure(self, group: str, topic: str) -> Mapping[int, Lag]:
        """Measure every partition of a topic, or raise."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...


class Supervision:
    """Measures lag over its own connections, judges readiness and standstill, and has a stalled worker ended.

    Args:
        settings: the worker's.
        pipelines: those that it runs.
        metrics: take lag, rebalances and the loop's delay.
        end: called once with the reason.
        probe: asks the broker; by default over connections of its own.
        clock: monotonic seconds, by which standstill is judged.
    """

    def __init__(  # noqa: PLR0913  # what tests put in its place comes last
        self,
        settings: Settings,
        pipelines: Sequence[Pipeline],
        metrics: Metrics,
        *,
        end: Callable[[str], None],
        probe: Probe | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        allowed = settings.worker.watchdog_stall_seconds
        self._prefix = settings.topics.prefix
        self._pipelines = pipelines
        self._metrics = metrics
        self._probe = probe or LagProbe(settings.kafka)
        self._probe_seconds = min(_PROBE_SECONDS, allowed / 4)
        self._stalls = {pipeline.stage.value: Stall(allowed, clock) for pipeline in pipelines}
        self._watchdog = Watchdog(
            self._stalls,
            allowed,
            end,
            on_tick=metrics.loop_delay_seconds.observe,
            clock=clock,
            tick_seconds=min(TICK_SECONDS, allowed / 4),
        )
        self._trouble: str | None = "has not asked the broker yet"
        self._rebalances = dict.fromkeys((pipeline.stage for pipeline in pipelines), 0)

    def complaint(self) -> str | None:
        """Say why the process should be ended; None if all is well."""
        return self._watchdog.complaint

    def unready(self) -> str | None:
        """Say why no records are worked on now; None if they are."""
        for pipeline in self._pipelines:
            if reason := pipeline.state.unready:
                return f"{pipeline.stage.value}: {reason}"
        return self._trouble or self.complaint()

    @asynccontextmanager
    async def watch(self) -> AsyncIterator[None]:
        """Watch for as long as the block lasts."""
        tasks = [asyncio.create_task(self._watchdog.tick()), asyncio.create_task(self._look())]
        self._watchdog.start()
        try:
            yield
        finally:
            self._watchdog.stop()
            for task in tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            await self._probe.close()

    async def _look(self) -> None:
        while True:
            begun = time.monotonic()
            try:
                await self._measure()
            except Exception as error:  # noqa: BLE001  # whatever a broker does, the next look tries again
                if self._trouble is None:
                    _log.warning("broker_lost", error=f"{type(error).__name__}: {error}")
                self._trouble = f"the broker does not answer: {type(error).__name__}"
                for stall in self._stalls.values():
                    stall.pause()
            else:
                if self._trouble is not None:
                    _log.info("broker_answers")
                self._trouble = None
            await asyncio.sleep(max(0.1, self._probe_seconds - (time.monotonic() - begun)))

    async def _measure(self) -> None:
        for pipeline in self._pipelines:
            state = pipeline.state
            topic = pipeline.source.wire_name(self._prefix)
            lags = await self._probe.measure(pipeline.app.conf.id, topic)
            ours = state.partitions_of(topic)
            signs: list[Hashable] = [pipeline.progress.steps, state.recovered]
            waiting = 0
            for partition, lag in lags.items():
                self._metrics.lag_records.labels(pipeline.stage.value, topic, str(partition)).set(lag.waiting)
                # Without partitions of our own, what nobody takes waits for us.
                if state.unready or partition in ours:
                    waiting += lag.waiting
                    signs.append((partition, lag.committed))
            self._stalls[pipeline.stage.value].observe(tuple(signs), waiting=waiting > 0)
            if state.rebalances != self._rebalances[pipeline.stage]:
                self._metrics.rebalances.labels(pipeline.stage.value).inc(
                    state.rebalances - self._rebalances[pipeline.stage]
                )
                self._rebalances[pipeline.stage] = state.rebalances
