"""Whose a date is: the article's or the masthead's, as only the whole page tells."""

import pytest

from tests.council import HARBOUR, HARBOUR_LEAD, HEAD, LEAD, of
from workers.stages.segmentation.settlement import settle
from workers.stages.segmentation.settlement.dates import settle_dates


@pytest.mark.parametrize(
    ("above", "state"),
    [
        (["English", "بحث عن"], "mast_stamp"),
        (["تسجيل الدخول", "القائمة:"], "pre_stamp"),
        (["الوضع الليلي", "ثقافة"], "pre_stamp"),
        (["سياسة", "English"], "pre_stamp"),
    ],
)
def test_a_day_below_two_of_the_mastheads_buttons_is_todays(above: list[str], state: str) -> None:
    """Below sections' names, or with its time of day, it is the article's."""
    states = ["masthead", "masthead", "pre_stamp", "headline", "body"]
    assert settle(of(*above, "14-9-2019", HARBOUR, HARBOUR_LEAD), states)[2] == state
    assert settle(of(*above, "14-9-2019 10:18", HARBOUR, HARBOUR_LEAD), states)[2] == "pre_stamp"


@pytest.mark.parametrize(
    ("above", "state"),
    [
        (["رئيس مجلس الإدارة", "سامي الحداد", "رئيس التحرير", "كريم منصور"], "mast_stamp"),
        (["رئيس مجلس الإدارة", "سامي الحداد", "ثقافة", "كريم منصور"], "pre_stamp"),
        (["رئيس التحرير", "كريم منصور"], "pre_stamp"),
    ],
)
def test_a_date_below_two_officers_of_the_house_is_the_mastheads(above: list[str], state: str) -> None:
    """With its label, or below one of them, it can be the article's."""
    states = [*("masthead" for _ in above), "pre_stamp", "headline", "body"]
    assert settle(of(*above, "14-9-2019 11:28", HARBOUR, HARBOUR_LEAD), states)[len(above)] == state
    assert settle(of(*above, "تاريخ النشر: 14-9-2019", HARBOUR, HARBOUR_LEAD), states)[len(above)] == "pre_stamp"


@pytest.mark.parametrize(
    ("between", "state"),
    [
        (["رئيس التحرير", "سامي الحداد"], "mast_stamp"),
        (["آخر الأخبار"], "mast_stamp"),
        (["مقالات مختارة"], "pre_stamp"),
        (["ثقافة"], "pre_stamp"),
    ],
)
def test_an_office_or_a_lists_label_parts_the_mastheads_date_from_the_headline(between: list[str], state: str) -> None:
    """A section's name does not, though some sites head lists with it."""
    states = ["pre_stamp", *("masthead" for _ in between), "headline", "body"]
    assert settle(of("14 سبتمبر 2019", *between, HARBOUR, HARBOUR_LEAD), states)[0] == state


@pytest.mark.parametrize(
    ("date", "between", "state"),
    [
        ("السبت 14 سبتمبر 2019", ["ثقافة"], "mast_stamp"),
        ("samedi 14 septembre 2019", ["ثقافة"], "mast_stamp"),
        ("السبت 14 سبتمبر 2019", [], "mast_stamp"),
        ("السبت، 14 سبتمبر 2019", [], "pre_stamp"),
        ("السبت 15 محرم 1441 - 14 سبتمبر 2019", [], "pre_stamp"),
        ("السبت 14 سبتمبر 2019 10:18", [], "pre_stamp"),
        ("السبت 14 سبتمبر 2019 10:18", ["ثقافة"], "pre_stamp"),
        ("نشر السبت 14 سبتمبر 2019", ["ثقافة"], "pre_stamp"),
        ("منذ 7 ساعات", ["ثقافة"], "pre_stamp"),
    ],
)
def test_the_weekday_and_day_that_a_page_begins_with_is_todays(date: str, between: list[str], state: str) -> None:
    """Labelled or with its time it can be the article's, as right above the headline in blogs' and papers' forms."""
    states = ["pre_stamp", *("masthead" for _ in between), "headline", "body"]
    assert settle(of(date, *between, HARBOUR, HARBOUR_LEAD), states)[0] == state


def test_an_age_in_the_masthead_is_the_articles() -> None:
    """Today's date is a day, and never so many hours ago."""
    states = ["masthead", "mast_stamp", "masthead", "headline", "body"]
    assert settle(of("المرفأ", "منذ 7 ساعات", "المرفأ", HARBOUR, HARBOUR_LEAD), states)[1] == "pre_stamp"
    assert settle(of("المرفأ", "14 سبتمبر 2019", "المرفأ", HARBOUR, HARBOUR_LEAD), states)[1] == "mast_stamp"


def test_a_masthead_tells_the_day_in_both_calendars() -> None:
    """A weekday and the Hijri date behind the other is the site's clock; with the Hijri date first it is a paper's."""
    clock, paper = "السبت 14 سبتمبر 2019 10:18 ص 15 محرم 1441 هـ", "السبت 15 محرم 1441 - 14 سبتمبر 2019"
    assert settle(of(clock, HARBOUR, HARBOUR_LEAD), ["pre_stamp", "headline", "body"])[0] == "mast_stamp"
    assert settle(of(clock, HARBOUR, HARBOUR_LEAD), ["mast_stamp", "headline", "body"])[0] == "mast_stamp"
    twice = "الجمعة 03 ماي 2024 ميلادي, الموافق لـ 24 شوال 1445 هجري الجمعة 03 ماي 2024 م"
    assert settle(of(twice, HARBOUR, HARBOUR_LEAD), ["pre_stamp", "headline", "body"])[0] == "mast_stamp"
    seconds = "الاثنين , 10 رمضان 1446هـ , 10 مارس 2025 13:44:00"
    assert settle(of(seconds, HARBOUR, HARBOUR_LEAD), ["pre_stamp", "headline", "body"])[0] == "mast_stamp"
    assert settle(of(paper, HARBOUR, HARBOUR_LEAD), ["pre_stamp", "headline", "body"])[0] == "pre_stamp"


def test_a_date_below_the_mastheads_clock_and_right_above_the_headline_is_the_articles() -> None:
    """Without the clock it may be today's: pages begin with it."""
    states = ["mast_stamp", "mast_stamp", "headline", "headline_again", "body"]
    for above, state in (("السبت 14 سبتمبر 2019 15 محرم 1441 هـ", "pre_stamp"), ("المرفأ الإخباري", "mast_stamp")):
        texts = of(above, "9 سبتمبر 2019 م", HARBOUR, HARBOUR, HARBOUR_LEAD)
        assert settle(texts, states)[1] == state


def test_dates_of_one_day_in_a_row_are_all_the_articles() -> None:
    """A publishing system keeps three of them; the last one opens no other article."""
    texts = of(HEAD, LEAD, "2022-11-03T19:37+0000", "2022-11-03T19:38+0000", "2022-11-04T08:00+0000")
    states = ["headline", "body", "tail_stamp", "teaser_age", "teaser_age"]
    assert settle_dates(texts, states)[2:] == ["tail_stamp", "tail_stamp", "teaser_age"]


def test_an_age_on_the_first_line_is_beside_no_date() -> None:
    """Not even beside one that the page ends with."""
    texts = of("2022-11-03T19:37+0000", HEAD, LEAD, "2022-11-03T19:38+0000")
    states = ["teaser_age", "headline", "body", "tail_stamp"]
    assert settle_dates(texts, states) == states
