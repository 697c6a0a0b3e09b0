"""Arrangements seen on real sites that neither `LAYOUTS` nor `VARIATIONS` have, with invented words; for training."""

from dataclasses import replace
from typing import Final

from tests.composer.bodies import body
from tests.composer.endings import CREDITS, keywords
from tests.composer.furniture import footer, hijri_masthead, menu_bars, menu_lines, top
from tests.composer.heads import bare_name, byline, headline, headline_copy, stamp
from tests.composer.page import Draft, Part
from tests.composer.stamps import MONTHS, clock, weekday
from tests.composer.tails import RELATED, teaser

_FONT_BUTTONS: Final = ("-A +A", "A A", "+ -", "TT", "ع ع", "حجم النص", "A+ A-")
_CODES: Final = ("KM312B020317", "IMG_20417", "No Image", "Image 3", "OP88C", "5", "12")
_APPEALS: Final = (
    "يمكنكم متابعة أهم الأخبار مجانا عبر تطبيقنا", "اضغط هنا للاشتراك", "لقراءة الخبر من مصدره انقر هنا",
    "تصفح عدد اليوم", "استمع إلى هذا المقال", "تابع جديدنا على القناة", "اشترك ليصلك كل جديد", "سجل لتتابع القراءة",
)  # fmt: skip
_MOTTOES: Final = ("الحقيقة كما هي", "نبض الشارع .. بين يديك", "صوت من لا صوت له", "الخبر قبل الجميع", "صحافة من الناس وإليهم")
_DATELINES: Final = (
    "{outlet} - {place}", "{outlet}-{place}", "{outlet} | {place}", "{outlet}| {place}", "«{outlet}» ({place})",
    "{outlet} ـ {place}", "{outlet} - وكالات", "{place} - «{outlet}»", "«{outlet}» ({place})readers_{digit}@",
    "{outlet} - {place} ( {agency} )", "خاص - {outlet}", "{place} - «{outlet}» - {author}:", "{outlet} / {author}",
)  # fmt: skip
_PRINTED: Final = ("نشر في {outlet} يوم {date}", "نشر في {place} يوم {date}", "نُشر يوم {date} في {outlet}")
_MORE_SECTIONS: Final = (
    "صحافة المواطن", "كرة عالمية", "توك شو", "المرأة والطفل", "سيارات", "علوم وتكنولوجيا", "أخبار العالم", "ألبوم الصور", "حكايات",
    "بنوك وشركات", "صباح البلد", "على مسؤوليتي", "إسلاميات", "سياحة وسفر", "برامج حوارية", "نشرة الأخبار", "أمن وقضاء", "حال الطقس",
    "قضايا المجتمع", "فكر و فن", "عناوين الصحف", "الأبراج", "المقالات", "فيديوهات", "تحقيقات", "ملفات خاصة", "عين على الحدث",
)  # fmt: skip
_LIST_LABELS: Final = (
    "مواضيع ذات علاقة", "الموضوعات المتعلقة", "المزيد من المقالات", "اكثر قراءة", "آخر الأخبار", "شريط الأحداث",
    "أخبار 24 ساعة",
    "مختارات اليوم", "انظر أيضا", "مواضيع ساخنة", "Trending", "الأخبار", "إقرأ أيضاً", "أحدث الأخبار",
)  # fmt: skip
_LINK_LABELS: Final = ("إقرأ أيضاً", "اقرأ المزيد", "انظر أيضا", "قد يهمك", "مواضيع ذات صلة", "شاهد أيضا", "اقرأ أيضا")
_BUTTONS: Final = (
    "انسخ الرابط", "مشاركه الخبر :", "تعليقات", "لا توجد تعليقات على الخبر", "اضف تعليق", "Short URL", "طباعة Email", "2min",
    "كل التعليقات", "إظهار المزيد من التعليقات (20)", "Share on FacebookShare on Twitterwhatsapp", "مشاهدات عالية",
    "الموضوع:", "التاريخ:", "↑ أعلى", "معايير المجتمع", "https://site.example/img/logo.png", "Previous:",
)  # fmt: skip
_IMPRINT: Final = (
    "المقر : شارع الاستقلال 14", "الهاتف : 455 21 70", "فاكس التحرير : 455 22 70", "البريد الإلكتروني : desk@site.example",
    "غائم جزئيا", "17 °", "سماء صافية", "لا يوجد نتائج", "شاهد كل النتائج", "استطلاع الرأي", "هل تؤيد العمل عن بعد؟", "نعم", "لا",
    "يومية اخبارية سياسية جامعة", "الإشراف العام : أشرف البنداري", "Footer Links", "إعلانك على موقعنا", "حماية الخصوصية",
    "شاهد أحدث البرامج على شاشتك المفضلة", "انضم الى ملايين المتابعين", "موقع البرامج", "يحظر نشر أو توزيع أي مادة دون إذن مسبق",
)  # fmt: skip
_MORE: Final = ("المزيد", "اقرأ المزيد", "التفاصيل", "المزيد من التفاصيل", "أكمل القراءة »", "Read More")


