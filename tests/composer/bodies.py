"""The article's own text: its dateline, and paragraphs whole, broken, glued or interrupted."""

import re
import textwrap
from typing import Final

from tests.composer.furniture import ADVERTISEMENTS, NOISE, advertisement
from tests.composer.material import SCREEN_NAMES
from tests.composer.page import Draft, Part
from tests.composer.stamps import ENGLISH, MONTHS, weekday

DATELINES: Final = (
    "{place} - {agency} - ", "{place} ({agency}) - ", "{place} / {agency} / ", "{agency} ({place}) - ",
    "{place} – {agency}| ",
    "{place} - ", "{place}: ", "{place} ـ {agency}: ", "({agency}): ", "{place} /{agency}/ ", "{place}-{agency}: ",
    "{author} - {place} - ", "{outlet}| {place} ({agency}) ", "{outlet} – {place}: ", "{place} في {date} /{agency}/ ",
    "{place} – {date} ({agency}) — ", "{place} (CNN)-- ",
)  # fmt: skip
DATELINE_LINES: Final = (
    "{place} / {author} / {agency}", "{outlet} – {place}", "{place} - {agency}", "{place} – {outlet}",
    "{agency} - {place}",
    "{place} – {author}", "{place} ({agency}) –", "({agency}):",
)  # fmt: skip
SUBHEADINGS: Final = ("خلفية القضية", "ردود فعل", "أرقام وحقائق", "ماذا بعد؟", "تحديات قائمة", "موقف الحكومة")
PROMO_LABELS: Final = (
    "اقرأ أيضاً: ", "اقرأ ايضا :", "إقرأ أيضًا.. ", "إقرأ المزيد ", "شاهد أيضاً: ", "طالع: ", "قد يهمك: ",
    "قد يهمك أيضا | ",
    "يهمك أيضا: ", "للمزيد: ", "أنظر أيضا: ", "اقرأ كذلك: ", "لمزيد من التفاصيل اقرأ: ", "ستحب قراءة: ", "تابع أيضا: ",
)  # fmt: skip
_LINKS: Final = re.compile(r"(?<= )[^\s،.:\"()]{4,} [^\s،.:\"()]{4,}(?=[ ،.])")


def dateline(d: Draft) -> str:
    """Choose a dateline before the lead and note what it states; often there is none."""
    if d.chance(0.5):
        return ""
    if d.chance(0.4):
        line = _dateline(d, DATELINE_LINES)
        d.truth.traits.add("dateline_line")
        d.page.add("paragraph", _filled(d, line), d.page.line_break)
        return ""
    d.truth.traits.add("dateline_inline")
    return _filled(d, _dateline(d, DATELINES))


def _dateline(d: Draft, forms: tuple[str, ...]) -> str:
    # One author a page, one date: what the head has said already is not said otherwise here.
    free = [
        form
        for form in forms
        if not ("{author}" in form and d.truth.authors)
        and not ("{date}" in form and d.truth.stamp)
        and not ("{outlet}" in form and d.truth.publisher)
    ]
    return d.one(free)


def _filled(d: Draft, form: str) -> str:
    facts, truth = d.facts, d.truth
    when = facts.published
    if "{place}" in form:
        truth.dateline_place = facts.place
    if "{agency}" in form and facts.agency not in truth.agencies:
        truth.agencies.append(facts.agency)
    if "(CNN)" in form:
        truth.agencies.append("CNN")
    if "{author}" in form:
        truth.authors = [facts.authors[0]]
    if "{outlet}" in form:
        truth.publisher = facts.site.name
    if "{date}" in form:
        truth.stamp, truth.published_at = "dateline", f"{when:%Y-%m-%d}"
    return form.format(
        place=facts.place,
        agency=facts.agency,
        author=facts.authors[0],
        outlet=facts.site.name,
        date=f"{when.day} {MONTHS[facts.site.months][when.month - 1]} {when.year}",
    )


# --- one paragraph -----------------------------------------------------------------------


def _add_lines(d: Draft, lines: list[str]) -> None:
    *some, last = [line for line in lines if line.strip()]
    for line in some:
        d.page.add("paragraph", line, d.page.line_break)
    d.page.add("paragraph", last)


def whole(d: Draft, text: str) -> None:
    """Write a paragraph on one line."""
    d.page.add("paragraph", text)


def wrapped(d: Draft, text: str) -> None:
    """Write a paragraph broken at a fixed width, in mid-sentence."""
    _add_lines(d, textwrap.wrap(text, 60, break_long_words=False, break_on_hyphens=False))


def linked(d: Draft, text: str) -> None:
    """Write a paragraph broken around linked words, so that names and punctuation stand alone on lines."""
    links = sorted(d.rng.sample(found, min(len(found), 2)), key=lambda m: m.start()) if (found := _spots(text)) else []
    lines, at = [], 0
    for link in links:
        lines += [text[at : link.start()], link.group()]
        at = link.end()
        if text[at] in "،.":
            lines.append(text[at])
            at += 1
    _add_lines(d, [*lines, text[at:]])


def _spots(text: str) -> list[re.Match[str]]:
    return list(_LINKS.finditer(text))


