"""Date stamps in the forms that Arabic pages write them in."""

from datetime import UTC, datetime

import pytest

from schemas.document import Precision
from workers.arabic.dates import Purpose, find_stamps, read_stamp_line

CAPTURED_AT = datetime(2025, 11, 23, 9, 37, tzinfo=UTC)

ABSOLUTE = [
    # labels
    ("تاريخ النشر: 3rd, May 2022 GMT", "2022-05-03"),
    ("تاريخ النشر : 08:19 - 2025/09/14", "2025-09-14T08:19"),
    ("نشر بتاريخ: ٢٠ أيار ٢٠٢٥", "2025-05-20"),
    ("تم نشره في الأربعاء 25 آذار / مارس 2015. 02:00 مـساءً", "2015-03-25T14:00"),
    ("نُشر في: 3 آذار/ مارس 2024: 06:50 ص", "2024-03-03T06:50"),
    ("Published On 24/4/2024", "2024-04-24"),
    # months: Egypt, Levant, Tunisia and Algeria, Morocco, double
    ("السبت 2 ديسمبر 2023 14:05", "2023-12-02T14:05"),
    ("الثلاثاء, 12 نونبر, 2024 إلى 18:40", "2024-11-12T18:40"),
    ("22 يوليه 2018", "2018-07-22"),
    ("2014 11 03", "2014-11-03"),
    ("09:27 م-03 يونيو-2024", "2024-06-03T21:27"),
    ("2024-06-03T10:30-05:00 الرياض", "2024-06-03T10:30-05:00"),
    ("24 ابريل,2024", "2024-04-24"),
    ("5 كانون الثاني 2021", "2021-01-05"),
    ("5 كانون الأول 2021", "2021-12-05"),
    ("تشرين الثاني 12, 2021", "2021-11-12"),
    ("13 جويلية 2023 | 11:20", "2023-07-13T11:20"),
    ("2 جانفي 2019", "2019-01-02"),
    ("9 أفريل 2019", "2019-04-09"),
    ("07 أوت 2022", "2022-08-07"),
    ("3 غشت 2021", "2021-08-03"),
    ("15 شتنبر 2023", "2023-09-15"),
    ("1 نونبر 2020", "2020-11-01"),
    ("12 دجنبر 2020", "2020-12-12"),
    ("31 مارس (آذار) 2024", "2024-03-31"),
    ("الأحد، 04 آب/اغسطس 2013", "2013-08-04"),
    ("نشر الثلاثاء، 19 نوفمبر / تشرين الثاني 2024", "2024-11-19"),
    ("17 تشرين الثاني نوفمبر 2024", "2024-11-17"),
    ("الإثنين، 17 تشرين2/نوفمبر 2025 12:30", "2025-11-17T12:30"),
    # French
    ("lundi 17 novembre 2025 - 12:30", "2025-11-17T12:30"),
    ("Publié le 3 août 2025", "2025-08-03"),
    # English
    ("24 Apr 2024, 15:12", "2024-04-24T15:12"),
    ("April 24th 2024 at 3:12 pm", "2024-04-24T15:12"),
    ("Sunday, November 23rd, 2025", "2025-11-23"),
    ("March 3, 2021 9:30 am", "2021-03-03T09:30"),
    # the year first, or the month's own word
    ("2019 سبتمبر 14", "2019-09-14"),
    ("السبت 2019، 14 سبتمبر", "2019-09-14"),
    ("3 شهر مايو 2018", "2018-05-03"),
    # Iraq's May, Lebanon's short names
    ("9 مايس 2016", "2016-05-09"),
    ("6 ت2 2014", "2014-11-06"),
    # a time of day stuck to the year
    ("14/9/201910:15 م", "2019-09-14T22:15"),
    ("14 سبتمبر 201910:15", "2019-09-14T10:15"),
    ("السبت 14 سبتمبر 2019، 10:15 ب.ظ", "2019-09-14T22:15"),
    # figures, in every order and with every mark
    ("24_4_2024", "2024-04-24"),
    ("24.04.24", "2024-04-24"),
    ("06.06.2023 | 22:00", "2023-06-06T22:00"),
    ("1-11-2021 | 14:08", "2021-11-01T14:08"),
    ("24 / 4 / 2024", "2024-04-24"),
    ("15:12 | 24/04/24", "2024-04-24T15:12"),
    ("2024.04.24", "2024-04-24"),
    ("الإثنين 08/يناير/2018 - 07:40 م", "2018-01-08T19:40"),
    ("٢٤/٤/٢٠٢٤ ٣:١٢ مساءً", "2024-04-24T15:12"),
    ("\u200f24\u200f/04\u200f/2024\u200f 15:12", "2024-04-24T15:12"),
    # day and month told apart: a field above 12, the weekday, the capture; else the day is first
    ("12.25.2023", "2023-12-25"),
    ("2023/13/07", "2023-07-13"),
    ("الجمعة 05/12/2023", "2023-05-12"),
    ("الثلاثاء 05/12/2023", "2023-12-05"),
    ("ثلاثاء, 12/05/2023 - 18:20", "2023-12-05T18:20"),
    ("أحد، 11/02/2025 - 08:05", "2025-11-02T08:05"),
    ("05/12/2023", "2023-12-05"),
    ("10/12/2025", "2025-10-12"),
    ("admin2 نوفمبر 17, 2025, 12:30 م", "2025-11-17T12:30"),
    # clocks
    ("الاثنين 17 نوفمبر 2025 الساعة 12 و30 دقيقة", "2025-11-17T12:30"),
    ("06:39 م الأحد 22 يوليو 2018", "2018-07-22T18:39"),
    ("12:50 ص 3 مارس 2020", "2020-03-03T00:50"),
    ("12:50 م 3 مارس 2020", "2020-03-03T12:50"),
    ("06-06-2008 03:00 AM", "2008-06-06T03:00"),
    ("25/12/2023 12:00 ظهرا", "2023-12-25T12:00"),
    ("25/12/2023 11:30 ليلا", "2023-12-25T23:30"),
    ("25/12/2023 1:30 ليلا", "2023-12-25T01:30"),
    ("24.4.2024, 3.12 مساء", "2024-04-24T15:12"),
    ("24 april 2024 15.12", "2024-04-24T15:12"),
    ("24 أبريل 2024 الساعة 14:30", "2024-04-24T14:30"),
    ("التاريخ : 24-04-2024 الوقت: 14:30", "2024-04-24T14:30"),
    ("10 مارس 14:55 2021", "2021-03-10T14:55"),
    ("الأحد 14 ديسمبر-كانون الأول 2025 الساعة 07 مساءً", "2025-12-14T19:00"),
    ("14 ديسمبر 2025 في تمام الساعة 11 ليلا بتوقيت غرينتش", "2025-12-14T23:00Z"),
    ("الساعة 10 و 35 دقيقة صباحا 4 مايو 2024", "2024-05-04T10:35"),
    ("4 مايو 2024 - 12 ظهرا", "2024-05-04T12:00"),
    ("4 مايو 2024 الساعة 7 م", "2024-05-04T19:00"),
    ("4 مايو 2024 3 م", "2024-05-04"),
    ("4 مايو 2024 25 مساء", "2024-05-04"),
    ("10:30م-الثلاثاء3سبتمبر2024", "2024-09-03T22:30"),
    ("2023-12-25 12:15:40", "2023-12-25T12:15:40"),
    # zones
    ("06.06.2023 | 22:00 GMT", "2023-06-06T22:00Z"),
    ("الجمعة 03 مارس 2023 11:30 بتوقيت غرينتش", "2023-03-03T11:30Z"),
    ("Nov 23, 2024 9:30 PM (GMT+3)", "2024-11-23T21:30+03:00"),
    ("25/04/2024 | 10:22 (مكة المكرمة)", "2024-04-25T10:22+03:00"),
    ("2024-04-24T15:12:30+03:00", "2024-04-24T15:12:30+03:00"),
    ("2024-04-24 15:12:33 +0300", "2024-04-24T15:12:33+03:00"),
    ("2024-04-24T15:12+03", "2024-04-24T15:12+03:00"),
    ("2023-12-25T12:15:00.000Z", "2023-12-25T12:15:00Z"),
    ("Wed Mar 10 14:55:00 UTC 2021", "2021-03-10T14:55:00Z"),
    # Hijri, with and without the Gregorian date
    ("الخميس 7/3/1429 هـ - الموافق 13/3/2008 م", "2008-03-13"),
    ("الأحد - 15 رجب 1443 هـ - 16 يناير 2022 مـ", "2022-01-16"),
    ("24-04-2024 - 15 شوال 1445", "2024-04-24"),
    ("16 رمضان 1445 هـ", "2024-03-26"),
    # over three lines
    ("الأربعاء\n24\nأبريل\n2024", "2024-04-24"),
]

