"""Promos: where one stands behind a sentence's end on a line, and where the text goes on behind it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.verbs import present_verbs
from workers.lexicon.loader import read_list
from workers.stages.segmentation.parts.nexts import STOP
from workers.stages.segmentation.phrases.markers import spelt_phrases

_AND: Final = re.compile(r"\s(?P<and>و(?P<verb>[^\W\d_]{3,10})\s)")
_PROMO_CHARS: Final = range(15, 140)


def find_promos(text: str) -> Iterator[tuple[int, int]]:
    """Find a promo behind a sentence's end, up to where the text goes on: at a verb with its conjunction."""
    for match in _promo().finditer(text):
        window = (match.end() + _PROMO_CHARS.start, match.end() + _PROMO_CHARS.stop)
        ends = [each.start("and") for each in _AND.finditer(text, *window) if _tells(each["verb"])]
        ends += [each.start("and") for each in _continuation().finditer(text, *window)]
        if ends:
            yield match.start("label"), min(ends)


def _tells(verb: str) -> bool:
    """Say whether a word behind `و` is a verb of reports, or one of what will be: `وستعلن`."""
    return verb in _verbs() or (verb[0] == "س" and verb[1:] in _verbs()) or fold(verb) in present_verbs()


@cache
def _promo() -> re.Pattern[str]:
    phrases = spelt_phrases({"read_also", "related"}, words=2)
    colon = spelt_phrases({"read_also"}, words=1)
    return re.compile(rf"{STOP}(?P<label>(?:{phrases})\s?:?\s?|(?:{colon})\s?:\s?)")


@cache
def _continuation() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<and>(?:{'|'.join(read_list('continuations.txt'))})\s)")


@cache
def _verbs() -> frozenset[str]:
    """Give the verbs of reports, unfolded: a short one folded can be a noun, such as `وادي`, a valley."""
    lists = ("attribution_words.txt", "lead_verbs.txt")
    return frozenset(verb for each in lists for verb in read_list(each))
