"""Addresses, as pages state them: anything may stand in the place of one."""

from typing import Final
from urllib.parse import SplitResult, urlsplit

_NOWHERE: Final = urlsplit("")


def split_address(url: str) -> SplitResult:
    """Split an address into its parts; those of one that is none, such as `http://[`, are empty."""
    try:
        return urlsplit(url)
    except ValueError:
        return _NOWHERE