RELATIVE = [
    ("منذ ساعتين", "2025-11-23"),
    ("منذ 45 دقيقة", "2025-11-23T08:52Z"),
    ("منذ ثلاث ساعات", "2025-11-23"),
    ("قبل ساعة واحدة", "2025-11-23"),
    ("قبل 5 أيام", "2025-11-18"),
    ("قبل خمسة أيام", "2025-11-18"),
    ("3d ago", "2025-11-20"),
    ("منذ يومين", "2025-11-21"),
    ("أمس", "2025-11-22"),
    ("أمس 14:30", "2025-11-22T14:30"),
    ("أول أمس", "2025-11-21"),
    ("2 days ago", "2025-11-21"),
    ("an hour ago", "2025-11-23"),
    ("5 أيام مضت", "2025-11-18"),
    ("يوم واحد مضت", "2025-11-22"),
    ("منذ 7 د", "2025-11-23T09:30Z"),
    ("24 أكتوبر", "2025-10-24"),
    ("الأربعاء 24 أبريل", "2024-04-24"),
]

NO_DATE = [
    "31/02/2024",
    "29 فبراير 2023",
    "00/12/2023",
    "31 أبريل 2023",
    "آذار / أبريل",
    "5 آذار / أبريل 2020",
    "192.168.10.12",
    "https://news.example/2024/04/24/title",
    "هاتف 01/02/2003/44",
    "3.30",
    "15:12",
    "2024",
    "الأربعاء",
    "أبريل",
    "",
]


