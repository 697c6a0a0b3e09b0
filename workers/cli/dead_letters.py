"""`khabar dead-letters`: the records that failed, listed or sent again."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

import click

from schemas.dead_letter import NotADeadLetter, Reason
from topics.drift import DriftKind
from workers.cli.brokers import ask, brokers_option
from workers.cli.errors import Failure, complain
from workers.cli.events import line_of
from workers.cli.watch import json_line
from workers.kafka.admin import check
from workers.kafka.letters import Letter, Unreadable, read_letters, sources
from workers.kafka.records import sending
from workers.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])


@click.group("dead-letters")
def command() -> None:
    """List the records that failed, or send them again."""


def _choice(function: _Command) -> _Command:
    """Add the options by which letters are chosen."""
    for option in (
        click.option("--limit", type=click.IntRange(min=1), help="At most so many, the oldest first."),
        click.option("--topic", "topics", multiple=True, metavar="NAME", help="Only those from this topic."),
        click.option(
            "--reason",
            "reasons",
            multiple=True,
            type=click.Choice(Reason, case_sensitive=False),
            help="Only those that failed for this reason; may be given more than once.",
        ),
    ):
        function = option(function)
    return function


@command.command("list")
@_choice
@click.option("--json", "as_json", is_flag=True, help="Print each letter's headers as one line of JSON.")
@brokers_option
def list_command(
    reasons: tuple[Reason, ...],
    topics: tuple[str, ...],
    limit: int | None,
    as_json: bool,  # noqa: FBT001  # click hands options over by name
    settings: Settings,
) -> None:
    """List the dead letters: name, reason, where the record stood, stage, message."""
    for letter in _chosen(settings, reasons=reasons, topics=topics, limit=limit):
        click.echo(json_line(letter.said) if as_json else _line(letter))


@command.command("replay")
@_choice
@click.option(
    "--letter", "names", multiple=True, metavar="NAME", help="This letter, by the name that `list` gives, such as 0:17."
)
@click.option("--all", "wants_all", is_flag=True, help="All letters, where nothing else chooses.")
@click.option("--dry-run", is_flag=True, help="Show what would be sent, and send nothing.")
@brokers_option
def replay_command(  # noqa: PLR0913, PLR0917  # click hands over one argument an option
    reasons: tuple[Reason, ...],
    topics: tuple[str, ...],
    limit: int | None,
    names: tuple[str, ...],
    wants_all: bool,  # noqa: FBT001  # click hands options over by name
    dry_run: bool,  # noqa: FBT001  # as above
    settings: Settings,
) -> None:
    """Send failed records to the topics that they came from, with their own key, value, headers and time.

    Of the headers that tell of the failure only `x-attempts` and `x-first-failed-at` go along, so that a second failure
    counts on. The letters stay where they are; a record sent twice gives the same events under the same keys.
    """
    if not (reasons or topics or names or wants_all):
        raise click.UsageError("choose letters by --reason, --topic or --letter, or all of them by --all")
    letters = _chosen(settings, reasons=reasons, topics=topics, limit=limit, names=names, with_values=not dry_run)
    if unknown := set(names) - {letter.name for letter in letters}:
        raise Failure(f"no such letter: {', '.join(sorted(unknown))}")
    allowed = sources(settings.topics.prefix)
    if foreign := sorted({letter.said.topic for letter in letters} - allowed):
        raise Failure(f"letters go back to {', '.join(sorted(allowed))} only, not to {', '.join(foreign)}")
    if not dry_run:
        _require(settings, {letter.said.topic for letter in letters})
        ask(_send(settings, letters))
    for letter in letters:
        click.echo(f"{'would send' if dry_run else 'sent'} {_line(letter)}")
    complain(f"{len(letters):,} {'letter' if len(letters) == 1 else 'letters'} {'chosen' if dry_run else 'sent again'}")


def _require(settings: Settings, topics: set[str]) -> None:
    # Sending to a topic that is not there would not fail but wait for it.
    names = [topic.removeprefix(settings.topics.prefix) for topic in topics]
    missing = [drift.topic for drift in ask(check(settings, names)) if drift.kind is DriftKind.MISSING]
    if missing:
        raise Failure(f"topic {', '.join(missing)} is missing; `khabar topics apply` creates it")


async def _send(settings: Settings, letters: Iterable[Letter]) -> None:
    async with sending(settings.kafka) as sender:
        for letter in letters:
            try:
                record = letter.replayed()
            except NotADeadLetter as error:
                raise Failure(f"{letter.name}: {error}") from error
            await sender.send(record)


def _chosen(  # noqa: PLR0913  # one argument an option
    settings: Settings,
    *,
    reasons: tuple[Reason, ...],
    topics: tuple[str, ...],
    limit: int | None,
    names: tuple[str, ...] = (),
    with_values: bool = False,
) -> list[Letter]:
    """Read all letters and keep those chosen, one for each failed record."""
    wanted = {name for topic in topics for name in (topic, settings.topics.prefix + topic)}
    letters: dict[tuple[str, int, int], Letter] = {}

    def is_chosen(letter: Letter) -> bool:
        return (
            (not reasons or letter.said.reason in reasons)
            and (not wanted or letter.said.topic in wanted)
            and (not names or letter.name in names)
        )

    for letter in ask(_read(settings, is_chosen, with_values=with_values)):
        # A worker that was killed writes its last letters again: the first one stands for both.
        letters.setdefault(letter.origin, letter)
    return list(letters.values())[:limit]


async def _read(settings: Settings, is_chosen: Callable[[Letter], bool], *, with_values: bool) -> list[Letter]:
    letters = []
    async for letter in read_letters(settings):
        if isinstance(letter, Unreadable):
            complain(f"{letter.record.partition}:{letter.record.offset}: no dead letter: {letter.problem}")
        elif is_chosen(letter):
            # All values together can be larger than the memory, and only who sends them again needs them.
            letters.append(letter if with_values else replace(letter, record=replace(letter.record, value=None)))
    return letters


def _line(letter: Letter) -> str:
    return f"{letter.name:<7} {line_of(letter.said).removeprefix('letter').lstrip()}"
