"""The comparison of schemas: what it must reject, and what it must let pass."""

from typing import Any

import pytest

from schemas.compatibility import UnknownKeyword, breaks
from schemas.json_schema import MODELS, Direction, JsonSchema, json_schema

READ, WRITTEN = Direction.READ, Direction.WRITTEN


def event(**fields: Any) -> JsonSchema:  # noqa: ANN401  # any piece of a schema
    """Give an object's schema with these fields, all of them required."""
    return {"type": "object", "properties": fields, "required": list(fields), "title": "Event"}


NULLABLE = {"anyOf": [{"type": "string"}, {"type": "null"}]}
KIND = {"type": "string", "enum": ["article", "teaser"]}


@pytest.mark.parametrize(
    ("direction", "old", "new", "place"),
    [
        pytest.param(WRITTEN, event(a={}, b={}), event(a={}), ".b", id="written field gone"),
        pytest.param(READ, event(a={}, b={}), event(a={}), ".b", id="read field gone"),
        pytest.param(WRITTEN, event(a={}), event(b={}), ".a", id="field renamed"),
        pytest.param(WRITTEN, event(a={}), event(a={}) | {"required": []}, ".a", id="promised field may be absent"),
        pytest.param(READ, event(a={}), event(a={}, b={}), ".b", id="new field demanded"),
        pytest.param(READ, event(a={}) | {"required": []}, event(a={}), ".a", id="optional field demanded"),
        pytest.param(WRITTEN, event(a={"type": "string"}), event(a={"type": "integer"}), ".a", id="type changed"),
        pytest.param(READ, event(a={"type": "string"}), event(a={"type": "integer"}), ".a", id="read type changed"),
        pytest.param(WRITTEN, event(a={"type": "string"}), event(a=NULLABLE), ".a", id="null written"),
        pytest.param(READ, event(a=NULLABLE), event(a={"type": "string"}), ".a", id="null refused"),
        pytest.param(WRITTEN, event(a={"type": "integer"}), event(a={"type": "number"}), ".a", id="fractions written"),
        pytest.param(READ, event(a={"type": "number"}), event(a={"type": "integer"}), ".a", id="fractions refused"),
        pytest.param(WRITTEN, event(a=KIND), event(a=KIND | {"enum": ["article", "x"]}), ".a", id="enum grown"),
        pytest.param(READ, event(a=KIND), event(a=KIND | {"enum": ["article"]}), ".a", id="enum shrunk"),
        pytest.param(WRITTEN, event(a=KIND), event(a={"type": "string"}), ".a", id="enum opened"),
        pytest.param(WRITTEN, event(a={"const": 1}), event(a={"const": 2}), ".a", id="constant changed"),
        pytest.param(
            WRITTEN,
            event(a={"type": "number", "maximum": 1}),
            event(a={"type": "number", "maximum": 2}),
            ".a",
            id="limit raised",
        ),
        pytest.param(
            WRITTEN, event(a={"type": "integer", "minimum": 0}), event(a={"type": "integer"}), ".a", id="limit gone"
        ),
        pytest.param(
            READ, event(a={"type": "string"}), event(a={"type": "string", "maxLength": 9}), ".a", id="limit set"
        ),
        pytest.param(
            READ, event(a={"type": "string"}), event(a={"type": "string", "pattern": "^x"}), ".a", id="pattern set"
        ),
        pytest.param(
            WRITTEN,
            event(a={"type": "string", "format": "date-time"}),
            event(a={"type": "string"}),
            ".a",
            id="format gone",
        ),
        pytest.param(
            WRITTEN,
            event(a={"type": "array", "items": event(b={})}),
            event(a={"type": "array", "items": event(c={})}),
            ".a[].b",
            id="inside a list",
        ),
        pytest.param(
            WRITTEN,
            event(a={"type": "array", "items": KIND}),
            event(a={"type": "array"}),
            ".a[]",
            id="list of anything",
        ),
        pytest.param(
            READ, event(a={}), event(a={}) | {"additionalProperties": False}, ".", id="unknown fields refused"
        ),
        pytest.param(
            WRITTEN,
            event(a={"type": "object", "additionalProperties": {"type": "string"}}),
            event(a={"type": "object", "additionalProperties": {"type": "integer"}}),
            ".a.*",
            id="inside a mapping",
        ),
        pytest.param(
            WRITTEN,
            event(a={"$ref": "#/$defs/A"}) | {"$defs": {"A": event(b={})}},
            event(a={"$ref": "#/$defs/B"}) | {"$defs": {"B": event(c={})}},
            ".a.b",
            id="behind a reference",
        ),
    ],
)
def test_break_is_named(direction: Direction, old: JsonSchema, new: JsonSchema, place: str) -> None:
    """A change that breaks somebody is told with the path of its field."""
    assert any(line.startswith(f"{place}: ") for line in breaks(old, new, direction)), breaks(old, new, direction)


