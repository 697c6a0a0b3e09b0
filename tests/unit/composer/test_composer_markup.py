"""Composed pages as HTML: whatever the dress, they show what their text says, in its order."""

from html import escape
from itertools import product
from typing import Any, Final

import pytest

from tests.composer.markup import DRESSES, dress
from tests.composer.material import OWN_STORIES, read_stories
from tests.composer.stream import compose
from workers.markup.document import read_html

PAGES: Final[tuple[dict[str, Any], ...]] = tuple(compose(read_stories(OWN_STORIES), 120, seed=23))


def squeezed(text: str) -> str:
    """Take all white space out."""
    return "".join(text.split())


@pytest.mark.parametrize("name", DRESSES)
def test_every_piece_comes_back_in_order(name: str) -> None:
    """The visible text is the page's own but for white space, nothing lost and nothing added."""
    for page, declares in product(PAGES, (True, False)):
        assert squeezed(read_html(dress(page, name, declares=declares)).text) == squeezed(page["text"])


@pytest.mark.parametrize("name", DRESSES)
def test_paragraphs_are_whole(name: str) -> None:
    """A paragraph that the text breaks at its links is on fewer lines in the HTML, with the links in it."""
    linked = [page for page in PAGES if "linked" in page["gold"]["traits"] and page["gold"]["gap"] == "lines"]
    assert linked
    for page in linked:
        markup = dress(page, name, declares=False)
        assert len(read_html(markup).text.splitlines()) < len(page["text"].splitlines())
        assert "<a href" in markup


def test_the_next_article_stands_where_its_dress_says() -> None:
    """A careful page closes the article before the teaser, a careless one after it."""
    page = next(p for p in PAGES if p["gold"]["teaser"] and p["gold"]["layout"] == "portal")
    span = next(each for each in page["gold"]["segments"] if each["kind"] == "teaser_paragraph")
    text = escape(page["text"][span["start"] : span["end"]])
    careful = dress(page, "careful", declares=False)
    assert careful.index("</article>") < careful.index(text)
    careless = dress(page, "breaks", declares=False)
    assert careless.index(text) < careless.index("<div class='bottom'>")


def test_only_pages_that_declare_state_anything() -> None:
    """Meta tags and JSON-LD state the truth's headline and date on pages that declare, and none on others."""
    page = next(p for p in PAGES if p["gold"]["article"]["headline"] and p["gold"]["article"]["published_at"])
    stated = read_html(dress(page, "theme", declares=True)).witness
    silent = read_html(dress(page, "theme", declares=False)).witness
    assert str(stated.published_at).startswith(page["gold"]["article"]["published_at"])
    assert silent.published_at is None
