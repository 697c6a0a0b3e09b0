"""Whole pages of big sites, from the first menu to the imprint, with invented words; for training."""

from typing import Final

from tests.composer.endings import keywords
from tests.composer.furniture import footer, hijri_masthead, menu_bars, menu_lines
from tests.composer.heads import bare_name, byline, headline, stamp
from tests.composer.page import Draft, Part
from tests.composer.sighted_parts import body_seen, date_seen, end_seen
from tests.composer.stamps import MONTHS, clock, weekday

_MORE_SECTIONS: Final = (
    "صحافة المواطن", "كرة عالمية", "توك شو", "المرأة والطفل", "سيارات", "علوم وتكنولوجيا", "أخبار العالم",
    "ألبوم الصور", "حكايات", "بنوك وشركات", "صباح البلد", "على مسؤوليتي", "إسلاميات", "سياحة وسفر", "برامج حوارية",
    "نشرة الأخبار", "أمن وقضاء", "حال الطقس", "قضايا المجتمع", "فكر و فن", "عناوين الصحف", "الأبراج", "المقالات",
    "فيديوهات", "تحقيقات", "ملفات خاصة", "عين على الحدث",
)  # fmt: skip
_LIST_LABELS: Final = (
    "مواضيع ذات علاقة", "الموضوعات المتعلقة", "المزيد من المقالات", "اكثر قراءة", "آخر الأخبار", "شريط الأحداث",
    "أخبار 24 ساعة", "مختارات اليوم", "مواضيع ساخنة", "Trending", "الأخبار", "أحدث الأخبار",
)  # fmt: skip
_LINK_LABELS: Final = (
    "إقرأ أيضاً", "اقرأ المزيد", "انظر أيضا", "قد يهمك", "شاهد أيضا", "اقرأ أيضا",
)  # fmt: skip
_BUTTONS: Final = (
    "انسخ الرابط", "مشاركه الخبر :", "تعليقات", "لا توجد تعليقات على الخبر", "اضف تعليق", "Short URL",
    "طباعة Email", "2min", "كل التعليقات", "إظهار المزيد من التعليقات (20)",
    "Share on FacebookShare on Twitterwhatsapp", "مشاهدات عالية", "الموضوع:", "التاريخ:", "↑ أعلى",
    "معايير المجتمع", "https://site.example/img/logo.png", "Previous:",
)  # fmt: skip
_IMPRINT: Final = (
    "المقر : شارع الاستقلال 14", "الهاتف : 455 21 70", "فاكس التحرير : 455 22 70",
    "البريد الإلكتروني : desk@site.example", "غائم جزئيا", "17 °", "سماء صافية", "لا يوجد نتائج", "شاهد كل النتائج",
    "استطلاع الرأي", "هل تؤيد العمل عن بعد؟", "نعم", "لا", "يومية اخبارية سياسية جامعة",
    "الإشراف العام : أشرف البنداري", "Footer Links", "إعلانك على موقعنا", "حماية الخصوصية",
    "شاهد أحدث البرامج على شاشتك المفضلة", "انضم الى ملايين المتابعين", "موقع البرامج",
    "يحظر نشر أو توزيع أي مادة دون إذن مسبق",
)  # fmt: skip


def _bulleted_menu(d: Draft) -> None:
    """Write a menu as a list, with the sections' own sections, now and then twice."""
    bullet = d.one(("• ", "  • ", "* ", ""))
    sections = [
        *("الرئيسية", *d.facts.site.sections),
        *d.rng.sample(_MORE_SECTIONS, d.rng.randint(4, len(_MORE_SECTIONS))),
    ]
    for _ in range(d.rng.choice((1, 1, 2))):
        for section in sections:
            d.furniture(bullet + section, d.page.line_break)


def _dated_items(d: Draft) -> None:
    """Write a list of headlines, each with its own date below or above it."""
    d.page.add("related_label", d.one(_LIST_LABELS) + d.one(("", ":")))
    above = d.chance(0.3)
    for item in d.rng.sample(d.facts.others, d.rng.randint(3, min(8, len(d.facts.others)))):
        when = d.facts.published
        date = d.one(
            (f"{weekday(when)}، {date_seen(d)} {clock(when)}", f"{when:%Y-%m-%d}", f"{when:%H:%M}", "قبل 19 دقيقة")
        )
        if above:
            d.furniture(date, d.page.line_break)
        d.page.add("related_item", item, d.page.line_break)
        d.truth.related.append(item)
        if not above:
            d.furniture(date, d.page.line_break)


