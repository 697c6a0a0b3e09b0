"""Items: which lines right behind a list's are some of it, though they are short."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workers.arabic.dates import read_stamp_line
from workers.arabic.fold import fold
from workers.lexicon.names import common_words
from workers.stages.segmentation.features.look import ticker_labels
from workers.stages.segmentation.features.menus import joins_sections, names_sections
from workers.stages.segmentation.features.notices import is_notice
from workers.stages.segmentation.lines import HEADLINE_CHARS, Line
from workers.stages.segmentation.phrases.markers import MARKER_CHARS, find_marker
from workers.stages.segmentation.phrases.names import says_outlet
from workers.stages.segmentation.settlement.broken import offices

_ITEMS: Final = frozenset({"ticker", "related_item"})
_NOISE: Final = frozenset({"masthead", "foot", "item_noise", "tail_noise", "teaser_noise"})
_FEWEST_ITEMS: Final = 3
_FEWEST_SPACES: Final = 2
_BULLETS: Final = frozenset("-–—•●▪■◄►*»")
_COPY_CHARS: Final = 15
_NEAR: Final = 8
_BARS: Final = frozenset("|>/»")
_ROW_CHARS: Final = range(60, 1500)
_FEWEST_ROW_SPACES: Final = 6
_LONG_WORD: Final = re.compile(r"[^\W\d_]{7,}")
_SEAM: Final = re.compile("ة(?=..)|(?<=...)ال(?=...)")
_CLITICS: Final = frozenset({"وبال", "فبال", "وكال", "أبال"})
_SHORT: Final = range(HEADLINE_CHARS[0], 31)
"""Longer ones are told from furniture by their length alone."""


def settle_items(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Give the short headlines that a list ends with to it: they have the items' bullet, or may be headlines."""
    run = 0
    for place, state in enumerate(states):
        last = states[place - 1] if place else ""
        if run >= _FEWEST_ITEMS and state in _NOISE and _is_item(lines[place].text, lines[place - 1].text):
            title = lines[place].text[:_COPY_CHARS]
            if not any(title in line.text for line in lines[place + 1 : place + _NEAR]):
                states[place] = last
        run = (
            run + 1 if states[place] in _ITEMS and (not run or states[place] == last) else int(states[place] in _ITEMS)
        )
    return states


def settle_stuck(lines: Sequence[Line], states: Sequence[str]) -> list[str]:
    """Take a masthead's line of headlines that are stuck to each other for a ticker, and a ticker's label for one."""
    settled = [
        "ticker" if state == "masthead" and _are_stuck(line.text) else state
        for line, state in zip(lines, states, strict=True)
    ]
    for place, (above, state) in enumerate(pairwise(settled)):
        if above == "masthead" and state in _ITEMS and fold(lines[place].text).strip(" :") in ticker_labels():
            settled[place] = "top_label"
    return settled


def _are_stuck(text: str) -> bool:
    """Say whether a line of several headlines' length has a word that two are stuck in, and no steps or officers.

    Behind `ة` no letter stands, and before `ال` none but particles.
    """
    if len(text) not in _ROW_CHARS or text.count(" ") < _FEWEST_ROW_SPACES or text.endswith("."):
        return False
    key = fold(text).lower()
    if not _BARS.isdisjoint(text) or not any(map(_is_stuck, _LONG_WORD.findall(key))):
        return False
    furniture = names_sections(key.split()) or joins_sections(key) or is_notice(text)
    return not furniture and not any(office in key for office in offices())


def _is_stuck(word: str) -> bool:
    seam = _SEAM.search(word)
    if seam is None or seam.group() == "ة":
        return seam is not None
    common = common_words()
    first, second = word[: seam.start()], word[seam.start() :].replace("ة", "ه")
    return first not in _CLITICS and second in common and word.replace("ة", "ه") not in common


def _is_item(text: str, above: str) -> bool:
    """Say whether a line may be one more item below another one."""
    if above[0] in _BULLETS or text[0] in _BULLETS:
        return text[0] == above[0] and len(text) >= HEADLINE_CHARS[0]
    if len(text) not in _SHORT or text.count(" ") < _FEWEST_SPACES or not _BARS.isdisjoint(text):
        return False
    key = fold(text).lower()
    words = key.split()
    return (
        len(words) > 0
        and words[0].isalpha()
        and find_marker(key[:MARKER_CHARS]) is None
        and not (names_sections(words) or joins_sections(key) or says_outlet(words) or is_notice(text))
        and not read_stamp_line(text).mostly
    )
