"""Cuts: parts of one line that are glued together but mean different things."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import Final

from schemas.document import Precision
from workers.arabic.dates import read_stamp_line
from workers.arabic.fold import fold
from workers.lexicon.loader import read_table
from workers.stages.segmentation.features.rows import is_row
from workers.stages.segmentation.lines import RECURRING_CHARS, Line, part_of
from workers.stages.segmentation.parts.credits import find_source
from workers.stages.segmentation.parts.stamps import find_cuts
from workers.stages.segmentation.parts.stuck import end_of_stuck, end_of_title
from workers.stages.segmentation.parts.unbroken import SHORTEST, SHORTEST_ITEM, find_seams
from workers.stages.segmentation.phrases.ages import names_aged
from workers.stages.segmentation.phrases.markers import MARKER_CHARS, MARKERS, label_of, marker_of, spelt_phrases

_SIGN: Final = re.compile(
    r"[—–-]{1,2}\s?[^@]{0,120}\(@\w{1,40}\)"
    r"(?:\s{0,2}(?:[^\W\d_]{3,12}\s\d{1,2}[,،]?\s\d{4}|\d{1,2}\s[^\W\d_]{3,12}[,،]?\s\d{4}))?"
)
_BULLET: Final = re.compile(r"[•●▪■◄►](?<=[\s.!؟…].)\s")
_ITEMS: Final = 3
_ROW_LABEL_CHARS: Final = 25
_FURNITURE: Final = frozenset({"related", "boilerplate"})
_STOPS: Final = frozenset('.!؟…»"”)')
_SHORT_CHARS: Final = 160
_PICTURE_CHARS: Final = 40
_SHORTEST_GLUED: Final = 30
_DAY_CHARS: Final = 2
_MONTH_CHARS: Final = 24
_TIMED_CHARS: Final = 40
"""A weekday, a day with two months' names and a year have no more, nor has a time of day with its zone."""
_CLOCK: Final = re.compile(r"\W{0,2}\d{1,2}:\d\d")
_YEAR: Final = re.compile(r"(?:[^\W\d_]+(?:\s[^\W\d_]+)?\W{1,3})?\d{4}")
"""A year alone or behind its month."""
_FIGURE: Final = re.compile(r"\d")
_LONGEST_PROMO: Final = 160
_ENDING_LETTERS: Final = 2
_ENDING_CHARS: Final = 4
"""They have a mark and a bracket behind them at most."""
_SCENE_AT_END: Final = re.compile(
    r"^\S+(?:\s\S+){2,}?(?:\s|(?<=[^\W\d_]{3})|(?<=[؟!\"]))(?P<scene>(?:جانب|مشهد|لقطة) من [^\s.]+(?: [^\s.]+){0,4})$"
)
"""What a picture shows, in the words of captions, behind a headline: no headline of 6,135 goes on so."""
_BY: Final = "بقلم"
_TITLED_CHARS: Final = 10
_AUTHOR_AT_END: Final = re.compile(
    rf"(?<=[\s.؟!…»”\"])(?P<byline>{_BY}\s?(?:[:：/]|[-–—]\s)\s?[^\W\d_][^:/|]{{4,50}})$"
)
"""Who wrote it, behind a column's title."""
_COLONS: Final = re.compile("[:：](?:.*[:：])?")
_KNOWN_LINES: Final = 8192


def cut_parts(line: Line) -> Iterator[Line]:
    """Cut a line where a glued part begins: a post's signature, bulleted items, a marker, a date stamp.

    Of what is cut before a row of items only the last part is one, and of what is cut behind it only the first. The
    parts are trimmed and together hold all that the line holds. Linear in the line's length.
    """
    known = len(line.text) <= RECURRING_CHARS
    inner = _known_cut(line.text) if known else _cut(line.text, SHORTEST_ITEM if line.item else SHORTEST)
    if not inner:
        yield line
    beside = len(inner) - 1 if not line.glued else 0
    for number, part in enumerate(inner):
        item = line.item and number == beside
        yield Line(line.start + part.start, line.start + part.end, part.text, line.glued or part.glued, item)


def _cut(text: str, unbroken: int = SHORTEST) -> tuple[Line, ...]:
    """Cut a line's text into parts, offsets into it; none if it stays whole, as nearly all do.

    An outlet's name and an age are one label, stuck together or not.

    Args:
        text: the line's text.
        unbroken: from how many characters on it may hold several lines of a page.
    """
    if names_aged(text):
        return ()
    parts: list[Line] = []
    whole = Line(0, len(text), text)
    stretches = _pieces(whole, find_seams(text)) if len(text) >= unbroken else [whole]
    for item in chain.from_iterable(map(_cut_items, stretches)):
        for part in _cut_markers(item):
            if stretches[1:] and names_aged(part.text):
                parts.append(part)
                continue
            parts += _pieces(part, _end_of_sign(part.text) or find_cuts(part.text) or _end_of_stuck(part.text))
    if len(parts) > 1 and _is_one_row(text, parts):
        parts = _pieces(whole, [parts[1].start] if len(parts[0].text) <= _ROW_LABEL_CHARS else [])
    return tuple(parts) if len(parts) > 1 else ()


