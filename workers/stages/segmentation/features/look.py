"""Features: what can be seen of a line, before it is asked what the line means."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from workers.arabic.dates import Purpose, StampLine, read_stamp_line
from workers.arabic.fold import fold
from workers.lexicon.loader import read_list, read_table
from workers.stages.segmentation.features.pictures import owns_picture
from workers.stages.segmentation.features.repetitions import is_subject, repetitions_of, titles_among
from workers.stages.segmentation.features.signs import signs_of
from workers.stages.segmentation.features.topics import stems_of
from workers.stages.segmentation.lines import RECURRING_CHARS, Line
from workers.stages.segmentation.phrases.markers import MARKER_CHARS, MARKERS, Marker, Shape, find_marker
from workers.stages.segmentation.phrases.names import (
    names_any_source,
    names_byline,
    names_credit,
    names_people,
    names_source,
    says_outlet,
    stated_sources,
)
from workers.stages.segmentation.phrases.sign_offs import is_sign_off

HEAD_CHARS: Final = 130
"""Up to this length a line is folded whole and may recur: the longest of 6,135 headlines has 106 characters."""

_LENGTHS: Final = (14, 25, 60, 110, 180)
_LENGTH_NAMES: Final = ("stub", "tiny", "short", "title", "long", "full")
_TINY_CHARS: Final = 25
_SHORT: Final = frozenset({"stub", "tiny"})
_PHRASE_GAPS: Final = 2
_DATED_CHARS: Final = 160
_LABEL_CHARS: Final = 40
_WORD: Final = re.compile(r"[^\W_ـ]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ARABIC: Final = re.compile("[\u0621-\u064a\u066e-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]")
_DIGIT: Final = re.compile(r"\d")
_AGE: Final = re.compile("منذ|قبل|مضت|أمس|ago|yesterday")
_BULLET: Final = re.compile(r"[•●▪■◄►▶◆♦∙·*»›❖✔◼–—-]\s|[•●▪■◄►▶◆]")
_COUNT: Final = re.compile(
    r"\d[\d,.٬]{0,8}\s?[^\W\d]{3,12}(?:\s(?:لل)?قراءة)?|[^\W\d]{3,12}(?:\s?|(?:\s[^\W\d]{2,12}){0,3}\s?:\s?)\d[\d,.٬]{0,8}"
    r"|[^\W\d]{3,12}\s?\(\d{1,6}(?:\s[^\W\d]{3,8})?\)|\(\d{1,6}\)\s?[^\W\d]{3,12}"
    r"|(?:[^\W\d]{3,12}\s){1,2}\d[\d,.٬]{0,8}\sمر(?:ة|ات)"
    r"|[^\W\d]{3,12}\s\d{1,3}\s?(?:/|من\s)\s?\d{1,3}|[^\W\d]{3,12}\s?:?\s?\d{1,3}\s(?:دقائق|دقيقة|ثانية)"
)
_DEGREES: Final = re.compile(r"\d\s?°")
_CORE: Final = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_NUMBERED: Final = re.compile(r"\d{1,2}[.)-]\s")
_KICKER: Final = re.compile(r"\w+\s?\|[^|]+(?:[:؟!\"«»“”]|\.\.)")
_LONGEST_BYLINE: Final = 45
_FEWEST_TITLE_STEMS: Final = 4
_FEWEST_AKIN: Final = 2
_CLAIMS: Final = frozenset({"مصادر", "مصدر"})
_FEWEST_CLAIMED: Final = 4
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_CLAUSE: Final = re.compile(r"[،,؛]\s")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+")
_NEXT_SENTENCE: Final = re.compile(r"\.(?<=[^\W\d]\.)\s?[^\W\d]")
_CRUMB: Final = re.compile(
    r"[\s\u2060\u200e\u200f]*[.,،؛:؟!\"'«»“”()\[\]…][.,،؛:؟!\"'«»“”()\[\]…\s\u2060\u200e\u200f]*"
)
_NAME_CHARS: Final = 35
_TITLE_BARS: Final = frozenset("|–—-:")
_CLOSERS: Final = "\"'»”’)]"
_SIGN: Final = re.compile(r"[—–-]\s?[^@]{0,120}\(@\w{1,40}\)")
_HANDLED: Final = re.compile(
    r"\(@\w{1,40}\)(?:\s{1,2}(?:[^\W\d_]{3,12}\s\d{1,2}|\d{1,2}\s[^\W\d_]{3,12})[,،]?\s\d{4})?$"
)
"""The handle that a post's signature ends with, or the date behind it."""
_HANDLE_CHARS: Final = 64
_MARKED: Final = ("mark",)
_LINK_CHARS: Final = 60
_KNOWN_LINES: Final = 8192
_QUOTE_END: Final = "»"


