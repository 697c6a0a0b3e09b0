"""Lines: a page's text cut into the pieces that are judged one by one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_LINE: Final = re.compile(r"\S(?:[^\n\r]*\S)?")
_WIDE_GAP: Final = re.compile(r"[ \t\xa0]{3,}")
_TICKER_ITEMS: Final = 3
_SURE_ITEMS: Final = 2
_TICKER_ITEM_CHARS: Final = 130
RECURRING_CHARS: Final = 110
"""Labels, menus, credits and the headlines of a site's lists recur from page to page, so what was found in lines up to
this length is remembered; what is longer is mostly read once."""

TEXT_CHARS: Final = 60
"""99 of 100 paragraphs are as long, and hardly a menu's line."""
HEADLINE_CHARS: Final = range(15, 131)
"""The longest of 6,135 headlines has 106 characters."""
_CLOSERS: Final = "\"'»”’)]"
_ENDS: Final = (".", ",", "،", ":", "؛", "…")


class Line(NamedTuple):
    """A trimmed piece of the page, `text == page.text[start:end]`; never empty.

    No line end is in it, unless a date stands on several lines.

    `glued` says that the piece before it stands on the same line; `item`, that the line is a row of items.
    """

    start: int
    end: int
    text: str
    glued: bool = False
    item: bool = False


def cut_lines(text: str) -> Iterator[Line]:
    """Cut a page at its line ends (LF, CR or both), and rows of items with wide gaps between them at the gaps."""
    wide = "   " in text or "\xa0" in text or "\t" in text
    for match in _LINE.finditer(text):
        line = Line(match.start(), match.end(), match.group())
        if wide and _WIDE_GAP.search(line.text):
            yield from _cut_row(line)
        else:
            yield line


class Spans:
    """Stretches of a line, each from a beginning to an end, offsets into it; asked in logarithmic time."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Order the stretches; those that overlap count as one."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def cover(self, place: int) -> bool:
        """Say whether a place lies in a stretch, its beginning included."""
        number = bisect_right(self._starts, place)
        return number > 0 and place < self._ends[number - 1]

    def cross(self, place: int) -> bool:
        """Say whether a place lies in a stretch but is neither its beginning nor its end."""
        number = bisect_left(self._starts, place)
        return number > 0 and place < self._ends[number - 1]


def may_be_title(text: str) -> bool:
    """Say whether a line is as long as headlines are and does not end as sentences do."""
    return len(text) in HEADLINE_CHARS and not text.rstrip(_CLOSERS).endswith(_ENDS)


def part_of(line: Line, start: int, end: int) -> Line | None:
    """Give the trimmed part of a line between two offsets into it; none where it holds only space."""
    part = line.text[start:end]
    text = part.strip()
    if not text:
        return None
    begin = line.start + start + len(part) - len(part.lstrip())
    return Line(begin, begin + len(text), text, line.glued or start > 0, line.item)


def _cut_row(line: Line) -> Iterator[Line]:
    parts = [
        part_of(line._replace(item=True), gap_end, next_gap)
        for gap_end, next_gap in zip(
            [0, *(gap.end() for gap in _WIDE_GAP.finditer(line.text))],
            [*(gap.start() for gap in _WIDE_GAP.finditer(line.text)), len(line.text)],
            strict=True,
        )
    ]
    items = [part for part in parts if part]
    if len(items) < (_SURE_ITEMS if "\xa0\xa0\xa0" in line.text else _TICKER_ITEMS) or len(
        line.text
    ) > _TICKER_ITEM_CHARS * len(items):
        yield line
    else:
        yield from items
