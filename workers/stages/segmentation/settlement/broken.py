"""Broken text: pieces of sentences on lines of their own, as where links were, that look like something else."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Final

from workers.arabic.conjunctions import joins
from workers.arabic.dates import read_stamp_line
from workers.arabic.fold import fold
from workers.arabic.particles import particles
from workers.lexicon.labels import field_labels
from workers.stages.segmentation.leads import lead_from, opens_article
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.phrases.markers import marker_of
from workers.stages.segmentation.states import ARTICLE, first_text

_WORDS: Final = re.compile(r"[^\W\d_]+")
_PAUSE: Final = re.compile(r"[.!؟،؛](?<!\.\.)(?:[»\"”)]?\s|(?<=\w[،؛]))[^\W\d]|[^.]\.\Z")
"""A sentence's end, or a comma, with more behind it; or a full stop that ends the line."""
_ROWS: Final = frozenset({"ticker", "related_item"})
_FEWEST_WRAPPED: Final = 8
_FEWEST_DANGLING: Final = 2
_RUNNING_SHARE: Final = 3
"""In one line of three at least a sentence shows that it runs on."""
_PIECE_CHARS: Final = 60
_PIECES: Final = frozenset({"share", "caption", "stamp", "byline", "head_credit"})
_OPENINGS: Final = frozenset({"share", "caption", "stamp"})
_STOPS: Final = (".", "؟", "!", ":")


def settle_lead(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Give to the article the pieces of its first sentence that stand above what was taken for its first text.

    Nothing but pieces stands between, none is a date or has a marker, and together they open as leads do, which the
    text below alone does not.
    """
    first = start = first_text(states)
    joined = lead_from(lines, states, first)
    if not joined or opens_article(joined):
        return states
    for place in range(first - 1, -1, -1):
        if states[place] not in _PIECES or not _may_be_piece(lines[place].text):
            break
        joined = f"{lines[place].text} {joined}"
        if states[place] in _OPENINGS and opens_article(joined):
            start = place
    return [*states[:start], *(["body"] * (first - start)), *states[first:]]


def _may_be_piece(text: str) -> bool:
    """Say whether a line may be a piece of a sentence that the next line goes on with."""
    if " " not in text or len(text) > _PIECE_CHARS or text.endswith(_STOPS) or marker_of(text) is not None:
        return False
    return not read_stamp_line(text).mostly


def settle_wrapped(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take for text what passed for headlines in a row, where sentences run over the ends of its lines.

    Only on a page without text: its article is set in short lines, as in print. Of 3,000 rows of eight headlines
    none looks so, of 1,212 articles in lines of 40 to 90 characters 870.
    """
    if not ARTICLE.isdisjoint(states):
        return states
    settled = list(states)
    for state, run in groupby(range(len(states)), states.__getitem__):
        places = list(run)
        if state not in _ROWS or len(places) < _FEWEST_WRAPPED or any(lines[place].item for place in places):
            continue
        if _runs_on([lines[place].text for place in places]):
            settled[places[0] : places[-1] + 1] = ["body"] * len(places)
    return settled


def _runs_on(texts: Sequence[str]) -> bool:
    """Say whether sentences run over lines' ends: some lines end in a particle, many pause, end or go on in one."""
    dangling = running = 0
    for text in texts:
        words = _WORDS.findall(fold(text)) or [""]
        dangles = words[-1] in particles() and text[-1].isalpha()
        dangling += dangles
        running += dangles or joins(words[0]) or _PAUSE.search(text) is not None
    return dangling >= _FEWEST_DANGLING and _RUNNING_SHARE * running >= len(texts)


def settle_offices(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take the house's office for text where a sentence goes on around it: no officer stands beside it there."""
    settled = list(states)
    for place in range(1, len(states) - 1):
        if states[place] != "body_noise" or {states[place - 1], states[place + 1]} != {"body"}:
            continue
        if not lines[place - 1].text.endswith(_STOPS) and fold(lines[place].text).lower() in offices():
            settled[place] = "body"
    return settled


@cache
def offices() -> frozenset[str]:
    """Give the house's offices, folded: `رئيس التحرير`."""
    return frozenset(fold(label).lower() for label in field_labels("staff"))
