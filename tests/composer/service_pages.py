"""Pages without an article that serve: errors, consents, tables, programmes, galleries, menus only; for training.

All that they hold is furniture, but for headlines that lead to articles.
"""

from typing import Final

from tests.composer.furniture import MASTHEADS, MENUS, TICKERS, footer, noise
from tests.composer.listings import rows
from tests.composer.material import AGENCIES, PLACES
from tests.composer.page import Draft, Part
from tests.composer.stamps import weekday
from tests.composer.tails import RELATED
from tests.composer.wording import PAGERS, count, crumbs, house_prose, services

_ERRORS: Final = (
    "404", "خطأ 404", "الصفحة غير موجودة", "عذرا، الصفحة التي تبحث عنها غير متاحة",
    "لم يتم العثور على الصفحة المطلوبة.",
    "ربما نقلت الصفحة أو حذفت، جرب البحث من جديد.", "العودة إلى الرئيسية", "Page not found", "Error 503",
    "حدث خطأ ما، يرجى المحاولة لاحقا", "هذا المحتوى متاح للمشتركين فقط", "انتهت مدة هذا الرابط",
    "يرجى الانتظار قليلا حتى نتأكد من أنك لست برنامجا", "Just a moment...", "Enable JavaScript and cookies to continue",
)  # fmt: skip
_CHOICES: Final = ("موافق", "أوافق", "رفض الكل", "إدارة الخيارات", "قبول", "Accept", "حسنا", "إغلاق", "معرفة المزيد")
_PRAYERS: Final = ("الفجر", "الشروق", "الظهر", "العصر", "المغرب", "العشاء")
_TEAMS: Final = (
    "النخيل",
    "الضفاف",
    "اتحاد المرسى",
    "شباب الوادي",
    "نجم الساحل",
    "الرافدين",
    "العربي",
    "سدرة",
    "القلعة",
)
_GOODS: Final = (
    "ذهب عيار 24",
    "ذهب عيار 21",
    "ذهب عيار 18",
    "الدولار",
    "اليورو",
    "الريال السعودي",
    "طن الحديد",
    "برنت",
)
_SHOWS: Final = ("نشرة الصباح", "حديث المدينة", "موجز الأنباء", "ملعب اليوم", "وثائقي", "نافذة على العالم", "طبيبك معك")
_CELLS: Final = (" ", "  ", " - ", " | ", ": ", "\t")
_ALBUMS: Final = ("{} صور", "03:4{}", "1/{}", "فيديو", "صور", "{} صورة", "مدة الفيديو 02:1{}", "▶", "Image {}")


def _top(d: Draft) -> None:
    if d.chance(0.4):
        services(d)
    if d.chance(0.3):
        d.part(MASTHEADS)
    for _ in range(d.rng.choice((0, 1, 1, 2))):
        d.part(MENUS)
    if d.chance(0.3):
        d.furniture(crumbs(d, None))


def _end(d: Draft) -> None:
    if d.chance(0.3):
        d.part(RELATED)
    if d.chance(0.25):
        house_prose(d)
    if d.chance(0.6):
        footer(d)
    d.truth.language = None


def error_page(d: Draft) -> None:
    """A page that is not there, or not for everybody: some sentences, and perhaps headlines to go on with."""
    _top(d)
    for text in d.rng.sample(_ERRORS, d.rng.randint(1, 4)):
        d.furniture(text)
    if d.chance(0.3):
        rows(d, 3, 8)
    _end(d)


def consent_page(d: Draft) -> None:
    """What a site asks before it shows anything: a few sentences and buttons, at the top or alone."""
    if d.chance(0.5):
        _top(d)
    house_prose(d, most=4)
    for text in d.rng.sample(_CHOICES, d.rng.randint(1, 4)):
        d.furniture(text, d.page.line_break)
    if d.chance(0.4):
        rows(d, 3, 6)
    _end(d)


