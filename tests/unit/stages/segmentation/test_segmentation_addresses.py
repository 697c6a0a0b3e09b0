"""What a page's address says: the title of its article, or that it is a list."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from schemas.segment import SegmentKind
from tests.council import BRIDGE_LEAD, HEAD, LAST, LEAD, MORE, lines
from workers.markup.witness import Witness
from workers.stages.page import Page
from workers.stages.segmentation import SEGMENTATION
from workers.stages.segmentation.features.addresses import day_in, is_list, title_in
from workers.stages.segmentation.features.look import features_of
from workers.stages.segmentation.lines import Line


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


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2016/09/blog-post_218.html", "2016-09"),
        ("news/2026/1/14/الخبر", "2026-01-14"),
        ("whshh/202403/t20240319_8003.html", "2024-03-19"),
        ("news/3-2025-09-17", "2025-09-17"),
        ("201709", None),
        ("article/2024123456", None),
        ("2014/1718442", None),
        ("2024/13/45", None),
        ("2019-02-31/الخبر", None),
        ("2019-02/الخبر", "2019-02"),
        ("opinion/22/2/2017/الخبر", "2017-02-22"),
        ("opinion/11/2/2017/الخبر", None),
        ("opinion/31-02-2017/الخبر", None),
        ("news/أفضل-2019-10-طرق-السفر", None),
    ],
)
def test_an_address_tells_a_day_or_a_month(path: str, day: str | None) -> None:
    """Numbers of articles tell none, nor does a day before its month that could be a month itself."""
    assert day_in(f"https://site.example/{path}") == day


@pytest.mark.parametrize(
    ("path", "date", "own"),
    [
        ("2016/09/blog-post_218.html", "الأحد 11 سبتمبر 2016", True),
        ("2016/09/11/1", "الأحد 11 سبتمبر 2016", True),
        ("1", "الأحد 11 سبتمبر 2016", False),
        ("2016/01/1", "الأحد 11 سبتمبر 2016", False),
        ("1", "11 سبتمبر 2016 10:30", True),
        ("2016/01/1", "11 سبتمبر 2016 10:30", False),
        ("2016/10/1", "11 سبتمبر 2016 10:30", True),
        ("2016/01/1", "نشر: 11 سبتمبر 2016 10:30", True),
    ],
)
def test_a_date_above_the_headline_is_the_articles_where_the_address_agrees(path: str, date: str, *, own: bool) -> None:
    """One of another month is the masthead's, unless it has a label; a neighbouring month may be the article's."""
    page = Page(
        page_id="p",
        url=f"https://site.example/{path}",
        source=None,
        captured_at=datetime(2024, 5, 5, tzinfo=UTC),
        text=lines(date, HEAD, LEAD, MORE),
    )
    stated = [each for each in SEGMENTATION.apply(page).segments if each.kind is SegmentKind.TIMESTAMP]
    assert bool(stated) is own


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


def test_a_line_without_a_word_of_the_title_in_the_address_is_no_headline() -> None:
    """Editors change headlines, but some word stays; where a line repeats the title nothing is said of the others."""
    akin, strange = "بإجماع أعضائه مجلس المدينة يرفع ميزانية المدارس", "استمع إلى البث المباشر الآن"
    parts = [Line(0, len(text), text) for text in (strange, akin, LEAD)]
    told = [{"akin", "strange"} & set(own) for own in features_of(parts, HEAD)]
    assert told == [{"strange"}, {"akin"}, {"akin"}]
    assert not any({"akin", "strange"} & set(own) for own in features_of(parts, "ميزانية العام المقبل"))
    parts.append(Line(0, len(HEAD), HEAD))
    assert not any({"akin", "strange"} & set(own) for own in features_of(parts, HEAD))


@pytest.mark.parametrize(
    "path",
    [
        "tag/%D9%82%D8%B7%D8%A7%D8%B1", "tags/عنوان-طويل-من-خمس-كلمات/page/3", "ar/author/samir-haddad/",
        "source/bbc", "category/economy/banks/", "قسم/رياضة", "search/label/news", "search?q=x", "?s=خبر",
        "index.php?tag=خبر&paged=2", "ar/taxonomy/term/17", "index.php/taxonomy/term/3?page=9",
        "2015", "2015/03", "ar/2015/3/page/2", "page/77", "local/news/page/3/", "home?page=688",
        "?page=94&q=c2", "index.php?page=4", "اقتصاد?start=120", "sections/NEWS/Reports%20", "cat/1?page=64",
        "aggregator/sources/6?page=14&qt-news=1", "?paged=131&أنواع-العروض=خدمات", "?p=category/محليات&paged=1598",
        "latest-news", "keyword/NEWS/مطار", "Author/261/قيس-الحداد", "هنا-المرفأ/تقارير/تقارير-وتحقيقات?page=11",
        "cat/10473?page=391", "writers/سامي-الحداد", "index.php/x/y/itemlist/category/91-2018-05-03",
        "local/rss.xml", "feed/", "category/x/feed", "rss2", "atom.xml",
    ],
)  # fmt: skip
def test_an_address_of_a_tag_a_section_a_search_a_month_or_a_numbered_page_is_a_list(path: str) -> None:
    """A list's pages are numbered, a section may have sections of its own, and a month holds what was written in it."""
    assert is_list(f"https://site.example/{path}")


