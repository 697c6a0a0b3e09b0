"""`khabar schemas`: the contracts for readers and writers in other languages."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from schemas.json_schema import MODELS, json_schema
from topics.catalogue import CATALOGUE
from workers.cli.main import khabar


def run(*arguments: str) -> tuple[int, str, str]:
    """Run `khabar schemas`; give exit code, output and complaints."""
    result = CliRunner().invoke(khabar, ["schemas", *arguments], prog_name="khabar")
    return result.exit_code, result.stdout, result.stderr


def test_list_names_each_schema_and_its_topics() -> None:
    """Every schema has a line, and every topic with a model stands in one."""
    _, out, _ = run("list")

    words = out.replace(",", " ").split()
    assert set(MODELS) <= set(words)
    assert {topic.name for topic in CATALOGUE if topic.value} <= set(words)


@pytest.mark.parametrize(
    ("name", "schema"),
    [("enriched_page", "enriched_page"), ("enriched-page", "enriched_page"), ("teasers", "enriched_document")],
)
def test_show_takes_a_schemas_or_a_topics_name(name: str, schema: str) -> None:
    """Whoever knows only the topic finds the schema of its values."""
    code, out, _ = run("show", name)

    assert code == 0
    assert json.loads(out) == json_schema(schema)


def test_show_refuses_what_nobody_knows() -> None:
    """A name without a schema is a misuse, told in one line."""
    code, out, err = run("show", "dedupe-index-changelog")

    assert (code, out) == (2, "")
    assert err.startswith("khabar: no schema or topic 'dedupe-index-changelog'")
    assert err.count("\n") == 1


def test_write_gives_each_schema_a_file(tmp_path: Path) -> None:
    """The files are the schemas, in a folder made for them; nothing else is written."""
    folder = tmp_path / "new" / "schemas"

    code, out, _ = run("write", str(folder))

    assert code == 0
    files = {file.name.removesuffix(".schema.json"): file for file in folder.iterdir()}
    assert sorted(files) == sorted(MODELS)
    assert sorted(out.split()) == sorted(map(str, files.values()))
    assert all(json.loads(file.read_text(encoding="utf-8")) == json_schema(name) for name, file in files.items())