def _is_one_row(text: str, parts: Sequence[Line]) -> bool:
    """Say whether a line is a row of headlines, in which what looks like a label or a date parts nothing.

    Cuts that part items leave no row behind, and those of a whole page on one line short labels.
    """
    short = (marker_of(part.text) for part in parts[1:] if len(part.text) <= _ROW_LABEL_CHARS)
    if any(marker is not None and marker.cls in _FURNITURE for marker in short):
        return False
    return is_row(text) and any(is_row(part.text) for part in parts)


_known_cut = lru_cache(maxsize=_KNOWN_LINES)(_cut)


def _end_of_sign(text: str) -> list[int]:
    """Say where the signature ends that a line begins with; nowhere, if it begins with none."""
    sign = _SIGN.match(text) if text[0] in "—–-" else None
    return [sign.end()] if sign else []


def _end_of_stuck(text: str) -> list[int]:
    """Say where a label or a source's name ends that the first word behind it is stuck to; nowhere in a short line."""
    end = (end_of_stuck(text) or end_of_title(text)) if len(text) >= _SHORTEST_GLUED else 0
    return [end] if end else []


def join_dates(parts: Sequence[Line], text: str) -> Iterator[Line]:
    """Join a date that stands on several lines into one part: day, month and year, or a day and its time of day."""
    rest = 0
    for number, part in enumerate(parts):
        if rest:
            rest -= 1
        elif len(part.text) <= _TIMED_CHARS and (length := _date_at(parts, number)):
            end = parts[number + length - 1].end
            rest = length - 1
            yield Line(part.start, end, text[part.start : end])
        elif len(part.text) <= _TIMED_CHARS and (cut := _end_of_time(parts, number)):
            below = parts[number + 1]
            rest = 1
            yield Line(part.start, below.start + cut, text[part.start : below.start + cut])
            if behind := part_of(below, cut, len(below.text)):
                yield behind
        else:
            yield part


def _end_of_time(parts: Sequence[Line], number: int) -> int:
    """Say where the time of day ends before a bar below a day alone: `06:05 م | طباعة`; 0 where none does."""
    below = parts[number + 1].text if number + 1 < len(parts) else ""
    if len(below) > _TIMED_CHARS or not _is_clock(below) or not _FIGURE.search(parts[number].text):
        return 0
    end = max(0, below.find("|"))
    return len(below[:end].rstrip()) if end and _is_timed(parts[number].text, below[:end].rstrip()) else 0


def _date_at(parts: Sequence[Line], number: int) -> int:
    """Say over how many parts a date stands from one on; 0 where it begins none, or one on a line."""
    text = parts[number].text
    if len(text) <= _DAY_CHARS:
        return 3 if text.isdigit() and _is_date(parts[number : number + 3]) else 0
    if number + 1 == len(parts):
        return 0
    below = parts[number + 1].text
    if below[-1:].isdigit() and len(below) <= _MONTH_CHARS and _FIGURE.search(text) and _YEAR.fullmatch(below):
        return 2 if _is_dated(text, below) else 0
    apart = _is_clock(text) or (len(below) <= _TIMED_CHARS and _is_clock(below) and _FIGURE.search(text) is not None)
    return 2 if apart and _is_timed(text, below) else 0


def _is_clock(text: str) -> bool:
    """Say cheaply whether a line begins as a time of day does that stands alone."""
    return _CLOCK.match(text) is not None


def _is_dated(first: str, second: str) -> bool:
    """Say whether of two lines the second holds a day's year: `14 أيلول` and `2019`, `السبت 14` and `أيلول 2019`."""
    joined = read_stamp_line(f"{first} {second}")
    whole = len(joined.stamps) == 1 and not joined.rest and not joined.stamps[0].relative
    return whole and all(each.relative for each in read_stamp_line(first).stamps)


def _is_timed(first: str, second: str) -> bool:
    """Say whether of two lines one is a day and the other its time, and nothing else."""
    day = second if _is_clock(first) else first
    alone, joined = read_stamp_line(day), read_stamp_line(f"{first} {second}")
    if len(alone.stamps) != 1 or len(joined.stamps) != 1 or joined.rest or alone.stamps[0].relative:
        return False
    return alone.stamps[0].precision is Precision.DAY and joined.stamps[0].precision is not Precision.DAY


def _is_date(parts: Sequence[Line]) -> bool:
    if len(parts) < 3 or not parts[2].text.isdigit() or len(parts[1].text) > _MONTH_CHARS:  # noqa: PLR2004  # day, month, year
        return False
    return read_stamp_line(" ".join(part.text for part in parts)).mostly


