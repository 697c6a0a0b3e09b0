"""A line as the readers of metadata see it: folded to compare, cut as the page writes it."""

import re
from functools import cached_property
from typing import Final

from workers.arabic.dates import StampLine, read_stamp_line
from workers.arabic.fold import fold, fold_aligned
from workers.stages.segmentation.markers import find_marker

_EDGES: Final = re.compile(r"^[^\w#(]+|[^\w)!؟?.]+$|\.+$")
_MARKER_CHARS: Final = 80


def key(name: str) -> str:
    """Make the form in which names are compared: folded, lower case, single spaces, no dots between letters."""
    return " ".join(fold(name).lower().replace(".", " ").split())


def trim(name: str) -> str:
    """Trim what is no part of a name: spaces, bullets, dashes, unpaired brackets, full stops."""
    trimmed = _EDGES.sub("", name.strip())
    if trimmed.endswith(")") and "(" not in trimmed:
        trimmed = trimmed[:-1].rstrip()
    if trimmed.startswith("(") and (trimmed.endswith(")") or ")" not in trimmed):
        trimmed = trimmed.removeprefix("(").removesuffix(")").strip()
    return trimmed


def without_stamps(text: str) -> str:
    """Blank the date stamps of a line, so that what is left are names."""
    stamps: StampLine = read_stamp_line(text)
    for stamp in reversed(stamps.stamps):
        text = f"{text[: stamp.start]} | {text[stamp.end :]}"
    return text


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
