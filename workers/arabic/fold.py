"""Folding: spellings that Arabic sites vary without changing a word become one."""

import re
from typing import Final

_LETTERS: Final = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",  # Farsi yeh
    "ک": "ك",  # keheh
    "گ": "ك",
    "ھ": "ه",
}
_DIGITS: Final = {chr(0x0660 + n): str(n) for n in range(10)} | {chr(0x06F0 + n): str(n) for n in range(10)}
_DROPPED: Final = (
    *(0x0640, 0x0670, 0xFEFF, 0x00AD, 0x061C),  # tatweel, dagger alif, byte order mark, soft hyphen, letter mark
    *range(0x064B, 0x0660),  # harakat
    *range(0x0610, 0x061B),  # honorific and Koranic signs
    *range(0x06D6, 0x06DD),
    *range(0x200B, 0x2010),  # zero-width and direction marks
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),  # word joiner, which repair puts in the place of other marks
    *range(0x2066, 0x206A),
)

_OFTEN: Final = frozenset("أإآى")
DROPPED: Final = frozenset(map(chr, _DROPPED))
"""The characters that folding leaves out."""
_DROP: Final = re.compile(f"[{''.join(DROPPED)}]")
_SELDOM: Final = re.compile(f"[{''.join(_LETTERS.keys() - _OFTEN)}{''.join(_DIGITS)}]")
_UNUSUAL: Final = re.compile(_DROP.pattern[:-1] + _SELDOM.pattern[1:])
_ALL: Final = str.maketrans(_LETTERS | _DIGITS)
_ASCII_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def fold(text: str) -> str:
    """Fold letters, digits and marks; case and punctuation stay. The result may be shorter than the text."""
    if _UNUSUAL.search(text):
        text = _DROP.sub("", text)
        if _SELDOM.search(text):
            return text.translate(_ALL)
    # To replace these four letters takes a quarter of a translation's time.
    return text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ى", "ي")


def lower(text: str) -> str:
    """Lower letters without changing the text's length."""
    lowered = text.lower()
    # U+0130, the one letter whose lower case is longer, must not shift the offsets of what follows.
    return lowered if len(lowered) == len(text) else text.translate(_ASCII_LOWER)


def fold_aligned(text: str) -> tuple[str, list[int]]:
    """Fold text and tell where each folded character stood.

    Returns:
        The folded text, and for each of its characters the offset (code points from 0) in `text`, with one more
        entry, `len(text)`, at the end: `text[offsets[i]:offsets[j]]` is what `folded[i:j]` was made from.
    """
    if not _DROP.search(text):
        return fold(text), list(range(len(text) + 1))
    offsets = [at for at, char in enumerate(text) if char not in DROPPED]
    return fold(text), [*offsets, len(text)]
