"""Learn what `line_learned.tsv` adds to the weights by hand, on composed pages.

    python -m benchmarks.line_training [--seed 100] [--models 4] [--rounds 8] [--share 1] > line_learned.tsv

A conditional random field over the judge's states: what is learned starts at nothing and is drawn back to it, so that
the weights by hand stay where no page speaks against them, and what the order does not list stays impossible. A page's
truth names kinds; which state of a kind a line is in stays open and is summed over.

What is written is the mean of several models, each of other pages and every other one of the wider arrangements: one
model's figures on pages of a new kind differ from the next one's by more than most changes do, their mean's less. Some
ten minutes on two cores.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.line_examples import Example, examples
from workers.lexicon.loader import read_table
from workers.stages.segmentation.states import END, START, STATES
from workers.stages.segmentation.weights import FOLLOWS, ORDER, WEIGHTS

Array = npt.NDArray[np.float64]

_COUNT: Final = len(STATES)
_PLACES: Final = {state: place for place, state in enumerate(STATES)}
_SEEN: Final = 15
"""A feature must have been seen so often."""
_BY_HAND_ALONE: Final = frozenset({"mute", "voiced", "describes", "scene", "pictured", "subject"})
"""Features of words: composed headlines and captions say other things than real ones, and what they teach does harm.

Their weights by hand stand fast while the others are learned.
"""
_PAGES: Final = 48
_PACE: Final = 0.08
_PULL: Final = 4e-4
_ORDER_PULL: Final = 6 * _PULL
_AVERAGED: Final = 0.02
_WRONG: Final = 1e-7
_SEEDS: Final = 100
"""Apart from one another: `examples` draws from some seeds that follow its own."""
_SHOWN: Final = 0.1
"""A weight below this is not written."""
_HEAD: Final = """\
# What training adds to the weights of line_weights.tsv and line_order.tsv: feature <tab> state=weight ...
# A row `follows X` adds to how readily states follow state X; `end` is the page's end. What the order does not list
# stays impossible. Not written by hand: made by `python -m benchmarks.line_training`, on pages that the project's own
# composer (tests/composer) and the evaluation's make from invented stories and from articles of the ANT corpus v1.1
# (Apache-2.0); docs/segmentation.md. No word of theirs is in here."""


@dataclass(slots=True)
class Weights:
    """Numbers for each feature and state, for each state and the next one, for the first state and for the last."""

    lines: Array
    ways: Array
    starts: Array
    ends: Array

    def __iter__(self) -> Iterator[Array]:
        """Give the four arrays."""
        return (getattr(self, field.name) for field in fields(self))


def by_hand(places: dict[str, int]) -> tuple[Weights, Weights]:
    """Read the weights by hand, and whether each may be learned: 1, or 0 for what is impossible or by hand alone."""
    hand = _nothing(len(places))
    free = Weights(np.ones_like(hand.lines), np.zeros_like(hand.ways), np.zeros_like(hand.starts), np.ones(_COUNT))
    for feature in _BY_HAND_ALONE & places.keys():
        free.lines[places[feature]] = 0
    for feature, weight, states in read_table(WEIGHTS, ("feature", "weight", "states")):
        for state in states.split() if feature in places else ():
            hand.lines[places[feature], _PLACES[state]] += float(weight)
    for previous, weight, states in read_table(ORDER, ("state", "weight", "states that may follow")):
        for state in states.split():
            if state == END:
                hand.ends[_PLACES[previous]] = float(weight)
            elif previous == START:
                hand.starts[_PLACES[state]], free.starts[_PLACES[state]] = float(weight), 1
            else:
                at = _PLACES[previous], _PLACES[state]
                hand.ways[at], free.ways[at] = float(weight), 1
    return hand, free


def _nothing(features: int) -> Weights:
    sizes = ((features, _COUNT), (_COUNT, _COUNT), (_COUNT,), (_COUNT,))
    return Weights(*(np.zeros(size) for size in sizes))


def learn(pages: Sequence[Example], places: dict[str, int], rounds: int) -> Weights:
    """Go over the pages some times, by Adam's rule with a falling pace; the average of the last steps is the result."""
    hand, free = by_hand(places)
    learned, mean, square, average = (_nothing(len(places)) for _ in range(4))
    order = np.random.default_rng(0)
    step = 0
    for turn in range(rounds):
        pace = _PACE * (0.52 + 0.5 * np.cos(np.pi * turn / rounds))
        told = 0.0
        for batch in _batches(pages, order):
            both = Weights(*(one + more for one, more in zip(hand, learned, strict=True)))
            likelihood, pulls = _slope(batch, both, free, places)
            told += likelihood
            step += 1
            for name, pull in zip(("lines", "ways", "starts", "ends"), pulls, strict=True):
                now, first, second, kept = (getattr(each, name) for each in (learned, mean, square, average))
                slope = pull / len(batch) - (_PULL if name == "lines" else _ORDER_PULL) * now
                first += 0.1 * (slope - first)
                second += 0.02 * (slope * slope - second)
                now += pace * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.98**step)) + 1e-3)
                kept += _AVERAGED * (now - kept)
        sys.stderr.write(f"round {turn + 1}: {told / len(pages):.3f} nats a page\n")
    return average


def _batches(pages: Sequence[Example], order: np.random.Generator) -> Iterator[list[Example]]:
    """Give the pages in batches of like length, the batches in any order."""
    ranks = np.argsort([len(page.features) + 3 * order.random() for page in pages])
    batches = [ranks[at : at + _PAGES] for at in range(0, len(pages), _PAGES)]
    for place in order.permutation(len(batches)):
        yield [pages[at] for at in batches[place]]


