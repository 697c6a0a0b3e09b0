"""The metadata stage over whole pages."""

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from schemas.base import Span
from schemas.document import Document, Metadata, Precision, Role
from schemas.segment import Owner, Segment, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.page import Page

ARTICLE, TEASER, PAGE = Owner.ARTICLE, Owner.TEASER, Owner.PAGE
CAPTURED_AT = datetime(2025, 3, 1, 8, 0, tzinfo=UTC)


def without_evidence(metadata: Metadata) -> Metadata:
    """Give what a document states, and not how that was found."""
    return metadata.model_copy(update={"evidence": ()})


def _metadata(page: Page) -> list[Metadata]:
    return [without_evidence(document.metadata) for document in METADATA.apply(page).documents]


def test_a_page_is_described_from_its_segments(make_page: Callable[..., Page]) -> None:
    """Every field comes from the segment that states it."""
    page = make_page(
        (SegmentKind.HEADLINE, ARTICLE, "افتتاح ميناء جديد على البحر الأحمر"),
        (SegmentKind.TIMESTAMP, ARTICLE, "نشر في: 3 مارس 2024 - 02:15 م | آخر تحديث: 4 مارس 2024"),
        (SegmentKind.BYLINE, ARTICLE, "كتبت: سلمى فؤاد"),
        (SegmentKind.CAPTION, ARTICLE, "أرشيفية - شينخوا"),
        (SegmentKind.PARAGRAPH, ARTICLE, "القاهرة - رويترز - افتتح الوزير الميناء الجديد صباح اليوم."),
        (SegmentKind.PARAGRAPH, ARTICLE, "ونقلت وكالة الأناضول عن شهود أن الحضور كان كبيرا في 5 مايو 2020."),
        (SegmentKind.CREDIT, ARTICLE, "المصدر: د ب أ"),
        (SegmentKind.CREDIT, ARTICLE, "المصدر: صحيفة الشاطئ"),
        (SegmentKind.KEYWORDS, ARTICLE, "الوسوم: البحر الأحمر، موانئ"),
    )

    assert _metadata(page) == [
        Metadata(
            published_at="2024-03-03T14:15",
            published_precision=Precision.MINUTE,
            updated_at="2024-03-04",
            publisher="صحيفة الشاطئ",
            agencies=("د ب أ", "رويترز"),
            authors=("سلمى فؤاد",),
            dateline_place="القاهرة",
            keywords=("البحر الأحمر", "موانئ"),
            language="ar",
        )
    ]


def test_a_teaser_has_only_what_its_own_segments_state(make_page: Callable[..., Page]) -> None:
    """The article's date and credits say nothing about a teaser; of two teasers each has its own date."""
    page = make_page(
        (SegmentKind.PARAGRAPH, ARTICLE, "افتتح الوزير الميناء الجديد صباح اليوم."),
        (SegmentKind.CREDIT, ARTICLE, "المصدر: صحيفة الشاطئ"),
        (SegmentKind.TEASER_HEADLINE, TEASER, "أمطار غزيرة"),
        (SegmentKind.TEASER_PARAGRAPH, TEASER, "هطلت أمطار غزيرة على الساحل"),
        (SegmentKind.TEASER_HEADLINE, TEASER, "عودة المدارس"),
        (SegmentKind.TIMESTAMP, TEASER, "5 فبراير 2025"),
        (SegmentKind.TEASER_PARAGRAPH, TEASER, "عاد التلاميذ إلى المدارس"),
    )

    article, first, second = _metadata(page)

    assert article.publisher == "صحيفة الشاطئ"
    assert article.published_at is None
    assert first == Metadata(language="ar")
    assert second == Metadata(published_at="2025-02-05", published_precision=Precision.DAY, language="ar")


def test_a_date_may_stand_on_three_lines(make_page: Callable[..., Page]) -> None:
    """Stamps that only a line break parts are read as one."""
    page = make_page(
        (SegmentKind.TIMESTAMP, ARTICLE, "12"),
        (SegmentKind.TIMESTAMP, ARTICLE, "تموز"),
        (SegmentKind.TIMESTAMP, ARTICLE, "2021"),
        (SegmentKind.PARAGRAPH, ARTICLE, "افتتح الوزير الميناء."),
    )

    assert _metadata(page)[0].published_at == "2021-07-12"


def test_the_capture_stamp_is_no_publication(make_page: Callable[..., Page]) -> None:
    """A crawler's stamp above the article's own does not count, and alone gives nothing."""
    machine = (SegmentKind.TIMESTAMP, ARTICLE, "2025-02-23@09:37:49 GMT")
    own = (SegmentKind.TIMESTAMP, ARTICLE, "تاريخ النشر: 2nd, February 2025 GMT")

    assert _metadata(make_page(machine))[0].published_at is None
    assert _metadata(make_page(machine, own))[0].published_at == "2025-02-02"


