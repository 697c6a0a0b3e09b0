"""Further arrangements of an article's own text and what stands around it, for training beside `LAYOUTS`.

The layouts of `layouts.py` test; these add what they seldom have: subheadings in the article's own words, decks, lists
in the body, lists inside and behind it under labels that nobody knows, and articles with next to nothing around them.
"""

from typing import Final

from tests.composer.endings import CREDITS, keywords
from tests.composer.furniture import footer, top
from tests.composer.heads import CAPTIONS, bare_name, byline, head, headline, stamp
from tests.composer.page import Draft, Part
from tests.composer.tails import AGES, TEASER_LABELS, teaser

_UNKNOWN_LABELS: Final = (
    "لا تفوت", "ربما فاتك", "من الأرشيف أيضا", "نرشح لك", "قصص أخرى", "حول الموضوع", "تغطية متصلة",
    "أكثر ما يتداوله القراء",
    "يتابع القراء الآن", "المقال السابق", "المقال التالي", "في الملف نفسه",
)  # fmt: skip
_ICONS: Final = ("f", "X", "t", "واتساب", "تلغرام", "فيسبوك", "تويتر", "A+", "A-", "حفظ", "0")
_REMARKS: Final = (
    "شكرا على الخبر", "الله يصلح الحال", "كلام جميل ولكن أين التنفيذ؟", "نتمنى أن يتحسن الوضع قريبا",
    "هذا ما كنا نقوله منذ سنوات", "خبر مفرح",
)  # fmt: skip
_SUBHEADING_WORDS: Final = (2, 3, 4, 5, 6, 8)


def _words_of(d: Draft, text: str) -> str:
    """Take some words out of a paragraph, as a subheading or a deck would."""
    words = text.strip(" .").split()
    size = min(d.rng.choice(_SUBHEADING_WORDS), len(words))
    start = d.rng.randrange(0, max(1, len(words) - size))
    return " ".join(words[start : start + size]).strip('،.؛:()"«» ') or words[0]


def _paragraph(d: Draft, text: str) -> None:
    """Write a paragraph; now and then its writer forgot the full stop."""
    d.page.add("paragraph", text.rstrip(" .") if d.chance(0.12) else text)


def _items(d: Draft, fewest: int, most: int) -> list[str]:
    """Choose headlines for a list; in some lists short ones, in some a few that begin alike."""
    items = d.rng.sample(d.facts.others, d.rng.randint(fewest, most))
    if d.chance(0.3):
        items = [" ".join(item.split()[: d.rng.randint(3, 5)]) for item in items]
    elif d.chance(0.15):
        items += [f"{item} {d.one(('أيضا', 'اليوم', 'غدا', '- فيديو'))}" for item in items]
    d.truth.related.extend(items)
    return items


def _head(d: Draft) -> None:
    if d.chance(0.4):
        top(d, masthead=0.4, ticker=0.2)
    if d.chance(0.5):
        head(d)
        return
    headline(d)
    for part in (stamp, byline):
        if d.chance(0.5):
            part(d)


def _end(d: Draft) -> None:
    if d.chance(0.5):
        d.part(CREDITS)
    if d.chance(0.4):
        keywords(d)
    if d.chance(0.4):
        footer(d)


def subheadings(d: Draft) -> None:
    """An article with subheadings in its own words before most paragraphs."""
    _head(d)
    for number, text in enumerate(d.facts.story.paragraphs):
        if number and d.chance(0.6):
            d.page.add("paragraph", _words_of(d, text) + d.one(("", "", "", ":", "؟")))
        _paragraph(d, text)
    _end(d)


def deck(d: Draft) -> None:
    """An article with one or two lines between headline and body that sum it up."""
    headline(d)
    for text in d.facts.story.paragraphs[: d.rng.choice((1, 1, 2))]:
        words = text.strip(" .").split()
        d.page.add("paragraph", " ".join(words[: d.rng.randrange(5, 14)]).strip("،.؛: "))
    if d.chance(0.7):
        stamp(d)
    if d.chance(0.3):
        d.part(CAPTIONS)
    for text in d.facts.story.paragraphs:
        _paragraph(d, text)
    _end(d)


def list_in_body(d: Draft) -> None:
    """An article that counts something up, with bullets, numbers or nothing before the points."""
    _head(d)
    first, *rest = d.facts.story.paragraphs
    _paragraph(d, first)
    mark = d.one(("- ", "• ", "", "{}- ", "{}. ", "* "))
    for number, text in enumerate((rest or [first])[: d.rng.randint(2, 5)], start=1):
        d.page.add("paragraph", mark.format(number) + _words_of(d, text) + d.one(("", ".", "،")), d.page.line_break)
    for text in rest:
        _paragraph(d, text)
    _end(d)


def related_in_body(d: Draft) -> None:
    """An article with a labelled list of links between its paragraphs."""
    _head(d)
    first, *rest = d.facts.story.paragraphs
    _paragraph(d, first)
    label = d.one((*_UNKNOWN_LABELS, "مواضيع ذات صلة", "أخبار ذات صلة", "مقالات ذات صلة", "اقرأ في هذا الملف"))
    d.page.add("related_label", label + d.one(("", ":")))
    for item in _items(d, 2, 4):
        d.page.add("related_item", item, d.page.line_break)
    for text in rest or (first,):
        _paragraph(d, text)
    _end(d)


