"""One agent, complete: its Faust app, its work and its delivery, put together."""

from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import faust
from faust.types import StreamT

from topics.catalogue import ANNOTATED_PAGES, RAW_PAGES
from topics.topic import Catalogue, Topic
from workers.agents.annotate import Annotate
from workers.agents.batches import Batches, Event, Fail, Work, nothing_to_prepare, stand_nowhere
from workers.agents.dedupe import Dedupe
from workers.agents.profiles import Learn, Means
from workers.app import CHANGELOG_BATCH_BYTES, AppState, app_id, make_app, raw_topic
from workers.delivery.dead_letters import DeadLetterWriter
from workers.delivery.index_table import TableStore, stand_at
from workers.delivery.limits import DeadLetterLimits
from workers.delivery.profile_topic import ProfileFollower, read_topic
from workers.delivery.publisher import Producer, Publisher
from workers.delivery.settlement import Settlement, WriteState, keep_no_state
from workers.index.deduper import Deduper
from workers.settings import Settings, StageName
from workers.stages.chain import ANNOTATE
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

SOURCES = {
    StageName.ANNOTATE: RAW_PAGES,
    StageName.DEDUPE: ANNOTATED_PAGES,
    StageName.PROFILES: ANNOTATED_PAGES,
}
"""The topic that each agent reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What all agents of a process share.

    Attributes:
        executor: one thread, in which all of them work by turns.
    """

    settings: Settings
    catalogue: Catalogue
    producer: Producer
    metrics: Metrics
    fail: Fail
    changelog_batch_bytes: int = CHANGELOG_BATCH_BYTES
    executor: Executor = field(default_factory=lambda: ThreadPoolExecutor(1, "khabar-work"))


@dataclass(frozen=True, slots=True)
class Pipeline:
    """One agent, ready to be started."""

    stage: StageName
    source: Topic
    state: AppState
    progress: Progress

    @property
    def app(self) -> faust.App:
        """The agent's app."""
        return self.state.app


def make_pipeline(stage: StageName, around: Surroundings) -> Pipeline:
    """Put one agent together."""
    settings = around.settings
    app = make_app(
        settings,
        stage,
        max_message_bytes=around.catalogue.max_message_bytes,
        changelog_batch_bytes=around.changelog_batch_bytes,
    )
    state = AppState(app)
    progress = Progress()
    source = around.catalogue[SOURCES[stage].name]
    if stage is StageName.ANNOTATE:
        batches = _annotate(around, state, progress)
    elif stage is StageName.PROFILES:
        batches = _profiles(around, state, progress)
    else:
        store = TableStore(app, settings, progress)
        deduper = Deduper(
            store,
            ttl=timedelta(days=settings.dedupe.ttl_days),
            clock=lambda: datetime.now(UTC),
            tick=progress.tick,
        )
        dedupe = Dedupe(deduper, store, around.metrics, progress)
        state.on_change.append(dedupe.expire)
        batches = _batches(
            stage,
            around,
            state,
            progress,
            dedupe,
            write_state=dedupe.remember,
            prepare=dedupe.prepare,
            current=stand_at,
        )

    @app.agent(raw_topic(app, source, prefix=settings.topics.prefix), name=stage.value)
    async def agent(stream: StreamT[bytes]) -> None:
        await batches.consume(stream)

    return Pipeline(stage, source, state, progress)


def _annotate(around: Surroundings, state: AppState, progress: Progress) -> Batches:
    if not around.settings.profiles.enabled:
        return _batches(StageName.ANNOTATE, around, state, progress, Annotate(ANNOTATE, around.metrics, progress))
    follower = ProfileFollower(around.settings)
    annotate = Annotate(ANNOTATE, around.metrics, progress, profile_of=follower.profile_of)
    return _batches(StageName.ANNOTATE, around, state, progress, annotate, prepare=follower.prepare)


def _profiles(around: Surroundings, state: AppState, progress: Progress) -> Batches:
    settings = around.settings
    learn = Learn(
        Means(
            read=lambda: read_topic(settings),
            publisher=_publisher(StageName.PROFILES, around, progress),
            consumer=lambda: state.consumer,
            settings=settings.profiles,
            stall_seconds=settings.worker.watchdog_stall_seconds,
            metrics=around.metrics,
            progress=progress,
            fail=around.fail,
        )
    )
    state.on_change.append(learn.expire)
    batches = _batches(
        StageName.PROFILES, around, state, progress, learn, write_state=learn.remember, prepare=learn.prepare
    )
    batches.let_go = learn.hold
    return batches


def _publisher(stage: StageName, around: Surroundings, progress: Progress) -> Publisher:
    settings = around.settings
    return Publisher(
        agent=stage.value,
        producer=around.producer,
        topic_prefix=settings.topics.prefix,
        limits=settings.limits,
        metrics=around.metrics,
        progress=progress,
    )


def _batches(  # noqa: PLR0913  # what the agents differ in
    stage: StageName,
    around: Surroundings,
    state: AppState,
    progress: Progress,
    work: Work,
    *,
    write_state: WriteState = keep_no_state,
    prepare: Callable[[], Awaitable[None]] = nothing_to_prepare,
    current: Callable[[Event], None] = stand_nowhere,
) -> Batches:
    settings = around.settings
    settlement = Settlement(
        agent=stage.value,
        publisher=_publisher(stage, around, progress),
        dead_letters=DeadLetterWriter(app_id=app_id(settings, stage)),
        limits=DeadLetterLimits(settings.limits),
        metrics=around.metrics,
        write_state=write_state,
    )
    return Batches(
        agent=stage.value,
        size=settings.worker.batch_size,
        within_seconds=settings.worker.batch_within_ms / 1000,
        work=work,
        settlement=settlement,
        let_go=lambda event: state.consumer.let_go(event.message),
        commit=state.commit,
        fail=around.fail,
        metrics=around.metrics,
        prepare=prepare,
        current=current,
        executor=around.executor,
    )
