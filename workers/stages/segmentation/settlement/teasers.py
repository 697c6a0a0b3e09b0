"""Teasers: where one more begins among those below the article, and which list is none."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import Final

from workers.stages.segmentation.features.topics import are_strange, stems_of
from workers.stages.segmentation.leads import opens_article, tell_of_one
from workers.stages.segmentation.lines import HEADLINE_CHARS, TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.phrases.markers import marker_of

_BODY: Final = "teaser_body"
_SHORTEST: Final = 12
_FEWEST_SPACES: Final = 2
_STOPS: Final = (".", "…", '."', ".”", ".»")


def settle_teasers(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a line between other articles' texts for a headline if the text below it opens as leads do and tells it.

    Where it was taken for a text itself, both must be strange to the text above.
    """
    above: set[str] = set()
    for place in range(1, len(states) - 1):
        if states[place - 1] != _BODY:
            above.clear()
            continue
        above |= stems_of(lines[place - 1].text)
        if states[place + 1] == _BODY and _begins(lines[place].text, lines[place + 1].text, states[place], above):
            states[place] = "next_headline"
    return states


def _begins(text: str, below: str, state: str, above: AbstractSet[str]) -> bool:
    if text.count(" ") < _FEWEST_SPACES or not opens_article(below) or marker_of(text):
        return False
    title, lead = stems_of(text), stems_of(below)
    if state == "teaser_noise":
        return _SHORTEST <= len(text) < HEADLINE_CHARS.stop and not title.isdisjoint(lead)
    return state == _BODY and may_be_title(text) and tell_of_one(text, below) and are_strange(title | lead, above)


def settle_labelled(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a list of one headline and texts that tell of it for a teaser: items are no sentences."""
    for place, state in enumerate(states):
        if state != "related_label":
            continue
        items = list(takewhile("related_item".__eq__, states[place + 1 :]))
        texts = [line.text for line in lines[place + 2 : place + 1 + len(items)]]
        title = lines[place + 1].text if texts else ""
        if texts and may_be_title(title) and all(map(_is_text, texts)) and tell_of_one(title, texts[0]):
            states[place : place + 2] = ["teaser_label", "next_headline"]
            states[place + 2 : place + 2 + len(texts)] = [_BODY] * len(texts)
    return states


def _is_text(text: str) -> bool:
    return len(text) >= TEXT_CHARS and (text.endswith(_STOPS) or opens_article(text))
