"""Testimony: what the markup states, weighed against what readers see.

Where both speak of the same, the visible text's form stands. Where the text is silent, the markup is believed as far as
it is plausible. Where they contradict each other on a date, see `settle_dates`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from schemas.document import Precision
from schemas.evidence import Support, Way
from workers.arabic.dates import Stamp, find_stamps
from workers.markup.names import host_labels
from workers.markup.witness import Witness
from workers.stages.metadata.finding import Finding, distinct_findings
from workers.stages.metadata.names.kinds import agency_of, canonical_of
from workers.stages.metadata.publication import DAY_CHARS, Dating, Publication, latest_day
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.bylines import Byline, read_bylines
from workers.stages.metadata.spelling import key, trim
from workers.stages.repair import repair_text

_EPOCH: Final = "1970-01-02"
"""What systems write that know no date lies before it."""
_MIDNIGHT: Final = re.compile(r"T00:00(?::00)?(?:Z|[+-]|$)")
"""What systems write that know the day alone."""
_WORDS: Final = re.compile(r"\w+")
_ADDRESS: Final = re.compile(r"://|@|\bwww\.|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_BETWEEN_ZONES: Final = timedelta(minutes=15)
"""Offsets from UTC are multiples of it."""
_SLOGAN_MARK: Final = re.compile(r"\s+(?:\||[-–—]+|::?)\s+")
_CUT_TITLE: Final = 4
"""So many words in the title's order are the title in pieces, and not tags that happen to stand in it."""
_MOST_TAGS: Final = 50
"""Far more than an article has."""
_ARTICLES_OWN: Final = 0.5
"""How many of a page's `keywords` must stand in its text: of a list that is the same on all pages few do."""


def settle_dates(stated: Publication, witness: Witness, captured_at: datetime) -> Publication:
    """Settle what the text and the markup say of a document's dates.

    - The same day (or its neighbour, where the markup states an offset: sites write UTC there): the text's form; but a
      text that has only the day gets the markup's time of that day.
    - The same with day and month exchanged, in digits: the markup settles their order.
    - The same day at another time, though no offset between zones lies between: the text's, unless it stands where
      another date can; a masthead's clock tells when the page was sent.
    - Another day: the text's, where its date is labelled, or absolute and behind the headline or in a byline. A date
      above the headline can be the masthead's, one in a dateline or a credit somebody else's, a relative one depends
      on when the page was captured: against these the markup is believed.
    - The markup's dates after the capture or from the epoch's first day are not believed at all.
    - An update counts where it comes after the markup's own date of publication.
    """
    if not (witness.published_at or witness.updated_at):
        return stated
    latest = latest_day(captured_at)
    published = _instant(witness.published_at, latest)
    updated = _instant(witness.updated_at, latest)
    if updated is not None and published is not None and not _is_after(updated, published):
        updated = None
    if stated.updated is None and updated is not None:
        stated = stated._replace(updated=_dating(updated))
    return stated if published is None else stated._replace(published=_settled(stated.published, published, latest))


def _settled(text: Dating | None, markup: Stamp, latest: str) -> Dating:
    """Settle what text and markup say of one date."""
    value = markup.value or ""
    if text is None or len(text.value) < DAY_CHARS:
        return _dating(markup)
    if not _prevails(value, text, latest):
        same = abs(_days(text.value) - _days(value)) <= _has_offset(value)
        return text._replace(finding=text.finding._replace(support=Support.AGREED)) if same else text
    if _is_exchanged(value, text):
        settled = text.finding._replace(value=_exchanged(text.value), support=Support.AGREED)
        return text._replace(finding=settled)
    dating = _dating(markup)
    agreed = _day(text.value) == _day(value)
    return dating._replace(finding=dating.finding._replace(support=Support.AGREED)) if agreed else dating


def _dating(markup: Stamp) -> Dating:
    finding = Finding(markup.value or "", None, None, Way.MARKUP)
    return Dating(finding, markup.precision or Precision.DAY)


def stated_publisher(witness: Witness, outlets: Sequence[Finding], agencies: Iterable[Finding]) -> Finding | None:
    """Tell who publishes the article, where no credit does.

    Args:
        witness: what the markup states.
        outlets: what datelines and bylines name as outlets; one of them publishes where the markup names it too, names
            nobody, or writes in another script, so that nobody can tell. Else they are the copy's source.
        agencies: what the text credits, in its own spelling.
    """
    if not witness.publisher:
        return next(iter(outlets), None)
    named = _site_name(witness.publisher)
    if not any(map(str.isalpha, named)) or _ADDRESS.search(named):
        return next(iter(outlets), None)
    same = next((outlet for outlet in outlets if _agree(outlet.value, named)), None)
    if same is not None:
        return same._replace(support=Support.AGREED)
    if outlets and bool(_ARABIC.search(named)) is not bool(_ARABIC.search(outlets[0].value)):
        return outlets[0]
    agency = agency_of(named)
    credited = next((each for each in agencies if agency and agency_of(each.value) == agency), None)
    if credited is not None:
        return credited._replace(support=Support.AGREED)
    return Finding(named, None, None, Way.MARKUP, Support.KNOWN if canonical_of(named) else Support.ALONE)


def is_confirmed(publisher: Finding, witness: Witness, outlets: Iterable[Finding]) -> bool:
    """Whether the markup or another line names the publisher, in this spelling or another."""
    names = [each.value for each in outlets if each.start != publisher.start]
    names += [_site_name(witness.publisher)] if witness.publisher and publisher.start is not None else []
    known = canonical_of(publisher.value) if names else None
    return any(_agree(publisher.value, name) or (known and known == canonical_of(name)) for name in names if name)


