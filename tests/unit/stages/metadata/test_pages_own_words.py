"""What pages write around an article: metadata in places of every kind."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.document import Metadata
from schemas.segment import Owner, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.page import Page

Maker = Callable[..., Page]

TEXT = "وصلت السفينة إلى الميناء صباحا بعد رحلة استمرت أسبوعين، وعلى متنها مئتا راكب من أربع دول."
HEADLINE = "سفينة ركاب ترسو في ميناء جديد"


def _article(make_page: Maker, *lines: tuple[SegmentKind, str]) -> Metadata:
    page = [
        (kind, Owner.PAGE if kind is SegmentKind.BOILERPLATE else Owner.ARTICLE, content) for kind, content in lines
    ]
    return METADATA.apply(make_page(*page)).documents[0].metadata


@pytest.mark.parametrize(
    ("line", "authors", "published_at"),
    [
        ("سعاد الهاشميالسبت 1 فبراير 2025 10:20 دقيقتان للقراءة", ("سعاد الهاشمي",), "2025-02-01T10:20"),
        ("سعاد الهاشمي وكريم منصور 1/2/2025 3 min read", ("سعاد الهاشمي", "كريم منصور"), "2025-02-01"),
        ("بقلم سعاد الهاشمي | نُشر: 1/2/2025|آخر تحديث: 2/2/2025", ("سعاد الهاشمي",), "2025-02-01"),
        ("مشاهدات 20 السبت 1 فبراير 2025", (), "2025-02-01"),
    ],
)
def test_author_date_and_reading_time_on_one_line(
    make_page: Maker, line: str, authors: tuple[str, ...], published_at: str
) -> None:
    """Of a byline both are read, and the reading time is nobody's name; segmentation cuts a line of dates there."""
    byline = (SegmentKind.BYLINE, line)
    metadata = _article(make_page, (SegmentKind.HEADLINE, HEADLINE), byline, (SegmentKind.PARAGRAPH, TEXT))

    assert (metadata.authors, metadata.published_at) == (authors, published_at)


@pytest.mark.parametrize(
    "title", [f"{HEADLINE} - مرسى الأخبار", f"{HEADLINE} | اقتصاد | مرسى الأخبار", f"{HEADLINE} :: مرسى الأخبار"]
)
def test_the_title_names_the_publisher_where_no_credit_does(make_page: Maker, title: str) -> None:
    """The name behind a copy of the headline is the site's; a credit goes before it."""
    lines = [(SegmentKind.BOILERPLATE, title), (SegmentKind.HEADLINE, HEADLINE), (SegmentKind.PARAGRAPH, TEXT)]

    assert _article(make_page, *lines).publisher == "مرسى الأخبار"
    assert _article(make_page, *lines, (SegmentKind.CREDIT, "المصدر: صحيفة الشاطئ")).publisher == "صحيفة الشاطئ"


def test_the_sites_name_may_stand_apart_behind_a_copy_of_the_headline(make_page: Maker) -> None:
    """Segmentation may cut the title in two where no line ends."""
    title = f"{HEADLINE} - مرسى الأخبار"
    page = make_page(
        (SegmentKind.BOILERPLATE, Owner.PAGE, title),
        (SegmentKind.HEADLINE, Owner.ARTICLE, HEADLINE),
        (SegmentKind.PARAGRAPH, Owner.ARTICLE, TEXT),
    )
    whole, *rest = page.segments
    cut = whole.start + len(HEADLINE)
    parts = (whole.model_copy(update={"end": cut}), whole.model_copy(update={"start": cut + 1}))

    assert METADATA.apply(replace(page, segments=(*parts, *rest))).documents[0].metadata.publisher == "مرسى الأخبار"


def test_furniture_tells_the_sites_name_from_an_authors(make_page: Maker) -> None:
    """A name in the author's place that the site goes by elsewhere on the page publishes; another is an author."""
    lines = [
        (SegmentKind.HEADLINE, HEADLINE),
        (SegmentKind.BYLINE, "بقلم: خليج المرسى"),
        (SegmentKind.PARAGRAPH, TEXT),
    ]
    named = _article(make_page, *lines, (SegmentKind.BOILERPLATE, "تابعوا خليج المرسى على الهاتف"))
    unnamed = _article(make_page, *lines)

    assert (named.publisher, named.authors) == ("خليج المرسى", ())
    assert (unnamed.publisher, unnamed.authors) == (None, ("خليج المرسى",))


def test_headline_without_a_word_leaves_the_furniture_as_it_is(make_page: Maker) -> None:
    """A page whose headline is nothing but dots is read all the same."""
    read = _article(
        make_page,
        (SegmentKind.HEADLINE, "..."),
        (SegmentKind.BYLINE, "بقلم: خليج المرسى"),
        (SegmentKind.PARAGRAPH, TEXT),
        (SegmentKind.BOILERPLATE, "تابعوا خليج المرسى على الهاتف"),
    )
    assert read.publisher == "خليج المرسى"


