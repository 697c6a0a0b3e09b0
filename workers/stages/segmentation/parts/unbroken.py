"""Unbroken lines: where the furniture begins and ends on a line that holds a whole page, or most of one.

Some pages come with all their lines joined by single spaces. Such a line is known by furniture that no sentence has: a
menu, a style rule, a post's signature, or a label right behind a full stop. Only on such a line are weaker signs read.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from workers.lexicon.loader import read_list, read_table
from workers.stages.segmentation.lines import Spans
from workers.stages.segmentation.parts.heads import find_openings, opens_page
from workers.stages.segmentation.parts.items import find_items
from workers.stages.segmentation.parts.labels import labels_behind, labels_of, lone_sources
from workers.stages.segmentation.parts.nexts import find_named, find_nexts
from workers.stages.segmentation.parts.promos import find_promos
from workers.stages.segmentation.parts.retold import find_lead
from workers.stages.segmentation.parts.stamps import READING_TIME
from workers.stages.segmentation.phrases.markers import MARKERS, spelt_phrases
from workers.stages.segmentation.phrases.names import end_of_sources

_LINES: Final = frozenset({"line"})
_STARTS: Final = frozenset({"start", "colon"})
SHORTEST: Final = 300
"""A shorter line is no page."""
SHORTEST_ITEM: Final = 111
"""An item of a row with wide gaps may hold all of the page that stands before the row or behind it."""

_GAP: Final = re.compile(r"[\s|>»-]{0,5}")
_RULE: Final = r"(?:(?<!\S)[a-z]{2,20})?[@#.][A-Za-z][^{}]{0,60}\{[^{}]{0,200}(?:\{[^{}]{0,200}\}\s?){0,4}\}(?:\s?\);)?"
_COUNT: Final = (
    r"\d[\d,.]{0,8}\s(?:مشاهدة|مشاهدات|تعليق|تعليقات|views)|[^\W\d_]{4,12}\s?:\s?\d[\d,.]{0,8}|التعليقات\s\(\d{1,5}\)"
    rf"|[Aa][+-]|{READING_TIME}|[a-z]+_[a-z_]+|visibility\s\d+|Share on \w+"
    # What stands again a headline further on is a list's bullet.
    r"|(?P<mark>[-|+•»x])(?!\s[^|]{15,140}?\s(?P=mark)\s)"
)
_SIGNED: Final = re.compile(
    r"(?:pic\.twitter\.com/\w+\s|(?=View this post on\s))(?P<sign>[^@]{0,100})\(@\w{1,40}\)"
    r"(?:\s[^\W\d_]{3,12}\s\d{1,2},\s\d{4})?"
)
_SIGNED_CHARS: Final = 120
_SURE_ADS: Final = ("- Advertisement -", "ADVERTISEMENT")
_BULLETS: Final = frozenset("-*•▪◄»")
_MENU_WORDS: Final = 3
_LONGEST_WORD: Final = 17
_CRUMBS: Final = re.compile(r"(?<!\w)(?:الصفحة )?الرئيسية\s?(?P<step>[>»›/–-])\s?(?:[^\W\d_]+\s){1,3}(?P=step)\s")
_SENTENCE: Final = re.compile(r"[^\W\d_]{2}[.؟!](?:\s|$)")
_LABEL_GAP: Final = 3
_TOLD_CHARS: Final = 240
_MARKS: Final = re.compile("[\u064b-\u0652]*")
"""Vowel signs: they belong to the letter before them."""


def find_seams(text: str) -> list[int]:
    """Say where to cut a long line, offsets into it; nowhere if it holds no furniture, as nearly all paragraphs."""
    furniture = list(_furniture(text))
    if listed := _opening_list(text):
        furniture.append((0, listed))
    promos = dict(find_promos(text))
    teasers = list(find_named(text))
    labels = [each for each in labels_behind(text) if each.start not in promos]
    known = (
        furniture or promos or teasers or labels or _related().match(text) or any(each in text for each in _SURE_ADS)
    )
    if not known and not opens_page(text):
        return []
    labels += lone_sources(text)
    ends = [*teasers, *((each.start, each.end if each.closed else 0) for each in labels)]
    nexts = [each for each in find_nexts(text, ends) if each.start not in promos]
    tail = min(
        [
            len(text),
            *(start for start, _ in teasers),
            *(each.start for each in labels if each.late),
            *(each.start for each in nexts),
        ]
    )
    menus = Spans(furniture)
    # On a page of menus and lists no label can be a sentence's words.
    rest = tail if _SENTENCE.search(text) else 0
    labels += (each for each in labels_of(text, rest) if not menus.cover(each.start))
    pieces = [*furniture, *teasers, *((each.start, each.end) for each in labels if each.closed)]
    pieces += _rows(text, [*([] if listed else [0]), *(end for _, end in pieces if end != listed)])
    seams = {0, *(each.start for each in labels), *chain.from_iterable(promos.items()), *chain.from_iterable(pieces)}
    seams.update(chain.from_iterable(each.seams for each in nexts))
    seams.update(_items(text, sorted(seams), {end for _, end in furniture}))
    seams.update(find_lead(text, end) for _, end in teasers)
    # A label and a headline alone are cut apart later; one that text follows as well stands for itself.
    for each in labels:
        if each.also:
            lead = find_lead(text, each.end)
            seams.update([each.end, lead] if lead else [each.end])
    openings = find_openings(text[:tail], sorted(seams), Spans(pieces))
    seams.update(openings, chain.from_iterable(_rows(text, openings)))
    seams.update(chain.from_iterable(match.span() for match in _advertised().finditer(text)))
    promoted = Spans(promos.items())
    seams = {_MARKS.match(text, seam).end() for seam in seams}  # type: ignore[union-attr]  # matches the empty string
    return sorted(seam for seam in seams if 0 < seam < len(text) and not promoted.cross(seam))


def _furniture(text: str) -> Iterator[tuple[int, int]]:
    """Find menus, style rules and posts with their signatures."""
    if _may_hold_menu(text):
        for match in _menu().finditer(text):
            label = _related_end().search(text, *match.span())
            yield match.start(), label.start() if label else match.end()
    if "الرئيسية" in text:
        for match in _CRUMBS.finditer(text):
            yield match.span()
    if "{" in text:
        for match in re.finditer(_RULE, text):
            yield match.span()
    if "(@" in text:
        for match in _SIGNED.finditer(text):
            before = text[max(0, match.start() - _SIGNED_CHARS) : match.start()]
            stop = max(before.rfind(". "), before.rfind('" '), before.rfind("؟ "))
            sign = match.start("sign")
            yield (match.start() - len(before) + stop + 2 if stop >= 0 else match.start()), sign
            yield sign, match.end()


def _rows(text: str, ends: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Follow the pieces of furniture that stand one behind the other; of an open one only the beginning is known."""
    seen: set[int] = set()
    end_of_menu = 0
    for end in sorted(ends):
        place = end
        while end_of_menu <= place < len(text):
            start = _GAP.match(text, place).end()  # type: ignore[union-attr]  # matches the empty string
            piece = None if start in seen else _piece().match(text, start)
            piece = None if piece and piece["closed"] and _opens_title(text, piece) else piece
            opened = _opening().match(text, start) if start not in seen else None
            if opened and (piece is None or opened.end() > piece.end()):
                yield start, start
                break
            if piece is None:
                break
            seen.add(start)
            end_of_menu = piece.end() if piece["menu"] else end_of_menu
            place = end_of_sources(text, piece.end()) if piece["credit"] else piece.end()
            if not place:
                break
            yield start, place


