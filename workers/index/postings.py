"""Postings: which documents share a key. In memory, made anew from the store after a restart."""

from array import array
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
import xxhash

from workers.index.runs import MAX_RUN, Keys, Run

CAP: Final = 64
"""Documents that one key may bring up, the newest first: without it a stock phrase makes the index quadratic."""

MIN_HITS: Final = 2
"""Keys in common that make a candidate."""

MAX_CANDIDATES: Final = 32
"""Candidates that are worth verification."""

_FRESH_POSTINGS: Final = 1 << 15
_MIN_GARBAGE: Final = 1 << 14


class Key(NamedTuple):
    """A hash to find documents by, and how many hits it counts."""

    value: int
    weight: int = 1


class Place(NamedTuple):
    """Where a document stands: its page and its index among the page's documents, from 0."""

    page_id: str
    position: int


class Postings:
    """The documents of all live pages by their keys.

    What is found depends on the live pages alone, not on the order in which they came, on pages removed since, or on
    how often the postings were merged: order among documents is capture time, then a hash of their place.

    Fresh postings stand in a dict of lists; 32,768 of them are sealed into a sorted run, and runs are merged as in a
    log-structured tree. Removal only marks; what is dead disappears when runs are merged or all is compacted.
    """

    def __init__(self) -> None:
        self._pages: list[str] = []
        self._positions = array("I")
        self._captured = array("q")
        self._ties = array("Q")
        self._alive = bytearray()
        self._first: dict[str, int] = {}
        self._fresh: dict[int, list[int]] = {}
        self._fresh_count = 0
        self._runs: list[Run] = []
        self._dead = 0

    def __len__(self) -> int:
        """Count the live documents."""
        return len(self._pages) - self._dead

    def put(self, page_id: str, captured_us: int, documents: Sequence[Iterable[Key]]) -> int | None:
        """Add a page's documents in place of those that it had before.

        Args:
            page_id: the page.
            captured_us: when it was captured, microseconds since 1970.
            documents: each document's keys.

        Returns:
            What `restore` needs to undo it.
        """
        before = self._first.get(page_id)
        self._mark(before, alive=False)
        if documents:
            self._first[page_id] = len(self._pages)
        else:
            self._first.pop(page_id, None)
        for position, keys in enumerate(documents):
            number = len(self._pages)
            self._pages.append(page_id)
            self._positions.append(position)
            self._captured.append(captured_us)
            self._ties.append(xxhash.xxh3_64_intdigest(page_id.encode("utf-8", "surrogatepass"), seed=position))
            self._alive.append(1)
            for key in {each.value for each in keys}:
                insort(self._fresh.setdefault(key, []), number, key=self._age)
                self._fresh_count += 1
        if self._fresh_count >= _FRESH_POSTINGS:
            self._seal()
        return before

    def restore(self, page_id: str, before: int | None) -> None:
        """Undo the latest `put` of a page that is not undone yet."""
        self._mark(self._first.pop(page_id, None), alive=False)
        if before is not None:
            self._first[page_id] = before
            self._mark(before, alive=True)

    def remove(self, page_id: str) -> None:
        """Remove a page's documents, if it has any."""
        self._mark(self._first.pop(page_id, None), alive=False)

    def candidates(self, keys: Iterable[Key], captured_us: int, reach_us: int, oldest_us: int) -> list[Place]:
        """Find the documents that share keys, those with most hits first, then the newest.

        Args:
            keys: what to look for.
            captured_us: capture time of the document that is looked up for, microseconds since 1970.
            reach_us: how far a candidate's capture time may lie from that, either way.
            oldest_us: capture time before which documents are expired.
        """
        weights: dict[int, int] = {}
        for key in keys:
            weights[key.value] = max(key.weight, weights.get(key.value, 0))
        low, high = max(captured_us - reach_us, oldest_us), captured_us + reach_us
        hits: dict[int, int] = {}
        for value, found in self._find(list(weights)):
            newest = sorted(self._living(found, low, high), key=self._age, reverse=True)[:CAP]
            for number in newest:
                hits[number] = hits.get(number, 0) + weights[value]
        likely = [number for number, count in hits.items() if count >= MIN_HITS]
        likely.sort(key=lambda number: (hits[number], *self._age(number)), reverse=True)
        return [Place(self._pages[number], self._positions[number]) for number in likely[:MAX_CANDIDATES]]

    def compact(self) -> None:
        """Forget the dead where they are as many as the living. No `put` may be left that could be undone."""
        if self._dead < max(_MIN_GARBAGE, len(self)):
            return
        self._seal()
        alive = np.frombuffer(self._alive, np.uint8).astype(np.bool_)
        renumbered = np.cumsum(alive, dtype=np.uint32) - np.uint32(1)
        kept = np.flatnonzero(alive).tolist()
        runs = [(run, alive[run.numbers]) for run in self._runs]
        self._runs = [Run(run.keys[live], renumbered[run.numbers[live]]) for run, live in runs if live.any()]
        self._pages = [self._pages[number] for number in kept]
        self._positions = array("I", (self._positions[number] for number in kept))
        self._captured = array("q", (self._captured[number] for number in kept))
        self._ties = array("Q", (self._ties[number] for number in kept))
        self._first = {page_id: int(renumbered[first]) for page_id, first in self._first.items()}
        self._alive = bytearray(b"\x01" * len(kept))
        self._dead = 0

    def _age(self, number: int) -> tuple[int, int]:
        return self._captured[number], self._ties[number]

    def _mark(self, first: int | None, *, alive: bool) -> None:
        if first is None:
            return
        page_id, number = self._pages[first], first
        while number < len(self._pages) and self._pages[number] == page_id:
            if number > first and self._positions[number] == 0:
                break
            self._dead += self._alive[number] - alive
            self._alive[number] = alive
            number += 1

    def _find(self, keys: list[int]) -> Iterator[tuple[int, list[Sequence[int]]]]:
        """Gather each key's postings, a list for each place that holds some, each from the oldest to the newest."""
        found: dict[int, list[Sequence[int]]] = {key: [self._fresh[key]] for key in keys if key in self._fresh}
        wanted: Keys = np.array(keys, np.uint64)
        for run in self._runs:
            for index, numbers in run.find(wanted):
                found.setdefault(keys[index], []).append(numbers)  # type: ignore[arg-type]  # an array is read alike
        yield from found.items()

    def _living(self, found: list[Sequence[int]], low: int, high: int) -> Iterator[int]:
        """Walk each list from its newest end to the last that the cap can need."""
        for numbers in found:
            left = CAP
            for at in range(bisect_right(numbers, high, key=self._captured.__getitem__) - 1, -1, -1):
                number = int(numbers[at])
                if not left or self._captured[number] < low:
                    break
                if self._alive[number]:
                    left -= 1
                    yield number

    def _seal(self) -> None:
        """Turn the fresh postings into a run, and merge runs of about the same size."""
        if self._fresh_count:
            keys = np.repeat(
                np.fromiter(self._fresh, np.uint64, len(self._fresh)),
                np.fromiter(map(len, self._fresh.values()), np.int64, len(self._fresh)),
            )
            numbers = np.fromiter(chain.from_iterable(self._fresh.values()), np.uint32, self._fresh_count)
            self._runs.append(self._sorted(keys, numbers))
        self._fresh, self._fresh_count = {}, 0
        while len(self._runs) > 1 and len(self._runs[-1]) * 2 >= len(self._runs[-2]):
            last, before = self._runs[-1], self._runs[-2]
            if len(last) + len(before) > MAX_RUN:
                break
            self._runs[-2:] = [
                self._sorted(np.concatenate((before.keys, last.keys)), np.concatenate((before.numbers, last.numbers)))
            ]

    def _sorted(self, keys: Keys, numbers: np.ndarray[tuple[int], np.dtype[np.uint32]]) -> Run:
        return Run.sort(keys, numbers, np.frombuffer(self._captured, np.int64), np.frombuffer(self._ties, np.uint64))
