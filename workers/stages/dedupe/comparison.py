"""Comparison of two documents, exact on their tokens."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from schemas.annotated_page import Fingerprint
from workers.stages.dedupe.fingerprint import MIN_HEADLINE_TOKENS
from workers.stages.dedupe.tokens import NUMERIC, SHINGLE, Tokens

START: Final = 40
"""Trigrams that count as a document's start."""

MAX_DATELINE: Final = 8
"""Tokens that one copy may have before the other's beginning: a dateline that was not recognised, or `عاجل`."""

_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Side:
    """How much of one document the other has.

    Attributes:
        length: tokens of the whole document; those past the first 1,024 are not compared.
        coverage: share of its trigrams that the other has, 0 to 1.
        start: the same for its first 40 trigrams.
        first: index of its first token inside the match; the number of tokens compared where nothing matches.
        edited: tokens outside the match, an additional dateline left out.
        edited_numbers: the numbers among them.
        agreement: share of its numbers between the match's first and last token that lie inside it; 1 without numbers.
        numbers: those numbers.
    """

    length: int
    coverage: float
    start: float
    first: int
    edited: int
    edited_numbers: int
    agreement: float
    numbers: int


@dataclass(frozen=True, slots=True)
class Match:
    """What two documents have in common.

    Attributes:
        mine: the first document's side.
        theirs: the second document's side.
        jaccard: common trigrams among all distinct ones, 0 to 1.
        shared: distinct trigrams in common.
        headline: share of the shorter headline's tokens that the other has; None unless both have one of 3 tokens.
    """

    mine: Side
    theirs: Side
    jaccard: float
    shared: int
    headline: float | None

    @property
    def agreement(self) -> float:
        """How far numbers agree inside the match; the better side's share, since an insertion spoils one side only."""
        return max(self.mine.agreement, self.theirs.agreement)

    @property
    def numbers(self) -> int:
        """Numbers inside the match, on the side that has fewer."""
        return min(self.mine.numbers, self.theirs.numbers)

    @property
    def containment(self) -> float:
        """Share of the shorter document's trigrams that the longer one has, 0 to 1."""
        shorter = min(self.mine, self.theirs, key=lambda side: side.length)
        return shorter.coverage

    @property
    def edited(self) -> int:
        """Tokens that stand on one side only."""
        return self.mine.edited + self.theirs.edited

    @property
    def edited_numbers(self) -> int:
        """Numbers that stand on one side only."""
        return self.mine.edited_numbers + self.theirs.edited_numbers


class Words(NamedTuple):
    """What of a fingerprint is compared: two that are equal here have all comparisons in common."""

    length: int
    headline: bytes
    tokens: bytes


class Text:
    """A fingerprint made ready for comparison with several others."""

    __slots__ = ("headline", "length", "tokens", "trigrams", "vocabulary")

    def __init__(self, of: Fingerprint | Words) -> None:
        self.length = of.length
        self.tokens: Tokens = np.frombuffer(of.tokens, "<u2")
        self.headline: Tokens = np.frombuffer(of.headline, "<u2")
        wide = self.tokens.astype(np.uint64)
        # Three tokens fit into 48 bits, so equal trigrams are equal tokens: nothing is hashed a second time.
        self.trigrams = wide[:-2] << np.uint64(32) | wide[1:-1] << np.uint64(16) | wide[2:]
        self.vocabulary = np.unique(self.trigrams)


def compare(mine: Text, theirs: Text) -> Match:
    """Compare two documents.

    Documents of fewer than 3 tokens have no trigrams: they share nothing.
    """
    in_theirs, in_mine = _isin(mine.trigrams, theirs.vocabulary), _isin(theirs.trigrams, mine.vocabulary)
    shared = int(np.count_nonzero(_isin(mine.vocabulary, theirs.vocabulary)))
    distinct = len(mine.vocabulary) + len(theirs.vocabulary) - shared
    my_words, their_words = _covered(in_theirs, len(mine.tokens)), _covered(in_mine, len(theirs.tokens))
    my_first, their_first = _first(my_words), _first(their_words)
    return Match(
        mine=_side(mine, in_theirs, my_words, my_first, their_first),
        theirs=_side(theirs, in_mine, their_words, their_first, my_first),
        jaccard=shared / distinct if distinct else 0.0,
        shared=shared,
        headline=_headline_overlap(mine.headline, theirs.headline),
    )


def _isin(values: npt.NDArray[np.uint64], vocabulary: npt.NDArray[np.uint64]) -> _Mask:
    if not len(vocabulary):
        return np.zeros(len(values), np.bool_)
    at = vocabulary.searchsorted(values)
    at[at == len(vocabulary)] = 0
    found: _Mask = vocabulary[at] == values
    return found


def _covered(trigrams: _Mask, length: int) -> _Mask:
    """Mark the tokens that lie in at least one matched trigram."""
    covered = np.zeros(length, np.bool_)
    for shift in range(SHINGLE if len(trigrams) else 0):
        covered[shift : shift + len(trigrams)] |= trigrams
    return covered


def _first(covered: _Mask) -> int:
    return int(covered.argmax()) if covered.any() else len(covered)


def _side(text: Text, matched: _Mask, covered: _Mask, first: int, other_first: int) -> Side:
    # Where only one copy begins before the match, that is a dateline; where both do, the beginning was rewritten.
    body_from = first if other_first == 0 and first <= MAX_DATELINE else 0
    numeric = (text.tokens & NUMERIC) != 0
    outside = ~covered[body_from:]
    last = len(covered) - int(covered[::-1].argmax()) if first < len(covered) else first
    numbers = int(np.count_nonzero(numeric[first:last]))
    agreeing = int(np.count_nonzero(numeric[first:last] & covered[first:last]))
    return Side(
        length=text.length,
        coverage=float(matched.mean()) if len(matched) else 0.0,
        start=float(matched[:START].mean()) if len(matched) else 0.0,
        first=first,
        edited=int(np.count_nonzero(outside)),
        edited_numbers=int(np.count_nonzero(outside & numeric[body_from:])),
        agreement=agreeing / numbers if numbers else 1.0,
        numbers=numbers,
    )


def _headline_overlap(mine: Tokens, theirs: Tokens) -> float | None:
    if min(len(mine), len(theirs)) < MIN_HEADLINE_TOKENS:
        return None
    first, second = set(mine.tolist()), set(theirs.tolist())
    return len(first & second) / min(len(first), len(second))
