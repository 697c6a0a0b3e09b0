"""Scores of tags: log odds of a stretch of words as a tag against leaving its words with their neighbours."""

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from workers.profiles.knowledge import Vocabulary
from workers.stages.metadata.keywords.page_phrases import LONGEST
from workers.stages.metadata.keywords.words import Form, Word, known_phrases


# Weights are compared by identity, as keys of what is remembered of words' forms.
@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What each piece of evidence adds.

    Set by hand from what it means in Arabic, not fitted to a corpus. Halving or doubling any one of them moves F1 on
    composed pages by at most .024 (`on_page` halved, tags shuffled), most of them by less than .005.
    """

    cut: float = -0.5
    """A cut's price: with nothing to speak for it, words stay together."""
    on_page: float = 4.0
    """For each further word of a phrase that the page's text holds: word pairs are some e^4 times rarer than words."""
    word_on_page: float = 0.5
    known: float = 3.0
    """A name of several words in the lexicon."""
    known_word: float = 1.5
    begins_with_conjunction: float = -4.0
    begins_with_particle: float = -3.0
    begins_with_agreeing_adjective: float = -2.5
    """`الروسي` after `الجيش`: both have the article or neither has."""
    begins_with_adjective: float = -1.0
    begins_with_latin: float = -1.5
    """`Google` after `غوغل`."""
    continues_latin: float = -1.0
    begins_with_figure: float = -2.0
    begins_with_head: float = 1.0
    """`وزارة`, `رئيس`, `قمة` open phrases."""
    ends_with_particle: float = -4.0
    ends_with_head: float = -2.0
    ends_indefinite_before_article: float = -1.5
    """`رجال` before `المخابرات`: a noun without article governs the one with it."""
    ends_with_given_name: float = -1.0
    head_alone: float = -2.5
    adjective_alone: float = -1.0
    indefinite_noun_alone: float = -0.7
    source_tag: float = 0.5
    """By the logarithm of how often the page's source had the tag."""
    source_pair: float = 4.0
    """For each two words that always go together in the source's keyword lines; less where they do so sometimes."""
    source_parts: float = 2.0
    """For a cut between words that stood on four lines there and never side by side; twice for 16 lines, and so on."""
    source_word_alone: float = 1.0
    """By the logarithm of how rarely a word was a tag of its own there."""


WEIGHTS: Final = Weights()

_FREQUENT: Final = 4
"""In so many lines of a source, words that go together have stood together."""
_SEVERAL: Final = 3
_KNOWN_FORMS: Final = 2048
"""Words have few forms, and to tell a form's parts costs more than to remember what they add up to."""


def score_tags(
    words: list[Word],
    on_page: AbstractSet[tuple[str, ...]],
    vocabulary: Vocabulary | None = None,
    weights: Weights = WEIGHTS,
) -> dict[tuple[int, int], float]:
    """Score every stretch of up to six words: `{(start, end): log odds}`, indices into `words`.

    Args:
        words: the line's words.
        on_page: the phrases that the page's text holds, by the words' keys.
        vocabulary: what the page's source is known for.
        weights: what each piece of evidence adds.
    """
    scores = {}
    forms = [word.form for word in words]
    keys = tuple(word.key for word in words)
    closings = [*(_closing(form, next_, weights) for form, next_ in pairwise(forms)), 0.0]
    openings = [0.0, *(_opening(form, before, weights) for before, form in pairwise(forms))]
    learned = vocabulary and _Learned(words, vocabulary, weights)
    known = _known_rows()
    for start, form in enumerate(forms):
        opening = openings[start] + (learned.opening(start) if learned else 0.0)
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            phrase = keys[start:end]
            said = _alone(form, weights) if end == start + 1 else 0.0
            if phrase in on_page:
                said += weights.on_page * (end - start - 1) or weights.word_on_page
            if phrase in known:
                said += weights.known if end > start + 1 else weights.known_word
            score = opening + closings[end - 1] + said
            scores[start, end] = score + learned.tag(start, end) if learned else score
    return scores


