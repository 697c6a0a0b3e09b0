"""What the markup states, beside and against what the text states."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schemas.document import Document, Metadata, Precision
from schemas.segment import Owner, SegmentKind
from workers.markup.witness import Witness
from workers.stages.metadata import METADATA
from workers.stages.page import Page

ARTICLE, TEASER = Owner.ARTICLE, Owner.TEASER

Maker = Callable[..., Page]
Line = tuple[SegmentKind, Owner, str]

HEADLINE: Line = (SegmentKind.HEADLINE, ARTICLE, "ميناء جديد")
LEAD: Line = (SegmentKind.PARAGRAPH, ARTICLE, "افتتح الوزير الميناء الجديد صباح اليوم.")


def stamp(text: str) -> Line:
    """Write a stamp of the article."""
    return (SegmentKind.TIMESTAMP, ARTICLE, text)


def stated(document: Document) -> Metadata:
    """Give what a document states, and not how that was found."""
    return document.metadata.model_copy(update={"evidence": ()})


def read(page: Page, witness: Witness) -> Metadata:
    """Read the article's metadata."""
    return stated(METADATA.apply(replace(page, witness=witness)).documents[0])


def test_markup_fills_what_the_text_leaves_open(make_page: Maker) -> None:
    """Dates as exact as stated, publisher, authors and tags come from the markup where no line states them."""
    witness = Witness(
        published_at="2025-02-27T10:30:00+03:00",
        updated_at="2025-02-27T12:00:00+03:00",
        publisher="صحيفة الشاطئ",
        authors=("سلمى فؤاد", "كريم منصور"),
        keywords=("#موانئ", "البحر_الأحمر", "موانئ"),
    )

    assert read(make_page(HEADLINE, LEAD), witness) == Metadata(
        published_at="2025-02-27T10:30:00+03:00",
        published_precision=Precision.SECOND,
        updated_at="2025-02-27T12:00:00+03:00",
        publisher="صحيفة الشاطئ",
        authors=("سلمى فؤاد", "كريم منصور"),
        keywords=("موانئ", "البحر الأحمر"),
        language="ar",
    )


def test_what_the_text_states_stands(make_page: Maker) -> None:
    """Names and tags of the page's own lines are not replaced, whatever the markup calls them."""
    page = make_page(
        HEADLINE,
        (SegmentKind.BYLINE, ARTICLE, "كتبت: سلمى فؤاد"),
        LEAD,
        (SegmentKind.CREDIT, ARTICLE, "المصدر: صحيفة الشاطئ"),
        (SegmentKind.KEYWORDS, ARTICLE, "الوسوم: البحر الأحمر، موانئ"),
    )
    witness = Witness(publisher="Shore Daily", authors=("Salma Fouad",), keywords=("a", "b"), published_at="2025-02-27")

    metadata = read(page, witness)

    assert (metadata.publisher, metadata.authors) == ("صحيفة الشاطئ", ("سلمى فؤاد",))
    assert (metadata.keywords, metadata.published_at) == (("البحر الأحمر", "موانئ"), "2025-02-27")


def test_markup_speaks_of_the_article_alone(make_page: Maker) -> None:
    """A teaser gets nothing from it."""
    page = make_page(HEADLINE, LEAD, (SegmentKind.TEASER_HEADLINE, TEASER, "أمطار غزيرة"))
    witness = Witness(published_at="2025-02-27", publisher="صحيفة الشاطئ", authors=("سلمى فؤاد",), keywords=("موانئ",))

    teaser = stated(METADATA.apply(replace(page, witness=witness)).documents[1])

    assert teaser == Metadata(language="ar")