def _date(d: Draft) -> str:
    when = d.facts.published
    months = MONTHS[d.facts.site.months]
    return d.one(
        (
            f"{when:%d} - {when:%m} - {when.year}",
            f"{when:%d-%m-%Y}",
            f"{when.day} {months[when.month - 1]} {when.year}",
        )
    )


def _dated(d: Draft, line: str, published_at: str | None = None) -> None:
    d.page.add("timestamp", line)
    d.truth.stamp = "sighted"
    d.truth.published_at = published_at or f"{d.facts.published:%Y-%m-%d}"


def _dateline(d: Draft) -> None:
    """Write outlet and place on a line of their own: it belongs to the lead."""
    form = d.one(_DATELINES)
    facts = d.facts
    d.truth.publisher = facts.site.name
    if "{place}" in form:
        d.truth.dateline_place = facts.place
    if "{agency}" in form:
        d.truth.agencies = [facts.agency]
    if "{author}" in form:
        d.truth.authors = [facts.authors[0]]
    line = form.format(
        outlet=facts.site.name,
        place=facts.place,
        agency=facts.agency,
        author=facts.authors[0],
        digit=d.rng.randrange(10),
    )
    d.page.add("paragraph", line)


def _paragraphs(d: Draft) -> None:
    for text in d.facts.story.paragraphs:
        d.page.add("paragraph", text)


def _body(d: Draft) -> None:
    if d.chance(0.35):
        _dateline(d)
        _paragraphs(d)
    else:
        body(d, busy=0.1)


def _end(d: Draft) -> None:
    if d.chance(0.3):
        d.part(CREDITS)
    if d.chance(0.25):
        keywords(d)
    if d.chance(0.4):
        d.part(RELATED)
    if d.chance(0.4):
        footer(d)


def _caption_twice(d: Draft) -> None:
    words = d.rng.choice(d.facts.story.paragraphs).split()
    caption = d.facts.story.caption if d.chance(0.4) else " ".join(words[: d.rng.randrange(2, 9)]).strip("،.؛: ")
    ending = d.one(("", "", "."))
    for _ in range(2):
        d.page.add("caption", caption + ending)


def crawled(d: Draft) -> None:
    """The crawler's date, and the article without its headline."""
    _dated(d, f"date {d.facts.published:%Y-%m-%d}", None)
    if d.chance(0.2):
        headline(d)
    _body(d)
    _end(d)


def doubled_captions(d: Draft) -> None:
    """Captions twice each, picture codes and font buttons above the lead, with or without the headline."""
    if d.chance(0.2):
        top(d, masthead=0.2, ticker=0)
    if d.chance(0.6):
        headline(d)
        if d.chance(0.5):
            stamp(d)
        if d.chance(0.3):
            d.part((byline, bare_name))
    for _ in range(d.rng.choice((1, 1, 2, 3))):
        _caption_twice(d)
    for text in d.rng.sample(_CODES, d.rng.choice((0, 0, 1, 2))):
        d.furniture(text)
    if d.chance(0.5):
        d.furniture(d.one(_FONT_BUTTONS))
    _body(d)
    _end(d)


def clippings(d: Draft) -> None:
    """A store of other papers' articles: a long ticker on one line, a motto, then headline, author and where it stood."""
    gap = d.one(("\N{NO-BREAK SPACE}" * 4, "    "))
    *items, last = d.rng.sample(d.facts.others, d.rng.randint(5, min(16, len(d.facts.others))))
    d.truth.related.extend((*items, last))
    for item in items:
        d.page.add("related_item", item, gap)
    d.page.add("related_item", last)
    if d.chance(0.5):
        d.furniture(d.one(_MOTTOES))
    if d.chance(0.85):
        headline(d)
        if d.chance(0.5):
            d.part((bare_name,))
        if d.chance(0.8):
            facts = d.facts
            d.truth.publisher = facts.site.name
            _dated(d, d.one(_PRINTED[:1] + _PRINTED[2:]).format(outlet=facts.site.name, date=_date(d)))
    _paragraphs(d)
    if d.chance(0.6):
        d.furniture("انقر هنا لقراءة الخبر من مصدره.")


