"""Heads: where the fields of an article's head meet on one line with the furniture above it and the lead below."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from workers.arabic.dates import find_stamps
from workers.arabic.fold import fold
from workers.arabic.particles import particles
from workers.arabic.verbs import lead_verbs
from workers.stages.segmentation.features.topics import stems_of
from workers.stages.segmentation.lines import Spans
from workers.stages.segmentation.parts.retold import find_lead, find_retold, reads_as_title
from workers.stages.segmentation.parts.stamps import begin_of_stamp, end_of_stamp
from workers.stages.segmentation.phrases.markers import spelt_phrases
from workers.stages.segmentation.phrases.names import (
    end_of_source,
    ends_outlet,
    names_any_source,
    names_people,
    names_place,
    names_source,
    opens_outlet,
)

_OPENING_CHARS: Final = 400
_CLOCK: Final = re.compile(r"\d:\d\d")
_PAGE_CHARS: Final = 800
_HEAD_CHARS: Final = 1200
_YEAR: Final = re.compile(r"(?:20|14|٢٠|١٤)\d\d(?!\d)")
_TITLE_CHARS: Final = range(20, 160)
_TITLE_WORDS: Final = 4
_BETWEEN_CHARS: Final = 60
_SEAM_CHARS: Final = 2
_JOINTS: Final = ("،", ",", ".")
_STEPS: Final = ">»›|/-–"
_CUT_ENDS: Final = ("...", "…")
_FIELD_CHARS: Final = 300
_FIELD_EDGES: Final = " |–-"
_LEAD_CHARS: Final = 140
_WORD: Final = re.compile(r"\S+")
_PROSE: Final = re.compile(r"[،؛]\s|[^\W\d]{2}\.\s")
_LED_UP_TO: Final = re.compile(r"(?:^|\s)(?P<name>(?:[^\W\d_]+\s)?(?P<word>[^\W\d_]+))\s*$")
_STOP: Final = re.compile(r"[^\W\d_]{2}[.؟!]\s")
ICON: Final = r"[a-z]+_[a-z_]+|visibility\s\d+|[Aa][+-]|\d{1,6} (?:مشاهدة|مشاهدات|تعليق|تعليقات)"
"""What no sentence begins with: an icon's name, a count."""
_ICONS: Final = re.compile(rf"(?<=\s)(?:{ICON})(?=\s)")
_DAYS: Final = ("يوم", "يومي")
_DIVIDER: Final = re.compile(r"\s?[–—-]\s?|\s?/\s?|\s?\(|:\s|\|\s?")
_PLACE_WORDS: Final = 4
_OUTLET_WORDS: Final = range(2, 4)
_AUTHORS_WORDS: Final = 8
_JOINED: Final = re.compile("،|\\sو")
_DAY_CHARS: Final = 40
_LABEL_CHARS: Final = 40
_VERB_PLACE: Final = 2
_RETOLD_CHARS: Final = 240
_FEWEST_RETOLD: Final = 2
_AGE: Final = re.compile(r"(?<!\S)(?:منذ \d+ \w+|منذ (?:ساعتين|يومين|(?:ساعة|يوم)(?: واحدة?)?)|\d+ [a-z]+ ago)(?!\S)")


def find_openings(text: str, seams: Sequence[int], furniture: Spans) -> list[int]:
    """Say where the headline's copies, the dates, the authors with a label and the dateline begin and end.

    Args:
        text: the line, up to what follows its article.
        seams: where parts were found to begin and to end, ascending.
        furniture: what is none of the article's.
    """
    head = text[:_HEAD_CHARS]
    dateline = next((start for start in _dateline(head) if not furniture.cover(start)), None)
    head = head[:dateline]
    dates = _dates(head, seams)
    titles = [seam for seam in _repeated(head, sorted({*seams, *dates})) if not furniture.cross(seam)]
    stamps = list(_dates(head, sorted({*seams, *titles})))
    found = {*titles, *(seam for seam in stamps if not furniture.cross(seam))}
    found.update(match.start() for match in _byline().finditer(head, 1))
    found.update(_authors(head, stamps[::2], max(titles, default=None)))
    stop = _STOP.search(head)
    above = stop.start() if stop else len(head)
    found.update(place for match in _ICONS.finditer(head, 0, above) for place in match.span())
    if dateline is not None:
        found.add(dateline)
    elif found:
        found.add(find_lead(head, max(found)))
    else:
        found.add(find_retold(head, _last(seams, above)))
    return sorted(found - {0})


