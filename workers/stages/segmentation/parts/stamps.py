"""Stamps: where a date is glued to a headline, an author's name or the lead."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from schemas.document import Precision
from workers.arabic.dates import Stamp, find_stamps, may_hold_clock, read_stamp_line
from workers.arabic.fold import fold
from workers.arabic.particles import particles
from workers.lexicon.loader import read_mapping
from workers.stages.segmentation.phrases.markers import label_of, marker_of
from workers.stages.segmentation.phrases.names import names_people, names_source

_STAMP_CHARS: Final = 160
_AUTHOR_LINE_CHARS: Final = 120
_READING_CHARS: Final = 30
_NAME_CHARS: Final = 40
_READING: Final = re.compile(r"قراءة|دقيق|\bread\b")
READING_TIME: Final = (
    r"(?:(?:وقت|مدة|زمن) القراءة\s?:?\s?\d{1,2}\s\w{3,7}|أقل من دقيقة(?: للقراءة)?"
    r"|(?:دقيقتان|دقيقة|\d{1,2} \w{3,7})(?: واحدة)? (?:لل)?قراءة|\d{1,2} min(?:ute)?s? read)"
)
"""A pattern of how pages say how long it takes to read them."""
_READING_END: Final = re.compile(rf"(?<=\S)\s+{READING_TIME}$")
_NAMED_DAY: Final = re.compile("(?:أمس|امس|اليوم)$")
_STUCK_DAY: Final = re.compile(r"(?<=[^\W\d_]{3})(?<!بال)أمس$")
_WORD: Final = re.compile(r"\S+")
_NAME_WORDS: Final = range(2, 5)
_NAME_EDGES: Final = " \t\xa0|،,:/–—-"
_SHORTEST_TITLE: Final = 20
_LONG_TITLE: Final = 30
_LEAD_CHARS: Final = 60
_STUCK_YEAR: Final = re.compile(r"\d[^\W\d_]{2}")
_STUCK_LETTERS: Final = 3
"""Fewer letters before a number can be a clitic: و5 جوان."""
_ENDS: Final = frozenset('!؟?"»')
_FIGURE: Final = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9]")
"""Those that folding knows, since a class of so few is searched in half the time of `\\d`."""
_WORDS_BEFORE_FIGURE: Final = 6
"""More stand before no date's first figure: a weekday, the part of the day and the month have two words at most."""
_SET: Final = re.compile(r"(?=.*\d{4}).*[،,(/.-]|\d{1,2}\s\D{3,20}\s\d{4}\Z")
"""A date with a mark in it, or with its year and no weekday: of 6,135 headlines 43 end in a date, none in such."""
_DATED: Final = ("يوم", *map(fold, ("أحداث", "ثورة", "انتفاضة", "ذكرى", "حرب", "انقلاب", "اتفاق")))
"""What days and events are called by their dates with, or what ends in it: `ليوم`, `لأحداث 26 جانفي 1978`."""
_HIJRI: Final = "هـ"
"""Beside a Gregorian date: no headline ends in both."""
_RECENT: Final = re.compile(r"منذ\s\d{1,2}\s(?:دقيق|دقائق|ساع)")
"""No headline of 6,135 says how many hours or minutes ago."""
_STUCK_LABEL: Final = re.compile(r"(?:[^\W\d_]{3}|\s)(?P<label>ن\u064f?شر:?)$")
"""Fewer letters before it make a verb of it: ينشر."""
_UPDATED: Final = re.compile(r"(?:آخر|اخر) تحديث\s?:?\s?\d{1,2}:\d\d(?:\s?[صم])?\W{0,3}")
_AGED: Final = re.compile("منذ|قبل|أمس|امس|ago|yesterday")
_CLOCK: Final = re.compile(r"\d:\d\d")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ZONE: Final = r"(?:\s{0,2}\(?(?:GMT|UTC|بتوقيت\s\w+)\)?|\s{0,2}\(توقيت\s\w+(?:\s\w+)?\))?"
_TRAIL: Final = re.compile(rf"{_ZONE}[\s|،,–—-]{{0,6}}")
_TIED: Final = re.compile(
    rf"{_ZONE}(?:\s?[|–-]\s?(?=(?:آخر|اخر|تم) (?:ال)?تحديث)(?:\w+ \w+\s?:?\s?\d{{1,2}}:\d\d(?!\d)(?:\s[صم]\b)?)?)?"
)
"""What belongs to a date behind it: its zone, and a bar or dash before the time of the last change, with that time."""


