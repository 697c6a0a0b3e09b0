"""Credits: whose article it is and whose copy it uses."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Final, NamedTuple

from workers.lexicon.loader import read_list
from workers.stages.metadata.names.kinds import (
    agency_of,
    are_initials,
    canonical_of,
    distinct,
    is_agency,
    is_exclusive,
    is_likely_outlet,
    is_nobody,
    is_outlet,
    is_person,
    is_place,
)
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.labels import label_end
from workers.stages.metadata.readers.line import AND, without_stamps
from workers.stages.metadata.readers.outlets import last_outlet
from workers.stages.metadata.spelling import key

_SPLIT: Final = re.compile(r"[+/،,;؛|•&\n]|(?<=\s)[-–—ـ_]+(?=\s)")
_WORD: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+")
_BRACKETED: Final = re.compile(r"(?<=\S)\s*\((?P<inside>[^()]+)\)?\s*$")
_WITH: Final = re.compile(r"\sمع\s")
_QUOTES: Final = '"«»“” '
_OF_PHOTOGRAPH: Final = re.compile(r"\W*©")
_SPEAKERS: Final = frozenset({"مصادر", "المصادر"})
"""Labels that headlines have, too, before what people say who are not named."""
_PLACED_NAMES: Final = 2
_MOST_CREDIT_WORDS: Final = 2
_MOST_SOURCE_WORDS: Final = 8
_RECURRING_CHARS: Final = 60
"""Credits recur from page to page; what is longer is mostly read once."""
_KNOWN_LINES: Final = 1024


class _Credit(NamedTuple):
    """The names of one credit; `labelled` says that a label stands before them, `sure` that a label or a colon does.

    `place` is the city that stands before a single source, as in a dateline: `المصدر: دبي - وام`; `exclusive` says that
    `خاص` stands beside one, which has copied from nobody then.
    """

    names: tuple[Quote, ...]
    labelled: bool
    sure: bool
    place: Quote | None = None
    exclusive: bool = False


class Sources(NamedTuple):
    """The publisher and the agencies that a document states, where from, and its authors, in the page's spelling.

    Authors stand in a credit beside a place: `المصدر: سعاد الهاشمي - دبي`.
    """

    publisher: Quote | None = None
    agencies: tuple[Quote, ...] = ()
    place: Quote | None = None
    authors: tuple[Quote, ...] = ()


def read_credits(lines: Sequence[Quote], is_site: Callable[[str], bool] = lambda _: False) -> Sources:
    """Tell the publisher from the agencies by the credits of one document, in the page's order.

    The publisher is the last credit that is no agency; where all are agencies with labels and the last names another
    than those before it, that one.
    What the other credits name are the agencies. In a credit of several names the first that is no known agency is the
    publisher, and only known agencies beside it count. A credit without a label names a source only where it is a
    known agency or outlet, the site, or stands before a colon.

    Args:
        lines: the credits; whose a photograph is does not count.
        is_site: whether the page gives a name as its site's.
    """
    read = [_placed(_known(str(line)), line) for line in lines]
    found = [
        _meant(credit._replace(sure=credit.sure or (before is not None and _awaits(before))), is_site)
        for before, credit in zip([None, *read], read, strict=False)
    ]
    credits_ = [credit.names for credit in found if credit.names]
    signed = [credit for credit in read if credit.sure and credit.place and any(map(is_person, credit.names))]
    authors = tuple(name for credit in signed for name in credit.names if is_person(name))
    place = next((each.place for each in (*found, *signed) if each.place and (each.names or each in signed)), None)
    if not credits_:
        return Sources(place=place, authors=authors)
    publishing = _publishing(credits_, labelled=all(credit.labelled for credit in found if credit.names))
    if publishing is None and (own := next((each.names for each in found if each.exclusive and each.names), None)):
        publishing = credits_.index(own)
    if publishing is None:
        return Sources(agencies=distinct(name for names in credits_ for name in names), place=place, authors=authors)
    publisher = next((name for name in credits_[publishing] if not is_agency(name)), credits_[publishing][-1])
    copied = [
        name
        for number, names in enumerate(credits_)
        for name in names
        if (number != publishing or is_agency(name)) and key(name) != key(publisher)
    ]
    return Sources(publisher, distinct(copied), place, authors)


def _awaits(credit: _Credit) -> bool:
    """Whether a line is a label alone, which the next one answers."""
    return credit.sure and not credit.names


def _publishing(credits_: list[tuple[Quote, ...]], *, labelled: bool) -> int | None:
    """Find the credit that names the publisher."""
    for number in range(len(credits_) - 1, -1, -1):
        if any(not is_agency(name) for name in credits_[number]):
            return number
    *others, last = credits_
    copied = {_identity(name) for names in others for name in names}
    return len(others) if others and labelled and len(last) == 1 and _identity(last[0]) not in copied else None


def _identity(name: str) -> str:
    return agency_of(name) or key(name)


def _meant(credit: _Credit, is_site: Callable[[str], bool]) -> _Credit:
    """Leave out what is no known source's name in a credit that nothing shows to be one, and persons beside a place."""
    if credit.sure:
        return credit._replace(names=tuple(name for name in credit.names if not (credit.place and is_person(name))))
    known = (name for name in credit.names if is_agency(name) or is_likely_outlet(name) or is_site(name))
    return credit._replace(names=tuple(known))


