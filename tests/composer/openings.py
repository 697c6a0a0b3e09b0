"""How captures of articles begin, with a headline and without one, and whole pages made from them; for training.

Whatever stands before the lead comes in any order and any of it may be missing: that, and not one site's order, is what
these pages show.
"""

from typing import Final

from tests.composer.closings import closing
from tests.composer.furniture import MASTHEADS, MENUS, TICKERS, noise, top
from tests.composer.heads import CAPTIONS, NAMES, byline, stamp
from tests.composer.inlays import INLAYS
from tests.composer.page import Draft, Part
from tests.composer.sighted_parts import caption, dated, signature, some_words
from tests.composer.tails import RELATED_LABELS
from tests.composer.titles import abridged, retitled, section, titled, trail_alone, window_title
from tests.composer.wording import age, count, services, tools


def column(d: Draft) -> None:
    """Write a column of other headlines: lines, one line with a space between them, or with their hours."""
    if d.chance(0.4):
        d.page.add("related_label", d.one(RELATED_LABELS))
    form = d.one(("lines", "lines", "dashes", "one line", "hours", "named"))
    items = d.rng.sample(d.facts.others, d.rng.randint(3, min(12, len(d.facts.others))))
    d.truth.related.extend(items)
    for item in items:
        if form == "hours":
            d.furniture(age(d), d.page.line_break)
        between = {"one line": " ", "named": " "}.get(form, d.page.line_break)
        d.page.add("related_item", ("- " if form == "dashes" else "") + item, between)
        if form == "named":
            d.furniture(d.facts.site.name, " ")
    d.page.glue(d.page.line_break)


def deck(d: Draft) -> None:
    """Write one to four lines that sum the article up, as points or sentences."""
    mark = d.one(("", "", "- ", "• ", "* ", "■ "))
    for _ in range(d.rng.choice((1, 1, 2, 3, 4))):
        words = d.rng.choice(d.facts.story.paragraphs).strip(" .").split()
        line = some_words(d, words, d.rng.randrange(4, 16))
        d.page.add("paragraph", mark + line + d.one(("", "", ".", "..")))


def captions(d: Draft) -> None:
    """Write one caption or two, once or twice."""
    if d.chance(0.5):
        d.part(CAPTIONS)
    else:
        caption(d, d.rng.choice((1, 1, 2)))


def links(d: Draft) -> None:
    """Write share links and counts."""
    tools(d)
    if d.chance(0.4):
        d.furniture(count(d))


def _stamped(d: Draft) -> None:
    if d.chance(0.2):
        dated(d, f"date {d.facts.published:%Y-%m-%d}", d.one(("\n", " ")))
    else:
        stamp(d)


def _details(d: Draft, shares: dict[Part, float]) -> None:
    """Write each part with its share, in any order."""
    parts = [part for part, share in shares.items() if d.chance(share)]
    d.rng.shuffle(parts)
    for part in parts:
        d.truth.traits.add(part.__name__)
        part(d)


def _named(d: Draft) -> None:
    d.part((*NAMES, signature, signature))


def _frame(d: Draft) -> None:
    """Write some of what stands above an article: services, mastheads, menus, tickers, a column of headlines."""
    if d.chance(0.35):
        return
    for part, share in ((services, 0.3), (MASTHEADS, 0.3), (MENUS, 0.5), (TICKERS, 0.2), (column, 0.1), (noise, 0.1)):
        if d.chance(share):
            if isinstance(part, tuple):
                d.part(part)
            else:
                part(d)


def _rest(d: Draft) -> None:
    """Write the body, and what follows it."""
    d.part(INLAYS)
    closing(d)


def headed(d: Draft) -> None:
    """An article with its headline, in any form, any number of times, and any details in any order below it."""
    d = abridged(d)
    retold = retitled(d)
    _frame(d)
    if d.chance(0.12):
        _stamped(d)
        titled(retold)
        _details(d, {_named: 0.4, captions: 0.35, links: 0.3, deck: 0.1})
    else:
        titled(retold)
        _details(d, {_stamped: 0.7, _named: 0.4, captions: 0.35, links: 0.3, deck: 0.1})
    if d.chance(0.15):
        deck(d)
    _rest(d)


def decked(d: Draft) -> None:
    """An article whose headline stands right above a deck or points, and below little."""
    d = abridged(d)
    retold = retitled(d)
    if d.chance(0.4):
        top(d, masthead=0.3, ticker=0.1)
    titled(retold)
    deck(d)
    _details(d, {_stamped: 0.7, byline: 0.4, captions: 0.4, links: 0.2})
    _rest(d)


def headless(d: Draft) -> None:
    """A capture that has everything but the headline: any details in any order, and the lead."""
    d = abridged(d)
    _frame(d)
    _details(d, {_stamped: 0.4, _named: 0.3, captions: 0.3, links: 0.25, section: 0.25, trail_alone: 0.15})
    _rest(d)


def lead_first(d: Draft) -> None:
    """A capture that begins with the lead, or with one thing right above it."""
    d = abridged(d)
    if d.chance(0.5):
        d.part((_stamped, captions, byline, links, section))
    _rest(d)


def column_first(d: Draft) -> None:
    """A capture that begins with a column of other headlines, and goes on with the lead, seldom with a headline."""
    d = abridged(d)
    column(d)
    if d.chance(0.25):
        titled(retitled(d))
    _details(d, {_stamped: 0.25, byline: 0.2, captions: 0.2, section: 0.1})
    _rest(d)


def site_first(d: Draft) -> None:
    """A capture whose head names the site only: its name, today's date, chief editor, menu, ticker, and the lead."""
    d = abridged(d)
    d.furniture(d.facts.site.name)
    for part in (MASTHEADS, MENUS, TICKERS):
        if d.chance(0.5):
            d.part(part)
    if d.chance(0.5):
        titled(retitled(d))
    elif d.chance(0.3):
        section(d)
    _details(d, {_named: 0.3, captions: 0.3})
    _rest(d)


def framed(d: Draft) -> None:
    """An aggregator's frame: its name for the outlet, the window's title, age, headline, and other outlets' news."""
    d = abridged(d)
    retold = retitled(d)
    if d.chance(0.5):
        d.furniture(d.one(("أخبار اليوم", "موقع كل الأخبار - {}", "{} | {}", "المصدر الأصلي")).format(
            d.facts.site.name, d.one(d.facts.site.sections)
        ))  # fmt: skip
    if d.chance(0.5):
        window_title(retold)
    titled(retold)
    _details(d, {_stamped: 0.6, links: 0.4, section: 0.3})
    _rest(d)


HEADED: Final[tuple[Part, ...]] = (headed, headed, headed, decked, framed, site_first)
HEADLESS: Final[tuple[Part, ...]] = (headless, headless, headless, headless, lead_first, lead_first, column_first)
"""Arrangements for training; those that are to weigh more stand there more often."""
