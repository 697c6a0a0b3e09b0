"""Names alone on a line that are no authors'."""

from collections.abc import Callable

import pytest

from schemas.segment import Owner, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.page import Page

Maker = Callable[..., Page]
Lines = tuple[tuple[SegmentKind, str], ...]

HEADLINE = "سفينة ركاب ترسو في ميناء جديد"
TEXT = "وصلت السفينة إلى الميناء صباحا بعد رحلة استمرت أسبوعين، وعلى متنها مئتا راكب من أربع دول."
NAME = (SegmentKind.BYLINE, "سعاد الهاشمي")
NAMES = (SegmentKind.BYLINE, "سعاد الهاشمي وكريم منصور")


def _authors(make_page: Maker, *lines: tuple[SegmentKind, str]) -> tuple[str, ...]:
    page = make_page(*((kind, Owner.ARTICLE, content) for kind, content in lines))
    return METADATA.apply(page).documents[0].metadata.authors


@pytest.mark.parametrize("office", ["رئيس التحرير", "الرئيس التنفيذي", "المدير المسؤول:"])
def test_below_an_office_of_the_house_stands_its_staff(make_page: Maker, office: str) -> None:
    """Mastheads give office and name a line each; with nothing above, the same name is the author's."""
    article = ((SegmentKind.HEADLINE, HEADLINE), (SegmentKind.PARAGRAPH, TEXT))
    assert _authors(make_page, (SegmentKind.BOILERPLATE, office), NAME, *article) == ()
    assert _authors(make_page, NAME, *article) == ("سعاد الهاشمي",)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (HEADLINE, f"{TEXT} وقال كريم منصور إن الرحلة كانت هادئة."),
        ("كريم منصور يعود من رحلته الأولى", TEXT),
    ],
)
def test_whom_the_article_speaks_of_did_not_write_it(make_page: Maker, headline: str, text: str) -> None:
    """Their names are a picture's caption, and so is another beside them."""
    assert _authors(make_page, (SegmentKind.HEADLINE, headline), NAMES, (SegmentKind.PARAGRAPH, text)) == ()


@pytest.mark.parametrize("ending", ["كتبت سعاد الهاشمي", "* سعاد الهاشمي باحثة في شؤون البحر", "الكاتبة سعاد الهاشمي"])
def test_an_author_may_be_named_again_below(make_page: Maker, ending: str) -> None:
    """Behind a label or a mark it is still the author."""
    lines = ((SegmentKind.HEADLINE, HEADLINE), NAME, (SegmentKind.PARAGRAPH, TEXT), (SegmentKind.PARAGRAPH, ending))
    assert _authors(make_page, *lines) == ("سعاد الهاشمي",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [("د. سعاد الهاشمي", ("سعاد الهاشمي",)), ("د. كريم منصور", ()), ("الهاشمي", ())],
)
def test_a_title_that_gives_the_surname_tells_the_author(make_page: Maker, line: str, authors: tuple[str, ...]) -> None:
    """The full name stands below it and passed for a picture's caption."""
    headline = (SegmentKind.HEADLINE, "الهاشمي تكتب: من يحرس البحر؟")
    assert _authors(make_page, headline, (SegmentKind.CAPTION, line), (SegmentKind.PARAGRAPH, TEXT)) == authors
