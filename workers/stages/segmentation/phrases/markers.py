"""Markers: phrases of the lexicon that tell what a line is, found where the line begins."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from workers.arabic.fold import fold
from workers.lexicon.loader import LexiconError, read_table

MARKERS: Final = "markers.tsv"
MARKER_CHARS: Final = 80
"""No marker is longer, with what may stand before it and behind it."""

_FIRST_WORD: Final = re.compile(r"[^\w©]*(?P<word>\w+|©)")
_DIVIDER: Final = re.compile(r"[\s)\]»\"]*(?:[:：…|»•~]|\.\.|[-–—/]+(?=\s)|[-–—]+)[\s:.…|»•\-–—]*")
_SAID: Final = re.compile(r'\s?:\s?["”“«]')
_PADDING: Final = re.compile(r"[^\w©]*")


_STICKY: Final = frozenset({"read_also"})
_STICKY_SPACES: Final = 2
"""A label of three words counts where the headline is stuck to it, too: nothing else begins with its words."""
_FEW_BARS: Final = 3
"""More of them make a menu by themselves."""


class Form(StrEnum):
    """What must follow a marker for it to count."""

    LINE = "line"
    COLON = "colon"
    START = "start"


_SPELLINGS: Final = {"ا": "[اأإآ]", "ي": "[يى]", "ه": "[هة]"}
_MARK: Final = "[\u064b-\u0652]?"
_FORMS: Final = frozenset(form.value for form in Form)


class Shape(StrEnum):
    """What does follow a marker: nothing, a value after a divider such as a colon, or a value at once."""

    BARE = "bare"
    DIVIDED = "divided"
    OPEN = "open"


class Marker(NamedTuple):
    """A marker found at the beginning of a folded line.

    `end` is where the value after it begins, an offset into the folded text.
    """

    cls: str
    shape: Shape
    end: int


class _Phrase(NamedTuple):
    text: str
    cls: str
    form: Form


def find_marker(folded: str) -> Marker | None:
    """Find the longest marker that a line begins with; bullets and other decoration before it do not count.

    Args:
        folded: the line's beginning, folded and in lower case; some 80 characters are enough, but a line as short as
            its marker must be whole.
    """
    if 0 < folded.count("|") <= _FEW_BARS and (menu := _menu(folded)):
        return menu
    first = _FIRST_WORD.match(folded)
    if not first:
        return None
    start = first.start("word")
    for phrase in _by_first_word().get(first["word"], ()):
        if folded.startswith(phrase.text, start) and (marker := _fits(phrase, folded, start + len(phrase.text))):
            return marker
    return None


def marker_of(text: str) -> Marker | None:
    """Find the marker of a line as the page writes it; what stands behind its first 80 characters is not read."""
    return find_marker(fold(text[:MARKER_CHARS]).lower())


def _menu(folded: str) -> Marker | None:
    """Take a few markers of one class with bars between them, and nothing else, for one: من نحن | اتصل بنا."""
    found = [find_marker(part) for part in folded.split("|") if part.strip()]
    first = found[0] if len(found) > 1 else None
    alike = first is not None and all(each and each.cls == first.cls and each.shape is Shape.BARE for each in found)
    return first._replace(end=len(folded)) if first and alike else None


def _fits(phrase: _Phrase, folded: str, end: int) -> Marker | None:
    """Say whether a phrase that stands there may count as a marker, by what follows it."""
    padding = _PADDING.match(folded, end).end()  # type: ignore[union-attr]  # matches the empty string
    if padding == len(folded):
        # A colon with nothing behind it is a label's, where the word alone may be a button's; with a full stop it is a
        # sentence's last one, on a line of its own.
        labels = ":" in folded[end:] and phrase.text in _coloned()
        ends = folded[end:] == "." and " " not in phrase.text
        return None if phrase.form is Form.LINE and (labels or ends) else Marker(phrase.cls, Shape.BARE, padding)
    if padding == end and phrase.cls in _STICKY and phrase.text.count(" ") >= _STICKY_SPACES:
        return Marker(phrase.cls, Shape.OPEN, end)
    if phrase.form is Form.LINE or padding == end:
        return None
    divider = _DIVIDER.match(folded, end)
    if phrase.form is Form.COLON and (not divider or (phrase.cls == "read_also" and _is_said(phrase, folded, end))):
        return None
    if divider:
        return Marker(phrase.cls, Shape.DIVIDED, divider.end())
    return Marker(phrase.cls, Shape.OPEN, padding)


def _is_said(phrase: _Phrase, folded: str, end: int) -> bool:
    """Say whether a quotation stands behind one word, a verb: `تابع: "..."`."""
    return " " not in phrase.text and _SAID.match(folded, end) is not None


@cache
def _coloned() -> frozenset[str]:
    """Give the phrases that count with a colon, too."""
    rows = read_table(MARKERS, ("class", "form", "phrase"))
    return frozenset(fold(text).lower() for _, form, text in rows if form == Form.COLON)


@cache
def _by_first_word() -> dict[str, tuple[_Phrase, ...]]:
    """Order the lexicon's markers by their first word, longest first, so that a line tries only few."""
    words: dict[str, list[_Phrase]] = {}
    for cls, form, text in read_table(MARKERS, ("class", "form", "phrase")):
        folded = fold(text).lower()
        first = _FIRST_WORD.match(folded)
        if not first or first.start("word") or form not in _FORMS:
            raise LexiconError(MARKERS, None, f"{form!r} {text!r} is no marker")
        words.setdefault(first["word"], []).append(_Phrase(folded, cls, Form(form)))
    return {
        word: tuple(sorted(phrases, key=lambda phrase: (-len(phrase.text), phrase.form != Form.LINE)))
        for word, phrases in words.items()
    }


