"""Publication: which of a document's date stamps say when it was published and when it was updated."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from schemas.document import Precision
from workers.arabic.dates import Purpose, Stamp, find_stamps

DAY_CHARS: Final = len("2024-04-24")
_DIGITS: Final = re.compile(r"(?<!\d)\d{1,2}\s?[-/.\\–]\s?\d{1,2}\s?[-/.\\–]\s?\d{4}")
_EXACT: Final = [Precision.DAY, Precision.MINUTE, Precision.SECOND]


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published and updated, as the page states it.

    Attributes:
        firm: whether the date of publication is labelled, or absolute and in a firm line.
        digits: whether its month is written in digits, so that its order can be in doubt.
    """

    published_at: str | None = None
    published_precision: Precision | None = None
    updated_at: str | None = None
    firm: bool = False
    digits: bool = False


class Line(NamedTuple):
    """A text that may hold dates; `firm` says that it stands where hardly another date does."""

    text: str
    firm: bool


class _Dated(NamedTuple):
    stamp: Stamp
    line: Line


def read_publication(sources: Iterable[Iterable[Line]], captured_at: datetime) -> Publication:
    """Read a document's dates.

    Args:
        sources: the texts that may hold its dates, by trust: a source counts only where those before it have no date
            of that purpose.
        captured_at: when the page was captured. A date after it is believed only where there is no other.
    """
    published: _Dated | None = None
    updated: _Dated | None = None
    for lines in sources:
        dated = [_Dated(stamp, line) for line in lines for stamp in find_stamps(line.text, captured_at=captured_at)]
        published = published or _choose(_of(dated, Purpose.PUBLISHED), captured_at)
        updated = updated or _choose(_of(dated, Purpose.UPDATED), captured_at)
    return Publication(
        published_at=published.stamp.value if published else None,
        published_precision=published.stamp.precision if published else None,
        updated_at=updated.stamp.value if updated else None,
        firm=published is not None and _is_firm(published),
        digits=published is not None and _is_in_digits(published),
    )


def latest_day(captured_at: datetime) -> str:
    """Tell the latest day, ISO 8601, on which a captured page can have been published: clocks and zones differ."""
    try:
        return (captured_at + timedelta(days=1)).date().isoformat()
    except OverflowError:
        return captured_at.date().isoformat()


def _of(dated: Iterable[_Dated], purpose: Purpose) -> list[_Dated]:
    return [each for each in dated if each.stamp.purpose is purpose and each.stamp.value is not None]


def _choose(candidates: list[_Dated], captured_at: datetime) -> _Dated | None:
    """Choose the first, unless a later one is labelled, in the past or absolute where it is not; then the exactest."""
    if not candidates:
        return None
    latest = latest_day(captured_at)
    first = min(candidates, key=lambda each: (_day(each.stamp) > latest, each.stamp.relative, not each.stamp.labelled))
    same_day = [each for each in candidates if _day(each.stamp) == _day(first.stamp) and not each.stamp.relative]
    return max(same_day or [first], key=lambda each: _exactness(each.stamp))


def _is_firm(dated: _Dated) -> bool:
    return not dated.stamp.relative and (dated.stamp.labelled or dated.line.firm)


def _is_in_digits(dated: _Dated) -> bool:
    return _DIGITS.search(dated.line.text[dated.stamp.start : dated.stamp.end]) is not None


def _day(stamp: Stamp) -> str:
    return (stamp.value or "")[:DAY_CHARS]


def _exactness(stamp: Stamp) -> int:
    return _EXACT.index(stamp.precision) if stamp.precision else -1
