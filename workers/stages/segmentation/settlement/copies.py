"""Copies: which copy of the headline, and of a picture's text, is which."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.lines import HEADLINE_CHARS, Line
from workers.stages.segmentation.states import TITLES, first_text

_SHORTEST_CUT: Final = 12
_BROKEN_ENDS: Final = ("...", "..", "…")
_CAPTIONS: Final = frozenset({"caption", "body_caption"})
_UNCERTAIN: Final = {
    "body": "body_caption",
    "body_link": "body_caption",
    "promo_item": "body_caption",
    "deck": "caption",
}
"""What a caption's copy may have been taken for, and what it is."""
_CUT: Final = {**_UNCERTAIN, "share": "caption", "body_noise": "body_caption"}
"""And what its beginning may have been taken for that is cut off in dots."""
_COPIES: Final = frozenset({"headline_again", "caption"})
_COPIED: Final = frozenset({"headline", "headline_again", "caption"})


def settle_twins(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a line for the headline that was taken once for it and once for a caption: what else was is the caption."""
    headlines, captions = (
        {line.text for line, state in zip(lines, states, strict=True) if state == name}
        for name in ("headline", "caption")
    )
    if headlines.isdisjoint(captions):
        return states
    own = {(True, "caption"): "headline_again", (False, "headline"): "caption"}
    both = headlines & captions
    return [own.get((line.text in both, state), state) for line, state in zip(lines, states, strict=True)]


def settle_captions(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Give a caption's copies to it, whole or cut off in dots: pictures have one text below and one in their place."""
    captions = {line.text for line, state in zip(lines, states, strict=True) if state in _CAPTIONS}
    if captions:
        for place, (line, state) in enumerate(zip(lines, states, strict=True)):
            if state in _UNCERTAIN and line.text in captions:
                states[place] = _UNCERTAIN[state]
            elif state in _CUT and _is_cut(line.text, captions):
                states[place] = _CUT[state]
    return states


def settle_copies(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Give what was taken for a copy of the headline, but begins as none does, to the caption that it repeats.

    If it repeats none, it is the page's furniture.
    """
    if "headline" not in states or _COPIES.isdisjoint(states):
        return states
    texts = [fold(line.text) if state in _COPIED else "" for line, state in zip(lines, states, strict=True)]
    headlines, captions = (
        [text for text, state in zip(texts, states, strict=True) if state == name] for name in ("headline", "caption")
    )
    for place, (text, state) in enumerate(zip(texts, states, strict=True)):
        if state == "caption" and _is_cut(text, headlines):
            states[place] = "share"
        elif state == "headline_again" and not is_copy(text, headlines):
            if is_copy(text, captions):
                states[place] = "caption"
            else:
                states[place] = "share"
    return states


def settle_titles(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Keep the last whole copy of the headline: others are a breadcrumb's, the window's or a picture's text.

    So is one that was taken for a paragraph. What begins as promos do, and stands in an article's head where its
    headline stands elsewhere, is a copy: `شاهد: ...`.
    """
    _take_promos(lines, states)
    places = [place for place, state in enumerate(states) if state in TITLES]
    titles = {text for place in places if len(text := lines[place].text) in HEADLINE_CHARS}
    for place, state in enumerate(states):
        if state == "body" and lines[place].text in titles:
            states[place] = "body_noise"
    if len(places) > 1:
        texts = {place: fold(lines[place].text) for place in places}
        whole = [place for place in places if not texts[place].endswith(_BROKEN_ENDS)] or places
        copies = Counter(texts[place] for place in whole)
        most = max(copies.values())
        shortest = min(len(text) for text, count in copies.items() if count == most)
        kept = max(place for place in whole if len(texts[place]) == shortest and copies[texts[place]] == most)
        for place in places:
            if place != kept and is_copy(texts[place], [texts[kept]]):
                states[place] = "masthead"
    return states


def _take_promos(lines: Sequence[Line], states: list[str]) -> None:
    """Take a promo above the first text for the headline whose words it has."""
    if "promo" in states:
        head = range(first_text(states))
        titles = {lines[place].text for place in head if states[place] in TITLES}
        for place in head:
            if states[place] == "promo" and lines[place].text in titles:
                states[place] = "headline_again"


def _is_cut(text: str, others: Collection[str]) -> bool:
    """Say whether a text is one of the others, cut off in dots."""
    cut = text.rstrip(".… ")
    return text.endswith(_BROKEN_ENDS) and len(cut) >= _SHORTEST_CUT and any(each.startswith(cut) for each in others)


def is_copy(text: str, others: Sequence[str]) -> bool:
    """Say whether of a text and one of the others the beginning of either stands in the other, whatever goes on."""
    return any(text[: len(text) // 2] in other or other[: len(other) // 2] in text for other in others)
