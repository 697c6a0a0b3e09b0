"""What real pages do that tidy ones do not: fields glued, paragraphs broken, the next article without a label."""

from collections.abc import Callable

import pytest

from tests.council import HEAD, LAST, LEAD, MORE, lines

Kinds = Callable[[str], list[tuple[str, str]]]

NEXT = "فريق الواحة يبلغ نهائي الكأس بهدف متأخر"
GAME = "بلغ فريق الواحة نهائي الكأس بعدما تغلب على ضيفه بهدف سجله مهاجمه البديل في الدقيقة الأخيرة من الوقت الإضافي."
COACH = "وأشاد المدرب بلاعبيه بعد المباراة، وقال إنهم استحقوا الفوز رغم الغيابات الكثيرة التي أثرت في خط الدفاع."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            lines(HEAD, LEAD, MORE, LAST, "المصدر: وكالات", NEXT, GAME, COACH),
            ["headline", *["paragraph"] * 3, "credit", "teaser_headline", "teaser_paragraph", "teaser_paragraph"],
            id="the next article at once",
        ),
        pytest.param(
            lines(HEAD, LEAD, MORE, LAST, "صحيفة الواحة - منذ 3 ساعات", NEXT, GAME),
            ["headline", *["paragraph"] * 3, "teaser_label", "teaser_headline", "teaser_paragraph"],
            id="outlet and age above a teaser",
        ),
        pytest.param(
            lines(HEAD, "5 مايو 2024", LEAD, *MORE.replace("المدارس والطرق", "\nالمدارس والطرق\n").splitlines(), LAST),
            ["headline", "timestamp", *["paragraph"] * 5],
            id="a paragraph broken at a link",
        ),
        pytest.param(
            lines("الرئيسية | محليات | اقتصاد | رياضة | ثقافة", HEAD, "5 مايو 2024", LEAD, MORE),
            ["boilerplate", "headline", "timestamp", "paragraph", "paragraph"],
            id="a menu with bars",
        ),
        pytest.param(
            lines(f"الرئيسية » محليات » {HEAD}", f"{HEAD}جلسة المجلس مساء الاثنين", "5 مايو 2024", LEAD, MORE),
            ["boilerplate", "headline", "caption", "timestamp", "paragraph", "paragraph"],
            id="a caption stuck to the headline, below a breadcrumb",
        ),
        pytest.param(
            lines(f"{HEAD} | المرسى الإخبارية", "5 مايو 2024", LEAD, MORE),
            ["headline", "boilerplate", "timestamp", "paragraph", "paragraph"],
            id="the site's name behind the headline",
        ),
        pytest.param(
            lines(HEAD, "أحمد عبد الرحمنالأحد 5 مايو 2024 10:30 ص 3 دقائق قراءة", LEAD, MORE),
            ["headline", "byline", "timestamp", "boilerplate", "paragraph", "paragraph"],
            id="author, date and reading time stuck together",
        ),
        pytest.param(
            lines(f"{HEAD}الأحد 5 مايو 2024", LEAD, MORE),
            ["headline", "timestamp", "paragraph", "paragraph"],
            id="a date stuck to the headline",
        ),
        pytest.param(
            lines("وزير الزراعة يزور الولايات الجنوبية يومي 4 و5 مايو", "1 مايو 2024", LEAD, MORE),
            ["headline", "timestamp", "paragraph", "paragraph"],
            id="a headline that ends in two days",
        ),
        pytest.param(
            lines(HEAD, LEAD, "نقاش استمر ساعات", MORE, "المدارس والطرق أولا", LAST),
            ["headline", *["paragraph"] * 5],
            id="subheadings",
        ),
    ],
)
def test_lines_of_real_pages_are_what_they_are(kinds: Kinds, text: str, expected: list[str]) -> None:
    """Each part of an untidy page has its kind."""
    assert [kind for kind, _ in kinds(text)] == expected


def test_body_broken_at_a_fixed_width_is_all_paragraphs(kinds: Kinds) -> None:
    """Lines of like width that end in mid-sentence are no list of links."""
    words = f"{LEAD} {MORE} {LAST}".split()
    rows = [""]
    for word in words:
        if len(rows[-1]) + len(word) >= 60:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    assert {kind for kind, _ in kinds(lines(HEAD, "5 مايو 2024", *rows))[2:]} == {"paragraph"}


def test_menus_and_lists_make_no_article(kinds: Kinds) -> None:
    """A front page of sections and headlines has no headline and no paragraph of its own."""
    text = lines("الأحد 7 ديسمبر 2025", "الرئيسية", "محليات", "اقتصاد", "آخر الأخبار", HEAD, NEXT, "من نحن", "اتصل بنا")
    assert {kind for kind, _ in kinds(text)} <= {"boilerplate", "related_label", "related_item"}
