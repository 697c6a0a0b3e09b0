"""What a site adds to every page: mastheads, menus, tickers, noise and footers."""

from typing import Final

from tests.composer.page import Draft, Part
from tests.composer.stamps import INDIC, MONTHS, clock, hijri, weekday

NOISE: Final = (
    "-", "|", "x", "A+", "A-", "+", "»", "231 مشاهدة", "مشاهدات : 1874", "عدد القراءات 540", "0 تعليق", "التعليقات (3)",
    "share", "print", "schedule", "visibility 98", "keyboard_arrow_up", "Facebook", "Twitter", "WhatsApp", "تيلقرام",
    ".post-thumb img{width:100%;height:auto}", "#ad-top { display: none; }",
    "@media only screen and (max-width:600px){.wide{float:none}}",
    "googletag.cmd.push(function() { googletag.display('div-gpt-ad-1'); });",
    "حجم الخط", "استمع للخبر", "مشاركة", "شارك الخبر", "نسخ الرابط", "Share on Facebook", "حفظ", "طباعة الخبر",
)  # fmt: skip
ADVERTISEMENTS: Final = ("إعلان", "اعلان", "- Advertisement -", "مساحة إعلانية", "إعلانات", "ADVERTISEMENT")
FOOTERS: Final = (
    "جميع الحقوق محفوظة © 2025", "من نحن", "اتصل بنا", "سياسة الخصوصية", "أعلن معنا", "اترك تعليقاً", "التعليقات مغلقة",
    "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
    "احفظ اسمي والبريد الإلكتروني في هذا المتصفح",
    "اشترك في نشرتنا البريدية لتصلك آخر المستجدات", "زر الذهاب إلى الأعلى", "Powered by WordPress", "إلغاء الرد",
    "الآراء المنشورة تعبر عن أصحابها فقط", "شروط الاستخدام", "خريطة الموقع", "RSS",
)  # fmt: skip
FOLLOW: Final = (
    "تابعوا {} على أخبار جوجل", "تابعونا على صفحة {} في فيسبوك", "لمتابعة أخبار {} عبر واتساب اضغط هنا",
    "حمّل تطبيق {} الآن", "انضم إلى قناة {} على تلغرام",
)  # fmt: skip
TICKER_LABELS: Final = ("عاجل", "أخبار عاجلة", "شريط الأخبار", "آخر الأخبار", "أهم الأخبار", "الأحدث")


def editors_masthead(d: Draft) -> None:
    """Write the editors' names, today's date and a clock."""
    chief, manager = d.rng.sample(d.facts.editors, 2)
    now = d.facts.captured
    months = MONTHS[d.facts.site.months]
    if d.chance(0.5):
        d.furniture(f"رئيس مجلس الإدارة {chief} رئيس التحرير {manager}")
    else:
        for label, name in (("رئيس مجلس الإدارة", chief), ("رئيس التحرير", manager)):
            d.furniture(label, d.page.line_break)
            d.furniture(name)
    d.furniture(f"{weekday(now)} {now.day} {months[now.month - 1]} {now.year} {clock(now)}")


def hijri_masthead(d: Draft) -> None:
    """Write today's date in both calendars, a clock and the weather."""
    now = d.facts.captured
    d.furniture(f"{weekday(now)} , {hijri(now)}هـ , {now.day} {MONTHS['egypt'][now.month - 1]} {now.year}")
    if d.chance(0.6):
        d.furniture(f"{now:%H:%M:%S}")
    if d.chance(0.5):
        d.furniture(d.one(("الرياض 31°", "غائم جزئي 24 °C", "الدولار 48.52", "الفجر 4:41 الظهر 12:03 العصر 3:20")))


def counters_masthead(d: Draft) -> None:
    """Write search, login, social buttons and today's date in digits."""
    now = d.facts.captured
    for text in d.rng.sample(
        ("بحث عن", "تسجيل الدخول", "القائمة", "English", "Français", "الوضع الليلي", "بث مباشر"), 4
    ):
        d.furniture(text, d.page.line_break)
    d.furniture(d.one((f"{now:%d/%m/%Y}", f"{now:%Y-%m-%d %H:%M}", f"اليوم {now:%d.%m.%Y}".translate(INDIC))))


