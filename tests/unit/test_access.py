"""Secured brokers: settings that fit together, one way to the clients, and a password that stays where it is."""

import asyncio
import os
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import faust
import pytest
from aiokafka.errors import SaslAuthenticationFailed, UnsupportedSaslMechanismError
from faust.transport.drivers.aiokafka import credentials_to_aiokafka_auth

from tests import certificates
from workers.access import UNSECURED
from workers.app import credentials
from workers.kafka import client
from workers.kafka.client import BrokerDenied, BrokerError, BrokerUnreachable, administration, connection, security
from workers.settings import InvalidSettings, KafkaSettings, Settings

AUTHORITY: Final = str(certificates.folder() / "authority.pem")
CERTIFICATE: Final = str(certificates.folder() / "broker.pem")
KEY: Final = str(certificates.folder() / "broker.key")
PASSWORD: Final = "not-for-anyone"  # noqa: S105  # opens nothing
LOGIN: Final = {"sasl_mechanism": "SCRAM-SHA-512", "username": "newsroom", "password": PASSWORD}
CLEAR: Final = {"security_protocol": "sasl_plaintext", **LOGIN}
BOTH: Final = {"security_protocol": "SASL_SSL", "ca_file": AUTHORITY, **LOGIN}


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("KHABAR_"):
            monkeypatch.delenv(name)


