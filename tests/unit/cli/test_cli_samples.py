"""The sample pages that come with the package: each shows what its name says."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from workers.cli.demo import SAMPLES
from workers.cli.main import khabar

DECISIONS = {
    "01-teaser-before-its-article": {"article": "new", "teaser": "new"},
    "02-article-fulfils-teaser": {"article": "fulfils_teaser"},
    "03-revision": {"article": "revision"},
    "04-agency-copy": {"article": "republication"},
    "05-duplicate": {"article": "duplicate"},
    "06-related-headlines": {"article": "new", "teaser": "new"},
    "07-embedded-post": {"article": "new"},
    "08-keywords-undelimited": {"article": "new", "teaser": "repeat_teaser"},
    "09-only-a-teaser": {"teaser": "teaser_of"},
    "10-encoding-accident": {"article": "new"},
    "11-no-article": {},
    "13-bare-text": {"article": "new"},
}


@pytest.fixture(scope="module")
def enriched() -> dict[str, dict[str, Any]]:
    """Run the samples as a user would, in order, each by its file's name."""
    result = CliRunner().invoke(khabar, ["enrich", str(SAMPLES)], prog_name="khabar")
    names = [file.stem for file in sorted(SAMPLES.iterdir()) if "not-utf8" not in file.name]
    pages = [json.loads(line) for line in result.stdout.splitlines()]
    return dict(zip(names, pages, strict=True))


def kinds(page: dict[str, Any]) -> list[str]:
    """List the kinds of a page's segments in order, repetitions left out."""
    found = [segment["kind"] for segment in page["segments"]]
    return [kind for at, kind in enumerate(found) if at == 0 or found[at - 1] != kind]


def document(page: dict[str, Any], role: str = "article") -> dict[str, Any]:
    """Give a page's only document of a role."""
    (found,) = (each for each in page["documents"] if each["role"] == role)
    return dict(found)


def test_there_are_a_dozen() -> None:
    """Every file is a sample that a test knows, but for the broken one, which no page can be made of."""
    names = {file.stem for file in SAMPLES.iterdir()}

    assert names == {*DECISIONS, "12-not-utf8"}


@pytest.mark.parametrize("name", DECISIONS)
def test_samples_are_decided_as_their_names_say(enriched: dict[str, dict[str, Any]], name: str) -> None:
    """Article and teaser of each sample are what the sample was written to show."""
    documents = enriched[name]["documents"]

    assert {each["role"]: each["dedupe"]["decision"] for each in documents} == DECISIONS[name]


def test_a_story_stays_one_from_teaser_to_copy(enriched: dict[str, dict[str, Any]]) -> None:
    """The teaser, its article, the revision, the copy and the duplicate share one story."""
    stories = {document(enriched[name])["dedupe"]["story_id"] for name in list(DECISIONS)[1:5]}

    assert stories == {document(enriched["01-teaser-before-its-article"], "teaser")["dedupe"]["story_id"]}


def test_the_cut_teaser_is_known_as_cut(enriched: dict[str, dict[str, Any]]) -> None:
    """A teaser that stops at a comma is truncated."""
    assert document(enriched["01-teaser-before-its-article"], "teaser")["truncated"]


def test_the_revision_says_when_it_was_updated(enriched: dict[str, dict[str, Any]]) -> None:
    """Published and updated are told apart."""
    metadata = document(enriched["03-revision"])["metadata"]

    assert (metadata["published_at"], metadata["updated_at"]) == ("2025-11-09T11:05", "2025-11-09T17:30")


def test_related_headlines_are_listed(enriched: dict[str, dict[str, Any]]) -> None:
    """The page's four links to other articles are related items."""
    assert len(enriched["06-related-headlines"]["related"]) == 4


def test_an_embedded_post_is_no_paragraph(enriched: dict[str, dict[str, Any]]) -> None:
    """The post, the promo and the caption are told from the article's body."""
    assert {"embed", "promo", "caption"} <= set(kinds(enriched["07-embedded-post"]))


def test_broken_encoding_is_mended(enriched: dict[str, dict[str, Any]]) -> None:
    """The page whose text was decoded wrongly reads as it was written."""
    page = enriched["10-encoding-accident"]

    assert page["text"].startswith("أسوان تدشن جسرا")
    assert document(page)["metadata"]["published_at"] == "2025-11-15"


def test_nothing_is_invented_where_there_is_no_article(enriched: dict[str, dict[str, Any]]) -> None:
    """Menus and tickers make no document."""
    assert enriched["11-no-article"]["documents"] == []


def test_the_broken_sample_is_a_reject() -> None:
    """One sample is not UTF-8: it is told and counted, and the exit code is 1."""
    result = CliRunner().invoke(khabar, ["enrich", str(SAMPLES)], prog_name="khabar")

    assert result.exit_code == 1
    first, summary = result.stderr.splitlines()
    assert "12-not-utf8.txt: not_utf8: " in first
    assert summary == "khabar: 12 pages enriched, 1 rejected"


def test_samples_are_small(root: Path) -> None:
    """They travel in every wheel."""
    assert SAMPLES.is_relative_to(root)
    assert sum(file.stat().st_size for file in SAMPLES.iterdir()) < 64 * 1024
