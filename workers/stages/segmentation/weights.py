"""Weights: the lexicon's tables of what speaks for a state, as arrays over `STATES`.

`line_weights.tsv` and `line_order.tsv` are written by hand, `line_learned.tsv` holds what training on composed pages
adds to them; a weight is the sum of both. What the order does not list stays impossible, whatever was learned.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from workers.lexicon.loader import LexiconError, number, read_table
from workers.stages.segmentation.states import END, NOISE, START, STATES

Scores = npt.NDArray[np.float32]
"""One number a state, in the order of `STATES`, in nats by and large."""

WEIGHTS: Final = "line_weights.tsv"
ORDER: Final = "line_order.tsv"
LEARNED: Final = "line_learned.tsv"
FOLLOWS: Final = "follows "
"""How a row of `line_learned.tsv` begins that is about a state before, and no feature."""

_IMPOSSIBLE: Final = -1e6
_PLACES: Final = {state: place for place, state in enumerate(STATES)}
_KNOWN_GROUPS: Final = 16384


class Order(NamedTuple):
    """How readily states follow one another: `ways[state, previous]`, and each state at the page's start and end.

    `onwards[previous, state]` is the same again: each way of reading it wants its rows in one piece.
    """

    ways: Scores
    onwards: Scores
    starts: Scores
    ends: Scores


def weigh(features: tuple[str, ...]) -> Scores:
    """Add up what some features of a line speak for; a feature that no table has says nothing."""
    rows = _rows()
    scores = np.zeros(len(STATES), np.float32)
    for feature in features:
        row = rows.get(feature)
        if row is not None:
            scores += row
    return scores


@lru_cache(maxsize=_KNOWN_GROUPS)
def _weighed(features: tuple[str, ...]) -> bytes:
    return weigh(features).tobytes()


def weigh_lines(lines: Sequence[Sequence[tuple[str, ...]]]) -> Scores:
    """Add up what each line's groups of features speak for, at least one group a line: a row of scores for each.

    All groups' rows are gathered first and added in one go, since a call of numpy costs more than its sums. To join
    bytes takes a fifth of the time that arrays take.
    """
    joined = b"".join([_weighed(group) for groups in lines for group in groups])
    rows = np.frombuffer(joined, np.float32).reshape(-1, len(STATES))
    firsts = list(accumulate(map(len, lines[:-1]), initial=0))
    scores: Scores = np.add.reduceat(rows, firsts, axis=0)
    return scores


@cache
def order() -> Order:
    """Read the order of states.

    Raises:
        LexiconError: an unknown state, a pair that is listed twice, or a state that no noise may follow.
    """
    edge = len(STATES)
    ways = np.full((edge + 1, edge + 1), _IMPOSSIBLE, np.float32)
    ways[edge] = 0
    listed: set[tuple[int, int]] = set()
    for previous, weight, states in read_table(ORDER, ("state", "weight", "states that may follow")):
        before = edge if previous == START else _place(ORDER, previous)
        for name in states.split():
            pair = (edge if name == END else _place(ORDER, name), before)
            if pair in listed:
                raise LexiconError(ORDER, None, f"{name!r} follows {previous!r} twice")
            listed.add(pair)
            ways[pair] = number(float, ORDER, weight)
    for row in _learned():
        if row.startswith(FOLLOWS) and row != FOLLOWS + START:
            _place(LEARNED, row.removeprefix(FOLLOWS))
    for before, previous in enumerate((*STATES, START)):
        if not any((_PLACES[noise], before) in listed for noise in NOISE):
            raise LexiconError(ORDER, None, f"no noise may follow {previous!r}, so some pages would have no reading")
        for name, more in _learned().get(FOLLOWS + previous, {}).items():
            ways[edge if name == END else _place(LEARNED, name), before] += more
    inner = ways[:edge, :edge]
    return Order(inner.copy(), inner.T.copy(), ways[:edge, edge].copy(), ways[edge, :edge].copy())


@cache
def _rows() -> Mapping[str, Scores]:
    rows: dict[str, Scores] = {}
    for feature, weight, states in read_table(WEIGHTS, ("feature", "weight", "states")):
        row = rows.setdefault(feature, np.zeros(len(STATES), np.float32))
        for state in states.split():
            row[_place(WEIGHTS, state)] += number(float, WEIGHTS, weight)
    for feature, learned in _learned().items():
        if not feature.startswith(FOLLOWS):
            row = rows.setdefault(feature, np.zeros(len(STATES), np.float32))
            for state, more in learned.items():
                row[_place(LEARNED, state)] += more
    return rows


@cache
def _learned() -> Mapping[str, Mapping[str, float]]:
    return {
        feature: dict(_pairs(feature, pairs)) for feature, pairs in read_table(LEARNED, ("feature", "states' weights"))
    }


def _pairs(feature: str, pairs: str) -> Iterator[tuple[str, float]]:
    for pair in pairs.split():
        state, sign, weight = pair.partition("=")
        if not sign:
            raise LexiconError(LEARNED, None, f"{pair!r} of {feature!r} is no state=weight")
        yield state, number(float, LEARNED, weight)


def _place(file: str, state: str) -> int:
    if state not in _PLACES:
        raise LexiconError(file, None, f"no such state: {state}")
    return _PLACES[state]
