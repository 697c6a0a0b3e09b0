"""Heads: where the fields of an article's head meet on one line with the furniture above it and the lead below."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from workers.arabic.dates import find_stamps
from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs, present_verbs
from workers.stages.segmentation.lines import Spans
from workers.stages.segmentation.markers import spelt_phrases
from workers.stages.segmentation.names import ends_outlet, names_place, names_source, opens_outlet

_HEAD_CHARS: Final = 1200
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
_LEAD_WORDS: Final = range(3, 20)
_WORD: Final = re.compile(r"\S+")
_PROSE: Final = re.compile(r"[،؛]\s|[^\W\d]{2}\.\s")
_DIVIDER: Final = re.compile(r"\s?[–—-]\s?|\s?/\s?|\s?\(|:\s|\|\s?")
_PLACE_WORDS: Final = 4
_OUTLET_WORDS: Final = range(2, 4)
_AGE: Final = re.compile(r"(?<!\S)(?:منذ \d+ \w+|منذ (?:ساعة|ساعتين|يومين|يوم)|\d+ [a-z]+ ago)(?!\S)")


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
    found = {*titles, *_dates(head, sorted({*seams, *titles}))}
    found.update(match.start() for match in _byline().finditer(head, 1))
    if dateline is not None:
        found.add(dateline)
    elif found:
        found.update(find_lead(head, max(found)))
    return sorted(found)


def find_lead(text: str, start: int) -> list[int]:
    """Say where the lead begins behind a headline on its line: at a verb of the past, which few headlines have."""
    for number, word in enumerate(islice(_WORD.finditer(text, start), _LEAD_WORDS.stop)):
        if number >= _LEAD_WORDS.start and fold(word.group()) in _verbs():
            return [word.start()]
    return []


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
            cut = head.startswith(_CUT_ENDS, skip)
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
    for begin, end in sorted(spans):
        field = max(_last(seams, begin), last)
        before = head[field:begin].rstrip(_FIELD_EDGES)
        apart = begin - field <= _FIELD_CHARS and "(@" not in head[field:begin] and not head.startswith(_JOINTS, end)
        if not apart or _PROSE.search(before):
            continue
        last = end
        yield begin
        yield end


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
        if starts and (starts[0] or divider.group().strip() != ":"):
            yield starts[0]


def _opens(key: str) -> bool:
    """Say whether datelines open so: with a place, a source, or an outlet's word and its name."""
    words = key.split()
    if not key[-1:].isalpha():
        return False
    outlet = (len(words) in _OUTLET_WORDS and opens_outlet(words[0])) or (len(words) > 1 and ends_outlet(words[1]))
    return names_place(key) or names_source(key) or (outlet and len(words) in _OUTLET_WORDS)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spelt_phrases({'byline'}, words=1)})\s?[:：]")


@cache
def _verbs() -> frozenset[str]:
    """Give the verbs of the past that leads begin with."""
    return lead_verbs() - present_verbs()