def editor_line_masthead(d: Draft) -> None:
    """Write the chief editor behind a colon, and the crawl's date."""
    now = d.facts.captured
    d.furniture(f"رئيس التحرير: {d.one(d.facts.editors)}")
    d.furniture(f"آخر تحديث للموقع: {weekday(now)} {now:%d/%m/%Y} - {clock(now)}")


MASTHEADS: Final[tuple[Part, ...]] = (editors_masthead, hijri_masthead, counters_masthead, editor_line_masthead)


def menu_lines(d: Draft) -> None:
    """Write a menu with one section a line."""
    for section in ("الرئيسية", *d.facts.site.sections):
        d.furniture(section, d.page.line_break)


def menu_bars(d: Draft) -> None:
    """Write a menu on one line, with bars."""
    d.furniture(" | ".join(("الرئيسية", *d.facts.site.sections)))


def menu_spaces(d: Draft) -> None:
    """Write a menu on one line, with spaces."""
    d.furniture(d.one((" ", "  ", "\N{NO-BREAK SPACE}" * 2)).join(("الرئيسية", *d.facts.site.sections)))


def menu_glued(d: Draft) -> None:
    """Write a menu whose sections stick together."""
    d.furniture("".join(d.facts.site.sections))


MENUS: Final[tuple[Part, ...]] = (menu_lines, menu_bars, menu_spaces, menu_glued)


def _items(d: Draft, fewest: int, most: int) -> list[str]:
    items = d.rng.sample(d.facts.others, d.rng.randint(fewest, most))
    d.truth.related.extend(items)
    return items


def _ticker_label(d: Draft, after: str | None = None) -> None:
    if d.chance(0.5):
        d.page.add("related_label", d.one(TICKER_LABELS), after)


def ticker_spaced(d: Draft) -> None:
    """Write a ticker on one line, with wide spaces between its items."""
    _ticker_label(d)
    gap = d.one(("\N{NO-BREAK SPACE}" * 4, " \N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"))
    *items, last = _items(d, 4, 8)
    for item in items:
        d.page.add("related_item", item, gap)
    d.page.add("related_item", last)


def ticker_lines(d: Draft) -> None:
    """Write a ticker with one item a line."""
    _ticker_label(d)
    for item in _items(d, 3, 7):
        d.page.add("related_item", item, d.page.line_break)


def ticker_dashes(d: Draft) -> None:
    """Write a ticker with a dash before each item, a line or a space apart."""
    _ticker_label(d)
    between = d.one((d.page.line_break, " "))
    *items, last = _items(d, 3, 7)
    for item in items:
        d.page.add("related_item", f"- {item}", between)
    d.page.add("related_item", f"- {last}")


def ticker_glued(d: Draft) -> None:
    """Write a ticker whose items stick together."""
    _ticker_label(d, "")
    *items, last = _items(d, 3, 5)
    for item in items:
        d.page.add("related_item", item, "")
    d.page.add("related_item", last)


TICKERS: Final[tuple[Part, ...]] = (ticker_spaced, ticker_lines, ticker_dashes, ticker_glued)


def noise(d: Draft, most: int = 3) -> None:
    """Write up to so many lines that mean nothing, sometimes a blank one among them."""
    for text in d.rng.sample(NOISE, d.rng.randint(0, most)):
        if d.chance(0.15):
            d.page.space("\N{NO-BREAK SPACE}" + d.page.line_break)
        d.furniture(text, d.page.line_break)


def advertisement(d: Draft) -> None:
    """Write the mark above an advertisement."""
    d.furniture(d.one(ADVERTISEMENTS))


def footer(d: Draft) -> None:
    """Write what stands at a page's foot, sometimes with a line to follow the site."""
    if d.chance(0.4):
        d.furniture(d.one(FOLLOW).format(d.facts.site.name))
    for text in d.rng.sample(FOOTERS, d.rng.randint(1, 6)):
        d.furniture(text, d.page.line_break)


def top(d: Draft, masthead: float = 0.7, ticker: float = 0.4) -> None:
    """Write everything above the article; shares of pages that have a masthead and a ticker."""
    if d.chance(masthead):
        d.part(MASTHEADS)
    for _ in range(d.rng.choice((0, 1, 1, 2, 3))):
        d.part(MENUS)
    if d.chance(ticker):
        d.part(TICKERS)
