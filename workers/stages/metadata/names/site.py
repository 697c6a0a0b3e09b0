"""The page's own site: the name that titles, follow lines, footers, its address and the text give it."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Final

from schemas.document import Document
from schemas.segment import Segment, SegmentKind
from workers.arabic.fold import fold, fold_aligned, lower
from workers.lexicon.loader import read_list
from workers.lexicon.names import outlet_words
from workers.profiles.knowledge import knowledge_of
from workers.stages.metadata.names.hosts import has_many_letters, names_spelled_by, spells
from workers.stages.metadata.names.kinds import (
    agency_of,
    bare_name,
    is_agency,
    is_common,
    is_day,
    is_nobody,
    is_outlet,
    is_person,
    is_place,
)
from workers.stages.metadata.quote import Quote, quoted
from workers.stages.metadata.spelling import key
from workers.stages.page import Page

_TITLE_MARK: Final = re.compile(r"\s*(?:::|[|»]|[-–—](?=\s))+\s*")
_WORDS: Final = re.compile(r"\w+")
_MOST_NAME_WORDS: Final = 5
_TITLES: Final = frozenset({SegmentKind.BOILERPLATE, SegmentKind.HEADLINE, SegmentKind.RELATED_ITEM})
"""As what a copy of the headline may stand on the page."""
_OPENING_WORDS: Final = 3
"""So many words of a headline show that a line is a copy of it that was cut."""
_TO: Final = "ل"
_AGENCY: Final = "وكالة "
_LONGEST_AGENCY: Final = 40
_LONGEST_TITLE: Final = 300


class Site:
    """What the furniture of one page says about its site; read only when asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._furniture: list[str] | None = None
        self._own: frozenset[str] | None = None

    def is_named(self, name: str) -> bool:
        """Whether furniture holds the name, in whole words, or the address, the text or other pages call the site so.

        A person's name there may be an editor's or a writer's.
        """
        if self.is_spelled(name):
            return True
        if self._furniture is None:
            self._furniture = self._read_furniture()
        words = _words(name)
        if " " in words and words in self._own_names() and not is_person(name):
            return True
        publisher = knowledge_of(self._page.profile).publisher
        if publisher is not None and words == _words(publisher):
            return not is_person(name)
        return " " in words and not is_person(name) and any(f" {words} " in line for line in self._furniture)

    def is_spelled(self, name: str) -> bool:
        """Whether the page's address spells the name, and it is no person's, place's, agency's or day's."""
        names = self._spelled
        if names is None or not spells(names, bare_name(name)):
            return False
        return not (is_person(name) or is_place(name) or is_agency(name) or is_day(name))

    def named_in_text(self, document: Document) -> Quote | None:
        """Find where a document's paragraphs name the outlet that the address spells: `وقال لـ«مرسى الأخبار»`.

        Without quotation marks, a word for what it is (`موقع`) or a mark behind the preposition, a name that is a
        word like any other does not count.
        """
        if self._spelled is None or not document.paragraphs:
            return None
        # One look at all of them, which mostly is the last.
        if not any(self._named_in(self._page.text[document.paragraphs[0].start : document.paragraphs[-1].end], 0)):
            return None
        texts = ((self._page.text[each.start : each.end], each.start) for each in document.paragraphs)
        return next((name for text, start in texts for name in self._named_in(text, start)), None)

    def _named_in(self, text: str, start: int) -> Iterator[Quote]:
        """Find where a text that begins at an offset names the outlet that the address spells."""
        names = self._spelled
        if names is None:
            return
        folded = lower(fold(text))
        found = [(cue, named) for cue in _cues(folded) if (named := names.match(folded, cue.end()))]
        offsets = fold_aligned(text)[1] if found else []
        for cue, named in found:
            name = Quote(text, start).part(*(offsets[at] for at in named.span()))
            told = cue["told"] is not None or not text[offsets[named.start()] - 1].isalpha()
            if self.is_spelled(name) and (told or (has_many_letters(name) and not is_common(name))):
                yield name

    @cached_property
    def _spelled(self) -> re.Pattern[str] | None:
        return names_spelled_by(self._page.url)

    def is_agency_itself(self, agency: str) -> bool:
        """Whether the site is the agency's own: its name, and no other's, fills a line of the furniture.

        One that is no outlet besides remains an agency on its own site. Of an agency that no list has, the address may
        spell the name: `وكالة المرسى` on marsa-press.com.
        """
        if agency_of(agency) is None:
            names, name = self._spelled, key(agency).removeprefix(_AGENCY)
            return names is not None and name != key(agency) and spells(names, name)
        if not is_outlet(agency):
            return False
        text = self._page.text
        lines = {text[each.start : each.end] for each in self._page.segments if _is_furniture(each)}
        own = {agency_of(line) for line in lines if len(line) <= _LONGEST_AGENCY}
        return own - {None} == {agency_of(agency)}

    def _own_names(self) -> frozenset[str]:
        """Gather whom the text calls itself: `في حديث لـ"مرسى الأخبار"`, `بيان تلقته (مرسى الأخبار)`."""
        if self._own is None:
            self._own = frozenset(_words(each["name"]) for each in _own_name().finditer(fold(self._page.text)))
        return self._own

    def _read_furniture(self) -> list[str]:
        """Fold the furniture's lines; of a headline's copy, only what stands behind it is the site's own."""
        text = self._page.text
        lines = [_words(text[each.start : each.end]) for each in self._page.segments if _is_furniture(each)]
        for document in self._page.documents:
            if document.headline is None:
                continue
            headline = _words(document.headline.text)
            if not headline:
                continue
            opening = " ".join(headline.split()[:_OPENING_WORDS])
            lines = [line.rpartition(headline)[2] for line in lines if headline in line or opening not in line]
        return [f" {line} " for line in lines if line]

    def named_in_title(self, document: Document) -> Quote | None:
        """Find the site's name behind a copy of a document's headline: `headline - name`; None where there is none.

        The name may stand on the headline's own line or on that of another copy.
        """
        if document.headline is None:
            return None
        text, headline = self._page.text, document.headline
        copy_end = headline.end
        for each in self._page.segments:
            if each.kind not in _TITLES or each.end - each.start > _LONGEST_TITLE:
                continue
            line = quoted(text, each)
            if line.startswith(headline.text):
                copy_end, name = each.end, _last_part(line.part(len(headline.text)))
            elif each.start >= copy_end and text[copy_end : each.start].strip(" \N{NO-BREAK SPACE}") == "":
                name = _last_part(line)
            else:
                continue
            if name is not None:
                return name
        name = _last_part(Quote(headline.text, headline.start))
        return name if name is not None and is_outlet(name) else None