def test_only_updated_is_not_published(make_page: Callable[..., Page]) -> None:
    """A page that states only its last update has no date of publication."""
    page = make_page((SegmentKind.TIMESTAMP, ARTICLE, "آخر تحديث: 24/02/2025 10:00"))

    (metadata,) = _metadata(page)

    assert (metadata.published_at, metadata.updated_at) == (None, "2025-02-24T10:00")


def test_the_label_of_a_date_may_fill_the_line_above(make_page: Callable[..., Page]) -> None:
    """Which passed for furniture, and says all the same what the date is the date of."""
    lines = [("تاريخ النشر", "17/02/2025"), ("آخر تحديث", "18/02/2025")]
    page = make_page(
        *(
            line
            for label, date in lines
            for line in ((SegmentKind.BOILERPLATE, Owner.PAGE, label), (SegmentKind.TIMESTAMP, ARTICLE, date))
        )
    )

    (metadata,) = _metadata(page)

    assert (metadata.published_at, metadata.updated_at) == ("2025-02-17", "2025-02-18")


def test_two_relative_dates_with_labels_are_two(make_page: Callable[..., Page]) -> None:
    """Each says what it is the date of."""
    page = make_page(
        (SegmentKind.TIMESTAMP, ARTICLE, "نشر : منذ 3 أيام"), (SegmentKind.TIMESTAMP, ARTICLE, "آخر تحديث: منذ يومين")
    )

    (metadata,) = _metadata(page)

    assert (metadata.published_at, metadata.updated_at) == ("2025-02-26", "2025-02-27")


def test_the_same_day_is_taken_with_its_time(make_page: Callable[..., Page]) -> None:
    """A day stated twice, once with a time, has that time."""
    page = make_page(
        (SegmentKind.TIMESTAMP, ARTICLE, "الأحد 2 فبراير 2025"),
        (SegmentKind.HEADLINE, ARTICLE, "ميناء جديد"),
        (SegmentKind.TIMESTAMP, ARTICLE, "02/02/2025 - 14:30"),
    )

    assert _metadata(page)[0].published_at == "2025-02-02T14:30"


def test_the_stamp_behind_the_headline_comes_first(make_page: Callable[..., Page]) -> None:
    """A date above the headline may be today's; it counts only where there is no other or where it is labelled."""
    above = (SegmentKind.TIMESTAMP, ARTICLE, "السبت 1 مارس 2025")
    labelled = (SegmentKind.TIMESTAMP, ARTICLE, "تاريخ النشر: 27 فبراير 2025")
    headline = (SegmentKind.HEADLINE, ARTICLE, "ميناء جديد")
    below = (SegmentKind.TIMESTAMP, ARTICLE, "28 فبراير 2025")

    assert _metadata(make_page(above, headline, below))[0].published_at == "2025-02-28"
    assert _metadata(make_page(above, headline))[0].published_at == "2025-03-01"
    assert _metadata(make_page(labelled, headline, below))[0].published_at == "2025-02-27"


def test_a_date_after_the_capture_is_the_last_choice(make_page: Callable[..., Page]) -> None:
    """Of two dates the one that the page cannot have been published on loses."""
    page = make_page(
        (SegmentKind.TIMESTAMP, ARTICLE, "10 ديسمبر 2025"),
        (SegmentKind.HEADLINE, ARTICLE, "ميناء جديد"),
        (SegmentKind.TIMESTAMP, ARTICLE, "12 يناير 2025"),
    )

    assert _metadata(page)[0].published_at == "2025-01-12"


def test_byline_credit_and_dateline_may_hold_the_date(make_page: Callable[..., Page]) -> None:
    """Without a stamp of its own a page is dated by its byline, its credit or its dateline, in this order."""
    byline = (SegmentKind.BYLINE, ARTICLE, "كتب: سامي نصر 3 فبراير 2025")
    lead = (SegmentKind.PARAGRAPH, ARTICLE, "القاهرة 2 فبراير 2025 (شينخوا) -- افتتح الوزير الميناء.")
    credit = (SegmentKind.CREDIT, ARTICLE, "2025-02-04 02:00 - المصدر: صحيفة الشاطئ")

    assert _metadata(make_page(byline, lead, credit))[0].published_at == "2025-02-03"
    assert _metadata(make_page(lead, credit))[0].published_at == "2025-02-04T02:00"
    assert _metadata(make_page(lead))[0].published_at == "2025-02-02"


def test_a_stamp_line_may_be_the_dateline(make_page: Callable[..., Page]) -> None:
    """An agency's line with place, day and its own name is a dateline, though it is hardly anything but a date."""
    page = make_page(
        (SegmentKind.HEADLINE, ARTICLE, "ميناء جديد"),
        (SegmentKind.TIMESTAMP, ARTICLE, "أبوظبي في 3 فبراير / وام /"),
        (SegmentKind.PARAGRAPH, ARTICLE, "افتتح الوزير الميناء."),
    )

    (metadata,) = _metadata(page)

    assert (metadata.dateline_place, metadata.agencies) == ("أبوظبي", ("وام",))


