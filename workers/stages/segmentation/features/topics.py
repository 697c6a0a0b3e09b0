"""Topics: how many words a line shares with the text above and below it."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from workers.stages.segmentation.lines import Line

_LETTER: Final = r"[\u0621-\u064a]"
_STEM: Final = re.compile(
    rf"(?={_LETTER}{{4}})(?:[وبلفك](?={_LETTER}{{4}}))?+(?:ال)?+ل?+(?P<stem>{_LETTER}{{1,4}}+){_LETTER}*+"
)
"""A word without its clitics and endings, roughly: the same word has mostly the same stem. Short words have none."""
_READ_CHARS: Final = 240
_REMEMBERED: Final = 4
_LEAD: Final = 2
_ALIKE: Final = 2
_MOST_STRANGE: Final = 2
_SHARED: Final = ("0", "1", "2", *["some"] * 3, *["many"] * _READ_CHARS)
"""How many words two lines share, by their number."""
_WORDY: Final = frozenset({"line", "text"})
_WHERE: Final = ("above", "with lead", "below", "with title")
_KNOWN: Final = 4096

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
    stems = [stems_of(line.text) if rough in _WORDY else Stems() for line, rough in zip(lines, roughs, strict=True)]
    following = _following(stems, proses)
    likest = _likest(stems, proses)
    lead, led = _lead(stems, proses)
    read: deque[Stems] = deque(maxlen=_REMEMBERED)
    above, title = Stems(), Stems()
    for number, (own, rough, prose, below) in enumerate(zip(stems, roughs, proses, following, strict=True)):
        if not own:
            yield ()
            continue
        shares = (
            _SHARED[len(own & above)] if read else None,
            _SHARED[len(own & lead)] if number > led else None,
            _SHARED[len(own & below)] if rough != "text" and below is not None else None,
            _SHARED[len(own & title)] if rough == "text" and title else None,
        )
        opens = rough == "text" and number > 0 and roughs[number - 1] != "text"
        yield _named(f"opening {rough}" if opens else rough, shares, likest=own == likest)
        if prose:
            forgets = len(read) == _REMEMBERED
            read.append(own)
            above = Stems().union(*read) if forgets else above | own
        if rough == "line":
            title = own


def _likest(stems: Sequence[Stems], proses: Sequence[bool]) -> Stems | None:
    """Give the words of the line above the first running text that shares most with it: mostly the headline's."""
    lead = next((number for number, prose in enumerate(proses) if prose), 0)
    shares = [(len(own & stems[lead]), number) for number, own in enumerate(stems[:lead])]
    most, number = max(shares, default=(0, 0))
    return stems[number] if most >= _ALIKE else None


def _lead(stems: Sequence[Stems], proses: Sequence[bool]) -> tuple[Stems, int]:
    """Give the words of the page's first running texts, and where the last of them stands; too few have no lead."""
    first = [number for number, prose in enumerate(proses) if prose][:_LEAD]
    return Stems().union(*(stems[number] for number in first)), first[-1] if len(first) == _LEAD else len(stems)


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


@lru_cache(maxsize=_KNOWN)
def _named(rough: str, shares: tuple[str | None, ...], *, likest: bool) -> tuple[str, ...]:
    """Name what is shared."""
    names = [f"{rough} shares {number} {where}" for number, where in zip(shares, _WHERE, strict=True) if number]
    return (*names, f"{rough} likest the lead") if likest else tuple(names)


def stems_of(text: str) -> Stems:
    """Give the stems of a text's words, of a long one only those of its beginning."""
    return Stems(_STEM.findall(text, 0, _READ_CHARS))


def are_strange(some: Stems, others: AbstractSet[str]) -> bool:
    """Say whether two texts' stems have so few in common that the texts are hardly of one matter."""
    return len(some & others) <= _MOST_STRANGE
