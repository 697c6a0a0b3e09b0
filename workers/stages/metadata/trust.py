"""Trust: how often a value that was found in some way turns out right, as measured."""

from functools import cache
from typing import Final

from schemas.evidence import Evidence, MetadataField, Way
from workers.lexicon.loader import read_table
from workers.stages.metadata.finding import Finding, Support
from workers.stages.metadata.names import canonical_of

_SOURCES: Final = frozenset({MetadataField.PUBLISHER, MetadataField.AGENCIES})
_PRIOR: Final = 2
"""Observations that a less exact share is worth: Laplace's two, spread as the way is right as a whole."""


def testify(field: MetadataField, finding: Finding) -> Evidence:
    """Make the evidence for one value of a document's metadata."""
    return Evidence(
        field=field,
        value=finding.value,
        start=finding.start,
        end=finding.end,
        how=finding.how,
        confidence=confidence_of(field, finding.how, finding.support),
        canonical_id=canonical_of(finding.value) if field in _SOURCES else None,
        undecided=finding.support is Support.UNDECIDED,
    )


@cache
def confidence_of(field: MetadataField, how: Way, support: Support) -> float | None:
    """Tell the share of values found so that are right; None for a way in which no measured page states the field.

    Few observations count with those of the same way under any support, and these with Laplace's rule: a share is never
    0 nor 1.
    """
    counts = _counts()
    way = [count for (row_field, row_how, _), count in counts.items() if (row_field, row_how) == (field, how)]
    if not way:
        return None
    right, all_ = sum(each[0] for each in way), sum(each[1] for each in way)
    share = (right + 1) / (all_ + _PRIOR)
    right, all_ = counts.get((field, how, support), (0, 0))
    return round((right + _PRIOR * share) / (all_ + _PRIOR), 3)


@cache
def _counts() -> dict[tuple[str, str, str], tuple[int, int]]:
    rows = read_table("confidence.tsv", ("field", "how", "support", "right", "of"))
    return {(field, how, support): (int(right), int(of)) for field, how, support, right, of in rows}
