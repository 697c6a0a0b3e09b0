"""Addresses: many sites' pages stand at the title of their article, `/2024/05/04/عنوان-الخبر/`."""

import re
from functools import cache
from typing import Final
from urllib.parse import unquote

from workers.lexicon.loader import read_list
from workers.markup.addresses import split_address

_WORD: Final = re.compile(r"[^\W_]+")
_ARABIC: Final = re.compile("[\u0621-\u064a]{2}")
_FEWEST: Final = 3


def title_in(url: str | None) -> str | None:
    """Give the words of the title that a page's address ends in; None where it has none, or fewer than three.

    Only Arabic words tell: a title in other letters is a translation or a transcription, and no line of the page.
    """
    segments = unquote(split_address(url or "").path).split("/")
    if not _listing_paths().isdisjoint(map(str.lower, segments)):
        return None
    for segment in reversed(segments):
        words = _WORD.findall(segment)
        arabic = [place for place, word in enumerate(words) if _ARABIC.search(word)]
        if len(arabic) >= _FEWEST:
            return " ".join(words[arabic[0] :])
    return None


@cache
def _listing_paths() -> frozenset[str]:
    return frozenset(read_list("listing_paths.txt"))
