"""Stuck words: where a label or a source's name ends that the first word behind it is stuck to."""

import re
from functools import cache
from typing import Final

from workers.arabic.fold import fold, fold_aligned, lower
from workers.arabic.verbs import lead_verbs
from workers.lexicon.loader import read_list, read_table
from workers.stages.segmentation.phrases.markers import MARKERS
from workers.stages.segmentation.phrases.names import ends_outlet, names_source, opens_outlet, source_names

_STUCK_CHARS: Final = 50
_OPENING_CHARS: Final = 3
_OFFICE_GAPS: Final = 3
_TWO_WORDS: Final = re.compile(r"\w+ \w\w")
"""A word and two letters of the next: what few phrases share, and few lines begin with."""
_NAME_WORDS: Final = 4
_SEAM: Final = re.compile(r"ة(?=[^\W\d_]{3})")
_STUCK_TITLE_CHARS: Final = range(45, 110)
_SHORTEST_TITLE: Final = 25
_TITLE_GAPS: Final = 2
_LONGEST_WORD: Final = 17
_STOPS: Final = frozenset(".،,؛:…")
_SHORTEST_TAIL: Final = 2
_SHORTEST_VERB: Final = 3
_SURE_VERB: Final = 4
"""Shorter verbs are the end of many a name, such as `المشهد`."""
_SUFFIX_CHARS: Final = 2
_SHORTEST_NAME: Final = 4


def end_of_stuck(text: str) -> int:
    """Say where a label or a source's name ends that the next word is stuck to; 0 if a line begins with none."""
    beginning = text[:_STUCK_CHARS]
    head = lower(fold(beginning))
    end = _end_of_phrase(head) or _end_of_source(beginning, head)
    return fold_aligned(beginning)[1][end] if end else 0


def end_of_title(text: str) -> int:
    """Say where a headline ends that its picture's text is stuck to, seen from a letter that nothing is joined to.

    0 where there is none, or several seams, as in rows of headlines. Of 6,135 headlines one has such a seam within.
    """
    seams = list(_SEAM.finditer(text)) if len(text) in _STUCK_TITLE_CHARS and text[-1] not in _STOPS else ()
    if len(seams) != 1:
        return 0
    end = seams[0].end()
    sides = (text[:end], text[end:])
    long = max(map(len, text.split())) > _LONGEST_WORD
    return 0 if long or len(sides[0]) < _SHORTEST_TITLE or any(side.count(" ") < _TITLE_GAPS for side in sides) else end


def _end_of_phrase(head: str) -> int:
    opening = _TWO_WORDS.match(head)
    for phrase in _phrases().get(opening.group(), ()) if opening else ():
        if head.startswith(phrase):
            if head[len(phrase) : len(phrase) + 1].isalnum():
                return len(phrase)
            break
    if not head.startswith(_labels()):
        return 0
    first = head.partition(" ")[0]
    label = next((label for label in _labels() if first.startswith(label)), "")
    rest = first[len(label) :]
    return len(label) if label and (rest[:1].isdigit() or len(rest) > _SUFFIX_CHARS) else 0


def _end_of_source(beginning: str, head: str) -> int:
    """Say where an outlet's name ends, known, or known by one of its words, that a lead's verb is stuck to."""
    words = head.split(" ")[:_NAME_WORDS]
    outlet = opens_outlet(words[0])
    if outlet and (seam := _SEAM.search(beginning)) and beginning.count(" ", 0, seam.end()) < _NAME_WORDS:
        return len(fold(beginning[: seam.end()]))
    start = 0
    for number, word in enumerate(words):
        for verb in _verbs_by_end().get(word[-_SHORTEST_VERB:], ()):
            split = len(word) - len(verb)
            if split < _SHORTEST_TAIL or not word.endswith(verb):
                continue
            name = word[:split]
            if number == 0:
                ends = split >= _SHORTEST_NAME and names_source(name)
            else:
                ends = (ends_outlet(name) and all(map(str.isalpha, words[:number]))) or (
                    outlet and split >= _SHORTEST_NAME and len(verb) >= _SURE_VERB
                )
            if ends:
                return start + split
        start += len(word) + 1
    return 0


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Order labels of lists and sources' names of several words by what they open with, the longest first."""
    labels = [
        text
        for cls, _, text in read_table(MARKERS, ("class", "form", "phrase"))
        if cls == "related" or (cls == "boilerplate" and text.count(" ") >= _OFFICE_GAPS)
    ]
    phrases: dict[str, list[str]] = {}
    for phrase in {fold(text).lower() for text in (*labels, *source_names())}:
        if " " in phrase:
            opening = phrase[: phrase.index(" ") + _OPENING_CHARS]
            phrases.setdefault(opening, []).append(phrase)
    return {opening: tuple(sorted(same, key=len, reverse=True)) for opening, same in phrases.items()}


@cache
def _labels() -> tuple[str, ...]:
    """Give the tickers' labels of one word."""
    return tuple(fold(text) for text in read_list("ticker_labels.txt"))


@cache
def _verbs_by_end() -> dict[str, tuple[str, ...]]:
    """Order the verbs by their last letters, the longest first."""
    verbs: dict[str, list[str]] = {}
    for verb in sorted(lead_verbs(), key=len, reverse=True):
        verbs.setdefault(verb[-_SHORTEST_VERB:], []).append(verb)
    return {end: tuple(alike) for end, alike in verbs.items()}