def _known(text: str) -> _Credit:
    """Read one of the lines that recur from page to page; its names' places are offsets into it."""
    return _recurring(text) if len(text) <= _RECURRING_CHARS else _read(text)


def _placed(credit: _Credit, line: Quote) -> _Credit:
    """Give a credit's names their places on the page."""
    place = line.part(credit.place.start or 0, credit.place.end) if credit.place else None
    return credit._replace(names=tuple(line.part(name.start or 0, name.end) for name in credit.names), place=place)


def _read(text: str) -> _Credit:
    line = without_stamps(Quote(text, 0))
    line = line.masked([match.span() for match in _ADDRESS.finditer(line)])
    if _OF_PHOTOGRAPH.match(line) or label_end(line, "caption") or label_end(line, "keywords"):
        return _Credit((), labelled=False, sure=False)
    if line.rstrip().endswith("©") and not label_end(line, "credit"):
        return _Credit((), labelled=False, sure=False)
    start = 0 if _opens_with_outlet(line) else label_end(line, "credit")
    names: list[Quote] = []
    for part in chain.from_iterable(map(_unbracketed, line.part(start).parted(_SPLIT))):
        if outlet := last_outlet(part):
            names.append(outlet)
            continue
        both = [name.trimmed() for name in part.parted(AND)]
        names += both if all(is_agency(name) for name in both) else [part]
    found = (_source(_without_words(name.trimmed())) for name in names)
    meant = tuple(name for name in found if any(map(str.isalnum, name)) and not _is_none(name))
    told = start > 0 and key(line[:start].strip(" :")) not in _SPEAKERS
    place = None
    if len(meant) == _PLACED_NAMES:
        first, last = meant
        if is_place(first):
            place, meant = first, (last,)
        elif is_place(last) and not (is_agency(last) or is_outlet(last)):
            place, meant = last, (first,)
    sure = told or line.rstrip().endswith(":")
    exclusive = len(meant) == 1 and any(is_exclusive(name.trimmed()) for name in names)
    return _Credit(meant, labelled=start > 0, sure=sure, place=place, exclusive=exclusive)


def _is_none(name: Quote) -> bool:
    """Whether a name is no source's: a desk's, a picture's."""
    return is_nobody(name) or label_end(name, "caption") > 0


def _opens_with_outlet(line: Quote) -> bool:
    """Whether a known outlet's name begins with what else is a label: `المصدر أونلاين - خاص`."""
    return canonical_of(_SPLIT.split(line, maxsplit=1)[0].strip(" :")) is not None


def _unbracketed(name: Quote) -> list[Quote]:
    """Part a name from the agency, another one, in brackets behind it: `بوابة الوسط (وكالات)`, `ع.ش (رويترز`.

    So is one that it works with: `اقتصاد الشرق مع "بلومبرغ"`.
    """
    both = name.parted(_WITH)
    if len(both) == len(("outlet", "agency")) and is_agency(partner := both[1].stripped(_QUOTES)):
        return [both[0].trimmed(), partner]
    match = _BRACKETED.search(name)
    if match is None:
        return [name]
    before, inside = name.part(0, match.start()).trimmed(), name.part(*match.span("inside")).trimmed()
    if are_initials(before) or is_nobody(before):
        return [inside]
    if is_place(inside) and is_agency(before):
        return [before]
    same = agency_of(before) is not None and agency_of(before) == agency_of(inside)
    return [before, inside] if is_agency(inside) and not same else [name]


_recurring = lru_cache(maxsize=_KNOWN_LINES)(_read)


def _without_words(name: Quote) -> Quote:
    """Leave out `نقلا عن` and the like before a name."""
    starts = [word.start() for word in _WORD.finditer(name)]
    for count in range(min(_MOST_CREDIT_WORDS, len(starts) - 1), 0, -1):
        if key(name[: starts[count]]) in _credit_words():
            return name.part(starts[count])
    return name


def _source(name: Quote) -> Quote:
    """Find the source that a name begins with where the page runs on behind it; nothing where none is known."""
    ends = [word.end() for word in _WORD.finditer(name)]
    if len(ends) <= _MOST_SOURCE_WORDS:
        return name
    beginnings = [name.part(0, end) for end in ends[:_MOST_SOURCE_WORDS]]
    known = [beginning for beginning in beginnings if canonical_of(beginning)]
    return known[-1] if known else next(filter(is_outlet, beginnings), name.part(0, 0))


@cache
def _credit_words() -> frozenset[str]:
    return frozenset(map(key, read_list("credit_words.txt")))