def find_cuts(text: str) -> list[int]:
    """Say where to cut a line so that a date stands apart from what is glued to it; nowhere, as a rule.

    A date counts that says it is one, by a label with a colon or its time of day, that stands behind an author's name,
    or that is stuck to a headline's last letter: many headlines end in a bare date.
    """
    if label_of("stamp").match(text):
        stamps = find_stamps(text[:_STAMP_CHARS])
        end = _end_of(text, _last_of(text, stamps)) if stamps else 0
        return [end] if end and (_is_reading(text[end:]) or not read_stamp_line(text).mostly) else []
    figure = _FIGURE.search(text, 0, _STAMP_CHARS)
    if len(text) > _STAMP_CHARS:
        opens = figure is not None and len(text[: figure.start()].split()) <= _WORDS_BEFORE_FIGURE
        return _before_lead(text) if opens else []
    if figure or _AGED.search(text):
        return _beside(text) or (_before_lead(text) if figure and len(text) >= _LEAD_CHARS else [])
    return []


def _beside(text: str) -> list[int]:
    """Where to cut a short line with a figure or an age."""
    if _READING.search(text) and (reading := _READING_END.search(text)):
        return _before_reading(text[: reading.start()])
    read = read_stamp_line(text)
    if not read.stamps and len(text) >= _LONG_TITLE and (day := _STUCK_DAY.search(text)):
        return [day.start()]
    if not read.stamps or (read.mostly and not read.rest):
        return []
    first, last = read.stamps[0], read.stamps[-1]
    if cuts := _between_names(text, first) or _around_author(text, first, last) or _before_glued(text, first, last):
        return cuts
    return [] if read.mostly else _around(text, read.stamps)


def _last_of(text: str, stamps: Sequence[Stamp]) -> int:
    """Say where the stamps end that follow one another with only labels between; the lead may tell of other days."""
    end = stamps[0].end
    for stamp in stamps[1:]:
        if _LETTER.search(text, end, stamp.label_start):
            break
        end = stamp.end
    return end


def _before_lead(text: str) -> list[int]:
    """Where the lead begins on one line with a date before it that has its time of day, or that it is stuck to."""
    beginning = text[:_STAMP_CHARS]
    if not (_STUCK_YEAR.search(beginning) or may_hold_clock(fold(beginning).lower())):
        return []
    stamp = next(iter(find_stamps(beginning)), None)
    if stamp is None or stamp.precision is None or _LETTER.search(text[: begin_of_stamp(text, stamp.start)]):
        return []
    if stamp.precision is not Precision.DAY:
        return [_end_of(text, stamp.end)]
    return [stamp.end] if text[stamp.end : stamp.end + 1].isalpha() else []


def _around(text: str, stamps: Sequence[Stamp]) -> list[int]:
    """Where to cut dates off that begin or end a line; nowhere, if they stand in its middle.

    One without a label or a time of day is cut off a count of readers or a button behind it: `2016-09-20 | طباعة`.
    """
    first, last = stamps[0], _last_of(text, stamps)
    end = _end_of(text, last)
    if not any(_says_so(text, stamp) for stamp in stamps):
        office = None if _LETTER.search(text[: first.label_start]) else marker_of(text[end:])
        return [last] if office is not None and office.cls == "boilerplate" else []
    if not _LETTER.search(text, end):
        return [first.label_start]
    if _LETTER.search(text[: first.label_start]):
        return [first.label_start, end] if _is_reading(text[end:]) else []
    return [end]


def _says_so(text: str, stamp: Stamp) -> bool:
    """Say whether a date has a time of day or a label with a colon."""
    timed = stamp.precision is not Precision.DAY and _CLOCK.search(text, stamp.start, stamp.end)
    return bool(timed) or ":" in text[stamp.label_start : stamp.start]


def _is_reading(text: str) -> bool:
    """Say whether a text tells how long it takes to read the article."""
    return len(text) <= _READING_CHARS and _READING.search(text) is not None


def _before_reading(text: str) -> list[int]:
    """Where to cut what stands before the time that it takes to read the article: mostly an author and a date."""
    stamps = read_stamp_line(text).stamps
    if not stamps:
        named = _NAMED_DAY.search(text)
        return [named.start(), len(text)] if named and named.start() else [len(text)]
    start = begin_of_stamp(text, stamps[0].label_start)
    return [start, len(text)] if start else [len(text)]


