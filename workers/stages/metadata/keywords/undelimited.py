"""Tags without delimiters: the cuts that the page, the lexicon, the words' forms and the line's order speak for.

Every way to cut a line is weighed by the sum of its tags' scores, which are log odds against leaving words together;
the best one is found by dynamic programming over the cuts. Without evidence no cut pays.

The order: many publishers sort their tags. m tags stand in order by chance once in m! times, so an order that holds
all along is evidence for the cuts that it holds for. Three hypotheses are tried: sorted by folded letters, sorted by
code points, not sorted.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from workers.stages.metadata.keywords.page_phrases import LONGEST, count_phrases
from workers.stages.metadata.keywords.words import Form, Word, known_phrases, read_words

MOST_WORDS: Final = 150
"""A line with more is running text."""
_CUT: Final = -0.5
"""A cut's price: with nothing to speak for it, words stay together."""
_ON_PAGE: Final = 4.0
"""For each further word of a phrase that the page's text holds: word pairs are some e^4 times rarer than words."""
_WORD_ON_PAGE: Final = 0.5
_KNOWN: Final = 3.0
_KNOWN_WORD: Final = 1.5
_WORDS_A_TAG: Final = 1.8

_Order = Callable[[Sequence[Word]], str]


def split_tags(line: str, evidence: Sequence[str]) -> list[str]:
    """Cut a line of tags without delimiters; one of more than 150 words has no tags.

    Args:
        line: the tags, without label.
        evidence: the page's own text and related headlines.
    """
    words = read_words(line)
    if not words or len(words) > MOST_WORDS:
        return []
    on_page = count_phrases(evidence, frozenset(word.key for word in words))
    scores = _scores(words, on_page)
    orders: list[Callable[[int, int], str] | None] = [
        lambda start, end: " ".join(word.key for word in words[start:end]),
        lambda start, end: line[words[start].start : words[end - 1].end],
        None,
    ]
    best = max((_best_cuts(len(words), scores, order) for order in orders), key=lambda found: found[0])
    return [line[words[start].start : words[end - 1].end] for start, end in best[1]]


def _scores(words: list[Word], on_page: Counter[tuple[str, ...]]) -> dict[tuple[int, int], float]:
    """Score every stretch of up to six words as a tag: `{(start, end): log odds}`."""
    scores = {}
    for start in range(len(words)):
        opening = _opens(words, start)
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            scores[start, end] = opening + _closes(words, end) + _as_tag(words[start:end], on_page)
    return scores


def _as_tag(words: Sequence[Word], on_page: Counter[tuple[str, ...]]) -> float:
    keys = tuple(word.key for word in words)
    score = 0.0
    if on_page[keys]:
        score += _ON_PAGE * (len(keys) - 1) or _WORD_ON_PAGE
    if " ".join(keys) in known_phrases():
        score += _KNOWN if len(keys) > 1 else _KNOWN_WORD
    if len(keys) == 1:
        score += _alone(words[0])
    return score


def _alone(word: Word) -> float:
    """Score a single word as a tag."""
    if Form.HEAD in word.form and Form.DEFINITE not in word.form:
        return -2.5
    if Form.RELATION in word.form:
        return -1.0
    if Form.COMMON in word.form and Form.DEFINITE not in word.form:
        return -0.7
    return 0.0


def _opens(words: list[Word], at: int) -> float:
    """Score a tag's beginning at a word, by its form and the one before it."""
    form = words[at].form
    if not at:
        return 0.0
    before = words[at - 1].form
    score = _CUT
    if Form.JOINED in form:
        score -= 4.0
    if Form.PARTICLE in form:
        score -= 3.0
    if Form.RELATION in form:
        score -= 2.5 if (Form.DEFINITE in form) == (Form.DEFINITE in before) else 1.0
    if Form.LATIN in form and Form.LATIN not in before:
        score -= 1.5
    if Form.LATIN in form and Form.LATIN in before:
        score -= 1.0
    if Form.FIGURE in form:
        score -= 2.0
    if Form.HEAD in form and Form.RELATION not in form:
        score += 1.0
    return score


def _closes(words: list[Word], end: int) -> float:
    """Score a tag's end before a word, by the form of its last word and of the next."""
    if end == len(words):
        return 0.0
    last, following = words[end - 1], words[end]
    score = 0.0
    if Form.PARTICLE in last.form:
        score -= 4.0
    if Form.HEAD in last.form and Form.DEFINITE not in last.form:
        score -= 2.0
    if (
        Form.DEFINITE not in last.form
        and Form.DEFINITE in following.form
        and Form.COMMON in last.form
        and Form.RELATION not in last.form
    ):
        score -= 1.5
    if Form.GIVEN in last.form and Form.DEFINITE not in last.form:
        score -= 1.0
    return score


def _best_cuts(
    count: int, scores: dict[tuple[int, int], float], order: Callable[[int, int], str] | None
) -> tuple[float, list[tuple[int, int]]]:
    """Find the best cuts of `count` words; with an order, only those whose tags stand in it."""
    expected = max(1.0, count / _WORDS_A_TAG)
    bonus = math.lgamma(expected + 1) / expected if order else 0.0
    best: dict[tuple[int, int], tuple[float, int | None]] = {}
    keys = {span: order(*span) for span in scores} if order else {}
    for end in range(1, count + 1):
        for start in range(max(0, end - LONGEST), end):
            if not start:
                best[start, end] = (scores[start, end], None)
                continue
            before = [
                (best[earlier, start][0], earlier)
                for earlier in range(max(0, start - LONGEST), start)
                if (earlier, start) in best and (order is None or keys[earlier, start] < keys[start, end])
            ]
            if before:
                score, earlier = max(before, key=lambda each: (each[0], -each[1]))
                best[start, end] = (score + scores[start, end] + bonus, earlier)
    return _trace(count, best)


def _trace(count: int, best: dict[tuple[int, int], tuple[float, int | None]]) -> tuple[float, list[tuple[int, int]]]:
    finals = [
        (best[start, count][0], start) for start in range(max(0, count - LONGEST), count) if (start, count) in best
    ]
    if not finals:
        return -math.inf, [(0, count)]
    score, last = max(finals)
    spans: list[tuple[int, int]] = []
    at: int | None = last
    end = count
    while at is not None:
        spans.append((at, end))
        end, at = at, best[at, end][1]
    return score, spans[::-1]