def test_lines_above_the_lead_are_read_where_they_passed_for_the_body(make_page: Maker) -> None:
    """A name stuck to its label, a stamp and a dateline each on a line of its own, all of them paragraphs."""
    metadata = _article(
        make_page,
        (SegmentKind.HEADLINE, HEADLINE),
        (SegmentKind.PARAGRAPH, "المحررسعاد الهاشمي"),
        (SegmentKind.PARAGRAPH, "1 فبراير 2025 | 10:20"),
        (SegmentKind.PARAGRAPH, "القاهرة - رويترز"),
        (SegmentKind.PARAGRAPH, TEXT),
    )

    assert metadata.authors == ("سعاد الهاشمي",)
    assert metadata.published_at == "2025-02-01T10:20"
    assert (metadata.dateline_place, metadata.agencies) == ("القاهرة", ("رويترز",))


def test_a_date_on_a_line_inside_the_body_is_no_stamp(make_page: Maker) -> None:
    """Once the text has begun, a line that a break leaves with a date alone is part of it, and a verb is no name."""
    lines = [(SegmentKind.PARAGRAPH, text) for text in ("تبدأ الجولة الأولى", "يوم 8 فبراير 2017", "في ملعب المدينة")]
    broken = _article(make_page, (SegmentKind.HEADLINE, HEADLINE), *lines)
    verb = _article(
        make_page, (SegmentKind.HEADLINE, HEADLINE), (SegmentKind.PARAGRAPH, "حكمت اليوم السبت (1 مارس 2025)")
    )

    assert broken.published_at is None
    assert (verb.authors, verb.published_at) == ((), "2025-03-01")


def test_a_linked_place_on_a_line_of_its_own_is_no_dateline(make_page: Maker) -> None:
    """Where links break the lead into lines, a city among them says nothing."""
    lines = [(SegmentKind.PARAGRAPH, text) for text in ("استقبلت", "القاهرة", "ضيوف المؤتمر في قصر القبة")]

    assert _article(make_page, (SegmentKind.HEADLINE, HEADLINE), *lines).dateline_place is None


@pytest.mark.parametrize(
    ("lead", "published_at"),
    [
        (f"أعلن اليوم الجمعة (28 فبراير 2025) وزير النقل أن {TEXT}", "2025-02-28"),
        (f"أعلن اليوم (28/2/2025) وزير النقل أن {TEXT}", "2025-02-28"),
        (f"أعلن اليوم الجمعة 28 فبراير 2025 وزير النقل أن {TEXT}", "2025-02-28"),
        (f"أعلن اليوم الجمعة الموافق 28/2/2025 وزير النقل أن {TEXT}", "2025-02-28"),
        (f"أعلن وزير النقل أن {TEXT}\nوقال إن الرحلات تبدأ اليوم، الجمعة 28 فبراير 2025، من الميناء.", "2025-02-28"),
        (f"أعلن وزير النقل أن اليوم هو غير 28 فبراير 2025 وأن {TEXT}", None),
        (f"أعلن اليوم الجمعة (9 فبراير 2018) وزير النقل أن {TEXT}", "2018-02-09"),
        (f"أعلن اليوم الجمعة 9 فبراير 2024 وزير النقل أن {TEXT}", "2024-02-09"),
        (f"أعلن اليوم السبت 28 فبراير 2025 وزير النقل أن {TEXT}", None),
        (f"أعلن في مؤتمر (28 فبراير 2025) وزير النقل أن {TEXT}", None),
        (f"أعلن اليوم الثلاثاء 9 فبراير 2016 وزير النقل أن {TEXT}", None),
        (f"القاهرة في 28 فبراير 2025 /رويترز/ {TEXT}", "2025-02-28"),
    ],
)
def test_the_lead_dates_the_article_where_nothing_else_does(
    make_page: Maker, lead: str, published_at: str | None
) -> None:
    """A date in the dateline and today's date count, an old one only in parentheses; a stamp goes before them."""
    lines = [(SegmentKind.HEADLINE, HEADLINE), *((SegmentKind.PARAGRAPH, text) for text in lead.split("\n"))]

    assert _article(make_page, *lines).published_at == published_at
    assert _article(make_page, *lines, (SegmentKind.TIMESTAMP, "27/2/2025")).published_at == "2025-02-27"


def test_a_stamp_stuck_to_the_headline_counts_where_there_is_no_other(make_page: Maker) -> None:
    """A headline's own year does not, nor does a date inside it."""
    for headline, value in (
        (f"{HEADLINE}2025/02/24، 01:45", "2025-02-24T01:45"),
        ("حصاد عام 2024", None),
        ("ماذا حدث في 24 فبراير 2024 بالميناء", None),
    ):
        assert (
            _article(make_page, (SegmentKind.HEADLINE, headline), (SegmentKind.PARAGRAPH, TEXT)).published_at == value
        )


