"""Captions: which lines between an article's head and its lead tell what its picture shows, and which sum it up."""

from collections.abc import Sequence
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.features.signs import signs_of
from workers.stages.segmentation.leads import opens_article, opens_with_verb
from workers.stages.segmentation.lines import TEXT_CHARS, Line
from workers.stages.segmentation.states import TEXT, TITLES

_FIELDS: Final = frozenset({"stamp", "byline", "head_credit", "share"})
_SUMMED: Final = frozenset({"caption", "headline", "headline_again"})
_BELOW_DECKS: Final = frozenset({"byline", "head_credit"})
_FEWEST_DECKS: Final = 2
_FEWEST_SPACES: Final = 2


def settle_decks(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take several lines between the headline's date and the author for decks where two have a verb or a quotation.

    Captions describe, and a second headline does not stand below the first one's date.
    """
    date = next((place for place, state in enumerate(states) if state == "stamp"), len(states))
    first = date + 1
    end = next((place for place in range(first, len(states)) if states[place] not in _SUMMED), first)
    if end - first < _FEWEST_DECKS or states[end] not in _BELOW_DECKS or TITLES.isdisjoint(states[:date]):
        return states
    texts = {line.text for line in lines[first:end]}
    titles = {line.text for line, state in zip(lines[:date], states, strict=False) if state in TITLES}
    if len(texts) < end - first or not texts.isdisjoint(titles) or sum(map(_has_voice, texts)) < _FEWEST_DECKS:
        return states
    return [*states[:first], *(["deck"] * (end - first)), *states[end:]]


def _has_voice(text: str) -> bool:
    return "voiced" in signs_of(text, fold(text).lower(), named=False)


def settle_description(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take words without a verb for the picture's text that stand below the date or author and right above the lead.

    A sentence is as well that ends in who took the picture. The lead is known by the place, the agency or the verb that
    it opens with, so that they are no part of it.
    """
    first = next((place for place, state in enumerate(states) if state in TEXT), 0)
    if not first or states[first - 1] not in _FIELDS or states[first + 1 : first + 2] != ["body"]:
        return states
    if _describes(lines[first].text) and opens_article(lines[first + 1].text):
        states[first] = "caption"
    return states


def _describes(text: str) -> bool:
    if len(text) > TEXT_CHARS or text.count(" ") < _FEWEST_SPACES:
        return False
    head = fold(text).lower()
    return not opens_with_verb(head) and "describes" in signs_of(text, head, named=False)
