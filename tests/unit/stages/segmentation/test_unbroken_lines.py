"""Unbroken lines: pages whose lines are joined by single spaces, and paragraphs that only look like them."""

import pytest

from workers.stages.segmentation import parts_of

HEAD = "وزارة الزراعة تتوقع موسما أفضل للقمح"
LEAD = "قالت وزارة الزراعة في بيان إن موسم القمح سيكون أفضل من مواسم الأعوام الماضية بفضل أمطار الشتاء الغزيرة."
BODY = "وأضاف البيان أن المزارعين تسلموا البذور في موعدها، وأن أسعار الشراء ستبقى على حالها حتى نهاية الموسم المقبل."
REST = "وكان الموسم الماضي قد تأخر أسابيع بسبب الجفاف الذي أصاب سهول الشمال كلها، وبسبب نقص الوقود في محطات الضخ."
END = "وتنتظر الوزارة نتائج مسح الحقول الذي بدأ قبل أسبوعين، وستعلن أرقامه النهائية حين تكتمل في آخر الشهر."
NEXT = "بلدية المدينة القديمة تفتح سوقها الجديد"
LINKS = ("منتخب الشباب يفوز على ضيفه وديا", "أسعار النفط ترتفع في بداية الأسبوع", "طقس معتدل على السواحل غدا")
MENU = "الرئيسية أخبار محلية عربي ودولي اقتصاد رياضة ثقافة وفنون"
TEXT = (LEAD, BODY, REST, END)


def cut(*parts: str) -> list[str]:
    """List the parts of a text whose lines are joined by single spaces."""
    return [part.text for part in parts_of(" ".join(parts))]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((MENU, HEAD, "5 مايو 2024 - 10:30 ص", " ".join(TEXT)), id="a menu and a date"),
        pytest.param((MENU, f"{HEAD}", HEAD, "منذ 3 ساعات", " ".join(TEXT)), id="the headline twice and an age"),
        pytest.param((MENU, HEAD, f"القاهرة - رويترز - {' '.join(TEXT)}"), id="a dateline"),
        pytest.param((f"{LEAD} {BODY}", "إعلان", f"{REST} {END} {LEAD}"), id="an advertisement's mark"),
        pytest.param((f"{LEAD} {BODY}", f"اقرأ أيضا: {NEXT}", f"{REST} {END} {LEAD}"), id="a promo"),
        pytest.param(
            (" ".join(TEXT), "(رويترز)", "كلمات مفتاحية: قمح | زراعة", "أخبار ذات صلة", " ".join(LINKS)),
            id="a credit, keywords and a list",
        ),
        pytest.param(
            (
                " ".join(TEXT),
                "المصدر: صحيفة الحكاية",
                "أخبار ذات صلة",
                *(x for n, y in enumerate(LINKS) for x in (str(n + 1), y)),
            ),
            id="an unknown outlet's credit and a numbered list",
        ),
        pytest.param(
            (" ".join(TEXT), "أخبار ذات صلة", *(part for link in LINKS for part in (link, "منذ 35 دقيقة"))),
            id="a list with ages",
        ),
        pytest.param(
            (" ".join(TEXT), "(النهاية)", "الحكاية نيوز - منذ 3 ساعات", NEXT, f"افتتح رئيس البلدية السوق. {BODY}"),
            id="the next article",
        ),
        pytest.param(
            (MENU, f"{HEAD} {NEXT} {' '.join(LINKS)}", "آخر الأخبار", " ".join(LINKS), "تابعونا على فيسبوك"),
            id="lists without any sentence",
        ),
        pytest.param((f"{LEAD} {BODY}", f"طالع: {NEXT}", f"{REST} {END} {LEAD}"), id="a promo behind one word"),
        pytest.param((" ".join(TEXT), "#ad-top { display: none; }", "مشاهدات : 1874", "نسخ الرابط"), id="a style rule"),
    ],
)
def test_a_page_on_one_line_is_cut_between_its_parts(parts: tuple[str, ...]) -> None:
    """Menus, dates, authors, marks, promos, credits and lists stand apart from the article on the same line."""
    assert cut(*parts) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        " ".join(TEXT),
        " ".join((LEAD, "وذكر بيان آخر في 5 مايو 2024 أن الوزارة - مثل غيرها - تنتظر.", *TEXT)),
        " ".join((LEAD, 'ونقلت صحيفة "الحكاية" نقلا عن المصدر نفسه أن الأسعار مستقرة.', *TEXT)),
        " ".join((LEAD, "وقال إن أخبارا أخرى عن الاقتصاد والرياضة والثقافة لا تعنيه منذ سنوات.", *TEXT)),
        " ".join((LEAD, "وقال المصدر إن وزارة الزراعة تتوقع موسما أفضل وإن وزارة الزراعة تتوقع موسما أطول.", *TEXT)),
    ],
)
def test_a_long_paragraph_stays_whole(text: str) -> None:
    """A date, a quotation of a source, sections or repeated words inside running text cut nothing."""
    assert cut(text) == [text]
