"""Unlabelled names: authors whom no label tells, but what stands right beside their name, or a label behind it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list
from workers.stages.metadata.names.kinds import is_nobody, is_person, may_be_person
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.labels import label_end

_LINE_CHARS: Final = 60
_MINUTES: Final = re.compile(r"\D{0,20}(?:\d{1,2}\s?(?:دقائق|دقيقة|min)|دقيقتان|دقيقتين)(?:\s?\w+){0,2}\W*")
_ACCOUNT: Final = re.compile(r"(?P<name>[^@|:\n]{4,40}?)\s*@\w{2,30}\s*")
_PICTURED: Final = re.compile(r"(?P<source>[A-Za-z][A-Za-z ]{1,30}?)\s?(?P<name>[\u0621-\u064a][^a-zA-Z\n]{4,40})")
_BEHIND: Final = re.compile(
    r"\s*(?P<value>[^\W\dA-Za-z_][^:：\nA-Za-z]{1,40}?)\s?[:：]\s?(?P<label>[A-Za-z]{2,10})(?=\s|\Z)"
)
_STARRED: Final = re.compile(r"\*{1,3}\s?(?P<name>[^*\n]{4,40}?)\s?\*{1,3}")


def names_beside_marks(lines: Iterable[Quote]) -> Iterator[Quote]:
    """Find the names between headline and text that something beside them shows to be the author's.

    Right above stands how long the article takes to read, or on the same line an account or a picture's source.
    """
    for above, line in pairwise([Quote("", None), *lines]):
        if len(line) > _LINE_CHARS:
            continue
        if len(above) <= _LINE_CHARS and _tells_minutes(above) and may_be_person(line.trimmed()):
            yield line.trimmed()
            continue
        match = _ACCOUNT.fullmatch(line) if "@" in line else _PICTURED.fullmatch(line) if line[:1].isascii() else None
        if match is None or not is_person(name := line.part(*match.span("name")).trimmed()):
            continue
        if "@" in line or fold(match["source"]).lower() in _picture_sources():
            yield name


def _tells_minutes(line: str) -> bool:
    return ("دق" in line or "min" in line) and _MINUTES.fullmatch(line) is not None


@cache
def _picture_sources() -> frozenset[str]:
    return frozenset(fold(name).lower() for name in read_list("picture_sources.txt"))


def labelled_behind(lines: Iterable[Quote], field: str) -> Iterator[Quote]:
    """Find the values whose Latin label stands behind them, as in pages turned from left to right: `عادل منير:Author`.

    Args:
        lines: short lines.
        field: `byline`, of which only persons are found, or `credit`, of which no persons are.
    """
    for line in lines:
        for match in _BEHIND.finditer(line) if len(line) <= _LINE_CHARS and line[-1:].isascii() else ():
            if label_end(match["label"], field) != len(match["label"]):
                continue
            value = line.part(*match.span("value")).trimmed()
            if is_person(value) is (field == "byline") and not is_nobody(value):
                yield value


def starred(line: Quote) -> Quote | None:
    """Find the name that fills a line between stars, as some sites sign a text with: `*Suad Hashimi*`; else None."""
    match = _STARRED.fullmatch(line)
    return line.part(*match.span("name")) if match else None
