"""A line as the readers of metadata see it: folded to compare, cut as the page writes it."""

import re
from functools import cached_property, lru_cache
from typing import Final

from workers.arabic.dates import find_stamps, trailing_label
from workers.arabic.fold import fold, fold_aligned
from workers.stages.segmentation.markers import find_marker

_AROUND: Final = " \t\r\n\xa0|-–—•·*:؛;،,/\\_~\u200e\u200f"
_PAIRS: Final = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ('"', '"'), ("'", "'"))
_ABBREVIATED: Final = re.compile(r"\.\w\.")
_PAIRED: Final = re.compile("[" + re.escape("".join(map("".join, _PAIRS))) + "]")
_LAYERS: Final = 3
"""How many marks and brackets may lie around one another."""
_MARKER_CHARS: Final = 80
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


def without_stamps(text: str) -> str:
    """Blank the date stamps of a line with their labels, so that what is left are names."""
    text = text[: trailing_label(text)]
    stamps = find_stamps(text)
    starts = [*(stamp.label_start for stamp in stamps), len(text)]
    ends = [0, *(stamp.end for stamp in stamps)]
    return " | ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


class Value:
    """A line's class by its marker and the value after it, in the page's own spelling."""

    def __init__(self, text: str) -> None:
        self._text = text.strip(" \t\n|-–—•·،,")

    @cached_property
    def _found(self) -> tuple[str | None, str]:
        folded, offsets = fold_aligned(self._text[: 2 * _MARKER_CHARS])
        marker = find_marker(folded.lower()[:_MARKER_CHARS] if len(self._text) > _MARKER_CHARS else folded.lower())
        if marker is None:
            return None, self._text
        return marker.cls, self._text[offsets[marker.end] :]

    @property
    def cls(self) -> str | None:
        """The marker's class, such as `credit`; None where the line begins with no marker."""
        return self._found[0]

    @property
    def text(self) -> str:
        """What follows the marker, trimmed; the whole line where there is none."""
        return self._found[1].strip()
