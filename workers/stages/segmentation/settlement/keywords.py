"""Keywords: which lines behind an article are its keywords, though sections and buttons stand there, too."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.verbs import present_verbs
from workers.lexicon.loader import read_list
from workers.stages.segmentation.features.menus import names_sections
from workers.stages.segmentation.features.topics import Stems, are_strange, stems_of
from workers.stages.segmentation.lines import Line, may_be_title
from workers.stages.segmentation.phrases.markers import Shape, marker_of
from workers.stages.segmentation.states import TEXT, TITLES

_KEYWORDS: Final = frozenset({"keywords_label", "keywords_value"})
_NOISE: Final = frozenset({"tail_noise", "foot"})
_BULLETS: Final = "•●▪■◄►#-–—*· "
_ANY: Final = frozenset({"keywords", "keywords_label", "keywords_value"})
_HASHTAGS: Final = re.compile(r"(?:#\w+\s+)+#\w+")
_DIVIDER: Final = re.compile(r"\s[|•·/-]\s|[،,؛;]\s?")
_LIST: Final = re.compile("[،,؛;#]")
_NAME: Final = re.compile(r"[\w\s'-]+")
_NAME_WORDS: Final = 4
_MOST: Final = 2
"""Three sections in a row are a menu."""
_TAGGED: Final = _KEYWORDS | _NOISE | {"body", "keywords", "tail_promo"}
_HASHTAG: Final = re.compile(r"[•●▪■]?\s?#\s?\w+(?:\s\w+){0,3}")
_BULLETED: Final = re.compile(r"[•●▪■]\s?(?P<tag>\w+(?:\s\w+){0,3})")
_FEWEST: Final = 2
_TOLD: Final = frozenset({"headline", "headline_again", "deck", "body"})
_ARTICLE: Final = "ال"


def settle_keywords(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a section's name or two right behind keywords for keywords: `اقتصاد` is the last tag of many an article.

    What looks like keywords may be the headline of a page that has it below the text.
    """
    states = _settle_tags(lines, states)
    place = 0
    while place < len(states):
        place += 1
        if states[place - 1] not in _KEYWORDS:
            continue
        end = place
        while end < len(states) and states[end] in _NOISE and _is_subject(lines[end].text):
            end += 1
        if end - place <= _MOST:
            states[place:end] = ["keywords_value"] * (end - place)
        place = max(place, end)
    return _give_back(lines, _take_lists(lines, _take_title(lines, states)))


def _take_title(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take a line with a verb, as tags have none, that the text tells for the headline, if no other line is that."""
    if not TITLES.isdisjoint(states) or states.count("keywords") != 1:
        return states
    place = states.index("keywords")
    text = lines[place].text
    if may_be_title(text) and marker_of(text) is None and not present_verbs().isdisjoint(fold(text).split()):
        own = Stems().union(*(stems_of(line.text) for line, state in zip(lines, states, strict=True) if state in TEXT))
        if not are_strange(stems_of(text), own):
            states[place] = "late_headline"
    return states


def _take_lists(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take for keywords a row of names right below their label, and a row of hashtags where the page has no others."""
    for place in range(1, len(states)):
        if states[place] in _NOISE:
            text = lines[place].text
            if states[place - 1] == "keywords_label" and _is_row(text):
                states[place] = "keywords_value"
            elif "#" in text and _HASHTAGS.fullmatch(text) and _ANY.isdisjoint(states) and "body" in states[:place]:
                states[place] = "keywords"
    return states


def _settle_tags(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take hashtags on a line each for keywords, and bulleted words right below a text that holds most of them."""
    last = max((place for place, state in enumerate(states) if state == "body" and not _tag(lines[place])), default=-1)
    place = last + 1 if last >= 0 else len(states)
    while place < len(states):
        end = place
        while end < len(states) and states[end] in _TAGGED and _HASHTAG.fullmatch(lines[end].text):
            end += 1
        if end - place >= _FEWEST:
            states[place:end] = ["keywords_value"] * (end - place)
        place = max(place + 1, end)
    end = last + 1
    while 0 < end < len(states) and states[end] in _NOISE and _BULLETED.fullmatch(lines[end].text):
        end += 1
    tags = [tag for line in lines[last + 1 : end] if (tag := _tag(line))]
    if len(tags) >= _FEWEST:
        text = fold(" ".join(lines[at].text for at in range(last + 1) if states[at] in _TOLD)).lower()
        if 2 * sum(tag in text for tag in tags) > len(tags):
            states[last + 1 : end] = ["keywords_value"] * (end - last - 1)
    return states


def _tag(line: Line) -> str:
    """Give what a line holds behind a bullet or hash, folded; empty where that is no tag."""
    if match := _BULLETED.fullmatch(line.text):
        return fold(match["tag"]).lower().removeprefix(_ARTICLE)
    return fold(line.text.strip(_BULLETS)).lower() if _HASHTAG.fullmatch(line.text) else ""


def _is_row(text: str) -> bool:
    """Say whether a line is a row of a few words each, and no menu."""
    names = [name.strip(_BULLETS) for name in _DIVIDER.split(text)]
    few = len(names) > 1 and all(_NAME.fullmatch(name) and name.count(" ") < _NAME_WORDS for name in names)
    return few and not all(map(_is_subject, names)) and not any(map(marker_of, names))


def _give_back(lines: Sequence[Line], states: list[str]) -> list[str]:
    """Take the buttons and menus that keywords end with for furniture."""
    for place in range(len(states) - 1, 0, -1):
        ends = states[place] == "keywords_value" and states[place + 1 : place + 2] != ["keywords_value"]
        if ends and _is_furniture(lines[place].text):
            states[place] = "tail_noise"
    return states


def _is_furniture(text: str) -> bool:
    marker = marker_of(text)
    if marker and marker.cls == "boilerplate" and marker.shape is Shape.BARE:
        return not _is_subject(text)
    words = fold(text).split()
    return len(words) > _NAME_WORDS and _LIST.search(text) is None and names_sections(list(filter(str.isalpha, words)))


def _is_subject(text: str) -> bool:
    return fold(text.strip(_BULLETS)) in _subjects()


@cache
def _subjects() -> frozenset[str]:
    return frozenset(map(fold, read_list("subjects.txt")))