def features_of(lines: Sequence[Line], title: str | None = None, *, stated: bool = False) -> Iterator[tuple[str, ...]]:
    """Give each line's features, names that `line_weights.tsv` weighs.

    Args:
        lines: the page's parts.
        title: what the page's markup or address gives as its article's title, perhaps cut or with the site's name.
        stated: whether it is the markup that does: then other lines than that are hardly the headline.
    """
    looks = [
        (_known_look if len(line.text) <= RECURRING_CHARS else _look_at)(line.text, glued=line.glued) for line in lines
    ]
    place = ["first"]
    keys = [look.key for look in looks]
    titles = titles_among(keys, fold(title).lower()) if title else frozenset()
    untold = ("untold",) if titles and stated else ()
    kin = stems_of(title) if title and not titles else frozenset()
    own_names = _own_names(lines, looks)
    sources = frozenset(_key(fold(name).lower()) for name in stated_sources(line.text for line in lines))
    # Of a page without opening quotation marks it is no quotation's end, but a list's.
    marks = any(line.text == _QUOTE_END for line in lines) and not any("«" in line.text for line in lines)
    stuck = [*(last.end == next_.start and len(next_.text) > _TINY_CHARS for last, next_ in pairwise(lines)), False]
    shown = zip(lines, looks, repetitions_of(lines, keys), stuck, strict=False)
    for number, (line, look, repetition, sticks) in enumerate(shown):
        if line.item:
            place.append("item")
        told = ("told",) if look.key in titles else untold or (_kinship(line.text, kin) if look.key else ())
        own = look.key in own_names or (look.key in sources and line.text[-1].isalpha())
        own = own and line.text[0] not in _TITLE_BARS and "source" not in look.content
        named = ("source",) if own or (sticks and _is_outlet(look)) else ()
        if sources and not look.content and names_byline(look.key, sources):
            named = ("byline_open",)
        if "person" in look.content and is_subject(look.key, lines, number):
            named = ("subject",)
        shape = _MARKED if marks and line.text == _QUOTE_END else look.shape
        yield ("always", *shape, *place, *repetition, *told, *named, *look.content)
        place = []


class _Look(NamedTuple):
    """What a line shows by itself: the key that it is compared by, empty for a long one, and features."""

    key: str
    shape: tuple[str, ...]
    content: tuple[str, ...]


def _kinship(text: str, title: frozenset[str]) -> tuple[str, ...]:
    """Say whether a line shares words with the title in the address that no line repeats: editors change headlines."""
    if len(title) < _FEWEST_TITLE_STEMS:
        return ()
    shared = len(title & stems_of(text))
    return ("akin",) if shared >= _FEWEST_AKIN else () if shared else ("strange",)


def _own_names(lines: Sequence[Line], looks: Sequence[_Look]) -> frozenset[str]:
    """Give the site's name by which the page's title goes on behind a bar, as it was cut off."""
    return frozenset(
        look.key
        for line, look in zip(lines, looks, strict=True)
        if line.glued and line.text[0] in _TITLE_BARS and len(look.key) <= _NAME_CHARS
    )


def _is_outlet(look: _Look) -> bool:
    """Say whether a few words are no known source, but hold one that makes a name an outlet's."""
    return "outlet" in look.content and "source" not in look.content and not _SHORT.isdisjoint(look.shape)


def _look_at(text: str, *, glued: bool) -> _Look:
    whole = len(text) <= HEAD_CHARS
    head = fold(text if whole else text[:MARKER_CHARS]).lower()
    key = _key(head) if whole else ""
    content = _content(text, head, key, glued=glued)
    # An agency's name in Latin letters before a colon opens the lead as others do: `(CNN):`.
    shape = _shape(text)
    if text[-1] == ":" and "source" in content and "foreign" in shape:
        shape.remove("foreign")
    return _Look(key, (*shape,), (*content, *signs_of(text, head, named=bool(content))))


_known_look = lru_cache(maxsize=_KNOWN_LINES)(_look_at)


def _key(head: str) -> str:
    """Cut what is no letter or digit off a line's edges."""
    core = _CORE.search(head)
    return core.group() if core else ""


def _content(text: str, head: str, key: str, *, glued: bool) -> list[str]:
    """Say what a line seems to hold: a marker, a source's or a person's name, a post, a date."""
    content: list[str] = []
    source = bool(key) and names_source(key)
    bare = _unnumbered(head)
    if (glued and source) or (not source and is_sign_off(head)):
        content.append("signed")
    elif (marker := find_marker(bare)) and not _is_kicker(marker, bare) and not _is_claim(marker, bare):
        content.append(f"{marker.cls}_{marker.shape}")
    elif owns_picture(head):
        content.append("caption_divided")
    elif source:
        content.append("source")
    elif named := _named(text, key):
        content.append(named)
    if key in _source_labels():
        content.append("awaits")
    elif key in ticker_labels():
        content.append("ticker_label")
    if _is_embed(text):
        content.append("embed")
    else:
        content += _dating(text)
    return content


