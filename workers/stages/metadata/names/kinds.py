"""What a name is the name of, as far as the lexicon tells: an agency, an outlet, a place, a person, nobody.

Names come cut out of lines whose kind is known, in any spelling; they are compared by `spelling.key`.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, TypeVar

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list, read_mapping
from workers.lexicon.names import (
    agencies,
    common_words,
    dateline_places,
    likely_outlet_words,
    more_cities,
    name_words,
    outlet_words,
    outlets,
)
from workers.stages.metadata.spelling import key

Name = TypeVar("Name", bound=str)

_MOST_NAME_WORDS: Final = 5
_AGENCY: Final = "وكالة "
_OF_NEWS: Final = " للانباء"
_NAME_CHARS: Final = 120
"""No person's name is longer."""
_KNOWN_NAMES: Final = 4096
_EXCLUSIVE: Final = "خاص"
_SERVANT: Final = "عبدال"
"""What names such as `عبدالعزيز` begin with, written as one word."""
_PAPERS: Final = frozenset({"صحيفة", "جريدة", "مجلة"})
_QUOTES: Final = frozenset('"«»“”')
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\s?\.\s?){1,3}(?:[^\W\d_]\s?\.?|ال[^\W\d_]{2,12}|[^\W\d_]{3,12})")
_SIDES: Final = frozenset(f"ال{side}{end}" for side in ("شمالي", "جنوبي", "شرقي", "غربي") for end in ("", "ة"))
_BRACKETS: Final = re.compile(r"\([^()]*\)")


@cache
def _agencies() -> dict[str, str]:
    return {key(each.name): each.canonical_id for each in agencies()}


@cache
def _outlets() -> dict[str, str]:
    return {key(each.name): each.canonical_id for each in outlets()}


@cache
def _outlet_words() -> dict[str, frozenset[str]]:
    return {
        where: frozenset(key(each.word) for each in outlet_words() if each.where == where) for where in ("head", "tail")
    }


@cache
def _likely_words() -> dict[str, frozenset[str]]:
    words = (*outlet_words(), *likely_outlet_words())
    return {where: frozenset(key(each.word) for each in words if each.where == where) for where in ("head", "tail")}


@cache
def _places() -> frozenset[str]:
    return frozenset(map(key, (*dateline_places(), *more_cities())))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(each.word for each in name_words() if each.position == "given")


@cache
def _name_words() -> frozenset[str]:
    return frozenset(each.word for each in name_words())


@cache
def _days() -> frozenset[str]:
    return frozenset(map(_name_key, read_mapping("named_days.tsv")))


@cache
def _nobody() -> frozenset[str]:
    return frozenset(key(name) for name in read_list("not_authors.txt"))


@cache
def _not_of_names() -> frozenset[str]:
    return frozenset(key(word) for word in read_list("not_author_words.txt"))


def agency_of(name: str) -> str | None:
    """Tell a known agency's canonical id; an abbreviation in brackets behind its name does not count."""
    folded = key(name)
    known = _agencies()
    found = known.get(folded) or known.get(folded.removeprefix(_AGENCY).removesuffix(_OF_NEWS))
    return found or (known.get(key(_BRACKETS.sub("", name))) if "(" in name else None)


def canonical_of(name: str) -> str | None:
    """Tell the canonical id of a known agency or outlet, whatever its spelling; None for one that no list has.

    A word for what it is may stand before the name: `صحيفة عكاظ`.
    """
    return agency_of(name) or _outlets().get(key(name)) or _outlets().get(bare_name(name))


def is_same_source(name: str, other: str) -> bool:
    """Whether two names are one but for a word that says what it names: `موقع النيلين` and `النيلين`."""
    return bare_name(name) == bare_name(other)


def bare_name(name: str) -> str:
    """Fold a name and leave out the word before it that says what it names: `موقع النيلين`."""
    folded = key(name)
    head, _, bare = folded.partition(" ")
    return bare if bare and head in _outlet_words()["head"] else folded


def is_source_alone(name: str) -> bool:
    """Whether a name that fills a line is a known outlet's, and no word or place that may as well head a section."""
    if canonical_of(name) is None or is_agency(name) or is_place(name):
        return False
    return not is_common(name)


def is_common(name: str) -> bool:
    """Whether a name is a single word that is a word like any other, too: `الوطن`, `المستقبل`."""
    return len(name.split()) == 1 and _name_key(key(name)) in common_words()


def is_agency(name: str) -> bool:
    """Whether a name is an agency's: a known one's, or one that calls itself an agency."""
    return agency_of(name) is not None or key(name).startswith(_AGENCY)


def is_outlet(name: str) -> bool:
    """Whether the name is an outlet's: a known one's, or one made of an outlet's words (`صحيفة`, `نيوز`)."""
    folded = key(name)
    return folded in _outlets() or _is_made_of(_outlet_words(), folded.split())


