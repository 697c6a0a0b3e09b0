"""The worker process: checks, starts, watches, drains and ends its agents."""

import asyncio
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from typing import Final

from aiokafka import AIOKafkaProducer

from topics.catalogue import SOURCE_PROFILES
from topics.drift import DriftKind
from topics.topic import Topic
from workers.app import CHANGELOG_BATCH_BYTES
from workers.delivery.failure import ExitCode, Unrecoverable
from workers.kafka.admin import check, installation
from workers.kafka.client import BrokerDenied, BrokerError, BrokerUnreachable, administration, connection
from workers.pipeline import Pipeline, Surroundings, make_pipeline
from workers.settings import Settings, StageName, variable
from workers.supervision import Supervision
from workers.telemetry.logging import configure_logging, get_logger
from workers.telemetry.metrics import Metrics
from workers.telemetry.watchdog import end_process
from workers.telemetry.web import serve
from workers.trial import ChainBroken, try_chain
from workers.version import PIPELINE_VERSION

_PAUSE_SECONDS: Final = 1.0
"""Between two tries to reach a broker at the start."""
_CRASH_POLL_SECONDS: Final = 0.2
_PRODUCER_BATCH_BYTES: Final = 256 * 1024
"""Messages for one partition that travel together: far below any topic's limit, which the broker holds a batch to."""
_REQUEST_OVERHEAD_BYTES: Final = 64 * 1024

_MISCOUNTING_CLUSTER: Final = "tansu_cluster"
"""The embedded broker: it gives the last batch's second offset as a topic's end, too early by all the rest of it. Faust
restores a table up to that end, so there each change must travel alone."""

_log = get_logger(__name__)


class NotStarted(Exception):  # noqa: N818  # it names the state of the worker
    """The worker cannot run; the message is one line."""

    def __init__(self, code: ExitCode, message: str) -> None:
        super().__init__(message)
        self.code = code


def run(settings: Settings) -> int:
    """Run a worker until it is told to stop (SIGTERM, SIGINT) or cannot go on; give the exit code.

    The process belongs to the worker: where going on would lose records, it ends at once by `os._exit`, with a log
    line and an exit code of `workers.delivery.failure.ExitCode`.
    """
    configure_logging(settings.log)
    code = asyncio.run(Worker(settings).run())
    _log.info("worker_ended", exit_code=int(code), ending=code.name.lower())
    return int(code)


def stages_of(settings: Settings) -> tuple[StageName, ...]:
    """Give the agents that the worker runs: those it is to run, without the learner where nothing is to be learned."""
    learns = settings.profiles.enabled
    return tuple(stage for stage in settings.worker.stages if learns or stage is not StageName.PROFILES)


def topics_of(settings: Settings) -> list[Topic]:
    """Give the topics that the worker's agents read or write."""
    stages = {stage.value for stage in stages_of(settings)}
    left_out = frozenset() if settings.profiles.enabled else frozenset({SOURCE_PROFILES.name})
    return [
        topic
        for topic in installation(settings)
        if stages & {*topic.producers, *topic.consumers} and topic.name not in left_out
    ]