def _table(d: Draft) -> list[list[str]]:
    """Make the rows of a table of prayers, prices, temperatures, places in a league, or programmes."""
    rng = d.rng

    def clock() -> str:
        return f"{rng.randrange(1, 24)}:{rng.randrange(60):02d}"

    kind = rng.randrange(5)
    if kind == 0:
        return [[name, clock()] for name in _PRAYERS]
    if kind == 1:
        return [["العملة", "شراء", "بيع"]] + [
            [name, *(f"{rng.uniform(1, 4000):.2f}" for _ in range(2))] for name in rng.sample(_GOODS, 5)
        ]
    if kind == 2:
        return [["المدينة", "العظمى", "الصغرى"]] + [
            [place, str(rng.randrange(20, 45)), str(rng.randrange(2, 20))] for place in rng.sample(PLACES, 8)
        ]
    if kind == 3:
        return [["الفريق", "لعب", "له", "نقاط"]] + [
            [team, *(str(rng.randrange(40)) for _ in range(3))] for team in rng.sample(_TEAMS, 7)
        ]
    return [[clock(), show, f"{rng.randrange(10, 180)} د"] for show in _SHOWS]


def table_page(d: Draft) -> None:
    """A table of times, prices, temperatures, places or programmes: a row or a cell a line."""
    _top(d)
    if d.chance(0.7):
        now = d.facts.captured
        d.furniture(
            d.one(("مواقيت الصلاة", "أسعار اليوم", "حالة الطقس", "جدول الترتيب", "دليل البرامج", "خدمات"))
            + d.one(("", f" - {d.facts.place}", f" {weekday(now)} {now:%d-%m-%Y}"))
        )
    for _ in range(d.rng.choice((1, 1, 2))):
        cell = d.one((*_CELLS, "\n"))
        for row in _table(d):
            if cell == "\n":
                for text in row:
                    d.furniture(text, d.page.line_break)
            else:
                d.furniture(cell.join(row), d.page.line_break)
    if d.chance(0.3):
        rows(d, 2, 6)
    _end(d)


def match_page(d: Draft) -> None:
    """A day's matches: teams, scores and times on lines of their own or together, below their leagues."""
    _top(d)
    for league in d.rng.sample(
        ("الدوري الممتاز", "كأس الملك", "دوري الأبطال", "ودية", "الجولة 14"), d.rng.randint(1, 3)
    ):
        d.furniture(league)
        for _ in range(d.rng.randint(1, 4)):
            home, away = d.rng.sample(_TEAMS, 2)
            score = d.one(("2 - 1", "0-0", "20:45", "لم تبدأ", "انتهت", "vs"))
            if d.chance(0.5):
                d.furniture(f"{home} {score} {away}", d.page.line_break)
            else:
                for text in (home, score, away):
                    d.furniture(text, d.page.line_break)
    if d.chance(0.5):
        rows(d, 2, 6)
    _end(d)


def gallery_page(d: Draft) -> None:
    """Albums and films: headlines with how many pictures or minutes each has."""
    _top(d)
    marks = d.rng.sample(_ALBUMS, 2)
    for _ in range(d.rng.randint(3, 9)):
        above = d.chance(0.5)
        if above:
            d.furniture(d.one(marks).format(d.rng.randrange(2, 9)), d.page.line_break)
        item = d.one(d.facts.others)
        d.page.add("related_item", item, d.page.line_break)
        d.truth.related.append(item)
        if not above:
            d.furniture(d.one((*marks, count(d))).format(d.rng.randrange(2, 9)), d.page.line_break)
    _end(d)


def menus_only(d: Draft) -> None:
    """Menus, services and tickers, and nothing that they lead to: what is left of a page that did not load."""
    for _ in range(d.rng.randint(1, 3)):
        d.part(MENUS)
        if d.chance(0.5):
            services(d)
    for _ in range(d.rng.choice((0, 1, 1, 2))):
        d.part(TICKERS)
    if d.chance(0.4):
        noise(d)
    for text in d.rng.sample((*PAGERS, *AGENCIES), d.rng.randint(0, 3)):
        d.furniture(text, d.page.line_break)
    _end(d)


SERVICE_PAGES: Final[tuple[Part, ...]] = (
    error_page, consent_page, table_page, match_page, gallery_page, menus_only,
)  # fmt: skip
"""Arrangements for training."""