def load(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> KafkaSettings:
    """Read settings of the group kafka from variables."""
    for name, value in values.items():
        monkeypatch.setenv(f"KHABAR_KAFKA__{name.upper()}", value)
    return Settings.load().kafka


def test_without_any_variable_nothing_is_secured() -> None:
    """A broker on this machine is asked in the clear and without a login."""
    assert security(KafkaSettings()) == {"security_protocol": "PLAINTEXT"}
    assert credentials(KafkaSettings()) is None


def test_a_login_reaches_the_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name, password and mechanism are handed to a client as it calls them."""
    arguments = connection(load(monkeypatch, CLEAR))
    assert arguments.items() >= {
        ("security_protocol", "SASL_PLAINTEXT"),
        ("sasl_mechanism", "SCRAM-SHA-512"),
        ("sasl_plain_username", "newsroom"),
        ("sasl_plain_password", PASSWORD),
    }
    assert "ssl_context" not in arguments


def test_tls_checks_certificate_and_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broker must prove itself by the given authority and under the name that we asked for."""
    kafka = load(monkeypatch, {"security_protocol": "ssl", "ca_file": AUTHORITY})
    context = connection(kafka)["ssl_context"]
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert len(context.get_ca_certs()) == 1


@pytest.mark.parametrize(
    "values", [CLEAR, BOTH, {"security_protocol": "ssl", "ca_file": AUTHORITY}], ids=["login", "both", "tls"]
)
def test_faust_gives_its_clients_the_same(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    """What Faust makes of its credentials is what every other client is made with."""
    kafka = load(monkeypatch, values)
    ours = security(kafka)
    theirs = dict(credentials_to_aiokafka_auth(credentials(kafka)))
    contexts = (ours.pop("ssl_context", None), theirs.pop("ssl_context", None))
    assert theirs == ours
    assert len({type(context) for context in contexts}) == 1
    assert isinstance(credentials(kafka), faust.SASLCredentials if "username" in values else faust.SSLCredentials)


@pytest.mark.parametrize(
    ("values", "variable", "problem"),
    [
        ({**CLEAR, "password": ""}, "PASSWORD", "security_protocol sasl_plaintext needs it"),
        ({**CLEAR, "username": ""}, "USERNAME", "security_protocol sasl_plaintext needs it"),
        ({**BOTH, "sasl_mechanism": ""}, "SASL_MECHANISM", "security_protocol sasl_ssl needs it"),
        ({**CLEAR, "sasl_mechanism": "GSSAPI"}, "SASL_MECHANISM", "Input should be 'PLAIN', 'SCRAM-SHA-256' or"),
        ({"security_protocol": "tls"}, "SECURITY_PROTOCOL", "Input should be 'plaintext', 'ssl'"),
        ({"password": PASSWORD}, "PASSWORD", "security_protocol plaintext makes no use of it"),
        ({**CLEAR, "ca_file": AUTHORITY}, "CA_FILE", "security_protocol sasl_plaintext makes no use of it"),
        ({**BOTH, "ca_file": "no-such-file"}, "CA_FILE", "Path does not point to a file"),
        ({**BOTH, "ca_file": KEY}, "CA_FILE", "no certificate"),
        ({**BOTH, "key_file": KEY}, "KEY_FILE", "certificate_file is missing"),
        ({**BOTH, "certificate_file": CERTIFICATE}, "KEY_FILE", "no key that can be used with certificate_file"),
    ],
)
def test_settings_that_do_not_fit_are_one_line(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], variable: str, problem: str
) -> None:
    """The line names the variable and the problem, and neither it nor its cause shows the password."""
    with pytest.raises(InvalidSettings) as failure:
        load(monkeypatch, values)
    assert str(failure.value).startswith(f"KHABAR_KAFKA__{variable}: {problem}")
    assert "\n" not in str(failure.value)
    assert PASSWORD not in f"{failure.value} {failure.value.__cause__}"


def test_our_own_certificate_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate and its key are taken together."""
    kafka = load(monkeypatch, {**BOTH, "certificate_file": CERTIFICATE, "key_file": KEY})
    assert isinstance(security(kafka)["ssl_context"], ssl.SSLContext)


@pytest.mark.parametrize("password", ["123", "true", '"quoted"', '{"a": 1}', " spaces "])
def test_a_password_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    """What looks like JSON in a variable is a password all the same."""
    kafka = load(monkeypatch, {**CLEAR, "password": password})
    assert security(kafka)["sasl_plain_password"] == password


def test_the_password_shows_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and credentials can be printed without giving it away."""
    kafka = load(monkeypatch, CLEAR)
    assert PASSWORD not in f"{kafka!r} {kafka} {Settings.load()!r} {kafka.model_dump()} {kafka.model_dump_json()}"
    assert PASSWORD not in repr(credentials(kafka))


def test_the_embedded_broker_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the environment is one of a secured broker, the embedded one is still reached in the clear."""
    load(monkeypatch, BOTH)
    kafka = Settings.load(kafka={**UNSECURED, "bootstrap_servers": "127.0.0.1:1"}).kafka
    assert security(kafka) == {"security_protocol": "PLAINTEXT"}


@asynccontextmanager
async def server(context: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """Listen as a broker that hangs up at once; give the address."""

    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0, ssl=context) as listening:
        host, port = listening.sockets[0].getsockname()
        yield f"{host}:{port}"


async def complaint(kafka: KafkaSettings) -> BrokerError:
    """Try to get in; give what is raised."""
    with pytest.raises(BrokerError) as failure:
        async with administration(kafka):
            pass
    return failure.value


async def test_an_unknown_authority_is_no_broker_that_is_away() -> None:
    """A certificate that cannot be trusted now cannot be trusted later either."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE, KEY)
    async with server(context) as address:
        kafka = KafkaSettings.model_validate({"bootstrap_servers": address, "security_protocol": "ssl"})
        error = await complaint(kafka)
    assert isinstance(error, BrokerDenied)
    failed = "certificate verify failed: unable to get local issuer certificate"
    assert str(error) == f"no TLS with the Kafka broker at {address}: {failed}"


async def test_a_broker_that_hangs_up_may_want_to_be_asked_otherwise() -> None:
    """Who forgot the settings is pointed at them, and the worker goes on trying: the broker may only be starting."""
    async with server() as address:
        error = await complaint(KafkaSettings(bootstrap_servers=address))
    assert isinstance(error, BrokerUnreachable)
    assert str(error).endswith("breaks the connection off: does KHABAR_KAFKA__SECURITY_PROTOCOL=plaintext fit it?")


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (SaslAuthenticationFailed("Authentication failed:\nwho are you?"), "Authentication failed: who are you?"),
        (UnsupportedSaslMechanismError(object()), "The broker does not support the requested SASL mechanism."),
    ],
)
async def test_a_refused_login_names_user_and_reason(
    monkeypatch: pytest.MonkeyPatch, refusal: Exception, reason: str
) -> None:
    """The clients tell only that no broker answered; the line says who refused whom, and why."""

    async def refuse(*_address: object, **_arguments: object) -> None:
        raise refusal

    monkeypatch.setattr(client, "create_conn", refuse)
    async with server() as address:
        error = await complaint(KafkaSettings.model_validate({"bootstrap_servers": address, **CLEAR}))
    assert isinstance(error, BrokerDenied)
    login = "the login of 'newsroom' by SCRAM-SHA-512"
    assert str(error) == f"the Kafka broker at {address} refuses {login}: {reason}"
