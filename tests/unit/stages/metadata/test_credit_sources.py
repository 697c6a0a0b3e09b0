"""Credits: who publishes, whose copy it is."""

import pytest

from workers.stages.metadata.credits import Sources, read_credits


@pytest.mark.parametrize(
    ("lines", "publisher", "agencies"),
    [
        (["المصدر: نوفوستي+RT", "المصدر: RT Arabic"], "RT Arabic", ("نوفوستي", "RT")),
        (["المصدر: وكالات", "المصدر: صحيفة الشاطئ"], "صحيفة الشاطئ", ("وكالات",)),
        (["المصدر: شبكة غير معروفة", "المصدر : بوابة النيل"], "بوابة النيل", ("شبكة غير معروفة",)),
        (["المصدر: صحيفة الشاطئ", "المصدر: رويترز"], "صحيفة الشاطئ", ("رويترز",)),
        (["المصدر: رويترز", "المصدر: سبوتنيك"], "سبوتنيك", ("رويترز",)),
        (["المصدر : بوابة النيل"], "بوابة النيل", ()),
        (["المصدر: رويترز"], None, ("رويترز",)),
        (["المصدر: أ.ف.ب"], None, ("أ.ف.ب",)),
        (["المصدر:رويترز، الأناضول"], None, ("رويترز", "الأناضول")),
        (["المصدر: رويترز وأ ف ب"], None, ("رويترز", "أ ف ب")),
        (["المصدر: وكالة الأنباء العراقية (واع)"], None, ("وكالة الأنباء العراقية (واع)",)),
        (["المصدر: الجزيرة + وكالات"], "الجزيرة", ("وكالات",)),
        (["المصدر: بوابة النيل – وكالات"], "بوابة النيل", ("وكالات",)),
        (["المصدر: صحيفة الشاطئ - عدن"], "صحيفة الشاطئ", ()),
        (["المصادر الإضافية • أ ب + وكالات"], None, ("أ ب", "وكالات")),
        (["2025-02-23 02:00:09 - المصدر: نداء اليوم"], "نداء اليوم", ()),
        (["المصدر: موقع «النبأ»"], "موقع «النبأ»", ()),
        (["(رويترز)"], None, ("رويترز",)),
        (["وكالات"], None, ("وكالات",)),
        (["نقلا عن رويترز"], None, ("رويترز",)),
        (["المصدر: https://www.news.example/a"], None, ()),
        (["المصدر: متابعات"], None, ()),
        (["المصدر:"], None, ()),
        (["// انتهى //"], None, ()),
        ([], None, ()),
    ],
)
def test_publisher_and_agencies_are_told_apart(
    lines: list[str], publisher: str | None, agencies: tuple[str, ...]
) -> None:
    """The last credit that is no agency publishes; what the others name is copied from."""
    assert read_credits(lines) == Sources(publisher, agencies)


def test_an_agency_named_twice_counts_once() -> None:
    """Spellings of one name are one name, the first as the page writes it."""
    assert read_credits(["المصدر: الأناضول + الاناضول", "المصدر: بوابة النيل"]).agencies == ("الأناضول",)
