"""Leads: where one begins behind its headline on one line, seen from the words that it tells again."""

import re
from functools import cache
from itertools import islice
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.particles import particles
from workers.arabic.verbs import lead_verbs, present_verbs
from workers.stages.segmentation.features.topics import stems_of

_WORD: Final = re.compile(r"\S+")
_EDGES: Final = '"«»“”()[]،,:؛.!؟'
_WORDS: Final = range(3, 20)
_TITLE_CHARS: Final = range(15, 141)
_OPENING_CHARS: Final = 160
_TOLD_CHARS: Final = 240
_RETOLD: Final = 2
_SHORTEST_SUBJECT: Final = 3
_COMMA: Final = re.compile("[،,؛](?!\\d)")
_PAUSE: Final = re.compile(r"[،,.؛](?!\w)")
_SENTENCE_CHARS: Final = 500
"""A lead has a pause before that; rows of headlines have none."""
_AND: Final = "و"
_BARS: Final = ("-", "–", "—", "|", "/", ":", "،", ",", "؛")


def find_lead(text: str, start: int) -> int:
    """Say where the lead begins behind a headline that begins at a place; 0 if no verb shows it.

    Where several verbs of the past may open it, that one does behind which the headline's words are told again.
    """
    retold = _find(text, start, least=_RETOLD)
    if retold:
        return retold
    words = islice(_WORD.finditer(text, start), _WORDS.start, _WORDS.stop)
    return next((word.start() for word in words if fold(word.group()) in _verbs()), 0)


def find_retold(text: str, start: int, least: int = _RETOLD) -> int:
    """Say where the lead begins behind what stands at a place, if that may be a headline; 0 if it may not.

    A headline begins with no verb of a report and with no particle, has no comma, and does not lead up to the verb that
    the lead begins with; the lead tells its words again. Seven of ten of 6,135 articles begin so, and a dozen of them
    without their headlines.

    Args:
        text: the line.
        start: where the headline may begin.
        least: how many of its words must be told again.
    """
    opening = _WORD.search(text, start)
    if opening is None or not _opens_title(opening.group()):
        return 0
    lead = _find(text, start, least=least)
    if not lead or not _PAUSE.search(text, lead, lead + _SENTENCE_CHARS):
        return 0
    return lead if _is_title(text[start:lead].rstrip()) else 0


def reads_as_title(text: str) -> bool:
    """Say whether what a line begins with may be a headline, by its length, first and last words and marks."""
    opening = _WORD.search(text)
    return opening is not None and _opens_title(opening.group()) and _is_title(text.rstrip())


def _opens_title(word: str) -> bool:
    first = fold(word).strip(_EDGES)
    bare = first.removeprefix(_AND)
    return bool(first) and first not in particles() and _telling().isdisjoint((first, bare))


def _is_title(title: str) -> bool:
    if len(title) not in _TITLE_CHARS or _COMMA.search(title) or title.endswith((*_BARS, ".")):
        return False
    words = fold(title).split()
    return words[-1].strip(_EDGES) not in particles() and _lead_words().isdisjoint(words)


def _find(text: str, start: int, least: int) -> int:
    """Say where a verb of leads, or a word before the headline's first, stands that what it opens tells again; or 0."""
    words = list(islice(_WORD.finditer(text, start, start + _OPENING_CHARS + _TOLD_CHARS), _WORDS.stop + 1))
    keys = [fold(word.group()).strip(_EDGES) for word in words]
    for number in range(_WORDS.start, len(words) - 1):
        if _ends_sentence(words[number - 1].group()):
            return 0
        verb = keys[number] in _verbs()
        turned = len(keys[0]) >= _SHORTEST_SUBJECT and keys[number + 1] == keys[0] and _may_be_verb(keys[number])
        if not (verb or turned):
            continue
        place = words[number].start()
        if len(stems_of(text[start:place]) & stems_of(text[place : place + _TOLD_CHARS])) >= least:
            return place
    return 0


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and not word.endswith("..") and len(word) > _SHORTEST_SUBJECT


def _may_be_verb(key: str) -> bool:
    """Say whether an unknown word may be the verb that a lead begins with: not a particle, a name's or a number."""
    return key.isalpha() and not key.startswith(("ال", "ل")) and key not in particles()


@cache
def _verbs() -> frozenset[str]:
    """Give the verbs of the past that leads begin with."""
    return lead_verbs() - present_verbs()


@cache
def _telling() -> frozenset[str]:
    return lead_verbs() | present_verbs()


@cache
def _lead_words() -> frozenset[str]:
    """Give words that sentences have before their verb, and hardly any headline: pronouns, today and yesterday."""
    return frozenset(map(fold, ("الذي", "التي", "الذين", "حيث", "إن", "أن", "اليوم", "أمس", "الأمس", "البارحة")))
