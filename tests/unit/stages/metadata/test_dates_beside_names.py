"""Dates that stand beside names which no list has: in the head, before the lead, at the text's end, in a bare text."""

from collections.abc import Callable

import pytest

from schemas.segment import Owner, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.page import Page

Maker = Callable[..., Page]

HEADLINE = "قوارب الصيد تعود إلى المرفأ"
LEAD = "عادت قوارب الصيد إلى المرفأ الصغير بعد توقف استمر شهرين، محملة بأنواع كثيرة من السمك والقريدس."
MORE = "وقال شيخ الصيادين إن الموسم بدأ متأخرا هذا العام، وإن الأسعار ستنخفض قريبا."
PARAGRAPHS = ((SegmentKind.PARAGRAPH, LEAD), (SegmentKind.PARAGRAPH, MORE))


def _published(make_page: Maker, *lines: tuple[SegmentKind, str]) -> str | None:
    page = [(kind, Owner.PAGE if kind is SegmentKind.BOILERPLATE else Owner.ARTICLE, words) for kind, words in lines]
    return METADATA.apply(make_page(*page)).documents[0].metadata.published_at


@pytest.mark.parametrize(
    ("line", "published_at"),
    [
        ("شؤون بحرية وزراعية 2021/11/17", "2021-11-17"),
        ("العقيق (الشاطئ الأزرق) 25 كانون الأول 2018", "2018-12-25"),
        ("الشاطئ الأزرق خاص : 14 سبتمبر 2019", "2019-09-14"),
        ("العقيق في 14/9/2019", "2019-09-14"),
        ("صورة القوارب 14 سبتمبر 2019", None),
        ("قوارب العقيق، 14 سبتمبر 2019 (رويترز)", None),
        ("الشاطئ الأزرق © 14 سبتمبر 2019", None),
        ("نشرة البحر ليوم السبت 14 سبتمبر 2019", None),
        ("الدورة العاشرة 14-20 سبتمبر 2019", None),
        ("المهرجان مستمر حتى 14 سبتمبر 2019", None),
        ("عاد الصيادون السبت 14 سبتمبر 2019", None),
        ("الشاطئ الأزرق 14 سبتمبر 2030", None),
    ],
)
@pytest.mark.parametrize("kind", [SegmentKind.CAPTION, SegmentKind.PARAGRAPH])
def test_a_line_of_names_and_a_day_dates_the_article_below_it(
    make_page: Maker, kind: SegmentKind, line: str, published_at: str | None
) -> None:
    """Not a picture's line, what is called by its day, a sentence, the end of something, or a day to come."""
    assert _published(make_page, (SegmentKind.HEADLINE, HEADLINE), (kind, line), *PARAGRAPHS) == published_at


@pytest.mark.parametrize(
    ("opening", "published_at"),
    [
        ("الشاطئ الأزرق - 14/09/2019 ", "2019-09-14"),
        ("الشاطئ الأزرق ـ السبت ـ 14 / 9 / 2019 ـ ", "2019-09-14"),
        ("العقيق الجنوبي (14 سبتمبر 2019) ", "2019-09-14"),
        ("السبت 14 سبتمبر 2019 - ", "2019-09-14"),
        ("بيروت الشاطئ الأزرق 14-9-2019 – ", "2019-09-14"),
        ("في 14 سبتمبر 2019 ", None),
        ("كان يوم 14 سبتمبر 2019 - ", None),
        ("مهرجان 14 سبتمبر 2019 الذي ", None),
    ],
)
def test_a_day_before_the_lead_dates_it_whoever_is_named_beside(
    make_page: Maker, opening: str, published_at: str | None
) -> None:
    """A mark or the lead's verb stands behind it, and names, if any, before it: no part of the sentence."""
    lines = [(SegmentKind.HEADLINE, HEADLINE), (SegmentKind.PARAGRAPH, opening + LEAD)]

    assert _published(make_page, *lines) == published_at


@pytest.mark.parametrize(
    ("closing", "published_at"),
    [
        (((SegmentKind.PARAGRAPH, "العقيق في 14/9/2019"),), "2019-09-14"),
        (((SegmentKind.PARAGRAPH, "كاتب وباحث"), (SegmentKind.PARAGRAPH, "العقيق 14/9/2019")), "2019-09-14"),
        (((SegmentKind.BOILERPLATE, "الشاطئ الأزرق خاص 14/9/2019"),), "2019-09-14"),
        (((SegmentKind.PROMO, "تابعونا"), (SegmentKind.BOILERPLATE, "14/9/2019")), "2019-09-14"),
        (((SegmentKind.PARAGRAPH, "14/9/2019 افتتاح المرفأ"),), None),
        (((SegmentKind.RELATED_LABEL, "المباريات"), (SegmentKind.BOILERPLATE, "السبت 14 سبتمبر 2019")), None),
        (((SegmentKind.PARAGRAPH, f"{LEAD[:-1]} يوم"), (SegmentKind.PARAGRAPH, "السبت 14 سبتمبر 2019")), None),
    ],
)
def test_a_line_of_names_and_a_day_dates_the_text_that_it_ends(
    make_page: Maker, closing: tuple[tuple[SegmentKind, str], ...], published_at: str | None
) -> None:
    """Not what goes on behind the day, stands below a list's label, or is left of a sentence that a link parts."""
    assert _published(make_page, (SegmentKind.HEADLINE, HEADLINE), *PARAGRAPHS, *closing) == published_at


