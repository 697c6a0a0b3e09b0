"""Ages behind names: what aggregators write above an article."""

import pytest

from workers.stages.segmentation.phrases.ages import names_aged


@pytest.mark.parametrize(
    "line",
    [
        "المرسى نيوزمنذ 35 دقيقة",
        "نافذة الواديمنذ ساعة",
        "صحيفة الحكاية - قبل يومين",
        "نافذة الحكايةأمس",
        "رويترز 2 hours ago",
        "المرسى نيوز منذ ساعة واحدة",
    ],
)
def test_an_outlet_and_an_age_are_known(line: str) -> None:
    """A name with an outlet's word, or any few words that an age is stuck to, and nothing behind the age."""
    assert names_aged(line)


@pytest.mark.parametrize(
    "line",
    [
        "المدينة بلا ماء منذ يومين",
        "المطار يستقبل 180 سائحا",
        "المستقبل اليوم",
        "صحيفة الحكاية",
        "منذ ساعة",
        "المرسى نيوزمنذ البداية",
        "وزارة الزراعة تعلن نتائج موسم القمح الجديدمنذ ساعة",
    ],
)
def test_other_lines_that_hold_such_words_are_none(line: str) -> None:
    """A headline that ends in an age, words that hold one's letters, a name or an age alone."""
    assert not names_aged(line)
