"""Names that can fill a line of their own: outlets and agencies, and people in an author's place.

Asked of every line before anybody knows what it is, so that folding and a look-up must do; what a name is the name of
where the line's kind is known, `workers.stages.metadata.names.kinds` says more exactly.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Final

from workers.arabic.fold import fold
from workers.arabic.particles import particles
from workers.lexicon.labels import field_labels
from workers.lexicon.loader import read_list, read_table
from workers.lexicon.names import agencies, dateline_places, name_words, outlet_words, outlets

_NAME_WORDS: Final = range(2, 5)
_NAME_CHARS: Final = 32
_JOINED: Final = re.compile(r"\s?[،,&]\s?|\sو(?=\w)")
_CREDITING: Final = ("المصدر", "مصدر الخبر", "نقلا عن", "نقلاً عن")
_LABEL: Final = re.compile(rf"(?:{'|'.join(_CREDITING)})\s+")
_STATING: Final = (*_CREDITING, "بواسطة")
_STATED_FIRST: Final = tuple(f"{bracket}{label}" for bracket in ("", "(", "[") for label in _STATING)
_STATED_LABEL: Final = re.compile(rf"[(\[]?(?:{'|'.join(_STATING)})\b\s?[:/–-]?\s?")
_STATED_CHARS: Final = range(8, 71)
_STATED_NAME: Final = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,4}")
_OPENING_CHARS: Final = 36
_SHORTEST_STATED: Final = 4
_BY: Final = fold("بواسطة ")
_STATED_WORDS: Final = range(2, 4)
_BYLINE_CHARS: Final = 60
_OUTLET_NAME_WORDS: Final = 4
_SPACED: Final = re.compile(r"\S+")
_SOURCE_CHARS: Final = 60
_SOURCE_WORDS: Final = 4
_SOURCE_EDGES: Final = " .،:|-–()[]/"
_SOURCES_JOINT: Final = re.compile(r"\s?[+/،,&]\s|\s[–-]\s")
_JOINT: Final = re.compile(r"[+/،,&]|\s[–-]\s")


def names_source(key: str) -> bool:
    """Say whether a folded, lower-case line without its edges is an outlet's or an agency's name and nothing else."""
    return key in source_names()


def names_agency(key: str) -> bool:
    """Say whether a folded, lower-case name without its edges is an agency's, or what stands for several: وكالات."""
    return key in _agency_names()


def names_outlet(name: str) -> bool:
    """Say whether a name is a known source's, or says of itself that it is an outlet's: صحيفة, موقع, News."""
    folded = fold(name).lower()
    return names_source(folded.strip()) or any(word in _outlet_words() for word in folded.split())


def end_of_sources(text: str, start: int) -> int:
    """Say where the names of sources end that begin there, the further ones known; 0 if none does."""
    end = end_of_source(text, start)
    while end and (joint := _SOURCES_JOINT.match(text, end)):
        further = end_of_source(text, joint.end())
        known = fold(text[joint.end() : further]).lower().strip(_SOURCE_EDGES)
        if not further or not names_source(known):
            break
        end = further
    return end


def end_of_source(text: str, start: int) -> int:
    """Say where the source's name ends that begins there, known or with an outlet's word; 0 if none does."""
    words = list(_SPACED.finditer(text, start, start + _SOURCE_CHARS))[:_SOURCE_WORDS]
    for word in reversed(words):
        if names_source(fold(text[start : word.end()]).lower().strip(_SOURCE_EDGES)):
            return word.end()
    keys = [fold(word.group()).lower() for word in words]
    tail = next((number for number, key in enumerate(keys[:3]) if number and ends_outlet(key)), 0)
    if tail or (len(keys) > 1 and opens_outlet(keys[0])):
        return words[tail or 1].end()
    return 0


def opens_outlet(word: str) -> bool:
    """Say whether a folded, lower-case word opens an outlet's name of several words."""
    return word in _outlet_edges("head")


def ends_outlet(word: str) -> bool:
    """Say whether a folded, lower-case word ends an outlet's name of several words."""
    return word in _outlet_edges("tail")


def says_outlet(words: Sequence[str]) -> bool:
    """Say whether some folded words in lower case hold one, perhaps behind `و`, that only outlets' names have."""
    known = _outlet_words()
    return not known.isdisjoint(words) or any(word[0] == "و" and word[1:] in known for word in words)


def names_person(key: str) -> bool:
    """Say whether a folded line without its edges may be a person's name: a few words, the first a given name.

    If that is a common word as well, as `إلياس` is when folded, the others must be nothing but names. An honorific may
    stand before them: `الدكتور`, `المهندس`.
    """
    if len(key) > _NAME_CHARS:
        return False
    words = bare_name(key).split()
    if len(words) not in _NAME_WORDS or not all(map(str.isalpha, words)):
        return False
    return is_given(words[0]) or (_may_be_given(words[0]) and all(map(_is_name, words[1:])))