@pytest.mark.parametrize(
    ("direction", "old", "new"),
    [
        pytest.param(WRITTEN, event(a={}), event(a={}, b={}), id="field added to an event"),
        pytest.param(READ, event(a={}), event(a={}, b={}) | {"required": ["a"]}, id="optional field taken"),
        pytest.param(READ, event(a={}), event(a={}) | {"required": []}, id="field no longer demanded"),
        pytest.param(WRITTEN, event(a={}) | {"required": []}, event(a={}), id="field now promised"),
        pytest.param(WRITTEN, event(a=KIND), event(a=KIND | {"enum": ["article"]}), id="enum shrunk in an event"),
        pytest.param(READ, event(a=KIND), event(a=KIND | {"enum": ["article", "teaser", "x"]}), id="enum grown"),
        pytest.param(READ, event(a={"type": "string"}), event(a=NULLABLE), id="null taken"),
        pytest.param(WRITTEN, event(a=NULLABLE), event(a={"type": "string"}), id="null no longer written"),
        pytest.param(WRITTEN, event(a={"type": "number"}), event(a={"type": "integer"}), id="fractions no more"),
        pytest.param(WRITTEN, event(a={}), event(a={"description": "new words", "title": "A"}), id="words changed"),
        pytest.param(
            WRITTEN,
            event(a={"$ref": "#/$defs/A"}) | {"$defs": {"A": KIND}},
            event(a={"$ref": "#/$defs/B"}) | {"$defs": {"B": KIND}},
            id="definition renamed",
        ),
        pytest.param(WRITTEN, event(a={"type": ["string", "null"]}), event(a=NULLABLE), id="same union, other form"),
    ],
)
def test_harmless_change_passes(direction: Direction, old: JsonSchema, new: JsonSchema) -> None:
    """A change that nobody can notice to their cost is no break."""
    assert breaks(old, new, direction) == []


@pytest.mark.parametrize(
    "piece", [{"not": {"type": "string"}}, {"oneOf": []}, {"$ref": "#/$defs/A", "pattern": "x"}, {"if": {}}]
)
def test_unknown_keyword_is_refused(piece: JsonSchema) -> None:
    """What the comparison does not understand it does not vouch for."""
    schema = event(a=piece) | {"$defs": {"A": KIND}}
    with pytest.raises(UnknownKeyword):
        breaks(schema, schema, WRITTEN)


@pytest.mark.parametrize("name", MODELS)
def test_every_lost_field_of_every_schema_is_noticed(name: str) -> None:
    """Taking any one field out of any object of a real schema is a break."""
    direction = MODELS[name][1]
    whole = json_schema(name)
    for place in (whole, *whole.get("$defs", {}).values()):
        for field in list(place.get("properties", {})):
            lost = place["properties"].pop(field)
            assert breaks(json_schema(name), whole, direction), f"{place['title']}.{field}"
            place["properties"][field] = lost
    assert breaks(json_schema(name), whole, direction) == []
