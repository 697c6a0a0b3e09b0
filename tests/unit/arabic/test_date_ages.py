"""Relative dates, dates of updates, and dates that stick to what stands before them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from schemas.document import Precision
from workers.arabic.dates import Purpose, find_stamps, trailing_label

CAPTURED_AT = datetime(2025, 11, 23, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("منذ 25 دقيقة", "2025-11-23T01:45Z"),
        ("قبل دقيقتين", "2025-11-23T02:08Z"),
        ("نشر منذ 40 دقائق", "2025-11-23T01:30Z"),
        ("15 minutes ago", "2025-11-23T01:55Z"),
        ("منذ ساعة و 20 دقيقة", "2025-11-23T00:50Z"),
        ("منذ 2 ساعات ، 5 دقائق", "2025-11-23T00:05Z"),
        ("منذ 50 ثانية", "2025-11-23T02:09Z"),
        ("منذ دقائق", "2025-11-23"),
        ("منذ لحظات", "2025-11-23"),
        ("منذ 300 دقيقة", "2025-11-22"),
        ("منذ ساعة", "2025-11-23"),
        ("قبل 4 ساعات", "2025-11-22"),
        ("3 hours ago", "2025-11-22"),
        ("an hour ago", "2025-11-23"),
        ("7 days ago", "2025-11-16"),
        ("نُشر منذ 3 أيام", "2025-11-20"),
        ("سعاد الهاشميمنذ 5 ساعات", "2025-11-22"),
        ("أمس", "2025-11-22"),
        ("سعاد الهاشمي | أمس", "2025-11-22"),
        ("نشر أمس", "2025-11-22"),
        ("اليوم 10:30", "2025-11-23T10:30"),
    ],
)
def test_an_age_is_counted_back_from_the_capture_as_exactly_as_it_is_given(line: str, value: str) -> None:
    """Minutes give a minute, hours and days a day; a clock that has not reached the age is on the day before."""
    (stamp,) = find_stamps(line, captured_at=CAPTURED_AT)

    assert (stamp.value, stamp.relative) == (value, True)
    assert stamp.precision is (Precision.MINUTE if "T" in value else Precision.DAY)


def test_a_minute_told_from_the_capture_has_its_offset() -> None:
    """The value states an instant, by the clock of the capture."""
    (stamp,) = find_stamps("منذ 10 دقائق", captured_at=CAPTURED_AT.astimezone(timezone(timedelta(hours=3))))

    assert stamp.value == "2025-11-23T05:00+03:00"


@pytest.mark.parametrize(
    ("line", "value"), [("اليوم الأحد", "2025-11-23"), ("اليوم، الاثنين", None), ("أمس (السبت)", "2025-11-22")]
)
def test_a_days_name_beside_another_weekday_names_no_day(line: str, value: str | None) -> None:
    """The capture is a Sunday's, so that what calls today a Monday is older."""
    (stamp,) = find_stamps(line, captured_at=CAPTURED_AT)

    assert stamp.value == value


@pytest.mark.parametrize("line", ["منذ ساعات", "منذ أيام", "قبل أشهر"])
def test_a_plural_without_a_number_names_no_day(line: str) -> None:
    """Nobody can tell how many hours or days are meant."""
    (stamp,) = find_stamps(line, captured_at=CAPTURED_AT)

    assert stamp.value is None


@pytest.mark.parametrize("line", ["صدى اليوم", "المصدر: أخبار اليوم", "نداء اليوم / عدن", "طقس اليوم معتدل"])
def test_a_days_name_inside_a_name_or_a_sentence_is_no_date(line: str) -> None:
    """`اليوم` and the like count only apart, with a time or behind a label."""
    assert find_stamps(line, captured_at=CAPTURED_AT) == ()


@pytest.mark.parametrize(
    ("line", "value", "purpose"),
    [
        ("الثلاثاء 4 نوفمبر 2025 - آخر تحديث 09:15", "2025-11-04", Purpose.PUBLISHED),
        ("الثلاثاء 13 جمادى الأولى 1447هـ - 4 نوفمبر 2025م - آخر تحديث 09:15", "2025-11-04", Purpose.PUBLISHED),
        ("4 نوفمبر 2025 تم التحديث الساعة 09:15", "2025-11-04", Purpose.PUBLISHED),
        ("آخر تحديث: 4 نوفمبر 2025 09:15", "2025-11-04T09:15", Purpose.UPDATED),
        ("آخر تحديثالثلاثاء 4 نوفمبر 2025 09:15", "2025-11-04T09:15", Purpose.UPDATED),
        ("تاريخ النشرالثلاثاء 4 نوفمبر 2025 09:15", "2025-11-04T09:15", Purpose.PUBLISHED),
        ("آخر تحديث للموقع: 4/11/2025 - 09:15", "2025-11-04T09:15", Purpose.CAPTURED),
        ("الثلاثاء ، 4 نوفمبر ، 2025 , 09:15 م", "2025-11-04T21:15", Purpose.PUBLISHED),
    ],
)
def test_what_a_date_is_the_date_of(line: str, value: str, purpose: Purpose) -> None:
    """The time of an update is not the publication's, a label may lack its space, a site's clock dates no article."""
    (stamp,) = find_stamps(line, captured_at=CAPTURED_AT)

    assert (stamp.value, stamp.purpose) == (value, purpose)


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("سعاد الهاشميالثلاثاء 4 نوفمبر 2025 دقيقتان للقراءة", "سعاد الهاشمي", "2025-11-04"),
        ("سعاد الهاشمينوفمبر 4, 2025", "سعاد الهاشمي", "2025-11-04"),
        ("سعاد الهاشميتم النشر: 4/11/2025", "سعاد الهاشمي", "2025-11-04"),
        ("سعاد الهاشمي4/11/2025", "سعاد الهاشمي", "2025-11-04"),
    ],
)
def test_a_stamp_ends_the_name_that_it_sticks_to(line: str, name: str, value: str) -> None:
    """A name, a weekday, a month, a label or figures may stand without a space between; the label is the stamp's."""
    (stamp,) = find_stamps(line, captured_at=CAPTURED_AT)

    assert stamp.value == value
    assert line[: stamp.label_start] == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("سعاد الهاشمي تاريخ النشر:", "سعاد الهاشمي "),
        ("سعاد الهاشميتم النشر", "سعاد الهاشمي"),
        ("سعاد الهاشميالتاريخ :", "سعاد الهاشمي"),
        ("سعاد الهاشمي", "سعاد الهاشمي"),
        ("تاريخ النشر غير معروف", "تاريخ النشر غير معروف"),
        ("", ""),
    ],
)
def test_a_label_may_end_a_line_without_its_date(line: str, name: str) -> None:
    """What stands before the label is left."""
    assert line[: trailing_label(line)] == name
