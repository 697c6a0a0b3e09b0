"""Publication: which of a document's stamps say when it was published and when it was updated."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from schemas.document import Precision
from schemas.evidence import Support, Way
from workers.arabic.dates import Purpose, Stamp, find_stamps
from workers.arabic.dates.vocabulary import MONTHS, one_of
from workers.arabic.fold import fold, lower
from workers.stages.metadata.finding import Finding
from workers.stages.metadata.quote import Quote

DAY_CHARS: Final = len("2024-04-24")
_YEAR_CHARS: Final = len("2024")
_DIGITS: Final = re.compile(r"(?<!\d)\d{1,2}\s?[-/.\\–]\s?\d{1,2}\s?[-/.\\–]\s?\d{4}")
_SPAN: Final = re.compile(r"\s*(?:[-–—]|إلى|الى|حتى|ولغاية|لغاية)\s*(?:يوم\s)?")
_SIGNED_OFF: Final = re.compile(r"//\s?انتهى\s?//\s*(?P<hour>(?:[01]\d|2[0-3]):[0-5]\d)\s?ت\s?م")
"""In the time of Mecca."""
_BOTH_ENDS: Final = 2
_MONTH: Final = re.compile(rf"{one_of(MONTHS)}|\d\s?/\s?\d")
_EXACT: Final = [Precision.DAY, Precision.MINUTE, Precision.SECOND]


class Dating(NamedTuple):
    """One date of a document, as the page states it.

    Attributes:
        finding: the date, ISO 8601, and the words that state it.
        precision: how exactly; None where only the month is stated.
        firm: whether it is labelled, or absolute and in a firm line.
        digits: whether its month is written in digits, so that its order can be in doubt.
    """

    finding: Finding
    precision: Precision | None
    firm: bool = False
    digits: bool = False

    @property
    def value(self) -> str:
        """The date, ISO 8601."""
        return self.finding.value


class Publication(NamedTuple):
    """When a document was published and updated, as far as that is stated."""

    published: Dating | None = None
    updated: Dating | None = None


class Line(NamedTuple):
    """A text that may hold dates; `firm` says that it stands where hardly another date does.

    `weekday` is what the text beside it calls that day, which tells the year where the line does not.
    """

    text: Quote
    how: Way
    firm: bool
    weekday: str = ""


class _Dated(NamedTuple):
    stamp: Stamp
    value: str
    line: Line


def read_publication(
    sources: Iterable[Iterable[Line]], captured_at: datetime, *, month_first: bool = False
) -> Publication:
    """Read a document's dates.

    Args:
        sources: the texts that may hold its dates, by trust: a source counts only where those before it have no date
            of that purpose.
        captured_at: when the page was captured. A date after it is believed only where there is no other.
        month_first: whether the page's source is known to write the month before the day, in figures.
    """
    read = [
        dated
        for lines in sources
        if (
            dated := [
                _Dated(stamp, stamp.value, line)
                for line in lines
                for stamp in _stamps(line, captured_at, month_first=month_first)
                if stamp.value is not None
            ]
        )
    ]
    if not read:
        return Publication()
    return Publication(
        published=_settle(_of(read, Purpose.PUBLISHED), captured_at),
        updated=_settle(_of(read, Purpose.UPDATED), captured_at),
    )


def with_hour(publication: Publication, ending: str) -> Publication:
    """Give a day of publication the hour that the Saudi agency signs its text off with: `// انتهى // 18:37 ت م`.

    Args:
        publication: what the page states elsewhere.
        ending: what stands from the article's last paragraph on.
    """
    day = publication.published
    if day is None or day.precision is not Precision.DAY or not (signed := _SIGNED_OFF.search(ending)):
        return publication
    value = f"{day.value}T{signed['hour']}+03:00"
    return publication._replace(
        published=day._replace(finding=day.finding._replace(value=value), precision=Precision.MINUTE)
    )


def _stamps(line: Line, captured_at: datetime, *, month_first: bool) -> tuple[Stamp, ...]:
    """Find a line's stamps, but no first and last day of what it is about: `10/11/2018 - 16/11/2018`."""
    stamps = find_stamps(line.text, captured_at=captured_at, month_first=month_first)
    if line.weekday and len(stamps) == 1 and stamps[0].relative:
        start = stamps[0].start
        told = find_stamps(f"{line.text[:start]}{line.weekday} {line.text[start:]}", captured_at=captured_at)
        return (stamps[0]._replace(value=told[0].value),) if len(told) == 1 else stamps
    if len(stamps) != _BOTH_ENDS or any(each.labelled or each.precision is not Precision.DAY for each in stamps):
        return stamps
    first, last = stamps
    spanned = (first.value or "") < (last.value or "") and _SPAN.fullmatch(line.text, first.end, last.start)
    return () if spanned else stamps


