"""Places: where the markup shows each part to stand, for a page that came as HTML."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from workers.markup.places import Place
from workers.stages.segmentation.lines import Line

_HEADING: Final = "heading"


def places_of(parts: Sequence[Line], text: str, places: Sequence[Place]) -> list[Place]:
    """Give each part the place of its line; nothing to any where the text has other lines than the markup showed.

    Args:
        parts: the page's parts.
        text: the page's text.
        places: each line's place, as the markup's reader tells it; none of a flat text.
    """
    lines = text.split("\n")
    if len(lines) != len(places):
        return [()] * len(parts)
    ends = list(accumulate(len(line) + 1 for line in lines))
    numbers = [bisect_right(ends, part.start) for part in parts]
    cut = {number for number, next_ in pairwise(numbers) if number == next_}
    return [_of_one(places[number]) if number in cut else places[number] for number in numbers]


def _of_one(place: Place) -> Place:
    """Give the place of one part of several: which of them is the heading, their line does not say."""
    return tuple(name for name in place if name != _HEADING)
