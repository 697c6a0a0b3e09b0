"""Signatures: the authors whom headlines name."""

import re
from collections.abc import Iterable
from typing import Final

from workers.stages.metadata.names.honorifics import without_title
from workers.stages.metadata.names.kinds import is_person
from workers.stages.metadata.quote import Quote

_WRITES: Final = re.compile(
    r"(?:د\s?[./]\s?)?(?P<name>[^:\n.،|]{4,50}?)\s(?:يكتب|تكتب)(?:\s[^:\n.،|]{1,20})?\s*(?:[:|]|\.\.)"
)
_WROTE: Final = re.compile(r"كتبت?\s(?P<name>[^:\n.،|]{4,50}?)\s?:")
_SURNAME: Final = re.compile(r"(?P<name>[^\W\d_]+)\s(?:يكتب|تكتب)\b")
_SIGNED: Final = re.compile(
    r"\s(?:بقلم\s?[:/-]?|(?:كتبت?|[إا]عداد|حوار|حاور(?:ه|ها|ته|تها)|ترجمة)\s?[:/])\s?"
    r"(?:د\s?[./]\s?)?(?P<name>[^:\n.،|]{4,50})$"
)
_WRITING: Final = "كتب"
"""What both verbs hold."""
_WORD: Final = re.compile(r"\S+")
_MOST_TITLE_WORDS: Final = 3


def author_who_writes(title: Quote) -> Quote | None:
    """Find the author whom a title names: `سعاد الهاشمي تكتب: عن البحر`, `عن البحر .. بقلم سعاد الهاشمي`; else None.

    `كتبت سعاد الهاشمي: عن البحر` does so as well.
    """
    if signed := _SIGNED.search(title):
        name = title.part(*signed.span("name")).trimmed()
        return without_title(name) if is_person(name) else None
    if wrote := _WROTE.match(title):
        name = without_title(title.part(*wrote.span("name")).trimmed())
        return name if is_person(name) else None
    writes = _WRITES.match(title) if _WRITING in title else None
    if not writes:
        return None
    words = [word.start() for word in _WORD.finditer(title, 0, writes.end("name"))]
    # Titles, which are no part of the name, may stand before it.
    names = (title.part(start, writes.end("name")) for start in words[:_MOST_TITLE_WORDS])
    return next((without_title(name) for name in names if is_person(name)), None)


def names_by_surname(title: str, lines: Iterable[Quote]) -> list[Quote]:
    """Find the lines that are the full name of the author whom a title calls by the surname: `الهاشمي تكتب: ...`."""
    writes = _SURNAME.match(title) if _WRITING in title else None
    if not writes:
        return []
    return [line for line in lines if line.trimmed().endswith(f" {writes['name']}") and is_person(line.trimmed())]
