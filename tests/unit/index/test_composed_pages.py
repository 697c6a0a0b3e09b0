"""Dedupe on composed pages with known truth: how good it is where segmentation and metadata make no mistake."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from schemas.base import Span
from schemas.document import Document, Headline, Metadata, Role
from schemas.identity import document_id_of
from workers.index.deduper import Deduper
from workers.intake import close_page
from workers.stages.dedupe import FINGERPRINT
from workers.stages.page import Page

KINDS = {Role.ARTICLE: ("headline", "paragraph"), Role.TEASER: ("teaser_headline", "teaser_paragraph")}


def compose(shared: Path, seed: int) -> list[dict[str, Any]]:
    """Have pages composed, with their truth."""
    command = [sys.executable, str(shared / "evaluation" / "compose.py"), "--count", "700", "--seed", str(seed)]
    written = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own material
    return [json.loads(line) for line in written.stdout.splitlines()]


def true_documents(page: dict[str, Any]) -> Iterator[Document]:
    """Make a page's documents out of its truth."""
    text = page["text"]
    for role, (heading, body) in KINDS.items():
        if page["gold"][role] is None:
            continue
        own = [each for each in page["gold"]["segments"] if each["owner"] == role]
        spans = {
            kind: [(each["start"], each["end"]) for each in own if each["kind"] == kind] for kind in (heading, body)
        }
        title = spans[heading][0] if spans[heading] else None
        yield Document(
            document_id=document_id_of(page["page_id"], role, 0),
            role=role,
            headline=Headline(start=title[0], end=title[1], text=text[slice(*title)]) if title else None,
            paragraphs=tuple(Span(start=start, end=end) for start, end in spans[body]),
            metadata=Metadata(publisher=page["gold"]["article"]["publisher"] if role is Role.ARTICLE else None),
        )


@pytest.mark.shared
@pytest.mark.parametrize("seed", [7, 20, 300])
def test_decisions_and_stories_of_composed_pages(shared: Path, deduper: Callable[..., Deduper], seed: int) -> None:
    """At least .97 of the decisions and a story-pair F1 of .98, on streams with several seeds."""
    index, right = deduper(), list[bool]()
    pairs: dict[str, set[frozenset[str]]] = {}
    stories: dict[str, dict[str, list[str]]] = {"said": {}, "true": {}}
    wrong: Counter[str] = Counter()
    for page in compose(shared, seed):
        made = Page(
            page_id=page["page_id"],
            url=page["url"],
            source=None,
            captured_at=datetime.fromisoformat(page["captured_at"]),
            text=page["text"],
            documents=tuple(true_documents(page)),
        )
        event = index.decide(close_page(FINGERPRINT.apply(made)))
        index.commit(event.page_id)
        for document in event.documents:
            truth, said = page["gold"][document.role], document.dedupe
            assert said is not None
            right.append(said.decision == truth["decision"])
            wrong[f"{truth['decision']} -> {said.decision}"] += not right[-1]
            stories["said"].setdefault(said.story_id, []).append(document.document_id)
            stories["true"].setdefault(truth["story"], []).append(document.document_id)
    for name, groups in stories.items():
        pairs[name] = {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}
    shared_pairs = len(pairs["said"] & pairs["true"])
    assert sum(right) / len(right) >= 0.97, wrong
    assert 2 * shared_pairs / (len(pairs["said"]) + len(pairs["true"])) >= 0.98, wrong
