"""Outlets that no list has, told by the page's own address."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.document import Metadata
from schemas.segment import Owner, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.metadata.names.hosts import names_spelled_by, spells
from workers.stages.metadata.spelling import key
from workers.stages.page import Page

Maker = Callable[..., Page]

HEADLINE = "سفينة ركاب ترسو في ميناء جديد"
TEXT = "وصلت السفينة إلى الميناء صباحا بعد رحلة استمرت أسبوعين، وعلى متنها مئتا راكب من أربع دول."


def _article(make_page: Maker, url: str | None, *lines: tuple[SegmentKind, str]) -> Metadata:
    page = make_page(
        *(
            (kind, Owner.PAGE if kind is SegmentKind.BOILERPLATE else Owner.ARTICLE, content)
            for kind, content in ((SegmentKind.HEADLINE, HEADLINE), *lines)
        )
    )
    return METADATA.apply(replace(page, url=url)).documents[0].metadata


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("nabd-alsahel.net", "نبض الساحل"),
        ("www.nabdalsahel.com", "نبض الساحل"),
        ("daffanews.com", "ضفة نيوز"),
        ("almarfaa.news", "المرفأ"),
        ("almarfaa.com.lb", "المرفأ"),
        ("ennawras.dz", "النورس"),
        ("ashiraa24.ma", "الشراع 24"),
        ("ech-chiraa.dz", "الشراع"),
        ("al3omran.com", "العمران"),
        ("mirsatoday.com", "مرسى اليوم"),
        ("khabartangha.info", "خبر طنغة"),
        ("sahelfm.tn", "sahel fm"),
        ("arabic.rt.com", "روسيا اليوم"),
    ],
)
def test_a_host_spells_a_name(host: str, name: str) -> None:
    """Vowels, the article and a word for news may differ, and a known outlet's id is its address."""
    names = names_spelled_by(f"https://{host}/news/1")
    assert names is not None
    assert spells(names, key(name))


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("nabd-alsahel.net", "نبض الجبل"),
        ("almarfaa.news", "مرفق"),
        ("abwab.news", "بوب"),
        ("site-07.example", "ستة"),
        ("www.almarfaa.com", "كوم"),
    ],
)
def test_a_host_spells_no_other_name(host: str, name: str) -> None:
    """Every consonant counts, and so does the letter with which the name begins."""
    names = names_spelled_by(f"https://{host}/news/1")
    assert names is None or not spells(names, key(name))


@pytest.mark.parametrize("url", [None, "", "http://[", "https://news.example/1", "https://www.com/1"])
def test_an_address_without_a_name_spells_none(url: str | None) -> None:
    """What is no address, or has words that any address has, bears witness to nothing."""
    assert names_spelled_by(url) is None


def test_a_long_run_of_vowels_is_read_at_once() -> None:
    """A name that is one letter a hundred thousand times is no outlet's, and takes no time to tell."""
    names = names_spelled_by("https://almarfaa.news/1")
    assert names is not None
    assert not spells(names, "ا" * 100_000)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("متابعات – المرفأ – {}", "المرفأ"),
        ("طنجة – المرفأ\n{}", "المرفأ"),
        ("المرفأ | وكالات\n{}", "المرفأ"),
        ("طنجة_”المرفأ”_\n{}", "المرفأ"),
        ("{} وقال القبطان لـ«المرفأ» إن الرحلة هادئة.", "المرفأ"),
        ("{} وقال القبطان لـ المرفأ إن الرحلة هادئة.", "المرفأ"),
        ("{} وذكر في حديث لموقع المرفأ أن الرحلة هادئة.", "المرفأ"),
        ("{} وقال القبطان في حوار مع «المرفأ» إن الرحلة هادئة.", "المرفأ"),
        ("{} ورست سفينة İİİİİİİİ. وقال القبطان لـ«المرفأ", "المرفأ"),
        ("{} وفاز الفريق على المرفأ بهدف.", None),
        ("{} وقال القبطان لـ«النورس» إن الرحلة هادئة.", None),
    ],
)
def test_what_the_address_spells_and_the_text_names_publishes(
    make_page: Maker, line: str, publisher: str | None
) -> None:
    """A dateline, a line of sources or running text may name it; another outlet there is who was spoken to."""
    lines = ((SegmentKind.PARAGRAPH, each) for each in line.format(TEXT).split("\n"))
    assert _article(make_page, "https://almarfaa.news/1", *lines).publisher == publisher


@pytest.mark.parametrize(
    ("line", "publisher", "agencies", "place"),
    [
        ("طنجة المرفأ نيوز", "المرفأ نيوز", (), "طنجة"),
        ("طنجة - وكالة المرفأ", "وكالة المرفأ", (), "طنجة"),
        ("طنجة - وكالة النورس", None, ("وكالة النورس",), "طنجة"),
    ],
)
def test_what_the_address_spells_is_the_outlet_beside_a_place(
    make_page: Maker, line: str, publisher: str | None, agencies: tuple[str, ...], place: str
) -> None:
    """No mark need stand between them, and an agency that no list has may be the site itself."""
    found = _article(make_page, "https://almarfaa.news/1", (SegmentKind.PARAGRAPH, line), (SegmentKind.PARAGRAPH, TEXT))
    assert (found.publisher, found.agencies, found.dateline_place) == (publisher, agencies, place)


def test_an_address_alone_names_no_publisher(make_page: Maker) -> None:
    """What the page does not write stays out."""
    assert _article(make_page, "https://almarfaa.news/1", (SegmentKind.PARAGRAPH, TEXT)).publisher is None


def test_an_author_that_is_the_site_publishes(make_page: Maker) -> None:
    """Radios sign with their own name."""
    metadata = _article(
        make_page,
        "https://www.radiosahelfm.net/1",
        (SegmentKind.PARAGRAPH, TEXT),
        (SegmentKind.BYLINE, "Written by: sahel fm"),
    )
    assert (metadata.publisher, metadata.authors) == ("sahel fm", ())


def test_a_paper_that_is_named_as_a_day_is_not_found_in_running_text(make_page: Maker) -> None:
    """Every article says today."""
    text = f"{TEXT} وقال القبطان لـ اليوم الثالث على التوالي إن البحر هادئ."
    assert _article(make_page, "https://www.alyaum.com/1", (SegmentKind.PARAGRAPH, text)).publisher is None
