"""Pages from top to bottom, each as one family of sites arranges them."""

from typing import Final

from tests.composer.bodies import body
from tests.composer.endings import CREDITS, keywords, keywords_hashed, keywords_lines, outlet_credit
from tests.composer.furniture import (
    FOOTERS,
    MASTHEADS,
    MENUS,
    TICKERS,
    footer,
    hijri_masthead,
    menu_bars,
    menu_glued,
    noise,
    ticker_glued,
    ticker_lines,
    top,
)
from tests.composer.heads import (
    author_date_reading,
    caption_glued,
    crumb_and_title,
    date_glued,
    head,
    headline,
    headline_copy,
    label_glued,
    once,
    photo_source,
    stamp,
    title_in_sentence,
)
from tests.composer.page import Draft, Part
from tests.composer.tails import (
    RELATED,
    related_list,
    tail,
    teaser,
    teaser_aged,
    teaser_unlabelled,
)


def portal(d: Draft) -> None:
    """A portal: masthead with editors, menus, a busy body, everything below it."""
    top(d, masthead=0.95, ticker=0.3)
    head(d)
    body(d, busy=0.4)
    tail(d, teasers=0.7, related=0.8)
    footer(d)


def daily(d: Draft) -> None:
    """A newspaper: both calendars above, a quiet body, the menu again below."""
    hijri_masthead(d)
    d.part(MENUS)
    noise(d)
    head(d, named=0.35)
    body(d, busy=0.1)
    tail(d, teasers=0.1, related=0.6)
    d.part(MENUS)
    footer(d)


def wire(d: Draft) -> None:
    """A news agency: a ticker, a short head, plain paragraphs, and the next article at once."""
    d.part(TICKERS)
    head(d, named=0.2, pictured=0.1)
    body(d, busy=0)
    d.part(CREDITS)
    if d.chance(0.7):
        d.truth.traits.add(teaser_unlabelled.__name__)
        teaser_unlabelled(d)


def headless(d: Draft) -> None:
    """A page whose headline is a picture: stamp or nothing, then the body."""
    top(d, masthead=0.4, ticker=0)
    if d.chance(0.5):
        stamp(d)
    if d.chance(0.3):
        d.part((photo_source,))
    body(d)
    tail(d)
    if d.chance(0.5):
        footer(d)


def headline_last(d: Draft) -> None:
    """A page whose headline stands below the credit, with the stamp."""
    top(d, masthead=0.3, ticker=0)
    body(d, busy=0.1)
    outlet_credit(d)
    headline(d)
    if not d.truth.stamp:
        stamp(d)
    keywords(d)
    if d.chance(0.6):
        d.part(RELATED)


def aggregator(d: Draft) -> None:
    """An aggregator: outlet, capture stamp, headline, stamp, headline again, and teasers below outlet and age."""
    d.page.add("credit", f"{d.facts.site.name}:")
    d.truth.publisher = d.facts.site.name
    d.furniture(f"{d.facts.captured:%Y-%m-%d@%H:%M:%S} GMT")
    headline_copy(d)
    stamp(d)
    headline(d)
    body(d)
    if d.chance(0.7):
        d.truth.traits.add(teaser_aged.__name__)
        teaser_aged(d)
    if d.chance(0.5):
        d.part(RELATED)


def sentence(d: Draft) -> None:
    """An aggregator whose only headline stands in a sentence, with another sentence below the body."""
    if d.chance(0.5):
        top(d, masthead=0.2)
    title_in_sentence(d)
    if d.chance(0.8):
        stamp(d)
    body(d)
    d.furniture(f"كانت هذه تفاصيل خبر {d.facts.story.headline} نرجو بأن نكون قد وفقنا بإعطائك التفاصيل الكاملة")
    tail(d, teasers=0.3)


def no_article(d: Draft) -> None:
    """A page without any article: masthead, menus, tickers and lists."""
    d.part(MASTHEADS)
    for _ in range(d.rng.randint(1, 3)):
        d.part(MENUS)
    for _ in range(d.rng.randint(1, 2)):
        d.part(TICKERS)
    noise(d)
    for _ in range(d.rng.randint(0, 3)):
        d.part(RELATED)
    footer(d)
    d.truth.language = None


def bare(d: Draft) -> None:
    """An article and nothing else, with or without its headline."""
    if d.chance(0.6):
        headline(d)
    body(d, busy=0)


def blog(d: Draft) -> None:
    """A blog's theme: breadcrumb, author with date and reading time, icons, tags, a comment form."""
    top(d, masthead=0.3, ticker=0.1)
    crumb_and_title(d)
    author_date_reading(d)
    noise(d, most=5)
    body(d, busy=0.2)
    keywords(d, (keywords_lines, keywords_hashed))
    noise(d, most=6)
    d.part(RELATED)
    for text in FOOTERS[5:9]:
        d.furniture(text)


def bilingual(d: Draft) -> None:
    """A page in two languages: English menu and headlines around an Arabic article, an English teaser below."""
    first, *more = d.facts.english
    for text in ("Home", "News", "Business", "Sport", "العربية", "Contact us"):
        d.furniture(text, d.page.line_break)
    d.part(MENUS)
    head(d)
    body(d)
    d.part(CREDITS)
    keywords(d)
    d.page.add("teaser_label", d.one(("Read more", "Read also:", "Related Articles", "اقرأ أيضاً")))
    teaser(d, first)
    d.page.add("related_label", "In English")
    for story in more:
        d.page.add("related_item", story.headline)
        d.truth.related.append(story.headline)
    footer(d)


def glued(d: Draft) -> None:
    """A page whose fields stick together: menu, ticker, headline and date or caption, label and name."""
    menu_glued(d)
    if d.chance(0.6):
        ticker_glued(d)
    if d.chance(0.5):
        date_glued(d)
        label_glued(d)
    else:
        caption_glued(d)
        author_date_reading(d)
    body(d)
    tail(d, teasers=0.4)


def crowded(d: Draft) -> None:
    """A front page's furniture around one article: menus, tickers and lists above and below it."""
    top(d, masthead=0.6, ticker=1)
    d.part(RELATED)
    menu_bars(d)
    head(d, titles=(once, crumb_and_title))
    body(d, busy=0.4)
    tail(d, teasers=0.9, related=0)
    related_list(d)
    ticker_lines(d)
    d.part(MENUS)
    footer(d)


LAYOUTS: Final[tuple[Part, ...]] = (
    portal, daily, wire, headless, headline_last, aggregator, sentence, no_article, bare, blog, bilingual, glued,
    crowded,
)  # fmt: skip
SHARES: Final = (18, 12, 12, 6, 4, 8, 5, 6, 5, 9, 5, 5, 5)
"""How many of 100 pages have each layout."""
