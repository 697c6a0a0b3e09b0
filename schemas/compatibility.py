"""Whether a schema may take the place of a released one: what would break somebody who relies on the old one.

A schema that khabar writes may only promise more: every value of the new one is a value of the old one. A schema that
khabar reads may only take more: every value of the old one is a value of the new one. On top of that no field goes
away in either direction, since a field ignored is data lost without a word. New fields are no break: readers ignore
what they do not know.
"""

from collections.abc import Callable, Iterator
from operator import eq, ge, le
from typing import Any, Final

from schemas.json_schema import Direction, JsonSchema

_ANNOTATIONS: Final = frozenset(
    {"$schema", "$id", "$defs", "title", "description", "default", "examples", "deprecated"}
)
_BOUNDS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    **dict.fromkeys(("pattern", "format", "contentEncoding", "contentMediaType", "uniqueItems", "multipleOf"), eq),
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems"), ge),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems"), le),
}
"""How the narrower schema's value must stand to the wider one's."""
_STRUCTURE: Final = frozenset({"type", "enum", "const", "items", "properties", "required", "additionalProperties"})
_KNOWN: Final = _ANNOTATIONS | _STRUCTURE | _BOUNDS.keys()


class UnknownKeyword(ValueError):  # noqa: N818  # it names what was found
    """A schema says something that the comparison does not understand, and so cannot vouch for."""


def breaks(old: JsonSchema, new: JsonSchema, direction: Direction) -> list[str]:
    """List what breaks where `new` takes the place of `old`, each with the path of its field; nothing for no break.

    Raises:
        UnknownKeyword: a schema uses what this comparison knows nothing of.
    """
    return list(dict.fromkeys(_Comparison(old, new, direction).compare(old, new, "")))


class _Comparison:
    """Two schemas with their definitions, walked in step."""

    def __init__(self, old: JsonSchema, new: JsonSchema, direction: Direction) -> None:
        self._old_root = old
        self._new_root = new
        self._writes = direction is Direction.WRITTEN

    def compare(self, old: JsonSchema, new: JsonSchema, path: str) -> Iterator[str]:
        """Compare one place of both schemas."""
        olds, news = _alternatives(old, self._old_root), _alternatives(new, self._new_root)
        if len(olds) == 1 == len(news):
            yield from self._one(olds[0], news[0], path)
            return
        narrow, wide = (news, olds) if self._writes else (olds, news)
        for alternative in narrow:
            pairs = [(other, alternative) if self._writes else (alternative, other) for other in wide]
            problems = [list(self._one(*pair, path)) for pair in pairs if _same_type(*pair)]
            if not problems:
                change = "may now be" if self._writes else "may no longer be"
                yield f"{path or '.'}: {change} {alternative.get('type', 'anything')}"
            else:
                yield from min(problems, key=len)

    def _one(self, old: JsonSchema, new: JsonSchema, path: str) -> Iterator[str]:
        narrow, wide = (new, old) if self._writes else (old, new)
        place = path or "."
        yield from (f"{place}: {problem}" for problem in _scalars(narrow, wide, writes=self._writes))
        missing = set(wide.get("required", ())) - set(narrow.get("required", ()))
        what = "may now be absent" if self._writes else "is now required"
        yield from (f"{path}.{name}: {what}" for name in sorted(missing))
        old_fields, new_fields = old.get("properties", {}), new.get("properties", {})
        yield from (f"{path}.{name}: is gone" for name in old_fields if name not in new_fields)
        for name in old_fields:
            if name in new_fields:
                yield from self.compare(old_fields[name], new_fields[name], f"{path}.{name}")
        if "items" in wide:
            yield from self.compare(old.get("items", {}), new.get("items", {}), f"{path}[]")
        yield from self._others(narrow, wide, path)

    def _others(self, narrow: JsonSchema, wide: JsonSchema, path: str) -> Iterator[str]:
        others = wide.get("additionalProperties", True)
        if others is True or narrow.get("additionalProperties", True) == others:
            return
        if isinstance(others, dict) and isinstance(narrow.get("additionalProperties"), dict):
            given = narrow["additionalProperties"]
            old, new = (others, given) if self._writes else (given, others)
            yield from self.compare(old, new, f"{path}.*")
        else:
            yield f"{path or '.'}: other fields are {'promised' if self._writes else 'taken'} differently"


def _alternatives(schema: JsonSchema, root: JsonSchema) -> list[JsonSchema]:
    """Follow references and open unions: what a value may be, each without `$ref`, `anyOf` and lists of types."""
    composed = {"$ref", "anyOf"} & schema.keys()
    if unknown := schema.keys() - (_ANNOTATIONS | composed if len(composed) == 1 else _KNOWN):
        raise UnknownKeyword(", ".join(sorted(unknown)))
    if "$ref" in schema:
        target: Any = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        return _alternatives(target, root)
    if "anyOf" in schema:
        return [one for branch in schema["anyOf"] for one in _alternatives(branch, root)]
    if isinstance(schema.get("type"), list):
        return [{**schema, "type": one} for one in schema["type"]]
    return [schema]


def _same_type(old: JsonSchema, new: JsonSchema) -> bool:
    types = (old.get("type"), new.get("type"))
    return types[0] == types[1] or None in types or set(types) == {"integer", "number"}


def _scalars(narrow: JsonSchema, wide: JsonSchema, *, writes: bool) -> Iterator[str]:
    """Tell what `narrow` allows and `wide` does not, fields and items left aside."""
    reader = "the released schema" if writes else "the new schema"
    kind, allowed = narrow.get("type"), wide.get("type")
    if allowed is not None and kind != allowed and (kind, allowed) != ("integer", "number"):
        yield f"{kind or 'anything'} where {reader} takes {allowed}"
    values, allowed_values = _values(narrow), _values(wide)
    if allowed_values is not None:
        if values is None:
            yield f"any value where {reader} takes a few"
        elif more := [value for value in values if value not in allowed_values]:
            yield f"{', '.join(map(repr, more))} where {reader} takes {', '.join(map(repr, allowed_values))}"
    for keyword, keeps in _BOUNDS.items():
        if keyword in wide and (keyword not in narrow or not keeps(narrow[keyword], wide[keyword])):
            yield f"{keyword} {narrow.get(keyword)!r} where {reader} has {wide[keyword]!r}"


def _values(schema: JsonSchema) -> list[Any] | None:
    if "const" in schema:
        return [schema["const"]]
    values: list[Any] | None = schema.get("enum")
    return values