def _imprint(d: Draft) -> None:
    """Write what stands at the foot of a whole page: menu, weather, address, forms."""
    for text in d.rng.sample(_IMPRINT, d.rng.randint(2, 7)):
        d.furniture(text, d.page.line_break)
    if d.chance(0.6):
        _bulleted_menu(d)
    footer(d)


def whole_page(d: Draft) -> None:
    """A whole page of a big site: long bulleted menus, items, a picture's credit, tags, dated lists, an imprint."""
    _above(d)
    if d.chance(0.8):
        headline(d)
    for part in (stamp, bare_name):
        if d.chance(0.6):
            part(d)
    if d.chance(0.5):
        d.page.add("caption", d.one((f"© {d.facts.agency}", d.facts.story.caption, f"© AFP / {d.facts.agency}")))
    _buttons(d, most=4)
    if d.chance(0.2):
        d.furniture(f"https://img.site.example/{d.rng.randrange(99999)}/big_{d.rng.randrange(99999)}.jpg")
    _linked_body(d)
    if d.chance(0.4):
        keywords(d)
    _buttons(d, most=3)
    for _ in range(d.rng.choice((0, 1, 1, 2))):
        _dated_items(d)
    _imprint(d)


def _above(d: Draft) -> None:
    """Write the page's clock, its menu, the day's headlines and a breadcrumb."""
    now = d.facts.captured
    if d.chance(0.5):
        d.furniture(f"{weekday(now)}، {now.day} {MONTHS[d.facts.site.months][now.month - 1]} {now.year} {clock(now)}")
    _bulleted_menu(d)
    if d.chance(0.4):
        for item in d.rng.sample(d.facts.others, d.rng.randint(3, 9)):
            d.page.add("related_item", "• " + item, d.page.line_break)
            d.truth.related.append(item)
    if d.chance(0.6):
        d.furniture(f"الرئيسية {d.one(d.facts.site.sections)}")


def _buttons(d: Draft, most: int) -> None:
    for text in d.rng.sample(_BUTTONS, d.rng.randint(0, most)):
        d.furniture(text)


def _linked_body(d: Draft) -> None:
    """Write the body with a link or two inside, each below a label of its own; the article goes on behind them."""
    for number, text in enumerate(d.facts.story.paragraphs):
        if number and d.chance(0.25):
            if d.chance(0.65):
                d.page.add("promo", d.one(_LINK_LABELS) + d.one(("", ":")))
            elif d.chance(0.4):
                d.page.add("caption", f"© {d.facts.agency}")
            dated = d.chance(0.25)
            for item in d.rng.sample(d.facts.others, d.rng.choice((1, 1, 2))):
                d.page.add("promo", item)
                if dated:
                    d.furniture(date_seen(d))
        d.page.add("paragraph", text)


def links_inside(d: Draft) -> None:
    """An article with links inside, and next to nothing around it."""
    if d.chance(0.8):
        headline(d)
    for part in (stamp, byline):
        if d.chance(0.5):
            part(d)
    _linked_body(d)
    end_seen(d)


def front_page(d: Draft) -> None:
    """A front page or a section's: menus, lists of headlines, the weather and the imprint, and no article."""
    _bulleted_menu(d)
    for _ in range(d.rng.randint(1, 4)):
        _dated_items(d)
    _imprint(d)
    d.truth.language = None


def app_menu(d: Draft) -> None:
    """The menu of an application twice, icons, the weather, and then an article with next to nothing around it."""
    d.furniture(f"{d.one(d.facts.site.sections)} | {d.facts.site.name}")
    for _ in range(2):
        for text in d.rng.sample(
            ("--°C", "تحميل...", "⌄", "خروج", "حسابي", "المزيد", "لوحة القيادة", "Log in", "بحث"), 4
        ):
            d.furniture(text)
        d.part((menu_lines, menu_bars))
    if d.chance(0.5):
        hijri_masthead(d)
    if d.chance(0.8):
        headline(d)
    if d.chance(0.5):
        d.part((byline, bare_name))
    body_seen(d)


WHOLE_PAGES: Final[tuple[Part, ...]] = (
    app_menu, whole_page, whole_page, whole_page, links_inside, links_inside, front_page,
)  # fmt: skip
"""Arrangements for training; those that are to weigh more stand there more often."""
