"""Keywords: a source's tags, which words stand side by side in its keyword lines, and whether it sorts them.

Pairs of words are counted whether or not anybody knows where the tags begin: words of one tag come together again and
again, neighbours of different tags do not. So what was guessed wrong on early lines loses its weight with later ones.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from schemas.document import Document
from schemas.enriched_page import PageEvent
from schemas.segment import Owner, SegmentKind
from schemas.source_profile import (
    MOST_PAIRS,
    MOST_TAGS,
    MOST_WORDS,
    NAME_CHARS,
    KeywordHabits,
    Named,
)
from workers.arabic.words import word_key
from workers.profiles.packing import PAIR, pack_tally, unpack_tally, word_of

_MARK: Final = re.compile(r"[^\w\s]|_|\s{2,}|[\t\n\r]")
"""What parts tags; between the words of one there is a single space."""
_ORDERED_TAGS: Final = 3
"""Two tags are in order every other time."""
_TAG_WORDS: Final = 6
"""A longer tag was hardly cut where it ends."""
_APART: Final = 3
"""Words so many places apart are mostly of different tags."""
_LINE_TAGS: Final = 60
"""A line of more tags is none; so many words of one tell whether it is sorted."""

_Key = TypeVar("_Key", str, int)


class KeywordBook:
    """What a profile keeps of keyword lines, while it is being learned.

    Where tags, words or pairs grow too many, all three counts are halved and what falls to none is forgotten, so that
    the present weighs more than the past and counts stay comparable.
    """

    def __init__(self, habits: KeywordHabits) -> None:
        self._lines = habits.lines
        self._orders = [habits.sorted_by_letters, habits.sorted_by_code_points, habits.unsorted]
        self._steps = [habits.ascents, habits.descents]
        self._tags = Counter({each.name: each.seen for each in habits.tags})
        self._words = Counter(unpack_tally(habits.words))
        self._pairs = Counter(unpack_tally(habits.pairs))

    def learn(self, page: PageEvent, article: Document) -> None:
        """Learn from an article's keywords and the lines that they stand on."""
        tags = article.metadata.keywords[:_LINE_TAGS]
        if not tags:
            return
        lines = [
            page.text[each.start : each.end]
            for each in page.segments
            if each.kind is SegmentKind.KEYWORDS and each.owner is Owner.ARTICLE
        ]
        keyed = [tuple(key for word in tag.split() if (key := word_key(word))) for tag in tags]
        self._lines += 1
        self._note_order(tags, keyed)
        for keys in {keys for keys in keyed if 0 < len(keys) <= _TAG_WORDS}:
            name = " ".join(keys).encode("utf-8", "replace").decode()
            if len(name) <= NAME_CHARS:
                self._tags[name] += 1
        self._words.update({word_of(key) for keys in keyed for key in keys})
        rows = keyed
        if not _are_parted(tags, "\n".join(lines)):
            rows = [tuple(key for keys in keyed for key in keys)]
            for one, later in _apart(rows[0][:_LINE_TAGS]):
                self._steps[one > later] += one != later
        self._pairs.update({word_of(f"{one}{PAIR}{next_}") for row in rows for one, next_ in pairwise(row)})
        self._halve()

    def habits(self) -> KeywordHabits:
        """Give what was learned."""
        letters, code_points, unsorted = self._orders
        tags = sorted(self._tags.items(), key=lambda item: (-item[1], item[0]))
        return KeywordHabits(
            lines=self._lines,
            sorted_by_letters=letters,
            sorted_by_code_points=code_points,
            unsorted=unsorted,
            ascents=self._steps[0],
            descents=self._steps[1],
            tags=tuple(Named(name=name, seen=seen) for name, seen in tags),
            words=pack_tally(self._words),
            pairs=pack_tally(self._pairs),
        )

    def _note_order(self, tags: Sequence[str], keyed: Sequence[tuple[str, ...]]) -> None:
        if len(tags) < _ORDERED_TAGS:
            return
        letters = _ascend([" ".join(keys) for keys in keyed])
        code_points = _ascend(tags)
        self._orders[0] += letters
        self._orders[1] += code_points
        self._orders[2] += not (letters or code_points)

    def _halve(self) -> None:
        while len(self._tags) > MOST_TAGS or len(self._words) > MOST_WORDS or len(self._pairs) > MOST_PAIRS:
            self._tags = _halved(self._tags)
            self._words = _halved(self._words)
            self._pairs = _halved(self._pairs)


def _halved(counts: Counter[_Key]) -> Counter[_Key]:
    return Counter({key: count // 2 for key, count in counts.items() if count > 1})


def _apart(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the pairs of words that hardly belong to one tag."""
    return ((one, later) for at, one in enumerate(keys) for later in keys[at + _APART :])


def _ascend(texts: Sequence[str]) -> bool:
    return all(one <= next_ for one, next_ in pairwise(texts))


def _are_parted(tags: Sequence[str], line: str) -> bool:
    """Say whether marks part a line's tags; those that stand on no line of the text come from markup, one by one."""
    ends = -1
    for tag in tags:
        at = line.find(tag, max(ends, 0))
        if at < 0:
            # A hashtag's words are joined by underscores, so its line has marks; else it is not from this line.
            return True
        if 0 <= ends < at and _MARK.search(line, ends, at):
            return True
        ends = at + len(tag)
    return False
