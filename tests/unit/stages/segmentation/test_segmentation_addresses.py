"""What a page's address says: the title of its article, or that it is a list."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from schemas.segment import SegmentKind
from tests.council import HEAD, LEAD, MORE, lines
from workers.stages.page import Page
from workers.stages.segmentation import SEGMENTATION
from workers.stages.segmentation.features.addresses import is_list, title_in


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


@pytest.mark.parametrize(
    "path",
    [
        "tag/%D9%82%D8%B7%D8%A7%D8%B1", "tags/عنوان-طويل-من-خمس-كلمات/page/3", "ar/author/samir-haddad/",
        "category/economy/banks/", "قسم/رياضة", "search/label/news", "search?q=x", "?s=خبر",
        "index.php?tag=خبر&paged=2",
    ],
)  # fmt: skip
def test_an_address_of_a_tag_a_section_an_author_or_a_search_is_a_list(path: str) -> None:
    """Pages of a list are numbered, and a section may have sections of its own."""
    assert is_list(f"https://site.example/{path}")


@pytest.mark.parametrize(
    "path",
    [
        "", "news/1234", "economy/banks", "category", "category/economy/123456",
        "section/local/وزير-النقل-يفتتح-محطة-جديدة", "tag/2024/05/04/title", "?s=x&p=12", "?p=12", "tagged/x",
    ],
)  # fmt: skip
def test_other_addresses_are_no_list(path: str) -> None:
    """An article may stand behind its section's name; a front page may hold anything."""
    assert not is_list(f"https://site.example/{path}")
    assert not is_list(None)


def test_a_list_has_no_article_though_its_text_could_be_one() -> None:
    """The same text is an article at an article's address; at a tag's it is the beginning of another page's."""
    roles = []
    for path in ("news/1", "tag/council"):
        page = SEGMENTATION.apply(
            Page(
                page_id="p",
                url=f"https://site.example/{path}",
                source=None,
                captured_at=datetime(2024, 5, 5, tzinfo=UTC),
                text=lines(HEAD, LEAD, MORE),
            )
        )
        roles.append([document.role for document in page.documents])
        assert {segment.kind for segment in page.segments} & {SegmentKind.PARAGRAPH, SegmentKind.TEASER_PARAGRAPH}
    assert roles == [["article"], ["teaser"]]
