"""Sources: whose page it is, as far as page and address tell."""

from typing import Final

from schemas.source_profile import SOURCE_CHARS
from workers.markup.addresses import split_address

_PREFIXES: Final = ("www.", "m.", "amp.")


def source_of(source: str | None, url: str | None) -> str | None:
    """Name a page's source: what the page says, else its address's host without `www.`; None where neither tells.

    Nor has it the other names of sites' copies for telephones, `m.` and `amp.`.
    """
    stated = " ".join((source or "").split())
    return (stated.lower() or _host(url or ""))[:SOURCE_CHARS] or None


def _host(url: str) -> str:
    host = split_address(url).hostname or ""
    for prefix in _PREFIXES:
        if "." in (shorter := host.removeprefix(prefix)):
            host = shorter
    return host.strip()
