"""What every client is made with, and what its failures come out as."""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.conn import create_conn
from aiokafka.errors import (
    IllegalSaslStateError,
    KafkaConnectionError,
    KafkaError,
    KafkaTimeoutError,
    NodeNotReadyError,
    SaslAuthenticationFailed,
    UnsupportedSaslMechanismError,
)

from workers.access import explain_tls, tls_context
from workers.settings import KafkaSettings, variable

# The failure is raised to whoever called; without a handler the client's own warnings would land on the error stream.
logging.getLogger("aiokafka").addHandler(logging.NullHandler())

_UNREACHABLE: Final = (KafkaConnectionError, KafkaTimeoutError, NodeNotReadyError, TimeoutError)
_LOGIN_REFUSED: Final = (IllegalSaslStateError, SaslAuthenticationFailed, UnsupportedSaslMechanismError)
_BROKEN_OFF: Final = (ssl.SSLEOFError, ssl.SSLZeroReturnError)
"""TLS errors that only say that the other side went away, as a broker does that is stopped."""

_DIAGNOSIS_SECONDS: Final = 5
"""How long a broker that took no client may take to say why."""


class BrokerError(Exception):
    """What a broker did not do; the message is one line."""


class BrokerUnreachable(BrokerError):  # noqa: N818  # it names the state of things, not an accident
    """No broker answered."""


class BrokerDenied(BrokerError):  # noqa: N818  # as above
    """A broker refused our login, or one side does not trust the other's certificate: trying again changes nothing."""


def connection(kafka: KafkaSettings) -> dict[str, Any]:
    """Give the arguments by which any client finds the brokers and is let in; a password is among them."""
    return {
        "bootstrap_servers": kafka.bootstrap_servers.split(","),
        "client_id": "khabar",
        "request_timeout_ms": round(kafka.request_timeout_seconds * 1000),
        **security(kafka),
    }


def security(kafka: KafkaSettings) -> dict[str, Any]:
    """Give the arguments by which aiokafka secures a connection; a password is among them."""
    protocol = kafka.security_protocol
    arguments: dict[str, Any] = {"security_protocol": protocol.value.upper()}
    if protocol.encrypts:
        arguments["ssl_context"] = tls_context(kafka.ca_file, kafka.certificate_file, kafka.key_file)
    if protocol.authenticates and kafka.sasl_mechanism is not None and kafka.password is not None:
        arguments["sasl_mechanism"] = kafka.sasl_mechanism.value
        arguments["sasl_plain_username"] = kafka.username
        arguments["sasl_plain_password"] = kafka.password.get_secret_value()
    return arguments


@asynccontextmanager
async def broker_errors(kafka: KafkaSettings) -> AsyncIterator[None]:
    """Turn what a client raises into one line that names the brokers.

    Raises:
        BrokerDenied: a broker does not let us in.
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused.
    """
    try:
        yield
    except _UNREACHABLE as error:
        raise await _diagnose(kafka) from error
    except (KafkaError, OSError) as error:
        detail = " ".join(str(error).split()) or type(error).__name__
        raise BrokerError(f"the Kafka broker at {kafka.bootstrap_servers} refused: {detail}") from error


@asynccontextmanager
async def administration(kafka: KafkaSettings) -> AsyncIterator[AIOKafkaAdminClient]:
    """Open a client that asks about topics and makes them.

    Raises:
        BrokerDenied: a broker does not let us in.
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused.
    """
    admin = AIOKafkaAdminClient(**connection(kafka))
    try:
        async with broker_errors(kafka):
            await admin.start()
            yield admin
    finally:
        await admin.close()


async def _diagnose(kafka: KafkaSettings) -> BrokerError:
    """Find out why no client got through, by a bare connection to each broker.

    A client of aiokafka keeps the reason to itself: a refused password looks like a broker that is not there.
    """
    found: BrokerError = BrokerUnreachable(f"no Kafka broker answers at {kafka.bootstrap_servers}")
    for server in kafka.bootstrap_servers.split(","):
        try:
            async with asyncio.timeout(_DIAGNOSIS_SECONDS):
                await _connect(kafka, server)
        except _LOGIN_REFUSED as error:
            # Where the broker gave no text of its own, a connection may stand in its place.
            reason = next((text for text in error.args if isinstance(text, str)), None) or error.description
            login = f"the login of {kafka.username!r} by {kafka.sasl_mechanism}"
            return BrokerDenied(f"the Kafka broker at {server} refuses {login}: {' '.join(reason.split())}")
        except (KafkaConnectionError, ssl.SSLError, ConnectionResetError) as error:
            cause = error.__cause__ if isinstance(error, KafkaConnectionError) else error
            if isinstance(cause, ssl.SSLError) and not isinstance(cause, _BROKEN_OFF):
                return BrokerDenied(f"no TLS with the Kafka broker at {server}: {explain_tls(cause)}")
            found = _breaks_off(kafka, server)
        except (KafkaError, OSError):
            continue
        else:
            if not kafka.security_protocol.authenticates:
                # A broker that wants a login says so to the first real request, by hanging up.
                found = _breaks_off(kafka, server)
    return found


def _breaks_off(kafka: KafkaSettings, server: str) -> BrokerUnreachable:
    protocol = f"{variable('kafka', 'security_protocol')}={kafka.security_protocol}"
    return BrokerUnreachable(f"the Kafka broker at {server} breaks the connection off: does {protocol} fit it?")


async def _connect(kafka: KafkaSettings, server: str) -> None:
    host, _, port = server.rpartition(":")
    arguments = connection(kafka)
    del arguments["bootstrap_servers"]
    opened = await create_conn(host.strip("[]"), int(port), **arguments)
    await opened.close()
