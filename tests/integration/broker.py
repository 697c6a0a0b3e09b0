"""The broker that integration runs on: Apache Kafka in a container, or the embedded one where there is no engine."""

import asyncio
import gc
import socket
import time
import traceback
import warnings
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any, Final, Protocol

from testcontainers.core.config import testcontainers_config
from testcontainers.core.container import DockerContainer

from workers.kafka.client import BrokerError, administration
from workers.kafka.embedded import run_broker
from workers.settings import KafkaSettings

IMAGE: Final = "apache/kafka:4.1.1"
_READY_WITHIN_SECONDS: Final = 90
_LOGS: Final = "/tmp/khabar-kafka"  # noqa: S108  # within the container
_PROPERTIES: Final = "/opt/kafka/config/server.properties"
# The image's own start formats the storage, which not every build of it takes well a second time.
_START: Final = (
    f"if [ -e {_LOGS}/meta.properties ]; then exec /opt/kafka/bin/kafka-server-start.sh {_PROPERTIES};"
    " else exec /etc/kafka/docker/run; fi"
)


class NoEngine(Exception):  # noqa: N818  # it names the state of the machine
    """No container engine runs Apache Kafka here."""


class Broker(Protocol):
    """A broker for the whole session."""

    name: str
    bootstrap_servers: str


class Embedded:
    """The embedded broker."""

    def __init__(self, bootstrap_servers: str, why: NoEngine) -> None:
        self.name = f"the embedded broker, without the tests marked engine: {why}"
        self.bootstrap_servers = bootstrap_servers


class Apache:
    """Apache Kafka in a container, which can be stopped and started again with its data."""

    name = f"Apache Kafka ({IMAGE})"

    def __init__(self, container: DockerContainer, bootstrap_servers: str) -> None:
        self._container = container
        self.bootstrap_servers = bootstrap_servers

    def stop(self) -> None:
        """Stop the broker as an operator does."""
        self._wrapped.stop(timeout=20)

    def start(self) -> None:
        """Start it again on its data, and wait until it answers."""
        self._wrapped.start()
        await_broker(KafkaSettings(bootstrap_servers=self.bootstrap_servers))

    def restart(self) -> None:
        """Stop and start it."""
        self.stop()
        self.start()

    @property
    def _wrapped(self) -> Any:  # noqa: ANN401  # docker has no types
        return self._container.get_wrapped_container()


@contextmanager
def open_broker(*, must_be_apache: bool) -> Iterator[Broker]:
    """Run a broker for as long as the block lasts.

    Raises:
        NoEngine: Apache Kafka must be there and is not.
        NoEmbeddedBroker: there is neither.
    """
    with ExitStack() as stack:
        try:
            yield stack.enter_context(_run_apache())
        except NoEngine as error:
            if must_be_apache:
                raise
            yield Embedded(stack.enter_context(run_broker()).bootstrap_servers, error)


@contextmanager
def _run_apache() -> Iterator[Apache]:
    # Clients are sent to the advertised address, so the port must be known before the broker starts.
    port = free_port()
    with run_container({"PLAINTEXT": ("PLAINTEXT", port)}) as container:
        bootstrap_servers = f"127.0.0.1:{port}"
        await_broker(KafkaSettings(bootstrap_servers=bootstrap_servers))
        yield Apache(container, bootstrap_servers)


@contextmanager
def run_container(
    listeners: Mapping[str, tuple[str, int]], properties: Mapping[str, str] | None = None
) -> Iterator[DockerContainer]:
    """Run a container of Apache Kafka, which need not answer yet, for as long as the block lasts.

    Args:
        listeners: for each listener's name its security protocol and its port, the same inside and outside.
        properties: more variables of the image.

    Raises:
        NoEngine: no container runs here.
    """
    # Its reaper's image cannot be pulled everywhere; the container is removed below, whatever happens.
    testcontainers_config.ryuk_disabled = True
    try:
        container = DockerContainer(IMAGE, command=f"sh -c '{_START}'")
        for _protocol, port in listeners.values():
            container.with_bind_ports(port, port)
        container.with_envs(**_environment(listeners), **(properties or {}))
        container.start()
    except Exception as error:
        detail = str(error).split("Caused by")[-1]
        _let_go(error)
        raise NoEngine(f"{IMAGE} does not run here: {type(error).__name__}: {detail}") from error
    try:
        yield container
    finally:
        container.stop()


def _environment(listeners: Mapping[str, tuple[str, int]]) -> dict[str, str]:
    """With any of these given, the image takes all of its properties from the environment."""
    protocols = {name: protocol for name, (protocol, _port) in listeners.items()} | {"CONTROLLER": "PLAINTEXT"}
    return {
        "KAFKA_NODE_ID": "1",
        "KAFKA_PROCESS_ROLES": "broker,controller",
        "KAFKA_LISTENERS": ",".join(
            [*(f"{name}://:{port}" for name, (_protocol, port) in listeners.items()), "CONTROLLER://:9093"]
        ),
        "KAFKA_ADVERTISED_LISTENERS": ",".join(
            f"{name}://127.0.0.1:{port}" for name, (_protocol, port) in listeners.items()
        ),
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP": ",".join(f"{name}:{protocol}" for name, protocol in protocols.items()),
        "KAFKA_INTER_BROKER_LISTENER_NAME": next(iter(listeners)),
        "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
        "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
        "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS": "4",
        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS": "0",
        # A topic that nobody declared must be an error here as it is in production.
        "KAFKA_AUTO_CREATE_TOPICS_ENABLE": "false",
        "KAFKA_LOG_DIRS": _LOGS,
        "KAFKA_HEAP_OPTS": "-Xmx512m -Xms256m",
    }


def await_broker(kafka: KafkaSettings) -> None:
    """Wait until a broker answers."""
    deadline = time.monotonic() + _READY_WITHIN_SECONDS
    while True:
        try:
            asyncio.run(_ask(kafka.model_copy(update={"request_timeout_seconds": 10})))
        except BrokerError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)
        else:
            return


async def _ask(kafka: KafkaSettings) -> None:
    async with administration(kafka) as admin:
        await admin.list_topics()


def _let_go(error: BaseException) -> None:
    """Free what the frames of an error hold: Docker's client leaves its socket open where no engine listens."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        link: BaseException | None = error
        while link is not None:
            traceback.clear_frames(link.__traceback__)
            link = link.__cause__ or link.__context__
        gc.collect()


def free_port() -> int:
    """Find a TCP port that nobody uses now."""
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        port: int = candidate.getsockname()[1]
        return port
