"""Trust: how often a value that was found in some way turns out right, as measured."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from schemas.evidence import Evidence, MetadataField, Support, Way
from workers.lexicon.loader import read_table
from workers.stages.metadata.finding import Finding
from workers.stages.metadata.names.kinds import canonical_of

Cell = tuple[str, str, str]
"""A field, a way, a support."""
Counts = Mapping[Cell, tuple[int, int]]
"""How many values were right, and how many there were."""

_SOURCES: Final = frozenset({MetadataField.PUBLISHER, MetadataField.AGENCIES})
_KNOWN_EVIDENCE: Final = 256
_PRIOR: Final = 2
"""Observations that a less exact share is worth: Laplace's two, spread as the way is right as a whole."""


def testify(field: MetadataField, finding: Finding) -> Evidence:
    """Make the evidence for one value of a document's metadata."""
    # What no words of the page state, such as its language, is the same on many pages.
    return _testify(field, finding) if finding.start is not None else _known_evidence(field, finding)


def _testify(field: MetadataField, finding: Finding) -> Evidence:
    return Evidence(
        field=field,
        value=finding.value,
        start=finding.start,
        end=finding.end,
        how=finding.how,
        support=finding.support,
        confidence=confidence_of(field, finding.how, finding.support),
        canonical_id=canonical_of(finding.value) if field in _SOURCES else None,
    )


_known_evidence = lru_cache(maxsize=_KNOWN_EVIDENCE)(_testify)


@cache
def confidence_of(field: MetadataField, how: Way, support: Support) -> float | None:
    """Tell the share of values found so that are right; None for a way in which no measured page states the field."""
    return share_of(_counts(), (field, how, support))


def share_of(counts: Counts, cell: Cell) -> float | None:
    """Tell the share of a cell's values that are right, as far as they were counted; never 0 nor 1.

    A cell of few observations leans on all of its way, and that on Laplace's rule. No cell is surer than that rule
    would be of its whole way if all of it were right.
    """
    way = [count for (field, how, _), count in counts.items() if (field, how) == cell[:2]]
    if not way:
        return None
    way_right, way_of = (sum(numbers) for numbers in zip(*way, strict=True))
    surest, share = (way_of + 1) / (way_of + _PRIOR), (way_right + 1) / (way_of + _PRIOR)
    right, of = counts.get(cell, (0, 0))
    return float(round(min(surest, (right + _PRIOR * share) / (of + _PRIOR)), 4))


@cache
def _counts() -> Counts:
    rows = read_table("confidence.tsv", ("field", "how", "support", "right", "of"))
    return {(field, how, support): (int(right), int(of)) for field, how, support, right, of in rows}