@pytest.mark.parametrize(("line", "value"), ABSOLUTE)
def test_a_stamp_is_read_with_the_precision_that_it_has(line: str, value: str) -> None:
    """A date becomes ISO 8601 with as much time and offset as the line states, and the line is a stamp's."""
    read = read_stamp_line(line, captured_at=CAPTURED_AT)

    assert [stamp.value for stamp in read.stamps] == [value]
    assert not read.stamps[0].relative
    assert read.mostly


@pytest.mark.parametrize(("line", "value"), RELATIVE)
def test_a_relative_stamp_is_told_from_the_capture(line: str, value: str) -> None:
    """Ages, named days and days without a year are counted back from the capture, to the day."""
    (stamp,) = find_stamps(line, captured_at=CAPTURED_AT)

    assert (stamp.value, stamp.relative) == (value, True)


@pytest.mark.parametrize("line", ["منذ ساعتين", "أمس", "24 أبريل", "منذ أسبوع", "قبل 3 أشهر"])
def test_what_names_no_day_has_no_value(line: str) -> None:
    """A relative stamp without the capture's time is found, but says nothing."""
    (stamp,) = find_stamps(line)

    assert (stamp.value, stamp.precision) == (None, None)


@pytest.mark.parametrize("line", ["منذ أسبوع", "قبل 3 أشهر", "منذ سنة", "24 أبريل", "25 ديسمبر"])
def test_a_coarse_age_is_no_day(line: str) -> None:
    """Weeks, months and years are too coarse for a day even where the capture's time is known.

    A day without a year long before the capture is of no year in particular: pages are captured years later, too.
    """
    (stamp,) = find_stamps(line, captured_at=CAPTURED_AT)

    assert stamp.value is None