def stated_byline(witness: Witness, publisher: str | None) -> Byline:
    """Read the markup's authors as a byline: sites put themselves, agencies and desks in the author's place, too."""
    own = [name for name in (publisher, witness.publisher) if name] + host_labels(witness.canonical_url or "")
    names = [Quote(repair_text(name)) for name in witness.authors if not _ADDRESS.search(name)]
    byline = read_bylines(name for name in names if not any(_begins_or_ends(trim(name), each) for each in own))
    # The site may stand beside a place or a person there.
    authors = [name for name in byline.authors if not any(_begins_or_ends(name, each) for each in own)]
    return replace(byline, authors=authors)


def stated_keywords(witness: Witness, evidence: Iterable[str]) -> list[Finding]:
    """Give the markup's tags of this article.

    Args:
        witness: what the markup states.
        evidence: the article's own text, which tells a site's keywords from an article's.
    """
    if tags := _tags(witness.keywords, witness):
        return tags
    tags = _tags(witness.site_keywords, witness)
    text = f" {key(' '.join(evidence))} "
    own = sum(key(tag.value) in text for tag in tags)
    return tags if own and own >= _ARTICLES_OWN * len(tags) else []


def completed_keywords(read: list[Finding], witness: Witness) -> list[Finding]:
    """Add the markup's tags to those of the text, where the text's are some of them: a part of the list was read.

    A list longer than an article's tags ever are is a menu; nothing of it counts.
    """
    if len(read) > _MOST_TAGS:
        return []
    tags = _tags(witness.keywords, witness)
    stated = {key(tag.value) for tag in tags}
    return distinct_findings([*read, *tags]) if read and all(key(each.value) in stated for each in read) else read


def _tags(names: Iterable[str], witness: Witness) -> list[Finding]:
    """Give names as tags; the title is none, and neither are its words one by one."""
    title = key(trim(repair_text(witness.headline or "")))
    tags = [tag for tag in _names(names) if key(tag.value) != title]
    words = iter(_WORDS.findall(title))
    # Membership moves the iterator on, so that only words in the title's order are found.
    is_title = len(tags) >= _CUT_TITLE and all("".join(_WORDS.findall(key(tag.value))) in words for tag in tags)
    return [] if is_title else tags


def _site_name(stated: str) -> str:
    """Take a site's name without the slogan behind it."""
    return trim(_SLOGAN_MARK.split(repair_text(stated), maxsplit=1)[0])


def _names(names: Iterable[str]) -> list[Finding]:
    trimmed = (trim(repair_text(name).removeprefix("#").replace("_", " ")) for name in names)
    return distinct_findings(Finding(name, None, None, Way.MARKUP) for name in trimmed if any(map(str.isalnum, name)))


def _instant(value: str | None, latest: str) -> Stamp | None:
    for stamp in find_stamps(value or ""):
        if (
            stamp.value is not None
            and stamp.precision is not None
            and not stamp.relative
            and stamp.value > _EPOCH
            and _day(stamp.value) <= latest
        ):
            midnight = _MIDNIGHT.match(stamp.value[DAY_CHARS:])
            return stamp._replace(value=_day(stamp.value), precision=Precision.DAY) if midnight else stamp
    return None


def _prevails(value: str, text: Dating, latest: str) -> bool:
    """Whether the markup's date of publication goes before the text's, or makes it exacter."""
    if _day(text.value) == _day(value):
        exacter = text.precision is Precision.DAY and len(value) > DAY_CHARS
        return exacter or (not text.firm and _is_another_time(value, text.value))
    if _has_offset(value) and abs(_days(text.value) - _days(value)) == 1:
        return False
    return not text.firm or _day(text.value) > latest or _is_exchanged(value, text)


def _is_another_time(value: str, other: str) -> bool:
    """Whether two times of a day are two, even if one of them or both were local ones."""
    if DAY_CHARS in {len(value), len(other)}:
        return False
    first, second = (datetime.fromisoformat(each).replace(second=0) for each in (value, other))
    if first.tzinfo is not None and second.tzinfo is not None:
        return first != second
    apart = first.replace(tzinfo=None) - second.replace(tzinfo=None)
    return bool(apart % _BETWEEN_ZONES)


def _is_exchanged(value: str, text: Dating) -> bool:
    return text.digits and _day(text.value) != _day(value) == _day(_exchanged(text.value))


def _exchanged(value: str) -> str:
    """Exchange day and month of an ISO 8601 value."""
    return f"{value[:5]}{value[8:10]}-{value[5:7]}{value[10:]}"


def _is_after(updated: Stamp, published: Stamp) -> bool:
    later, earlier = updated.value or "", published.value or ""
    if _day(later) == _day(earlier) and min(len(later), len(earlier)) == DAY_CHARS:
        return False
    if _has_offset(later) and _has_offset(earlier):
        return datetime.fromisoformat(later) > datetime.fromisoformat(earlier)
    return later > earlier


def _has_offset(value: str) -> bool:
    return value.endswith("Z") or bool(re.search(r"[+-]\d\d:\d\d$", value[DAY_CHARS:]))


def _day(value: str) -> str:
    return value[:DAY_CHARS]


def _days(value: str) -> int:
    return datetime.fromisoformat(_day(value)).toordinal()


def _agree(name: str, other: str) -> bool:
    """Whether one name is the other or begins or ends it: `الجزيرة` and `الجزيرة نت`."""
    shorter, longer = sorted((name, other), key=lambda each: len(key(each)))
    return _begins_or_ends(shorter, longer)


def _begins_or_ends(part: str, name: str) -> bool:
    part, name = f" {key(part)} ", f" {key(name)} "
    return name.startswith(part) or name.endswith(part)
