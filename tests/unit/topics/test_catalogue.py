"""The catalogue, and the declarations that it refuses."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from schemas.annotated_page import AnnotatedPage
from schemas.raw_page import RawPage
from topics.catalogue import (
    ANNOTATED_PAGES,
    CATALOGUE,
    DEAD_LETTERS,
    DEDUPE_INDEX_CHANGELOG,
    ENRICHED_ARTICLES,
    ENRICHED_PAGES,
    RAW_PAGES,
    TEASERS,
)
from topics.topic import Catalogue, CatalogueError, CleanupPolicy


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": "raw_pages"}, "joined by hyphens"),
        ({"name": "raw.pages"}, "joined by hyphens"),
        ({"name": "-raw"}, "joined by hyphens"),
        ({"description": ""}, "description"),
        ({"key": ""}, "key"),
        ({"partitions": 0}, "partition"),
        ({"ordered": True}, "ordered"),
        ({"max_message_bytes": 0}, "no message"),
        ({"producers": ()}, "writes"),
        ({"consumers": ()}, "reads"),
        ({"retention": timedelta(days=2)}, "outside the allowed"),
        ({"retention": None}, "needs a retention"),
        ({"cleanup_policy": CleanupPolicy.COMPACT}, "keeps its records"),
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused(change: dict[str, Any], complaint: str) -> None:
    """Each rule of a declaration is enforced when it is made, and the error names the topic."""
    with pytest.raises(CatalogueError, match=complaint) as refused:
        replace(RAW_PAGES, **change)
    assert repr(change.get("name", RAW_PAGES.name)) in str(refused.value)


@pytest.mark.parametrize(
    ("topics", "complaint"),
    [
        ((RAW_PAGES, RAW_PAGES, DEAD_LETTERS), "declared twice"),
        ((RAW_PAGES,), "no topic 'dead-letters'"),
        ((RAW_PAGES, replace(DEAD_LETTERS, max_message_bytes=RAW_PAGES.max_message_bytes - 1)), "takes smaller"),
    ],
)
def test_a_catalogue_that_contradicts_itself_is_refused(topics: tuple[Any, ...], complaint: str) -> None:
    """Names are unique, and a dead letter fits and can go back, or there is no catalogue."""
    with pytest.raises(CatalogueError, match=complaint):
        Catalogue(topics, dead_letters="dead-letters")


def test_what_dedupe_needs_of_its_topics() -> None:
    """All documents meet in one partition, and the table's changelog has as many partitions as its source."""
    assert ANNOTATED_PAGES.ordered
    assert DEDUPE_INDEX_CHANGELOG.partitions == ANNOTATED_PAGES.partitions == 1


def test_documents_are_compacted_by_their_id() -> None:
    """A document published again replaces itself."""
    for topic in (ENRICHED_ARTICLES, TEASERS):
        assert (topic.key, topic.cleanup_policy) == ("document_id", CleanupPolicy.COMPACT)
        assert topic.compacted
    assert not RAW_PAGES.compacted


def test_wire_names_and_settings() -> None:
    """A declaration gives the broker its name and settings, in Kafka's words."""
    assert RAW_PAGES.wire_name("night-") == "night-raw-pages"
    assert replace(RAW_PAGES, retention=timedelta(days=1)).config() == {
        "cleanup.policy": "delete",
        "max.message.bytes": str(RAW_PAGES.max_message_bytes),
        "retention.ms": "86400000",
    }
    assert "retention.ms" not in ENRICHED_ARTICLES.config()


def test_spreading_leaves_single_partitions_alone() -> None:
    """Another number of partitions holds for the topics that have several, and for no other."""
    spread = CATALOGUE.spread(3)
    assert {topic.partitions for topic in spread} == {1, 3}
    assert spread[RAW_PAGES.name].partitions == 3
    assert spread[ANNOTATED_PAGES.name] == ANNOTATED_PAGES
    assert CATALOGUE.spread(None) is CATALOGUE


def test_the_catalogue_by_name() -> None:
    """Topics are had by name, in the order of their declaration."""
    assert CATALOGUE["raw-pages"].value is RawPage
    assert CATALOGUE["annotated-pages"].value is AnnotatedPage
    assert next(iter(CATALOGUE)) is RAW_PAGES
    assert len(CATALOGUE) == len(list(CATALOGUE))
    assert CATALOGUE.max_message_bytes == DEAD_LETTERS.max_message_bytes > ENRICHED_PAGES.max_message_bytes
