"""A Faust app for each agent, made from the settings and the catalogue."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, cast

import faust
from faust.tables.manager import TableManager
from faust.types import AppT, TopicT
from faust.types.auth import CredentialsT
from yarl import URL

from topics.topic import Topic
from workers.delivery.flow import GenerationFlow
from workers.delivery.offsets import CarefulConsumer, CarefulTransport
from workers.kafka.client import security
from workers.settings import KafkaSettings, Settings, StageName

_FETCH_OVERHEAD_BYTES: Final = 64 * 1024
"""Room beside the largest message for a request's own fields."""

CHANGELOG_BATCH_BYTES: Final = 64 * 1024


def app_id(settings: Settings, stage: StageName) -> str:
    """Name an agent's consumer group."""
    return f"{settings.worker.app_id_prefix}{stage.value}"


def credentials(kafka: KafkaSettings) -> CredentialsT | None:
    """Give Faust what `security` gives to other clients; None where the brokers ask for nothing."""
    arguments = security(kafka)
    context = arguments.get("ssl_context")
    if kafka.security_protocol.authenticates:
        return faust.SASLCredentials(
            mechanism=arguments["sasl_mechanism"],
            username=arguments["sasl_plain_username"],
            password=arguments["sasl_plain_password"],
            ssl_context=context,
        )
    return None if context is None else faust.SSLCredentials(context)


def make_app(
    settings: Settings, stage: StageName, *, max_message_bytes: int, changelog_batch_bytes: int = CHANGELOG_BATCH_BYTES
) -> faust.App:
    """Make the app that runs one agent.

    Faust creates no topic, serves nothing, decodes nothing and keeps no standby copies.

    Args:
        settings: the worker's.
        stage: the agent; the app's id names its consumer group.
        max_message_bytes: the largest message of any topic.
        changelog_batch_bytes: how much of a table's changes travels together.
    """
    kafka, worker = settings.kafka, settings.worker
    app = faust.App(
        app_id(settings, stage),
        broker=[URL(f"kafka://{server}") for server in kafka.bootstrap_servers.split(",")],
        broker_client_id=app_id(settings, stage),
        broker_credentials=credentials(kafka),
        broker_session_timeout=kafka.session_timeout_seconds,
        broker_heartbeat_interval=kafka.heartbeat_interval_seconds,
        broker_rebalance_timeout=kafka.rebalance_timeout_seconds,
        broker_request_timeout=kafka.request_timeout_seconds,
        broker_commit_interval=kafka.commit_interval_seconds,
        broker_max_poll_records=worker.batch_size,
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=max_message_bytes + _FETCH_OVERHEAD_BYTES,
        producer_acks=-1,
        producer_max_batch_size=changelog_batch_bytes,
        producer_linger=kafka.linger_seconds,
        producer_max_request_size=max_message_bytes + _FETCH_OVERHEAD_BYTES,
        producer_request_timeout=kafka.request_timeout_seconds,
        stream_buffer_maxsize=worker.batch_size * 2,
        stream_recovery_delay=0,
        stream_wait_empty=True,
        store="rocksdb://",
        datadir=worker.data_dir / stage.value,
        table_standby_replicas=0,
        topic_partitions=1,
        topic_replication_factor=settings.topics.replication_factor,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        key_serializer="raw",
        value_serializer="raw",
    )
    app.flow_control = GenerationFlow(app)
    app.transport = CarefulTransport(app.conf.broker_consumer, app)
    return app


def raw_topic(app: AppT, topic: Topic, *, prefix: str) -> TopicT:
    """Give a catalogue's topic to Faust: bytes in, bytes out, empty values too."""
    return app.topic(
        topic.wire_name(prefix),
        key_type=bytes,
        value_type=bytes,
        key_serializer="raw",
        value_serializer="raw",
        partitions=topic.partitions,
        allow_empty=True,
    )


@dataclass(slots=True)
class AppState:
    """What a Faust app is doing, as seen from outside of it.

    Attributes:
        rebalances: how often partitions were assigned and their tables recovered.
        on_change: called whenever partitions come or go.
    """

    app: faust.App
    rebalances: int = 0
    on_change: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.app.on_partitions_revoked.connect(self._revoked)
        self.app.on_rebalance_complete.connect(self._complete)

    async def _revoked(self, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401  # a signal's signature
        self._changed()

    async def _complete(self, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401  # a signal's signature
        self.rebalances += 1
        self._changed()

    def _changed(self) -> None:
        for call in self.on_change:
            call()

    @property
    def consumer(self) -> CarefulConsumer:
        """The app's consumer."""
        consumer = self.app.consumer
        if not isinstance(consumer, CarefulConsumer):
            raise TypeError(f"{type(consumer).__name__} would commit what is not done")
        return consumer

    async def commit(self) -> None:
        """Commit what has been let go."""
        await self.consumer.commit()

    @property
    def unready(self) -> str | None:
        """Why the app does not work on records now; None if it does."""
        if self.app.crashed:
            return "crashed"
        if self.rebalances == 0:
            return "waits for its partitions"
        if self.app.rebalancing:
            return "rebalances"
        if self.app.in_recovery or not self.app.flow_control.is_active():
            return "recovers its table"
        return None

    def partitions_of(self, topic: str) -> set[int]:
        """Give the partitions of a topic that are ours now."""
        return {tp.partition for tp in self.consumer.assignment() if tp.topic == topic} if self.rebalances else set()

    @property
    def recovered(self) -> int:
        """Count what was read of changelogs: it grows while a table recovers."""
        # Before the first record of a partition faust knows none of its offsets.
        return sum(offset or 0 for offset in cast("TableManager", self.app.tables).recovery.active_offsets.values())
