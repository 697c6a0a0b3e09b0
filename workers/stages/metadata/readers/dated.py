"""Dated lines: those that hold a date and, beside it, nothing but what sites put there."""

import re
from typing import Final

from workers.arabic.dates import Purpose, find_stamps
from workers.stages.metadata.names.kinds import is_agency, is_likely_outlet, is_nobody, is_person, is_place
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.bylines import opens_as_byline
from workers.stages.metadata.readers.line import Value, without_stamps
from workers.stages.metadata.readers.outlets import names_sources

_LINE_CHARS: Final = 90
_STAMPS_CHARS: Final = 120
_BAR: Final = re.compile(r"\|")
_ENDS: Final = (".", "؟", "!", "…", ":", "،")
_MARK: Final = re.compile(r"[|/•·>»«()\[\]،,:;]|[\d٠-٩][\d٠-٩.,]*|(?<=\s)[-–—ـ]+|[-–—]+(?=\s)")
_DATELIKE: Final = re.compile(r"\d|منذ|قبل")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_IN: Final = re.compile(r"في\s?")


def carries_date(line: Quote) -> bool:
    """Whether a short line states a date beside sections, counts, names and buttons, and no other words.

    `محليات17/11/2025`, `0 تعليق 3 مشاركة 17/11/2025`, `بتاريخ 17 نوفمبر 2025 بواسطة سعاد الهاشمي في أخبار`.
    """
    if len(line) > _LINE_CHARS or line.endswith(_ENDS) or not _DATELIKE.search(line):
        return False
    stated = any(stamp.purpose is not Purpose.CAPTURED for stamp in find_stamps(line))
    return stated and all(map(_is_furniture, _pieces(line)))


def _pieces(line: Quote) -> list[Quote]:
    """Give the words beside a line's dates and figures."""
    pieces = (piece.stripped() for piece in without_stamps(line).parted(_MARK))
    return [piece for piece in pieces if _LETTERS.search(piece)]


def is_absolute(line: Quote) -> bool:
    """Whether a line states a date that does not depend on when the page was captured."""
    return any(not stamp.relative for stamp in find_stamps(line))


def bylines_beside_dates(line: Quote) -> list[Quote]:
    """Find the bylines between the bars and dates of a line: `17:42 | كتب: سعاد الهاشمي |`.

    Beside nothing but what sites put there a name needs no label.
    """
    if len(line) > _STAMPS_CHARS:
        return []
    alone = carries_date(line)
    parts = (part.stripped() for part in without_stamps(line).parted(_BAR))
    return [part for part in parts if opens_as_byline(part, alone=alone) or (alone and names_sources(part.trimmed()))]


def _is_furniture(piece: Quote) -> bool:
    """Whether words beside a date say nothing of the article but who wrote it, where it is filed, how often read."""
    if piece.isascii() or is_nobody(piece) or opens_as_byline(piece, alone=True):
        return True
    section = _IN.match(piece)
    name = piece.part(section.end()) if section else piece
    if is_person(name) or is_place(name) or is_agency(name) or is_likely_outlet(name):
        return True
    value = Value(name)
    return value.cls == "boilerplate" and not value.text