def latest_day(captured_at: datetime) -> str:
    """Tell the latest day, ISO 8601, on which a captured page can have been published: clocks and zones differ."""
    try:
        return (captured_at + timedelta(days=1)).date().isoformat()
    except OverflowError:
        return captured_at.date().isoformat()


def _of(sources: list[list[_Dated]], purpose: Purpose) -> list[list[_Dated]]:
    """Give what each source has for a purpose, those that have something."""
    found = ([each for each in dated if each.stamp.purpose is purpose] for dated in sources)
    return [dated for dated in found if dated]


def _settle(sources: list[list[_Dated]], captured_at: datetime) -> Dating | None:
    """Choose a date from the first source, and tell whether another place gives the same day."""
    if not sources:
        return None
    chosen = _choose(sources[0], captured_at)
    if chosen.stamp.relative:
        chosen = _with_year(chosen, sources)
    day = _day(chosen)
    agreed = any(_day(each) == day and _place(each) != _place(chosen) for source in sources for each in source)
    return _dating(chosen, agreed=agreed)


def _choose(candidates: list[_Dated], captured_at: datetime) -> _Dated:
    """Choose the first, unless a later one is labelled, in the past or absolute where it is not; then the exactest."""
    if len(candidates) == 1:
        return candidates[0]
    latest = latest_day(captured_at)
    first = min(candidates, key=lambda each: (_day(each) > latest, each.stamp.relative, not each.stamp.labelled))
    same_day = [each for each in candidates if _day(each) == _day(first) and not each.stamp.relative]
    return max(same_day or [first], key=lambda each: _exactness(each.stamp))


def _with_year(chosen: _Dated, sources: list[list[_Dated]]) -> _Dated:
    """Give a date without a year that of the same day where another states it, and its time of day, too."""
    words = chosen.line.text[chosen.stamp.start : chosen.stamp.end]
    if not _MONTH.search(lower(fold(words))):
        return chosen  # an age
    day = _day(chosen)[_YEAR_CHARS:]
    whole = [each for dated in sources for each in dated if not each.stamp.relative and _day(each)[_YEAR_CHARS:] == day]
    if not whole:
        return chosen
    best = max(whole, key=lambda each: _exactness(each.stamp))
    if _exactness(best.stamp) >= _exactness(chosen.stamp):
        return best
    return chosen._replace(value=f"{best.value[:_YEAR_CHARS]}{chosen.value[_YEAR_CHARS:]}")


def _dating(dated: _Dated, *, agreed: bool) -> Dating:
    stamp, value, line = dated
    how = Way.RELATIVE_DATE if stamp.relative else Way.LABEL if stamp.labelled else line.how
    support = Support.AGREED if agreed else Support.KNOWN if line.firm else Support.ALONE
    start, end = _place(dated)
    return Dating(
        Finding(value, start, end, how, support),
        precision=stamp.precision,
        firm=not stamp.relative and (stamp.labelled or line.firm),
        digits=_DIGITS.search(line.text[stamp.start : stamp.end]) is not None,
    )


def _place(dated: _Dated) -> tuple[int | None, int | None]:
    words = dated.line.text.part(dated.stamp.start, dated.stamp.end)
    return words.start, words.end


def _day(dated: _Dated) -> str:
    return dated.value[:DAY_CHARS]


def _exactness(stamp: Stamp) -> int:
    return _EXACT.index(stamp.precision) if stamp.precision else -1
