"""Labels: where labels, credits and lone sources stand on a line that holds a whole page, or most of one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list
from workers.stages.segmentation.parts.heads import ICON
from workers.stages.segmentation.parts.nexts import STOP, end_of_known
from workers.stages.segmentation.phrases.markers import spelt_phrases
from workers.stages.segmentation.phrases.names import end_of_sources, names_source

_LINES: Final = frozenset({"line"})
_STARTS: Final = frozenset({"start", "colon"})
_END: Final = re.compile(STOP)
_TAGS: Final = re.compile(r"\s?(?:#\w+\s{1,3})+(?<=\s)(?!#)|\s?(?:#\w+\s{1,3})*#\w+$")
_MARKS: Final = "[\u064b-\u0652]?"


class Label(NamedTuple):
    """A label at `start:end`; `closed`, nothing that belongs to it follows; `late`, what follows is no running text.

    `also` says that another article may follow, its headline first.
    """

    start: int
    end: int
    closed: bool
    late: bool
    also: bool = False


def labels_behind(text: str) -> Iterator[Label]:
    """Find labels, credits and advertisements' marks right behind a sentence's end."""
    for match in _after_stop().finditer(text):
        start, end = match.start("piece"), match.end()
        if match["name"]:
            if match["said"] or names_source(fold(match["name"]).lower().strip()):
                yield Label(start, end, closed=True, late=True)
        elif match["credit"]:
            source = end_of_sources(text, end)
            if source or not match["credit"][-1].isalnum():
                yield Label(start, source or end, closed=bool(source), late=True)
        elif match["noise"]:
            yield Label(start, end, closed=True, late=False)
        elif match["tags"]:
            yield Label(start, end, closed=True, late=True)
        else:
            tags = _TAGS.match(text, end)
            closed = bool(match["closed"] or match["end"] or tags)
            yield Label(start, tags.end() if tags else end, closed=closed, late=not match["closed"])


def lone_sources(text: str) -> Iterator[Label]:
    """Find a known source's name alone behind a sentence's end, before a label, tags or nothing."""
    for stop in _END.finditer(text):
        end = end_of_known(text, stop.end())
        if end and (_behind_source().match(text, end) or _labels().match(text, end + 1)):
            yield Label(stop.end(), end, closed=True, late=True)


def labels_of(text: str, tail: int) -> Iterator[Label]:
    """Find the labels behind the first one: what stands between them is no running text."""
    for match in _labels().finditer(text, tail):
        tags = _TAGS.match(text, match.end())
        end = tags.end() if tags else match.end()
        yield Label(match.start(), end, closed=bool(match["closed"] or tags), late=True, also=bool(match["also"]))


@cache
def _after_stop() -> re.Pattern[str]:
    ads = spelt_phrases(set(), words=1, more=read_list("interruptions.txt"))
    related = spelt_phrases({"related"}, words=2, forms=_LINES)
    ends = spelt_phrases({"sign_off"}, words=1)
    captions = spelt_phrases({"caption"}, words=2, forms=frozenset({"start"}))
    buttons = spelt_phrases({"boilerplate"}, words=2, forms=_LINES)
    credits_ = spelt_phrases({"credit"}, words=1)
    coloned = spelt_phrases({"keywords", "caption"}, words=1)
    offices = spelt_phrases({"boilerplate"}, words=2, forms=_STARTS)
    keywords = spelt_phrases({"keywords"}, words=2)
    return re.compile(
        rf"{STOP}(?P<piece>(?P<noise>(?:{ICON})(?=\s|$))|(?P<closed>(?:(?i:{ads})|{captions}|{buttons})(?=\s))"
        rf"|(?P<end>[(/]{{1,2}}\s?(?:{ends})\s?[)/]{{1,2}})|(?P<label>(?:{related})(?:\s?:|(?=\s)))"
        rf"|(?P<open>(?i:{coloned})\s?:|(?:{offices}|{keywords})(?!\w))|(?P<credit>(?:{credits_})\s?[:/-]?)"
        rf"|(?P<tags>#\w+(?:\s{{1,3}}#\w+)+(?=\s|$))"
        rf"|[(\[/](?P<said>(?:{credits_})\s?:\s?)?(?P<name>[^()\[\]/]{{2,30}})[)\]/](?=\s))"
    )


@cache
def _labels() -> re.Pattern[str]:
    closed = spelt_phrases({"related", "boilerplate"}, words=2, forms=_LINES)
    office, open_ = (spelt_phrases({cls}, words=2, forms=_STARTS) for cls in ("boilerplate", "keywords"))
    colon = spelt_phrases({"keywords"}, words=1)
    also, also_colon = (spelt_phrases({"read_also"}, words=words) for words in (2, 1))
    word = spelt_phrases({"related"}, words=1, forms=_LINES)
    return re.compile(
        rf"(?<!\w)(?:(?:(?:{open_})(?!\w)|(?i:{colon})\s?:)"
        rf"|(?P<closed>(?i:{closed}|related)(?!\w)(?:\s?:)?|(?:{word})(?:\s?:|(?=\s(?:1|[•▪◄»*-])\s)))"
        rf"|(?P<also>(?:{also}){_MARKS}(?!\w)(?:\s?(?::|\.\.))?|(?:{also_colon})\s?:)"
        rf"|(?:{office})(?!\w))"
    )


@cache
def _behind_source() -> re.Pattern[str]:
    """Match what may follow a source's name that stands alone: a label of one word, a tag, the line's end."""
    words = spelt_phrases({"related", "read_also", "keywords"}, words=1)
    return re.compile(rf"\s*$|\s#|\s(?i:{words})\W")
