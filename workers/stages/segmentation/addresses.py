"""Addresses: many sites' pages stand at the title of their article, `/2024/05/04/عنوان-الخبر/`."""

import re
from typing import Final
from urllib.parse import unquote

from workers.markup.addresses import split_address

_WORD: Final = re.compile(r"[^\W_]+")
_ARABIC: Final = re.compile("[\u0621-\u064a]{2}")
_FEWEST: Final = 3
_LISTS: Final = frozenset(
    {"tag", "tags", "category", "categories", "section", "topic", "topics", "author", "authors", "search", "keyword"}
    | {"keywords", "label", "archive", "page", "وسم", "وسوم", "تصنيف", "قسم", "أقسام", "كاتب", "بحث", "كلمات"}
)
"""Behind these an address names what a page lists, and no article."""


def title_in(url: str | None) -> str | None:
    """Give the words of the title that a page's address ends in; None where it has none, or fewer than three.

    Only Arabic words tell: a title in other letters is a translation or a transcription, and no line of the page.
    """
    segments = unquote(split_address(url or "").path).split("/")
    if not _LISTS.isdisjoint(map(str.lower, segments)):
        return None
    for segment in reversed(segments):
        words = _WORD.findall(segment)
        arabic = [place for place, word in enumerate(words) if _ARABIC.search(word)]
        if len(arabic) >= _FEWEST:
            return " ".join(words[arabic[0] :])
    return None
