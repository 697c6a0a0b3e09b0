"""What a source is known for shows in how its pages are cut."""

from datetime import UTC, datetime

import pytest

from schemas.raw_page import RawPage
from schemas.segment import SegmentKind
from schemas.source_profile import KindCount, RecurringLine, SourceProfile
from workers.intake import open_page
from workers.profiles.furniture import line_key
from workers.profiles.learning import seal
from workers.stages.segmentation import segment

ABOUT = "تأسست صحيفتنا قبل أعوام كثيرة لتروي أخبار المدينة كما هي، ولها اليوم مكاتب في ثلاث عواصم ومئات القراء كل صباح."
TEXT = (
    "بلدية المرفأ تعيد افتتاح حديقة المنارة\n"
    "تاريخ النشر: 03 مارس 2025\n"
    "أعادت بلدية المرفأ، الاثنين، افتتاح حديقة المنارة أمام الزوار بعد إغلاقها ستة أشهر لتجديد أرضياتها وزراعة أشجار.\n"
    f"{ABOUT}\n"
    "وقال رئيس البلدية إن كلفة الأعمال بلغت مليوني دينار، وإن الحديقة ستفتح أبوابها يوميا من الصباح حتى منتصف الليل.\n"
    "المصدر: صحيفة الواحة\n"
    "اقرأ أيضا\n"
    "سوق السمك تعود إلى الميناء القديم بعد أعوام\n"
    "مدرسة جديدة في حي الزيتون قبل بداية العام\n"
)
DAY = datetime(2025, 3, 4, tzinfo=UTC)


def profile_of(line: str, kind: SegmentKind) -> SourceProfile:
    """Make a profile of a source of 20 articles, beside all of which a line stood."""
    recurring = RecurringLine(
        line=line_key(line),
        seen=20,
        since=0,
        days=20,
        first_day=datetime(2025, 1, 1, tzinfo=UTC).date(),
        last_day=DAY.date(),
        kinds=(KindCount(kind=kind, seen=20),),
    )
    return seal(SourceProfile(source="site.example", version="0" * 12, articles=20, lines=(recurring,)))


def kinds(profile: SourceProfile | None) -> dict[str, SegmentKind]:
    """Cut the page and give each line's kind."""
    raw = RawPage(text=TEXT, url="https://site.example/1")
    page = segment(open_page(raw, captured_at=DAY, profile_of=lambda _source: profile))
    return {page.text[each.start : each.end]: each.kind for each in page.segments}


def test_a_paragraph_that_recurs_is_no_text() -> None:
    """What stands beside every article of a source is furniture, though nothing else tells it from the article."""
    assert kinds(None)[ABOUT] is SegmentKind.PARAGRAPH
    known = kinds(profile_of(ABOUT, SegmentKind.PARAGRAPH))
    assert known[ABOUT] is SegmentKind.BOILERPLATE
    assert {line: kind for line, kind in kinds(None).items() if line != ABOUT} == {
        line: kind for line, kind in known.items() if line != ABOUT
    }


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("اقرأ أيضا", SegmentKind.RELATED_LABEL),
        ("المصدر: صحيفة الواحة", SegmentKind.CREDIT),
        ("تاريخ النشر: 03 مارس 2025", SegmentKind.BOILERPLATE),
    ],
)
def test_what_recurs_and_says_something_keeps_its_meaning(line: str, kind: SegmentKind) -> None:
    """A label still opens a list, a credit still names the publisher, and a date is never furniture by its form."""
    assert kinds(profile_of(line, kind)) == kinds(None)