class _Learned:
    """What a source's keyword lines say of the words of another one."""

    def __init__(self, words: list[Word], vocabulary: Vocabulary, weights: Weights) -> None:
        self._keys = [word.key for word in words]
        self._vocabulary = vocabulary
        self._weights = weights
        self._lines = [vocabulary.lines_with(key) for key in self._keys]
        self._pairs = [vocabulary.lines_with_pair(one, next_) for one, next_ in pairwise(self._keys)]
        self._bonds = [self._bond(at) for at in range(len(self._pairs))]

    def opening(self, at: int) -> float:
        """Score a cut before a word: the more often its words stood apart, the better."""
        if not at:
            return 0.0
        rarer = min(self._lines[at - 1], self._lines[at])
        if not rarer:
            return 0.0
        apart = 1 - self._pairs[at - 1] / rarer
        evidence = rarer / _FREQUENT if rarer < _FREQUENT else 1 + math.log(rarer / _FREQUENT, _FREQUENT)
        return self._weights.source_parts * apart * evidence

    def tag(self, start: int, end: int) -> float:
        """Score a tag by how often it was one, and by how its words hang together."""
        seen = self._vocabulary.seen(self._keys[start:end])
        score = self._weights.source_tag * math.log1p(seen)
        if end - start > 1:
            bonds = self._bonds[start : end - 1]
            return score + (self._weights.source_pair * sum(bonds) if all(bonds) else 0.0)
        if self._lines[start] >= _SEVERAL:
            score += self._weights.source_word_alone * math.log((seen + 0.5) / (self._lines[start] + 0.5))
        return score

    def _bond(self, at: int) -> float:
        """Say how firmly a word goes with the next one, 0 to 1: in what share of the lines, and in how many."""
        together = self._pairs[at]
        if together <= 1:
            return 0.0
        rarer = max(1, min(self._lines[at], self._lines[at + 1]))
        return min(1.0, together / rarer) * min(1.0, math.log2(together) / 2)


@cache
def _known_rows() -> frozenset[tuple[str, ...]]:
    """Give the lexicon's names by their words' keys."""
    return frozenset(tuple(phrase.split(" ")) for phrase in known_phrases())


@lru_cache(maxsize=_KNOWN_FORMS)
def _alone(form: Form, weights: Weights) -> float:
    """Score a single word as a tag."""
    if Form.HEAD in form and Form.DEFINITE not in form:
        return weights.head_alone
    if Form.RELATION in form:
        return weights.adjective_alone
    return weights.indefinite_noun_alone if Form.COMMON in form and Form.DEFINITE not in form else 0.0


@lru_cache(maxsize=_KNOWN_FORMS)
def _opening(form: Form, before: Form, weights: Weights) -> float:
    """Score a tag's beginning at a word, by its form and that of the one before it."""
    agrees = (Form.DEFINITE in form) == (Form.DEFINITE in before)
    evidence = {
        Form.JOINED: weights.begins_with_conjunction,
        Form.PARTICLE: weights.begins_with_particle,
        Form.RELATION: weights.begins_with_agreeing_adjective if agrees else weights.begins_with_adjective,
        Form.LATIN: weights.continues_latin if Form.LATIN in before else weights.begins_with_latin,
        Form.FIGURE: weights.begins_with_figure,
        Form.HEAD: 0.0 if Form.RELATION in form else weights.begins_with_head,
    }
    return weights.cut + sum(weight for flag, weight in evidence.items() if flag in form)


@lru_cache(maxsize=_KNOWN_FORMS)
def _closing(form: Form, following: Form, weights: Weights) -> float:
    """Score a tag's end before a word, by the form of its last word and of the next."""
    score = weights.ends_with_particle if Form.PARTICLE in form else 0.0
    if Form.DEFINITE not in form:
        score += weights.ends_with_head if Form.HEAD in form else 0.0
        score += weights.ends_with_given_name if Form.GIVEN in form else 0.0
        if Form.COMMON in form and Form.RELATION not in form and Form.DEFINITE in following:
            score += weights.ends_indefinite_before_article
    return score