def spelt_phrases(classes: set[str], *, words: int, forms: frozenset[str] = _FORMS, more: Iterable[str] = ()) -> str:
    """Give a regular expression for the phrases of some classes in unfolded text, longest first.

    Args:
        classes: the marker classes.
        words: how many words a phrase has at least; a single common word is no marker inside a line.
        forms: what the phrases' forms may be.
        more: phrases that are no markers.
    """
    phrases = {
        text
        for cls, form, text in read_table(MARKERS, ("class", "form", "phrase"))
        if cls in classes and form in forms and len(text.split()) >= words
    }
    phrases.update(more)
    # Where no phrase begins, one look at the first letter tells so.
    beginnings = "".join(
        sorted({_SPELLINGS.get(letter, re.escape(letter)).strip("[]") for letter in map(_first, phrases)})
    )
    return rf"(?=[{beginnings}]){_branch(sorted(set(map(_spell, phrases))))}"


def _branch(phrases: Sequence[Sequence[str]]) -> str:
    """Match any of some phrases, the longest that fits, trying each common beginning but once.

    Args:
        phrases: patterns of letters, in an order that keeps those with a common beginning together.
    """
    ends = not phrases[0]
    groups = [(letter, list(alike)) for letter, alike in groupby(phrases[ends:], key=itemgetter(0))]
    groups.sort(key=lambda group: group[0] == _MARK)
    branches = [letter + _branch([phrase[1:] for phrase in alike]) for letter, alike in groups]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}{'|' if ends else ''})" if ends or len(branches) > 1 else branches[0]


def _first(phrase: str) -> str:
    return fold(phrase)[0]


@cache
def label_of(cls: str) -> re.Pattern[str]:
    """Give a pattern for a class's phrases where a line begins, with the colon behind them."""
    return re.compile(rf"\W{{0,3}}(?:{spelt_phrases({cls}, words=1)})\s?[:：]?")


def _spell(phrase: str) -> tuple[str, ...]:
    """Let a phrase match however its letters are spelt, with and without a mark at a word's end: a pattern a letter."""
    letters: list[str] = []
    for word in phrase.split():
        letters += [_SPELLINGS.get(letter, re.escape(letter)) for letter in fold(word)]
        letters += [_MARK, r"\s"]
    return tuple(letters[:-1])
