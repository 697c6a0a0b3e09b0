"""Headlines: where a page has its headline that no line, or the wrong one, was taken for."""

from collections.abc import Sequence
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.datings import dates_names
from workers.stages.segmentation.features.pictures import find_picture
from workers.stages.segmentation.features.signs import scene_words
from workers.stages.segmentation.features.topics import stems_of
from workers.stages.segmentation.leads import is_cut_off, opens_article, tell_of_one
from workers.stages.segmentation.lines import TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.states import ARTICLE, TEXT, TITLES, first_text

_HEAD: Final = frozenset({"stamp", "byline", "caption", "head_credit", "share", "body_noise"})
_FEWEST_SPACES: Final = 5
"""Datelines have fewer: `الرباط (النهار) خاص`."""
_FEWEST_SHARED: Final = 3
_FEWEST_TITLE_SPACES: Final = 2
_COPIES_OF_TITLE: Final = 2
_LONGEST_TITLE: Final = 180
_KICKER_ENDS: Final = ("/", "|", ":")


def settle_deck(states: Sequence[str]) -> Sequence[str]:
    """Take a deck that opens an article without a headline for the headline, as below a picture's text."""
    first = next((place for place, state in enumerate(states) if state in ARTICLE), None)
    if first is None or states[first] != "deck" or "late_headline" in states:
        return states
    return [*states[:first], "headline", *states[first + 1 :]]


def settle_first_line(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take a text's first line for the headline where the lead tells it again, and what stood for one tells nothing.

    It looks like a headline, or may end as a sentence where the lead, which opens as leads do, has half of its words:
    of 6,135 articles none begins with either. What stood for the headline is the page's, or a date.
    """
    first = first_text(states)
    lead = _lead_below(lines, states, first)
    if lead is None or is_cut_off(lead) or "late_headline" in states:
        return states
    line = lines[first].text
    if not (_retells(line, lead) or _is_told(line, lead)):
        return states
    titles = [place for place in range(first) if states[place] in TITLES]
    told = stems_of(line) | stems_of(lead)
    dated = {place for place in titles if dates_names(lines[place].text)}
    if not all(place in dated or told.isdisjoint(stems_of(lines[place].text)) for place in titles):
        return states
    settled = [*states[:first], "headline", *states[first + 1 :]]
    for place in titles:
        settled[place] = "pre_stamp" if place in dated else "masthead"
    return settled


def _lead_below(lines: Sequence[Line], states: Sequence[str], first: int) -> str | None:
    """Give the text below an article's first line; its date or author may part them, and a dateline of its own."""
    short = False
    for place in range(first + 1, len(states)):
        if states[place] in TEXT:
            if len(lines[place].text) >= TEXT_CHARS:
                return lines[place].text
            if short:
                return None
            short = True
        elif states[place] not in _HEAD:
            return None
    return None


def _is_told(line: str, lead: str) -> bool:
    """Say whether a line looks like a headline, and the text below it tells of the same."""
    if not may_be_title(line) or line.count(" ") < _FEWEST_SPACES or not line[0].isalnum():
        return False
    return tell_of_one(line, lead)


def _retells(line: str, lead: str) -> bool:
    """Say whether a text that opens as leads do has half of a line's words."""
    if len(line) > _LONGEST_TITLE or opens_article(line) or not opens_article(lead):
        return False
    stems = stems_of(line)
    shared = len(stems & stems_of(lead))
    return shared >= _FEWEST_SHARED and shared * 2 >= len(stems)


def settle_missing(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a caption for the headline that the page lacks: the last of two copies.

    They tell what the lead tells, or the date stands below them, where a picture's text has its place.
    """
    first = _untitled_text(states)
    if first is None:
        return states
    # A dateline may stand on a line of its own.
    short = len(lines[first].text) < TEXT_CHARS and states[first + 1 : first + 2] == ["body"]
    lead = stems_of(" ".join(line.text for line in lines[first : first + 1 + short]))
    places = [place for place, state in enumerate(states) if state == "caption"]
    texts = [lines[place].text for place in places]
    for place, text in zip(reversed(places), reversed(texts), strict=True):
        if texts.count(text) < _COPIES_OF_TITLE:
            continue
        told = may_be_title(text) and len(stems_of(text) & lead) >= _FEWEST_SHARED
        if told or (states[place + 1] == "stamp" and text.count(" ") >= _FEWEST_TITLE_SPACES):
            return [
                "headline" if at == place else "masthead" if at in places and lines[at].text == text else state
                for at, state in enumerate(states)
            ]
    return states


def settle_signed(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take the only caption for the headline that the page lacks, beside an author or if the lead says it again.

    Columns are headed so, with a title of two words, above or below who wrote: a picture's text stands beside the text.
    Above the date it is the headline where another caption below says whose picture it is about.
    """
    first = _untitled_text(states)
    if first is None:
        return states
    captions = [place for place in range(first) if states[place] == "caption"]
    places = [place for place in captions if not _is_picture(lines[place].text)]
    places = [place for place in places if len(places) == 1 or not lines[place].text.endswith(_KICKER_ENDS)]
    if len(places) != 1:
        return states
    place, text = places[0], lines[places[0]].text
    told = may_be_title(text) and len(stems_of(text) & stems_of(lines[first].text)) >= _FEWEST_SHARED
    signed = "byline" in states[max(0, captions[0] - 1) : place + 2]
    pictured = len(captions) > 1 and states[place + 1] == "stamp" and text.count(" ") >= _FEWEST_TITLE_SPACES
    if not (told or signed or pictured) or ":" in text:
        return states
    states[place] = "headline"
    return states


def _is_picture(text: str) -> bool:
    """Say whether a caption tells where or by whom its picture was taken."""
    head = fold(text).lower()
    words = head.split()
    return not scene_words().isdisjoint(words) or find_picture(head, words) is not None


def _untitled_text(states: Sequence[str]) -> int | None:
    """Say where the first text stands of a page that has one, and no headline; else None."""
    first = first_text(states)
    titled = first == len(states) or not ARTICLE.isdisjoint(states[:first]) or "late_headline" in states
    return None if titled else first
