"""Buttons, counts and rights: a site's lines that may stand anywhere around an article and are never its own."""

from collections.abc import Callable

import pytest

HEAD = "وزارة الزراعة تعلن موعد بدء موسم قطاف الزيتون في المحافظات"
LEAD = "أعلنت وزارة الزراعة في بيان لها صباح اليوم أن موسم قطاف الزيتون سيبدأ مطلع الشهر المقبل في جميع المحافظات."
MORE = "وأضافت الوزارة أن الإنتاج يزيد بنحو عشرة بالمئة عن إنتاج العام الماضي، وأن المعاصر جاهزة لاستقبال المزارعين."
LAST = "ودعت الوزارة المزارعين إلى الالتزام بالمواعيد حفاظا على جودة الزيت، وإلى مراجعة مديرياتها في مناطقهم."
LINES = (
    "شارك هذا الموضوع:",
    "تابعونا على واتساب",
    "اشترك في القائمة البريدية",
    "لا يوجد تعليقات",
    "ليست هناك تعليقات:",
    "رسالة أقدم",
    "عضو مميز",
    "- مستوى التفاعل",
    "قراءة لاحقة",
    "أضف تعليقك",
    "3 دقائق للقراءة",
    "دقيقة واحدة قراءة",
    "1520 مشاهدة",
    "قراءة المزيد",
    "العودة إلى الأعلى",
    "هل أعجبك الخبر؟",
    "أبلغ عن خطأ في الخبر",
    "تصميم وبرمجة شركة الأفق",
    "من نحن | اتصل بنا | سياسة الخصوصية",
    "© 2025 جميع الحقوق محفوظة لموقع الضفاف",
    "موافق",
    "+ الخط -",
    "ـــــــــ",
    "التعليقات على موعد قطاف الزيتون مغلقة",
    "هذا المقال مخصص للمشتركين في الصحيفة",
    "شارك هذا:",
    "معجب بهذه:",
    "إعجاب تحميل...",
    "مرتبط",
    "النقر للمشاركة على تويتر (فتح في نافذة جديدة)",
    "اضغط لتشارك على الواتساب (فتح في نافذة جديدة)",
    "إرسال رابط عبر البريد الإلكتروني إلى صديق (فتح في نافذة جديدة)",
    "فيسبوك X لينكدإن ماسنجر واتساب تيلقرام مشاركة عبر البريد طباعة",
    "بحث عن",
    "مقال عشوائي",
    "الوضع المظلم",
    "ترك الرد",
    "من فضلك ادخل اسمك هنا",
    "لقد أدخلت عنوان بريد إلكتروني غير صحيح!",
    "كتابة مدونة حول هذه المشاركة",
    "المشاركة في Facebook",
    "بحث هذه المدونة الإلكترونية",
    "أدوات الموضوع",
    "رد مع اقتباس",
    "سجل دخولك لإضافة تعليقات",
    "سجل الدخول أو سجل لتضيف تعليقات",
    "ترك الرد إلغاء الرد",
    "قراءة 312 مرة",
    "تمت القراءة 1,204 مرات",
    "نسخة سهلة الطبع",
    "الاسم *",
    "نص التعليق",
    "كود التحقق",
    "حالة الطقس",
    "مواقيت الصلاة",
    "أسعار العملات",
    "عن الكاتب",
    "روابط سريعة",
    "الرابط القصير",
    "اشترك",
    "بريدك الإلكتروني",
    "يتم التشغيل بواسطة Blogger.",
    "لمتابعتنا على تلغرام",
    "عدد التعليقات (2 تعليق)",
    "الساعة الآن 04:17 AM.",
    "صورة 1 من 3",
    "قراءة 3 دقائق",
    "استمع (5 دقائق)",
    "البودكاست نهاية",
)

Kinds = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("line", LINES)
def test_a_sites_line_is_furniture_wherever_it_stands(kinds: Kinds, line: str, place: int) -> None:
    """Above the headline, below it, between paragraphs and at the end: it takes nothing from the article."""
    article = [HEAD, LEAD, MORE, LAST]
    found = kinds("\n".join([*article[:place], line, *article[place:]]))
    assert ("boilerplate", line) in found
    assert [text for kind, text in found if kind in {"headline", "paragraph"}] == article


def test_a_pictures_text_may_stand_above_the_headline(kinds: Kinds) -> None:
    """A line between a picture's text and the lead, of which it shares words, is the headline."""
    found = kinds(f"صورة أرشيفية\n{HEAD}\n{LEAD}\n{MORE}\n{LAST}")
    assert found[:3] == [("caption", "صورة أرشيفية"), ("headline", HEAD), ("paragraph", LEAD)]


def test_authors_in_a_row_are_filed_under_nothing(kinds: Kinds) -> None:
    """Names between commas are authors where none of them is a section."""
    row = "سعاد الهاشمي، سامي الحداد"
    assert ("byline", row) in kinds(f"{HEAD}\n{row}\n{LEAD}\n{MORE}\n{LAST}")


def test_counts_behind_bullets_below_the_author_are_furniture(kinds: Kinds) -> None:
    """Readers and comments are counted there, and a copy of the headline may follow above the picture's owner."""
    found = kinds(f"{HEAD}\nسامي الحداد\n  • 735\n  • 0\n{HEAD}\nح.م\n{LEAD}\n{MORE}\n{LAST}")
    assert [text for kind, text in found if kind == "paragraph"] == [LEAD, MORE, LAST]
    assert ("caption", "ح.م") in found


@pytest.mark.parametrize(
    "above",
    [("لا توجد نتائج", "عرض جميع النتائج"), ("لم يتم العثور على نتائج البحث",), ("رئيس مجلسي الإدارة والتحرير",)],
)
def test_a_search_boxs_words_and_an_imprint_above_an_article_are_furniture(
    kinds: Kinds, above: tuple[str, ...]
) -> None:
    """Sites' templates hold what a search says that found nothing; only a page without an article says no more."""
    found = kinds("\n".join([*above, "رامي الخطيب", HEAD, "5 مايو 2024", LEAD, MORE, LAST]))
    assert ("headline", HEAD) in found
    assert [text for kind, text in found if kind == "paragraph"] == [LEAD, MORE, LAST]
