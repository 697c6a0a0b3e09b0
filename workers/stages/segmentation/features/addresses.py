"""Addresses: many articles stand at their day and title, `/2024/05/04/عنوان-الخبر/`, lists at a name, `/tag/الخبر/`."""

import re
from calendar import monthrange
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final
from urllib.parse import parse_qsl, unquote

from workers.markup.addresses import split_address

_WORD: Final = re.compile(r"[^\W_]+")
_ARABIC: Final = re.compile("[\u0621-\u064a]{2}")
_FEWEST: Final = 3
_NAMED_LISTS: Final = frozenset(
    {"tag", "tags", "hashtag", "author", "authors", "writer", "writers", "search", "keyword", "keywords"}
    | {"label", "term", "source", "sources", "وسم", "وسوم", "كاتب", "بحث", "كلمات"}
)
"""Behind these an address names what a page lists, whatever it is: a name may be as long as a title."""
_SECTIONS: Final = frozenset(
    {"category", "categories", "cat", "section", "sections", "topic", "topics"}
    | {"تصنيف", "تصنيفات", "قسم", "أقسام", "الأقسام"}
)
"""Behind these a section is named, and on some sites the section's article."""
_LATEST: Final = frozenset(
    {"latest", "latest-news", "latestnews", "breaking-news", "archive", "archives", "most-read", "all-news"}
)
"""Alone such a name is that of a list of everything."""
_LISTS: Final = _NAMED_LISTS | _SECTIONS | {"archive", "page"}
"""Behind these an address hardly names its article's title."""
_INDEX: Final = re.compile(r"index\.\w{3,4}")
_FEED: Final = re.compile(r"(?:.*/)?(?:rss|feed|atom)\d?(?:\.\w{3,4})?")
"""What readers of feeds call for; nothing stands behind it."""
_ITEMS: Final = "itemlist"
"""Before what Joomla lists."""
_OLDER_POSTS: Final = "updated-max="
"""With it Blogger's search gives whole posts."""
_PAGE_NUMBER: Final = re.compile(rf"\d{{1,4}}|page|{_INDEX.pattern}")
_ARCHIVE: Final = re.compile(r"(?:[a-z]{2}/)?(?:19|20)\d\d(?:/(?:0?[1-9]|1[0-2]))?(?:/page/\d+)?")
"""A year or a month with nothing behind it. Behind a day an article's title may have been cut off."""
_DAY: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<joint>[/-]?)(?P<month>0[1-9]|1[0-2]|(?<=[/-])[1-9])"
    r"(?:(?P=joint)(?P<day>0[1-9]|[12]\d|3[01]|(?<=[/-])[1-9]))?(?!\d)"
)
_DAY_FIRST: Final = re.compile(
    r"(?<!\d)(?P<day>1[3-9]|2\d|3[01])(?P<joint>[/-])(?P<month>0?[1-9]|1[0-2])(?P=joint)(?P<year>(?:19|20)\d\d)(?!\d)"
)
"""A day that can be no month: of earlier ones the address does not say which is which."""
_LONGEST_SECTION: Final = 3
_DEEPEST_SECTION: Final = 2
_DEEPEST_NUMBERED: Final = 4
_ID: Final = re.compile(r"\d{4,}")
_IDENTIFIES: Final = re.compile(r"id$|^(?:a|n|p|t|article|news|story)$")
"""What a parameter with an article's number is called."""
_QUERIES: Final = frozenset({"s", "tag", "cat", "author", "search", "keyword", "keywords"})
_PAGES: Final = frozenset({"page", "paged", "start", "limitstart"})
"""What says of which page of a list, or from which item on."""
_FAR_DOWN: Final = re.compile(r"[3-9][0-9]|[1-9][0-9]{2,5}")
"""So many pages has no article."""
_OTHER_QUERIES: Final = frozenset({"q", "lang", "order", "orderby", "post_type"})


def title_in(url: str | None) -> str | None:
    """Give the words of the title that a page's address ends in; None where it has none, or fewer than three.

    Only Arabic words tell: a title in other letters is a translation or a transcription, and no line of the page.
    """
    segments = _segments(url)
    if not _LISTS.isdisjoint(map(str.lower, segments)):
        return None
    for segment in reversed(segments):
        words = _WORD.findall(segment)
        arabic = [place for place, word in enumerate(words) if _ARABIC.search(word)]
        if len(arabic) >= _FEWEST:
            return " ".join(words[arabic[0] :])
    return None


