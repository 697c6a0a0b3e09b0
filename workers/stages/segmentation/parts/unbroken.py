"""Unbroken lines: where the furniture begins and ends on a line that holds a whole page, or most of one.

Some pages come with all their lines joined by single spaces. Such a line is known by furniture that no sentence has: a
menu, a style rule, a post's signature, or a label right behind a full stop. Only on such a line are weaker signs read.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list, read_table
from workers.stages.segmentation.lines import Spans
from workers.stages.segmentation.markers import MARKERS, spelt_phrases
from workers.stages.segmentation.names import end_of_source, names_source
from workers.stages.segmentation.parts.heads import find_lead, find_openings
from workers.stages.segmentation.parts.items import find_items
from workers.stages.segmentation.parts.stamps import READING_TIME

_LINES: Final = frozenset({"line"})
_STARTS: Final = frozenset({"start", "colon"})
SHORTEST: Final = 300
"""A shorter line is no page."""
SHORTEST_ITEM: Final = 111
"""An item of a row with wide gaps may hold all of the page that stands before the row or behind it."""

_STOP: Final = r"[.!؟…][»\"”)\]]?\s{1,3}"
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
_MENU_WORDS: Final = 3
_LONGEST_WORD: Final = 17
_WORD: Final = re.compile(r"\S+")
_SENTENCE: Final = re.compile(r"[^\W\d_]{2}[.؟!](?:\s|$)")
_AND: Final = re.compile(r"\s(?P<and>و(?P<verb>[^\W\d_]{3,10})\s)")
_PROMO_CHARS: Final = range(15, 140)
_LABEL_GAP: Final = 3
_ARABIC_AGE: Final = r"منذ\s(?:\d+\s)?\w+"
_ENGLISH_AGE: Final = r"\d+\s[a-z]+\sago"
_AGE: Final = re.compile(rf"(?<=\s)(?:{_ARABIC_AGE}|{_ENGLISH_AGE})(?=\s)")
_AGED_NAME: Final = re.compile(
    rf"(?:(?P<stop>{_STOP})|\s)(?P<label>(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{0,3}})\s(?P<dash>-\s)?"
    rf"(?:{_ARABIC_AGE}|(?P<english>{_ENGLISH_AGE})))\Z"
)
_AGED_NAME_CHARS: Final = 80


def find_seams(text: str) -> list[int]:
    """Say where to cut a long line, offsets into it; nowhere if it holds no furniture, as nearly all paragraphs."""
    furniture = list(_furniture(text))
    promos = dict(_promos(text))
    teasers = list(_teasers(text))
    labels = [each for each in _labels_behind(text) if each.start not in promos]
    if not (furniture or promos or teasers or labels):
        return []
    tail = min([len(text), *(start for start, _ in teasers), *(each.start for each in labels if each.late)])
    menus = Spans(furniture)
    # On a page of menus and lists no label can be a sentence's words.
    rest = tail if _SENTENCE.search(text) else 0
    labels += (each for each in _labels_of(text, rest) if not menus.cover(each.start))
    pieces = [*furniture, *teasers, *((each.start, each.end) for each in labels if each.closed)]
    pieces += _rows(text, [0, *(end for _, end in pieces)])
    seams = {0, *(each.start for each in labels), *chain.from_iterable(promos.items()), *chain.from_iterable(pieces)}
    seams.update(_items(text, sorted(seams), {end for _, end in furniture}))
    seams.update(chain.from_iterable(find_lead(text, end) for _, end in teasers))
    # A label and a headline alone are cut apart later; one that text follows as well stands for itself.
    seams.update(chain.from_iterable(find_lead(text, each.end) or [each.end] for each in labels if each.also))
    openings = find_openings(text[:tail], sorted(seams), Spans(pieces))
    seams.update(openings, chain.from_iterable(_rows(text, openings)))
    promoted = Spans(promos.items())
    return sorted(seam for seam in seams if 0 < seam < len(text) and not promoted.cross(seam))


class _Label(NamedTuple):
    """A label at `start:end`; `closed`, nothing that belongs to it follows; `late`, what follows is no running text.

    `also` says that another article may follow, its headline first.
    """

    start: int
    end: int
    closed: bool
    late: bool
    also: bool = False


def _labels_behind(text: str) -> Iterator[_Label]:
    """Find labels, credits and advertisements' marks right behind a sentence's end."""
    for match in _after_stop().finditer(text):
        start, end = match.start("piece"), match.end()
        if match["name"]:
            if match["said"] or names_source(fold(match["name"]).lower().strip()):
                yield _Label(start, end, closed=True, late=True)
        elif match["credit"]:
            source = end_of_source(text, end)
            if source or not match["credit"][-1].isalnum():
                yield _Label(start, source or end, closed=bool(source), late=True)
        else:
            yield _Label(start, end, closed=bool(match["closed"] or match["end"]), late=not match["closed"])


def _furniture(text: str) -> Iterator[tuple[int, int]]:
    """Find menus, style rules and posts with their signatures."""
    if _may_hold_menu(text):
        for match in _menu().finditer(text):
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


def _labels_of(text: str, tail: int) -> Iterator[_Label]:
    """Find the labels behind the first one: what stands between them is no running text."""
    for match in _labels().finditer(text, tail):
        yield _Label(match.start(), match.end(), closed=bool(match["closed"]), late=True, also=bool(match["also"]))


def _rows(text: str, ends: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Follow the pieces of furniture that stand one behind the other; of an open one only the beginning is known."""
    seen: set[int] = set()
    for end in ends:
        place = end
        while place < len(text):
            start = _GAP.match(text, place).end()  # type: ignore[union-attr]  # matches the empty string
            piece = None if start in seen else _piece().match(text, start)
            if piece is None:
                break
            seen.add(start)
            place = end_of_source(text, piece.end()) if piece["credit"] else piece.end()
            if not place:
                break
            yield start, start if piece["open"] else place
            if piece["open"]:
                break


