"""The project's own composed pages: what they call true is true, and they show all that they promise."""

import importlib.util
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest

from schemas.segment import Owner, SegmentKind
from tests.composer import bodies, endings, furniture, heads, layouts, tails
from tests.composer.material import OWN_STORIES, read_stories
from tests.composer.page import GAPS, PageBuilder
from tests.composer.stamps import STAMPS
from tests.composer.stream import compose

Page = dict[str, Any]

STORIES: Final = read_stories(OWN_STORIES)
PAGES: Final[tuple[Page, ...]] = tuple(compose(STORIES, 700, seed=11))

TABLES: Final = (
    furniture.MASTHEADS,
    furniture.MENUS,
    furniture.TICKERS,
    heads.TITLES,
    heads.NAMES,
    heads.LINES,
    heads.CAPTIONS,
    bodies.BETWEEN,
    endings.CREDITS,
    endings.KEYWORDS,
    tails.TEASERS,
    tails.RELATED,
)


def shown(page: Page, kind: str, owner: str) -> list[str]:
    """List the texts of a page's segments of one kind and owner."""
    return [
        page["text"][s["start"] : s["end"]]
        for s in page["gold"]["segments"]
        if (s["kind"], s["owner"]) == (kind, owner)
    ]


def plain(text: str) -> str:
    """Write all white space as single spaces."""
    return " ".join(text.split())


def test_own_stories_suffice() -> None:
    """The project brings two dozen Arabic stories of several paragraphs, each with keywords."""
    arabic = [story for story in STORIES if story.language == "ar"]
    assert len(arabic) >= 24
    assert all(len(story.paragraphs) > 2 and story.tags and story.caption for story in STORIES)
    assert len({story.headline for story in STORIES}) == len(STORIES)


def test_segments_lie_right() -> None:
    """Segments are sorted, disjoint, trimmed, of known kinds, and leave out nothing but white space."""
    for page in PAGES:
        text, segments = page["text"], page["gold"]["segments"]
        assert all(a["end"] <= b["start"] for a, b in pairwise(segments))
        covered = bytearray(len(text))
        for s in segments:
            piece = text[s["start"] : s["end"]]
            assert piece
            assert piece == piece.strip()
            assert SegmentKind(s["kind"])
            assert Owner(s["owner"])
            covered[s["start"] : s["end"]] = b"\1" * len(piece)
        assert all(mark or text[i].isspace() for i, mark in enumerate(covered))


def test_truth_stands_on_the_page() -> None:
    """Every name and headline that the truth holds can be read where its kind says."""
    for page in PAGES:
        article = page["gold"]["article"]
        assert shown(page, "headline", "article") == [h for h in [article["headline"]] if h]
        names = [*article["agencies"], *article["authors"], article["publisher"], article["dateline_place"]]
        assert all(name in page["text"] for name in names if name)
        line = plain(" ".join(shown(page, "keywords", "article"))).replace("_", " ")
        assert all(tag in line for tag in article["keywords"])
        assert shown(page, "teaser_headline", "teaser") == [t["headline"] for t in page["gold"]["teasers"]]
        items = [item.lstrip("•-*»▪◄ ") for item in shown(page, "related_item", "page")]
        assert items == page["gold"]["related"]


def test_stamps_are_the_articles() -> None:
    """A page whose truth holds a date shows a stamp of the article's, or the date in its dateline."""
    for page in PAGES:
        gold = page["gold"]
        dated = gold["article"]["published_at"] or gold["article"]["updated_at"]
        assert bool(dated) == bool(gold["stamp"])
        assert bool(shown(page, "timestamp", "article")) == (gold["stamp"] in STAMPS)


def test_no_article_has_nothing() -> None:
    """A page without an article has no truth about one and none of its segments."""
    pages = [page for page in PAGES if page["gold"]["layout"] == layouts.no_article.__name__]
    assert pages
    for page in pages:
        assert not any(page["gold"]["article"].values())
        assert page["gold"]["teaser"] is None
        assert {s["owner"] for s in page["gold"]["segments"]} == {"page"}


def test_everything_is_reached() -> None:
    """Every layout, gap, stamp and part occurs within a few hundred pages."""
    assert {page["gold"]["layout"] for page in PAGES} == {layout.__name__ for layout in layouts.LAYOUTS}
    assert {page["gold"]["gap"] for page in PAGES} == set(GAPS)
    assert {page["gold"]["stamp"] for page in PAGES} == {*STAMPS, "dateline", None}
    traits = {trait for page in PAGES for trait in page["gold"]["traits"]}
    assert {part.__name__ for table in TABLES for part in table} <= traits
    assert {style.__name__ for style in bodies.STYLES} | {"cut", "picture_text", "outlet_glued"} <= traits


def test_untagged_stories_have_no_keywords() -> None:
    """A story without keywords gives pages without any, whatever their layout."""
    pages = compose(tuple(replace(story, tags=()) for story in STORIES), 100, seed=5)
    assert not any(page["gold"]["article"]["keywords"] for page in pages)


def test_seed_decides() -> None:
    """The same seed gives the same pages, another seed others."""
    assert [*compose(STORIES, 40, seed=11)] == [*PAGES[:40]]
    assert [page["text"] for page in compose(STORIES, 40, seed=12)] != [page["text"] for page in PAGES[:40]]


def test_builder_refuses_nonsense() -> None:
    """Blank pieces and gaps that are not blank are refused."""
    page = PageBuilder("lines")
    with pytest.raises(ValueError, match="a blank paragraph"):
        page.add("paragraph", " \n")
    with pytest.raises(ValueError, match="not blank"):
        page.space("x")


@pytest.mark.shared
def test_evaluation_agrees(shared: Path) -> None:
    """The evaluation reads the pages, pages without an article included, and finds their own truth perfect."""
    path = shared / "evaluation" / "evaluate.py"
    spec = importlib.util.spec_from_file_location("shared_evaluate", path)
    assert spec is not None
    assert spec.loader is not None
    evaluation = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(evaluation)
    gold = {page["page_id"]: json.loads(json.dumps(page)) for page in PAGES}
    perfect = {page_id: as_system(page["gold"]) for page_id, page in gold.items()}
    report = evaluation.evaluate(gold, perfect)
    assert (report["page_exact"], report["lossless"], report["teaser_headline"]) == (1, 1, 1)
    assert all(report["metadata"][field] == {"accuracy": 1, "invented": 0} for field in evaluation.FIELDS)
    assert all(report["metadata"][field]["F"] == 1 for field in evaluation.LISTS)


def as_system(gold: Page) -> Page:
    """Say what a system would that makes no mistake."""
    article = gold["article"]
    documents = [{"role": "article", "headline": {"text": article["headline"] or ""}, "metadata": article}]
    if article["headline"] is None:
        documents[0]["headline"] = None
    documents += [{"role": "teaser", "headline": {"text": t["headline"]}, "metadata": {}} for t in gold["teasers"]]
    return {"segments": gold["segments"], "documents": documents}
