"""A stretch of a page as a row of tokens: what every witness reads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workers.stages.entities.words import Word, analyse

_TOKEN: Final = re.compile(
    # letters with their vowel marks; an invisible mark only between letters; or one sign
    r"[^\W_]+(?:[\u0610-\u061a\u064b-\u065f\u0670]+[^\W_]*|[\u200b-\u200f]+[^\W_]+)*|[^\w\s]|_"
)
MAX_WORD_CHARS: Final = 60
"""A longer row of letters is no word; the witnesses see a blank in its place."""
_BLANK: Final = "\ufffc"


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment's tokens, words and single punctuation marks.

    Attributes:
        text: the page's text.
        start: where the segment begins in it.
        end: where it ends.
        starts: each token's first offset (code points of the page's text).
        ends: each token's offset past its last character.
        words: each token's analysis.
    """

    text: str
    start: int
    end: int
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[Word]

    def __len__(self) -> int:
        return len(self.words)

    def start_of(self, token: int, cut: int = 0) -> int:
        """Where a token's name begins, `cut` clitics left out.

        Marks between letters belong to the letter before them, so that clitics are counted without them.
        """
        at = self.starts[token]
        while cut:
            at += 1
            cut -= 1
            while at < self.ends[token] and not self.text[at].isalpha():
                at += 1
        return at


def read_passage(text: str, start: int, end: int) -> Passage:
    """Cut a segment of a page into tokens."""
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    words = [analyse(text[first:last] if last - first <= MAX_WORD_CHARS else _BLANK) for first, last in spans]
    return Passage(text, start, end, [first for first, _ in spans], [last for _, last in spans], words)
