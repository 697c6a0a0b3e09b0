"""Spelling: the form in which names are compared, and where a name ends and what stands around it begins."""

import re
from functools import lru_cache
from typing import Final

from workers.arabic.fold import fold

_AROUND: Final = " \t\r\n\xa0|-–—•·*:؛;،,/\\_~\u200e\u200f"
_PAIRS: Final = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("”", "”"), ('"', '"'), ("'", "'"))
_ABBREVIATED: Final = re.compile(r"\.\w\.")
_PAIRED: Final = re.compile("[" + re.escape("".join(map("".join, _PAIRS))) + "]")
_LAYERS: Final = 3
"""How many marks and brackets may lie around one another."""
_NAME_CHARS: Final = 60
"""Of a longer text only one question is asked, so that its key is not kept."""
_KNOWN_NAMES: Final = 4096


def key(name: str) -> str:
    """Make the form in which names are compared: folded, lower case, single spaces, no dots between letters."""
    return _known_key(name) if len(name) <= _NAME_CHARS else _key(name)


def _key(name: str) -> str:
    return " ".join(fold(name).lower().replace(".", " ").split())


_known_key = lru_cache(maxsize=_KNOWN_NAMES)(_key)


def trim(name: str) -> str:
    """Trim what is no part of a name: spaces, bullets, dashes, full stops, and brackets around it or without a pair."""
    for _ in range(_LAYERS):
        before = name
        name = name.strip(_AROUND)
        if not _ABBREVIATED.fullmatch(name[-3:]):
            name = name.rstrip(".")
        if _PAIRED.search(name):
            for opening, closing in _PAIRS:
                name = _unpaired(name, opening, closing)
        if name == before:
            break
    return name


def _unpaired(name: str, opening: str, closing: str) -> str:
    if name.startswith(opening) and name.find(closing, 1) in {-1, len(name) - 1}:
        name = name[1:].removesuffix(closing)
    if name.endswith(closing) and opening not in name[:-1]:
        name = name[:-1]
    return name
