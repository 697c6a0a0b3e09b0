"""Lists: pages without an article of their own, as their lines show all together."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workers.arabic.dates import read_stamp_line
from workers.arabic.fold import fold
from workers.stages.segmentation.lines import HEADLINE_CHARS, TEXT_CHARS, Line
from workers.stages.segmentation.markers import MARKER_CHARS, Marker, Shape, find_marker

_TITLE_SPACES: Final = 2
_TITLE_ENDS: Final = (".", "،", ":", "؛")
_CUT_ENDS: Final = ("..", "…")
_PADDING: Final = "….[]()\xa0 "
_BUTTON_CHARS: Final = 30
_FEWEST_CUT: Final = 2
_FEWEST_ALIKE: Final = 3
_FEWEST_TITLES: Final = 6
_BUTTONS: Final = frozenset({"read_also", "boilerplate"})


def are_listed(lines: Sequence[Line]) -> bool:
    """Say whether a page has no article of its own: a list's title or an error says so, or all its lines are a list's.

    Either all its texts are cut off, or each has its headline and date above it or the button below that leads on, or
    there are headlines and no text.
    """
    texts = [place for place, line in enumerate(lines) if len(line.text) >= TEXT_CHARS]
    above = lines[: texts[0] if texts else None]
    if any(map(_says_so, above)) or _are_titles(lines, texts) or _are_cut(lines, texts):
        return True
    if len(texts) < _FEWEST_ALIKE:
        return False
    heads = [lines[last + 1 : place] for last, place in pairwise([-1, *texts])]
    return _go_on(lines, texts, heads) or _are_dated(heads)


def _says_so(line: Line) -> bool:
    marker = _marker(line.text)
    return marker is not None and (
        marker.cls == "error" or (marker.cls == "listing" and marker.shape is not Shape.BARE)
    )


def _are_cut(lines: Sequence[Line], texts: Sequence[int]) -> bool:
    """Say whether all texts but perhaps the last end in dots or a button behind them, below lines of their own.

    Of 6,135 articles none has two paragraphs or more that all end so; columnists write such, but below one line.
    """
    cut = [place for place in texts if _is_cut(lines[place].text)]
    if len(cut) < _FEWEST_CUT or any(place == 0 or len(lines[place - 1].text) >= TEXT_CHARS for place in cut):
        return False
    others = {lines[place].text for place in texts if place not in cut and place != texts[-1]}
    whole = any(len(text) > HEADLINE_CHARS[-1] or text.endswith(".") for text in others)
    return not whole and sum(map(len, others)) <= sum(len(lines[place].text) for place in cut)


def _is_cut(text: str) -> bool:
    """Say whether a text ends in dots, with nothing behind them but a button."""
    dots = max(text.rfind(end, len(text) - _BUTTON_CHARS) for end in _CUT_ENDS)
    if dots < 0:
        return False
    rest = text[dots:].strip(_PADDING)
    return not rest or _marker(rest) is not None


def _go_on(lines: Sequence[Line], texts: Sequence[int], heads: Sequence[Sequence[Line]]) -> bool:
    """Say whether each text has a headline above it and the same button below, which leads to its rest: `اقرأ المزيد`.

    Only the last may lack it; between the paragraphs of an article it would be a promo's label.
    """
    buttons = [lines[place + 1].text if place + 1 < len(lines) else "" for place in texts]
    button = buttons[0]
    if buttons.count(button) < _FEWEST_ALIKE or set(buttons[:-1]) != {button} or not _is_button(button):
        return False
    return all(any(map(_is_title, head)) for head in heads)


def _are_dated(heads: Sequence[Sequence[Line]]) -> bool:
    """Say whether above each text there are a headline and a date, always in one order and alone.

    Of 4,600 composed pages and 445 of sites none with an article has such texts.
    """
    shape = [_part_of_head(line) for line in heads[1]]
    if "title" not in shape or "date" not in shape:
        return False
    first = [_part_of_head(line) for line in heads[0][-len(shape) :]]
    return all(shape == each for each in (first, *([_part_of_head(line) for line in head] for head in heads[2:])))


def _part_of_head(line: Line) -> str:
    if _is_title(line):
        return "title"
    read = read_stamp_line(line.text)
    return "date" if read.mostly and read.stamps else "other"


def _is_button(text: str) -> bool:
    marker = _marker(text)
    return marker is not None and marker.cls in _BUTTONS and marker.shape is Shape.BARE


def _are_titles(lines: Sequence[Line], texts: Sequence[int]) -> bool:
    """Say whether a page has many headlines, no text, and no line that ends as a sentence does."""
    if texts or any(line.text.endswith(".") for line in lines):
        return False
    return sum(map(_is_title, lines)) >= _FEWEST_TITLES


def _is_title(line: Line) -> bool:
    """Say whether a line may be a headline: some words without an end, no date, no marker."""
    text = line.text
    if len(text) not in HEADLINE_CHARS or text.count(" ") < _TITLE_SPACES or text.endswith(_TITLE_ENDS):
        return False
    return _marker(text) is None and not read_stamp_line(text).stamps


def _marker(text: str) -> Marker | None:
    return find_marker(fold(text[:MARKER_CHARS]).lower())