def opens_page(text: str) -> bool:
    """Say whether a line begins with a headline.

    Its lead tells it again, it stands twice beside a time, or a place and a source stand between it and the lead. Or
    one stands further on twice, with a date right before, between or behind the copies: of 6,135 articles on a line
    each none is so.
    """
    if find_retold(text, 0) or _begins_wire(text):
        return True
    head = text[:_OPENING_CHARS]
    if ":" in head and _CLOCK.search(head) is not None and any(_repeated(head, [0])):
        return True
    head = text[:_PAGE_CHARS]
    return _YEAR.search(head) is not None and _stands_dated(head)


def _stands_dated(head: str) -> bool:
    """Say whether a headline stands twice with a date beside one of its copies."""
    words = head.split()
    openings = list(zip(*(words[place:] for place in range(_TITLE_WORDS)), strict=False))
    if len(set(openings)) == len(openings):
        return False
    titles = sorted(_repeated(head, [0]))
    stamps = list(_dates(head, sorted({0, *titles})))
    titles = titles or sorted(_repeated(head, sorted({0, *stamps})))
    return any(abs(title - stamp) <= _SEAM_CHARS for title in titles for stamp in stamps)


def _begins_wire(text: str) -> bool:
    """Say whether a line begins with a headline, a place and a source and then the verb of a lead."""
    start = next(_dateline(text[:_OPENING_CHARS]), 0)
    title = text[:start]
    whole = start and " - " not in title and reads_as_title(title)
    divider = _DIVIDER.search(text, start + 1) if whole else None
    if divider is None:
        return False
    after = divider.end()
    day = next(iter(find_stamps(text[after : after + _DAY_CHARS])), None) if text[after].isdigit() else None
    gap = _DIVIDER.match(text, after + day.end) if day and not day.start else None
    source = end_of_source(text, gap.end() if gap else after)
    words = text[source:].split(None, _VERB_PLACE)[:_VERB_PLACE] if source else []
    verbs = {fold(word) for word in words} & lead_verbs()
    told = text[source : source + _RETOLD_CHARS] if source else ""
    return bool(verbs) or len(stems_of(title) & stems_of(told)) >= _FEWEST_RETOLD


def _repeated(head: str, seams: Sequence[int]) -> Iterator[int]:
    """Find a headline that stands twice, one copy right behind the other or with a site's name or a date between."""
    words = list(_WORD.finditer(head))
    places: dict[str, int] = {}
    skip = 0
    for first, last in zip(words, words[_TITLE_WORDS - 1 :], strict=False):
        key = head[first.start() : last.end()]
        place = places.setdefault(key, first.start())
        if place == first.start() or first.start() < skip:
            continue
        length = _common(head, place, first.start())
        gap = first.start() - place - length
        seam = _last(seams, place)
        begins = not place or head[place - 2] in _STEPS or place - seam <= _SEAM_CHARS
        if length in _TITLE_CHARS and gap <= (_BETWEEN_CHARS if begins else 1):
            skip = first.start() + length
            cut = head.startswith(_CUT_ENDS, skip) or head.startswith(_CUT_ENDS, place + length)
            # Where a copy is cut off, the whole one goes on.
            yield from (place, first.start()) if cut else (place, place + length, first.start(), skip)