class Worker:
    """One worker process.

    Args:
        settings: what it runs, and how.
        end: ends the process at once with an exit code.
    """

    def __init__(self, settings: Settings, end: Callable[[int], None] = end_process) -> None:
        self._settings = settings
        self._end = end
        self._ending = threading.Lock()
        self._stop = asyncio.Event()
        self._metrics = Metrics()

    async def run(self) -> ExitCode:
        """Run until told to stop."""
        self._listen()
        settings = self._settings
        _log.info(
            "worker_starting",
            version=PIPELINE_VERSION,
            stages=[stage.value for stage in stages_of(settings)],
            brokers=settings.kafka.bootstrap_servers,
        )
        try:
            self._check_chain()
            if not await self._check_topics():
                return ExitCode.STOPPED
            return await self._run()
        except NotStarted as error:
            _log.error("worker_not_started", reason=str(error), exit_code=int(error.code))
            return error.code
        except Exception as error:  # noqa: BLE001  # whatever it was, it is a line of log and an exit code
            message = f"{type(error).__name__}: {error}"
            _log.critical("worker_failed", error=message, exit_code=int(ExitCode.FAILED), exc_info=error)
            return ExitCode.FAILED

    def stop(self) -> None:
        """Tell the worker to drain and end."""
        _log.info("worker_stopping")
        self._stop.set()

    async def _run(self) -> ExitCode:
        settings = self._settings
        catalogue = installation(settings)
        max_message_bytes = catalogue.max_message_bytes + _REQUEST_OVERHEAD_BYTES
        async with AsyncExitStack() as stack:
            producer = AIOKafkaProducer(
                **connection(settings.kafka),
                acks="all",
                linger_ms=round(settings.kafka.linger_seconds * 1000),
                max_batch_size=_PRODUCER_BATCH_BYTES,
                max_request_size=max_message_bytes,
            )
            around = Surroundings(
                settings=settings,
                catalogue=catalogue,
                producer=producer,
                metrics=self._metrics,
                fail=self._fail,
                changelog_batch_bytes=1 if await self._cluster_id() == _MISCOUNTING_CLUSTER else CHANGELOG_BATCH_BYTES,
            )
            pipelines = [make_pipeline(stage, around) for stage in stages_of(settings)]
            supervision = Supervision(settings, pipelines, self._metrics, end=self._stalled)
            try:
                port = await stack.enter_async_context(
                    serve(
                        settings.web,
                        alive=supervision.complaint,
                        ready=supervision.unready,
                        registry=self._metrics.registry,
                    )
                )
            except OSError as error:
                raise NotStarted(ExitCode.FAILED, f"cannot serve health and metrics: {error}") from error
            _log.info("web_started", host=settings.web.host, port=port)
            await producer.start()
            stack.push_async_callback(producer.stop)
            await stack.enter_async_context(supervision.watch())
            await self._run_pipelines(pipelines)
        return ExitCode.STOPPED

    async def _run_pipelines(self, pipelines: Sequence[Pipeline]) -> None:
        for pipeline in pipelines:
            folder = self._settings.worker.data_dir / pipeline.stage.value
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise NotStarted(ExitCode.FAILED, f"data folder {folder}: {error.strerror}") from error
        crashes = asyncio.create_task(self._watch_for_crashes(pipelines))
        starts = asyncio.create_task(_start(pipelines))
        stop = asyncio.create_task(self._wait_for_stop())
        try:
            await asyncio.wait({starts, stop}, return_when=asyncio.FIRST_COMPLETED)
            if starts.done():
                starts.result()
                _log.info("worker_started", groups=[pipeline.app.conf.id for pipeline in pipelines])
            await stop
        except Exception as error:  # noqa: BLE001  # whatever Faust raises at its start ends the worker
            self._fail(error)
        crashes.cancel()
        await self._drain(pipelines)

    async def _drain(self, pipelines: Sequence[Pipeline]) -> None:
        try:
            async with asyncio.timeout(self._settings.worker.drain_timeout_seconds):
                await asyncio.gather(*(pipeline.app.stop() for pipeline in pipelines))
        except TimeoutError:
            _log.warning("worker_not_drained", timeout_seconds=self._settings.worker.drain_timeout_seconds)
            self._end(ExitCode.NOT_DRAINED)
        except Exception as error:  # noqa: BLE001  # a failed stop must not hang the process
            self._fail(error)
        _log.info("worker_drained")

    async def _watch_for_crashes(self, pipelines: Sequence[Pipeline]) -> None:
        while True:
            for pipeline in pipelines:
                if pipeline.app.crashed:
                    self._fail(pipeline.app.crash_reason or RuntimeError(f"{pipeline.stage.value} crashed"))
            await asyncio.sleep(_CRASH_POLL_SECONDS)

    async def _wait_for_stop(self) -> None:
        await self._stop.wait()

    def _fail(self, error: BaseException) -> None:
        """End the process without committing: what was not let go comes again."""
        if not self._ending.acquire(blocking=False):
            return
        code = error.exit_code if isinstance(error, Unrecoverable) else ExitCode.FAILED
        _log.critical(
            "worker_failed",
            exit_code=int(code),
            ending=code.name.lower(),
            error=f"{type(error).__name__}: {error}",
            exc_info=None if isinstance(error, Unrecoverable) else error,
        )
        self._end(code)

    def _stalled(self, complaint: str) -> None:
        if self._ending.acquire(blocking=False):
            code = ExitCode.STALLED
            _log.critical("worker_stalled", exit_code=int(code), ending=code.name.lower(), error=complaint)
            self._end(code)

    def _listen(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            with suppress(NotImplementedError):  # Windows has no such handlers
                loop.add_signal_handler(number, self.stop)

    async def _cluster_id(self) -> str | None:
        try:
            async with administration(self._settings.kafka) as admin:
                cluster: str | None = (await admin.describe_cluster()).get("cluster_id")
                return cluster
        except BrokerError as error:
            denied = isinstance(error, BrokerDenied)
            code = ExitCode.BROKER_DENIED if denied else ExitCode.BROKER_UNREACHABLE
            raise NotStarted(code, str(error)) from error

    def _check_chain(self) -> None:
        """Make sure that the chain can read pages, where the worker is to lead any through it."""
        if StageName.ANNOTATE in stages_of(self._settings):
            try:
                try_chain()
            except ChainBroken as error:
                raise NotStarted(ExitCode.CHAIN_BROKEN, str(error)) from error

    async def _check_topics(self) -> bool:
        """Make sure that there is something to run, and the topics are there; False if told to stop meanwhile."""
        if not stages_of(self._settings):
            raise NotStarted(ExitCode.MISUSED, f"nothing to run: {variable('profiles', 'enabled')} is false")
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._settings.worker.start_timeout_seconds
        while not self._stop.is_set():
            try:
                found = await check(self._settings, [topic.name for topic in topics_of(self._settings)])
            except BrokerUnreachable as error:
                if loop.time() > deadline:
                    raise NotStarted(ExitCode.BROKER_UNREACHABLE, str(error)) from error
                _log.warning("broker_awaited", error=str(error))
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stop.wait(), _PAUSE_SECONDS)
                continue
            except BrokerDenied as error:
                raise NotStarted(ExitCode.BROKER_DENIED, str(error)) from error
            except BrokerError as error:
                raise NotStarted(ExitCode.FAILED, str(error)) from error
            wrong = [str(drift) for drift in found if drift.breaking or drift.kind is DriftKind.MISSING]
            for drift in found:
                if str(drift) not in wrong:
                    _log.warning("topic_drift", drift=str(drift))
            if wrong:
                message = f"{'; '.join(wrong)} (`khabar topics apply` creates what is missing)"
                raise NotStarted(ExitCode.TOPICS_MISSING, message)
            return True
        return False


async def _start(pipelines: Sequence[Pipeline]) -> None:
    await asyncio.gather(*(pipeline.app.start() for pipeline in pipelines))
