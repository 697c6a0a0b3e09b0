"""Titles: the site's name that a page's title carries beside the article's own."""

import re
from collections.abc import Collection, Sequence
from typing import Final

_MARK: Final = re.compile(r"\s*[|»«:·•]{1,2}\s+|\s+[-–—]+\s+")
"""What parts a title's pieces."""
_MOST_WORDS: Final = 5


def site_of(titles: Sequence[str], authors: Collection[str]) -> str | None:
    """Find the name that a title has beside another title's words, at its end or its beginning.

    What stands beside a headline can be a part of it; it counts where another title does without it, or where the page
    names it as author too. Of `headline - section - name` it is the outermost piece.

    Args:
        titles: the article's titles as the page states them in several places.
        authors: whom the page names as authors; some sites name themselves.
    """
    for title in titles:
        pieces = [piece.strip() for piece in _MARK.split(title)]
        if len(pieces) < 2:  # noqa: PLR2004  # a title and a name
            continue
        for name, rest in ((pieces[-1], title[: -len(pieces[-1])]), (pieces[0], title[len(pieces[0]) :])):
            if _is_name(name) and (name in authors or any(_is_within(other, rest) for other in titles)):
                return name
    return None


def without_site(title: str, names: Collection[str]) -> str:
    """Take the site's name, and the mark that parts it, off either end of a title."""
    marks = list(_MARK.finditer(title))
    if marks and title[marks[-1].end() :] in names:
        return title[: marks[-1].start()].rstrip()
    if marks and title[: marks[0].start()] in names:
        return title[marks[0].end() :].lstrip()
    return title


def _is_within(title: str, rest: str) -> bool:
    return rest.startswith(title) or rest.endswith(title)


def _is_name(piece: str) -> bool:
    return len(piece.split()) <= _MOST_WORDS and any(map(str.isalpha, piece)) and not any(map(str.isdigit, piece))
