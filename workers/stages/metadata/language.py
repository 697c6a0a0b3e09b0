"""The language of a text, by its script and its function words."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from workers.lexicon.loader import read_table

SAMPLE_CHARS: Final = 4000
"""How much of a text is looked at."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_SCRIPTS: Final = ("ARABIC", "LATIN", "CYRILLIC", "HEBREW", "GREEK", "CJK", "HIRAGANA", "KATAKANA", "DEVANAGARI")
_AS: Final = {"cjk": "han", "hiragana": "kana", "katakana": "kana"}
_ARABIC_BLOCK: Final = 0x06
_LEAD: Final = 2
"""How many times the evidence of a script's first language another one needs: its words are borrowed, too."""


def language_of(text: str) -> str | None:
    """Tell a text's language as ISO 639-1; None where it has no letters or a script that the lexicon has not."""
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE_CHARS])]
    languages = _languages().get(_script_of("".join(words)))
    if not languages:
        return None
    if all(function_words.isdisjoint(words) for _, function_words in languages[1:]):
        return languages[0][0]
    said = Counter(words)
    evidence = [sum(said[word] for word in said.keys() & function_words) for _, function_words in languages]
    best = max(range(len(languages)), key=lambda number: (evidence[number], -number))
    return languages[best][0] if evidence[best] > _LEAD * evidence[0] else languages[0][0]


def _script_of(text: str) -> str:
    """Tell the script of most letters, empty where there are none."""
    # Of U+0600 to U+06FF, all that is a letter is Arabic: where most letters have that byte, none need be looked up.
    if 2 * text.encode("utf-16-be")[::2].count(_ARABIC_BLOCK) > len(text):
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
def _languages() -> dict[str, list[tuple[str, frozenset[str]]]]:
    languages: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for code, script, words in read_table("languages.tsv", ("language", "script", "words")):
        languages.setdefault(script, []).append((code, frozenset(words.split())))
    return languages