def _pieces(line: Line, cuts: list[int]) -> list[Line]:
    if not cuts:
        return [line]
    spans = zip([0, *cuts], [*cuts, len(line.text)], strict=True)
    return [part for start, end in spans if (part := part_of(line, start, end))]


def _cut_items(line: Line) -> list[Line]:
    """Cut a row of bulleted items."""
    starts = [match.start() for match in _BULLET.finditer(line.text, 1)] if _BULLET.search(line.text, 1) else []
    return _pieces(line, starts) if len(starts) >= _ITEMS - 1 else [line]


def _cut_markers(line: Line) -> list[Line]:
    """Cut where a marker with its colon follows a sentence's end, or stands where no sentence has such words."""
    if len(line.text) < _SHORTEST_GLUED and _STOPS.isdisjoint(line.text[:-1]):
        return [line]
    cuts = {match.start("marker") for match in _after_stop().finditer(line.text, line.text[0] != ".")}
    if source := find_source(line.text):
        cuts.add(source)
    if (
        len(line.text) <= _SHORT_CHARS
        and _may_end_in_picture(line.text)
        and (picture := _picture_at_end().search(line.text, max(0, len(line.text) - _PICTURE_CHARS)))
    ):
        cuts.add(picture.start(picture.lastgroup or 0))
    if (
        _BY in line.text
        and len(line.text) <= _SHORT_CHARS
        and (author := _AUTHOR_AT_END.search(line.text, _TITLED_CHARS))
    ):
        cuts.add(author.start("byline"))
    if ":" in line.text and (colons := _COLONS.search(line.text)):
        glued = _stuck() if len(line.text) <= _SHORT_CHARS else _anywhere()
        near = max(1, colons.start() - MARKER_CHARS)
        cuts |= {match.start("marker") for match in glued.finditer(line.text, near, colons.end())}
    if len(line.text) <= _SHORT_CHARS and " من " in line.text and (scene := _SCENE_AT_END.search(line.text)):
        cuts.add(scene.start("scene"))
    if not cuts:
        return [line]
    for start, end in pairwise([0, *sorted(cuts), len(line.text)]):
        # A label that a whole teaser follows stands for itself; before a headline alone it makes a promo.
        if end - start > _LONGEST_PROMO and (label := label_of("read_also").match(line.text, start, end)):
            cuts.add(label.end())
    return _pieces(line, sorted(cuts))


@cache
def _after_stop() -> re.Pattern[str]:
    phrases = spelt_phrases({"credit", "keywords", "read_also", "stamp"}, words=1)
    open_phrases = spelt_phrases({"keywords", "read_also"}, words=2)
    related = spelt_phrases({"related"}, words=2)
    return re.compile(
        rf"[{''.join(sorted(_STOPS))}]\s{{0,9}}"
        rf"(?P<marker>[(\[]?(?:{phrases})\s?(?:[:：]|\.\.)|(?:{open_phrases})\s|(?:{related})\s?:?$)"
    )


def _may_end_in_picture(text: str) -> bool:
    """Say cheaply whether a line may end in what is said of a picture; hardly any does."""
    return _bare_end(fold(text[-_ENDING_CHARS:])) in _picture_ends()


@cache
def _picture_ends() -> frozenset[str]:
    rows = read_table(MARKERS, ("class", "form", "phrase"))
    return frozenset(_bare_end(fold(text)) for cls, _, text in rows if cls == "caption")


def _bare_end(text: str) -> str:
    return text.rstrip(")]").replace("ة", "ه")[-_ENDING_LETTERS:]


@cache
def _picture_at_end() -> re.Pattern[str]:
    """Match what is said of a picture, such as that it is from the archive, behind a headline."""
    phrases = spelt_phrases({"caption"}, words=2)
    sure = spelt_phrases({"caption"}, words=1, forms=frozenset({"start"}))
    return re.compile(
        rf"(?:\s|(?<=[^\W\d_]{{3}})|(?<=[؟!\"]))(?<![©:،]\s)(?P<picture>[(\[]?(?:{phrases})[)\]]?)$|(?:(?<![©:،])\s|(?<=[^\W\d_]{{3}})(?<!ال))(?P<kind>(?:{sure}))$"
    )


@cache
def _anywhere() -> re.Pattern[str]:
    phrases = spelt_phrases({"keywords", "read_also", "stamp"}, words=2)
    return re.compile(rf"\s(?P<marker>(?:{phrases})\s?[:：])")


@cache
def _stuck() -> re.Pattern[str]:
    """Match a marker of two words and a colon wherever it begins, in mid-word too, but not behind `و` or `ال`."""
    return re.compile(rf"(?<!\bو)(?<!\bال)(?P<marker>(?:{spelt_phrases({'read_also', 'stamp'}, words=2)})\s?[:：])")
