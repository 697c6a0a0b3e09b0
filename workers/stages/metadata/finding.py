"""Findings: what the readers of metadata found, each value with its place, its way, and what speaks for it."""

from collections.abc import Iterable
from typing import NamedTuple

from schemas.evidence import Support, Way
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.spelling import key


class Finding(NamedTuple):
    """A value and where it stands: offsets into the page's text, None where only the markup states it."""

    value: str
    start: int | None
    end: int | None
    how: Way
    support: Support = Support.ALONE


def finding(name: Quote, how: Way, *, known: bool = False) -> Finding:
    """Note a name where it stands."""
    return Finding(str(name), name.start, name.end, how, Support.KNOWN if known else Support.ALONE)


def distinct_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what only repeats an earlier value, whatever its spelling.

    The earlier one is agreed upon then, if the later one was found in another way and elsewhere.
    """
    found: dict[str, Finding] = {}
    for each in findings:
        name = key(each.value)
        first = found.setdefault(name, each)
        if first.how is not each.how and first.start != each.start:
            found[name] = first._replace(support=Support.AGREED)
    return list(found.values())


def corroborated(findings: list[Finding], names: Iterable[str]) -> list[Finding]:
    """Note which values somebody else names, too, in whatever spelling."""
    if not (keys := set(map(key, names))):
        return findings
    return [each._replace(support=Support.AGREED) if key(each.value) in keys else each for each in findings]