def _opens_title(text: str, piece: re.Match[str]) -> bool:
    """Say whether what may be a button is a headline's first word, told again soon: `إغلاق`."""
    word = piece.group()
    return word.isalpha() and not word.isascii() and f" {word} " in text[piece.end() : piece.end() + _TOLD_CHARS]


def _items(text: str, seams: list[int], menus: Collection[int]) -> Iterator[int]:
    """Find the items behind a list's label, or a menu: between ages, numbers or dashes."""
    for start in seams:
        label = _related().match(text, start)
        office = _opening().match(text, start) if label else None
        if label and office and office.end() > label.end():
            continue
        if label is None and start not in menus and text[start : start + 1] not in _BULLETS:
            continue
        begin = label.end() if label else start
        behind = bisect_right(seams, begin + _LABEL_GAP)
        last = seams[behind] if behind < len(seams) else len(text)
        yield begin
        yield from (begin + seam for seam in find_items(text[begin:last]))


def _opening_list(text: str) -> int:
    """Say where the last item begins of those behind dashes that a line begins with; 0 if it begins with none."""
    if text[0] not in _BULLETS:
        return 0
    stop = _SENTENCE.search(text)
    items = find_items(text[: stop.start() if stop else len(text)])
    return items[-1] if items else 0


def _may_hold_menu(text: str) -> bool:
    """Say whether a text has several words of menus, or one so long that it may be several: searching takes longer."""
    words = text.split()
    return len(_menu_words().intersection(words)) >= _MENU_WORDS or max(map(len, words)) > _LONGEST_WORD


