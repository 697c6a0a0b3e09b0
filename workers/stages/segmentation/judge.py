"""The judge: the likeliest row of states for a page's lines, by Viterbi's algorithm over the lexicon's weights."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from workers.lexicon.loader import LexiconError, read_table
from workers.stages.segmentation.states import END, START, STATES

WEIGHTS: Final = "line_weights.tsv"
ORDER: Final = "line_order.tsv"

_NOISE: Final = frozenset({"masthead", "share", "body_noise", "tail_noise", "teaser_noise", "foot"})
_BEAM: Final = 10.0
"""Below a line's best state by more than this, a state is not tried; noise always is, so that there is always a way."""
_HOPELESS: Final = 18.0
"""A way through the page that is behind the best one by more than this is given up."""
_KNOWN_LINES: Final = 4096


def judge_lines(lines: Iterable[tuple[str, ...]]) -> list[str]:
    """Find the row of states that fits all lines together best, in time linear in their number.

    Args:
        lines: each line's features, in the page's order.

    Returns:
        A state for each line.
    """
    here: dict[str, float] = {START: 0.0}
    trail: list[dict[str, str]] = []
    for features in lines:
        line = _weigh(features)
        best: dict[str, float] = {}
        came_from: dict[str, str] = {}
        for previous, score in here.items():
            for state, way in line[previous]:
                reached = score + way
                if state not in best or reached > best[state]:
                    best[state] = reached
                    came_from[state] = previous
        there = {state: best[state] + fit for state, fit in line.fits if state in best}
        bar = max(there.values()) - _HOPELESS
        here = {state: score for state, score in there.items() if score > bar}
        trail.append(came_from)
    row: list[str] = []
    if trail:
        ends = _ways_in()[END]
        state = max(here, key=lambda last: here[last] + ends.get(last, 0.0))
        for came_from in reversed(trail):
            row.append(state)
            state = came_from[state]
    row.reverse()
    return _settle_dates(row)


def _settle_dates(row: list[str]) -> list[str]:
    """Give a date above the headline to the masthead where the article has another one below its headline.

    The order could say so only with a second copy of every state of the article's head.
    """
    if "pre_stamp" not in row or "stamp" not in row:
        return row
    return ["mast_stamp" if state == "pre_stamp" else state for state in row]


class _Weighed(dict[str, tuple[tuple[str, float], ...]]):
    """A line's features weighed: for a state, which of the line's states may follow it and how readily.

    `fits` are the states that the features allow and how well each fits, in the order of `STATES`.
    """

    def __init__(self, fits: tuple[tuple[str, float], ...]) -> None:
        super().__init__()
        self.fits = fits

    def __missing__(self, previous: str) -> tuple[tuple[str, float], ...]:
        ways_in = _ways_in()
        ways = tuple((state, ways_in[state][previous]) for state, _ in self.fits if previous in ways_in[state])
        self[previous] = ways
        return ways


@lru_cache(maxsize=_KNOWN_LINES)
def _weigh(features: tuple[str, ...]) -> _Weighed:
    """Weigh one line; lines have some hundreds of different sets of features, so nearly all are known."""
    weights = _weights()
    fit = dict.fromkeys(STATES, 0.0)
    for feature in features:
        for state, weight in weights.get(feature, {}).items():
            fit[state] += weight
    bar = max(fit.values()) - _BEAM
    return _Weighed(tuple((state, score) for state, score in fit.items() if score >= bar or state in _NOISE))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for feature, weight, states in read_table(WEIGHTS, ("feature", "weight", "states")):
        for state in _known(WEIGHTS, states):
            weights[feature][state] += float(weight)
    return weights


@cache
def _ways_in() -> Mapping[str, Mapping[str, float]]:
    """For each state, the states that it may follow, and how readily."""
    ways: dict[str, dict[str, float]] = {state: {} for state in (*STATES, END)}
    for previous, weight, states in read_table(ORDER, ("state", "weight", "states that may follow")):
        for state in [END] if states == END else _known(ORDER, states):
            if previous in ways[state]:
                raise LexiconError(ORDER, None, f"{state!r} follows {previous!r} twice")
            ways[state][previous] = float(weight)
    for previous in (START, *STATES):
        if not any(previous in ways[noise] for noise in _NOISE):
            raise LexiconError(ORDER, None, f"no noise may follow {previous!r}, so some pages would have no reading")
    return ways


def _known(file: str, states: str) -> list[str]:
    names = states.split()
    if unknown := [name for name in names if name not in STATES]:
        raise LexiconError(file, None, f"no such state: {', '.join(unknown)}")
    return names
