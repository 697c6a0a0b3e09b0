"""Contents: an article's table of contents, whose lines stand below as its subheadings."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from workers.lexicon.loader import read_list
from workers.stages.segmentation.lines import TEXT_CHARS, Line
from workers.stages.segmentation.states import TEXT

_EDGES: Final = " :.-–0123456789٠١٢٣٤٥٦٧٨٩"
_MISTAKEN: Final = TEXT | {"caption", "body_caption"}


def settle_contents(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a table of contents' items for furniture, from its label down to a text or to its first item again."""
    labels = _labels()
    short = ((place, line.text) for place, line in enumerate(lines) if len(line.text) < TEXT_CHARS)
    label = next((place for place, text in short if text.strip(_EDGES) in labels), None)
    if label is None:
        return states
    items: set[str] = set()
    for place in range(label, len(lines)):
        item = lines[place].text.strip(_EDGES)
        if len(item) >= TEXT_CHARS:
            break
        again = item in items
        items.add(item)
        if states[place] in _MISTAKEN:
            states[place] = "body" if again else "share"
        if again:
            break
    return states


@cache
def _labels() -> frozenset[str]:
    return frozenset(read_list("contents_labels.txt"))
