"""What the commands that talk to a broker share: the option that names it, and its failures as lines."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import click

from workers.cli.configuration import load_settings
from workers.cli.errors import DENIED, Failure
from workers.kafka.client import BrokerDenied, BrokerError
from workers.settings import Settings

_Result = TypeVar("_Result")
_Command = TypeVar("_Command", bound=Callable[..., Any])


def brokers_option(function: _Command) -> _Command:
    """Add `--brokers`, handed to the command as `settings` by `with_brokers`."""
    return click.option(
        "--brokers",
        "settings",
        metavar="HOST:PORT,...",
        callback=with_brokers,
        help="Kafka brokers to begin with. [default: KHABAR_KAFKA__BOOTSTRAP_SERVERS, else 127.0.0.1:9092]",
    )(function)


def with_brokers(_context: click.Context, _parameter: click.Parameter, brokers: str | None) -> Settings:
    """Load the settings, with the brokers of the command line going first."""
    return load_settings(kafka={"bootstrap_servers": brokers})


def ask(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Run work that a broker takes part in.

    Raises:
        Failure: the broker does not answer, or refused; where it does not let us in, the exit code is 10.
    """
    try:
        return asyncio.run(work)
    except BrokerError as error:
        failure = Failure(str(error))
        if isinstance(error, BrokerDenied):
            failure.exit_code = DENIED
        raise failure from error
