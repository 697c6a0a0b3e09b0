"""Menus: rows of sections' names and buttons, parted or stuck together."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list, read_table
from workers.stages.segmentation.phrases.markers import MARKERS

_SECTIONS: Final = 3
_PAIR: Final = 2
_PAIRS: Final = 2
_PAIRED: Final = _PAIR * _PAIRS
_JOINED_SECTIONS: Final = 4
_MENU_CHARS: Final = 700
_MENU_SHARE: Final = 2
"""In a menu more than one word in two is a section's; no paragraph of 6,135 articles has so many."""
_WORDS: Final = re.compile(r"[^\W\d_]+")


def names_sections(words: Sequence[str]) -> bool:
    """Say whether a short line's folded words are or hold several sections' names or buttons."""
    known = _section_words()
    if not known.isdisjoint(words):
        sections = sum(word in known for word in words)
        if sections >= _SECTIONS or sections == len(words):
            return True
    return len(words) >= _PAIRED and sum(map(_section_pairs().__contains__, pairwise(words))) >= _PAIRS


def are_buttons(words: Sequence[str]) -> bool:
    """Say whether a line's folded words are nothing but several buttons' and sections' names."""
    place = found = 0
    while place < len(words):
        lengths = _button_lengths().get(words[place], ())
        length = next((each for each in lengths if tuple(words[place : place + each]) in _button_phrases()), 0)
        if not length:
            return False
        place += length
        found += 1
    return found >= _SECTIONS


def joins_sections(head: str) -> bool:
    """Say whether a folded line begins with sections' names that are stuck together."""
    return _sections_in_a_row().match(head) is not None


def is_menu(text: str) -> bool:
    """Say whether a long line is mostly the words of sections' names."""
    words = _WORDS.findall(fold(text)) if len(text) <= _MENU_CHARS else ()
    return _MENU_SHARE * sum(word in _menu_words() for word in words) > len(words)


@cache
def _buttons() -> frozenset[str]:
    """Give the names of sections and buttons that fill a line."""
    rows = read_table(MARKERS, ("class", "form", "phrase"))
    return frozenset(fold(text).lower() for cls, form, text in rows if cls == "boilerplate" and form == "line")


@cache
def _section_words() -> frozenset[str]:
    return frozenset(name for name in _buttons() if " " not in name)


@cache
def _section_pairs() -> frozenset[tuple[str, ...]]:
    """Give the sections' names and buttons of two words."""
    return frozenset(words for name in _buttons() if len(words := tuple(name.split())) == _PAIR)


@cache
def _button_phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_WORDS.findall(name)) for name in _buttons())


@cache
def _button_lengths() -> Mapping[str, tuple[int, ...]]:
    """Give by a button's first word how many words those have that begin with it, most first."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for phrase in _button_phrases():
        lengths[phrase[0]].add(len(phrase))
    return {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()}


@cache
def menu_names() -> frozenset[str]:
    """Give the folded names of sections that stand in menus."""
    return frozenset(fold(each).lower() for each in read_list("menu_words.txt"))


@cache
def _sections_in_a_row() -> re.Pattern[str]:
    names = sorted(map(re.escape, _section_words() | menu_names()), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(names)})\s?){{{_JOINED_SECTIONS},}}")


@cache
def _menu_words() -> frozenset[str]:
    """Give the words of sections' names, those of several words among them."""
    return _section_words().union(*map(str.split, menu_names()))
