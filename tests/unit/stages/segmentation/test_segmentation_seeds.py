"""The two real pages that were annotated by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from workers.stages.page import Page
from workers.stages.repair import repair_text

pytestmark = pytest.mark.shared


@pytest.mark.parametrize("name", ["000_71888a1a17af4fa9", "002_d1a285ee43e3a634"])
def test_seed_is_read_as_its_annotator_read_it(shared: Path, name: str, segment: Callable[[str], Page]) -> None:
    """Segments, related spans, headlines, paragraphs and truncation are exactly those of the annotation."""
    with (shared / "seeds" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    gold = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    assert repair_text(text) == text
    page = segment(text)
    assert [each.model_dump(mode="json") for each in page.segments] == gold["segments"]
    assert [each.model_dump() for each in page.related] == gold["related"]
    assert [(each.role, each.headline and each.headline.text, each.truncated) for each in page.documents] == [
        (each["role"], each["headline"], each["truncated"]) for each in gold["documents"]
    ]
