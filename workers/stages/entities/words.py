"""What single words are: the lexicon's knowledge of a word, with and without its clitics."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from workers.arabic.fold import fold
from workers.lexicon.loader import known_word, read_list, read_table
from workers.lexicon.names import name_words

COMMON: Final = 1 << 0
"""A word of the language, seen in news text and no name."""
GIVEN: Final = 1 << 1
SURNAME: Final = 1 << 2
"""A name's word that mostly stands last, or one of a foreign name."""
DOUBTFUL: Final = 1 << 3
"""A name's word that is a common word too."""
PARTICLE: Final = 1 << 4
"""Part of a name that needs a word after it."""
FUNCTION: Final = 1 << 5
"""Never part of a personal name."""
ATTRIBUTION: Final = 1 << 6
"""A verb whose subject mostly is a name."""
TITLE: Final = 1 << 7
HONORIFIC: Final = 1 << 8
"""A title that governs no phrase; comes with `TITLE`."""
BODY: Final = 1 << 9
"""Heads an organisation's name."""
LABEL: Final = 1 << 10
"""Stands before an organisation's name and outside it; comes with `BODY`."""
STATE: Final = 1 << 11
"""Heads an organisation's name with a country alone; comes with `BODY`."""
MEDIUM: Final = 1 << 22
"""Stands before a medium's name and outside it, even where that is a common word; comes with `LABEL`."""
EVENT: Final = 1 << 12
PLACE_OUTSIDE: Final = 1 << 13
PLACE_INSIDE: Final = 1 << 14
REGION: Final = 1 << 15
NATIONALITY: Final = 1 << 16
PHRASE_END: Final = 1 << 17
"""Ends the phrase that a head governs."""
BODY_ADJECTIVE: Final = 1 << 18
"""May follow the first word that a head governs."""
DEFINITE: Final = 1 << 19
INFLECTED: Final = 1 << 20
"""Looks like a verb or an inflected noun."""
FAMOUS: Final = 1 << 23
"""A public figure's surname, a name by itself; comes with `SURNAME`."""
TANWIN: Final = 1 << 24
"""Written with the sign of an indefinite accusative, as hardly any name is; comes with `INFLECTED`."""
ARABIC: Final = 1 << 21
"""Begins with an Arabic letter."""

NAME: Final = GIVEN | SURNAME
HEAD: Final = TITLE | BODY | EVENT | PLACE_OUTSIDE | PLACE_INSIDE | REGION
KNOWN: Final = COMMON | NAME | PARTICLE | FUNCTION | ATTRIBUTION | HEAD | NATIONALITY | PHRASE_END | BODY_ADJECTIVE

_SHORTEST_DEFINITE: Final = 5
"""Letters of the shortest word in which ال is taken for the article."""
_TANWIN: Final = ("\u064b", "\u064bا", "\u064bى")
_NOTHING: Final = "\ufffc"

_CLITICS: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
CLITICS: Final = frozenset(_CLITICS)
"""What may stand before a name, written together with it."""

_VERBAL_PREFIXES: Final = ("است", "يست", "تست", "نست", "مست", "ويت", "سيت", "ليت")
_ENDINGS: Final = ("ها", "هم", "هما", "كم", "وا", "ات", "ته", "تها", "ونه", "اته", "تهم", "ائه", "ائها", "ية", "يه")


_PREFIXES: Final = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "كال", "فال", "ي", "ت", "ن", "سي", "ست")
_SUFFIXES: Final = ("", "ا", "ه", "ها", "هم", "نا", "ك", "ي", "ني", "ت", "وا", "ون", "ين", "ان", "تين", "تان")
_PREFIXES_BY_LETTER: Final = {
    letter: tuple(each for each in _PREFIXES if each[:1] in {"", letter})
    for letter in {each[0] for each in _PREFIXES[1:]}
}
_SUFFIXES_BY_LETTER: Final = {
    letter: tuple(each for each in _SUFFIXES if each[-1:] in {"", letter})
    for letter in {each[-1] for each in _SUFFIXES[1:]}
}
_SHORTEST_STEM: Final = 4
"""Letters from which a common word inside another one is no accident."""

_LISTS: Final = {
    "name_particles.txt": PARTICLE,
    "function_words.txt": FUNCTION,
    "attribution_words.txt": ATTRIBUTION | FUNCTION,
    "phrase_ends.txt": PHRASE_END,
    "name_adjectives.txt": BODY_ADJECTIVE,
}
_HEADS: Final = {
    "titles.tsv": {"office": TITLE, "honorific": TITLE | HONORIFIC},
    "organisation_heads.tsv": {
        "inside": BODY,
        "label": BODY | LABEL,
        "state": BODY | STATE,
        "medium": BODY | LABEL | MEDIUM,
    },
    "place_heads.tsv": {"outside": PLACE_OUTSIDE, "inside": PLACE_INSIDE, "region": REGION},
}


