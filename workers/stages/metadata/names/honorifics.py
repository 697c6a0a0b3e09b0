"""Honorifics: the titles before an author's name, which are no part of it."""

import re
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.lexicon.loader import read_table
from workers.stages.metadata.names.kinds import is_person
from workers.stages.metadata.quote import Quote

_ABBREVIATED: Final = re.compile(r"(?:[أادم]\s?[./]\s?){1,2}(?=[^\W\d_]{2,}\s[^\W\d_])")
"""A doctor's, a teacher's, an engineer's. Before a single word it may be a name's initial: `م. بوزيدي`."""
_MOST_TITLES: Final = 3
_NAMES_TOO: Final = frozenset({"السيد", "الشيخ", "الامير", "الحاج", "الشاب", "الرايد"})
"""Titles that people are called by."""


def without_title(name: Quote) -> Quote:
    """Leave out the titles before a person's name: `د. سعاد الهاشمي`, `الكاتب الصحفي كريم منصور`."""
    for _ in range(_MOST_TITLES):
        abbreviated = _ABBREVIATED.match(name)
        first, _, rest = name.partition(" ")
        if abbreviated:
            name = name.part(abbreviated.end())
        elif rest and is_title(first.rstrip("/:")) and _may_follow(rest):
            name = name.part(len(first)).stripped()
        else:
            break
    return name


def is_title(word: str) -> bool:
    """Whether a word is a title with the article, as before a name, or a title's abbreviation: `المستشار`, `د`."""
    return fold(word) in _titles()


def _may_follow(rest: str) -> bool:
    first = rest.partition(" ")[0]
    return is_person(rest) or is_title(first) or _ABBREVIATED.match(rest) is not None


@cache
def _titles() -> frozenset[str]:
    rows = read_table("titles.tsv", ("title", "what may follow"))
    return frozenset({f"ال{fold(title)}" for title, _ in rows} - _NAMES_TOO | {"د", "ا.د"})
