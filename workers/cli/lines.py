"""Lines for a terminal: a label at the left, and beside it text that may read from the right."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NoReturn, TextIO

from rich.console import Console
from rich.text import Text

from workers.cli.bidi import MIRRORS, Bidi, is_right_to_left, levels_of, shape, visual_order

LABEL_CELLS: Final = 18
"""Width of the column of labels, at the left edge, where no terminal turns it."""
MIN_TEXT_CELLS: Final = 20
"""Narrower terminals wrap as they like."""

RIGHT_TO_LEFT_ISOLATE: Final = "\u2067"
LEFT_TO_RIGHT_ISOLATE: Final = "\u2066"
POP_ISOLATE: Final = "\u2069"

_MARKS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Terminal(Console):
    """A console that writes texts as they are, and whose reader may leave like any other output's."""

    def __init__(self, stream: TextIO | None = None) -> None:
        super().__init__(file=stream, highlight=False, emoji=False, markup=False)

    def on_broken_pipe(self) -> NoReturn:
        """Say so, in place of ending the process from within."""
        raise BrokenPipeError


def labelled(  # noqa: PLR0913  # what to write, and how
    label: str,
    content: Text | str | None,
    console: Console,
    bidi: Bidi,
    *,
    style: str = "bright_black",
    right_to_left: bool | None = None,
) -> Iterator[Text]:
    """Lay out a label at the left and a text beside it, wrapped; what reads from the right ends at the right edge.

    Wrapped here and not by the terminal: a line that the terminal wraps has lost its isolate.

    Args:
        label: up to 16 cells; shown on the first line.
        content: nothing is laid out without any.
        console: how wide to lay out.
        bidi: how right-to-left text is written.
        style: the label's.
        right_to_left: which way the text reads; None asks its letters.
    """
    if not content:
        return
    text = Text(content) if isinstance(content, str) else content
    cells = max(MIN_TEXT_CELLS, console.width - LABEL_CELLS - 1)
    from_right = is_right_to_left(text.plain) if right_to_left is None else right_to_left
    for number, wrapped in enumerate(text.wrap(console, cells)):
        wrapped.rstrip()
        line = Text(f"{'' if number else label:<{LABEL_CELLS - 2}}", style=style)
        padding = " " * max(0, cells - wrapped.cell_len) if from_right else ""
        yield Text.assemble(line, ("│ ", "bright_black"), padding, written(wrapped, bidi, right_to_left=from_right))


def written(line: Text, bidi: Bidi, *, right_to_left: bool) -> Text:
    """Prepare one line, already wrapped, for a terminal; styles stay with their characters.

    Args:
        line: the line in logical order, without a line break.
        bidi: how to write it.
        right_to_left: which way its paragraph reads.
    """
    if bidi is Bidi.PLAIN:
        return line
    if bidi is Bidi.ISOLATE:
        if not any(unicodedata.bidirectional(char) in {"R", "AL", "AN"} for char in line.plain) and not right_to_left:
            return line
        # a stray mark within would end the isolate too early, and the line's neighbours would turn
        first = RIGHT_TO_LEFT_ISOLATE if right_to_left else LEFT_TO_RIGHT_ISOLATE
        return Text.assemble(first, _without_marks(line), POP_ISOLATE)
    return _reordered(_without_marks(line), right_to_left=right_to_left)


def _without_marks(line: Text) -> Text:
    if not _MARKS.search(line.plain):
        return line
    kept = Text()
    for at, char in enumerate(line.plain):
        if not _MARKS.match(char):
            kept.append_text(line[at])
    return kept


def _reordered(line: Text, *, right_to_left: bool) -> Text:
    shaped = shape(line.plain)
    levels = levels_of(line.plain, right_to_left=right_to_left)
    visual = Text()
    for at in visual_order(line.plain, levels):
        char = shaped[at]
        if levels[at] % 2:
            char = MIRRORS.get(char, char)
        if char:
            styles = [span.style for span in line.spans if span.start <= at < span.end]
            cell = Text(char)
            for style in styles:
                cell.stylize(style)
            visual.append_text(cell)
    return visual
