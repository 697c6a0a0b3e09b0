"""Credits: whose article it is and whose copy it uses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workers.stages.metadata.line import Value, key, trim, without_stamps
from workers.stages.metadata.names import agency_of, is_nobody

_SPLIT: Final = re.compile(r"\s*(?:[+/،,;؛|•&\n]|\s[-–—]\s)\s*")
_AND: Final = re.compile(r"\s+و\s?(?=\S)")


@dataclass(frozen=True, slots=True)
class Sources:
    """The publisher and the agencies that a document states, in the page's spelling."""

    publisher: str | None = None
    agencies: tuple[str, ...] = ()


def read_credits(lines: Sequence[str]) -> Sources:
    """Tell the publisher from the agencies by the credits of one document, in the page's order.

    The publisher is the last credit that is no agency; where all are agencies and there are several, the last one.
    What stands in the credits before it is the agencies' copy. In a lone credit the first name that is no known agency
    is the publisher.
    """
    credits_ = [names for line in lines if (names := _names(line))]
    if not credits_:
        return Sources()
    publishing = _publishing(credits_)
    if publishing is None:
        return Sources(agencies=_distinct(name for names in credits_ for name in names))
    publisher = next((name for name in credits_[publishing] if agency_of(name) is None), credits_[publishing][-1])
    others = _distinct(name for names in credits_ for name in names if key(name) != key(publisher))
    return Sources(publisher, others)


def _publishing(credits_: list[list[str]]) -> int | None:
    """Find the credit that names the publisher."""
    for number in range(len(credits_) - 1, -1, -1):
        if any(agency_of(name) is None for name in credits_[number]):
            return number
    return len(credits_) - 1 if len(credits_) > 1 and len(credits_[-1]) == 1 else None


def _names(line: str) -> list[str]:
    text = Value(without_stamps(line)).text
    # A value may be a credit of its own kind again: `المصدر: نقلا عن ...`.
    inner = Value(text)
    text = inner.text if inner.cls == "credit" and inner.text else text
    names: list[str] = []
    for part in _SPLIT.split(text):
        both = _AND.split(part)
        names += both if all(agency_of(name) for name in both) else [part]
    return [name for each in names if (name := trim(each)) and not is_nobody(name) and any(map(str.isalnum, name))]


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(key(name), name)
    return tuple(seen.values())
