"""Hosts: whether a name is the one that the page's address spells, `taiz-news.com` for تعز نيوز.

An address names nobody by itself, and never does here: what the page writes is asked for, and the address only bears
witness that a name is the site's own and not that of an outlet it copies from.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from workers.arabic.fold import fold
from workers.lexicon.loader import read_mapping
from workers.lexicon.names import outlets
from workers.markup.names import host_labels
from workers.stages.metadata.spelling import key

_KNOWN_HOSTS: Final = 512
_SHARED: Final = frozenset({"www", "com", "org", "net", "gov", "edu", "co", "ac", "info", "mobile", "amp", "old", "m"})
"""Labels that hosts of all outlets have."""
_LEAST_CHARS: Final = 2
_LEAST_LETTERS: Final = 2
"""So many consonants a name must have: one spells too many words."""
_MANY_LETTERS: Final = 3
_UNSPOKEN: Final = "اويعءهحئؤة"
"""Letters that addresses write in several ways or not at all."""
_MOST_UNSPOKEN: Final = "{0,3}"
"""So many of them stand side by side at most; without an end two such runs would take a long line's square."""
_SPOKEN: Final = str.maketrans("", "", _UNSPOKEN)
_FIRST: Final = {"a": "اع", "e": "اعي", "i": "اعي", "o": "اعو", "u": "اعو", "w": "و", "h": "هح", "y": "ي"}
"""What a name begins with whose address begins with a letter that is left out inside."""
_CONSONANTS: Final = "why"
_UNITS: Final = re.compile(r"(?P<digits>\d+)|[kscgtdp]h|(?P<unspoken>[aeiouwhy])|[b-z]")
_DOUBLED: Final = re.compile(r"([csdt]h|[a-z])\1")
_CHAT_DIGITS: Final = re.compile(r"(?<=[a-z])[237](?=[a-z])|^[37](?=[a-z])")
"""Figures that stand for letters: `al3omk`."""
_ARTICLE: Final = "(?:ال)?"


def names_spelled_by(url: str | None) -> re.Pattern[str] | None:
    """Give the pattern of the names that a page's address spells, for text that is folded and in lower case.

    Returns:
        The pattern; None where there is no address, or its host spells no name.
    """
    labels = host_labels(url)[:-1] if url else []
    return _spelled(tuple(label for label in labels if label not in _SHARED))


def spells(names: re.Pattern[str], name: str) -> bool:
    """Whether such a pattern means a name; a word of an outlet's name may stand behind it: `رووداو ديجيتال`."""
    return names.fullmatch(name.replace(" ", "") if name.isascii() else name) is not None


def has_many_letters(name: str) -> bool:
    """Whether a name has so many consonants that a host hardly spells it by chance."""
    return sum(map(str.isalnum, key(name).translate(_SPOKEN))) >= _MANY_LETTERS


@lru_cache(maxsize=_KNOWN_HOSTS)
def _spelled(labels: tuple[str, ...]) -> re.Pattern[str] | None:
    names = dict.fromkeys(chain.from_iterable(_names(form) for label in labels for form in _forms(label)))
    if not names:
        return None
    return re.compile(rf"(?:{'|'.join(names)})(?:\s(?:{_tails()}))?(?!\w)")


def _names(form: str) -> Iterator[str]:
    """Write the patterns of the names that a word of an address stands for: known ones, itself, what it spells."""
    yield from (re.escape(key(name)) for name in sorted(_names_by_id().get(form, ()), key=len, reverse=True))
    yield re.escape(form)
    if arabic := _in_arabic(form):
        yield arabic


def _forms(label: str) -> list[str]:
    """Give a host's label without hyphens, whole and without the words that addresses put beside a name."""
    found = [re.sub("[-_]", "", label)]
    words = read_mapping("host_words.tsv")
    for form in found:
        shorter = [form.removesuffix(word) for word in words if form.endswith(word)]
        shorter += [form.removeprefix(word) for word in words if form.startswith(word)]
        found += dict.fromkeys(each for each in shorter if len(each) >= _LEAST_CHARS and each not in found)
    return [form for form in found if form not in words]


def _in_arabic(form: str) -> str | None:
    """Write the pattern of the Arabic names that a word in Latin letters may spell; None for one of few letters."""
    letters = _letters()
    inside = f"[{_UNSPOKEN}]{_MOST_UNSPOKEN}"
    opening, consonants, pieces = "", 0, list[str]()
    for unit in _UNITS.finditer(_DOUBLED.sub(r"\1", _CHAT_DIGITS.sub("", form))):
        if unit["unspoken"] is None:
            consonants += 1
            pieces.append(unit["digits"] or f"[{letters[unit.group()]}]")
        elif not pieces and not opening:
            consonants += unit.group() in _CONSONANTS
            told = f"(?=[{_FIRST[unit.group()]}]){inside}"
            # A vowel may be all that is left of the article: `echorouk`.
            opening = f"{_ARTICLE}{told}" if unit.group() in _CONSONANTS else f"(?:{_ARTICLE}{told}|ال)"
    if consonants < _LEAST_LETTERS or all(map(str.isdigit, pieces)):
        return None
    between = rf"{inside}(?:\s{_ARTICLE})?{inside}"
    return f"{opening or _ARTICLE}{between.join(pieces)}{inside}"


@cache
def _names_by_id() -> Mapping[str, list[str]]:
    """Sort the names of known outlets by their ids, without hyphens: most ids are as the outlets' addresses."""
    names = defaultdict[str, list[str]](list)
    for each in outlets():
        names[each.canonical_id.replace("-", "")].append(each.name)
    return names


@cache
def _letters() -> Mapping[str, str]:
    return read_mapping("romanised_letters.tsv")


@cache
def _tails() -> str:
    return "|".join(dict.fromkeys(fold(tail) for tail in read_mapping("host_words.tsv").values() if tail != "none"))
