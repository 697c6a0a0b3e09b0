"""The words of dates, read from the lexicon once and made into patterns over folded text."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from workers.arabic.fold import fold, lower
from workers.lexicon.loader import known_word, number, read_mapping, read_table

WORD_START: Final = r"(?<![^\W\d_])"
"""What every pattern of words begins with."""


@lru_cache(maxsize=1024)
def key(words: str) -> str:
    """Make the form under which words are looked up: folded, lower case, single spaces."""
    return " ".join(lower(fold(words)).split())


def one_of(words: Iterable[str]) -> str:
    """Make a pattern source that matches any of the words as whole words, the longest first."""
    ordered = sorted({key(each) for each in words}, key=lambda word: (-len(word), word))
    spellings = "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)
    return rf"{WORD_START}(?:{spellings})(?![^\W\d_])"


def _numbers(name: str) -> dict[str, int]:
    return {key(word): number(int, name, figure) for word, figure in read_mapping(name).items()}


def _meanings(name: str, known: tuple[str, ...]) -> dict[str, str]:
    return {key(word): known_word(name, meaning, known) for word, meaning in read_mapping(name).items()}


MONTHS: Final = _numbers("months.tsv")
HIJRI_MONTHS: Final = _numbers("hijri_months.tsv")
WEEKDAYS: Final = _numbers("weekdays.tsv")
COUNTS: Final = _numbers("counts.tsv")
NAMED_DAYS: Final = _numbers("named_days.tsv")
DAY_PARTS: Final = _meanings("day_parts.tsv", ("am", "pm", "noon", "night"))
ZONES: Final = {key(word): offset for word, offset in read_mapping("zones.tsv").items()}
STAMP_WORDS: Final = _meanings("stamp_words.tsv", ("published", "updated", "captured", "link"))
AGES: Final = {key(word): (count, unit) for word, count, unit in read_table("ages.tsv", ("word", "how many", "unit"))}
