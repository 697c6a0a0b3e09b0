"""Names found once are looked up again in the rest of the page: surnames alone, near spellings, names without a title."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from schemas.entity import EntityKind
from workers.stages.entities.candidate import Candidate
from workers.stages.entities.mention import Mention
from workers.stages.entities.passage import Passage
from workers.stages.entities.words import COMMON, DOUBTFUL, FUNCTION, HEAD, NATIONALITY, Word

MIN_NEAR_CHARS: Final = 6
"""Letters of a surname from which one letter more or less is a spelling, not another name."""
_ALI: Final = "علي"
"""A name that many pages write like the preposition على."""
_BARRED: Final = COMMON | FUNCTION | HEAD | NATIONALITY | DOUBTFUL


@dataclass(slots=True)
class Memory:
    """What the page has named so far.

    Attributes:
        names: kind by the name's words, listed under the first of them.
        near: surnames of some length by each spelling that lacks one letter, themselves included.
    """

    names: dict[str, dict[tuple[str, ...], EntityKind]] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)

    def keep(self, keys: tuple[str, ...], kind: EntityKind) -> None:
        """Remember a name."""
        self.names.setdefault(keys[0], {}).setdefault(keys, kind)


def remember(mentions: Iterable[Mention]) -> Memory:
    """Gather the names worth a second look: persons' full names and surnames, and other names of rare words."""
    memory = Memory()
    for each in mentions:
        kind = each.candidate.kind
        words = each.passage.words[each.candidate.first : each.candidate.last + 1]
        if len(each.keys) > 1 or not (words[0].flags & _BARRED or each.keys[0] == _ALI):
            memory.keep(each.keys, kind)
        if kind is not EntityKind.PERSON:
            continue
        surname = _surname(each.keys)
        if words[-1].flags & (_BARRED & ~DOUBTFUL) or surname[-1] == _ALI:
            continue
        if len(each.keys) > len(surname):
            memory.keep(surname, kind)
        if len(surname) == 1 and len(surname[0]) >= MIN_NEAR_CHARS:
            for spelling in _shortened(surname[0]):
                memory.near.setdefault(spelling, surname[0])
    return memory


def repetitions(passage: Passage, chosen: Iterable[Candidate], memory: Memory) -> Iterator[Candidate]:
    """See remembered names where nothing has been seen."""
    taken = bytearray(len(passage))
    for each in chosen:
        taken[each.first : each.last + 1] = b"\x01" * each.length
    for token, word in enumerate(passage.words):
        if taken[token]:
            continue
        cut, found = _remembered(passage, token, word, memory)
        if found is not None:
            last, kind = found
            if not any(taken[token : last + 1]):
                yield Candidate(first=token, last=last, cut=cut, kind=kind, weight=1.0)


def _remembered(passage: Passage, token: int, word: Word, memory: Memory) -> tuple[int, tuple[int, EntityKind] | None]:
    for cut, key in ((0, word.key), (word.cut, word.stem), *_unknown_clitics(word)):
        for keys, kind in memory.names.get(key, {}).items():
            last = token + len(keys) - 1
            if last < len(passage) and all(passage.words[token + at].key == keys[at] for at in range(1, len(keys))):
                return cut, (last, kind)
    if len(word.key) >= MIN_NEAR_CHARS and not word.flags & _BARRED:
        for spelling in _shortened(word.key):
            if spelling in memory.near:
                return 0, (token, EntityKind.PERSON)
    return 0, None


def _unknown_clitics(word: Word) -> Iterator[tuple[int, str]]:
    if not word.cut and len(word.key) > 4 and word.key[0] in "وفبلك":  # noqa: PLR2004  # a clitic and a name of some length
        yield 1, word.key[1:]


def _surname(keys: tuple[str, ...]) -> tuple[str, ...]:
    """A name's last word, with a particle or عبد before it."""
    if len(keys) > 1 and keys[-2] in {"عبد", "ابو", "بن", "ال", "ابن"}:
        return keys[-2:]
    return keys[-1:]


def _shortened(word: str) -> Iterator[str]:
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
