"""Subjects: persons whose names alone on a line look like a byline, and who wrote nothing."""

import re
from bisect import bisect_left
from operator import attrgetter
from typing import Final

from schemas.document import Document
from workers.stages.metadata.names.kinds import is_person
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.labels import label_end
from workers.stages.metadata.readers.line import AND
from workers.stages.metadata.readers.signatures import author_who_writes
from workers.stages.page import Page

_LAST_WORD: Final = re.compile(r"[^\W\d_]{2,}\Z")
_WORD_CHARS: Final = 20


def names_others(page: Page, document: Document, line: Quote) -> bool:
    """Whether the names that fill a line are not the authors'.

    They are a picture's where the headline or a sentence of the text speaks of one of those persons: hardly anybody is
    named in an article of their own. Below an office of the house they are its staff's.
    """
    names = [name.trimmed() for name in line.parted(AND)]
    if not all(map(is_person, names)):
        return False
    return (
        any(_is_headlined(document, name) for name in names)
        or _stands_below_office(page, line)
        or any(_is_spoken_of(page, document, name) for name in names)
    )


def _is_headlined(document: Document, name: str) -> bool:
    headline = document.headline.text if document.headline else ""
    return name in headline and author_who_writes(Quote(headline)) != name


def _stands_below_office(page: Page, line: Quote) -> bool:
    """Whether the line above is an office and no more: `رئيس التحرير`."""
    at = bisect_left(page.segments, line.start or 0, key=attrgetter("start")) - 1
    above = page.text[page.segments[at].start : page.segments[at].end] if at >= 0 else ""
    return 0 < label_end(above, "staff") == len(above)


def _is_spoken_of(page: Page, document: Document, name: Quote) -> bool:
    """Whether a name stands inside a sentence, behind a word that is no byline's label."""
    if not document.paragraphs:
        return False
    start, end = document.paragraphs[0].start, document.paragraphs[-1].end
    at = page.text.find(f" {name}", start, end)
    if at + 1 == name.start:  # where the line itself passed for text
        at = page.text.find(f" {name}", at + 1, end)
    before = _LAST_WORD.search(page.text, max(0, at - _WORD_CHARS), at) if at > 0 else None
    return before is not None and not label_end(before.group(), "byline")
