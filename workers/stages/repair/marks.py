"""Marks that nobody sees: control characters, embeddings and zero-width marks, halves of surrogate pairs."""

import re
from typing import Final

NEUTRAL: Final = "\u2060"
"""The word joiner: unseen, without direction. What must go is replaced by it, for a mark that is taken out would move
every offset behind it, and offsets into the captured page shall hold for the repaired one."""

# The C1 range is what cp1252 punctuation becomes when it is read as Latin-1; the five bytes without a meaning go.
_C1: Final = {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_DIRECTION: Final = "\u202a-\u202e\u2066-\u2069"
"""What gives all that follows a direction, up to another mark. U+061C, U+200E and U+200F stay as the page has them:
they do no more than a letter of their direction would."""
_INVISIBLE: Final = "\u180e\u200b\u2061-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
_CONTROL: Final = "\x00-\x08\x0e-\x1b\x7f"
_JOINERS: Final = "\u200c\u200d"
_SOFT_HYPHEN: Final = "\u00ad"
_BREAKS: Final = "\x0b\x0c\x1c-\x1f\u2028\u2029"

_SUSPECT: Final = re.compile(
    f"[{_DIRECTION}{_INVISIBLE}{_CONTROL}{_JOINERS}{_BREAKS}\x80-\x9f\u00a1-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00ff"
    "\u0152-\u0192\u02c6\u02dc\u2020\u2021\u201a\u201e\u2030\u2039\u203a\u20ac\u2122\ud800-\udfff]"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_BREAK: Final = re.compile(f"[{_BREAKS}]")
_LINE: Final = re.compile(r"[^\n\r]*[\n\r]?")
_PLAIN: Final = re.compile(f"[{_DIRECTION}{_INVISIBLE}{_CONTROL}]")
_ENCODED: Final = re.compile(f"[{_SOFT_HYPHEN}\x80-\x9f]")
_JOINER_RUN: Final = re.compile(f"[{_JOINERS}]+")


def is_suspect(text: str) -> bool:
    """Say whether a text holds any character that repair could be about; most texts do not."""
    return _SUSPECT.search(text) is not None


def mend_surrogates(text: str) -> str:
    """Join surrogate pairs and put U+FFFD in the place of halves; make old page and record separators line ends."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _BREAK.sub("\n", text)


def split_lines(text: str) -> list[str]:
    """Split a text after its line ends; the parts joined are the text."""
    return _LINE.findall(text)


def neutralise_marks(line: str, *, encoded: bool) -> str:
    """Put a word joiner in each unwanted mark's place; a joiner stays where it joins, in Persian words and in emoji.

    Args:
        line: one line.
        encoded: whether to judge also what may be a byte of mangled text: soft hyphens, joiners, and C1 controls, which
            become the punctuation that they were.
    """
    line = _PLAIN.sub(NEUTRAL, line)
    if not encoded:
        return line
    line = _ENCODED.sub(lambda match: _C1.get(match.group()) or NEUTRAL, line)
    return _JOINER_RUN.sub(_joiners, line)


def _joiners(match: re.Match[str]) -> str:
    start, end = match.span()
    line = match.string
    if start == 0 or end == len(line) or line[start - 1].isspace() or line[end].isspace():
        return NEUTRAL * (end - start)
    return match.group()
