"""A line as the readers of metadata see it: its dates blanked, its marker told from its value."""

from functools import cached_property
from typing import Final

from workers.arabic.dates import find_stamps, trailing_label
from workers.arabic.fold import fold_aligned
from workers.stages.metadata.quote import Quote
from workers.stages.segmentation.markers import find_marker

_MARKER_CHARS: Final = 80


def without_stamps(line: Quote) -> Quote:
    """Blank the date stamps of a line with their labels, so that what is left are names."""
    line = line.part(0, trailing_label(line))
    return line.masked([(stamp.label_start, stamp.end) for stamp in find_stamps(line)])


class Value:
    """A line's class by its marker and the value after it, in the page's own spelling."""

    def __init__(self, line: Quote) -> None:
        self._line = line.stripped(" \t\n|-–—•·،,")

    @cached_property
    def _found(self) -> tuple[str | None, Quote]:
        folded, offsets = fold_aligned(self._line[: 2 * _MARKER_CHARS])
        marker = find_marker(folded.lower()[:_MARKER_CHARS] if len(self._line) > _MARKER_CHARS else folded.lower())
        if marker is None:
            return None, self._line
        return marker.cls, self._line.part(offsets[marker.end])

    @property
    def cls(self) -> str | None:
        """The marker's class, such as `credit`; None where the line begins with no marker."""
        return self._found[0]

    @property
    def text(self) -> Quote:
        """What follows the marker, trimmed; the whole line where there is none."""
        return self._found[1].stripped()