@cache
def _menu_words() -> frozenset[str]:
    rows = read_table(MARKERS, ("class", "form", "phrase"))
    sections = [phrase for cls, form, phrase in rows if cls == "boilerplate" and form in _LINES]
    return frozenset(phrase for phrase in (*sections, *read_list("menu_words.txt")) if " " not in phrase)


@cache
def _menu() -> re.Pattern[str]:
    names = spelt_phrases({"boilerplate"}, words=1, forms=_LINES, more=read_list("menu_words.txt"))
    # Behind a name another may be stuck to it, but no other letters: `الخطوط` is none that `الخط` is in.
    return re.compile(rf"(?<!\w)(?:(?>{names})(?:(?!\w)|(?={names}))[\s|>»/–-]{{0,5}}+){{4,}}+")


@cache
def _advertised() -> re.Pattern[str]:
    """Match advertisements' marks of several words, which stand in the middle of sentences, too.

    And buttons of one Latin word, between sentences: `Twitter`.
    """
    ads = [ad for ad in read_list("interruptions.txt") if " " in ad]
    rows = read_table(MARKERS, ("class", "form", "phrase"))
    buttons = {text for cls, form, text in rows if cls == "boilerplate" and form in _LINES and text.isascii()}
    latin = "|".join(sorted(filter(str.isalpha, buttons)))
    button = rf"(?<=[.!؟»\"”)]\s)(?:{latin})(?=\s[^\W\da-z_])"
    return re.compile(rf"(?<=\s)(?i:{spelt_phrases(set(), words=1, more=ads)}|ADVERTISEMENT|{button})(?=\s)")


@cache
def _related_end() -> re.Pattern[str]:
    """Match a list's label that a menu seems to end with."""
    return re.compile(rf"(?<!\w)(?:{spelt_phrases({'related'}, words=2, forms=_LINES)})\s?\Z")


@cache
def _piece() -> re.Pattern[str]:
    closed = spelt_phrases({"related", "boilerplate", "caption"}, words=1, forms=_LINES)
    credits_ = spelt_phrases({"credit"}, words=1)
    return re.compile(
        rf"(?:(?P<menu>{_menu().pattern})|(?P<rule>{_RULE})|(?P<closed>(?:{_COUNT})(?=\s|$)|(?i:{closed})(?!\w)(?:\s?:)?)"
        rf"|(?P<credit>(?:{credits_})\s?[:/-]?\s?))"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Match a phrase that furniture, keywords and promos begin with; where they end is not known."""
    office = spelt_phrases({"boilerplate", "keywords", "caption", "read_also"}, words=1, forms=_STARTS)
    return re.compile(rf"(?i:{office})(?!\w)")


@cache
def _related() -> re.Pattern[str]:
    phrases = spelt_phrases({"related"}, words=2, more=("related", *read_list("ticker_labels.txt")))
    return re.compile(rf"\s?(?i:{phrases})(?=\s)")
