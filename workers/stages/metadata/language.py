"""The language of a text, by its script and its function words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from schemas.segment import Segment, SegmentKind
from workers.lexicon.loader import read_table

SAMPLE_CHARS: Final = 1000
"""How much of a text is looked at."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SCRIPTS: Final = ("ARABIC", "LATIN", "CYRILLIC", "HEBREW", "GREEK", "CJK", "HIRAGANA", "KATAKANA", "DEVANAGARI")
_AS: Final = {"cjk": "han", "hiragana": "kana", "katakana": "kana"}
_UNICASE: Final = "arabic"
"""The script most texts are in, and its languages' words have no capitals."""
_ARABIC_BLOCK: Final = 0x06
_NO_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalpha())
_LEAST_SHARE: Final = 0.1
_LEAD: Final = 2
"""How many times the evidence of a script's first language another one needs: its words are borrowed, too."""


def language_of(text: str) -> str | None:
    """Tell a text's language as ISO 639-1; None where it has no letters or a script that the lexicon has not."""
    sample = text[:SAMPLE_CHARS]
    script = _script_of(sample)
    languages = _languages().get(script)
    if not languages:
        return None
    if script != _UNICASE:
        sample = sample.lower()
    # A text of another language has function words without a mark beside them, too.
    if _others(languages[0][0]).isdisjoint(sample.split()):
        return languages[0][0]
    said = Counter(_WORD.findall(sample))
    evidence = [sum(said[word] for word in said.keys() & function_words) for _, function_words in languages]
    best = max(range(len(languages)), key=lambda number: (evidence[number], -number))
    return languages[best][0] if evidence[best] > _LEAD * evidence[0] else languages[0][0]


def languages_of(text: str, segments: Sequence[Segment], documents: Iterable[str | None]) -> tuple[str, ...]:
    """Tell the languages of a page, those that a tenth of its text or more has, most text first.

    Args:
        text: the page's text.
        segments: its segments; an embedded post is somebody else's and does not count.
        documents: the languages of its documents.
    """
    known = {language for language in documents if language}
    if len(known) == 1 and _is_of_one_script(text):
        return tuple(known)
    shares: Counter[str] = Counter()
    for each in segments:
        if each.kind is not SegmentKind.EMBED and (language := language_of(text[each.start : each.end])):
            shares[language] += each.end - each.start
    least = _LEAST_SHARE * shares.total()
    return tuple(language for language, share in shares.most_common() if share >= least)


def _is_of_one_script(text: str) -> bool:
    """Tell quickly whether a text has either Arabic or Latin letters, or hardly any of one of them."""
    blocks = text.encode("utf-16-be", "replace")[::2]
    arabic = blocks.count(_ARABIC_BLOCK)
    # Most of what is not Arabic are spaces: the letters need only be counted where there may be many.
    if len(text) - arabic - text.count(" ") < _LEAST_SHARE * arabic:
        return True
    latin = len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    return min(arabic, latin) < _LEAST_SHARE * (arabic + latin)


def _script_of(text: str) -> str:
    """Tell the script of most letters, empty where there are none."""
    # Of U+0600 to U+06FF, all that is a letter is Arabic: where most characters have that byte, none need be looked up.
    if 2 * text.encode("utf-16-be", "replace")[::2].count(_ARABIC_BLOCK) > len(text) and _LETTER.search(text):
        return "arabic"
    letters: Counter[str] = Counter()
    for char, count in Counter(text).items():
        letters[_script(char)] += count
    del letters[""]
    if letters["kana"] * 10 > letters["han"] > 0:
        letters["kana"] += letters["han"]
    return max(sorted(letters), key=lambda each: letters[each], default="")


@cache
def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    script = next((each.lower() for each in _SCRIPTS if name.startswith(each)), "")
    return _AS.get(script, script)


@cache
def _others(first: str) -> frozenset[str]:
    """Give the function words of all languages that share a script with its first one."""
    languages = next(each for each in _languages().values() if each[0][0] == first)
    return frozenset().union(*(words for _, words in languages[1:]))


@cache
def _languages() -> dict[str, list[tuple[str, frozenset[str]]]]:
    languages: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for code, script, words in read_table("languages.tsv", ("language", "script", "words")):
        languages.setdefault(script, []).append((code, frozenset(words.split())))
    return languages
