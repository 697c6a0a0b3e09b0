"""`khabar topics`: the catalogue on a broker."""

import click

from workers.cli.brokers import ask, brokers_option
from workers.cli.errors import Failure
from workers.kafka.admin import apply, check
from workers.settings import Settings


@click.group("topics")
def command() -> None:
    """Create the topics on a broker, or check them."""


@command.command("apply")
@brokers_option
@click.option(
    "--wait",
    "wait_seconds",
    type=click.FloatRange(min=0),
    default=0,
    metavar="SECONDS",
    help="How long to wait for a broker that does not answer yet.",
)
def apply_command(settings: Settings, wait_seconds: float) -> None:
    """Create the topics that are missing; what differs in the others is told and left as it is."""
    applied = ask(apply(settings, wait_seconds=wait_seconds))
    for name in applied.created:
        click.echo(f"created {name}")
    for drift in applied.drifts:
        click.echo(f"differs: {drift}")
    if not applied.created and not applied.drifts:
        click.echo("all topics are as the catalogue declares them")
    breaking = [drift.topic for drift in applied.drifts if drift.breaking]
    if breaking:
        raise Failure(f"no worker can run with {', '.join(breaking)} as it is")


@command.command("check")
@brokers_option
def check_command(settings: Settings) -> None:
    """Compare the broker's topics with the catalogue; exit code 1 where they differ."""
    drifts = ask(check(settings))
    for drift in drifts:
        click.echo(f"{drift}")
    if drifts:
        topics = len({drift.topic for drift in drifts})
        raise Failure(f"{topics} {'topic differs' if topics == 1 else 'topics differ'} from the catalogue")
    click.echo("all topics are as the catalogue declares them")
