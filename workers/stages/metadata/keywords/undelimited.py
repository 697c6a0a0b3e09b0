"""Tags without delimiters: the cuts that the page, the lexicon, the words' forms and the line's order speak for.

Every way to cut a line is weighed by the sum of its tags' scores, which are log odds against leaving words together;
the best one is found by dynamic programming over the cuts. Without evidence no cut pays.

The order: many publishers sort their tags. m tags stand in order by chance once in m! times, so an order that holds
all along is evidence for the cuts that it holds for. Three hypotheses are tried: sorted by folded letters, sorted by
code points, not sorted. Where the source is known to sort, or not to, only that one is.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from workers.profiles.knowledge import KeywordOrder, Vocabulary
from workers.stages.metadata.keywords.page_phrases import LONGEST, find_phrases
from workers.stages.metadata.keywords.scores import score_tags
from workers.stages.metadata.keywords.words import read_words

MOST_WORDS: Final = 150
"""A line with more is running text."""
_MOST_PIECES: Final = 4 * MOST_WORDS
"""A line with more pieces has more words, whatever marks are among them; it is not read to its end to tell."""
_WORDS_A_TAG: Final = 1.8

_DECIDED: Final = 2.0
"""Log odds by which a tag must be better than the next best reading of its words, or it is undecided.

