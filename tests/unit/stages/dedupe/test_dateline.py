"""Datelines: taken off where they are one, and only there."""

import pytest

from workers.stages.dedupe.dateline import strip_dateline

LEAD = "أعلنت الوزارة اليوم افتتاح ثلاثة مراكز جديدة للتدريب المهني في المحافظات الشمالية"


@pytest.mark.parametrize(
    "dateline",
    [
        "القاهرة - ",
        "القاهرة – ",
        "القاهرة - رويترز - ",
        "بيروت (أ ف ب) - ",
        "(وكالات) - ",
        "عمان/ ",
        "طرابلس | ",
        "الرياض (واس) – ",
        "تونس ـ ",
        "",
    ],
)
def test_every_form_of_dateline_comes_off(dateline: str) -> None:
    """Copies under different datelines begin with the same words."""
    assert strip_dateline(dateline + LEAD) == LEAD


@pytest.mark.parametrize("separator", [" ", "، ", ": ", " (رويترز): "])
def test_a_known_place_comes_off_with_whatever_follows_it(separator: str) -> None:
    """The place that metadata found is taken off with weaker separators too, but not out of a sentence."""
    stripped = strip_dateline("نيامي" + separator + LEAD, place="نيامي")
    assert stripped == (LEAD if separator.strip() else "نيامي " + LEAD)


@pytest.mark.parametrize(
    "lead",
    [
        LEAD,
        "قال المدير إن النسبة بلغت 3 بالمئة - وهي الأعلى منذ عشر سنوات بحسب التقرير السنوي للهيئة",
        "القاهرة - ",
        "",
    ],
)
def test_a_sentence_stays_whole(lead: str) -> None:
    """Without a dateline, or with nothing else, the lead stays as it is."""
    assert strip_dateline(lead) == lead


def test_a_hostile_lead_takes_linear_time() -> None:
    """A lead of a million characters without any separator is left alone at once."""
    lead = "ا" * 500_000 + " " * 500_000
    assert strip_dateline(lead) == lead
