"""Short wording of general use that sites put around articles and lists, and lines of it with numbers in them."""

from typing import Final

from tests.composer.page import Draft

SHARES: Final = (
    "شارك", "مشاركة", "شارك عبر", "شارك المقال", "شارك الخبر على", "Share", "Tweet", "Facebook", "X", "Telegram",
    "WhatsApp", "فيسبوك", "تويتر", "واتساب", "لينكدإن", "البريد الإلكتروني", "طباعة", "نسخ الرابط", "تم نسخ الرابط",
    "أرسل لصديق", "حفظ", "استماع", "شاركها", "ماسنجر", "+ الخط -", "حجم الخط", "A+", "A-", "TT", "انشر", "Print",
    "Share on Facebook", "Print this page", "رابط مختصر", "مشاركة عبر البريد",
)  # fmt: skip
SERVICES: Final = (
    "Log in", "×", "x", "EN", "FR", "بحث", "القائمة", "دخول", "حسابي", "الوضع الليلي", "البث المباشر", "النسخة الورقية",
    "عدد اليوم PDF", "من نحن", "أعلن معنا", "الأرشيف", "RSS", "خدمات", "مواقيت الصلاة", "أسعار العملات", "Menu",
    "Skip to content", "No Result", "View All Result", "اشترك", "--°C", "نشرات", "تطبيقاتنا", "اللغة", "الإشعارات",
)  # fmt: skip
MORE: Final = (
    "المزيد", "اقرأ المزيد", "اقرأ المزيد »", "Read More", "أكمل القراءة »", "التفاصيل", "المزيد...", "تابع القراءة",
    "قراءة المزيد ←", "» المزيد", "التفاصيل ..", "read more", "[المزيد]", "للمزيد", "أكمل القراءة",
)  # fmt: skip
PAGERS: Final = (
    "التالي", "السابق", "الصفحة التالية", "الصفحة السابقة", "« السابق", "التالي »", "الأخيرة »", "تحميل المزيد",
    "عرض المزيد", "Next", "Previous", "المزيد من الأخبار", "الصفحة 2 من 131", "صفحة 4 من 77", "Load More", "...",
)  # fmt: skip
TITLE_MARKS: Final = (" - ", " | ", " – ", " » ", " :: ", " ~ ", ": ", " / ", " • ")
JOINTS: Final = (" / ", " » ", " > ", " - ", " › ", " >> ", " | ", " ← ", "  ", " ", "/", " \\ ")
VIDEO_MARKS: Final = ("بالفيديو", "بالصور", "شاهد", "فيديو", "صور", "خاص", "عاجل", "حصري", "إنفوجراف", "بالأرقام")
PROSE: Final = (
    "نستخدم ملفات صغيرة على جهازك لنتذكر ما تفضله ولنعرف أي الصفحات تزورها أكثر من غيرها",
    "بمتابعتك التصفح فإنك توافق على شروط الاستخدام وعلى سياسة الخصوصية لدينا",
    "يمكنك تغيير اختيارك في أي وقت من صفحة الإعدادات أسفل الموقع.",
    "موقع إخباري مستقل يصدر عن دار خاصة، ويتابع شؤون الناس في المدن والقرى على مدار الساعة.",
    "تأسس الموقع قبل أعوام على يد مجموعة من الصحفيين الشباب، ويعمل فيه اليوم فريق من ست مدن.",
    "لا يجوز نقل المواد المنشورة هنا أو بعضها إلا بإذن مكتوب من الإدارة ومع ذكر المصدر",
    "ما ينشره الموقع من مقالات الرأي يعبر عن كاتبيه ولا يعبر بالضرورة عن رأي هيئة التحرير.",
    "تخضع التعليقات للمراجعة قبل نشرها، ولا ينشر منها ما فيه إساءة أو تحريض أو إعلان.",
    "سجل بريدك لتصلك أهم العناوين كل صباح، ويمكنك إلغاء الاشتراك متى شئت.",
    "لن نشارك عنوانك مع أحد",
    "نرحب بملاحظاتكم ومقترحاتكم على العنوان أدناه أو عبر نموذج الاتصال.",
    "كل ما ينشر من صور يعود إلى أصحابه، ومن يرى أن له حقا في صورة فليراسلنا لنزيلها.",
    "حقوق النشر محفوظة لدى الناشر، والموقع غير مسؤول عن محتوى الروابط الخارجية.",
    "حمّل التطبيق من المتجر وتابع الأخبار أولا بأول من دون إعلانات",
    "شكرا لزيارتكم، ونعتذر عن أي خلل قد يطرأ أثناء تحديث الصفحة.",
)  # fmt: skip
"""Sentences of the site's own, with and without a full stop."""


def tools(d: Draft, most: int = 4) -> None:
    """Write some share and print links, on lines of their own or on one line."""
    texts = d.rng.sample(SHARES, d.rng.randint(0, most))
    if texts and d.chance(0.3):
        d.furniture(d.one((" ", "", " | ")).join(texts))
        return
    for text in texts:
        d.furniture(text, d.page.line_break)


def services(d: Draft, most: int = 5) -> None:
    """Write some of the links that stand at a page's top."""
    for text in d.rng.sample(SERVICES, d.rng.randint(0, most)):
        d.furniture(text, d.page.line_break)


def house_prose(d: Draft, most: int = 3) -> None:
    """Write some sentences of the site's own, each on a line or all on one."""
    texts = d.rng.sample(PROSE, d.rng.randint(1, most))
    if d.chance(0.4):
        texts = [" ".join(texts)]
    for text in texts:
        d.furniture(text)


def count(d: Draft) -> str:
    """Write how often something was read, liked, answered, or how long reading it takes."""
    number = d.rng.choice((0, 3, 12, 564, 1411, 20387))
    return d.one(
        ("{}", "{} مشاهدة", "مشاهدات: {}", "عدد القراءات : {}", "{} تعليق", "التعليقات ({})", "| {}", "{} views",
         "visibility {}", "{} دقائق قراءة", "وقت القراءة {} دقائق", "قراءة {} دقيقة", "تعليقات {}", "👁 {}", "({})")
    ).format(number)  # fmt: skip


def age(d: Draft) -> str:
    """Write how long ago something was, or at what time of the day."""
    number = d.rng.randrange(2, 59)
    hour = f"{d.rng.randrange(24):02d}:{number:02d}"
    ages = (f"منذ {number} دقيقة", f"قبل {number} دقيقة", f"منذ {number % 20 + 3} ساعات", f"قبل {number % 7 + 3} أيام")
    return d.one((*ages, "منذ يومين", "أمس", "منذ ساعة واحدة", f"{number} minutes ago", hour, hour, f"اليوم {hour}"))


def crumbs(d: Draft, last: str | None) -> str:
    """Write a trail of sections that ends in a headline, or in none."""
    steps = [d.one(("الرئيسية", "Home", "الصفحة الرئيسية", d.facts.site.name))] if d.chance(0.8) else []
    steps += d.rng.sample(d.facts.site.sections, d.rng.choice((1, 1, 2)))
    return d.one(JOINTS).join((*steps, last) if last else steps)