def _teasers(text: str) -> Iterator[tuple[int, int]]:
    """Find what an aggregator writes above its next article: an outlet and an age."""
    if "منذ" not in text and "ago" not in text:
        return
    for age in _AGE.finditer(text):
        match = _AGED_NAME.search(text, max(0, age.start() - _AGED_NAME_CHARS), age.end())
        if match is None:
            continue
        if match["stop"] and (match["dash"] or match["english"]):
            yield match.start("label"), match.end("label")
        elif match["stop"] or match["dash"]:
            starts = [word.start() for word in _WORD.finditer(text, *match.span("name"))]
            for start in starts if match["dash"] else starts[:1]:
                if end_of_source(text, start) == match.end("name"):
                    yield start, match.end("label")
                    break


def _promos(text: str) -> Iterator[tuple[int, int]]:
    """Find a promo behind a sentence's end, up to where the text goes on: at a verb with its conjunction."""
    for match in _promo().finditer(text):
        window = (match.end() + _PROMO_CHARS.start, match.end() + _PROMO_CHARS.stop)
        ends = [each.start("and") for each in _AND.finditer(text, *window) if each["verb"] in _verbs()]
        ends += [each.start("and") for each in _continuation().finditer(text, *window)]
        if ends:
            yield match.start("label"), min(ends)


def _items(text: str, seams: list[int], menus: Collection[int]) -> Iterator[int]:
    """Find the items behind a list's label, or a menu: between ages, numbers or dashes."""
    for start in seams:
        label = _related().match(text, start)
        if label is None and start not in menus:
            continue
        begin = label.end() if label else start
        last = [*seams[bisect_right(seams, begin + _LABEL_GAP) :][:1], len(text)][0]
        yield begin
        yield from (begin + seam for seam in find_items(text[begin:last]))


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
    return re.compile(rf"(?<!\w)(?:(?>{names})[\s|>»/–-]{{0,5}}+){{4,}}+")


