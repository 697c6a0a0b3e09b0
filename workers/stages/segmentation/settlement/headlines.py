"""Headlines: where a page has its headline that no line, or the wrong one, was taken for."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.datings import dates_names
from workers.stages.segmentation.features.menus import names_sections
from workers.stages.segmentation.features.namings import scene_words
from workers.stages.segmentation.features.pictures import find_picture, shows_person
from workers.stages.segmentation.features.topics import stems_of
from workers.stages.segmentation.leads import is_cut_off, lead_from, opens_article, opens_with_verb, tell_of_one
from workers.stages.segmentation.lines import TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.phrases.names import names_place
from workers.stages.segmentation.states import ARTICLE, MASTHEAD, TEXT, TITLES, first_text

_HEAD: Final = frozenset({"stamp", "byline", "caption", "head_credit", "share"})
_FEWEST_SPACES: Final = 5
"""Datelines have fewer: `الرباط (النهار) خاص`."""
_FEWEST_SHARED: Final = 3
_FEWEST_SHARED_FIRST: Final = 2
"""With what a page begins: pictures' texts mostly stand below something."""
_FEWEST_TITLE_SPACES: Final = 2
_COPIES_OF_TITLE: Final = 2
_UNREAD: Final = frozenset({"masthead", "share", "caption"})
_NOISY: Final = frozenset({"share", "body_noise"})
_COUNT_CHARS: Final = 25
_BELOW_TITLES: Final = frozenset({"stamp", "byline"})
_STEPS: Final = ("/", ">", "»", "›", "-", "–")
_LONGEST_TITLE: Final = 180
_CLAUSES: Final = "، "
_URGENT: Final = re.compile(r"عاجل\s?[:|/.…-]")
_KICKER_ENDS: Final = ("/", "|", ":")