def _around_author(text: str, first: Stamp, last: Stamp) -> list[int]:
    """Where to cut between an author, the dates behind the name and what follows, such as the time it takes to read."""
    end = _end_of(text, last.end)
    if _UPDATED.fullmatch(text, end):
        end = len(text)
    after = text[end:]
    if len(text) > _AUTHOR_LINE_CHARS or len(after) > _READING_CHARS or (":" in after and not _is_reading(after)):
        return []
    start = begin_of_stamp(text, first.label_start)
    label = label_of("byline").match(text[:start])
    name = text[label.end() if label else 0 : start].strip(_NAME_EDGES)
    barred = text[:start].rstrip().endswith("|") and len(name) <= _NAME_CHARS and not _LETTER.search(after)
    if names_source(fold(after).lower().strip(_NAME_EDGES)):
        return []  # `الرياض 17 نوفمبر 2025 واس` is a dateline
    if not name or not (barred or _names_authors(name, first) or (label and len(name) <= _NAME_CHARS)):
        return []
    return [start, end] if _LETTER.search(after) else [start]


def _between_names(text: str, first: Stamp) -> list[int]:
    """Where to cut a column's title out that its author's name stands before and behind, and then the date."""
    start = begin_of_stamp(text, first.label_start)
    words = list(_WORD.finditer(text, 0, start))
    for count in _NAME_WORDS:
        name = text[: words[count - 1].end()] if len(words) > 2 * count else ""
        if name and text[words[-count].start() : start].strip() == name and names_people(fold(name).lower()):
            return [words[count].start(), words[-count].start(), start]
    return []


def _names_authors(text: str, stamp: Stamp) -> bool:
    """Say whether a text names nothing but persons, or an outlet; with an age, that would introduce a teaser."""
    key = fold(text).lower()
    return names_people(key) or (names_source(key) and not stamp.relative)


def _before_glued(text: str, first: Stamp, last: Stamp) -> list[int]:
    """Where dates begin that end a line, and are stuck to a headline's last letter, in another script, or several."""
    start = begin_of_stamp(text, first.label_start)
    after = _end_of(text, last.end)
    goes_on = _LETTER.search(text, after) and not _UPDATED.fullmatch(text, after)
    if start < _SHORTEST_TITLE or "(@" in text[:start] or goes_on:
        return []
    latin = text[start].isascii() and (text[start].isalpha() or text[start:].isascii())
    english = latin and _LETTER.search(text, start) is not None and not text[:start].isascii()
    recent = first.relative and start >= _LONG_TITLE and _RECENT.match(text, start) is not None
    labelled = first.labelled and (first.relative or start >= _LONG_TITLE)
    twofold = start >= _LONG_TITLE and _HIJRI in text[start:]
    apart = start >= _LONG_TITLE and first.precision is Precision.DAY and _stands_apart(text, start)
    stuck = text[start - _STUCK_LETTERS : start].isalpha() or text[start - 1] in _ENDS
    return [start] if english or labelled or twofold or recent or apart or stuck or first is not last else []


def _stands_apart(text: str, start: int) -> bool:
    """Say whether no sentence writes a date so, and no word before leads up to it: `ليوم`, `لأحداث`."""
    before = fold(text[:start]).rsplit(None, 1)[-1]
    return _SET.match(text, start) is not None and before not in particles() and not before.endswith(_DATED)


def begin_of_stamp(text: str, start: int) -> int:
    """Say where the name of the day or a label begins that ends right before a date; the date's beginning without one.

    The label is stuck to a name or a headline, or it would be the date's.
    """
    before = text[:start].rstrip(" ،,")
    if label := _STUCK_LABEL.search(before):
        return label.start("label")
    if not before.endswith(_weekdays()):
        return start
    return len(before) - max(len(name) for name in _weekdays() if before.endswith(name))


def end_of_stamp(text: str, end: int) -> int:
    """Say where a date ends with its zone and with the time of the last change behind it, as one line has them."""
    return _TIED.match(text, end).end()  # type: ignore[union-attr]  # matches the empty string


def _end_of(text: str, end: int) -> int:
    """Say where a stamp ends with the zone and the bars behind it."""
    trail = _TRAIL.match(text, end)
    return trail.end() if trail else end


@cache
def _weekdays() -> tuple[str, ...]:
    return tuple(read_mapping("weekdays.tsv"))