def dated_twice(d: Draft) -> None:
    """A section, the headline, the same date twice, a deck that ends in a dash, and a dateline on its own line."""
    d.furniture(d.one(d.facts.site.sections))
    headline(d)
    date = f"{d.facts.published:%d} {MONTHS[d.facts.site.months][d.facts.published.month - 1]} {d.facts.published.year}"
    _dated(d, date)
    d.page.add("timestamp", date)
    if d.chance(0.5):
        words = d.rng.choice(d.facts.story.paragraphs).split()
        d.page.add("paragraph", " ".join(words[: d.rng.randrange(4, 9)]).strip("،.؛: ") + d.one((" -", "", ".")))
    _body(d)
    _end(d)


def dateline_apart(d: Draft) -> None:
    """Outlet and place on a line between headline and lead, with appeals around it."""
    if d.chance(0.3):
        top(d, masthead=0.5, ticker=0.1)
    if d.chance(0.8):
        headline(d)
    if d.chance(0.5):
        stamp(d)
    if d.chance(0.4):
        d.furniture(d.one(_APPEALS))
    _dateline(d)
    _paragraphs(d)
    _end(d)


def appeals(d: Draft) -> None:
    """Appeals to subscribe and to follow, above the body and inside it."""
    headline(d)
    for part in (stamp, byline):
        if d.chance(0.4):
            part(d)
    for text in d.rng.sample(_APPEALS, d.rng.choice((1, 2))):
        d.furniture(text)
    for number, text in enumerate(d.facts.story.paragraphs):
        if number and d.chance(0.25):
            d.furniture(d.one(_APPEALS))
        d.page.add("paragraph", text)
    _end(d)


def repeated_title(d: Draft) -> None:
    """The window's title, a numbered breadcrumb and the headline again, each time alone or with the site's name."""
    if d.chance(0.6):
        d.furniture(d.one(("edition", d.facts.site.name, f"{d.facts.site.name} TV", d.one(_MOTTOES))))
    if d.chance(0.5):
        now = d.facts.captured
        d.furniture(f"{weekday(now)} , {now.day} - {MONTHS[d.facts.site.months][now.month - 1]} - {now.year}")
    if d.chance(0.6):
        mark = d.one(("{}. {}", "{1}", "• {1}"))
        for number, step in enumerate(("الرئيسية", d.one(d.facts.site.sections), d.facts.story.headline), start=1):
            d.furniture(mark.format(number, step), d.page.line_break)
    else:
        d.furniture(f"الرئيسية - {d.facts.site.name} - {d.facts.story.headline}")
    if d.chance(0.5):
        headline_copy(d)
    if d.chance(0.4):
        d.furniture(d.one(d.facts.site.sections))
    headline(d)
    if d.chance(0.7):
        when = d.facts.published
        lines = (f"الساعة {clock(when)}", f"• اليوم {when:%H:%M}", f"{when:%Y-%m-%d} | {when:%H:%M}")
        d.page.add("timestamp", d.one(lines))
    if d.chance(0.4):
        d.part((byline, bare_name))
    _body(d)
    _end(d)


def titled_below(d: Draft) -> None:
    """The body first, and below it, without any credit, headline and date."""
    _paragraphs(d)
    headline(d)
    if d.chance(0.8):
        stamp(d)


def next_at_once(d: Draft) -> None:
    """An article with a dateline and the next one right below, headline or not, told by a dateline of its own."""
    if d.chance(0.6):
        headline(d)
    _dateline(d)
    _paragraphs(d)
    if d.chance(0.5):
        d.furniture(d.one((*_MORE, "شارك المقال", "طباعة")))
    for story in d.facts.teasers[:1]:
        teaser(d, story)