@pytest.mark.parametrize(
    ("lines", "stated", "published_at"),
    [
        pytest.param(
            (HEADLINE, stamp("27/02/2025")), "2025-02-27T10:30:00+03:00", "2025-02-27T10:30:00+03:00", id="time"
        ),
        pytest.param(
            (HEADLINE, stamp("27/02/2025 10:31")), "2025-02-27T07:30:00Z", "2025-02-27T10:31", id="both times"
        ),
        pytest.param((HEADLINE, stamp("27/02/2025")), "2025-02-26T22:30:00Z", "2025-02-27", id="UTC the day before"),
        pytest.param(
            (HEADLINE, stamp("27/02/2025")), "2025-02-27T00:00:00+00:00", "2025-02-27", id="midnight is a day"
        ),
        pytest.param((HEADLINE,), "2025-02-27T00:00:00Z", "2025-02-27", id="midnight alone"),
        pytest.param((stamp("1 مارس 2025"), HEADLINE), "2025-02-20T10:00", "2025-02-20T10:00", id="masthead"),
        pytest.param(
            (stamp("27/02/2025 17:55"), HEADLINE), "2025-02-27T17:27:41", "2025-02-27T17:27:41", id="masthead's clock"
        ),
        pytest.param(
            (stamp("27/02/2025 17:27"), HEADLINE), "2025-02-27T14:27:41Z", "2025-02-27T17:27", id="local time above"
        ),
        pytest.param((stamp("27/02/2025 17:55"), HEADLINE), "2025-02-27", "2025-02-27T17:55", id="day in the markup"),
        pytest.param(
            (HEADLINE, stamp("27/02/2025 17:55")), "2025-02-27T17:27:41", "2025-02-27T17:55", id="times behind it"
        ),
        pytest.param(
            (HEADLINE, stamp("منذ 3 ساعات")), "2025-02-28T20:10:00Z", "2025-02-28T20:10:00Z", id="an age in hours"
        ),
        pytest.param((HEADLINE, stamp("20 فبراير 2025")), "2025-02-25", "2025-02-20", id="behind the headline"),
        pytest.param(
            (stamp("تاريخ النشر: 20 فبراير 2025"), HEADLINE), "2025-02-25", "2025-02-20", id="labelled before it"
        ),
        pytest.param((HEADLINE, stamp("منذ يومين")), "2024-11-05", "2024-11-05", id="relative"),
        pytest.param(
            (HEADLINE, (SegmentKind.CREDIT, ARTICLE, "2025-02-04 02:00 - المصدر: صحيفة الشاطئ")),
            "2025-02-10",
            "2025-02-10",
            id="beside a credit",
        ),
        pytest.param((HEADLINE, stamp("04/02/2025 - 14:30")), "2024-04-02", "2025-02-04T14:30", id="another year"),
        pytest.param((HEADLINE, stamp("04/02/2024 - 14:30")), "2024-04-02", "2024-04-02T14:30", id="exchanged"),
        pytest.param((HEADLINE, stamp("4 فبراير 2024")), "2024-04-02", "2024-02-04", id="month in letters"),
        pytest.param((HEADLINE, stamp("20 مايو 2025")), "2025-02-25", "2025-02-25", id="text in the future"),
        pytest.param((stamp("1 مارس 2025"), HEADLINE), "2031-01-01", "2025-03-01", id="markup in the future"),
        pytest.param((HEADLINE,), "1970-01-01T00:00:00Z", None, id="epoch"),
        pytest.param((HEADLINE,), "0001-01-01", None, id="no date known"),
        pytest.param((HEADLINE,), "أمس", None, id="relative to nothing"),
        pytest.param((HEADLINE,), "not a date", None, id="no date"),
    ],
)
def test_dates_are_settled_by_evidence(
    make_page: Maker, lines: tuple[Line, ...], stated: str, published_at: str | None
) -> None:
    """Agreeing, the text's form or the exacter stands; contradicting, the text's where it is hardly another."""
    metadata = read(make_page(*lines, LEAD), Witness(published_at=stated))

    assert metadata.published_at == published_at
    assert (metadata.published_precision is None) is (published_at is None)


