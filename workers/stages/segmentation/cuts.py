"""Cuts: parts of one line that are glued together but mean different things."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from schemas.document import Precision
from workers.arabic.dates import Stamp, find_stamps, read_stamp_line
from workers.arabic.fold import fold
from workers.lexicon.loader import read_mapping
from workers.stages.segmentation.lines import Line, part_of
from workers.stages.segmentation.markers import spell, spelt_phrases
from workers.stages.segmentation.names import names_person, names_source

_SIGN: Final = re.compile(
    r"[—–-]{1,2}\s?[^@]{0,120}\(@\w{1,40}\)"
    r"(?:\s{0,2}(?:[^\W\d_]{3,12}\s\d{1,2}[,،]?\s\d{4}|\d{1,2}\s[^\W\d_]{3,12}[,،]?\s\d{4}))?"
)
_BULLET: Final = re.compile(r"[•●▪■◄►](?<=[\s.!؟…].)\s")
_ITEMS: Final = 3
_SOURCE: Final = re.compile(r"[.!؟»\"”]\s{0,3}(?P<source>[(\[/](?P<name>[^()\[\]/]{2,30})[)\]/]\.?)$")
_SOURCE_ENDS: Final = (")", "]", "/", ").", "].", "/.")
_SOURCE_CHARS: Final = 40
_SHORTEST_GLUED: Final = 30
_STAMP_CHARS: Final = 160
_DAY_CHARS: Final = 2
_MONTH_CHARS: Final = 24
_LONGEST_PROMO: Final = 160
_CLOCK: Final = re.compile(r"\d:\d\d")
_DATED: Final = re.compile(r"\d|منذ|قبل|[أا]مس|ago|yesterday")
_NAME_EDGES: Final = " \t\xa0|،,:/–—-"
_NAME_CHARS: Final = 40
_AUTHOR_LINE_CHARS: Final = 120
_SHORTEST_TITLE: Final = 20
_LETTER: Final = re.compile(r"[^\W\d_]")
_TRAIL: Final = re.compile(r"(?:\s{0,2}\(?(?:GMT|UTC|بتوقيت\s\w+)\)?)?[\s|،,–—-]{0,6}")
_LEAD_IN: Final = re.compile(r"[\s|،,–—-]{0,6}$")


def cut_parts(line: Line) -> Iterator[Line]:
    """Cut a line where a glued part begins: a post's signature, bulleted items, a marker, a date stamp.

    The parts are trimmed and together hold all that the line holds. Linear in the line's length.
    """
    for item in _cut_items(line):
        for part in _cut_markers(item):
            if part.text[0] in "—–-" and (sign := _SIGN.match(part.text)):
                yield from _pieces(part, [sign.end()])
            else:
                yield from _cut_stamp(part)


def join_dates(parts: Sequence[Line], text: str) -> Iterator[Line]:
    """Join a date that stands on three lines, day, month and year, into one part."""
    rest = 0
    for number, part in enumerate(parts):
        if rest:
            rest -= 1
        elif len(part.text) <= _DAY_CHARS and part.text.isdigit() and _is_date(parts[number : number + 3]):
            end = parts[number + 2].end
            rest = 2
            yield Line(part.start, end, text[part.start : end])
        else:
            yield part


def _is_date(parts: Sequence[Line]) -> bool:
    if len(parts) < 3 or not parts[2].text.isdigit() or len(parts[1].text) > _MONTH_CHARS:  # noqa: PLR2004  # day, month, year
        return False
    return read_stamp_line(" ".join(part.text for part in parts)).mostly


def _pieces(line: Line, cuts: list[int]) -> list[Line]:
    spans = zip([0, *cuts], [*cuts, len(line.text)], strict=True)
    return [part for start, end in spans if (part := part_of(line, start, end))]


def _cut_items(line: Line) -> list[Line]:
    """Cut a row of bulleted items."""
    starts = [match.start() for match in _BULLET.finditer(line.text, 1)]
    return _pieces(line, starts) if len(starts) >= _ITEMS - 1 else [line]


def _cut_markers(line: Line) -> list[Line]:
    """Cut where a marker with its colon follows a sentence's end, or stands where no sentence has such words."""
    if len(line.text) < _SHORTEST_GLUED:
        return [line]
    cuts = {match.start("marker") for match in _after_stop().finditer(line.text, 1)}
    if line.text.endswith(_SOURCE_ENDS) and (source := _SOURCE.search(line.text, len(line.text) - _SOURCE_CHARS)):
        cuts |= {source.start("source")} if names_source(fold(source["name"]).lower()) else set()
    if ":" in line.text:
        if source := _credit_at_end().search(line.text, max(0, len(line.text) - _SOURCE_CHARS)):
            cuts |= {source.start("source")} if names_source(fold(source["name"]).lower()) else set()
        cuts |= {match.start("marker") for match in _anywhere().finditer(line.text, 1)}
    if not cuts:
        return [line]
    for start, end in pairwise([0, *sorted(cuts), len(line.text)]):
        # A label that a whole teaser follows stands for itself; before a headline alone it makes a promo.
        if end - start > _LONGEST_PROMO and (label := _label("read_also").match(line.text, start, end)):
            cuts.add(label.end())
    return _pieces(line, sorted(cuts))


