"""What holds for every stage, whatever the page."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from hypothesis import given

from schemas.document import Document, Metadata
from schemas.segment import SegmentKind
from tests.laws.material import SENTENCES, pages, profile_of
from workers.markup.witness import Witness
from workers.stages.chain import ANNOTATE
from workers.stages.page import Page
from workers.stages.repair import REPAIR
from workers.stages.stage import Stage

ELSEWHERE: Final[dict[str, Any]] = {
    "captured_at": datetime(1999, 12, 31, 23, 59, tzinfo=UTC),
    "url": "https://other.example/x",
    "source": "other.example",
    "witness": Witness(published_at="1999-12-31", publisher="أخرى", authors=("ليلى العطار",), keywords=("أخرى",)),
    "places": (("apart",), ("linked",)),
    "profile": profile_of(
        dict.fromkeys(SENTENCES, SegmentKind.BOILERPLATE), ["أسعار القمح"], "صحيفة الأفق", month_first=True
    ),
}
"""A capture of the same text at another time and place, with other markup, of another source."""

every_stage = pytest.mark.parametrize("stage", ANNOTATE.stages, ids=lambda stage: stage.name)


def before(stage: Stage, page: Page) -> Page:
    """Lead a page up to a stage."""
    for earlier in ANNOTATE.stages:
        if earlier is stage:
            break
        page = earlier.apply(page)
    return page


def without(documents: tuple[Document, ...], provided: frozenset[str]) -> list[Document]:
    """Give documents as they were before a stage that provides something inside them."""
    blank = {"metadata": Metadata(), "entities": ()}
    return [each.model_copy(update={name: blank[name] for name in provided & blank.keys()}) for each in documents]


@every_stage
@given(page=pages)
def test_stage_changes_only_what_it_provides(stage: Stage, page: Page) -> None:
    """A stage leaves every field as it was, the text first of all, but for those that it declares."""
    page = before(stage, page)
    after = stage.apply(page)
    unchanged = {field.name for field in fields(Page)} - stage.provides
    if "documents" in unchanged:
        assert without(after.documents, stage.provides) == without(page.documents, stage.provides)
    for name in unchanged - {"documents"}:
        assert getattr(after, name) == getattr(page, name), name


@every_stage
@given(page=pages)
def test_stage_is_deterministic(stage: Stage, page: Page) -> None:
    """A stage gives equal pages for equal pages, and what it was given stays as it was."""
    page = before(stage, page)
    copy = replace(page)
    assert stage.apply(page) == stage.apply(copy)
    assert page == copy


@every_stage
@given(page=pages)
def test_stage_reads_only_what_it_requires(stage: Stage, page: Page) -> None:
    """A stage's result does not depend on what it does not declare to read."""
    page = before(stage, page)
    if "metadata" not in stage.requires | stage.provides:
        blank = replace(page, documents=tuple(without(page.documents, frozenset({"metadata"}))))
        there, here = stage.apply(page), stage.apply(blank)
        assert without(there.documents, frozenset({"metadata"})) == without(here.documents, frozenset({"metadata"}))
    unread = ELSEWHERE.keys() - stage.requires
    other = replace(page, **{name: ELSEWHERE[name] for name in unread})
    for name in stage.provides & {field.name for field in fields(Page)}:
        assert getattr(stage.apply(other), name) == getattr(stage.apply(page), name), name


@given(page=pages)
def test_repair_is_idempotent(page: Page) -> None:
    """Repairing a repaired text changes nothing more."""
    once = REPAIR.apply(page)
    assert REPAIR.apply(once).text == once.text


@given(page=pages)
def test_repaired_text_travels(page: Page) -> None:
    """A repaired text is UTF-8 and comes back from it as it went."""
    text = REPAIR.apply(page).text
    assert text.encode().decode() == text
