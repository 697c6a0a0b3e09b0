"""Every derived file, by its path in the repository."""

import json
from pathlib import Path
from typing import Final

from docs.generator.configuration_page import configuration_page
from docs.generator.examples import examples
from docs.generator.judged_page import judged_page
from docs.generator.judged_picture import judged_picture
from docs.generator.topics_page import topics_page
from schemas.enriched_page import SCHEMA_VERSION
from schemas.json_schema import MODELS, json_schema

OWNED: Final = ("schemas/generated",)
"""Folders in which nothing else may lie: what no artefact accounts for is an orphan."""

Artefacts = dict[str, str]


def artefacts() -> Artefacts:
    """Derive all files: path in the repository to content."""
    return {
        **_schemas("schemas/generated"),
        **{
            f"schemas/generated/examples/{topic}/{name}.json": _json(value)
            for topic, values in examples().items()
            for name, value in values.items()
        },
        "docs/topics.md": topics_page(),
        "docs/configuration.md": configuration_page(),
        "docs/judged-page.md": judged_page(),
        "docs/judged-page.svg": judged_picture(),
    }


def release() -> Artefacts:
    """Give the schemas as the baseline that later ones are compared with."""
    return _schemas(f"schemas/released/{SCHEMA_VERSION}")


def stale(root: Path, wanted: Artefacts) -> list[str]:
    """Name the files that differ from what they derive from, are missing, or derive from nothing."""
    differing = {name for name, content in wanted.items() if _read(root / name) != content}
    return sorted(differing | _orphans(root, wanted))


def write(root: Path, wanted: Artefacts, *, keep_others: bool = False) -> list[str]:
    """Write the files that are out of date and remove orphans; name both."""
    differing = {name for name, content in wanted.items() if _read(root / name) != content}
    for name in differing:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(wanted[name], encoding="utf-8")
    orphans: set[str] = set() if keep_others else _orphans(root, wanted)
    for name in orphans:
        (root / name).unlink()
    return sorted(differing | orphans)


def _schemas(folder: str) -> Artefacts:
    return {f"{folder}/{name}.schema.json": _json(json_schema(name)) for name in MODELS}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _orphans(root: Path, wanted: Artefacts) -> set[str]:
    there = {
        file.relative_to(root).as_posix() for folder in OWNED for file in (root / folder).rglob("*") if file.is_file()
    }
    return there - wanted.keys()