def _unnumbered(head: str) -> str:
    """Leave out the number of a list's item: `1. تخطي إلى المحتوى`."""
    return _NUMBERED.sub("", head) if head[:1].isdigit() else head


def _is_kicker(marker: Marker, head: str) -> bool:
    """Say whether what looks like an author's label is the form of an article, before its headline: `حوار| ...`."""
    return marker.cls == "byline" and len(head) > _LONGEST_BYLINE and _KICKER.match(head) is not None


def _is_claim(marker: Marker, head: str) -> bool:
    """Say whether what looks like a source's label opens a headline that names none: `مصادر: تأجيل الجلسة إلى غد`."""
    if marker.cls != "credit" or marker.shape is not Shape.DIVIDED or _key(head[: marker.end]) not in _CLAIMS:
        return False
    words = _LETTERS.findall(head, marker.end)
    return len(words) >= _FEWEST_CLAIMED and not says_outlet(words) and not names_any_source(words[0])


def _named(text: str, key: str) -> str:
    """Say whom a line without a marker names, or that it ends as labels do."""
    if names_credit(key):
        return "credit_open"
    if names_byline(key):
        return "byline_open"
    if names_people(key):
        return "person"
    return "labels" if text[-1] == ":" and len(text) <= _LABEL_CHARS else ""


def _shape(text: str) -> list[str]:
    if not _WORD.search(text):
        return ["crumb" if _CRUMB.fullmatch(text) else "mark"]
    if _LINK.fullmatch(text):
        return ["link"]
    length = len(text)
    shape = [_LENGTH_NAMES[bisect_left(_LENGTHS, length)]]
    tiny = length <= _TINY_CHARS
    if tiny:
        gaps = text.count(" ")
        if gaps == 0 or gaps >= _PHRASE_GAPS:
            shape.append("phrase" if gaps else "word")
    if ending := _ending(text):
        shape.append(ending)
    if tiny and (_COUNT.fullmatch(text) or _DEGREES.search(text)):
        shape.append("count")
    if _BULLET.match(text):
        shape.append("bullet")
    if script := _script(text):
        shape.append(script)
    return shape


def _script(text: str) -> str:
    if not _ARABIC.search(text):
        return "foreign" if _LETTER.search(text) else ""
    return "prose" if _CLAUSE.search(text) or _NEXT_SENTENCE.search(text) else ""


def _ending(text: str) -> str:
    ending = text.rstrip(_CLOSERS)[-2:]
    if ending.endswith(("،", ",", "؛", ":")):
        return "comma"
    if ending.endswith("…") or ending == "..":
        return "dots"
    return "stop" if ending.endswith(".") else ""


def _dating(text: str) -> Iterator[str]:
    """Say how far a short line is a date, and whether its label says that it is the site's own."""
    if len(text) <= _DATED_CHARS and text[-1] != "." and (_DIGIT.search(text) or _AGE.search(text.lower())):
        read = read_stamp_line(text)
        if read.mostly:
            yield "nearly_dated" if read.rest else "dated"
            if is_sites(read):
                yield "sites_date"


def is_sites(line: StampLine) -> bool:
    """Say whether the labels of a line's dates say that none is an article's: the site's change, today, a printing."""
    return all(stamp.labelled and stamp.purpose is Purpose.CAPTURED for stamp in line.stamps)


def _is_embed(text: str) -> bool:
    if text[0] in "—–-" and _SIGN.match(text):
        return True
    if "(@" in text and _HANDLED.search(text, max(0, len(text) - _HANDLE_CHARS)):
        return True
    tail = text[-_LINK_CHARS:]
    if "/" not in tail:
        return False
    word = tail.rsplit(None, 1)[-1]
    return "/" in word and any(host in word for host in _hosts())


@cache
def _source_labels() -> frozenset[str]:
    """Give the labels that a source's name follows, on the next line where none does on theirs."""
    rows = read_table(MARKERS, ("class", "form", "phrase"))
    return frozenset(fold(text).lower() for cls, form, text in rows if cls == "credit" and form == "colon")


@cache
def ticker_labels() -> frozenset[str]:
    """Give the words that head a row of headlines, folded: `عاجل`."""
    return frozenset(map(fold, read_list("ticker_labels.txt")))


@cache
def _hosts() -> tuple[str, ...]:
    return read_list("embed_hosts.txt")
