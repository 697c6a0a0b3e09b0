"""Promos: a label and one headline in the middle of an article, which goes on below them."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from workers.arabic.conjunctions import joins
from workers.arabic.fold import fold
from workers.stages.segmentation.features.topics import Stems, stems_of
from workers.stages.segmentation.leads import opens_article
from workers.stages.segmentation.lines import TEXT_CHARS, Line
from workers.stages.segmentation.phrases.markers import marker_of
from workers.stages.segmentation.settlement.articles import OWN
from workers.stages.segmentation.states import OF_ANOTHER, TEXT

_LABELS: Final = frozenset({"related_label", "teaser_label"})
_ITEMS: Final = frozenset({"related_item", "teaser_headline", "next_headline", "labelled_teaser"})
_TEXTS: Final = TEXT | {"teaser_body"}
_AND: Final = "و"
_WORD_CHARS: Final = 30
_LATIN: Final = re.compile(r"[^\w]*[A-Za-z]")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_BROKEN_LINES: Final = 5
_FEWEST_SHARED: Final = 2


def settle_promos(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a label and the one headline below it for a promo, and give what follows to the article that goes on there.

    The text below begins with `و`, or shares words with the article and fewer with the headline, and does not
    open as leads do. In another script than the text above it is no article that goes on.
    """
    for place in range(1, len(states) - 2):
        if states[place] == "promo_label" and _turns_foreign(lines, states, place):
            own = takewhile(OF_ANOTHER.__contains__, states[place + 2 :])
            others = ["teaser_label", "next_headline", *(OF_ANOTHER[state] for state in own)]
            states[place : place + len(others)] = others
            continue
        if states[place] not in _LABELS or states[place + 1] not in _ITEMS or states[place + 2] not in _TEXTS:
            continue
        if states[place - 1] in TEXT and marker_of(lines[place].text) and _goes_on(lines, states, place):
            below = list(takewhile(OWN.__contains__, states[place + 2 :]))
            states[place] = "promo_label"
            states[place + 1] = "promo_item"
            states[place + 2 : place + 2 + len(below)] = [OWN[state] for state in below]
    return states


def _turns_foreign(lines: Sequence[Line], states: Sequence[str], label: int) -> bool:
    """Say whether a promo's headline and the text below it are in Latin letters, and the text above is in others."""
    if states[label + 1] != "promo_item" or states[label + 2] not in TEXT or states[label - 1] not in TEXT:
        return False
    return _is_latin(lines[label + 2]) and _is_latin(lines[label + 1]) and not _is_latin(lines[label - 1])


def _is_latin(line: Line) -> bool:
    return _LATIN.match(line.text) is not None and _ARABIC.search(line.text) is None


def _goes_on(lines: Sequence[Line], states: Sequence[str], label: int) -> bool:
    """Say whether the text below a label and a headline is the one that stands above them."""
    below = takewhile(lambda at: states[at] in _TEXTS, range(label + 2, min(label + 2 + _BROKEN_LINES, len(lines))))
    text = " ".join(lines[at].text for at in below)
    if len(text) < TEXT_CHARS or opens_article(text):
        return False
    own = stems_of(text)
    title = len(own & stems_of(lines[label + 1].text))
    above = Stems().union(*(stems_of(lines[at].text) for at in range(label) if states[at] in TEXT))
    first = next(iter(fold(text[:_WORD_CHARS]).split()), "")
    return title < _FEWEST_SHARED and (first == _AND or joins(first) or len(own & above) >= _FEWEST_SHARED)
