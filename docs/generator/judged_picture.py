"""docs/judged-page.svg: the parts of one page against all states, and the row of states that was chosen.

An SVG with its own ground and colours for light and for dark surroundings. The text stands at the right, as on the
page; kinds have the colours of `khabar enrich --pretty`.
"""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Final

from docs.generator.judged_page import Judged, judged_parts
from schemas.segment import SegmentKind
from workers.cli.pretty import KIND_STYLES
from workers.stages.segmentation.states import STATES

_COLUMN: Final = 14
_ROW: Final = 42
_LEFT: Final = 20
_TOP: Final = 100
_TEXT: Final = 300
_MARGIN: Final = 20
_LEGEND: Final = 40
_SPAN: Final = 8.0
"""So many nats below a part's best state a state's cell is empty."""
_FAINT: Final = 0.04
_WORDS: Final = (
    "stronger cell: more of the part's features and surroundings speaks for the state; "
    "line: the states chosen, when their order had its say"
)

_COLOURS: Final = {
    "": ("#24292f", "#d8dee4"),
    "bright_white": ("#000000", "#ffffff"),
    "bright_black": ("#6e7781", "#8b949e"),
    "yellow": ("#7d5e00", "#d4a72c"),
    "bright_yellow": ("#9a6700", "#f2cc60"),
    "magenta": ("#6f3fb5", "#b58bf0"),
    "bright_magenta": ("#b3247e", "#f778ba"),
    "blue": ("#0a54ad", "#6cb0ff"),
    "bright_blue": ("#0969da", "#8cc4ff"),
    "cyan": ("#1b6f7a", "#56c8d4"),
    "bright_cyan": ("#0f7c8a", "#7ee3ee"),
    "green": ("#1a7f37", "#57d364"),
}
"""A terminal's colours on a light and on a dark ground."""
_GROUNDS: Final = (("#ffffff", "#24292f", "#57606a", "#4b5f7a"), ("#0d1117", "#d8dee4", "#9198a1", "#9fb4d4"))
"""Ground, text, small text and heat, on light and on dark."""


def judged_picture() -> str:
    """Draw the picture."""
    parts = judged_parts()
    width = _LEFT + _COLUMN * len(STATES) + _TEXT + _MARGIN
    height = _TOP + _ROW * len(parts) + _LEGEND
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title">',
        '<title id="title">A page\'s parts, how much speaks for each state, and the states chosen</title>',
        _style(),
        f'<rect class="ground" width="{width}" height="{height}"/>',
        *_heads(_TOP + _ROW * len(parts)),
        *_path(parts),
        *(line for number, part in enumerate(parts) for line in _row(number, part, width - _MARGIN)),
        f'<text class="small" x="{_LEFT}" y="{height - 14}">{_WORDS}</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _style() -> str:
    return f"<style>\n{_rules(0)}\n@media (prefers-color-scheme: dark) {{\n{_rules(1)}\n}}\n</style>"


def _rules(ground: int) -> str:
    back, text, small, heat = _GROUNDS[ground]
    rules = [
        f".ground {{ fill: {back}; }}",
        f".heat {{ fill: {heat}; }}",
        f".grid {{ stroke: {small}; stroke-opacity: 0.18; }}",
        f".path {{ fill: none; stroke: {text}; stroke-width: 1.5; stroke-opacity: 0.55; }}",
        f".small {{ fill: {small}; font: 10px sans-serif; }}",
        f".ring {{ stroke: {back}; stroke-width: 2; }}",
        ".line { font-family: 'Noto Naskh Arabic', 'Geeza Pro', 'Segoe UI', sans-serif; font-size: 15px; }",
    ]
    for kind, style in KIND_STYLES.items():
        *looks, colour = style.split() or [""]
        weight = "; font-weight: bold" if "bold" in looks else ""
        slant = "; font-style: italic" if "italic" in looks else ""
        rules.append(f".{kind.value} {{ fill: {_COLOURS[colour][ground]}{weight}{slant}; }}")
    return "\n".join(rules)


def _heads(bottom: int) -> list[str]:
    """Write the states' names above their columns, from the bottom up, and the columns' lines."""
    lines = []
    for number, state in enumerate(STATES):
        x = _centre(number)
        lines.append(f'<path class="grid" d="M{x} {_TOP}V{bottom}"/>')
        lines.append(f'<text class="small" transform="translate({x + 3} {_TOP - 6}) rotate(-90)">{state}</text>')
    return lines


def _path(parts: Sequence[Judged]) -> list[str]:
    """Join the chosen states."""
    points = [_place(number, part) for number, part in enumerate(parts)]
    bows = [
        f"C{x} {y + _ROW // 2} {to_x} {to_y - _ROW // 2} {to_x} {to_y}" for (x, y), (to_x, to_y) in pairwise(points)
    ]
    first_x, first_y = points[0]
    return [f'<path class="path" d="M{first_x} {first_y}{"".join(bows)}"/>']


def _row(number: int, part: Judged, right: int) -> list[str]:
    """Draw a part's cells, its chosen state and its text."""
    best = float(part.scores.max())
    y = _TOP + _ROW * number
    lines = []
    for column, score in enumerate(part.scores.tolist()):
        heat = round(1 - (best - score) / _SPAN, 2)
        if heat > _FAINT:
            x = _LEFT + _COLUMN * column + 1
            cell = f'x="{x}" y="{y + 9}" width="{_COLUMN - 2}" height="{_ROW - 18}" rx="2"'
            lines.append(f'<rect class="heat" {cell} opacity="{heat:.2f}"/>')
    kind: SegmentKind = STATES[part.state][0]
    x, middle = _place(number, part)
    lines += [
        f'<circle class="ring {kind.value}" cx="{x}" cy="{middle}" r="6"/>',
        f'<text class="line {kind.value}" x="{right}" y="{middle}" direction="rtl">{escape(part.text)}</text>',
        f'<text class="small" x="{right}" y="{middle + 15}" text-anchor="end">{_verdict(part)}</text>',
    ]
    return lines


def _verdict(part: Judged) -> str:
    """Name the chosen state with its score, and the one that more speaks for, if there is one."""
    names = list(STATES)
    best, own = int(part.scores.argmax()), names.index(part.state)
    chosen = f"{part.state} {part.scores[own]:+.1f}"
    return chosen if best == own else f"{chosen}, not {names[best]} {part.scores[best]:+.1f}"


def _centre(column: int) -> int:
    return _LEFT + _COLUMN * column + _COLUMN // 2


def _place(number: int, part: Judged) -> tuple[int, int]:
    return _centre(list(STATES).index(part.state)), _TOP + _ROW * number + _ROW // 2
