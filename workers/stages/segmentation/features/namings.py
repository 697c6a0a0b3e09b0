"""Namings: what a short line names: sections, pictures, places, outlets, persons; and whether it has a voice."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.verbs import lead_verbs, present_verbs
from workers.lexicon.loader import read_list, read_table
from workers.stages.segmentation.features.menus import are_buttons, is_menu, names_sections
from workers.stages.segmentation.features.pictures import find_picture
from workers.stages.segmentation.phrases.ages import ends_in_age, may_end_in_age, names_aged
from workers.stages.segmentation.phrases.names import (
    names_agency,
    names_any_source,
    names_desk,
    names_person,
    names_place,
    names_source,
    says_outlet,
)

QUIET: Final = ("mute", "scene")
"""What a line without a voice shows last: nothing more, or where a picture may have been taken."""

_WORDS: Final = re.compile(r"[^\W\d_]+")
_VOICE: Final = re.compile(r"[:؟!\"«»“”|]|\.\.")
"""What quotes, questions and the two halves of a headline are marked with; few captions are."""
_FEWEST_WORDS: Final = 3
_FEWEST_SECTIONS: Final = 6
"""Of 6,135 headlines none has so many words, most of them sections' names."""
_OUTLET_WORDS: Final = 7
_DATELINE_CHARS: Final = 60
_CREDIT_PARTS: Final = 2
_EDGES: Final = " .،,"
_DIVIDER: Final = re.compile("[-–—|/ـ_()«»:]")
_DIVIDED: Final = re.compile(r"[-–—|/ـ_()«»:\[\]]+")
_BRACKETED: Final = re.compile(r"[()\[\]«»:]")
_TATWEEL: Final = " ـ "
_NAMED: Final = (("placed", names_place), ("sourced", names_source), ("signed_by", names_person))


def namings_of(text: str, head: str, *, named: bool) -> Iterator[str]:
    """Name what a short line names.

    Args:
        text: the line, trimmed and not empty.
        head: the line folded and in lower case.
        named: whether it is a name or begins with a marker, so that it has no voice to miss.
    """
    words = _WORDS.findall(head)
    if names_sections(words):
        yield from _sectioned(text, words)
    picture = find_picture(head, words)
    if picture:
        yield "caption_closed" if picture.sure else "pictured"
        head = head[: picture.start]
        words = _WORDS.findall(head)
    if len(words) == 1 and not named and words[0] in lead_verbs() and words[0] not in _stamp_words():
        yield "lone_verb"
    if len(words) >= _FEWEST_WORDS:
        yield from _voice(head, words, named=named)
    if may_end_in_age(text):
        yield from _aged(text)
    if len(words) <= _OUTLET_WORDS and says_outlet(words):
        yield "outlet"
    if len(text) <= _DATELINE_CHARS and not picture and _DIVIDER.search(text):
        yield from _divided(fold(text.replace(_TATWEEL, " - ")).lower() if _TATWEEL in text else head, named=named)


def _sectioned(text: str, words: Sequence[str]) -> Iterator[str]:
    """Say whether a line that names sections is nothing but buttons, or mostly sections' names."""
    yield "sections"
    if are_buttons(words):
        yield "buttons"
    elif len(words) >= _FEWEST_SECTIONS and is_menu(text):
        yield "menu"


def _voice(head: str, words: Sequence[str], *, named: bool) -> tuple[str, ...]:
    """Say whether a line has a voice, as headlines have: a verb or a quotation; or else perhaps where it was taken."""
    if _VOICE.search(head, 0, len(head) - 1) or not _present_verbs().isdisjoint(words):
        return ("voiced",)
    if named:
        return ()
    return ("mute",) if scene_words().isdisjoint(words) else QUIET


def _divided(head: str, *, named: bool) -> Iterator[str]:
    """Say what a short line of several parts names, as datelines do: a place, a source, a person; and if nothing else.

    Behind a marker the latter says nothing more.
    Folding leaves no tatweel, which some sites divide with.
    """
    parts = [part for each in _DIVIDED.split(head) if (part := each.strip(_EDGES))]
    if len(parts) > 1:
        found = [name for name, names in _NAMED if any(map(names, parts))]
        yield from found
        if "placed" in found and "sourced" in found:
            yield "wired"
        if not named and all(map(_names_anything, parts)):
            yield "attributed" if "signed_by" not in found else "datelined" if "placed" in found else "authored"
        if not (named or "placed" in found or _BRACKETED.search(head)) and _credits(parts):
            yield "credited"


def _credits(parts: Sequence[str]) -> bool:
    """Say whether one of two parts is a desk or an agency, and the other mere words that may be an outlet's name."""
    if len(parts) != _CREDIT_PARTS or not any(names_desk(part) or names_agency(part) for part in parts):
        return False
    return all("".join(part.split()).isalpha() and part.count(" ") < _FEWEST_WORDS for part in parts)


def _names_anything(part: str) -> bool:
    """Say whether a part of a line names a place, a person, an outlet or its desk, and nothing else."""
    return names_place(part) or names_desk(part) or names_person(part) or names_any_source(part)


def _aged(text: str) -> Iterator[str]:
    """Say whether a line ends in an age, and whether it is an outlet that stands before that."""
    if ends_in_age(text):
        yield "aged"
    if names_aged(text):
        yield "name_aged"


@cache
def _present_verbs() -> frozenset[str]:
    return present_verbs() | speech_verbs()


@cache
def scene_words() -> frozenset[str]:
    """Give the words of `scene_words.txt`, folded."""
    return frozenset(fold(word) for word in read_list("scene_words.txt"))


@cache
def speech_verbs() -> frozenset[str]:
    """Give the verbs of `attribution_words.txt`, folded."""
    return frozenset(fold(word) for word in read_list("attribution_words.txt"))


@cache
def _stamp_words() -> frozenset[str]:
    return frozenset(fold(word) for word, _ in read_table("stamp_words.tsv", ("label", "purpose")))
