"""Bylines: who wrote the article, and whom else the line names."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from workers.arabic.fold import fold, fold_aligned, lower
from workers.lexicon.loader import read_table
from workers.stages.metadata.names.honorifics import is_title, without_title
from workers.stages.metadata.names.kinds import (
    are_initials,
    canonical_of,
    is_agency,
    is_common,
    is_desk,
    is_likely_outlet,
    is_nobody,
    is_outlet,
    is_person,
    is_phrase,
    is_place,
)
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.labels import label_end
from workers.stages.metadata.readers.line import AND, Value, without_stamps

_SPLIT: Final = re.compile(r"[،,;؛|/•+&\n()]|(?<=\s)[-–—ـ_]+(?=\s)|(?<=\w)[-–—]+(?=\s)|(?<=\s)[-–—]+(?=\w)|\s{3,}")
_HYPHEN: Final = re.compile("[-–—]")
_SAYS: Final = re.compile(r"\s(?:يكتب|تكتب|يكتبون|كتب|كتبت)(?:\s*[:.\-–].*|\s*)$", re.DOTALL)
_IN: Final = re.compile(r"\sفي\s|\sل(?:ـ\s?)?(?=[\"«“])")
_LABEL: Final = re.compile(r"(?<=\w\s)[^\W\d_]{3,}(?=\s?:)")
_OTHER_FIELDS: Final = frozenset({"credit", "keywords", "boilerplate"})
_WAW: Final = "و"
_IN_SECTION: Final = "في "
_FURNITURE: Final = "boilerplate"
_FILED: Final = re.compile(r"\s(?:في|يوم|بتاريخ|on|On|in|In|(?:ال)?(?:كاتب|صحفي|صحافي|مراسل|محرر|باحث)ة?)(?:\s|$)")
_QUOTES: Final = "\"'«»“”‘’: "
_WORD: Final = re.compile(r"\S+")
_MAIL: Final = re.compile(r"\[email.protected\]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MOST_LABEL_WORDS: Final = 3
_MOST_WORDS: Final = 6
_BYLINE_CHARS: Final = 80


@dataclass(slots=True)
class Byline:
    """What a document's bylines name, in the page's spelling and with its place."""

    authors: list[Quote] = field(default_factory=list)
    agencies: list[Quote] = field(default_factory=list)
    outlets: list[Quote] = field(default_factory=list)
    places: list[Quote] = field(default_factory=list)

    def add(self, other: "Byline") -> None:
        """Append what another line names."""
        self.authors += other.authors
        self.agencies += other.agencies
        self.outlets += other.outlets
        self.places += other.places


def read_bylines(lines: Iterable[Quote], is_site: Callable[[str], bool] = lambda _: False) -> Byline:
    """Read the bylines of one document: dates, desks, credits of photographs and the like are left out.

    A name that stands twice is given twice. Beside a line that says who wrote it, one with nothing but a name is a
    picture's.

    Args:
        lines: the bylines.
        is_site: whether the page gives a name as its site's; an outlet that the lexicon does not know is told by it.
    """
    values = [value for line in lines if (value := Value(without_stamps(line))).cls in {None, "byline"}]
    read = [(value.cls, _read(value.text, is_site)) for value in values]
    labelled = any(cls and found.authors for cls, found in read)
    byline = Byline()
    for cls, found in read:
        if cls is None:
            found.authors = [] if labelled else [name for name in found.authors if not is_phrase(name)]
        byline.add(found)
    return byline


def opens_as_byline(line: Quote, *, alone: bool = False) -> bool:
    """Whether a short line without a sentence's end begins as a byline does, wherever it stands.

    Args:
        line: the line.
        alone: whether names without a label count, too.
    """
    if len(line) > _BYLINE_CHARS or line.endswith((".", "؟", "!")):
        return False
    if Value(line).cls == "byline":
        return True
    rest = _without_label(line)
    if rest == line and not alone:
        return False
    names = [
        _before_section(without_title(name.trimmed()))
        for part in rest.parted(_SPLIT)
        if part.strip()
        for name in _persons(part.trimmed())
        if not is_title(name)
    ]
    names = [name for name in names if not is_nobody(name)] or names
    known = all(is_person(name) for name in names) or (rest != line and all(map(_is_source, names)))
    return bool(names) and known


def _is_source(name: str) -> bool:
    return is_person(name) or is_likely_outlet(name) or is_agency(name)


def _read(text: Quote, is_site: Callable[[str], bool]) -> Byline:
    byline = Byline()
    says = _SAYS.search(text)
    of_photograph = False
    if "@" in text or "[" in text:
        text = text.masked([mail.span() for mail in _MAIL.finditer(text)])
    text = _before_other_label(text)
    for part in _parts(text.part(0, says.start()) if says else text):
        value = Value(part)
        skipped, of_photograph = of_photograph, _awaits_source(part)
        if skipped or of_photograph or value.cls not in {None, "byline"} or _is_labelled_other(part):
            continue
        named = _before_photographer(_without_label(value.text))
        if ": " in named:
            if is_place(first := named.part(0, named.find(": ")).trimmed()):
                byline.places.append(first)
            elif canonical_of(first):
                byline.outlets.append(first)
            named = named.part(named.rfind(": ") + len(": "))
        author, outlet = _in_outlet(named.trimmed())
        byline.outlets += outlet
        for each in _persons(author):
            _sort(_before_section(_without_stamp_label(without_title(_without_office(each)))), byline, is_site)
    if byline.authors and not byline.places and len(byline.agencies) == 1 and is_place(byline.agencies[0]):
        byline.places, byline.agencies = byline.agencies, []
    return byline


def _parts(text: Quote) -> Iterator[Quote]:
    """Part a byline at its marks; at a hyphen without spaces only where that leaves a place."""
    for part in text.parted(_SPLIT):
        apart = part.parted(_HYPHEN)
        yield from apart if len(apart) > 1 and any(is_place(each.trimmed()) for each in apart) else (part,)


def _before_other_label(text: Quote) -> Quote:
    """Leave out what stands behind another field's label on the line: `سعاد الهاشمي المصدر: الأفق`."""
    for label in _LABEL.finditer(text):
        if Value(text.part(label.start())).cls in _OTHER_FIELDS:
            return text.part(0, label.start())
    return text