docs/metadata.md says how many tags are right below and above.
"""

_ORDERED: Final = 4
"""Tags that stand in order by chance once in 24 times; the order of fewer excludes no other reading."""

_Span = tuple[int, int]
_Scores = dict[_Span, float]
_Tags = dict[int, tuple[float, int | None]]
"""Tags with one end, by their starts: the best score up to that end, and the start of the tag before."""


class Tag(NamedTuple):
    """A tag at `line[start:end]`; `decided` says that no other reading of its words comes near."""

    start: int
    end: int
    decided: bool


class _Order(NamedTuple):
    """An order that tags may stand in.

    `key` gives what the tag from one word to another is sorted by. `ranks` are the words' places in the order, where no
    word begins as another does: of two tags the first words tell which comes first, whatever else they hold.
    """

    key: Callable[[int, int], str]
    ranks: tuple[int, ...] | None


class _Reading(NamedTuple):
    """One way to cut a line, under one hypothesis on its order."""

    score: float
    spans: list[_Span]
    bonus: float
    order: _Order | None

    def keeps_order(self, first: _Span, second: _Span) -> bool:
        """Say whether two tags may follow one another."""
        return self.order is None or self.order.key(*first) < self.order.key(*second)


def split_tags(line: str, evidence: Sequence[str], vocabulary: Vocabulary | None = None) -> list[Tag]:
    """Cut a line of tags without delimiters; one of more than 150 words has no tags.

    Args:
        line: the tags, without label.
        evidence: the page's own text and related headlines.
        vocabulary: the tags and words that the page's source is known for.
    """
    if len(line.split(None, _MOST_PIECES)) > _MOST_PIECES:
        return []
    words = read_words(line)
    if not words or len(words) > MOST_WORDS:
        return []
    keys = [word.key for word in words]
    on_page = find_phrases(evidence, frozenset(keys))
    scores = score_tags(words, on_page, vocabulary)
    orders: dict[KeywordOrder, _Order | None] = {
        KeywordOrder.LETTERS: _order(len(words), lambda start, end: " ".join(keys[start:end])),
        KeywordOrder.CODE_POINTS: _order(len(words), lambda start, end: line[words[start].start : words[end - 1].end]),
        KeywordOrder.NONE: None,
    }
    tried = vocabulary.orders if vocabulary else tuple(orders)
    # Two orders that rank a line's words alike give one reading.
    distinct = {order.ranks if order and order.ranks else name: order for name in tried for order in [orders[name]]}
    readings = (_best_cuts(len(words), scores, order) for order in distinct.values())
    best = max(readings, key=lambda reading: reading.score)
    if best.score == -math.inf:
        # No way to cut the line has the order that its source mostly keeps.
        best = _best_cuts(len(words), scores, None)
    margins = _margins(best if len(best.spans) >= _ORDERED else best._replace(order=None), scores)
    return [
        Tag(words[start].start, words[end - 1].end, margin >= _DECIDED)
        for (start, end), margin in zip(best.spans, margins, strict=True)
    ]


def _order(count: int, key: Callable[[int, int], str]) -> _Order:
    words = [key(at, at + 1) for at in range(count)]
    places = sorted(range(count), key=words.__getitem__)
    if any(words[next_].startswith(words[place]) for place, next_ in pairwise(places)):
        return _Order(key, None)
    ranks = dict(zip(places, range(count), strict=True))
    return _Order(key, tuple(ranks[at] for at in range(count)))


def _margins(best: _Reading, scores: _Scores) -> list[float]:
    """Tell of each tag by how much the line's score falls where its words are cut otherwise.

    Tried are all other cuts of the tag's own words and of those of two neighbours: one more, one less, one elsewhere.
    """
    margins = [_whole(span, best, scores) for span in best.spans]
    for number, ((start, middle), (_, end)) in enumerate(pairwise(best.spans)):
        parted = scores[start, middle] + scores[middle, end] + best.bonus
        others = [scores.get((start, end), -math.inf)]
        others += [_two(start, at, end, best, scores) for at in range(start + 1, end) if at != middle]
        margin = parted - max(others)
        margins[number] = min(margins[number], margin)
        margins[number + 1] = min(margins[number + 1], margin)
    return margins


def _whole(span: _Span, best: _Reading, scores: _Scores) -> float:
    start, end = span
    cut = (_two(start, at, end, best, scores) for at in range(start + 1, end))
    return scores.get(span, 0.0) - max(cut, default=-math.inf)


def _two(start: int, middle: int, end: int, best: _Reading, scores: _Scores) -> float:
    """Score two tags side by side; they are none where they are too long or break the order."""
    first, second = scores.get((start, middle)), scores.get((middle, end))
    if first is None or second is None or not best.keeps_order((start, middle), (middle, end)):
        return -math.inf
    return first + second + best.bonus


def _best_cuts(count: int, scores: _Scores, order: _Order | None) -> _Reading:
    """Find the best cuts of `count` words; with an order, only those whose tags stand in it."""
    expected = max(1.0, count / _WORDS_A_TAG)
    bonus = math.lgamma(expected + 1) / expected if order else 0.0
    best: list[_Tags] = [{} for _ in range(count + 1)]
    for end in range(1, min(LONGEST, count) + 1):
        best[end][0] = (scores[0, end], None)
    for start in range(1, count):
        top, before = _top(_earlier(best[start], start, start + 1, order))
        for end in range(start + 1, min(start + LONGEST, count) + 1):
            if order and order.ranks is None:
                top, before = _top(_earlier(best[start], start, end, order))
            if before is not None:
                best[end][start] = (top + scores[start, end] + bonus, before)
    return _Reading(*_trace(count, best), bonus, order)


def _earlier(tags: _Tags, start: int, end: int, order: _Order | None) -> _Tags:
    """Choose the tags that end at `start` and may stand before the one from there to `end`."""
    if order is None:
        return tags
    if order.ranks is None:
        key = order.key(start, end)
        return {first: tag for first, tag in tags.items() if order.key(first, start) < key}
    ranks = order.ranks
    rank = ranks[start]
    return {first: tag for first, tag in tags.items() if ranks[first] < rank}


def _top(tags: _Tags) -> tuple[float, int | None]:
    """Find the best of the tags with one end, by its start."""
    top, before = -math.inf, None
    for start, (score, _) in tags.items():
        if score > top:
            top, before = score, start
    return top, before


def _trace(count: int, best: Sequence[_Tags]) -> tuple[float, list[_Span]]:
    finals = [(score, start) for start, (score, _) in best[count].items()]
    if not finals:
        return -math.inf, [(0, count)]
    score, last = max(finals)
    spans: list[_Span] = []
    at: int | None = last
    end = count
    while at is not None:
        spans.append((at, end))
        end, at = at, best[end][at][1]
    return score, spans[::-1]
