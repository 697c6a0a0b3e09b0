"""Sorted runs: most of the postings, 12 bytes each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt

MAX_RUN: Final = 1 << 21
"""Postings a run is merged up to. Merging blocks an event loop; 2 million take about a fifth of a second."""

Numbers = npt.NDArray[np.uint32]
Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Run:
    """Postings sorted by key, within a key from the oldest document to the newest.

    Attributes:
        keys: uint64, shape (n,), ascending.
        numbers: uint32, shape (n,), the document that has the key.
    """

    keys: Keys
    numbers: Numbers

    @classmethod
    def sort(cls, keys: Keys, numbers: Numbers, ages: npt.NDArray[np.int64], ties: Keys) -> Self:
        """Sort postings into a run.

        Args:
            keys: shape (n,).
            numbers: shape (n,).
            ages: capture time of the document *of each number*, indexed by number.
            ties: what orders documents of the same capture time, indexed by number.
        """
        # Few keys repeat: the stable sort is a mere merge of what is sorted already, and the rest sorts those few.
        order = np.argsort(keys, kind="stable")
        keys, numbers = keys[order], numbers[order]
        repeats = keys[1:] == keys[:-1]
        tied = np.flatnonzero(np.append(repeats, False) | np.insert(repeats, 0, False))
        among = numbers[tied]
        numbers[tied] = among[np.lexsort((ties[among], ages[among], keys[tied]))]
        return cls(keys, numbers)

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, keys: Keys) -> Iterator[tuple[int, Numbers]]:
        """Find the postings of several keys: the key's index and its documents, oldest first; absent keys left out."""
        start, stop = self.keys.searchsorted(keys, "left"), self.keys.searchsorted(keys, "right")
        for index in np.flatnonzero(stop > start).tolist():
            yield index, self.numbers[start[index] : stop[index]]