def _is_labelled_other(part: str) -> bool:
    """Whether a part begins with the label of a picture's source, or of the house's staff and a film's crew."""
    return label_end(part, "caption") > 0 or label_end(part, "staff") > 0


def _awaits_source(part: Quote) -> bool:
    """Whether a part ends with the label of a photograph's source, which the next one names then."""
    return _photographs_label(part) is not None


def _photographs_label(part: Quote) -> int | None:
    """Say where the label of a photograph's source begins that a part ends with."""
    starts = [word.start() for word in _WORD.finditer(part)]
    ends = (start for start in starts[-_MOST_LABEL_WORDS:] if label_end(part[start:], "caption") == len(part) - start)
    return next(ends, None)


def _before_photographer(named: Quote) -> Quote:
    """Leave out the photographer behind the authors: `سعاد الهاشمي تصوير: كريم منصور`."""
    colon = named.find(":")
    label = _photographs_label(named.part(0, colon + 1)) if colon > 0 else None
    return named.part(0, label) if label else named


def _in_outlet(named: Quote) -> tuple[Quote, list[Quote]]:
    """Part an author from the outlet whose article is told again: `كتبت سعاد الهاشمي في "الأفق"`."""
    *_, last = (None, *_IN.finditer(named))
    if last is None or last.start() == 0 or last.end() == len(named):
        return named, []
    author, written = named.part(0, last.start()), named.part(last.end())
    outlet = written.stripped(_QUOTES)
    told = written[0] in _QUOTES or is_outlet(outlet)
    return (author, [outlet]) if outlet and told and is_person(author) else (named, [])


def _before_section(name: Quote) -> Quote:
    """Leave out where and when a person's article was filed, or her trade: `سعاد الهاشمي في أخبار`, `... كاتبة`."""
    filed = _FILED.search(name)
    if filed and (filed.end() == len(name) or is_person(name.part(0, filed.start()))):
        return name.part(0, filed.start())
    return name


def _without_stamp_label(name: Quote) -> Quote:
    """Leave out the label of a date that is stuck to a known name: `سعاد الهاشمينشر`."""
    folded, offsets = fold_aligned(name)
    for label in _stamp_labels():
        if lower(folded).endswith(label) and is_person(person := name.part(0, offsets[len(folded) - len(label)])):
            return person
    return name


@cache
def _stamp_labels() -> tuple[str, ...]:
    """Give the labels of dates that are one word, the longest first."""
    rows = read_table("stamp_words.tsv", ("words", "purpose"))
    words = {fold(label).lower() for label, purpose in rows if purpose != "link" and " " not in label}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _without_label(text: Quote) -> Quote:
    """Leave out `بواسطة` and the like, and a label that a known name is stuck to: `الكاتبسعاد الهاشمي`."""
    if (end := label_end(text, "byline")) and not is_nobody(text.part(0, end).trimmed()):
        return text.part(end)
    if not (end := label_end(text, "byline", glued=True)):
        return text
    names = _persons(text.part(end).trimmed())
    return text.part(end) if all(map(_is_source, names)) else text


def _without_office(name: Quote) -> Quote:
    """Leave out `مراسلنا` before a name; `مراسلنا في القاهرة` and `كاتب عراقي` name nobody."""
    first, _, rest = name.partition(" ")
    if not rest or not is_nobody(first) or is_desk(name):
        return name
    nobody = rest.startswith(("في ", "ب")) and is_place(rest.removeprefix("في ").removeprefix("ب"))
    nobody = nobody or (not _is_source(rest) and (" " not in rest or is_phrase(rest)))
    return name.part(len(name) if nobody else len(first) + 1)


def _persons(text: Quote) -> list[Quote]:
    """Part `سعاد الهاشمي وكريم منصور`; a name that only begins with waw stays whole."""
    parts = [part.stripped() for part in text.parted(AND)]
    if len(parts) > 1 and all(is_person(part) for part in parts):
        return parts
    last = text.part(len(_WAW)) if text.startswith(_WAW) and not is_person(text) else text
    return [last if is_person(last) else text]


def _names_nobody(name: Quote) -> bool:
    """Whether what stands in an author's place is a desk, a section (`في اقتصاد`), initials or a number."""
    numbered = any(map(str.isdigit, name)) and not is_likely_outlet(name)
    signed = are_initials(name) and not (is_person(name) or is_agency(name))
    single = " " not in name and (Value(name).cls == _FURNITURE or is_title(name))
    return is_nobody(name) or name.startswith(_IN_SECTION) or numbered or signed or single


def _sort(name: Quote, byline: Byline, is_site: Callable[[str], bool]) -> None:
    if not any(map(str.isalpha, name)) or "@" in name or _names_nobody(name):
        return
    if is_agency(name):
        byline.agencies.append(name)
    elif is_outlet(name):
        byline.outlets.append(name)
    elif is_place(name):
        byline.places.append(name)
    elif not is_person(name) and (is_likely_outlet(name) or is_site(name)):
        byline.outlets.append(name)
    elif len(name.split()) <= _MOST_WORDS and not is_common(name):
        byline.authors.append(name)
