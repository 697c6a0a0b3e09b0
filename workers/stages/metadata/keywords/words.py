"""Words of a keyword line, and what each one's form says about where tags begin and end."""

import re
from enum import Flag, auto
from functools import cache, lru_cache
from typing import Final, NamedTuple

from workers.arabic.words import word_key
from workers.lexicon.loader import read_list, read_table
from workers.lexicon.names import cities, countries, name_words

_WORD: Final = re.compile(r"\S+")
_RELATION: Final = re.compile(r"\w{2,}(?:ي|يه|يين|يون|يات)\Z")
_SHORTEST_JOINED: Final = 3
"""Letters of a word after a conjunction; with fewer the waw is more often the word's own."""
_SHORTEST_ARTICLED: Final = 5
"""Letters of article and noun after a conjunction; `والد` and its forms have fewer."""
_KNOWN_WORDS: Final = 8192
"""Tags recur from page to page, and so do their words."""
_LATIN: Final = re.compile(r"[a-z]")


class Form(Flag):
    """What a word's form and the lexicon say of it."""

    PLAIN = 0
    DEFINITE = auto()
    RELATION = auto()
    """An adjective of relation by its ending (`عسكرية`, `الروسي`), or another that only follows nouns."""
    JOINED = auto()
    """Begins with a conjunction written on (`ومعدات`)."""
    PARTICLE = auto()
    HEAD = auto()
    """Heads a phrase that follows it (`وزارة`, `رئيس`, `قمة`)."""
    NAME = auto()
    """A place, a person or a body by itself."""
    GIVEN = auto()
    COMMON = auto()
    LATIN = auto()
    FIGURE = auto()


class Word(NamedTuple):
    """A word at `line[start:end]`; `key` is what it is compared by."""

    key: str
    form: Form
    start: int
    end: int


def read_words(line: str) -> list[Word]:
    """Part a line at its spaces."""
    words = []
    for match in _WORD.finditer(line):
        key = word_key(match.group())
        words.append(Word(key, form_of(key), match.start(), match.end()))
    return words


@lru_cache(maxsize=_KNOWN_WORDS)
def form_of(key: str) -> Form:
    """Tell a word's form by its key."""
    if not key:
        return Form.PARTICLE
    if key[0].isdigit():
        return Form.FIGURE
    if _LATIN.match(key):
        return Form.LATIN
    form = Form.PLAIN
    if key.startswith("ال") and len(key) > len("ال") + 1:
        form |= Form.DEFINITE
    bare = key.removeprefix("ال")
    form |= _listed().get(key, Form.PLAIN)
    form |= _listed().get(bare, Form.PLAIN) & (Form.HEAD | Form.RELATION)
    if key in known_phrases():
        form = (form | Form.NAME) & ~(Form.RELATION | Form.HEAD)
    elif _is_joined(key):
        form |= Form.JOINED
    elif _RELATION.match(bare) and (Form.DEFINITE in form or bare[-1] != "ي" or Form.RELATION in form):
        form |= Form.RELATION
    return form


def _is_joined(key: str) -> bool:
    """Whether a word's waw is a conjunction: before the article, or where only the rest is a word (`وسائل` is one)."""
    if not key.startswith("و"):
        return False
    rest = key[1:]
    if rest.startswith("ال"):
        return len(rest) >= _SHORTEST_ARTICLED
    return len(rest) >= _SHORTEST_JOINED and rest in _listed() and key not in _listed()


@cache
def _listed() -> dict[str, Form]:
    listed: dict[str, Form] = {}

    def enter(words: list[str], form: Form) -> None:
        for word in words:
            listed[word] = listed.get(word, Form.PLAIN) | form

    enter([word_key(word) for word in read_list("common_words.txt")], Form.COMMON)
    enter([word_key(word) for word in read_list("function_words.txt")], Form.PARTICLE)
    for file in ("organisation_heads.tsv", "place_heads.tsv", "titles.tsv"):
        enter([word_key(head) for head, _ in read_table(file, ("head", "meaning"))], Form.HEAD)
    enter([word_key(head) for head in read_list("event_heads.txt")], Form.HEAD)
    for nationality in map(word_key, read_list("nationalities.txt")):
        enter([nationality, f"{nationality}ه"], Form.RELATION)
    enter([word_key(word).removeprefix("ال") for word in read_list("name_adjectives.txt")], Form.RELATION)
    for word, position, _ in name_words():
        if position == "given":
            enter([word], Form.GIVEN)
    return listed


@cache
def known_phrases() -> frozenset[str]:
    """The names of the lexicon, by their words' keys: what stands as a tag of its own."""
    names = {*read_list("organisations.txt"), *read_list("events.txt"), *read_list("regions.txt")}
    names |= {city.name for city in cities()} | {name for country in countries() for name in country.names}
    names |= {*read_list("names_known.txt")}
    return frozenset(" ".join(map(word_key, name.split())) for name in names)
