"""Addresses, as pages state them: anything may stand in the place of one."""

from typing import Final
from urllib.parse import SplitResult, urlsplit

_NOWHERE: Final = urlsplit("")
_HOST_CHARS: Final = 253
_LABEL_CHARS: Final = 63
"""No name of the DNS is longer (RFC 1035); what a host spells is searched with a time that grows with its length."""


def split_address(url: str) -> SplitResult:
    """Split an address into its parts; those of one that is none, such as `http://[` or a host too long, are empty."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return _NOWHERE
    host = parts.hostname or ""
    is_name = len(host) <= _HOST_CHARS and all(len(label) <= _LABEL_CHARS for label in host.split("."))
    return parts if is_name else _NOWHERE
