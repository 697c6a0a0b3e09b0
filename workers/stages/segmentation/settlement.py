"""Settlement: what only the whole page shows, after its lines have been judged one after the other.

The order of states could say these things only with a second copy of every state of the article's head.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from workers.arabic.dates import read_stamp_line
from workers.arabic.fold import fold
from workers.stages.segmentation.features.look import is_sites
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.markers import find_marker

_TITLES: Final = frozenset({"headline", "headline_again"})
_ARTICLE: Final = _TITLES | {"late_headline", "deck", "body"}
_TEXT: Final = frozenset({"deck", "body"})
_STAMPS: Final = frozenset({"pre_stamp", "stamp", "tail_stamp"})
_MASTHEAD: Final = frozenset({"mast_stamp", "masthead"})
_DAY_CHARS: Final = 10
_OWN: Final = {
    "teaser_stamp": "stamp",
    "teaser_byline": "byline",
    "teaser_noise": "body_noise",
    "teaser_embed": "body_embed",
    "teaser_promo": "promo",
    "teaser_body": "body",
    "teaser_credit": "credit",
}
"""What would be the states of the page's own article, by those of another one."""
_OTHERS: Final = frozenset({"teaser_body", "next_headline"})
_PARAGRAPHS: Final = 2
_SHORTEST_CUT: Final = 12
_MASTHEAD_LINES: Final = 5
"""A masthead's date is among a page's first lines."""
_BROKEN_ENDS: Final = ("...", "..", "…")
_SECTION_CHARS: Final = 25
_TRAIL: Final = re.compile("[|»«›>/\\\\]")
_CAPTIONS: Final = frozenset({"caption", "body_caption"})
_UNCERTAIN: Final = {
    "body": "body_caption",
    "body_link": "body_caption",
    "promo_item": "body_caption",
    "deck": "caption",
}
"""What a caption's copy may have been taken for, and what it is."""
_COPIED: Final = frozenset({"headline", "headline_again", "caption"})


def settle(lines: Sequence[Line], states: Sequence[str], *, listed: bool = False) -> list[str]:
    """Settle which text, which dates and which copy of the headline are the article's; the others are the page's.

    Args:
        lines: the page's parts.
        states: what each was judged to be.
        listed: whether the page's address is a list's, so that none of its beginnings is the page's own.
    """
    states = _settle_dates(lines, states if listed else _settle_deck(_settle_first_text(states)))
    states = _settle_captions(lines, _settle_twins(lines, states))
    return _settle_only_date(lines, _settle_titles(lines, _settle_copies(lines, states)))


def _settle_first_text(states: Sequence[str]) -> Sequence[str]:
    """Take a page's first headline for the article's if it has several paragraphs, or is the only one that has any.

    A list of beginnings tells each in one.
    """
    if not _ARTICLE.isdisjoint(states) or "next_headline" not in states:
        return states
    first = states.index("next_headline")
    own = ["headline", *(_OWN[state] for state in takewhile(_OWN.__contains__, states[first + 1 :]))]
    rest = first + len(own)
    alone = "body" in own and _OTHERS.isdisjoint([*states[:first], *states[rest:]])
    return [*states[:first], *own, *states[rest:]] if alone or own.count("body") >= _PARAGRAPHS else states


def _settle_deck(states: Sequence[str]) -> Sequence[str]:
    """Take a deck that opens an article without a headline for the headline, as below a picture's text."""
    first = next((place for place, state in enumerate(states) if state in _ARTICLE), None)
    if first is None or states[first] != "deck" or "late_headline" in states:
        return states
    return [*states[:first], "headline", *states[first + 1 :]]


def _settle_dates(lines: Sequence[Line], states: Sequence[str]) -> list[str]:
    """Give dates to the masthead that are no article's.

    They are none's where there is no article, where it has another date below its headline, or where more of the
    masthead follows: its editors, its motto.
    """
    if _ARTICLE.isdisjoint(states):
        return ["mast_stamp" if state in _STAMPS else state for state in states]
    if "pre_stamp" in states and ("stamp" in states or _is_within_masthead(lines, states)):
        return ["mast_stamp" if state == "pre_stamp" else state for state in states]
    return list(states)


def _is_within_masthead(lines: Sequence[Line], states: Sequence[str]) -> bool:
    """Say whether between an unlabelled date and the headline a phrase stands that is no copy, trail or section."""
    if "headline" not in states or "tail_stamp" in states:
        return False
    headline = states.index("headline")
    date = max((place for place in range(headline) if states[place] == "pre_stamp"), default=headline)
    title = fold(lines[headline].text)
    phrases = [
        lines[place].text
        for place in range(date + 1, headline)
        if states[place] == "masthead" and len(lines[place].text) > _SECTION_CHARS
    ]
    apart = any(not _TRAIL.search(text) and not _is_copy(fold(text), [title]) for text in phrases)
    return apart and find_marker(fold(lines[date].text).lower()) is None


