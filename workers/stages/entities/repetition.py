"""Names found once are looked up again in the rest of the page: surnames alone, near spellings, bare names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from schemas.entity import EntityKind
from workers.stages.entities.candidate import Candidate
from workers.stages.entities.gazetteer import entries
from workers.stages.entities.mention import Mention
from workers.stages.entities.passage import Passage
from workers.stages.entities.people import ALI
from workers.stages.entities.words import COMMON, DOUBTFUL, FUNCTION, HEAD, NATIONALITY, Word

MIN_NEAR_CHARS: Final = 6
"""Letters of a surname from which one letter more or less is a spelling, not another name."""
_BARRED: Final = COMMON | FUNCTION | HEAD | NATIONALITY | DOUBTFUL


@dataclass(slots=True)
class Memory:
    """What the page has named so far.

    Attributes:
        names: kind by the name's words.
        lengths: how many words the names have that begin with a word.
        near: the near spellings of all surnames of some length.
    """

    names: dict[tuple[str, ...], EntityKind] = field(default_factory=dict)
    lengths: dict[str, set[int]] = field(default_factory=dict)
    near: set[str] = field(default_factory=set)

    def keep(self, keys: tuple[str, ...], kind: EntityKind) -> None:
        """Remember a name."""
        self.names.setdefault(keys, kind)
        self.lengths.setdefault(keys[0], set()).add(len(keys))

    def nearly(self, word: str) -> bool:
        """Whether a word is a remembered surname but for one letter."""
        return bool(self.near) and not self.near.isdisjoint(near_spellings(word))


def remember(mentions: Iterable[Mention]) -> Memory:
    """Gather the names worth a second look: persons' full names and surnames, and other names of rare words."""
    memory = Memory()
    known = entries()
    for each in mentions:
        kind = each.candidate.kind
        if " ".join(each.keys) in known:
            continue
        words = each.passage.words[each.candidate.first : each.candidate.last + 1]
        if len(each.keys) > 1 or not (words[0].flags & _BARRED or each.keys[0] == ALI):
            memory.keep(each.keys, kind)
        if kind is not EntityKind.PERSON:
            continue
        surname = _surname(each.keys)
        if words[-1].flags & (_BARRED & ~DOUBTFUL) or surname[-1] == ALI:
            continue
        if len(each.keys) > len(surname):
            memory.keep(surname, kind)
        if len(surname) == 1 and len(surname[0]) >= MIN_NEAR_CHARS:
            memory.near.update(near_spellings(surname[0]))
    return memory


def repetitions(passage: Passage, chosen: Iterable[Candidate], memory: Memory) -> Iterator[Candidate]:
    """See remembered names where nothing has been seen."""
    if not memory.names:
        return
    taken = bytearray(len(passage))
    for each in chosen:
        taken[each.first : each.last + 1] = b"\x01" * each.length
    for token, word in enumerate(passage.words):
        if taken[token] or word.flags & FUNCTION:
            continue
        for cut, key in _readings(word):
            last, kind = _remembered(passage, token, key, memory) if key in memory.lengths else (token, None)
            if kind is not None and not any(taken[token : last + 1]):
                yield Candidate(first=token, last=last, cut=cut, kind=kind, weight=1.0)
                break
        else:
            if len(word.key) >= MIN_NEAR_CHARS and (word.rare or not word.flags & _BARRED) and memory.nearly(word.key):
                yield Candidate(first=token, last=token, cut=0, kind=EntityKind.PERSON, weight=1.0)


def _readings(word: Word) -> tuple[tuple[int, str], ...]:
    """A word as it stands, without its clitics, and a rare one without what may be a clitic."""
    if word.cut:
        return (0, word.key), (word.cut, word.stem)
    if word.rare and len(word.key) > 4 and word.key[0] in "وفبلك":  # noqa: PLR2004  # a clitic and a name of some length
        return (0, word.key), (1, word.key[1:])
    return ((0, word.key),)


def _remembered(passage: Passage, token: int, key: str, memory: Memory) -> tuple[int, EntityKind | None]:
    """The last token and kind of the longest remembered name that begins at a token."""
    for length in sorted(memory.lengths[key], reverse=True):
        keys = (key, *(word.key for word in passage.words[token + 1 : token + length]))
        if (kind := memory.names.get(keys)) is not None:
            # A passage may end within what is looked for.
            return token + len(keys) - 1, kind
    return token, None


def _surname(keys: tuple[str, ...]) -> tuple[str, ...]:
    """A name's last word, with a particle or عبد before it."""
    if len(keys) > 1 and keys[-2] in {"عبد", "ابو", "بن", "ال", "ابن"}:
        return keys[-2:]
    return keys[-1:]


def near_spellings(word: str) -> Iterator[str]:
    """A word and what is left of it without any one letter but the first.

    Two words that share one of these differ by a letter more, less, other or moved; so one look-up in a set replaces
    comparing all pairs (Garbe, symmetric delete spelling correction, 2012).
    """
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