def _common(head: str, first: int, second: int) -> int:
    """Count the letters that two places have in common, up to the end of a word in either."""
    length = 0
    while first + length < second and second + length < len(head) and head[first + length] == head[second + length]:
        length += 1
    ends = [head[place + length : place + length + 1].isalnum() for place in (first, second)]
    if all(ends):
        length = head.rfind(" ", first, first + length) - first
    return max(length, 0)


def _dates(head: str, seams: Sequence[int]) -> Iterator[int]:
    """Find dates that stand apart."""
    spans = [(stamp.label_start, stamp.end) for stamp in find_stamps(head)]
    spans += [match.span() for match in _AGE.finditer(head)]
    last = 0
    for labelled, stated in sorted(spans):
        begin = begin_of_stamp(head, labelled)
        if begin < last:
            continue
        end = end_of_stamp(head, stated)
        field = max(_last(seams, begin), last)
        before = head[field:begin].rstrip(_FIELD_EDGES)
        apart = begin - field <= _FIELD_CHARS and "(@" not in head[field:begin] and not head.startswith(_JOINTS, end)
        if not apart or _PROSE.search(before) or _leads_up(before):
            continue
        last = end
        yield begin
        yield end


def _leads_up(before: str) -> bool:
    """Say whether a text goes on with a date as sentences do: `صباح اليوم`, `يومي`, `في`; outlets' names may end so."""
    match = _LED_UP_TO.search(before)
    if match is None:
        return False
    word = fold(match["word"])
    return (word.endswith(_DAYS) or word in particles()) and not names_any_source(fold(match["name"]))


def _last(seams: Sequence[int], place: int) -> int:
    """Give the last of some seams up to a place; 0 if there is none."""
    number = bisect_right(seams, place)
    return seams[number - 1] if number else 0


def _dateline(head: str) -> Iterator[int]:
    """Find where a place or a source with a divider behind it opens the lead."""
    for divider in _DIVIDER.finditer(head):
        if len(head) - divider.end() < _LEAD_CHARS:
            return
        words = list(_WORD.finditer(head, 0, divider.start()))[-_PLACE_WORDS:]
        starts = [word.start() for word in words if _opens(fold(head[word.start() : divider.start()]).lower())]
        before = head[: starts[0]].rsplit(None, 1)[-1:] if starts else []
        if starts and not (before and fold(before[0]) in particles()) and (starts[0] or divider.group().strip() != ":"):
            yield starts[0]


def _opens(key: str) -> bool:
    """Say whether datelines open so: with a place, a source, or an outlet's word and its name."""
    words = key.split()
    if not key[-1:].isalpha():
        return False
    outlet = (len(words) in _OUTLET_WORDS and opens_outlet(words[0])) or (len(words) > 1 and ends_outlet(words[1]))
    return names_place(key) or names_source(key) or (outlet and len(words) in _OUTLET_WORDS)


def _authors(head: str, stamps: Sequence[int], titled: int | None) -> Iterator[int]:
    """Find persons' names right before a date, below a headline's last copy: behind its picture's text.

    Without copies that may be a headline's end, unless a date is stuck to the names, or two persons' are joined.
    """
    for stamp in stamps:
        words = list(_WORD.finditer(head, min(titled or 0, stamp), stamp))[-_AUTHORS_WORDS:]
        for word in words[:-1]:
            # `عدن`, a place that a picture's text ends in, is a given name, too.
            names = _key(head[word.start() : stamp])
            if names_people(names) and not names_place(_key(word.group())):
                if titled is None and head[stamp - 1].isspace() and not _JOINED.search(names):
                    break
                yield _begin_of_label(head, word.start())
                break


def _begin_of_label(head: str, name: int) -> int:
    """Say where an author's label begins right before a name, or where the name does that has none."""
    label = _label_before_name().search(head, max(0, name - _LABEL_CHARS), name)
    return label.start() if label else name


def _key(text: str) -> str:
    return fold(text).lower().strip(_FIELD_EDGES)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spelt_phrases({'byline'}, words=1)})\s?[:：]")


@cache
def _label_before_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spelt_phrases({'byline'}, words=1)})\s?[:：|/-]?\s?\Z")