def calls_itself_outlet(name: str) -> bool:
    """Whether a name is an outlet's by its words alone, wherever it stands: `جريدة المرسى`, `المرسى نيوز`.

    An adjective at its end (`النشرة الإخبارية`) does not do, nor a word at its beginning that names other things, too.
    """
    words = key(name).split()
    told = _is_made_of({"head": _PAPERS, "tail": _plain_tails()}, words)
    return told and not (name.isascii() or is_place(words[0]) or is_agency(name))


def is_likely_outlet(name: str) -> bool:
    """Whether the name is an outlet's if it is a source's at all: `صوت الساحل`, `الساحل اليوم`."""
    return is_outlet(name) or _is_made_of(_likely_words(), key(name).split())


@cache
def _plain_tails() -> frozenset[str]:
    return frozenset(tail for tail in _outlet_words()["tail"] if not tail.startswith("ال"))


def _is_made_of(edges: dict[str, frozenset[str]], words: list[str]) -> bool:
    if not 1 < len(words) <= _MOST_NAME_WORDS:
        return False
    return words[0] in edges["head"] or words[-1] in edges["tail"] or " ".join(words[-2:]) in edges["tail"]


def is_place(name: str) -> bool:
    """Whether a known city or country has the name; two of them may stand together, a comma between.

    A side of it counts as well: `الأغوار الجنوبية`.
    """
    parts = [key(part) for part in name.replace(",", "،").split("،")]
    return all(part in _places() or _is_side(part) for part in parts)


def _is_side(name: str) -> bool:
    place, _, side = name.rpartition(" ")
    return side in _SIDES and place in _places()


def is_person(name: str) -> bool:
    """Whether the name looks like a person's: two to five words, the first a given name, none of the others common.

    With the article a common word may be a surname (`الهاشمي`); one that is common and a name's, too, may stand inside.
    """
    return _is_person(str(name)) if len(name) <= _NAME_CHARS else False


@lru_cache(maxsize=_KNOWN_NAMES)
def _is_person(name: str) -> bool:
    words = [_name_key(word) for word in name.replace(".", ". ").split()]
    if not 1 < len(words) <= _MOST_NAME_WORDS or not _QUOTES.isdisjoint(name):
        return False
    if "." in name and len(words[-1]) > 1 and are_initials(name) and not _is_common(words[-1]):
        return True
    if words[-1] in common_words() and not words[-1].startswith("ال"):
        return False
    if words[-1] in _days() or any(_is_common(word) for word in words[1:-1]):
        return False
    return words[0] in _given_names() or words[0] in _FIRST_OF_NAMES or words[0].startswith(_SERVANT)


def may_be_person(name: str) -> bool:
    """Whether a name is a person's if it is no source's: a word of names is its first or last, none is another's."""
    words = [_name_key(word) for word in name.split()]
    if not 1 < len(words) <= _MOST_NAME_WORDS or not _QUOTES.isdisjoint(name):
        return False
    return is_person(name) or (
        not any(map(_is_common, words)) and (words[0] in _name_words() or words[-1] in _name_words())
    )


def are_initials(name: str) -> bool:
    """Whether single letters stand for a name, with or without a surname in full: `ق. و`, `م.ع`, `ف. ز. الهاشمي`."""
    return _INITIALS.fullmatch(name) is not None


def is_day(name: str) -> bool:
    """Whether a name is a day's: `اليوم` is a paper in Dammam, and what every article says."""
    return key(name) in _days()


def is_phrase(name: str) -> bool:
    """Whether words that nobody's name holds make it a phrase and no name."""
    words = [_name_key(word) for word in name.split()]
    return not is_person(name) and any(_is_common(word) for word in words[1:])


def _is_common(word: str) -> bool:
    within = word in _name_words() or word in _FIRST_OF_NAMES or word in _particles()
    return not within and word in common_words()


@cache
def _particles() -> frozenset[str]:
    return frozenset(_name_key(word) for word in read_list("name_particles.txt"))


def _name_key(word: str) -> str:
    folded = fold(word).strip(".")
    return f"{folded[:-1]}ه" if folded.endswith("ة") else folded


_FIRST_OF_NAMES: Final = frozenset({"عبد", "ابو", "ام", "بن", "د"})


def is_desk(name: str) -> bool:
    """Whether the words are a desk's or an office's alone: `غرفة الأخبار`, `المحرر السياسي`."""
    return key(name) in _nobody()


def is_nobody(name: str) -> bool:
    """Whether the words stand in an author's place without naming one."""
    return is_desk(name) or any(word in _not_of_names() for word in key(name).split())


def is_exclusive(name: str) -> bool:
    """Whether a word says that an article is an outlet's own, copied from nobody."""
    return key(name) == _EXCLUSIVE


def distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    """Leave out names that only repeat an earlier one, whatever their spelling."""
    seen: dict[str, Name] = {}
    for name in names:
        seen.setdefault(key(name), name)
    return tuple(seen.values())
