"""Endings: headlines that follow the article's text at once, without a label."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from workers.stages.segmentation.features.topics import Stems, are_strange, stems_of
from workers.stages.segmentation.leads import goes_on, is_cut_off, opens_article
from workers.stages.segmentation.lines import HEADLINE_CHARS, TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.phrases.markers import marker_of
from workers.stages.segmentation.states import TEXT

_FEWEST: Final = 3
_FEWEST_CUT: Final = 2
_FEWEST_SPACES: Final = 3
_ITEMS: Final = frozenset({"guessed_label", "related_label", "related_item"})
_MARKS: Final = (":", " - ", " – ", "/")
"""Most lines of a table or of a list within an article have the same of them; headlines seldom."""
_INTRODUCES: Final = ":"
_QUOTED: Final = re.compile(r"\W*[\"“”«].*[\"“”»]\W*")


def settle_ending(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take headlines that end what was taken for the article's text for items of a list, texts cut off for teasers'.

    Of headlines there are three at least, with those right below that were taken for a list's; none ends as sentences
    do or is nothing but a quotation. Of texts cut off there are two. Each is strange to the text above, which ends as
    sentences do and introduces no list of its own. Of 6,135 articles four end so, all of them in a table's rows, where
    one mark stands in each line.
    """
    text = [place for place, state in enumerate(states) if state in TEXT]
    cut = list(takewhile(lambda place: _is_cut_text(lines[place].text), reversed(text)))
    ending = cut or list(takewhile(lambda place: _may_be_item(lines[place].text), reversed(text)))
    if not ending or len(ending) == len(text):
        return states
    below = takewhile(lambda place: states[place] in _ITEMS, range(ending[0] + 1, len(lines)))
    run = cut or [*ending, *(place for place in below if _may_be_item(lines[place].text))]
    if len(run) < (_FEWEST_CUT if cut else _FEWEST):
        return states
    if any(2 * sum(mark in lines[place].text for place in run) > len(run) for mark in _MARKS):
        return states
    texts = [lines[place].text for place in text[: -len(ending)]]
    if len(texts[-1]) < HEADLINE_CHARS[0] or may_be_title(texts[-1]) or texts[-1].endswith(_INTRODUCES):
        return states
    above = Stems().union(*map(stems_of, texts))
    if not all(are_strange(stems_of(lines[place].text), above) for place in run):
        return states
    other = "teaser_body" if cut else "related_item"
    ended = frozenset(run)
    return [other if place in ended else state for place, state in enumerate(states)]


def _is_cut_text(text: str) -> bool:
    return len(text) >= TEXT_CHARS and is_cut_off(text)


def _may_be_item(text: str) -> bool:
    if not may_be_title(text) or text.count(" ") < _FEWEST_SPACES or _QUOTED.fullmatch(text):
        return False
    return not (goes_on(text) or opens_article(text)) and marker_of(text) is None
