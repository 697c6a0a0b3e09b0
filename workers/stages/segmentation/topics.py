"""Topics: how many words a line shares with the text above and below it."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from workers.stages.segmentation.lines import Line

_STEM: Final = re.compile(r"[\u0621-\u064a]{4,}")
_STEM_CHARS: Final = 4
_READ_CHARS: Final = 240
_REMEMBERED: Final = 4
_FEW: Final = 3
_SOME: Final = 6
_WORDY: Final = frozenset({"line", "text"})

Stems = frozenset[str]


def topics_of(lines: Sequence[Line], roughs: Sequence[str], proses: Sequence[bool]) -> Iterator[tuple[str, ...]]:
    """Say of each line how many words it shares with the last paragraphs, with the next one, and with its title.

    A headline shares words with what follows it, and the next article none with what is above. Only a line's beginning
    is read, so the cost is linear in the number of lines.

    Args:
        lines: the page's parts.
        roughs: what each looks like, roughly.
        proses: whether each is running text.
    """
    stems = [
        _stems(line.text) if prose or rough in _WORDY else Stems()
        for line, rough, prose in zip(lines, roughs, proses, strict=True)
    ]
    following = _following(stems, proses)
    read: deque[Stems] = deque(maxlen=_REMEMBERED)
    title = Stems()
    for own, rough, prose, below in zip(stems, roughs, proses, following, strict=True):
        if not own:
            yield ()
            continue
        names = [f"{rough} shares {_shared(own, Stems().union(*read))} above"] if read else []
        if rough != "text" and below is not None:
            names.append(f"{rough} shares {_shared(own, below)} below")
        if rough == "text" and title:
            names.append(f"text shares {_shared(own, title)} with title")
        yield tuple(names)
        if prose:
            read.append(own)
        if rough == "line":
            title = own


def _following(stems: Sequence[Stems], proses: Sequence[bool]) -> list[Stems | None]:
    """Give for each line the words of the next running text below it."""
    following: list[Stems | None] = []
    nearest: Stems | None = None
    for own, prose in zip(reversed(stems), reversed(proses), strict=True):
        following.append(nearest)
        if prose:
            nearest = own
    following.reverse()
    return following


def _shared(own: Stems, others: Stems) -> str:
    shared = len(own & others)
    return str(shared) if shared < _FEW else "some" if shared < _SOME else "many"


def _stems(text: str) -> Stems:
    return frozenset(map(_stem, _STEM.findall(text[:_READ_CHARS])))


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """Cut clitics and endings off a word, roughly: the same word has mostly the same stem."""
    if len(word) > _STEM_CHARS and word[0] in "وبلفك":
        word = word[1:]
    return word.removeprefix("ال").removeprefix("ل")[:_STEM_CHARS]
