"""The page's own site: the name that titles, follow lines and footers give it."""

import re
from functools import cache
from typing import Final

from schemas.document import Document
from schemas.segment import Segment, SegmentKind
from workers.arabic.fold import fold
from workers.lexicon.loader import read_list
from workers.profiles.knowledge import knowledge_of
from workers.stages.metadata.names import agency_of, is_agency, is_nobody, is_outlet, is_person, is_place
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.spelling import key
from workers.stages.page import Page

_TITLE_MARK: Final = re.compile(r"\s*(?:::|[|»]|[-–—](?=\s))+\s*")
_WORDS: Final = re.compile(r"\w+")
_MOST_NAME_WORDS: Final = 5
_TITLES: Final = frozenset({SegmentKind.BOILERPLATE, SegmentKind.HEADLINE, SegmentKind.RELATED_ITEM})
"""As what a copy of the headline may stand on the page."""
_OPENING_WORDS: Final = 3
"""So many words of a headline show that a line is a copy of it that was cut."""
_LONGEST_AGENCY: Final = 40
_LONGEST_TITLE: Final = 300


class Site:
    """What the furniture of one page says about its site; read only when asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._furniture: list[str] | None = None
        self._own: frozenset[str] | None = None

    def is_named(self, name: str) -> bool:
        """Whether furniture holds the name, in whole words, or it is what the text or the site's other pages call it.

        A person's name there may be an editor's or a writer's.
        """
        if self._furniture is None:
            self._furniture = self._read_furniture()
        words = _words(name)
        if " " in words and words in self._own_names() and not is_person(name):
            return True
        publisher = knowledge_of(self._page.profile).publisher
        if publisher is not None and words == _words(publisher):
            return not is_person(name)
        return " " in words and not is_person(name) and any(f" {words} " in line for line in self._furniture)

    def is_agency_itself(self, agency: str) -> bool:
        """Whether an agency's name, and no other's, fills a line of the furniture: the site is its own."""
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
            line = Quote(text[each.start : each.end], each.start)
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