@pytest.mark.parametrize("line", NO_DATE)
def test_what_is_no_date_is_refused(line: str) -> None:
    """Impossible days, addresses, telephone numbers and bare parts of dates give nothing."""
    assert find_stamps(line, captured_at=CAPTURED_AT) == ()


@pytest.mark.parametrize(
    ("line", "precision"),
    [
        ("24 أبريل 2024", Precision.DAY),
        ("24 أبريل 2024 15:12", Precision.MINUTE),
        ("24 أبريل 2024 15:12:30", Precision.SECOND),
    ],
)
def test_the_precision_is_the_texts(line: str, precision: Precision) -> None:
    """A stamp tells whether its line gives a day, a minute or a second."""
    assert find_stamps(line)[0].precision is precision


def test_published_and_updated_stand_on_one_line() -> None:
    """Each stamp takes its own time and the purpose that the words before it say."""
    line = "نشر في: الأربعاء 10 مارس 2021 - 2:55 م | آخر تحديث: الخميس 11 مارس 2021 - 9:05 ص"

    assert [(stamp.value, stamp.purpose, stamp.labelled) for stamp in find_stamps(line)] == [
        ("2021-03-10T14:55", Purpose.PUBLISHED, True),
        ("2021-03-11T09:05", Purpose.UPDATED, True),
    ]


def test_times_before_their_dates_stay_with_them() -> None:
    """Where a line's first time stands before its date, so do the others."""
    line = "08:19 - 2025/09/14 | 09:30 - 2025/09/15"

    assert [stamp.value for stamp in find_stamps(line)] == ["2025-09-14T08:19", "2025-09-15T09:30"]


def test_a_machines_stamp_is_the_capture() -> None:
    """A crawler's own stamp is not taken for the publication."""
    (stamp,) = find_stamps("2025-11-23@09:37:49 GMT")

    assert stamp.purpose is Purpose.CAPTURED


def test_the_span_holds_the_stamp_without_its_label() -> None:
    """The span covers weekday, date and time, marks in between included, and nothing of the label."""
    line = "تاريخ النشر: الأربعاء ٢٤ أبريـل ٢٠٢٤ ٣:١٢ مساءً (محدث)"

    (stamp,) = find_stamps(line)

    assert line[stamp.start : stamp.end] == "الأربعاء ٢٤ أبريـل ٢٠٢٤ ٣:١٢ مساءً"


def test_a_sentence_with_a_date_is_not_mostly_a_stamp() -> None:
    """Running text may hold a date and still be text."""
    read = read_stamp_line("وكان الوزير قد زار المدينة في 24 أبريل 2024 والتقى عددا من المسؤولين فيها.")

    assert [stamp.value for stamp in read.stamps] == ["2024-04-24"]
    assert not read.mostly


def test_running_text_holds_no_relative_stamp() -> None:
    """In a long line `أمس` and a day without a year are words like others."""
    line = "وصل الوفد أمس إلى العاصمة بعد زيارة بدأت في 3 مارس " + "وشملت لقاءات كثيرة مع مسؤولين " * 5

    assert find_stamps(line, captured_at=CAPTURED_AT) == ()


def test_a_glued_name_counts_as_rest() -> None:
    """Letters beside a stamp are counted, so that a credit with a date is told from a stamp."""
    read = read_stamp_line("2024-02-23 02:00:09 - المصدر: صحيفة النيل")

    assert read.rest == len("المصدر") + len("صحيفة") + len("النيل")
    assert not read.mostly


