"""Embedded posts: the network, the account and the date that their attribution gives."""

import re
from functools import cache
from typing import Final

from schemas.embed import Embed, Network
from schemas.segment import Segment, SegmentKind
from workers.arabic.dates import Stamp, find_stamps
from workers.arabic.fold import fold
from workers.lexicon.loader import known_word, read_table
from workers.stages.page import Page

_NETWORKS: Final = "embed_networks.tsv"
_HANDLE: Final = re.compile(
    r"(?<![\w.])@[\u200e\u200f]*(?P<handle>[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)(?![\w@])"
)
"""An account; Arabic sites put marks of direction around it."""
_ENCLOSED: Final = re.compile(r"\(\s*" + _HANDLE.pattern + r"[\s\u200e\u200f]*\)")
_IN_ADDRESS: Final = re.compile(
    r"(?:twitter\.com|\bx\.com|\bt\.me|instagram\.com|facebook\.com|tiktok\.com)/@?"
    r"(?P<handle>(?!(?:p|reel|watch|status|share|i|s)/)[A-Za-z0-9_.]{2,30})/"
)
_ATTRIBUTION: Final = re.compile(r"(?<!\S)[—–-]\s*[^\n]{0,80}\(\s*@")
"""`— name (@handle)`: how X signs what other sites embed."""
_SIGNED_CHARS: Final = 120
"""How far behind its account a post's date stands at most."""


def read_embeds(page: Page) -> tuple[Embed, ...]:
    """Read a page's embedded posts, one a segment of that kind; an attribution belongs to the text above it."""
    posts: list[tuple[int, int]] = []
    for each in page.segments:
        if each.kind is not SegmentKind.EMBED:
            continue
        if posts and _goes_on(page, posts[-1][1], each):
            posts[-1] = (posts[-1][0], each.end)
        else:
            posts.append((each.start, each.end))
    return tuple(_read(page.text, start, end) for start, end in posts)


def _goes_on(page: Page, end: int, segment: Segment) -> bool:
    """Whether an embed is the attribution of the one before it."""
    return not page.text[end : segment.start].strip() and bool(
        _ATTRIBUTION.match(page.text, segment.start, segment.end)
    )


def _read(text: str, start: int, end: int) -> Embed:
    post = text[start:end]
    enclosed = list(_ENCLOSED.finditer(post))
    account = enclosed[-1] if enclosed else _IN_ADDRESS.search(post) or _HANDLE.search(post)
    stamp = _stamp(post[account.end() :][:_SIGNED_CHARS]) if account else _stamp(post[-_SIGNED_CHARS:])
    return Embed(
        start=start,
        end=end,
        network=_network(post),
        handle=account["handle"] if account else None,
        published_at=stamp.value if stamp else None,
        published_precision=stamp.precision if stamp else None,
    )


def _stamp(text: str) -> Stamp | None:
    return next((stamp for stamp in find_stamps(text) if stamp.value is not None and not stamp.relative), None)


def _network(post: str) -> Network:
    folded = fold(post).lower()
    for network, sign in _signs():
        if sign in folded:
            return network
    return Network.X if _ATTRIBUTION.search(post) else Network.OTHER


@cache
def _signs() -> tuple[tuple[Network, str], ...]:
    rows = read_table(_NETWORKS, ("network", "sign"))
    known = [each.value for each in Network]
    return tuple((Network(known_word(_NETWORKS, network, known)), fold(sign).lower()) for network, sign in rows)
