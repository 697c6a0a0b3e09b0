"""Names and tags out of attributes and scripts: decoded, bounded, never empty."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Final

from workers.markup.addresses import split_address

MOST_NAMES: Final = 100
"""More authors or tags than any article has."""
_MOST_CHARS: Final = 500
_DELIMITERS: Final = re.compile(r"[,،;؛|\n]")


def clean(value: str) -> str | None:
    """Decode what sites escape twice and make spaces single; None where nothing is left, or more than a name has."""
    if len(value) > _MOST_CHARS:
        return None
    return " ".join(unescape(value).encode("utf-8", "replace").decode().split()) or None


def cut_tags(value: str) -> Iterator[str]:
    """Cut a list of tags at commas, semicolons and bars."""
    tags = (tag for part in _DELIMITERS.split(unescape(value)) if (tag := clean(part)))
    return islice(tags, MOST_NAMES)


def host_labels(url: str) -> list[str]:
    """Cut an address's host into what stands between its dots, lower case; nothing of what is no address."""
    host = split_address(url).hostname
    return host.split(".") if host else []