def _slope(pages: Sequence[Example], weights: Weights, free: Weights, places: dict[str, int]) -> tuple[float, Weights]:
    """Say how likely the truth is, and which way each weight makes it likelier."""
    longest = max(len(page.features) for page in pages)
    shape = (len(pages), longest)
    solid, allowed = np.zeros(shape, np.bool_), np.zeros((*shape, _COUNT))
    rows = [(page, line, names) for page, each in enumerate(pages) for line, names in enumerate(each.features)]
    seen = np.zeros((len(rows), len(places)), np.float32)
    for row, (page, line, names) in enumerate(rows):
        seen[row, [places[name] for name in names if name in places]] = 1
        solid[page, line], allowed[page, line] = True, np.where(pages[page].allowed[line], 1, _WRONG)
    at = [page for page, _, _ in rows], [line for _, line, _ in rows]
    scores = np.zeros((*shape, _COUNT))
    scores[at] = seen @ weights.lines.astype(np.float32)
    odds = np.exp(np.maximum(scores - scores.max(axis=2, keepdims=True), -60)) * solid[..., None]
    chain = Weights(odds, np.exp(weights.ways) * free.ways, np.exp(weights.starts) * free.starts, np.exp(weights.ends))
    all_told, expected = _expect(chain, solid)
    chain.lines = odds * allowed
    truth_told, true = _expect(chain, solid)
    counts = np.array([page.weight for page in pages])
    more = (true.lines - expected.lines) * counts[:, None, None]
    last = (np.arange(len(pages)), solid.sum(axis=1) - 1)
    pulls = Weights(
        seen.T @ more[at].astype(np.float32) * free.lines,
        true.ways - expected.ways,
        (true.lines - expected.lines)[:, 0].sum(axis=0),
        (true.lines - expected.lines)[last].sum(axis=0),
    )
    return truth_told - all_told, pulls


def _expect(chain: Weights, solid: npt.NDArray[np.bool_]) -> tuple[float, Weights]:
    """Sum over all rows of states, forwards and backwards: the sum's logarithm, and how often each state is in it."""
    odds, longest = chain.lines, solid.shape[1]
    forth, sums = np.zeros_like(odds), np.ones(solid.shape)
    for line in range(longest):
        here = (chain.starts if line == 0 else forth[:, line - 1] @ chain.ways) * odds[:, line]
        sums[:, line] = np.where(solid[:, line], here.sum(axis=1) + 1e-300, 1)
        forth[:, line] = np.where(solid[:, line, None], here / sums[:, line, None], forth[:, max(line - 1, 0)])
    whole = (forth[:, -1] * chain.ends).sum(axis=1) + 1e-300
    back = np.zeros_like(odds)
    back[:, -1] = chain.ends / whole[:, None]
    ways = np.zeros_like(chain.ways)
    for line in range(longest - 1, 0, -1):
        ahead = np.where(solid[:, line, None], odds[:, line] * back[:, line] / sums[:, line, None], 0)
        ways += forth[:, line - 1].T @ ahead
        back[:, line - 1] = np.where(solid[:, line, None], ahead @ chain.ways.T, back[:, line])
    total = float(np.log(sums).sum() + np.log(whole).sum())
    nothing = np.zeros(_COUNT)
    return total, Weights(forth * back * solid[..., None], ways * chain.ways, nothing, nothing)


def rows_of(learned: Weights, places: dict[str, int]) -> dict[str, dict[str, float]]:
    """Name the rows of `line_learned.tsv`, and what each adds to which state."""
    _, free = by_hand(places)
    follows = np.column_stack([learned.ways * free.ways, learned.ends])
    rows = {feature: dict(zip(STATES, learned.lines[place], strict=True)) for feature, place in places.items()}
    rows |= {
        FOLLOWS + state: dict(zip((*STATES, END), follows[place], strict=True)) for state, place in _PLACES.items()
    }
    rows[FOLLOWS + START] = dict(zip(STATES, learned.starts * free.starts, strict=True))
    return rows


def written(models: Sequence[Mapping[str, Mapping[str, float]]]) -> Iterator[str]:
    """Give the lines of `line_learned.tsv`: the mean of some models' rows; a row that one lacks adds nothing there."""
    yield _HEAD
    for name in sorted({name for rows in models for name in rows}):
        alike = [rows[name] for rows in models if name in rows]
        means = ((state, sum(row[state] for row in alike) / len(models)) for state in alike[0])
        told = " ".join(f"{state}={more:.2f}" for state, more in means if abs(more) >= _SHOWN)
        if told:
            yield f"{name}\t{told}"


def model(number: int, *, seed: int, rounds: int, share: float) -> dict[str, dict[str, float]]:
    """Compose the pages of one model, and learn it; every other one of the wider arrangements."""
    pages = list(examples(seed + _SEEDS * number, share, wide=number % 2 == 1))
    seen = Counter(name for page in pages for names in page.features for name in names)
    names = sorted(name for name, times in seen.items() if times >= _SEEN)
    places = {name: place for place, name in enumerate(names)}
    return rows_of(learn(pages, places, rounds), places)


def main() -> None:
    """Learn the models side by side, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=100, help="other pages")
    parser.add_argument("--models", type=int, default=4, help="how many models the mean is of")
    parser.add_argument("--rounds", type=int, default=8, help="how often each page is seen")
    parser.add_argument("--share", type=float, default=1.0, help="how many of the pages, to try things out")
    options = parser.parse_args()
    learned = partial(model, seed=options.seed, rounds=options.rounds, share=options.share)
    with ProcessPoolExecutor() as processes:
        for line in written(list(processes.map(learned, range(options.models)))):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
