"""How much of an article's body a text holds, whoever extracted it: by the longest common row of words.

Extractors change white space, lines and marks, so that offsets say nothing. What any of them gives is a row of words
(runs of letters and digits); its longest common subsequence with the body's words is what it got right. Order counts,
so that words which every article has (`في`, `من`) hit only where they belong. A word weighs as many characters as it
has.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Cut a text into its runs of letters and digits."""
    return _WORD.findall(text)


def common(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Find a longest common subsequence: pairs of places, ascending in both.

    The rows of the table are kept as the bits of integers (Hyyrö 2004, "Bit-parallel LCS-length computation
    revisited"), a bit that is not set being a step of one: for each word of `second` a few sums of integers as long as
    `first`.
    """
    places: dict[str, int] = {}
    for at, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << at
    full = (1 << len(first)) - 1
    rows = [full]
    for word in second:
        row = rows[-1]
        hits = row & places.get(word, 0)
        rows.append(((row + hits) | (row - hits)) & full)
    pairs = []
    i, j = len(first), len(second)
    while i and j:
        step = 1 << (i - 1)
        if rows[j] & step:
            i -= 1
        elif not rows[j - 1] & step:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _weight(row: Sequence[str]) -> int:
    return sum(map(len, row))


@dataclass(slots=True)
class BodyScore:
    """Characters over all pages: of the bodies, of what was extracted, in both; of teasers, and of those extracted."""

    hit: int = 0
    said: int = 0
    true: int = 0
    leaked: int = 0
    teasers: int = 0

    def add(self, extracted: str, body: str, teasers: str, headline: str | None) -> None:
        """Add a page.

        Args:
            extracted: what the system gives as the article's text. A line that is the headline counts for nothing,
                since some give it with the body.
            body: the article's paragraphs.
            teasers: headlines and paragraphs of other articles on the page.
            headline: the article's.
        """
        title = words(headline or "")
        said = [word for line in extracted.splitlines() if (row := words(line)) != title for word in row]
        true, other = words(body), words(teasers)
        pairs = common(true, said)
        matched = {j for _, j in pairs}
        beside = [word for j, word in enumerate(said) if j not in matched]
        self.hit += _weight([true[i] for i, _ in pairs])
        self.said += _weight(said)
        self.true += _weight(true)
        self.leaked += _weight([other[i] for i, _ in common(other, beside)])
        self.teasers += _weight(other)

    @property
    def precision(self) -> float:
        """The share of what was extracted that is body; 1 where nothing was and nothing should be."""
        return self.hit / self.said if self.said else float(not self.true)

    @property
    def recall(self) -> float:
        """The share of the bodies that was extracted."""
        return self.hit / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.said + self.true
        return 2 * self.hit / both if both else 1.0

    @property
    def leak(self) -> float:
        """The share of the teasers that was extracted as the article's."""
        return self.leaked / self.teasers if self.teasers else 0.0
