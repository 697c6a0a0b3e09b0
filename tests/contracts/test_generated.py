"""The committed schemas and examples: complete, valid, without orphans, and true to what was released."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from pydantic import ValidationError as ModelError

from docs.generator.artefacts import artefacts, release, stale, write
from docs.generator.topics_page import topics_page
from schemas.compatibility import breaks
from schemas.dead_letter import DeadLetter
from schemas.enriched_page import SCHEMA_VERSION
from schemas.json_schema import DIALECT, MODELS, name_of
from topics.catalogue import CATALOGUE, DEAD_LETTERS, DEDUPE_INDEX_CHANGELOG

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "schemas" / "generated"
EXAMPLES = sorted((GENERATED / "examples").glob("*/*.json"))
RELEASED = sorted((ROOT / "schemas" / "released").glob(f"{SCHEMA_VERSION.partition('.')[0]}.*/*.schema.json"))

SCHEMA_OF_TOPIC = {topic.name: name_of(topic.value) for topic in CATALOGUE if topic.value} | {
    # The value is the failed record's; what khabar adds travels in headers.
    DEAD_LETTERS.name: name_of(DeadLetter)
}


def read(file: Path) -> Any:  # noqa: ANN401  # JSON
    """Read a JSON file."""
    return json.loads(file.read_text(encoding="utf-8"))


def validator(name: str) -> Draft202012Validator:
    """Give a validator of a committed schema; formats count."""
    schema = read(GENERATED / f"{name}.schema.json")
    return Draft202012Validator(schema, format_checker=FormatChecker())


def label(file: Path) -> str:
    """Name a file within its folder for the test's id."""
    return f"{file.parent.name}/{file.name}"


@pytest.mark.parametrize("name", MODELS)
def test_schema_is_one(name: str) -> None:
    """Every committed schema is a valid JSON Schema of the dialect that it names, with an id and a title of its own."""
    schema = read(GENERATED / f"{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert schema["$id"] == f"urn:khabar:schema:{name}:{SCHEMA_VERSION}"
    assert schema["title"] == MODELS[name][0].__name__


def test_every_topic_has_its_schema() -> None:
    """Every topic's values are described, but for those of the index's changelog, which are nobody else's to read."""
    assert {topic.name for topic in CATALOGUE} - SCHEMA_OF_TOPIC.keys() == {DEDUPE_INDEX_CHANGELOG.name}


def test_no_schema_without_a_topic() -> None:
    """Every schema describes what some topic carries."""
    assert set(SCHEMA_OF_TOPIC.values()) == set(MODELS)


def test_every_described_topic_has_examples() -> None:
    """Every topic with a schema has an example at least, and no example stands without its topic."""
    assert {file.parent.name for file in EXAMPLES} == SCHEMA_OF_TOPIC.keys()


@pytest.mark.parametrize("file", EXAMPLES, ids=label)
def test_example_is_valid(file: Path) -> None:
    """Every example is valid by its topic's schema and by the model that reads it, and loses nothing on the way."""
    name = SCHEMA_OF_TOPIC[file.parent.name]
    validator(name).validate(read(file))
    model = MODELS[name][0].model_validate_json(file.read_bytes())
    assert model.model_dump(mode="json", exclude_unset=True) == read(file)


@pytest.mark.parametrize("file", EXAMPLES, ids=label)
def test_spoilt_example_is_rejected(file: Path) -> None:
    """Without a field that its schema promises, or with a value of another type, an example is valid for neither."""
    name = SCHEMA_OF_TOPIC[file.parent.name]
    required = read(GENERATED / f"{name}.schema.json").get("required", [])
    for field in {*required, *read(file)}:
        spoilt = read(file) | {field: {"not": "this"}}
        with pytest.raises(ValidationError):
            validator(name).validate(spoilt)
        with pytest.raises(ModelError):
            MODELS[name][0].model_validate_json(json.dumps(spoilt))
        del spoilt[field]
        if field in required:
            with pytest.raises(ValidationError):
                validator(name).validate(spoilt)


@pytest.mark.parametrize("file", RELEASED, ids=label)
def test_released_promises_are_kept(file: Path) -> None:
    """No schema breaks those who rely on a release of the same major version."""
    name = file.name.removesuffix(".schema.json")
    assert breaks(read(file), read(GENERATED / file.name), MODELS[name][1]) == []


def test_every_schema_is_released() -> None:
    """Every schema has a released version to be compared with."""
    assert {file.name.removesuffix(".schema.json") for file in RELEASED} == set(MODELS)


def test_dead_letters_hold_every_source() -> None:
    """A dead letter of the largest record, with all that its headers add, still fits its topic."""
    sources = [topic for topic in CATALOGUE if set(topic.consumers) & set(DEAD_LETTERS.producers)]
    largest = max(topic.max_message_bytes for topic in sources if topic is not DEDUPE_INDEX_CHANGELOG)
    assert DEAD_LETTERS.max_message_bytes >= largest + 64 * 1024


def test_drift_and_orphans_are_found_and_mended(tmp_path: Path) -> None:
    """A file that is missing, changed by hand or accounted for by nothing is named, and mended by writing."""
    wanted = {"schemas/generated/a.json": "{}\n", "docs/topics.md": "# Topics\n"}
    assert write(tmp_path, wanted) == sorted(wanted)
    assert stale(tmp_path, wanted) == []
    (tmp_path / "docs/topics.md").write_text("by hand", encoding="utf-8")
    (tmp_path / "schemas/generated/a.json").unlink()
    (tmp_path / "schemas/generated/orphan.json").touch()
    (tmp_path / "docs/other.md").touch()
    named = ["docs/topics.md", "schemas/generated/a.json", "schemas/generated/orphan.json"]
    assert stale(tmp_path, wanted) == named
    assert write(tmp_path, wanted) == named
    assert stale(tmp_path, wanted) == []


def test_artefacts_are_deterministic() -> None:
    """Deriving twice gives the same files: no clock and no order of hashing shows in them."""
    assert artefacts() == artefacts()
    assert release().keys() == {f"schemas/released/{SCHEMA_VERSION}/{name}.schema.json" for name in MODELS}


def test_topics_page_names_every_topic() -> None:
    """The generated page has a section for every topic of the catalogue."""
    page = topics_page()
    assert all(f"\n## {topic.name}\n" in page for topic in CATALOGUE)