def _cues(folded: str) -> Iterator[re.Match[str]]:
    """Find what stands before a site's own name; `told` is where a quotation mark or a word for what it is does."""
    to, others, openings = _own_name_cues()
    yield from to.finditer(folded)
    if not openings.isdisjoint(folded.split()):
        yield from others.finditer(folded)


@cache
def _own_name_cues() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Compile the cues, the preposition apart: every text has it, hardly one has the others, or the words they open."""
    heads = [fold(each.word) for each in outlet_words() if each.where == "head"]
    cues = [cue for cue in map(fold, read_list("own_name_cues.txt")) if cue != _TO]
    head = "|".join(heads)
    to = re.compile(rf"\s{_TO}(?P<told>(?:{head})\s[\"«“(]?|\s?[\"«“(]\s?|\s)?")
    others = re.compile(rf"\s(?:(?P<told>[وب]?(?:{head})\s[\"«“(]?)|(?:{'|'.join(cues)})\s[\"«“(]?)")
    openings = [*(f"{joined}{each}" for joined in ("", "و", "ب") for each in heads), *(cue.split()[0] for cue in cues)]
    return to, others, frozenset(openings)


@cache
def _own_name() -> re.Pattern[str]:
    cues = "|".join(re.escape(fold(cue)) for cue in read_list("own_name_cues.txt"))
    return re.compile(rf"(?<!\w)(?:{cues})\s?[\"«“”(](?P<name>[^\"«»“”()\n]{{4,40}})[\"»“”)]")


def _is_furniture(segment: Segment) -> bool:
    return segment.kind is SegmentKind.BOILERPLATE


def _words(text: str) -> str:
    return " ".join(_WORDS.findall(key(text)))


def _last_part(tail: Quote) -> Quote | None:
    """Find the name behind the last mark; what stands before it may be a section."""
    marks = list(_TITLE_MARK.finditer(tail))
    if not marks or "\n" in tail:
        return None
    name = tail.part(marks[-1].end()).trimmed()
    words = name.split()
    named = 0 < len(words) <= _MOST_NAME_WORDS and not any(map(str.isdigit, name)) and any(map(str.isalpha, name))
    return name if named and not (is_place(name) or is_nobody(name) or is_agency(name) or is_person(name)) else None