def _cut_stamp(line: Line) -> list[Line]:
    """Cut a date stamp off what is glued to it, a headline before or after it or the lead.

    Only a stamp that says it is one counts, by its label or its time of day: many headlines end in a bare date.
    """
    text = line.text
    if _label("stamp").match(text):
        head = text[:_STAMP_CHARS]
        ends = [stamp.end for stamp in find_stamps(head)]
        if ends and not read_stamp_line(text).mostly:
            return _pieces(line, [_TRAIL.match(text, ends[-1]).end()])  # type: ignore[union-attr]  # matches nothing too
        return [line]
    if len(text) > _STAMP_CHARS or not _DATED.search(text):
        return [line]
    read = read_stamp_line(text)
    if not read.stamps or (read.mostly and len(read.stamps) == 1 and not read.rest):
        return [line]
    first, last = read.stamps[0], read.stamps[-1]
    if cuts := _around_author(text, first, last):
        return _pieces(line, cuts)
    start = _glued_at(text, first)
    if start and not _LETTER.search(text[last.end :]):
        return _pieces(line, [start])
    if ":" in text and _CLOCK.search(text):
        if len(read.stamps) == 1 and not read.mostly and read.stamps[0].precision is not Precision.DAY:
            return _pieces(line, _around(text, read.stamps[0]))
    return [line]


def _around(text: str, stamp: Stamp) -> list[int]:
    """Where to cut a stamp off that begins or ends a line; nowhere, if it stands in its middle."""
    before, after = text[: stamp.start], text[stamp.end :]
    label = _LEAD_IN.search(before)
    start = label.start() if label else stamp.start
    if not _LETTER.search(after):
        return [start]
    if not _LETTER.search(before[:start]):
        return [_TRAIL.match(text, stamp.end).end()]  # type: ignore[union-attr]  # matches nothing too
    return []


def _around_author(text: str, first: Stamp, last: Stamp) -> list[int]:
    """Where to cut between an author's name, the dates behind it and what follows, such as the time it takes to read."""
    before = text[: first.start]
    day = _weekday_at_end().search(before)
    start = day.start() if day else first.start
    label = _label("byline").match(before)
    name = before[label.end() if label else 0 : start].strip(_NAME_EDGES)
    if not name or len(text) > _AUTHOR_LINE_CHARS:
        return []
    if not names_person(fold(name)) and not (label and len(name) <= _NAME_CHARS):
        return []
    if not _LETTER.search(text[last.end :]):
        return [start]
    return [start, _TRAIL.match(text, last.end).end()]  # type: ignore[union-attr]  # matches nothing too


def _glued_at(text: str, stamp: Stamp) -> int:
    """Say where a date begins that is stuck to a headline's last letter, or is in another script; 0 if none is."""
    day = _weekday_at_end().search(text, 0, stamp.start)
    start = day.start() if day else stamp.start
    if start < _SHORTEST_TITLE:
        return 0
    if text[start - 1].isalpha() and (day or not text[start].isdigit() or not text[start - 1].isascii()):
        return start
    other_script = text[start].isascii() and text[start].isalpha() and not text[:start].isascii()
    return start if other_script else 0


@cache
def _weekday_at_end() -> re.Pattern[str]:
    names = "|".join(sorted((spell(name) for name in read_mapping("weekdays.tsv")), key=len, reverse=True))
    return re.compile(rf"(?:{names})\s?[،,]?\s?$")


@cache
def _after_stop() -> re.Pattern[str]:
    phrases = spelt_phrases({"credit", "keywords", "read_also", "stamp"}, words=1)
    open_phrases = spelt_phrases({"keywords", "read_also"}, words=2)
    related = spelt_phrases({"related"}, words=2)
    return re.compile(
        rf"[.!؟…»\"”)]\s{{0,9}}(?P<marker>[(\[]?(?:{phrases})\s?(?:[:：]|\.\.)|(?:{open_phrases})\s|(?:{related})\s?:?$)"
    )


@cache
def _credit_at_end() -> re.Pattern[str]:
    """Match a credit that ends a line; without a full stop before it, its value must be a known source."""
    return re.compile(rf"\s(?P<source>(?:{spelt_phrases({'credit'}, words=1)})\s?:\s?(?P<name>[^\s:][^:]{{0,30}}))$")


@cache
def _label(cls: str) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{spelt_phrases({cls}, words=1)})\s?[:：]?")


@cache
def _anywhere() -> re.Pattern[str]:
    phrases = spelt_phrases({"keywords", "read_also", "stamp"}, words=2)
    return re.compile(rf"(?:\s|[^\Wو])(?P<marker>(?:{phrases})\s?[:：])")
