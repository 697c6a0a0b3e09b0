"""Beginnings: other articles' that stand within the page's own, each with its headline."""

import re
from collections.abc import Sequence
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs
from workers.stages.segmentation.features.topics import Stems, are_strange, stems_of
from workers.stages.segmentation.lines import HEADLINE_CHARS, TEXT_CHARS, Line
from workers.stages.segmentation.states import OF_ANOTHER, TEXT

_CLOSERS: Final = "\"'»”’)]"
_ENDS: Final = (".", ",", "،", ":", "؛")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_TITLE: Final = frozenset({"body", "deck", "body_link"})
_OWN_HEAD: Final = frozenset({"pre_stamp", "stamp", "byline", "head_credit"})
_FEWEST_SHARED: Final = 2
_NEXT: Final = "next_headline"
_OTHERS: Final = {**OF_ANOTHER, "body_caption": "teaser_noise", "body_link": "teaser_body"}


def part_beginnings(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Give to other articles what begins within the page's own: a headline without a stop, and the lead that it is of.

    A headline shares words with its lead, which opens with a lead's verb, and both share no more than two with the
    article above, which has text by then. Two articles that follow each other look so in seven of ten cases,
    subheadings in none of 6,135 articles. If the page's own article is then a single text with nothing that dates or
    signs it, it is one more of a list.
    """
    opened = _opened(lines, states)
    others = opened or [place for place, state in enumerate(states) if state == _NEXT][:1]
    if not others:
        return states
    settled = list(states)
    first = _first(lines, states, others[0])
    for place in range(first, len(states)):
        if states[place] not in _OTHERS:
            break
        settled[place] = _NEXT if place in {first, *opened} else _OTHERS[states[place]]
    return settled


def _opened(lines: Sequence[Line], states: Sequence[str]) -> list[int]:
    """Find the headlines of other articles among the lines of the page's own."""
    places = {
        place
        for place in range(1, len(lines) - 1)
        if states[place] in _TITLE and states[place + 1] in TEXT and _may_open(lines[place], lines[place + 1])
    }
    if not places:
        return []
    opened: list[int] = []
    above, told = Stems(), False
    for place, (line, state) in enumerate(zip(lines, states, strict=True)):
        if place in places and told:
            own = stems_of(line.text) | stems_of(lines[place + 1].text)
            if are_strange(own, above):
                opened.append(place)
                above = Stems()
        if state in _OTHERS:
            above |= stems_of(line.text)
            told = told or (state in TEXT and len(line.text) >= TEXT_CHARS)
    return opened


def _first(lines: Sequence[Line], states: Sequence[str], other: int) -> int:
    """Say from where on there are other articles: from the page's first headline on if that is one of a list."""
    texts = [at for at in range(other) if states[at] in TEXT and len(lines[at].text) >= TEXT_CHARS]
    if len(texts) != 1 or texts[0] == 0 or not _OWN_HEAD.isdisjoint(states[:other]):
        return other
    title = texts[0] - 1
    return title if _titles(lines[title], lines[texts[0]]) else other


def _titles(title: Line, text: Line) -> bool:
    """Say whether a line may be the headline of the text below it."""
    ends = title.text.rstrip(_CLOSERS).endswith(_ENDS)
    return (
        len(title.text) in HEADLINE_CHARS
        and not ends
        and len(stems_of(title.text) & stems_of(text.text)) >= _FEWEST_SHARED
    )


def _may_open(title: Line, text: Line) -> bool:
    """Say whether a line may be a headline, and the next one the beginning of its article."""
    word = _FIRST_WORD.search(text.text)
    opens = word is not None and len(text.text) >= TEXT_CHARS and fold(word.group()) in lead_verbs()
    return opens and _titles(title, text)