@pytest.mark.parametrize(
    ("published", "updated", "updated_at"),
    [
        ("2025-02-27T10:00:00Z", "2025-02-27T12:00:00Z", "2025-02-27T12:00:00Z"),
        ("2025-02-27T10:00:00+00:00", "2025-02-27T13:00:00+03:00", None),
        ("2025-02-27T10:00:00Z", "2025-02-26T10:00:00Z", None),
        ("2025-02-27", "2025-02-27T10:00:00Z", None),
        ("2025-02-27", "2025-02-28", "2025-02-28"),
        (None, "2025-02-28", "2025-02-28"),
        (None, "2029-02-28", None),
    ],
)
def test_an_update_comes_after_publication(
    make_page: Maker, published: str | None, updated: str, updated_at: str | None
) -> None:
    """Systems that know no update repeat the date of publication; that is none."""
    witness = Witness(published_at=published, updated_at=updated)

    assert read(make_page(HEADLINE, LEAD), witness).updated_at == updated_at


def test_the_texts_update_stands(make_page: Maker) -> None:
    """A last update that the page shows goes before the markup's."""
    page = make_page(HEADLINE, stamp("آخر تحديث: 24/02/2025 10:00"), LEAD)

    assert read(page, Witness(updated_at="2025-02-25")).updated_at == "2025-02-24T10:00"


@pytest.mark.parametrize(
    ("lead", "named", "publisher", "agencies"),
    [
        ("أبوظبي - سكاي نيوز عربية - افتتح الوزير الميناء.", "صحيفة الشاطئ", "صحيفة الشاطئ", ("سكاي نيوز عربية",)),
        ("أبوظبي - سكاي نيوز عربية - افتتح الوزير الميناء.", "سكاي نيوز", "سكاي نيوز عربية", ()),
        ("أبوظبي - سكاي نيوز عربية - افتتح الوزير الميناء.", "Sky News Arabia", "سكاي نيوز عربية", ()),
        ("لندن (رويترز) - افتتح الوزير الميناء.", "صحيفة الشاطئ", "صحيفة الشاطئ", ("رويترز",)),
        ("لندن (رويترز) - افتتح الوزير الميناء.", "Reuters", "رويترز", ()),
        ("افتتح الوزير الميناء.", "https://shore.example", None, ()),
        ("افتتح الوزير الميناء.", "-", None, ()),
    ],
)
def test_the_site_publishes_where_no_credit_says_who(
    make_page: Maker, lead: str, named: str, publisher: str | None, agencies: tuple[str, ...]
) -> None:
    """A dateline's outlet is the site itself or the copy's source; agreeing names stand as the text writes them."""
    metadata = read(make_page(HEADLINE, (SegmentKind.PARAGRAPH, ARTICLE, lead)), Witness(publisher=named))

    assert (metadata.publisher, metadata.agencies) == (publisher, agencies)


def test_not_everything_in_an_authors_place_is_one(make_page: Maker) -> None:
    """The site itself, a desk, an account and an address are no authors; an agency is an agency."""
    witness = Witness(
        publisher="صحيفة الشاطئ",
        authors=("صحيفة الشاطئ", "admin", "https://social.example/shore", "@shore", "رويترز", "سلمى فؤاد"),
    )

    metadata = read(make_page(HEADLINE, LEAD), witness)

    assert (metadata.authors, metadata.agencies) == (("سلمى فؤاد",), ("رويترز",))


def test_a_site_in_an_authors_place_is_known_by_its_host(make_page: Maker) -> None:
    """The host's name and a part of the site's name are no authors; the place beside them is the dateline's."""
    witness = Witness(
        publisher="صحيفة الشاطئ",
        authors=("shore", "الشاطئ", "(بيروت - الشاطئ)"),
        canonical_url="https://www.shore.example/771",
    )

    metadata = read(make_page(HEADLINE, LEAD), witness)

    assert (metadata.authors, metadata.dateline_place) == ((), "بيروت")


def test_a_slogan_is_no_part_of_a_sites_name(make_page: Maker) -> None:
    """What stands behind a mark in the site's name tells what the site offers."""
    page = make_page(HEADLINE, LEAD)

    assert read(page, Witness(publisher="صحيفة الشاطئ | أخبار البحر والمرافئ")).publisher == "صحيفة الشاطئ"
    assert read(page, Witness(publisher="الشاطئ - نيوز")).publisher == "الشاطئ"