def spaced(d: Draft, text: str) -> None:
    """Write a paragraph with some no-break and doubled spaces."""
    words = text.split()
    d.page.add("paragraph", "".join(word + d.rng.choice((" ", " ", " ", "\N{NO-BREAK SPACE}", "  ")) for word in words))


def advertised(d: Draft, text: str) -> None:
    """Write a paragraph with an advertisement's mark inside it."""
    words = text.split()
    half = len(words) // 2
    if half < 4:
        whole(d, text)
        return
    d.page.add("paragraph", " ".join(words[:half]), d.page.line_break)
    d.furniture(d.one(ADVERTISEMENTS), d.page.line_break)
    d.page.add("paragraph", " ".join(words[half:]))


def subheaded(d: Draft, text: str) -> None:
    """Write a paragraph with a subheading stuck to it, or above it."""
    d.page.add("paragraph", d.one(SUBHEADINGS), d.one(("", d.page.line_break)))
    d.page.add("paragraph", text)


QUOTES: Final = (
    "حسبما أفادت وكالة رويترز",
    "وفق ما نقلته وكالة فرانس برس عن شهود",
    "بحسب صحيفة محلية",
    "نقلا عن مصدر مطلع",
)
"""Whom a sentence may quote; no credit of the article's."""

STYLES: Final = (whole, wrapped, linked, spaced)
"""How a page breaks every one of its paragraphs."""


# --- between paragraphs ------------------------------------------------------------------


def promo(d: Draft) -> None:
    """Write a line that leads to another article."""
    d.page.add("promo", d.one(PROMO_LABELS) + d.one(d.facts.others))


def promo_on_two_lines(d: Draft) -> None:
    """Write a promo's label on a line of its own."""
    d.page.add("promo", d.one(("اقرأ أيضاً", "اقرأ أيضا:", "مواضيع قد تهمك", "إقرأ المزيد")), d.page.line_break)
    d.page.add("promo", d.one(d.facts.others))


def post(d: Draft) -> None:
    """Write an embedded post with its author, handle and date."""
    when = d.facts.published
    name, number = d.one(SCREEN_NAMES), d.rng.randrange(1, 99)
    d.page.add("embed", f"شاهد اللحظات الأولى من المكان pic.twitter.com/k{number}LmQ7Zx2a", d.page.line_break)
    d.page.add("embed", f"— {name} (@watch_{number}) {ENGLISH[when.month - 1]} {when.day}, {when.year}")


def gallery(d: Draft) -> None:
    """Write what an embedded picture of another network leaves behind."""
    d.page.add("embed", "View this post on Instagram", d.page.line_break)
    d.page.add("embed", f"A post shared by {d.one(SCREEN_NAMES)} (@watch_{d.rng.randrange(1, 99)})")


def second_picture(d: Draft) -> None:
    """Write the caption of a picture inside the text."""
    d.page.add("caption", d.facts.story.caption)


def stray(d: Draft) -> None:
    """Write a line that means nothing."""
    d.furniture(d.one(NOISE))


BETWEEN: Final[tuple[Part, ...]] = (
    promo, promo, promo, promo_on_two_lines, advertisement, advertisement, post, gallery, second_picture, stray,
)  # fmt: skip


def _outlet_glued(d: Draft) -> None:
    d.truth.traits.add("outlet_glued")
    d.page.add("credit", d.facts.site.name, "")


def _today(d: Draft, text: str) -> str:
    d.truth.traits.add("today_in_lead")
    when = d.facts.published
    first, rest = text.split(" ", 1)
    month = MONTHS[d.facts.site.months][when.month - 1]
    return f"{first} اليوم {weekday(when)} ({when.day} {month} {when.year}) {rest}"


def _quoted(d: Draft, text: str) -> str:
    d.truth.traits.add("quoted_agency")
    return f"{text.rstrip(' .')}، {d.one(QUOTES)}."


def body(d: Draft, *, busy: float = 0.25) -> None:
    """Write dateline and paragraphs in one style; `busy` is the share of paragraphs that something follows."""
    style = d.rng.choice((whole, *STYLES))
    d.truth.traits.add(style.__name__)
    texts = list(d.facts.story.paragraphs)
    if lead := dateline(d):
        # Whatever breaks the paragraph leaves the names in its dateline whole.
        d.page.add("paragraph", lead, " " if lead.endswith(" ") else "")
    elif d.truth.publisher and "dateline_line" not in d.truth.traits and d.chance(0.25):
        _outlet_glued(d)
    elif d.truth.published_at and d.chance(0.06):
        texts[0] = _today(d, texts[0])
    if d.chance(0.1):
        texts[-1] = _quoted(d, texts[-1])
    if len(texts) > 2 and d.chance(0.06):
        d.truth.traits.add("paragraphs_glued")
        texts = ["".join(texts)]
    for number, text in enumerate(texts):
        if number and d.chance(0.06):
            d.truth.traits.add(subheaded.__name__)
            subheaded(d, text)
        elif d.chance(0.05):
            d.truth.traits.add(advertised.__name__)
            advertised(d, text)
        else:
            style(d, text)
        if number < len(texts) - 1 and d.chance(busy):
            d.part(BETWEEN)