@pytest.mark.parametrize(
    "path",
    [
        "", "news/1234", "economy/banks", "category", "category/economy/123456",
        "section/local/وزير-النقل-يفتتح-محطة-جديدة", "tag/2024/05/04/title", "?s=x&p=12", "?p=12", "tagged/x",
        "2015/03/08", "2015/03/08/title", "2015/03/08/456", "archives/34518", "19354", "article/1234?page=2",
        "وزير-النقل-يفتتح-محطة-جديدة/page/2", "long-title-of-an-article?page=1", "index.php?page=3&id=45",
        "home?page=details", "news/123?page=2", "cat/123456?page=2", "?nid=77&page=2", "?article=77&page=2",
        "author/سمير-حداد/وزير-النقل-يفتتح-محطة-جديدة", "author/سمير-حداد/123456", "latest-news/123456",
        "?a=/" * 2000, "rss/123456", "feeds", "cat/10473?page=3", "news?page=391&id=45",
        "search?max-results=7&reverse-paginate=true&updated-max=2015-08-02T11%3A20%3A00%2B03%3A00",
    ],
)  # fmt: skip
def test_other_addresses_are_no_list(path: str) -> None:
    """An article may stand behind its section's name and have pages of its own; a front page may hold anything."""
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


def test_a_page_of_one_text_and_nothing_else_is_an_article_at_a_lists_address() -> None:
    """Lists have headlines; where more than one of its texts opens as leads do, they are several articles'."""
    roles = []
    for second in (MORE, BRIDGE_LEAD):
        page = Page(
            page_id="p",
            url="https://site.example/reports?page=238",
            source=None,
            captured_at=datetime(2024, 5, 5, tzinfo=UTC),
            text=lines(LEAD, second, MORE, LAST),
        )
        roles.append({document.role.value for document in SEGMENTATION.apply(page).documents})
    assert roles == [{"article"}, {"teaser"}]


def test_the_address_that_the_markup_gives_as_the_page_s_own_says_whether_it_is_a_list() -> None:
    """An article may be fetched at an address of which only its month is left; its markup knows better."""
    found = []
    for canonical in (None, "https://site.example/2015/03/08/council-extends-water-network"):
        page = Page(
            page_id="p",
            url="https://site.example/2015/03/",
            source=None,
            captured_at=datetime(2024, 5, 5, tzinfo=UTC),
            text=lines(HEAD, LEAD, MORE),
            witness=Witness(canonical_url=canonical),
        )
        found.append([document.role for document in SEGMENTATION.apply(page).documents])
    assert found == [["teaser"], ["article"]]