def test_a_page_that_was_only_updated_has_no_date_of_publication(make_page: Maker) -> None:
    """The update is given as such, and neither the masthead's clock nor an outlet named after a day is a date."""
    metadata = _article(
        make_page,
        (SegmentKind.TIMESTAMP, "آخر تحديث للموقع: 1/3/2025 - 08:00"),
        (SegmentKind.HEADLINE, HEADLINE),
        (SegmentKind.TIMESTAMP, "آخر تحديث: 27 فبراير 2025 - 06:48 م"),
        (SegmentKind.PARAGRAPH, TEXT),
        (SegmentKind.CREDIT, "المصدر صدى اليوم"),
    )

    assert (metadata.published_at, metadata.updated_at) == (None, "2025-02-27T18:48")
    assert metadata.publisher == "صدى اليوم"


def test_a_masthead_with_a_clock_does_not_make_the_articles_date_exacter(make_page: Maker) -> None:
    """Two stamps of one day, above and below the headline: the lower one stands as it is."""
    metadata = _article(
        make_page,
        (SegmentKind.TIMESTAMP, "السبت 1 مارس 2025 07:59"),
        (SegmentKind.HEADLINE, HEADLINE),
        (SegmentKind.TIMESTAMP, "1/3/2025"),
        (SegmentKind.PARAGRAPH, TEXT),
    )

    assert metadata.published_at == "2025-03-01"


@pytest.mark.parametrize("kind", [SegmentKind.CAPTION, SegmentKind.BOILERPLATE])
def test_a_byline_above_the_text_is_read_whatever_it_passed_for(make_page: Maker, kind: SegmentKind) -> None:
    """A label, or a person beside a date, shows a byline; a name alone may be whom a picture shows."""
    text = (SegmentKind.PARAGRAPH, TEXT)
    headline = (SegmentKind.HEADLINE, HEADLINE)
    labelled = _article(make_page, headline, (kind, "بواسطة:سعاد الهاشمي"), text)
    dated = _article(make_page, headline, (kind, "سعاد الهاشمي1/2/2025 3 دقائق قراءة"), text)
    alone = _article(make_page, headline, (kind, "سعاد الهاشمي"), text)

    assert labelled.authors == ("سعاد الهاشمي",)
    assert (dated.authors, dated.published_at) == (("سعاد الهاشمي",), "2025-02-01")
    assert alone.authors == ()


@pytest.mark.parametrize("kind", [SegmentKind.CAPTION, SegmentKind.BOILERPLATE])
@pytest.mark.parametrize("headline", [True, False])
def test_a_dateline_above_the_text_is_read_whatever_it_passed_for(
    make_page: Callable[..., Page], kind: SegmentKind, *, headline: bool
) -> None:
    """A place and an agency alone on a line next to the text are its dateline; a picture's source is none."""
    above = [(SegmentKind.HEADLINE, Owner.ARTICLE, "ميناء جديد على الساحل")] if headline else []
    text = (SegmentKind.PARAGRAPH, Owner.ARTICLE, "افتتح الوزير الميناء الجديد صباح اليوم.")

    dateline = METADATA.apply(make_page(*above, (kind, Owner.ARTICLE, "غزة (شينخوا) –"), text)).documents[0].metadata
    caption = METADATA.apply(make_page(*above, (kind, Owner.ARTICLE, "أرشيفية - رويترز"), text)).documents[0].metadata

    assert (dateline.dateline_place, dateline.agencies) == ("غزة", ("شينخوا",))
    assert (caption.dateline_place, caption.agencies) == (None, ())


@pytest.mark.parametrize(
    ("stamp", "published_at"),
    [
        ("(10/2/2025 - 16/2/2025)", None),
        ("10 فبراير 2025 إلى 16 فبراير 2025", None),
        ("10/2/2025 09:00 - 16/2/2025 10:00", "2025-02-10T09:00"),
        ("نشر 10/2/2025 - حدث 16/2/2025", "2025-02-10"),
        ("10/2/2025", "2025-02-10"),
    ],
)
def test_the_days_that_a_report_covers_are_no_date_of_its_own(
    make_page: Maker, stamp: str, published_at: str | None
) -> None:
    """Two days with a dash between are a span, unless times or labels say what each is."""
    lines = [(SegmentKind.HEADLINE, HEADLINE), (SegmentKind.TIMESTAMP, stamp), (SegmentKind.PARAGRAPH, TEXT)]

    assert _article(make_page, *lines).published_at == published_at


@pytest.mark.parametrize(
    ("below", "published_at"),
    [
        (("س.ن.م", "22/02/2025 - 10:46"), "2025-02-22T10:46"),
        (("22/02/2025 - 10:46",), "2025-02-22T10:46"),
        (("اقرأ المزيد", "22/02/2025 - 10:46"), None),
        (("22/02/2025 افتتاح السوق",), None),
    ],
)
def test_a_date_right_below_the_text_dates_it(
    make_page: Maker, below: tuple[str, ...], published_at: str | None
) -> None:
    """Or below the initials that sign it; further down it is another article's."""
    furniture = ((SegmentKind.BOILERPLATE, text) for text in below)
    lines = [(SegmentKind.HEADLINE, HEADLINE), (SegmentKind.PARAGRAPH, TEXT), *furniture]

    assert _article(make_page, *lines).published_at == published_at
