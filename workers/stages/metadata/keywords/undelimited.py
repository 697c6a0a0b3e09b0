"""Tags without delimiters: the cuts that the page, the lexicon, the words' forms and the line's order speak for.

Every way to cut a line is weighed by the sum of its tags' scores, which are log odds against leaving words together;
the best one is found by dynamic programming over the cuts. Without evidence no cut pays.

The order: many publishers sort their tags. m tags stand in order by chance once in m! times, so an order that holds
all along is evidence for the cuts that it holds for. Three hypotheses are tried: sorted by folded letters, sorted by
code points, not sorted.
"""

import math
from collections.abc import Callable, Sequence
from typing import Final

from workers.stages.metadata.keywords.page_phrases import LONGEST, count_phrases
from workers.stages.metadata.keywords.scores import score_tags
from workers.stages.metadata.keywords.words import read_words

MOST_WORDS: Final = 150
"""A line with more is running text."""
_WORDS_A_TAG: Final = 1.8

_Order = Callable[[int, int], str]


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
    scores = score_tags(words, on_page)
    orders: list[_Order | None] = [
        lambda start, end: " ".join(word.key for word in words[start:end]),
        lambda start, end: line[words[start].start : words[end - 1].end],
        None,
    ]
    best = max((_best_cuts(len(words), scores, order) for order in orders), key=lambda found: found[0])
    return [line[words[start].start : words[end - 1].end] for start, end in best[1]]


def _best_cuts(
    count: int, scores: dict[tuple[int, int], float], order: _Order | None
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