@cache
def _after_stop() -> re.Pattern[str]:
    ads = spelt_phrases(set(), words=1, more=read_list("interruptions.txt"))
    related = spelt_phrases({"related"}, words=2, forms=_LINES)
    ends = spelt_phrases({"sign_off"}, words=1)
    captions = spelt_phrases({"caption"}, words=2, forms=frozenset({"start"}))
    credits_ = spelt_phrases({"credit"}, words=1)
    coloned = spelt_phrases({"keywords", "caption"}, words=1)
    offices = spelt_phrases({"boilerplate"}, words=2, forms=_STARTS)
    keywords = spelt_phrases({"keywords"}, words=2)
    return re.compile(
        rf"{_STOP}(?P<piece>(?P<closed>(?:(?i:{ads})|{captions})(?=\s))"
        rf"|(?P<end>[(/]{{1,2}}\s?(?:{ends})\s?[)/]{{1,2}})|(?P<label>(?:{related})(?=\s))"
        rf"|(?P<open>(?i:{coloned})\s?:|(?:{offices}|{keywords})(?!\w))|(?P<credit>(?:{credits_})\s?[:/-]?)"
        rf"|[(\[/](?P<said>(?:{credits_})\s?:\s?)?(?P<name>[^()\[\]/]{{2,30}})[)\]/](?=\s))"
    )


@cache
def _labels() -> re.Pattern[str]:
    closed = spelt_phrases({"related", "boilerplate"}, words=2, forms=_LINES)
    office, open_ = (spelt_phrases({cls}, words=2, forms=_STARTS) for cls in ("boilerplate", "keywords"))
    colon = spelt_phrases({"keywords"}, words=1)
    also, also_colon = (spelt_phrases({"read_also"}, words=words) for words in (2, 1))
    return re.compile(
        rf"(?<!\w)(?:(?:(?:{open_})(?!\w)|(?i:{colon})\s?:)"
        rf"|(?P<closed>(?i:{closed}|related)(?!\w)(?:\s?:)?)"
        rf"|(?P<also>(?:{also})(?!\w)(?:\s?:)?|(?:{also_colon})\s?:)"
        rf"|(?:{office})(?!\w))"
    )


@cache
def _piece() -> re.Pattern[str]:
    closed = spelt_phrases({"related", "boilerplate", "caption"}, words=1, forms=_LINES)
    office = spelt_phrases({"boilerplate", "keywords", "caption", "read_also"}, words=1, forms=_STARTS)
    credits_ = spelt_phrases({"credit"}, words=1)
    return re.compile(
        rf"(?:(?P<menu>{_menu().pattern})|(?P<rule>{_RULE})|(?P<closed>(?:{_COUNT})(?=\s|$)|(?i:{closed})(?!\w)(?:\s?:)?)"
        rf"|(?P<open>(?i:{office})(?!\w))|(?P<credit>(?:{credits_})\s?[:/-]?\s?))"
    )


@cache
def _related() -> re.Pattern[str]:
    phrases = spelt_phrases({"related"}, words=2, more=("related", *read_list("ticker_labels.txt")))
    return re.compile(rf"\s?(?i:{phrases})(?=\s)")


@cache
def _promo() -> re.Pattern[str]:
    phrases = spelt_phrases({"read_also", "related"}, words=2)
    colon = spelt_phrases({"read_also"}, words=1)
    return re.compile(rf"{_STOP}(?P<label>(?:{phrases})\s?:?\s?|(?:{colon})\s?:\s?)")


@cache
def _continuation() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<and>(?:{'|'.join(read_list('continuations.txt'))})\s)")


@cache
def _verbs() -> frozenset[str]:
    """Give the verbs of reports, unfolded: a short one folded can be a noun, such as `وادي`, a valley."""
    lists = ("attribution_words.txt", "lead_verbs.txt", "present_verbs.txt")
    return frozenset(verb for each in lists for verb in read_list(each))
