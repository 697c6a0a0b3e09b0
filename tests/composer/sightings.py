"""Arrangements seen on real sites that neither `LAYOUTS` nor `VARIATIONS` have, with invented words; for training."""

from dataclasses import replace
from typing import Final

from tests.composer.furniture import top
from tests.composer.heads import bare_name, byline, headline, headline_copy, stamp
from tests.composer.page import Draft, Part
from tests.composer.sighted_parts import body_seen, caption, date_seen, dated, dateline, end_seen, paragraphs
from tests.composer.stamps import MONTHS, clock, weekday
from tests.composer.tails import teaser

_FONT_BUTTONS: Final = ("-A +A", "A A", "+ -", "TT", "ع ع", "حجم النص", "A+ A-")
_CODES: Final = ("KM312B020317", "IMG_20417", "No Image", "Image 3", "OP88C", "5", "12")
_APPEALS: Final = (
    "يمكنكم متابعة أهم الأخبار مجانا عبر تطبيقنا", "اضغط هنا للاشتراك", "لقراءة الخبر من مصدره انقر هنا",
    "تصفح عدد اليوم", "استمع إلى هذا المقال", "تابع جديدنا على القناة", "اشترك ليصلك كل جديد", "سجل لتتابع القراءة",
)  # fmt: skip
_MOTTOES: Final = (
    "الحقيقة كما هي", "نبض الشارع .. بين يديك", "صوت من لا صوت له", "الخبر قبل الجميع", "صحافة من الناس وإليهم",
)  # fmt: skip
_PRINTED: Final = ("نشر في {outlet} يوم {date}", "نشر في {place} يوم {date}", "نُشر يوم {date} في {outlet}")
_MORE: Final = ("المزيد", "اقرأ المزيد", "التفاصيل", "المزيد من التفاصيل", "أكمل القراءة »", "Read More")


def caption_first(d: Draft) -> None:
    """A picture's text or an author's name, and the body at once: no headline."""
    if d.chance(0.3):
        d.furniture(d.one((*d.facts.site.sections, d.facts.site.name)))
    if d.chance(0.75):
        caption(d, 1)
    else:
        bare_name(d)
    body_seen(d)
    end_seen(d)


def crawled(d: Draft) -> None:
    """The crawler's date, on its own line or right before the lead, and the article without its headline."""
    dated(d, f"date {d.facts.published:%Y-%m-%d}", d.one(("\n", " ")))
    if d.chance(0.2):
        headline(d)
    body_seen(d)
    end_seen(d)


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
        caption(d, 2)
    for text in d.rng.sample(_CODES, d.rng.choice((0, 0, 1, 2))):
        d.furniture(text)
    if d.chance(0.5):
        d.furniture(d.one(_FONT_BUTTONS))
    body_seen(d)
    end_seen(d)


def clippings(d: Draft) -> None:
    """A store of other papers' articles: a long ticker, a motto, then headline, author and where it stood."""
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
            dated(d, d.one(_PRINTED[:1] + _PRINTED[2:]).format(outlet=facts.site.name, date=date_seen(d)))
    paragraphs(d)
    if d.chance(0.6):
        d.furniture("انقر هنا لقراءة الخبر من مصدره.")


def dated_twice(d: Draft) -> None:
    """A section, the headline, the same date twice, a deck that ends in a dash, and a dateline on its own line."""
    d.furniture(d.one(d.facts.site.sections))
    headline(d)
    date = f"{d.facts.published:%d} {MONTHS[d.facts.site.months][d.facts.published.month - 1]} {d.facts.published.year}"
    dated(d, date)
    d.page.add("timestamp", date)
    if d.chance(0.5):
        words = d.rng.choice(d.facts.story.paragraphs).split()
        d.page.add("paragraph", " ".join(words[: d.rng.randrange(4, 9)]).strip("،.؛: ") + d.one((" -", "", ".")))
    body_seen(d)
    end_seen(d)


def trail_and_site(d: Draft) -> None:
    """A trail of sections without the headline, then headline, site and date on lines of their own."""
    joint = d.one((" » ", " / ", " > ", "  › "))
    d.furniture(joint.join(("الرئيسية", *d.rng.sample(d.facts.site.sections, d.rng.choice((1, 1, 2))))))
    headline(d)
    if d.chance(0.4):
        headline_copy(d)
    if d.chance(0.3):
        d.page.add("credit", d.facts.site.name, " ")
        d.truth.publisher = d.facts.site.name
    dated(d, date_seen(d))
    body_seen(d)
    end_seen(d)


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
    dateline(d)
    paragraphs(d)
    end_seen(d)


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
    end_seen(d)


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
    body_seen(d)
    end_seen(d)


def titled_below(d: Draft) -> None:
    """The body first, and below it, without any credit, headline and date."""
    paragraphs(d)
    headline(d)
    if d.chance(0.8):
        stamp(d)


def next_at_once(d: Draft) -> None:
    """An article with a dateline and the next one right below, headline or not, told by a dateline of its own."""
    if d.chance(0.6):
        headline(d)
    dateline(d)
    paragraphs(d)
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
    paragraphs(d)
    d.furniture(
        f"تمت طباعة الخبر من موقع {d.facts.site.name} - رابط الخبر: https://site.example/news{d.rng.randrange(9999)}.html"
    )


def long_title(d: Draft) -> None:
    """A headline of two sentences, or one that ends in a full stop; twice as a rule, with the page's clock above."""
    title = f"{d.facts.story.headline}.. {d.one(d.facts.others)}" if d.chance(0.7) else d.facts.story.headline
    longer = replace(
        d, facts=replace(d.facts, story=replace(d.facts.story, headline=title + d.one(("", "", ".", "؟"))))
    )
    if d.chance(0.4):
        d.furniture(f"{weekday(d.facts.captured)}، {d.facts.captured:%d-%m-%Y %H:%M}")
    if d.chance(0.6):
        headline_copy(longer)
    headline(longer)
    for part in (stamp, byline):
        if d.chance(0.6):
            part(d)
    if d.chance(0.3):
        headline_copy(longer)
    body_seen(d)
    end_seen(d)


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
    d.page.add(
        "byline",
        d.one(("كتب : {} ـ {}", "{} _ {}", "{} - {}", "{} / {}", "{1} - {0} :")).format(facts.authors[0], facts.place),
    )
    paragraphs(d)
    end_seen(d)


SIGHTINGS: Final[tuple[Part, ...]] = (
    caption_first, caption_first, crawled, crawled, doubled_captions, doubled_captions, clippings, clippings,
    dated_twice, dateline_apart, dateline_apart, trail_and_site, appeals, repeated_title, repeated_title,
    titled_below, next_at_once, printed, long_title, long_title, scattered_names, scattered_names,
)  # fmt: skip
"""Arrangements for training; those that are to weigh more stand there more often."""
