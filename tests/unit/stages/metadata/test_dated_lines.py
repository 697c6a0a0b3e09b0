"""Lines with a date and what sites put beside it, which segmentation took for something else."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.document import Metadata
from schemas.segment import Owner, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.dated import bylines_beside_dates, carries_date
from workers.stages.page import Page

Maker = Callable[..., Page]

HEADLINE = "سفينة ركاب ترسو في ميناء جديد"
TEXT = "وصلت السفينة إلى الميناء صباحا بعد رحلة استمرت أسبوعين، وعلى متنها مئتا راكب من أربع دول."
TODAY = (SegmentKind.TIMESTAMP, "السبت 1 مارس 2025")


def _article(make_page: Maker, *lines: tuple[SegmentKind, str]) -> Metadata:
    page = [
        (kind, Owner.PAGE if kind is SegmentKind.BOILERPLATE else Owner.ARTICLE, content) for kind, content in lines
    ]
    return METADATA.apply(make_page(*page)).documents[0].metadata


@pytest.mark.parametrize(
    ("line", "carries"),
    [
        ("محليات17/02/2025", True),
        ("0 تعليق 3 مشاركة 17/02/2025", True),
        ("17 فبراير، 2025 3,214 مشاهدات لا توجد تعليقات", True),
        ("الخبر رقم 12345 بتاريخ 17/02/2025", True),
        ("بتاريخ 17 فبراير، 2025 بواسطة سعاد الهاشمي في أخبار مع 0 تعليقات", True),
        ("الرئيسية > أخبار > 17 فبراير 2025", True),
        ("الرباط - سعاد الهاشمي - 17 فبراير 2025", True),
        ("editor3 17/02/2025 محليات", True),
        ("منذ 3 أيام 120 مشاهدة", True),
        ("مظاهرة أمام البرلمان 17 فبراير 2025", False),
        ("أسعار الخضار والفواكه 17 فبراير 2025", False),
        ("افتتح المعرض يوم 17 فبراير 2025.", False),
        ("محليات 120", False),
        ("نسخة الأرشيف 2025-02-17@09:37:49", False),
    ],
)
def test_a_line_carries_a_date_beside_what_says_nothing_of_the_article(line: str, *, carries: bool) -> None:
    """Sections, counts, names, places and buttons; other words make it a caption's, a title's or a sentence's."""
    assert carries_date(Quote(line)) is carries


@pytest.mark.parametrize(
    ("line", "bylines"),
    [
        ("17:42 | كتب: سعاد الهاشمي |", ["كتب: سعاد الهاشمي"]),
        ("17 فبراير 2025 - سعاد الهاشمي", ["- سعاد الهاشمي"]),
        ("17 فبراير 2025 | سعاد الهاشمي تفوز بالجائزة الكبرى", []),
    ],
)
def test_a_byline_stands_between_the_bars_of_a_line_of_dates(line: str, bylines: list[str]) -> None:
    """With its label, or without one where nothing else stands there."""
    assert bylines_beside_dates(Quote(line)) == bylines


@pytest.mark.parametrize(
    "kind", [SegmentKind.CAPTION, SegmentKind.BOILERPLATE, SegmentKind.BYLINE, SegmentKind.PARAGRAPH]
)
def test_the_date_below_the_headline_goes_before_the_mastheads(make_page: Maker, kind: SegmentKind) -> None:
    """Whatever its line passed for."""
    metadata = _article(
        make_page,
        TODAY,
        (SegmentKind.HEADLINE, HEADLINE),
        (kind, "بتاريخ 17 فبراير، 2025 بواسطة سعاد الهاشمي في أخبار مع 0 تعليقات"),
        (SegmentKind.PARAGRAPH, TEXT),
    )

    assert (metadata.published_at, metadata.authors) == ("2025-02-17", ("سعاد الهاشمي",))


def test_a_date_between_paragraphs_is_one_of_what_the_article_tells(make_page: Maker) -> None:
    """Chronologies have a day a line; only a day below all text can be the article's."""
    told, day = "وصلت سفينة ثانية إلى الميناء القديم.", (SegmentKind.PARAGRAPH, "3 أكتوبر 2023")
    head = ((SegmentKind.HEADLINE, HEADLINE), (SegmentKind.PARAGRAPH, TEXT))

    assert _article(make_page, *head, day, (SegmentKind.PARAGRAPH, told)).published_at is None
    assert _article(make_page, *head, (SegmentKind.PARAGRAPH, told), day).published_at == "2023-10-03"


def test_the_last_line_dates_beside_an_outlet_that_nobody_knows(make_page: Maker) -> None:
    """What is signed below the text is signed on the day it came out."""
    metadata = _article(
        make_page,
        (SegmentKind.HEADLINE, HEADLINE),
        (SegmentKind.PARAGRAPH, TEXT),
        (SegmentKind.PARAGRAPH, "وغادر الركاب الميناء مساء بعد انتهاء الإجراءات."),
        (SegmentKind.PARAGRAPH, "المرفأ نيوز 17/02/2025"),
    )

    assert metadata.published_at == "2025-02-17"


def test_a_captions_date_is_not_the_articles(make_page: Maker) -> None:
    """What a picture shows may be long past."""
    metadata = _article(
        make_page,
        (SegmentKind.HEADLINE, HEADLINE),
        (SegmentKind.CAPTION, "سفن أمام الميناء القديم 12 مارس 2019"),
        (SegmentKind.PARAGRAPH, TEXT),
    )

    assert metadata.published_at is None


def test_the_outlet_before_a_date_on_one_line_publishes(make_page: Maker) -> None:
    """Segmentation cuts the date off; an outlet's words tell that what is left is one."""
    page = make_page(
        (SegmentKind.HEADLINE, Owner.ARTICLE, HEADLINE),
        (SegmentKind.BOILERPLATE, Owner.PAGE, "صوت المرفأ | "),
        (SegmentKind.TIMESTAMP, Owner.ARTICLE, "17 فبراير 2025"),
        (SegmentKind.PARAGRAPH, Owner.ARTICLE, TEXT),
    )
    joined = replace(page, text=page.text.replace("| \n", "|  "))

    assert METADATA.apply(page).documents[0].metadata.publisher is None
    assert METADATA.apply(joined).documents[0].metadata.publisher == "صوت المرفأ"
