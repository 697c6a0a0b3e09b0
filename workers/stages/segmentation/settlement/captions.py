"""Captions: which lines between an article's head and its lead tell what its picture shows, and which sum it up."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.features.signs import signs_of
from workers.stages.segmentation.leads import opens_article, opens_with_verb, tell_of_one
from workers.stages.segmentation.lines import TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.phrases.names import names_any_source
from workers.stages.segmentation.states import ARTICLE, TEXT, TITLES

_FIELDS: Final = frozenset({"stamp", "byline", "head_credit", "share"})
_SUMMED: Final = frozenset({"caption", "headline", "headline_again"})
_HEAD: Final = frozenset({"pre_stamp", "stamp", "byline", "head_credit"})
_LISTED: Final = frozenset({"ticker", "masthead", "mast_stamp", "share", "related_item"})
_TAKEN_BY: Final = re.compile(r"\((?P<source>[^()]{2,30})\)\W*\Z")
_CREDITED_CHARS: Final = range(TEXT_CHARS, 200)
_BULLET: Final = re.compile(r"[•●▪■◄►◆♦*-]\s")
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


def settle_bulleted(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take bulleted lines right above the date or author for decks, and the line above them for the headline.

    They look like a list's; but a page that lacks a headline has it there where the line tells what the lead tells.
    """
    first = next((place for place, state in enumerate(states) if state in ARTICLE), 0)
    end = first - len(list(takewhile(_HEAD.__contains__, reversed(states[:first]))))
    bulleted = takewhile(_BULLET.match, (line.text for line in reversed(lines[:end])))
    title = end - len(list(bulleted)) - 1
    if end == first or title + 1 in {0, end} or states[first] not in TEXT or states[title] not in _LISTED:
        return states
    if not may_be_title(lines[title].text) or not tell_of_one(lines[title].text, lines[first].text):
        return states
    head = ["stamp" if state == "pre_stamp" else state for state in states[end:first]]
    return [*states[:title], "headline", *(["deck"] * (end - title - 1)), *head, *states[first:]]


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
    if (_describes(lines[first].text) or _is_credited(lines[first].text)) and opens_article(lines[first + 1].text):
        states[first] = "caption"
    return states


def _is_credited(text: str) -> bool:
    """Say whether a line ends in who took the picture, in brackets; leads begin with a source, and end with none."""
    taken = _TAKEN_BY.search(text) if len(text) in _CREDITED_CHARS and not opens_article(text) else None
    return taken is not None and names_any_source(fold(taken["source"]).lower())


def _describes(text: str) -> bool:
    if len(text) > TEXT_CHARS or text.count(" ") < _FEWEST_SPACES:
        return False
    head = fold(text).lower()
    return not opens_with_verb(head) and "describes" in signs_of(text, head, named=False)
