"""The title in a page's address."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from tests.council import HEAD, LEAD, MORE, lines
from workers.stages.page import Page
from workers.stages.segmentation import SEGMENTATION
from workers.stages.segmentation.addresses import title_in


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://site.example/2024/05/04/افتتاح-محطة-جديدة-للمياه/", "افتتاح محطة جديدة للمياه"),
        (f"https://site.example/{quote('وزير النقل-يزور')}", "وزير النقل يزور"),
        ("https://site.example/123456-مصر_تسجل_30_إصابة.html?x=1", "مصر تسجل 30 إصابة html"),
        ("https://site.example/اقتصاد/article/825076", None),
        ("https://site.example/tag/أخبار-العالم-العربي/", None),
        ("https://site.example/2024/minister-visits-new-station", None),
        ("http://[broken", None),
        (None, None),
    ],
)  # fmt: skip
def test_an_address_names_a_title_where_it_has_three_arabic_words(url: str | None, title: str | None) -> None:
    """A section's name or a title in Latin letters is none; numbers before it do not count."""
    assert title_in(url) == title


@pytest.mark.parametrize("cut", [None, 25])
def test_the_line_that_the_address_names_is_the_headline(cut: int | None) -> None:
    """Of two lines that could be the headline it is the one in the address, even where the address cuts it."""
    other = "وزير الزراعة يفتتح معرض التمور في العاصمة"
    slug = HEAD[:cut].rsplit(" ", 1)[0].replace(" ", "-")
    for first, second in ((HEAD, other), (other, HEAD)):
        page = SEGMENTATION.apply(
            Page(
                page_id="p",
                url=f"https://site.example/news/{slug}",
                source=None,
                captured_at=datetime(2024, 5, 5, tzinfo=UTC),
                text=lines(first, second, LEAD, MORE),
            )
        )
        assert page.documents[0].headline is not None
        assert page.documents[0].headline.text == HEAD
