"""Notices: what a site tells its readers about itself in whole sentences."""

from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.lexicon.loader import read_table

_CHARS: Final = range(20, 500)
_NEITHER: Final = "-"


def is_notice(text: str) -> bool:
    """Say whether a line is about cookies, comments, channels or subscriptions, and speaks to the site's readers."""
    if len(text) not in _CHARS:
        return False
    for subjects, addresses in _notices():
        for subject in subjects:
            if subject in text and (not addresses or _speaks(fold(text), addresses)):
                return True
    return False


def _speaks(folded: str, addresses: tuple[str, ...]) -> bool:
    return any(address in folded for address in addresses)


@cache
def _notices() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = read_table("notices.tsv", ("about", "to the reader"))
    return tuple(
        (tuple(about.split("|")), () if said == _NEITHER else tuple(map(fold, said.split("|")))) for about, said in rows
    )