def bare_name(key: str) -> str:
    """Give a person's name, folded and without its edges, without an honorific before it."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in _honorifics() else key


def names_people(key: str) -> bool:
    """Say whether a folded line without its edges may be one person's name or several persons', joined."""
    # Whoever is named first, the line begins with a given name or an honorific; hardly any line does.
    first = key.split(None, 1)[:1]
    if not first or not (is_given(first[0]) or _may_be_given(first[0]) or first[0] in _honorifics()):
        return False
    return names_person(key) or (_JOINED.search(key) is not None and all(map(names_person, _JOINED.split(key))))


def names_credit(key: str) -> bool:
    """Say whether a folded, lower-case line without its edges names sources behind a label without a colon.

    Beside a known one others may be unknown.
    """
    label = _LABEL.match(key)
    if label is None:
        return False
    rest = key[label.end() :]
    # A few words that are no adjective, as in `المصدر الأول`, and no pronoun are a name.
    words = rest.split() if key.startswith("المصدر ") and not rest.startswith("ال") else ()
    unknown = len(words) in _STATED_WORDS and all(map(str.isalpha, words)) and particles().isdisjoint(words)
    return unknown or any(names_any_source(name.strip()) for name in _JOINT.split(rest))


def names_byline(key: str, stated: Collection[str] = ()) -> bool:
    """Say whether a folded, lower-case line without its edges names persons or an outlet behind an author's label.

    The label has no colon, and may be stuck to the name: `بواسطة صحيفة الساحل`, `الكاتبسعاد الهاشمي`.

    Args:
        key: the line.
        stated: further names, folded, that the page gives for its sources.
    """
    if len(key) > _BYLINE_CHARS:
        return False
    label = _byline_label().match(key)
    name = key[label.end() :] if label else ""
    words = name.split() if key.startswith(_BY) and not name.startswith("ال") else ()
    unknown = 0 < len(words) < _STATED_WORDS.stop and all(map(str.isalpha, words)) and particles().isdisjoint(words)
    return bool(name) and (unknown or names_people(name) or name in stated or names_any_source(name))


def stated_sources(texts: Iterable[str]) -> frozenset[str]:
    """Give the names, known or not, that a page states for its sources: behind a credit's label, or first of all.

    Aggregators name the outlet alone and with a colon above all. The names are as the page writes them.
    """
    stated: set[str] = set()
    for number, text in enumerate(texts):
        if len(text) in _STATED_CHARS and text.startswith(_STATED_FIRST) and (label := _STATED_LABEL.match(text)):
            stated.update(name.strip() for name in _JOINT.split(text[label.end() :].rstrip(")]. ")))
        elif not number and text[-1] == ":" and len(text) <= _OPENING_CHARS:
            stated.add(text.rstrip(": "))
    return frozenset(name for name in stated if len(name) >= _SHORTEST_STATED and _STATED_NAME.fullmatch(name))


def names_any_source(name: str) -> bool:
    """Say whether a folded name is a known source's, or a few words with one that only outlets' names have."""
    return names_source(name) or (name.count(" ") < _OUTLET_NAME_WORDS and says_outlet(name.split()))


def names_desk(key: str) -> bool:
    """Say whether a folded, lower-case line without its edges is a desk's or what stands for one: خاص, غرفة الأخبار."""
    return key in _desks()


def names_place(key: str) -> bool:
    """Say whether a folded, lower-case name without its edges is a place's that datelines begin with."""
    return key in _places()


@cache
def _byline_label() -> re.Pattern[str]:
    """Match an author's label; one with the article may be stuck to the name behind it."""
    labels = sorted({fold(label).lower() for label in field_labels("byline")}, key=len, reverse=True)
    stuck = "|".join(re.escape(label) for label in labels if label.startswith("ال"))
    return re.compile(rf"(?:{'|'.join(map(re.escape, labels))})[\s:]+|(?:{stuck})")


@cache
def _desks() -> frozenset[str]:
    return frozenset(fold(name).lower() for name in read_list("not_authors.txt"))


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(name).lower() for name in dateline_places())


@cache
def _agency_names() -> frozenset[str]:
    return frozenset(fold(each.name).lower() for each in agencies())


@cache
def source_names() -> frozenset[str]:
    """Give the names of outlets and agencies, folded and in lower case."""
    return frozenset(fold(each.name).lower() for each in (*agencies(), *outlets()))


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(fold(each.word).lower() for each in outlet_words())


@cache
def _outlet_edges(where: str) -> frozenset[str]:
    return frozenset(fold(each.word).lower() for each in outlet_words() if each.where == where)


def is_given(word: str) -> bool:
    """Say whether a folded word is a given name."""
    return _bare(word) in _given_names()


def _may_be_given(word: str) -> bool:
    return _bare(word) in _given_words()


def _is_name(word: str) -> bool:
    return _bare(word) in _mere_names()


def _bare(word: str) -> str:
    return word.replace("ة", "ه")


@cache
def _given_names() -> frozenset[str]:
    return frozenset(each.word for each in name_words() if each.position == "given" and each.sense == "name")


@cache
def _given_words() -> frozenset[str]:
    return frozenset(each.word for each in name_words() if each.position == "given" and each.sense == "word")


@cache
def _mere_names() -> frozenset[str]:
    return frozenset(each.word for each in name_words() if each.sense == "name")


@cache
def _honorifics() -> frozenset[str]:
    rows = read_table("titles.tsv", ("title", "what may follow"))
    return frozenset(fold(f"ال{title}") for title, follows in rows if follows == "honorific")
