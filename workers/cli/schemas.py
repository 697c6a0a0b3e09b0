"""`khabar schemas`: the contracts, for those who write or read the topics in other languages."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from schemas.json_schema import MODELS, json_schema
from topics.catalogue import CATALOGUE
from workers.cli.output import open_output


@click.group("schemas")
def command() -> None:
    """The JSON Schemas (draft 2020-12) of all that travels."""


@command.command("list")
def list_command() -> None:
    """Name every schema and the topics whose values it describes."""
    width = max(map(len, MODELS))
    for name in MODELS:
        click.echo(f"{name:<{width}}  {', '.join(_topics_of(name))}".rstrip())


@command.command("show")
@click.argument("name")
def show_command(name: str) -> None:
    """Print a schema; NAME is a schema's or a topic's."""
    click.echo(_written(_schema_named(name)))


@command.command("write")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def write_command(folder: Path) -> None:
    """Write every schema to a file of its own in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        file = folder / f"{name}.schema.json"
        with open_output(file) as stream:
            stream.write(f"{_written(name)}\n".encode())
        click.echo(file)


def _schema_named(name: str) -> str:
    if (schema := name.replace("-", "_")) in MODELS:
        return schema
    for schema in MODELS:
        if name in _topics_of(schema):
            return schema
    raise click.UsageError(
        f"no schema or topic {name!r}; `khabar schemas list` names them", click.get_current_context()
    )


def _topics_of(schema: str) -> Iterator[str]:
    model, _ = MODELS[schema]
    return (topic.name for topic in CATALOGUE if topic.value is model)


def _written(name: str) -> str:
    return json.dumps(json_schema(name), ensure_ascii=False, indent=2)