def _settle_twins(lines: Sequence[Line], states: list[str]) -> list[str]:
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


def _settle_captions(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Give a caption's copies to it, whole or cut off in dots: pictures have one text below and one in their place."""
    captions = {line.text for line, state in zip(lines, states, strict=True) if state in _CAPTIONS}
    if captions:
        for place, (line, state) in enumerate(zip(lines, states, strict=True)):
            if state in _UNCERTAIN and _repeats(line.text, captions):
                states[place] = _UNCERTAIN[state]
    return states


def _repeats(text: str, captions: Collection[str]) -> bool:
    if text in captions:
        return True
    cut = text.rstrip(".… ")
    return len(cut) >= _SHORTEST_CUT and text.endswith(_BROKEN_ENDS) and any(each.startswith(cut) for each in captions)


def _settle_copies(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Give what was taken for a copy of the headline, but begins as none does, to the caption that it repeats.

    If it repeats none, it is the page's furniture.
    """
    if "headline_again" not in states:
        return states
    texts = [fold(line.text) if state in _COPIED else "" for line, state in zip(lines, states, strict=True)]
    headlines, captions = (
        [text for text, state in zip(texts, states, strict=True) if state == name] for name in ("headline", "caption")
    )
    for place, (text, state) in enumerate(zip(texts, states, strict=True)):
        if state == "headline_again" and not _is_copy(text, headlines):
            if _is_copy(text, captions):
                states[place] = "caption"
            elif headlines:
                states[place] = "share"
    return states


def _is_copy(text: str, others: Sequence[str]) -> bool:
    """Say whether of a text and one of the others the beginning of either stands in the other, whatever goes on."""
    return any(text[: len(text) // 2] in other or other[: len(other) // 2] in text for other in others)


def _settle_titles(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Keep the last whole copy of the headline: others are a breadcrumb's, the window's or a picture's text."""
    places = [place for place, state in enumerate(states) if state in _TITLES]
    if len(places) > 1:
        texts = {place: fold(lines[place].text) for place in places}
        whole = [place for place in places if not texts[place].endswith(_BROKEN_ENDS)] or places
        copies = Counter(texts[place] for place in whole)
        most = max(copies.values())
        shortest = min(len(text) for text, count in copies.items() if count == most)
        kept = max(place for place in whole if len(texts[place]) == shortest)
        for place in places:
            if place != kept and _is_copy(texts[place], [texts[kept]]):
                states[place] = "masthead"
    return states


def _settle_only_date(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Give the article the masthead's date where it has none, and the date can hardly be another's.

    It can hardly be where it shares the lead's line, where it stands below a copy of the headline, right above the
    headline and below all the masthead, where nothing but dates stands above the headline, or where the masthead has a
    later date besides.
    """
    if not _STAMPS.isdisjoint(states):
        return states
    dates = [place for place, state in enumerate(states) if state in _MASTHEAD and _may_date(lines[place])]
    own = [place for place in dates if place + 1 < len(lines) and lines[place + 1].glued and states[place + 1] in _TEXT]
    if not own and "headline" in states:
        headline = states.index("headline")
        title = fold(lines[headline].text)
        above = [place for place in dates if place < headline]
        copies = [place for place in range(headline) if fold(lines[place].text).startswith(title)]
        below_copy = copies and above and copies[0] < above[-1]
        alone = above == list(range(headline)) or (above[-1:] == [headline - 1] and headline > _MASTHEAD_LINES)
        if below_copy or alone or _is_earlier([lines[place] for place in above]):
            own = above
    if own:
        states[own[-1]] = "pre_stamp"
    return states


def _may_date(line: Line) -> bool:
    """Say whether a line is a date and no other's than an article's, by what it says of itself."""
    read = read_stamp_line(line.text)
    return read.mostly and not is_sites(read)


def _is_earlier(dates: Sequence[Line]) -> bool:
    """Say whether the second of two dates is the earlier day: a masthead's is the day of the capture."""
    if len(dates) != 2:  # noqa: PLR2004  # a masthead's and an article's
        return False
    first, second = ([each.value for each in read_stamp_line(date.text).stamps if each.value] for date in dates)
    return bool(first and second) and second[0][:_DAY_CHARS] < first[0][:_DAY_CHARS]
