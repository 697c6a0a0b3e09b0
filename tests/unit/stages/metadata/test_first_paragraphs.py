"""First paragraphs: whose dateline stands where below captions and lines of their own."""

from datetime import UTC, datetime

import pytest

from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.leads import dateline_alone, read_lead
from workers.stages.metadata.stamped import todays

CAPTION = "ممر جبلي في الشمال"
LEAD = "فتحت السلطات صباح الأربعاء الطريق الجبلي أمام المسافرين، بعد إغلاق دام ثلاثة أسابيع بسبب الثلوج الكثيفة."
OTHER = "وقال ناطق باسم البلدية، في بيان وزع 3 آذار/مارس، إن العمل في الطريق مستمر، وإن السائقين مدعوون إلى الحذر."


@pytest.mark.parametrize(
    "paragraphs",
    [
        (CAPTION, f"المدينة نيوز :-  {LEAD}", OTHER),
        ("المدينة نيوز - فريق التحرير", LEAD, OTHER),
        ("المدينة نيوز - فريق التحرير", OTHER, LEAD),
    ],
)
def test_an_outlet_before_the_lead_or_above_it_is_its_datelines(paragraphs: tuple[str, ...]) -> None:
    """A caption above does not hide it, and what the next paragraphs hold does not undo it."""
    dateline = read_lead([Quote(text) for text in paragraphs], lambda _: False).dateline
    assert dateline.outlets == ["المدينة نيوز"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("عدن (خاص)", "عدن"),
        ("أنقرة: وكالات", "أنقرة"),
        ("#عدن - رويترز", "عدن"),
        ("تعز نيوز- تعز", "تعز"),
        ("عدن (صور)", None),
        ("عدن", None),
    ],
)
def test_a_dateline_alone_has_a_place_and_who_writes(line: str, place: str | None) -> None:
    """A desk may stand for who writes; a place alone may be a section's name."""
    assert dateline_alone([Quote(line)]).place == place


def test_a_place_with_a_colon_below_other_lines_heads_an_item() -> None:
    """It is a dateline only before a verb that leads begin with."""
    item = "القاهرة: الطقس معتدل نهارا على السواحل الشمالية، مائل للبرودة ليلا، والرياح شمالية غربية خفيفة."
    assert read_lead([Quote(CAPTION), Quote(item)], lambda _: False).dateline.place is None
    assert read_lead([Quote(f"القاهرة: {LEAD}")], lambda _: False).dateline.place == "القاهرة"
    assert read_lead([Quote(CAPTION), Quote(f"القاهرة: {LEAD}")], lambda _: False).dateline.place == "القاهرة"


def test_a_month_alone_is_no_day_that_the_text_calls_today() -> None:
    """Nothing is read from it, and nothing breaks."""
    captured = datetime(2019, 4, 1, tzinfo=UTC)
    text = Quote("قالت وزارة النقل اليوم نشر الموافق 2019-03 إن الجسر الجديد سيفتح أمام السيارات قريبا.")
    assert list(todays([text], captured, bare=False)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سعر الدينار اليوم الثلاثاء 9 سبتمبر 2025 في البنك", ["الثلاثاء 9 سبتمبر 2025"]),
        (f"{OTHER * 3} كما نقلت الصحيفة اليوم الأحد (14 فبراير / شباط 2016).", ["الأحد (14 فبراير / شباط 2016"]),
        (f"{OTHER * 3} كما نقلت الصحيفة اليوم الأحد 14 فبراير 2016.", []),
    ],
)
def test_today_in_a_headline_and_in_parentheses_anywhere(text: str, found: list[str]) -> None:
    """Prices are those of today; behind a text's beginning a day without parentheses may be any."""
    lines = todays([Quote(text)], datetime(2026, 1, 15, tzinfo=UTC))
    assert [str(line.text).strip(" ") for line in lines] == found
