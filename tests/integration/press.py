"""Pages written for these tests: any number of articles that share no three words in a row, and copies of them."""

import json
import random
from dataclasses import dataclass
from typing import Final

_TEXT: Final = """
البلدية الشارع المدرسة الجسر الحديقة السوق الميناء المتحف المكتبة المصنع القطار الحافلة المطار الجامعة المزرعة
النهر السد الجبل الوادي الساحل الجزيرة القرية المدينة الحي الساحة البرج القلعة الملعب المسرح المعرض المهرجان
الندوة المشروع البرنامج الخطة الميزانية التقرير الدراسة البحث الفريق اللجنة المجلس الاتحاد النادي الشركة
الموظفون السكان الطلاب المزارعون الصيادون التجار المهندسون الأطباء السائقون الزوار الحرفيون الباحثون العمال
افتتح أعلن أكد أوضح أضاف ذكر قال نظم استقبل وقع أطلق أنهى بدأ واصل قدم شارك ناقش زار سلم أعاد رمم وسع
جديدا واسعا كبيرا صغيرا قديما حديثا سريعا بطيئا طويلا قصيرا عميقا مرتفعا منخفضا باردا دافئا جميلا مهما نادرا
أمس اليوم غدا صباحا مساء ظهرا قريبا لاحقا سابقا دائما أحيانا غالبا في من إلى على عن مع بعد قبل خلال حول
قرب أمام خلف تحت فوق بين منذ حتى نحو ضمن وسط شرق غرب شمال جنوب الماء الكهرباء الطاقة النقل الزراعة التعليم
الصحة السياحة البيئة الرياضة الثقافة التجارة الصناعة الصيد البناء الترميم التدريب التطوير الحفاظ التوزيع
"""
_WORDS: Final = tuple(_TEXT.split())
_PARAGRAPHS: Final = 4
_PARAGRAPH_WORDS: Final = 26
_HEADLINE_WORDS: Final = 7


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as a producer sends it.

    Attributes:
        story: the number of the article that it carries; pages of one number belong to one story.
        page_id: the page's id.
        value: the record's value.
    """

    story: int
    page_id: str
    value: bytes

    @property
    def key(self) -> bytes:
        """The record's key."""
        return self.page_id.encode()


def write_sheet(story: int, *, copy: int = 0) -> Sheet:
    """Write the page of one article; a copy is the same article on another site."""
    chance = random.Random(f"press {story}")  # noqa: S311  # text, not secrets
    headline = " ".join(chance.choices(_WORDS, k=_HEADLINE_WORDS))
    paragraphs = [" ".join(chance.choices(_WORDS, k=_PARAGRAPH_WORDS)) + "." for _ in range(_PARAGRAPHS)]
    lines = [headline, "تاريخ النشر: 08 نوفمبر 2025 - 16:40", *paragraphs]
    page_id = f"story-{story}-copy-{copy}"
    page = {
        "page_id": page_id,
        "url": f"https://site-{copy}.example/{story}",
        "captured_at": "2025-11-08T17:00:00Z",
        "text": "\n".join(lines),
    }
    return Sheet(story, page_id, json.dumps(page, ensure_ascii=False).encode())


def write_edition(stories: int, *, copied_every: int = 5) -> list[Sheet]:
    """Write many pages, some articles twice: the copy a third of the edition later, with much in between to go wrong.

    Args:
        stories: how many articles, numbered from 0.
        copied_every: each so-many-th article appears on a second page, where enough of the edition is left.
    """
    sheets: list[Sheet] = []
    for story in range(stories):
        sheets.append(write_sheet(story))
        earlier = story - stories // 3
        if earlier >= 0 and earlier % copied_every == 0:
            sheets.append(write_sheet(earlier, copy=1))
    return sheets