def printed(d: Draft) -> None:
    """A page to be printed: date, headline, points and body, and where it was printed from."""
    if d.chance(0.5):
        d.page.add("timestamp", f"{d.facts.published:%Y/%m/%d}")
    headline(d)
    for _ in range(d.rng.choice((0, 1, 2))):
        words = d.rng.choice(d.facts.story.paragraphs).split()
        d.page.add("paragraph", "- " + " ".join(words[: d.rng.randrange(3, 8)]).strip("،.؛: "))
    _paragraphs(d)
    d.furniture(f"تمت طباعة الخبر من موقع {d.facts.site.name} - رابط الخبر: https://site.example/news{d.rng.randrange(9999)}.html")


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
        date = d.one((f"{weekday(when)}، {_date(d)} {clock(when)}", f"{when:%Y-%m-%d}", f"{when:%H:%M}", "قبل 19 دقيقة"))
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
    """A whole page of a big site: long bulleted menus, items, a picture's credit, tags, dated lists, and its imprint."""
    stamp_line = f"{weekday(d.facts.captured)}، {d.facts.captured.day} {MONTHS[d.facts.site.months][d.facts.captured.month - 1]} {d.facts.captured.year} {clock(d.facts.captured)}"
    if d.chance(0.5):
        d.furniture(stamp_line)
    _bulleted_menu(d)
    if d.chance(0.4):
        for item in d.rng.sample(d.facts.others, d.rng.randint(3, 9)):
            d.page.add("related_item", "• " + item, d.page.line_break)
            d.truth.related.append(item)
    if d.chance(0.6):
        d.furniture(f"الرئيسية {d.one(d.facts.site.sections)}")
    if d.chance(0.8):
        headline(d)
    for part in (stamp, bare_name):
        if d.chance(0.6):
            part(d)
    if d.chance(0.5):
        d.page.add("caption", d.one((f"© {d.facts.agency}", d.facts.story.caption, f"© AFP / {d.facts.agency}")))
    for text in d.rng.sample(_BUTTONS, d.rng.randint(0, 4)):
        d.furniture(text)
    if d.chance(0.2):
        d.furniture(f"https://img.site.example/{d.rng.randrange(99999)}/big_{d.rng.randrange(99999)}.jpg")
    _linked_body(d)
    if d.chance(0.4):
        keywords(d)
    for text in d.rng.sample(_BUTTONS, d.rng.randint(0, 3)):
        d.furniture(text)
    for _ in range(d.rng.choice((0, 1, 1, 2))):
        _dated_items(d)
    _imprint(d)


def _linked_body(d: Draft) -> None:
    """Write the body with a link or two inside, each below a label of its own; the article goes on behind them."""
    for number, text in enumerate(d.facts.story.paragraphs):
        if number and d.chance(0.25):
            if d.chance(0.65):
                d.page.add("promo", d.one(_LINK_LABELS) + d.one(("", ":")))
            elif d.chance(0.4):
                d.page.add("caption", f"© {d.facts.agency}")
            for item in d.rng.sample(d.facts.others, d.rng.choice((1, 1, 2))):
                d.page.add("promo", item)
        d.page.add("paragraph", text)


def links_inside(d: Draft) -> None:
    """An article with links inside, and next to nothing around it."""
    if d.chance(0.8):
        headline(d)
    for part in (stamp, byline):
        if d.chance(0.5):
            part(d)
    _linked_body(d)
    _end(d)


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
        for text in d.rng.sample(("--°C", "تحميل...", "⌄", "خروج", "حسابي", "المزيد", "لوحة القيادة", "Log in", "بحث"), 4):
            d.furniture(text)
        d.part((menu_lines, menu_bars))
    if d.chance(0.5):
        hijri_masthead(d)
    if d.chance(0.8):
        headline(d)
    if d.chance(0.5):
        d.part((byline, bare_name))
    _body(d)


def long_title(d: Draft) -> None:
    """A headline of two sentences, or one that ends in a full stop; twice as a rule, with the page's clock above."""
    title = f"{d.facts.story.headline}.. {d.one(d.facts.others)}" if d.chance(0.7) else d.facts.story.headline
    longer = replace(d, facts=replace(d.facts, story=replace(d.facts.story, headline=title + d.one(("", "", ".", "؟")))))
    if d.chance(0.4):
        d.furniture(f"{weekday(d.facts.captured)}، {d.facts.captured:%d-%m-%Y %H:%M}")
    if d.chance(0.6):
        headline_copy(longer)
    headline(longer)
    for part in (stamp, byline):
        if d.chance(0.6):
            part(d)
    _body(d)
    _end(d)


def scattered_names(d: Draft) -> None:
    """Chief editor and site above the headline and the site again below it, and a byline with a city."""
    facts = d.facts
    for text in ("×", f"{d.facts.captured:%d/%m/%Y}", facts.site.name, f"رئيس مجلس الإدارة: {d.one(facts.editors)}"):
        if d.chance(0.6):
            d.furniture(text)
    headline(d)
    if d.chance(0.6):
        d.furniture(facts.site.name)
    d.truth.authors = [facts.authors[0]]
    d.truth.dateline_place = facts.place
    d.page.add("byline", d.one(("كتب : {} ـ {}", "{} _ {}", "{} - {}", "{} / {}", "{1} - {0} :")).format(facts.authors[0], facts.place))
    _paragraphs(d)
    _end(d)


SIGHTINGS: Final[tuple[Part, ...]] = (
    crawled, crawled, doubled_captions, doubled_captions, clippings, clippings, dated_twice, dateline_apart,
    dateline_apart, appeals, repeated_title, repeated_title, titled_below, next_at_once,
    printed, app_menu, whole_page, whole_page, whole_page, links_inside, links_inside, front_page,
    long_title, long_title, scattered_names, scattered_names,
)  # fmt: skip
"""Arrangements for training; those that are to weigh more stand there more often."""