def settle_places(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take a headline that is nothing but a place's name for the section that the article stands in."""
    return [
        "masthead" if state in TITLES and names_place(fold(line.text).lower()) else state
        for line, state in zip(lines, states, strict=True)
    ]


def settle_first_line(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take a text's first line for the headline where the lead tells it again, and what stood for one tells nothing.

    It looks like a headline, or may end as a sentence where the lead, which opens as leads do, has half of its words:
    of 6,135 articles none begins with either. What stood for the headline is the page's, or a date.
    """
    first = first_text(states)
    following = next((place for place in range(first + 1, len(states)) if states[place] not in _HEAD), len(states))
    if following == len(states) or states[following] not in TEXT or "late_headline" in states:
        return states
    line, lead = lines[first].text, lines[following].text
    if len(lead) < TEXT_CHARS:
        # Lines are broken, or a dateline has its own: what opens as leads do, below what does not, is one.
        lead = lead_from(lines, states, following)
        if opens_with_verb(fold(line)) or not opens_article(lead):
            return states
    if len(lead) < TEXT_CHARS or is_cut_off(lead) or not (_retells(line, lead) or _is_told(line, lead)):
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


def _is_told(line: str, lead: str) -> bool:
    """Say whether a line looks like a headline, and the text below it tells of the same."""
    if not may_be_title(line) or line.count(" ") < _FEWEST_SPACES or not line[0].isalnum():
        return False
    return tell_of_one(line, lead)


def _retells(line: str, lead: str) -> bool:
    """Say whether a text that opens as leads do has half of a line's words, and the line has but one clause."""
    if len(line) > _LONGEST_TITLE or _CLAUSES in line or opens_article(line) or not opens_article(lead):
        return False
    stems = stems_of(line)
    shared = len(stems & stems_of(lead))
    return shared >= _FEWEST_SHARED and shared * 2 >= len(stems)


def settle_broken(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take what opens an article for its text where the headline stands below it: the first line of a broken one.

    Nothing of a head stands below that line, its next one opens as no lead does, and the headline, above its date,
    tells of the same. Sections' names are a menu there.
    """
    if "late_headline" not in states:
        return states
    late = states.index("late_headline")
    titles = [place for place in range(late) if states[place] in TITLES]
    if len(titles) != 1 or states[late + 1 : late + 2] != ["tail_stamp"]:
        return states
    first = titles[0]
    if names_sections(fold(lines[first].text).lower().split()):
        return [*states[:first], "masthead", *states[first + 1 :]]
    below = next((place for place in range(first + 1, late) if states[place] not in _NOISY), late)
    if states[below] not in TEXT or opens_article(lead_from(lines, states, below)):
        return states
    told = f"{lines[first].text} {lead_from(lines, states, below)}"
    return [*states[:first], "body", *states[first + 1 :]] if tell_of_one(lines[late].text, told) else states


def settle_missing(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a caption for the headline that the page lacks: the last of two copies.

    They tell what the lead tells, or the date or author stands below them, where a picture's text has its place.
    """
    first = _untitled_text(states)
    if first is None:
        return states
    lead = stems_of(lead_from(lines, states, first))
    places = [place for place, state in enumerate(states) if state == "caption"]
    texts = [lines[place].text for place in places]
    copies = Counter(texts)
    for place, text in zip(reversed(places), reversed(texts), strict=True):
        if copies[text] < _COPIES_OF_TITLE:
            continue
        told = may_be_title(text) and len(stems_of(text) & lead) >= _FEWEST_SHARED
        if told or (states[place + 1] in _BELOW_TITLES and " " in text):
            return [
                "headline" if at == place else "masthead" if state == "caption" and lines[at].text == text else state
                for at, state in enumerate(states)
            ]
    return states


def settle_dated(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take for the headline that the page lacks what the lead tells again, with dates and counts alone between them.

    Three counts in a row look like a masthead's.
    """
    first = _untitled_text(states)
    if first is None or not MASTHEAD.issuperset(states[:first]) or "mast_stamp" not in states[:first]:
        return states
    title = next((at for at in reversed(range(first)) if len(lines[at].text) > _COUNT_CHARS), first)
    if "mast_stamp" not in states[title:first] or not _is_told(lines[title].text, lead_from(lines, states, first)):
        return states
    head = ["stamp" if state == "mast_stamp" else "share" for state in states[title + 1 : first]]
    return [*states[:title], "headline", *head, *states[first:]]


def settle_signed(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take the only caption for the headline that the page lacks, beside an author or if the lead or a trail tells it.

    Columns are headed so, with a title of two words, above or below who wrote: a picture's text stands beside the text.
    Above the date it is the headline where another caption below says whose picture it is about. What is urgent is
    always news, and what stands between two copies of the author's name a column's title.
    """
    first = _untitled_text(states)
    if first is None:
        return states
    if between := _between_names(lines, states, first):
        states[between] = "headline"
        return states
    captions = [place for place in range(first) if states[place] == "caption"]
    if len(captions) == 1 and any(_leads_to(line.text, lines[captions[0]].text) for line in lines[: captions[0]]):
        states[captions[0]] = "headline"
        return states
    places = [place for place in captions if not _is_picture(lines[place].text)]
    places = [place for place in places if len(places) == 1 or not lines[place].text.endswith(_KICKER_ENDS)]
    if len(places) != 1:
        return states
    place, text = places[0], lines[places[0]].text
    fewest = _FEWEST_SHARED if place or shows_person(fold(text).lower().split()) else _FEWEST_SHARED_FIRST
    told = may_be_title(text) and len(stems_of(text) & stems_of(lead_from(lines, states, first))) >= fewest
    signed = "byline" in states[max(0, captions[0] - 1) : place + 2]
    pictured = len(captions) > 1 and states[place + 1] == "stamp" and text.count(" ") >= _FEWEST_TITLE_SPACES
    urgent = _URGENT.match(fold(text)) is not None
    if not urgent and (not (told or signed or pictured) or ":" in text):
        return states
    states[place] = "headline"
    return states


def _between_names(lines: Sequence[Line], states: Sequence[str], first: int) -> int:
    """Find the column's title that its author's name stands above and below; 0 without one."""
    for place in range(1, first):
        beside = states[place - 1] == states[place + 1] == "byline" and states[place] in _UNREAD
        if beside and lines[place - 1].text == lines[place + 1].text:
            return place
    return 0


def _is_picture(text: str) -> bool:
    """Say whether a caption tells where or by whom its picture was taken."""
    head = fold(text).lower()
    words = head.split()
    return not scene_words().isdisjoint(words) or find_picture(head, words) is not None


def _leads_to(trail: str, title: str) -> bool:
    """Say whether a line is a trail of sections that ends with a title."""
    return trail.endswith(title) and trail[: -len(title)].rstrip(" ").endswith(_STEPS) and trail != title


def _untitled_text(states: Sequence[str]) -> int | None:
    """Say where the first text stands of a page that has one, and no headline; else None."""
    first = first_text(states)
    titled = first == len(states) or not ARTICLE.isdisjoint(states[:first]) or "late_headline" in states
    return None if titled else first
