"""Recitals: the set sentences that aggregators write around an article's headline."""

from functools import cache
from typing import Final

from workers.arabic.fold import fold, fold_aligned
from workers.lexicon.loader import read_table

_SENTENCE_CHARS: Final = range(40, 400)
_OPENING_CHARS: Final = 12
_OPENING_LETTERS: Final = 3
"""So few letters of a sentence tell most lines from it, and stand among its first characters with any marks on them."""


def title_within(text: str) -> list[int]:
    """Say where the title begins and ends that stands in an aggregator's sentence; nowhere, if none does."""
    if not _may_recite(text):
        return []
    folded, offsets = fold_aligned(text)
    for before, after in _sentences():
        if folded.startswith(before):
            end = folded.rfind(after)
            if end > len(before):
                return [offsets[len(before)], offsets[end]]
    return []


def _may_recite(text: str) -> bool:
    """Say cheaply whether a line may be such a sentence; hardly any may."""
    return len(text) in _SENTENCE_CHARS and fold(text[:_OPENING_CHARS]).startswith(_openings())


@cache
def _sentences() -> tuple[tuple[str, str], ...]:
    """Give what stands before a title and behind it, folded, the longest first."""
    rows = {(fold(before), fold(after)) for before, after in read_table("title_sentences.tsv", ("before", "after"))}
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))


@cache
def _openings() -> tuple[str, ...]:
    return tuple({before[:_OPENING_LETTERS] for before, _ in _sentences()})
