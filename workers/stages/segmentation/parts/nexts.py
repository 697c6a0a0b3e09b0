"""Nexts: where the next article begins on a line that holds a whole page, below an outlet and an age or nothing."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from workers.arabic.dates import find_stamps
from workers.arabic.fold import fold
from workers.stages.segmentation.features.topics import are_strange, stems_of
from workers.stages.segmentation.parts.retold import find_retold
from workers.stages.segmentation.parts.stamps import end_of_stamp
from workers.stages.segmentation.phrases.markers import Shape, find_marker
from workers.stages.segmentation.phrases.names import end_of_source, names_desk, names_source

STOP: Final = r"[.!؟…][»\"”)\]]?\s{1,3}"
"""How a sentence ends inside a line."""

_ARABIC_AGE: Final = r"(?:منذ\s(?:\d+\s)?\w+|قبل\s(?:\d+\s\w+|يومين|ساعتين|ساعة|يوم))(?:\sواحدة?(?!\w))?"
_ENGLISH_AGE: Final = r"\d+\s[a-z]+\sago"
_AGE: Final = re.compile(rf"(?<=\s|[^\W\d_])(?:{_ARABIC_AGE}|{_ENGLISH_AGE})(?=\s)")
_AGED_NAME: Final = re.compile(
    rf"(?:(?P<stop>{STOP})|\s)(?P<label>(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{0,3}}?)(?P<gap>\s-\s|\s|)"
    rf"(?:{_ARABIC_AGE}|(?P<english>{_ENGLISH_AGE})))\Z"
)
_AGED_NAME_CHARS: Final = 80
_YESTERDAY: Final = "أمس "
_STUCK_DAY: Final = re.compile(rf"(?:{STOP})(?P<label>(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{0,3}}?)أمس)(?=\s)")
_WORD: Final = re.compile(r"\S+")
_END: Final = re.compile(STOP)
_LEAST_RETOLD: Final = 3
_LEAST_ABOVE: Final = 200
_TAGS: Final = re.compile(r"(?:#\w+\s+)++")
_NAME_CHARS: Final = 40
_NAME_WORDS: Final = 4
_PROSE: Final = re.compile(r"[^\W\d_]{2}[.؟!][»\"”)\]]?\s")


class Next(NamedTuple):
    """The next article: its headline at `start`, and all `seams` from the source's name above it down to its lead."""

    start: int
    seams: tuple[int, ...]


def find_named(text: str) -> Iterator[tuple[int, int]]:
    """Find what an aggregator writes above its next article: an outlet and an age, stuck together or not."""
    if "منذ" not in text and "ago" not in text and _YESTERDAY not in text:
        return
    for day in _STUCK_DAY.finditer(text) if _YESTERDAY in text else ():
        if names_source(fold(day["name"]).lower()):
            yield day.span("label")
    for age in _AGE.finditer(text):
        match = _AGED_NAME.search(text, max(0, age.start() - _AGED_NAME_CHARS), age.end())
        if match is None:
            continue
        dash, stuck = match["gap"] == " - ", not match["gap"]
        if match["stop"] and (dash or stuck or match["english"]):
            yield match.span("label")
        elif match["stop"] or dash or stuck:
            starts = [word.start() for word in _WORD.finditer(text, *match.span("name"))]
            for start in starts if dash or stuck else starts[:1]:
                if end_of_source(text[: match.end("name")], start) == match.end("name"):
                    yield start, match.end("label")
                    break


def find_nexts(text: str, labels: Sequence[tuple[int, int]]) -> Iterator[Next]:
    """Find articles, strange to all above, whose lead tells the words of what follows a sentence's or credit's end.

    A known source's name may stand between, which is the credit of what is above.

    Args:
        text: the line.
        labels: where labels begin, and where credits end; 0 for other labels.
    """
    begin = 0
    taken = {start for start, _ in labels}
    tags = [tag.end() for tag in _TAGS.finditer(text) if not text.startswith("#", tag.end())] if "#" in text else []
    stops = [stop.end() for stop in _END.finditer(text, _LEAST_ABOVE)]
    told = _end_of_prose(text, begin)
    for first in sorted({*stops, *tags, *(end for _, end in labels if end)}):
        if first <= begin or first in taken or first >= len(text) or first < told:
            continue
        start = end_of_known(text, first) or first
        lead = find_retold(text, start)
        fields = list(_fields(text, start, lead))
        # No sentence has a date right behind what reads as a headline.
        lead = lead if fields else find_retold(text, start, _LEAST_RETOLD)
        if lead and are_strange(stems_of(text[start:lead]), stems_of(text[begin : begin + 2 * _LEAST_ABOVE])):
            yield Next(first, (first, start, *fields, lead))
            begin = start
            told = _end_of_prose(text, begin)


def _end_of_prose(text: str, start: int) -> int:
    """Say where the first sentence of prose ends from a place on; behind the text if none does."""
    prose = _PROSE.search(text, start)
    return prose.end() if prose else len(text) + 1


def end_of_known(text: str, start: int) -> int:
    """Say where a known source's or a desk's name ends that begins at a place; 0 if none does."""
    words = list(_WORD.finditer(text, start, start + _NAME_CHARS))[:_NAME_WORDS]
    for word in reversed(words):
        key = fold(text[start : word.end()]).lower()
        if names_source(key) or names_desk(key) or _signs_off(key):
            return word.end()
    return 0


def _signs_off(key: str) -> bool:
    marker = find_marker(key)
    return marker is not None and marker.cls == "sign_off" and marker.shape is Shape.BARE


def _fields(text: str, start: int, lead: int) -> Iterator[int]:
    """Say where dates begin and end between a headline and its lead."""
    head = text[start:lead]
    for stamp in find_stamps(head):
        yield from (start + stamp.label_start, start + end_of_stamp(head, stamp.end))