@pytest.mark.parametrize(
    ("line", "captured", "published"),
    [
        ("03/04/2025 - 10:30", "2025-09-01", "2025-03-04T10:30"),
        ("نشر في 3-4-2025", "2025-09-01", "2025-03-04"),
        # A figure, the capture and a weekday know better than a habit; a year that comes first has its own order.
        ("13/04/2025", "2025-09-01", "2025-04-13"),
        ("10/05/2025", "2025-09-01", "2025-05-10"),
        ("الخميس 03/04/2025", "2025-09-01", "2025-04-03"),
        ("2025/03/04", "2025-09-01", "2025-03-04"),
    ],
)
def test_where_the_month_comes_first(line: str, captured: str, published: str) -> None:
    """A source's order decides between day and month where nothing on the page does."""
    captured_at = datetime.fromisoformat(f"{captured}T12:00:00Z")
    (stamp,) = find_stamps(line, captured_at=captured_at, month_first=True)
    assert stamp.value == published


@pytest.mark.parametrize(
    ("line", "captured", "value"),
    [
        ("09/12 23:11", "2016-09-15", "2016-09-12T23:11"),
        ("12/09 - 23:11", "2016-09-15", "2016-09-12T23:11"),
        ("25/12 | 08:30", "2016-01-15", "2015-12-25T08:30"),
        ("09/12 23:11", "2025-12-20", "2025-12-09T23:11"),
        ("03/04 23:11", "2016-09-15", None),
        ("12/12 08:30", "2017-01-05", "2016-12-12T08:30"),
        ("12/12 08:30", "2016-09-15", None),
    ],
)
def test_day_and_month_beside_a_time_mean_the_day_shortly_before_the_capture(
    line: str, captured: str, value: str | None
) -> None:
    """Without a year the figures mean a day of the last weeks, if only one; else they say nothing."""
    (stamp,) = find_stamps(line, captured_at=datetime.fromisoformat(f"{captured}T12:00:00Z"))

    assert (stamp.value, stamp.relative) == (value, True)


@pytest.mark.parametrize("line", ["09/12", "13/13 10:00", "09/12 23:11 حضر", "الوحدات 2/1 10:30 الفيصلي"])
def test_two_figures_alone_are_no_day(line: str) -> None:
    """Only a time of day beside them, and nothing else, makes them one."""
    assert find_stamps(line, captured_at=CAPTURED_AT) == ()


@pytest.mark.parametrize(
    ("line", "value"),
    [("الاثنين 09-12-24", "2024-12-09"), ("24-12-09 الاثنين", "2024-12-09"), ("الاثنين 09.12.24", "2024-12-09")],
)
def test_a_weekday_settles_the_order_of_three_short_figures(line: str, value: str) -> None:
    """Of day, month and year in two figures each only one order falls on it."""
    assert [stamp.value for stamp in find_stamps(line)] == [value]


@pytest.mark.parametrize("line", ["24-12-09", "الثلاثاء 24-12-09", "الاثنين 31-12-99"])
def test_three_short_figures_are_no_date_by_themselves(line: str) -> None:
    """Without a weekday that agrees with one order, they may be a number as well."""
    assert find_stamps(line, captured_at=CAPTURED_AT) == ()


@pytest.mark.parametrize(("line", "value"), [("date 2019-03", "2019-03"), ("تاريخ النشر: 2019-11", "2019-11")])
def test_a_labelled_month_is_a_date_without_a_day(line: str, value: str) -> None:
    """It has no precision that events know."""
    (stamp,) = find_stamps(line)

    assert (stamp.value, stamp.precision, stamp.labelled) == (value, None, True)
    assert read_stamp_line(line).mostly


@pytest.mark.parametrize("line", ["2019-03", "موسم 2010-11", "date 2019-13", "date 2019-03-", "نشر في 2010-2011"])
def test_a_year_and_a_figure_alone_are_no_month(line: str) -> None:
    """A season or a range of years looks the same."""
    assert find_stamps(line, captured_at=CAPTURED_AT) == ()