@pytest.mark.parametrize(
    ("words", "published_at"),
    [
        ("صباح اليوم الخميس 12-11-2020, ", "2020-11-12"),
        ("مساء اليوم الأحد المصادف 6-7-2008 ", "2008-07-06"),
        ("يومه الخميس 12 نونبر 2020 ", "2020-11-12"),
        ("هذا الخميس 12 نوفمبر 2020 ", "2020-11-12"),
        ("اليوم 12-11-2020 ", "2020-11-12"),
        ("اليوم الثلاثاء 7 يناير ", "2025-01-07"),
        ("اليوم السبت 13-11-2020 ", None),
        ("في مثل هذا اليوم، 12 نوفمبر 1975، ", None),
        ("اليوم 7 يناير ", None),
        ("أمس الخميس 12-11-2020 ", None),
    ],
)
def test_todays_date_in_a_bare_text_dates_it_however_old(
    make_page: Maker, words: str, published_at: str | None
) -> None:
    """Where the weekday, if there is one, is that day's; a page that shows more than text would show its date, too."""
    text = (SegmentKind.PARAGRAPH, f"عادت قوارب الصيد {words}إلى المرفأ الصغير بعد توقف استمر شهرين.")

    assert _published(make_page, text, PARAGRAPHS[1]) == published_at


@pytest.mark.parametrize(
    ("words", "published_at"),
    [
        ("اليوم السبت 15 فبراير (شباط)، ", "2025-02-15"),
        ("اليوم الثلاثاء 7 يناير، ", None),
        ("اليوم الأحد 15 فبراير، ", None),
        ("اليوم 15 فبراير، ", None),
    ],
)
def test_a_near_day_that_the_text_calls_today_needs_no_year(
    make_page: Maker, words: str, published_at: str | None
) -> None:
    """Its weekday must agree; what lies further back may be any year's. The page is of the first of March, 2025."""
    text = (SegmentKind.PARAGRAPH, f"عادت قوارب الصيد {words}إلى المرفأ الصغير بعد توقف استمر شهرين.")

    assert _published(make_page, (SegmentKind.HEADLINE, HEADLINE), text, PARAGRAPHS[1]) == published_at


@pytest.mark.parametrize(
    ("words", "below", "published_at"),
    [
        ("عادت قوارب الصيد إلى المرفأ الصغير", (), None),
        ("عادت قوارب الصيد، اليوم الاثنين، إلى المرفأ الصغير", (), "2023-04-17"),
        ("عادت قوارب الصيد إلى المرفأ الصغير", ("17/04/2022 12:06:44",), "2022-04-17T12:06:44"),
        ("عادت قوارب الصيد إلى المرفأ الصغير", ("--(بترا) ع ع/ أ م", "17/04/2022 12:06"), "2022-04-17T12:06"),
        ("عادت قوارب الصيد إلى المرفأ الصغير", ("18/04/2022 12:06:44",), "2022-04-18T12:06:44"),
        ("عادت قوارب الصيد إلى المرفأ الصغير", ("الأكثر قراءة", "17/04/2022 12:06"), None),
    ],
)
def test_a_dateline_without_its_year_has_the_one_that_the_page_tells(
    make_page: Maker, words: str, below: tuple[str, ...], published_at: str | None
) -> None:
    """By the weekday that the text calls today, or the same day at the article's end, its desk's initials between."""
    text = (SegmentKind.PARAGRAPH, f"الكرك 17 نيسان (بترا) - {words} بعد توقف استمر شهرين، محملة بالسمك.")
    furniture = [(SegmentKind.BOILERPLATE, line) for line in below]

    assert _published(make_page, (SegmentKind.HEADLINE, HEADLINE), text, PARAGRAPHS[1], *furniture) == published_at


def test_a_change_states_no_publication(make_page: Maker) -> None:
    """Beside the time of the last change, the day beside a name is still the publication's."""
    changed = (SegmentKind.TIMESTAMP, "آخر تحديث: 16 سبتمبر 2019")
    line = (SegmentKind.PARAGRAPH, "الشاطئ الأزرق 14 سبتمبر 2019")

    assert _published(make_page, (SegmentKind.HEADLINE, HEADLINE), line, changed, *PARAGRAPHS) == "2019-09-14"


@pytest.mark.parametrize(
    ("signed", "published_at"),
    [
        ("// انتهى //\n18:37 ت مـ", "2024-11-12T18:37+03:00"),
        ("// انتهى //18:37 ت م", "2024-11-12T18:37+03:00"),
        ("18:37", "2024-11-12"),
        ("// انتهى //\n38:37 ت م", "2024-11-12"),
    ],
)
def test_the_saudi_agency_signs_its_texts_off_with_their_hour(make_page: Maker, signed: str, published_at: str) -> None:
    """The day stands in the dateline, the hour in Mecca's time below the text."""
    dated = (SegmentKind.TIMESTAMP, "الرياض 10 جمادى الأولى 1446 هـ الموافق 12 نوفمبر 2024 م واس")

    assert _published(make_page, dated, *PARAGRAPHS, (SegmentKind.CREDIT, signed)) == published_at


def test_an_age_stands_beside_its_section(make_page: Maker) -> None:
    """An age without a figure is a date as well."""
    line = (SegmentKind.PARAGRAPH, "قبل يومين | محليات")

    assert _published(make_page, (SegmentKind.HEADLINE, HEADLINE), line, *PARAGRAPHS) is not None
