"""A line as the readers of metadata see it: its dates blanked, its marker told from its value."""

import re
from typing import Final

from workers.arabic.dates import Stamp, find_stamps, read_stamp_line, trailing_label
from workers.arabic.fold import fold_aligned, lower
from workers.stages.metadata.names.kinds import canonical_of
from workers.stages.metadata.quote import Quote
from workers.stages.segmentation.phrases.markers import MARKER_CHARS, find_marker

AND: Final = re.compile(r"(?<=\s)و\s?(?=\S)")
"""The waw that joins two names."""
_WORD_BEFORE: Final = re.compile(r"\w+\s\Z")
_WORD_BEHIND: Final = re.compile(r"\s\w+")


def without_stamps(line: Quote) -> Quote:
    """Blank the date stamps of a line with their labels, so that what is left are names."""
    line = line.part(0, trailing_label(line))
    stamps = (stamp for stamp in find_stamps(line) if not (stamp.relative and _is_of_name(line, stamp)))
    return line.masked([(stamp.label_start, stamp.end) for stamp in stamps])


def _is_of_name(line: Quote, stamp: Stamp) -> bool:
    """Whether a day's name is a word of an outlet's: `الإمارات اليوم`, `اليوم 24`."""
    before = _WORD_BEFORE.search(line, 0, stamp.start)
    behind = _WORD_BEHIND.match(line, stamp.end)
    names = [line[before.start() : stamp.end]] if before else []
    names += [line[stamp.start : behind.end()]] if behind else []
    return any(map(canonical_of, names))


def is_bare_date(line: str) -> bool:
    """Whether a line holds dates and their labels, and no other word."""
    read = read_stamp_line(line)
    return bool(read.stamps) and not read.rest


class Value:
    """A line's class by its marker and the value after it, in the page's own spelling."""

    def __init__(self, line: Quote) -> None:
        line = line.stripped(" \t\n|-–—•·،,")
        folded, offsets = fold_aligned(line[: 2 * MARKER_CHARS])
        marker = find_marker(lower(folded)[:MARKER_CHARS] if len(line) > MARKER_CHARS else lower(folded))
        self.cls = marker.cls if marker else None
        """The marker's class, such as `credit`; None where the line begins with no marker."""
        self.text = (line.part(offsets[marker.end]) if marker else line).stripped()
        """What follows the marker, trimmed; the whole line where there is none."""
