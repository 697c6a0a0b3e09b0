"""`khabar worker`: pages from topics, events to topics."""

import click

from workers.cli.configuration import load_settings


@click.command("worker")
@click.option(
    "--stages",
    metavar="NAME,...",
    help="The agents that this process runs: annotate, dedupe, profiles. [default: KHABAR_WORKER__STAGES, else all]",
)
@click.pass_context
def command(context: click.Context, stages: str | None) -> None:
    """Run the worker until it is told to stop.

    Its settings are environment variables; docs/configuration.md lists them. SIGTERM and Ctrl-C let it finish its
    batch. A topic that is missing ends it at once: `khabar topics apply` creates the topics.
    """
    settings = load_settings(worker={"stages": stages})
    from workers.runner import run  # noqa: PLC0415  # faust is needed only now

    context.exit(run(settings))
