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


@pytest.mark.parametrize(
    ("above", "authors"),
    [
        (("4 دقائق", "كريم شتاينر"), ("كريم شتاينر",)),
        (("وقت القراءة: 4 دقائق", "كريم شتاينر"), ("كريم شتاينر",)),
        (("4 دقائق", "سفن الميناء"), ()),
        (("سعاد الهاشمي @suad_h",), ("سعاد الهاشمي",)),
        (("ميناء المرفأ @marfaa",), ()),
        (("Gettyسعاد الهاشمي",), ("سعاد الهاشمي",)),
        (("AFP سعاد الهاشمي",), ()),
        (("Getty سفن في الميناء",), ()),
        (("مرسى الأخبار:Source سعاد الهاشمي:Author",), ("سعاد الهاشمي",)),
    ],
)
@pytest.mark.parametrize("kind", [SegmentKind.CAPTION, SegmentKind.PARAGRAPH])
def test_what_stands_beside_a_name_shows_the_author(
    make_page: Maker, kind: SegmentKind, above: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    """The minutes that the article takes, an account, a picture's source that takes no names, a label behind."""
    lines = [(kind, line) for line in above]
    assert _authors(make_page, (SegmentKind.HEADLINE, HEADLINE), *lines, (SegmentKind.PARAGRAPH, TEXT)) == authors


def test_whom_the_headline_names_is_not_the_author_beside_an_account(make_page: Maker) -> None:
    """It is whose account the article tells of."""
    lines = ((SegmentKind.HEADLINE, "كريم منصور يعود من رحلته"), (SegmentKind.CAPTION, "كريم منصور @karim"))
    assert _authors(make_page, *lines, (SegmentKind.PARAGRAPH, TEXT)) == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("*Suad Hashimi*", ("Suad Hashimi",)),
        ("* كريم منصور *", ("كريم منصور",)),
        ("Suad Hashimi", ()),
        ("*تابعونا*", ()),
    ],
)
def test_a_name_between_stars_right_below_the_text_signs_it(
    make_page: Maker, line: str, authors: tuple[str, ...]
) -> None:
    """Without stars it may be anybody's, and other words between stars are the site's."""
    article = ((SegmentKind.HEADLINE, HEADLINE), (SegmentKind.PARAGRAPH, TEXT))
    assert _authors(make_page, *article, (SegmentKind.BOILERPLATE, line)) == authors