def day_in(url: str | None) -> str | None:
    """Give the day or month that a page's address holds as ISO 8601, `2024-05-04` of `/2024/05/4/`; None without one.

    It is when the article was first written, or that of its newspaper: of 18 pages of sites that show a date and have
    one in their address both agree on 14, and are two days apart at most on the others. A month alone is a part of the
    path: in a title `2019-10` can be anything.
    """
    path = "/".join(_segments(url))
    for match in chain(_DAY.finditer(path), _DAY_FIRST.finditer(path)):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"] or 0)
        if 0 < day <= monthrange(year, month)[1]:
            return f"{year}-{month:02}-{day:02}"
        if not day and match["joint"] and path[match.start() - 1] == "/" and path[match.end() :][:1] in {"", "/"}:
            return f"{year}-{month:02}"
    return None


def is_list(url: str | None) -> bool:
    """Say whether an address is a list's: of a tag, an author, a search, a section, a month, a feed; a numbered page's.

    A front page's says nothing. A section's may go on with the section's name, and the name of one within it, but with
    no title and no number, nor does a numbered page's have any other.
    """
    segments = whole = [segment.lower() for segment in _segments(url) if segment]
    query = split_address(url or "").query
    if segments == ["search"] and _OLDER_POSTS in query:
        return False
    if _is_known_list(segments) or _is_far_down(query):
        return True
    numbered = "page" in segments[:-1] and segments[-1].isdecimal()
    while segments and _PAGE_NUMBER.fullmatch(segments[-1]):
        segments = segments[:-1]
    for place, segment in enumerate(segments):
        behind = segments[place + 1 :]
        if segment in _NAMED_LISTS and (len(behind) <= 1 or _are_names(behind)):
            return True
        if segment in _SECTIONS and behind:
            return _are_sections(behind)
    return _are_sections(segments) if numbered else _asks_for_list(query, whole)


def _is_known_list(segments: Sequence[str]) -> bool:
    """Say whether a path is that of a year, a month, a feed, or of what publishing systems list."""
    path = "/".join(segments)
    return path in _LATEST or _ITEMS in segments or any(each.fullmatch(path) for each in (_ARCHIVE, _FEED))


def _asks_for_list(query: str, segments: Sequence[str]) -> bool:
    """Say whether a query asks for a page of a section, or for a list at the front page, and for nothing else."""
    asked = {name.lower(): value for name, value in parse_qsl(query)}
    named = [segment for segment in segments if not _INDEX.fullmatch(segment)]
    paths = (value.partition("?")[0] for value in asked.values() if "/" in value)
    if not named and any(is_list(f"/{path}") for path in paths):
        return True
    if any(asked[name].isdecimal() for name in asked.keys() & _PAGES):
        numbers = (name for name, value in asked.items() if name not in _PAGES and value.isdecimal())
        article = any(_IDENTIFIES.search(name) or _ID.fullmatch(asked[name]) for name in numbers)
        return not article and _are_sections(_unnumbered(named), deepest=_DEEPEST_NUMBERED)
    return not named and not _QUERIES.isdisjoint(asked) and asked.keys() <= _QUERIES | _PAGES | _OTHER_QUERIES


def _is_far_down(query: str) -> bool:
    """Say whether a query asks for a page that no article has, and for nothing else that is a number."""
    pages = [(name.lower(), value) for name, value in parse_qsl(query) if value.isdecimal()]
    return bool(pages) and all(name in _PAGES and _FAR_DOWN.fullmatch(value) for name, value in pages)


def _unnumbered(segments: Sequence[str]) -> list[str]:
    """Leave out the short number by which a list is called: `cat/1`, `sources/6`."""
    return [
        segment
        for before, segment in pairwise(["", *segments])
        if not (before in _LISTS and segment.isdecimal() and not _ID.fullmatch(segment))
    ]


@lru_cache(maxsize=2)
def _segments(url: str | None) -> Sequence[str]:
    """Part an address's path; all questions are asked of a page's two addresses, one after the other."""
    return unquote(split_address(url or "").path).split("/")


def _are_sections(segments: Sequence[str], *, deepest: int = _DEEPEST_SECTION) -> bool:
    return len(segments) <= deepest and all(
        len(_WORD.findall(segment)) <= _LONGEST_SECTION and not any(map(str.isdigit, segment)) for segment in segments
    )


def _are_names(segments: Sequence[str]) -> bool:
    """Say whether a named list's address goes on with a section or a number, and the name: `author/261/قيس-الحداد`."""
    first, *names = segments
    return len(names) == 1 and _are_sections(names) and (first.isdecimal() or _are_sections([first]))
