"""Quotes: words that know where they stand."""

import re
from typing import Self

from schemas.base import Span
from workers.stages.metadata.spelling import trim


class Quote(str):
    """Words as they stand somewhere, and where that is.

    Readers cut them with the methods here: what a string's own slicing and stripping give back has lost its place.

    Attributes:
        start: offset into the page's text, code points from 0; None for words of the markup.
    """

    __slots__ = ("start",)

    start: int | None

    def __new__(cls, words: str, start: int | None = None) -> Self:
        """Quote words that begin at an offset."""
        quote = str.__new__(cls, words)
        quote.start = start
        return quote

    @property
    def end(self) -> int | None:
        """The offset behind the last character; None for words of the markup."""
        return None if self.start is None else self.start + len(self)

    def part(self, start: int, end: int | None = None) -> "Quote":
        """Quote what stands from `start` to `end`, offsets into these words, none of them negative."""
        # As `Quote(...)`, which is called for nearly every word of a byline: past two calls of Python's.
        part = str.__new__(Quote, self[start:end])
        part.start = None if self.start is None else self.start + start
        return part

    def parted(self, pattern: re.Pattern[str]) -> list["Quote"]:
        """Quote what stands between the pattern's matches, as `re.split` does for a pattern without groups."""
        parts = []
        at = 0
        for match in pattern.finditer(self):
            parts.append(self.part(at, match.start()))
            at = match.end()
        return [*parts, self.part(at)] if parts else [self]

    def stripped(self, chars: str | None = None) -> "Quote":
        """Leave out space, or certain characters, on both sides."""
        return self._kept(self.strip(chars))

    def trimmed(self) -> "Quote":
        """Leave out what is no part of a name."""
        return self._kept(trim(self))

    def _kept(self, words: str) -> "Quote":
        return self if len(words) == len(self) else self.part(at := self.find(words), at + len(words))

    def masked(self, spans: list[tuple[int, int]]) -> "Quote":
        """Put a bar in the place of some stretches, as long as they are, so that every other character keeps its own.

        Args:
            spans: offsets into these words, sorted and disjoint.
        """
        pieces = []
        at = 0
        for start, end in spans:
            pieces += [self[at:start], _BAR.ljust(end - start)[: end - start]]
            at = end
        return Quote("".join([*pieces, self[at:]]), self.start) if spans else self


def quoted(text: str, span: Span) -> Quote:
    """Quote a stretch of the page's text, where it stands."""
    return Quote(text[span.start : span.end], span.start)


_BAR = " | "
