"""Credits: where the source begins that ends a line."""

import re
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.lines import TEXT_CHARS
from workers.stages.segmentation.phrases.markers import spelt_phrases
from workers.stages.segmentation.phrases.names import names_source

_ENDS: Final = (")", "]", "/", ").", "].", "/.")
_CHARS: Final = 50
_LABELS: Final = ("المصدر", "المصادر", "مصدر")
_STUCK: Final = re.compile(r"[^\W\d_][.؟!](?P<name>[^\W\d_][^.:()]{1,30})$")
"""What is stuck to the full stop that a line's last sentence ends with."""
_SHORTEST_TEXT: Final = 160
"""A shorter line that a source in brackets ends without a full stop before it may be a picture's text."""


def find_source(text: str) -> int:
    """Say where the known source begins that a line ends with, in brackets, labelled or stuck to a stop; or 0."""
    if text.endswith(_ENDS) and (source := _bracketed().search(text, max(0, len(text) - _CHARS))):
        labelled = text[: source.start("source")].rstrip().endswith(_LABELS)
        apart = source["stop"] or (source["dash"] and len(text) > TEXT_CHARS)
        sure = apart or source["labelled"] or (len(text) > _SHORTEST_TEXT and text[-1] != "." and not labelled)
        known = source["labelled"] or names_source(fold(source["name"]).lower().strip())
        return source.start("source") if sure and known else 0
    if (stuck := _STUCK.search(text, max(0, len(text) - _CHARS))) and names_source(fold(stuck["name"]).lower()):
        return stuck.start("name")
    if ":" in text and (credit := _credit_at_end().search(text, max(0, len(text) - _CHARS))):
        return credit.start("source") if names_source(fold(credit["name"]).lower()) else 0
    return 0


def begin_of_source(text: str, start: int) -> int:
    """Say where the source begins that ends an aggregator's set sentence, known or not, behind its place; 0 without."""
    if text.endswith(_ENDS) and (source := _bracketed().search(text, max(start, len(text) - _CHARS))):
        return source.start("source")
    credit = _credit_at_end().search(text, start) if ":" in text else None
    return credit.start("source") if credit else 0


@cache
def _bracketed() -> re.Pattern[str]:
    labels = spelt_phrases({"credit"}, words=1)
    return re.compile(
        rf"(?P<stop>[.!؟»\"”:]\s{{0,3}})?(?P<source>(?P<dash>[-–—_]{{1,3}}\s?)?"
        rf"[(\[/](?P<labelled>{labels}\s?:\s?)?(?P<name>[^()\[\]/]{{2,30}})[)\]/]\.?)$"
    )


@cache
def _credit_at_end() -> re.Pattern[str]:
    """Match a credit that ends a line; without a full stop before it, its value must be a known source."""
    labels = spelt_phrases({"credit"}, words=1)
    # `المصدر:` may be stuck to the text's last word.
    before = r"(?:\s|(?<=ة)|(?<=[^\W\d_]{2})(?=ال?مص))"
    return re.compile(rf"{before}(?P<source>(?:{labels})\s?:\s?(?P<name>[^\s:][^:]{{0,30}}))$")
