"""What every client is made with, and what its failures come out as."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Final

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaConnectionError, KafkaError, KafkaTimeoutError, NodeNotReadyError

from workers.settings import KafkaSettings

# The failure is raised to whoever called; without a handler the client's own warnings would land on the error stream.
logging.getLogger("aiokafka").addHandler(logging.NullHandler())

_UNREACHABLE: Final = (KafkaConnectionError, KafkaTimeoutError, NodeNotReadyError, TimeoutError)


class BrokerError(Exception):
    """What a broker did not do; the message is one line."""


class BrokerUnreachable(BrokerError):  # noqa: N818  # it names the state of things, not an accident
    """No broker answered."""


def connection(kafka: KafkaSettings) -> dict[str, Any]:
    """Give the arguments by which any client finds the brokers."""
    return {
        "bootstrap_servers": kafka.bootstrap_servers.split(","),
        "client_id": "khabar",
        "request_timeout_ms": round(kafka.request_timeout_seconds * 1000),
    }


@contextmanager
def broker_errors(kafka: KafkaSettings) -> Iterator[None]:
    """Turn what a client raises into one line that names the brokers.

    Raises:
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused.
    """
    try:
        yield
    except _UNREACHABLE as error:
        raise BrokerUnreachable(f"no Kafka broker answers at {kafka.bootstrap_servers}") from error
    except (KafkaError, OSError) as error:
        detail = " ".join(str(error).split()) or type(error).__name__
        raise BrokerError(f"the Kafka broker at {kafka.bootstrap_servers} refused: {detail}") from error


@asynccontextmanager
async def administration(kafka: KafkaSettings) -> AsyncIterator[AIOKafkaAdminClient]:
    """Open a client that asks about topics and makes them.

    Raises:
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused.
    """
    admin = AIOKafkaAdminClient(**connection(kafka))
    try:
        with broker_errors(kafka):
            await admin.start()
            yield admin
    finally:
        await admin.close()