def test_a_byline_among_the_paragraphs_is_read(make_page: Callable[..., Page]) -> None:
    """A first paragraph that is a byline names the author, and the dateline is the next one's."""
    page = make_page(
        (SegmentKind.PARAGRAPH, ARTICLE, "كتب سامي نصر - القاهرة في 3 فبراير 2025"),
        (SegmentKind.PARAGRAPH, ARTICLE, "الإسكندرية (رويترز) - افتتح الوزير الميناء."),
    )

    (metadata,) = _metadata(page)

    assert (metadata.authors, metadata.dateline_place) == (("سامي نصر",), "الإسكندرية")
    assert (metadata.agencies, metadata.published_at) == (("رويترز",), "2025-02-03")


def test_a_datelines_outlet_publishes_unless_another_does(make_page: Callable[..., Page]) -> None:
    """Without a credit the outlet of the dateline is the publisher; beside one it is the copy's source."""
    lead = (SegmentKind.PARAGRAPH, ARTICLE, "أبوظبي - سكاي نيوز عربية - افتتح الوزير الميناء.")
    credit = (SegmentKind.CREDIT, ARTICLE, "المصدر: صحيفة الشاطئ")

    alone, credited = _metadata(make_page(lead))[0], _metadata(make_page(lead, credit))[0]

    assert (alone.publisher, alone.agencies) == ("سكاي نيوز عربية", ())
    assert (credited.publisher, credited.agencies) == ("صحيفة الشاطئ", ("سكاي نيوز عربية",))


def test_a_page_without_article_invents_nothing(make_page: Callable[..., Page]) -> None:
    """Menus and tickers state nothing about a document."""
    page = make_page((SegmentKind.BOILERPLATE, PAGE, "الرئيسية"), (SegmentKind.BOILERPLATE, PAGE, "1 مارس 2025"))

    assert _metadata(page) == [Metadata()]


_CHARACTERS = st.one_of(
    st.characters(),
    st.sampled_from(
        ["\n", " - ", ": ", "+", "(", ")", "المصدر", "كتب", "القاهرة", "رويترز", "24/4/2024", "م", "#", "،"]
    ),
)


@st.composite
def _pages(draw: st.DrawFn) -> Page:
    pieces = draw(st.lists(st.lists(_CHARACTERS, min_size=1, max_size=25).map("".join), max_size=8))
    text, segments = "", []
    for piece in pieces:
        start = len(text)
        text += piece
        segments.append(
            Segment(
                kind=draw(st.sampled_from(SegmentKind)),
                owner=draw(st.sampled_from(Owner)),
                start=start,
                end=len(text),
            )
        )
    spans = tuple(Span(start=each.start, end=each.end) for each in segments if each.kind is SegmentKind.PARAGRAPH)
    roles = draw(st.lists(st.sampled_from(Role), max_size=3))
    documents = tuple(
        Document(document_id=str(number), role=role, paragraphs=spans) for number, role in enumerate(roles)
    )
    captured_at = draw(
        st.sampled_from([CAPTURED_AT, datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
    )
    return Page(
        page_id="page",
        url=None,
        source=None,
        captured_at=captured_at,
        text=text,
        segments=tuple(segments),
        documents=documents,
    )


@given(_pages())
def test_any_page_is_described(page: Page) -> None:
    """Whatever the segments hold, each document gets its metadata, the same each time, and nothing else changes."""
    described = METADATA.apply(page)

    assert described == METADATA.apply(page)
    assert [each.model_copy(update={"metadata": Metadata()}) for each in described.documents] == list(page.documents)
    assert all(
        (each.metadata.published_at is None) == (each.metadata.published_precision is None)
        for each in described.documents
    )


def test_the_paper_of_a_clipping_publishes_it(make_page: Callable[..., Page]) -> None:
    """What stands between "printed in" and "on the day" is a paper, though a place may have the same name."""
    page = make_page(
        (SegmentKind.HEADLINE, ARTICLE, "افتتاح ميناء جديد على البحر الأحمر"),
        (SegmentKind.TIMESTAMP, ARTICLE, "نشر في الرياض يوم 19 - 03 - 2013"),
        (SegmentKind.PARAGRAPH, ARTICLE, "افتتح الوزير الميناء الجديد صباح اليوم بحضور عدد كبير من العاملين فيه."),
    )

    (metadata,) = _metadata(page)

    assert (metadata.publisher, metadata.published_at) == ("الرياض", "2013-03-19")


def test_a_month_is_published_without_a_precision(make_page: Callable[..., Page]) -> None:
    """Readers of 1.0 know days, minutes and seconds; a month says itself how exact it is."""
    page = make_page(
        (SegmentKind.TIMESTAMP, ARTICLE, "date 2019-03"),
        (SegmentKind.PARAGRAPH, ARTICLE, "افتتح الوزير الميناء الجديد صباح اليوم."),
    )

    assert _metadata(page) == [Metadata(published_at="2019-03", language="ar")]
