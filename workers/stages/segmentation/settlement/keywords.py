"""Keywords: which lines behind an article's keywords are some of them, though sections have the same names."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list
from workers.stages.segmentation.lines import Line

_KEYWORDS: Final = frozenset({"keywords_label", "keywords_value"})
_NOISE: Final = frozenset({"tail_noise", "foot"})
_BULLETS: Final = "•●▪■◄►#-–—*· "
_MOST: Final = 2
"""Three sections in a row are a menu."""


def settle_keywords(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a section's name or two right behind keywords for keywords: `اقتصاد` is the last tag of many an article."""
    place = 0
    while place < len(states):
        place += 1
        if states[place - 1] not in _KEYWORDS:
            continue
        end = place
        while end < len(states) and states[end] in _NOISE and _is_subject(lines[end].text):
            end += 1
        if end - place <= _MOST:
            states[place:end] = ["keywords_value"] * (end - place)
        place = max(place, end)
    return states


def _is_subject(text: str) -> bool:
    return fold(text.strip(_BULLETS)) in _subjects()


@cache
def _subjects() -> frozenset[str]:
    return frozenset(map(fold, read_list("subjects.txt")))