def test_the_titles_words_are_no_tags(make_page: Maker) -> None:
    """A list that systems cut from the title is dropped, as is the title itself; tags that the title has are kept."""
    title = "بلدية المرفأ تفتح «سوق» السمك الجديد"
    page = make_page((SegmentKind.HEADLINE, ARTICLE, title), LEAD)
    cut = ("بلدية", "المرفأ", "تفتح", "«سوق»..", "السمك")

    assert read(page, Witness(headline=title, site_keywords=cut)).keywords == ()
    assert read(page, Witness(headline=title, keywords=cut)).keywords == ()
    assert read(page, Witness(headline=title, site_keywords=(title,))).keywords == ()
    assert read(page, Witness(headline=title, keywords=("سوق", "المرفأ", "بلدية", "السمك"))).keywords == (
        "سوق",
        "المرفأ",
        "بلدية",
        "السمك",
    )
    assert read(page, Witness(headline=title, keywords=("بلدية المرفأ", "السمك"))).keywords == ("بلدية المرفأ", "السمك")


def test_a_list_read_in_part_is_completed(make_page: Maker) -> None:
    """Tags of the text that are some of the markup's get the others; those that are not stand as they are."""
    page = make_page(HEADLINE, LEAD, (SegmentKind.KEYWORDS, ARTICLE, "موانئ"))

    assert read(page, Witness(keywords=("البحر الأحمر", "موانئ", "نقل"))).keywords == ("موانئ", "البحر الأحمر", "نقل")
    assert read(page, Witness(keywords=("البحر الأحمر", "نقل"))).keywords == ("موانئ",)


def test_a_menu_is_no_list_of_tags(make_page: Maker) -> None:
    """More tags than an article has are a menu that passed for them: the markup's count, or none."""
    page = make_page(HEADLINE, LEAD, (SegmentKind.KEYWORDS, ARTICLE, "، ".join(f"باب{n}" for n in range(51))))

    assert read(page, Witness()).keywords == ()
    assert read(page, Witness(keywords=("موانئ",))).keywords == ("موانئ",)


def test_a_sites_keywords_are_not_the_articles(make_page: Maker) -> None:
    """The meta tag counts where its words stand in the article."""
    page = make_page(HEADLINE, LEAD)

    assert read(page, Witness(site_keywords=("أخبار", "عاجل", "رياضة", "ميناء"))).keywords == ()
    assert read(page, Witness(site_keywords=("ميناء جديد", "الوزير", "نقل"))).keywords == (
        "ميناء جديد",
        "الوزير",
        "نقل",
    )


def test_broken_names_are_mended(make_page: Maker) -> None:
    """What was decoded with the wrong code page in the text was so in the markup, too."""
    broken = "صحيفة الشاطئ".encode().decode("cp1256")

    assert read(make_page(HEADLINE, LEAD), Witness(publisher=broken)).publisher == "صحيفة الشاطئ"


@pytest.mark.parametrize("captured_at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_any_time_of_capture_will_do(make_page: Maker, captured_at: datetime) -> None:
    """The ends of the calendar are no accident."""
    page = make_page(HEADLINE, LEAD, captured_at=captured_at)

    assert read(page, Witness(published_at="9999-12-31", updated_at="0001-01-01")).language == "ar"


@pytest.mark.parametrize("stated", ["Date 2019-03", "Published 2019-03"])
@pytest.mark.parametrize("line", [stamp("تاريخ النشر: 3 مارس 2019"), LEAD])
def test_a_month_in_the_markup_is_no_date(make_page: Maker, stated: str, line: Line) -> None:
    """The event tells days and times; a month alone is neither, beside a date of the text or without one."""
    published = read(make_page(HEADLINE, line), Witness(published_at=stated)).published_at
    assert published == ("2019-03-03" if line[0] is SegmentKind.TIMESTAMP else None)
