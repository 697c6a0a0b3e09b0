"""Publication: which of a document's date stamps say when it was published and when it was updated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

from schemas.document import Precision
from workers.arabic.dates import Purpose, Stamp, find_stamps

_DAY_CHARS: Final = len("2024-04-24")
_EXACT: Final = [Precision.DAY, Precision.MINUTE, Precision.SECOND]


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published and updated, as the page states it."""

    published_at: str | None = None
    published_precision: Precision | None = None
    updated_at: str | None = None


def read_publication(sources: Iterable[Iterable[str]], captured_at: datetime) -> Publication:
    """Read a document's dates.

    Args:
        sources: the texts that may hold its dates, by trust: a source counts only where those before it have no date
            of that purpose.
        captured_at: when the page was captured. A date after it is believed only where there is no other.
    """
    published: Stamp | None = None
    updated: Stamp | None = None
    for texts in sources:
        stamps = list(chain.from_iterable(find_stamps(text, captured_at=captured_at) for text in texts))
        published = published or _choose(_of(stamps, Purpose.PUBLISHED), captured_at)
        updated = updated or _choose(_of(stamps, Purpose.UPDATED), captured_at)
    return Publication(
        published_at=published.value if published else None,
        published_precision=published.precision if published else None,
        updated_at=updated.value if updated else None,
    )


def _of(stamps: Iterable[Stamp], purpose: Purpose) -> Iterator[Stamp]:
    return (stamp for stamp in stamps if stamp.purpose is purpose and stamp.value is not None)


def _choose(stamps: Iterator[Stamp], captured_at: datetime) -> Stamp | None:
    """Choose the first, unless a later one is labelled, in the past or absolute where it is not; then the exactest."""
    candidates = list(stamps)
    if not candidates:
        return None
    latest = _latest(captured_at)
    first = min(candidates, key=lambda stamp: (_day(stamp) > latest, stamp.relative, not stamp.labelled))
    same_day = [stamp for stamp in candidates if _day(stamp) == _day(first) and not stamp.relative]
    return max(same_day or [first], key=_exactness)


def _day(stamp: Stamp) -> str:
    return (stamp.value or "")[:_DAY_CHARS]


def _exactness(stamp: Stamp) -> int:
    return _EXACT.index(stamp.precision) if stamp.precision else -1


def _latest(captured_at: datetime) -> str:
    try:
        return (captured_at + timedelta(days=1)).date().isoformat()
    except OverflowError:
        return captured_at.date().isoformat()
