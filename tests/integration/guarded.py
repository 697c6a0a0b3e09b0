"""Apache Kafka that lets nobody in without a login, on one listener in the clear and on one over TLS."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests import certificates
from tests.integration.broker import await_broker, free_port, run_container
from workers.settings import KafkaSettings

_USER: Final = "newsroom"
_MODULE: Final = "org.apache.kafka.common.security.{} required"

PASSWORD: Final = "not-for-the-log"  # noqa: S105  # of a broker that lives as long as a test


class Guarded:
    """A broker with a login.

    Attributes:
        bootstrap_servers: where the password goes in the clear.
        plain: the settings that let a client in there.
        scram: the settings that let a client in over TLS.
    """

    name = "Apache Kafka with a login"

    def __init__(self, clear_port: int, tls_port: int) -> None:
        self.bootstrap_servers = f"127.0.0.1:{clear_port}"
        self.plain = {
            "security_protocol": "sasl_plaintext",
            "sasl_mechanism": "PLAIN",
            "username": _USER,
            "password": PASSWORD,
        }
        self.scram = {
            "bootstrap_servers": f"127.0.0.1:{tls_port}",
            "security_protocol": "sasl_ssl",
            "sasl_mechanism": "SCRAM-SHA-256",
            "username": _USER,
            "password": PASSWORD,
            "ca_file": str(certificates.folder() / "authority.pem"),
        }


@contextmanager
def run_guarded() -> Iterator[Guarded]:
    """Run the broker for as long as the block lasts.

    Raises:
        NoEngine: no container runs here.
    """
    clear, tls = free_port(), free_port()
    listeners = {
        "INSIDE": ("PLAINTEXT", free_port()),
        "CLEAR": ("SASL_PLAINTEXT", clear),
        "SECURE": ("SASL_SSL", tls),
    }
    inside = listeners["INSIDE"][1]
    plain = f'{_MODULE.format("plain.PlainLoginModule")} user_{_USER}="{PASSWORD}";'
    properties = {
        "KAFKA_LISTENER_NAME_CLEAR_SASL_ENABLED_MECHANISMS": "PLAIN",
        "KAFKA_LISTENER_NAME_CLEAR_PLAIN_SASL_JAAS_CONFIG": plain,
        "KAFKA_LISTENER_NAME_SECURE_SASL_ENABLED_MECHANISMS": "SCRAM-SHA-256",
        "KAFKA_LISTENER_NAME_SECURE_SCRAM___SHA___256_SASL_JAAS_CONFIG": f"{_MODULE.format('scram.ScramLoginModule')};",
        "KAFKA_SSL_KEYSTORE_TYPE": "PEM",
        "KAFKA_SSL_KEYSTORE_KEY": _one_line(certificates.folder() / "broker.key"),
        "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN": _one_line(certificates.folder() / "broker.pem"),
    }
    with run_container(listeners, properties) as container:
        guarded = Guarded(clear, tls)
        await_broker(KafkaSettings.model_validate({"bootstrap_servers": guarded.bootstrap_servers, **guarded.plain}))
        # By its class: not every build of the image has the script for it.
        command = ["java", "-Xmx128m", "-cp", "/opt/kafka/libs/*", "kafka.admin.ConfigCommand", "--alter"]
        command += ["--bootstrap-server", f"localhost:{inside}", "--entity-type", "users", "--entity-name", _USER]
        command += ["--add-config", f"SCRAM-SHA-256=[password={PASSWORD}]"]
        code, output = container.exec(command)
        assert code == 0, output.decode()
        yield guarded


def _one_line(pem: Path) -> str:
    # A line break would end the property.
    return " ".join(pem.read_text("ascii").split("\n"))
