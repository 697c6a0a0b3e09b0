"""Credits: whose article it is and whose copy it uses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from workers.lexicon.loader import read_list
from workers.stages.metadata.line import Value, key, trim, without_stamps
from workers.stages.metadata.names import distinct, is_agency, is_nobody

_SPLIT: Final = re.compile(r"[+/،,;؛|•&\n]|(?<=\s)[-–—](?=\s)")
_AND: Final = re.compile(r"(?<=\s)و\s?(?=\S)")
_ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+")
_MOST_CREDIT_WORDS: Final = 2
_RECURRING_CHARS: Final = 60
"""Credits recur from page to page; what is longer is mostly read once."""
_KNOWN_LINES: Final = 1024


@dataclass(frozen=True, slots=True)
class Sources:
    """The publisher and the agencies that a document states, in the page's spelling."""

    publisher: str | None = None
    agencies: tuple[str, ...] = ()


def read_credits(lines: Sequence[str]) -> Sources:
    """Tell the publisher from the agencies by the credits of one document, in the page's order.

    The publisher is the last credit that is no agency; where all are agencies and there are several, the last one.
    What the other credits name are the agencies. In a credit of several names the first that is no known agency is the
    publisher, and only known agencies beside it count.
    """
    credits_ = [names for line in lines if (names := (_known_names if len(line) <= _RECURRING_CHARS else _names)(line))]
    if not credits_:
        return Sources()
    publishing = _publishing(credits_)
    if publishing is None:
        return Sources(agencies=distinct(name for names in credits_ for name in names))
    publisher = next((name for name in credits_[publishing] if not is_agency(name)), credits_[publishing][-1])
    copied = [
        name
        for number, names in enumerate(credits_)
        for name in names
        if (number != publishing or is_agency(name)) and key(name) != key(publisher)
    ]
    return Sources(publisher, distinct(copied))


def _publishing(credits_: list[tuple[str, ...]]) -> int | None:
    """Find the credit that names the publisher."""
    for number in range(len(credits_) - 1, -1, -1):
        if any(not is_agency(name) for name in credits_[number]):
            return number
    return len(credits_) - 1 if len(credits_) > 1 and len(credits_[-1]) == 1 else None


def _names(line: str) -> tuple[str, ...]:
    line = _ADDRESS.sub(" ", without_stamps(line))
    text = Value(line).text or (line if is_agency(trim(line)) else "")
    names: list[str] = []
    for part in _SPLIT.split(text):
        both = [trim(name) for name in _AND.split(part)]
        names += both if all(is_agency(name) for name in both) else [part]
    found = (_without_words(trim(name)) for name in names)
    return tuple(name for name in found if any(map(str.isalnum, name)) and not is_nobody(name))


_known_names = lru_cache(maxsize=_KNOWN_LINES)(_names)


def _without_words(name: str) -> str:
    """Leave out `نقلا عن` and the like before a name."""
    words = name.split()
    for count in range(min(_MOST_CREDIT_WORDS, len(words) - 1), 0, -1):
        if key(" ".join(words[:count])) in _credit_words():
            return " ".join(words[count:])
    return name


@cache
def _credit_words() -> frozenset[str]:
    return frozenset(map(key, read_list("credit_words.txt")))
