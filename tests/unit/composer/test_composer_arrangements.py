"""The arrangements for training: their truth is true whatever they draw, and all that they can draw is drawn."""

from itertools import chain, pairwise
from typing import Any, Final

import pytest

from tests.composer.closings import CLOSINGS
from tests.composer.inlays import INLAYS
from tests.composer.listings import LISTINGS
from tests.composer.material import OWN_STORIES, read_stories
from tests.composer.openings import HEADED, HEADLESS
from tests.composer.page import Part
from tests.composer.service_pages import SERVICE_PAGES
from tests.composer.sightings import SIGHTINGS
from tests.composer.stream import compose
from tests.composer.titles import COPIES
from tests.composer.variations import VARIATIONS
from tests.composer.whole_pages import WHOLE_PAGES

Page = dict[str, Any]

WITHOUT_ARTICLE: Final = (*LISTINGS, *SERVICE_PAGES)
FAMILIES: Final[dict[str, tuple[Part, ...]]] = {
    "variations": VARIATIONS,
    "sightings": SIGHTINGS,
    "whole pages": WHOLE_PAGES,
    "listings": LISTINGS,
    "service pages": SERVICE_PAGES,
    "headed": HEADED,
    "headless": HEADLESS,
}
PAGES: Final[dict[str, tuple[Page, ...]]] = {
    name: tuple(compose(read_stories(OWN_STORIES), 400, 31, tuple((part, 1) for part in parts)))
    for name, parts in FAMILIES.items()
}


def shown(page: Page, kind: str, owner: str) -> list[str]:
    """List the texts of a page's segments of one kind and owner."""
    return [
        page["text"][s["start"] : s["end"]]
        for s in page["gold"]["segments"]
        if (s["kind"], s["owner"]) == (kind, owner)
    ]


@pytest.mark.parametrize("family", FAMILIES)
def test_truth_covers_every_character(family: str) -> None:
    """Segments are sorted, disjoint and trimmed, and leave out nothing but white space."""
    for page in PAGES[family]:
        text, segments = page["text"], page["gold"]["segments"]
        assert all(a["end"] <= b["start"] for a, b in pairwise(segments))
        pieces = [text[s["start"] : s["end"]] for s in segments]
        assert all(piece and piece == piece.strip() for piece in pieces)
        assert "".join(chain.from_iterable(piece.split() for piece in pieces)) == "".join(text.split())


@pytest.mark.parametrize("family", FAMILIES)
def test_truth_names_what_the_page_shows(family: str) -> None:
    """Headlines of the truth are those of the segments, in their order; related headlines and names can be read."""
    for page in PAGES[family]:
        gold, article = page["gold"], page["gold"]["article"]
        assert shown(page, "headline", "article") == [h for h in [article["headline"]] if h]
        assert shown(page, "teaser_headline", "teaser") == [each["headline"] for each in gold["teasers"]]
        items = [item.lstrip("•-*»▪◄ ") for item in shown(page, "related_item", "page")]
        assert set(gold["related"]) <= set(items)
        names = [*article["agencies"], *article["authors"], article["publisher"], article["dateline_place"]]
        assert all(name in page["text"] for name in names if name)


def test_pages_without_an_article_have_nothing_of_one() -> None:
    """Listings and pages that serve have no truth about an article, and all that they hold is others' or the site's."""
    for page in (*PAGES["listings"], *PAGES["service pages"]):
        assert not any(page["gold"]["article"].values())
        assert "article" not in {segment["owner"] for segment in page["gold"]["segments"]}


def test_listings_differ_in_form() -> None:
    """Some listings have headlines with texts, some texts only, some headlines only, and some texts are cut."""
    headlines = [bool(shown(page, "teaser_headline", "teaser")) for page in PAGES["listings"]]
    texts = [bool(shown(page, "teaser_paragraph", "teaser")) for page in PAGES["listings"]]
    assert {(True, True), (False, True), (False, False)} <= set(zip(headlines, texts, strict=True))
    cuts = [each["truncated"] for page in PAGES["listings"] for each in page["gold"]["teasers"]]
    assert {True, False} == set(cuts)


def test_headless_pages_have_a_body_and_mostly_no_headline() -> None:
    """What opens without a headline has an article's paragraphs all the same."""
    assert all(shown(page, "paragraph", "article") for page in PAGES["headless"])
    titled = [page["gold"]["layout"] for page in PAGES["headless"] if page["gold"]["article"]["headline"]]
    assert set(titled) == {"column_first"}
    assert len(titled) < 0.2 * len(PAGES["headless"])


def test_headlines_take_many_forms() -> None:
    """Among some hundred headlines are questions, quotations, marks of films, two in one, and the story's own."""
    own = {story.headline for story in read_stories(OWN_STORIES)}
    titles = [page["gold"]["article"]["headline"] for page in PAGES["headed"]]
    titles = [title for title in titles if title]
    assert len(set(titles)) > 0.7 * len(titles)
    assert own & set(titles)
    for form in ("؟", "«", '"', "..", "|", ":", "(", "!"):
        assert any(form in title for title in titles), form


def test_every_part_is_drawn() -> None:
    """Every arrangement, and every copy, body and closing that they choose from, occurs."""
    for name, parts in FAMILIES.items():
        assert {page["gold"]["layout"] for page in PAGES[name]} == {part.__name__ for part in parts}
    traits = {trait for page in (*PAGES["headed"], *PAGES["headless"]) for trait in page["gold"]["traits"]}
    assert {part.__name__ for part in (*COPIES, *INLAYS, *CLOSINGS)} <= traits