def unknown_label(d: Draft) -> None:
    """An article and below it headlines under one label or two that nobody knows."""
    _head(d)
    for text in d.facts.story.paragraphs:
        _paragraph(d, text)
    if d.chance(0.6):
        d.part(CREDITS)
    for label in d.rng.sample(_UNKNOWN_LABELS, d.rng.choice((1, 1, 2))):
        d.page.add("related_label", label + d.one(("", ":")))
        for item in _items(d, 1, 6):
            d.page.add("related_item", item, d.page.line_break)
    if d.chance(0.3):
        footer(d)


def teasers_apart(d: Draft) -> None:
    """An article and teasers, each below a label of its own, or below an outlet's line and an age's."""
    _head(d)
    for text in d.facts.story.paragraphs:
        _paragraph(d, text)
    if d.chance(0.5):
        d.part(CREDITS)
    for story in d.facts.teasers:
        if d.chance(0.7):
            d.page.add("teaser_label", d.one(TEASER_LABELS))
        else:
            d.furniture(d.facts.site.name, d.page.line_break)
            d.page.add("timestamp", d.one(AGES), d.page.line_break, owner="teaser")
        teaser(d, story)


def quiet(d: Draft) -> None:
    """An article with a line or two of furniture around it, and neither credit nor keywords."""
    if d.chance(0.9):
        headline(d)
    if d.chance(0.4):
        stamp(d)
    for text in d.facts.story.paragraphs:
        _paragraph(d, text)
    if d.chance(0.6):
        footer(d)


def scattered_head(d: Draft) -> None:
    """An article whose headline, date and author stand apart, with sections, icons and captions between them."""
    top(d, masthead=0.8, ticker=0.15)
    section = d.one(d.facts.site.sections)
    if d.chance(0.5):
        d.furniture(d.one(("الرئيسية / {}", "الرئيسية > {}", "{} »")).format(section))
    headline(d)
    if d.chance(0.5):
        d.furniture(section)
    stamp(d)
    if d.chance(0.6):
        d.part((byline, bare_name))
    for icon in d.rng.sample(_ICONS, d.rng.choice((0, 0, 2, 3))):
        d.furniture(icon)
    if d.chance(0.4):
        d.part(CAPTIONS)
    _broken_once(d)
    _end(d)


def commented(d: Draft) -> None:
    """An article and below it what its readers said, each with a name or a number and a date."""
    _head(d)
    for text in d.facts.story.paragraphs:
        _paragraph(d, text)
    if d.chance(0.5):
        d.part(CREDITS)
    d.furniture(d.one(("تعليقات الزوار", "التعليقات", "تعليقات القراء (3)", "شارك برأيك")))
    for number in range(1, d.rng.randint(2, 5)):
        d.furniture(d.one(("{} - زائر", "{}- متابع", "مواطن", "غيور", "قارئ {}")).format(number))
        if d.chance(0.6):
            d.furniture(d.one(AGES))
        d.furniture(d.one(_REMARKS))
    if d.chance(0.4):
        footer(d)


def numbered_list(d: Draft) -> None:
    """An article and the most read below it, each item's number on a line of its own."""
    _head(d)
    _broken_once(d)
    d.page.add("related_label", d.one(("الأكثر قراءة", "الأكثر مشاهدة", "الأكثر تداولا")))
    for number, item in enumerate(_items(d, 3, 5), start=1):
        d.furniture(str(number))
        d.page.add("related_item", item, d.page.line_break)


def _broken_once(d: Draft) -> None:
    """Write the body with one paragraph broken in mid-sentence, as by an advertisement or a line's end."""
    broken = d.rng.randrange(len(d.facts.story.paragraphs))
    for number, text in enumerate(d.facts.story.paragraphs):
        words = text.split()
        if number == broken and len(words) > 8:  # enough for two parts
            at = d.rng.randrange(4, len(words) - 2)
            d.page.add("paragraph", " ".join(words[:at]), d.page.line_break)
            text = " ".join(words[at:])  # noqa: PLW2901  # its rest
        _paragraph(d, text)


def lists_only(d: Draft) -> None:
    """A page of headlines, some of them twice, and nothing else; or with a menu and a footer around them."""
    framed = d.chance(0.5)
    if framed:
        top(d, masthead=0.3, ticker=0)
    items = _items(d, 3, 8)
    for item in (*items, *(items if d.chance(0.5) else ())):
        d.page.add("related_item", item)
    if framed:
        footer(d)
    d.truth.language = None


VARIATIONS: Final[tuple[Part, ...]] = (
    subheadings, subheadings, deck, list_in_body, related_in_body, related_in_body, unknown_label, teasers_apart,
    teasers_apart, quiet, lists_only, scattered_head, scattered_head, commented, numbered_list,
)  # fmt: skip
"""Arrangements for training; those that are to weigh more stand there more often."""
