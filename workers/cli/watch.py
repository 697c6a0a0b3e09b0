"""`khabar watch`: events as they arrive."""

import json
from contextlib import aclosing

import click
from pydantic import ValidationError

from schemas.base import Model
from schemas.dead_letter import DeadLetter, NotADeadLetter
from topics.catalogue import CATALOGUE, DEAD_LETTERS, DEDUPE_INDEX_CHANGELOG, ENRICHED_PAGES, RAW_PAGES
from topics.topic import Topic
from workers.cli.brokers import ask, brokers_option
from workers.cli.errors import complain
from workers.cli.events import isolated, line_of
from workers.intake import Rejected, read_page
from workers.kafka.records import Record, follow
from workers.settings import Settings

_WATCHABLE = [topic.name for topic in CATALOGUE if topic is not DEDUPE_INDEX_CHANGELOG]


@click.command("watch")
@click.option(
    "--topic",
    "names",
    multiple=True,
    type=click.Choice(_WATCHABLE),
    default=(ENRICHED_PAGES.name, DEAD_LETTERS.name),
    show_default=True,
    help="What to watch, without the prefix; may be given more than once.",
)
@click.option("--from-beginning", is_flag=True, help="Begin with what is there already.")
@click.option("--json", "as_json", is_flag=True, help="Print each event as one line of JSON.")
@click.option("--limit", type=click.IntRange(min=1), help="End after so many events.")
@brokers_option
def command(
    names: tuple[str, ...],
    from_beginning: bool,  # noqa: FBT001  # click hands options over by name
    as_json: bool,  # noqa: FBT001  # as above
    limit: int | None,
    settings: Settings,
) -> None:
    """Show events as they arrive, one line each, until Ctrl-C."""
    topics = {CATALOGUE[name].wire_name(settings.topics.prefix): CATALOGUE[name] for name in names}
    ask(_watch(settings, topics, from_beginning=from_beginning, as_json=as_json, limit=limit))


async def _watch(
    settings: Settings, topics: dict[str, Topic], *, from_beginning: bool, as_json: bool, limit: int | None
) -> None:
    shown = 0
    async with aclosing(follow(settings.kafka, topics, from_beginning=from_beginning)) as records:
        async for record in records:
            try:
                line = _line(record, topics[record.topic], as_json=as_json)
            except (ValidationError, NotADeadLetter, Rejected) as error:
                complain(f"{record.topic}[{record.partition}]@{record.offset}: {_problem(error)}")
                continue
            click.echo(line)
            shown += 1
            if shown == limit:
                return


def _line(record: Record, topic: Topic, *, as_json: bool) -> str:
    """Write a record in one line; of a compacted topic it may say that a key is deleted."""
    if record.value is None and topic.compacted:
        key = (record.key or b"").decode("utf-8", "backslashreplace")
        return json.dumps({"deleted": key}, ensure_ascii=False) if as_json else f"deleted  {isolated(key)}"
    event = event_of(record, topic)
    return json_line(event) if as_json else line_of(event)


def event_of(record: Record, topic: Topic) -> Model:
    """Read a record as its topic's event; a dead letter as what its headers say.

    Raises:
        ValidationError: the value is no such event.
        Rejected: the value is no page, in the topic of raw pages.
        NotADeadLetter: the headers make no dead letter.
    """
    if topic.value is None:
        return DeadLetter.from_headers(record.headers)
    if topic is RAW_PAGES:
        return read_page(record.value or b"")
    return topic.value.model_validate_json(record.value or b"")


def json_line(event: Model) -> str:
    """Write an event as JSON in one line; what is no Unicode text is escaped."""
    return json.dumps(event.model_dump(mode="json"), ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def _problem(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return str(error.errors(include_url=False, include_input=False)[0]["msg"])
    return str(error)