def key_of(text: str) -> str:
    """Fold a word or phrase to the spelling that all look-ups use: as `fold`, and teh marbuta is heh."""
    return fold(text).replace("ة", "ه")


@dataclass(frozen=True, slots=True)
class Word:
    """One spelling's analysis.

    Attributes:
        key: the whole word as `key_of` gives it.
        flags: what the whole word is, or, where nothing is known of it, 0.
        cut: how many leading characters of `key` are clitics, if they are any.
        stem: the word without clitics; the article that لل hides is written out.
        stem_flags: what the stem is.
        either: both together.
        rare: whether it is an Arabic word that no list has, with or without clitics.
    """

    key: str
    flags: int
    cut: int
    stem: str
    stem_flags: int
    either: int
    rare: bool


def _mark(flags: dict[str, int], words: Iterable[str], flag: int) -> None:
    for word in words:
        flags[word] = flags.get(word, 0) | flag


def _with_article(words: Iterable[str]) -> Iterator[str]:
    for word in map(key_of, words):
        yield word
        yield "ال" + word


@cache
def _flags() -> dict[str, int]:
    flags: dict[str, int] = {}
    _mark(flags, read_list("common_words.txt"), COMMON)
    for word, position, sense in name_words():
        name = GIVEN if position == "given" else SURNAME
        _mark(flags, (word,), name | DOUBTFUL if sense == "word" else name)
    _mark(flags, read_list("names_foreign.txt"), SURNAME)
    for word in map(key_of, read_list("names_known.txt")):
        flags[word] = (flags.get(word, 0) | SURNAME | FAMOUS) & ~(DOUBTFUL | COMMON)
    for file, flag in _LISTS.items():
        _mark(flags, map(key_of, read_list(file)), flag)
    for file, meanings in _HEADS.items():
        for head, meaning in read_table(file, ("head", "meaning")):
            _mark(flags, _with_article((head,)), meanings[known_word(file, meaning, meanings)])
    _mark(flags, _with_article(read_list("event_heads.txt")), EVENT)
    for masculine in map(key_of, read_list("nationalities.txt")):
        _mark(flags, _with_article(masculine + ending for ending in ("", "ه", "ا", "ين", "ون")), NATIONALITY)
    return flags


def _look_up(key: str) -> int:
    flags = _flags().get(key, 0)
    if "\u0620" <= key[0] <= "\u064a" and key.isalpha():
        flags |= ARABIC
    if key.startswith("ال") and len(key) >= _SHORTEST_DEFINITE:
        flags |= DEFINITE
        if flags & PHRASE_END == 0 and key.endswith(("ي", "يه")):
            flags |= BODY_ADJECTIVE
    if not flags & ~(DEFINITE | ARABIC) and (
        key.endswith(_ENDINGS) or key.startswith(_VERBAL_PREFIXES) or _inflects_common(key)
    ):
        flags |= INFLECTED
    return flags


def _inflects_common(key: str) -> bool:
    """Whether a word is a common one once a clitic, an article, a verb's prefix or an ending is taken off."""
    known = _flags()
    for prefix in _PREFIXES_BY_LETTER.get(key[0], ("",)):
        if not key.startswith(prefix):
            continue
        stem = key[len(prefix) :]
        for suffix in _SUFFIXES_BY_LETTER.get(stem[-1:], ("",)):
            if stem.endswith(suffix) and (prefix or suffix):
                bare = stem.removesuffix(suffix)
                if len(bare) >= _SHORTEST_STEM and known.get(bare, 0) & COMMON:
                    return True
    return False


def _word(key: str, flags: int, cut: int, stem: str, stem_flags: int) -> Word:
    either = flags | stem_flags
    rare = bool(flags & ARABIC) and not either & (KNOWN | INFLECTED)
    return Word(key, flags, cut, stem, stem_flags, either, rare)


@lru_cache(maxsize=1 << 16)
def analyse(text: str) -> Word:
    """Look a word up as it stands in the page."""
    key = key_of(text) or _NOTHING
    flags = _look_up(key)
    if key == "علي" and text.endswith("ى"):
        flags = FUNCTION | ARABIC
    if text.endswith(_TANWIN):
        flags |= TANWIN | INFLECTED
    best = _word(key, flags, 0, key, flags)
    if flags & (NAME | HEAD | FUNCTION | PARTICLE) and not flags & DOUBTFUL:
        return best
    for clitic in _CLITICS:
        if not key.startswith(clitic) or len(key) - len(clitic) < 2:  # noqa: PLR2004  # no name is one letter
            continue
        rest = key[len(clitic) :]
        if clitic.endswith("ل") and rest.startswith("ل"):
            rest = "ا" + rest if rest.startswith("لل") else "ال" + rest[1:]
        found = _look_up(rest)
        if found & (KNOWN & ~COMMON):
            return _word(key, flags, len(clitic), rest, found)
        if found & COMMON and best.cut == 0 and not flags & (KNOWN & ~COMMON) and len(rest) >= _SHORTEST_STEM:
            best = _word(key, flags, len(clitic), rest, found)
    return best
