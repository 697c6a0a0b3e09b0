"""Where the brokers are, and how they let us in: over TLS, by a SASL login, by both or neither."""

import re
import ssl
from enum import StrEnum
from pathlib import Path
from typing import Final, Self, TypeVar

from pydantic import BaseModel, Field, FilePath, SecretStr, ValidationInfo, field_validator

MAX_PORT: Final = 0xFFFF
_SERVER: Final = re.compile(r"(\[[0-9A-Fa-f:]+\]|[^\s,:\[\]]+):(\d{1,5})")
_TLS_CODES: Final = re.compile(r"^\[.*?\] | \(_ssl\.c:\d+\)$")
_LOGIN: Final = ("sasl_mechanism", "username", "password")
_FILES: Final = ("ca_file", "certificate_file", "key_file")
UNSECURED: Final = {"security_protocol": "plaintext", **dict.fromkeys((*_LOGIN, *_FILES), "")}
"""Settings of the group kafka for a broker that asks for nothing, such as the embedded one, whatever else is set."""


class SecurityProtocol(StrEnum):
    """What stands between the socket and Kafka's protocol; Kafka's own names, in either case."""

    PLAINTEXT = "plaintext"
    SSL = "ssl"
    SASL_PLAINTEXT = "sasl_plaintext"
    SASL_SSL = "sasl_ssl"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        lower = value.lower() if isinstance(value, str) else None
        return next((member for member in cls if member.value == lower), None)

    @property
    def encrypts(self) -> bool:
        """Whether the connection is a TLS one."""
        return self in {SecurityProtocol.SSL, SecurityProtocol.SASL_SSL}

    @property
    def authenticates(self) -> bool:
        """Whether we log in with a name and a password."""
        return self in {SecurityProtocol.SASL_PLAINTEXT, SecurityProtocol.SASL_SSL}


class SaslMechanism(StrEnum):
    """How a password is shown to a broker: as it is, or by proving that we know it."""

    PLAIN = "PLAIN"
    SCRAM_SHA_256 = "SCRAM-SHA-256"
    SCRAM_SHA_512 = "SCRAM-SHA-512"


def tls_context(
    ca_file: Path | None = None, certificate_file: Path | None = None, key_file: Path | None = None
) -> ssl.SSLContext:
    """Make what a client needs for TLS; the broker's certificate and host name are always checked.

    Args:
        ca_file: certificates in PEM that a broker's must come from; None takes the system's.
        certificate_file: our own certificate in PEM, with those between it and its authority.
        key_file: its key in PEM, not encrypted; None looks for it in the certificate's file.

    Raises:
        ValueError: a file cannot be read, or does not hold what it should.
    """
    try:
        context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=ca_file)
        if certificate_file is not None:
            # Without a password given, OpenSSL would ask for one on the terminal.
            context.load_cert_chain(certificate_file, key_file, password="")
    except OSError as error:
        raise ValueError(explain_tls(error)) from error
    return context


def explain_tls(error: OSError) -> str:
    """Say what TLS said, without its codes and line numbers."""
    return _TLS_CODES.sub("", error.strerror or str(error) or type(error).__name__)


_Login = TypeVar("_Login", SaslMechanism | None, str | None, SecretStr | None)


class Access(BaseModel):
    """The settings of the group kafka that any client needs, checked together.

    A setting that would be passed over is an error too: whoever names an authority believes that the line is encrypted.
    """

    bootstrap_servers: str = Field(
        default="127.0.0.1:9092", description="Brokers to begin with, `host:port`, separated by commas."
    )
    security_protocol: SecurityProtocol = Field(
        default=SecurityProtocol.PLAINTEXT,
        description="`plaintext`, `ssl` (encrypted), `sasl_plaintext` (with a login) or `sasl_ssl` (both).",
    )
    sasl_mechanism: SaslMechanism | None = Field(
        default=None,
        validate_default=True,
        description="`PLAIN`, `SCRAM-SHA-256` or `SCRAM-SHA-512`; `sasl_*` needs it.",
    )
    username: str | None = Field(
        default=None, validate_default=True, description="Whom the broker knows us as; `sasl_*` needs it."
    )
    password: SecretStr | None = Field(
        default=None, validate_default=True, description="The login's password, never shown; `sasl_*` needs it."
    )
    ca_file: FilePath | None = Field(
        default=None, description="Authorities (PEM) that the brokers' certificates come from; none: the system's."
    )
    certificate_file: FilePath | None = Field(
        default=None, description="Our own certificate (PEM), where the brokers ask for one."
    )
    key_file: FilePath | None = Field(
        default=None,
        validate_default=True,
        description="Its key (PEM, not encrypted); none: it is in the certificate's file.",
    )

    @field_validator("bootstrap_servers")
    @classmethod
    def _servers(cls, value: str) -> str:
        servers = [server.strip() for server in value.split(",") if server.strip()]
        if not servers:
            raise ValueError("no broker named")
        for server in servers:
            if not (match := _SERVER.fullmatch(server)) or not 0 < int(match[2]) <= MAX_PORT:
                raise ValueError(f"{server!r} is not host:port")
        return ",".join(servers)

    @field_validator(*_LOGIN, *_FILES, mode="before")
    @classmethod
    def _absent(cls, value: object) -> object:
        # An empty variable is how compose files and unset secrets say that there is none.
        return None if value == "" else value

    @field_validator(*_LOGIN)
    @classmethod
    def _login(cls, value: _Login, info: ValidationInfo) -> _Login:
        protocol = info.data.get("security_protocol")
        if protocol is not None and protocol.authenticates and value is None:
            raise ValueError(f"security_protocol {protocol} needs it")
        if protocol is not None and not protocol.authenticates and value is not None:
            raise ValueError(f"security_protocol {protocol} makes no use of it")
        return value

    @field_validator(*_FILES)
    @classmethod
    def _files(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        protocol = info.data.get("security_protocol")
        if protocol is not None and not protocol.encrypts and value is not None:
            raise ValueError(f"security_protocol {protocol} makes no use of it")
        return value

    @field_validator("ca_file")
    @classmethod
    def _authorities(cls, value: Path | None) -> Path | None:
        if value is not None:
            tls_context(value)
        return value

    @field_validator("key_file")
    @classmethod
    def _pair(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        certificate = info.data.get("certificate_file")
        if certificate is not None:
            try:
                tls_context(None, certificate, value)
            except ValueError as error:
                raise ValueError(f"no key that can be used with certificate_file: {error}") from error
        elif value is not None and "certificate_file" in info.data:
            raise ValueError("certificate_file is missing")
        return value
