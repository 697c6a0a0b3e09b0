"""`khabar broker`: a broker in memory, for local work."""

import signal
import time
from contextlib import suppress
from types import FrameType
from typing import Final, NoReturn

import click

from workers.access import UNSECURED
from workers.cli.brokers import ask
from workers.cli.configuration import load_settings
from workers.cli.errors import Failure
from workers.kafka.admin import apply
from workers.kafka.embedded import EmbeddedBroker, NoEmbeddedBroker, run_broker

_LOOK_SECONDS: Final = 0.2


@click.command("broker")
@click.option("--port", type=click.IntRange(1, 65_535), default=9092, show_default=True, help="Where it listens.")
@click.option("--topics/--no-topics", "wants_topics", default=True, show_default=True, help="Create khabar's topics.")
def command(port: int, wants_topics: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Run a broker on this machine that keeps everything in memory, until Ctrl-C.

    It speaks Kafka's protocol but compacts nothing and forgets all at its end: for local work, not for anyone's data.
    """
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        # A signal may come at any time, so everything that the broker lives through is inside.
        with suppress(KeyboardInterrupt), run_broker(port) as broker:
            if wants_topics:
                ask(apply(load_settings(kafka={**UNSECURED, "bootstrap_servers": broker.bootstrap_servers})))
            click.echo(f"broker ready at {broker.bootstrap_servers}, in memory; Ctrl-C ends it")
            _watch(broker)
    except NoEmbeddedBroker as error:
        raise Failure(str(error)) from error
    finally:
        signal.signal(signal.SIGTERM, before)


def _watch(broker: EmbeddedBroker) -> NoReturn:
    while True:
        broker.check()
        time.sleep(_LOOK_SECONDS)


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
