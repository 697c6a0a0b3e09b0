"""Mojibake: text decoded with the wrong code page, mended where a stretch of a line proves it.

Two accidents are known: UTF-8 read as cp1256 or cp1252 (an alef becomes two characters, a letter and a sign), and
cp1256 read as Latin-1 or cp1252 (Arabic words become words of accented capitals). Both leave traces that no language
has; a stretch without enough of them stays as it is.
"""

import re
from collections.abc import Callable
from typing import Final

_UNDEFINED_IN_1252: Final = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})


def _byte_table(codec: str) -> dict[int, int]:
    """Which byte each character of a code page was; bytes without a character stand for themselves."""
    table = {}
    for byte in range(0x80, 0x100):
        if codec == "cp1252" and byte in _UNDEFINED_IN_1252:
            table[byte] = byte
        else:
            table[ord(bytes([byte]).decode(codec))] = byte
    if codec == "cp1252":
        table |= {code: code for code in range(0x80, 0xA0)}
    return table


_BYTES: Final = {codec: _byte_table(codec) for codec in ("cp1252", "cp1256")}


def _chars(codec: str, first: int, last: int) -> str:
    """Give a character class of the characters that a code page has for some bytes."""
    return "[" + "".join(re.escape(chr(char)) for char, byte in _BYTES[codec].items() if first <= byte <= last) + "]"


def _utf8_run(codec: str) -> re.Pattern[str]:
    more = _chars(codec, 0x80, 0xBF)
    two = _chars(codec, 0xC2, 0xC6)[:-1] + _chars(codec, 0xCB, 0xCB)[1:-1] + _chars(codec, 0xD8, 0xDB)[1:]
    three = _chars(codec, 0xE2, 0xE2)[:-1] + _chars(codec, 0xEF, 0xEF)[1:]
    sequence = f"(?:{two}{more}|{three}{more}{{2}}|{_chars(codec, 0xF0, 0xF0)}{more}{{3}})"
    return re.compile(f"{sequence}(?:[\t -~]*{sequence})*")


# Signs that good Arabic or Persian text does not put right behind ط ظ ع غ, nor Latin text behind Ø Ù Ú Û.
_SIGNS: Final = "[§©®¯°±²³´µ¶¹¼½¾¢£¤¥¦¨ª¬†‡‰ˆ„‚ƒŠŒœšžŸ™€\x80-\x9f]"
_UTF8_RUNS: Final = {codec: _utf8_run(codec) for codec in ("cp1256", "cp1252")}
_UTF8_PROOFS: Final = {
    "cp1256": re.compile(f"[طظعغ](?:{_SIGNS}|[¸·\u00ad])"),
    "cp1252": re.compile(f"[ØÙÚÛ](?:{_SIGNS}|[¸·\u00ad])"),
}
_UTF8_PROOFS_NEEDED: Final = 2

# cp1256 letters as cp1252 shows them, with the Persian ones; vowel signs apart.
_LETTERS: Final = "\xc0\xc1-\xd6\xd8-\xdf\xe1\xe3-\xe6\xec\xed\x81\x8d\x8e\x90ŽŸ"
_VOWELS: Final = "\xf0-\xf3\xf5\xf6\xf8\xfa"
_WORD_1256: Final = re.compile(f"[{_LETTERS}][{_LETTERS}{_VOWELS}]+")
_BETWEEN_1256: Final = "[\t -@\\[-`{-~\xa0\xa1\xab\xb7\xba\xbb\xbf‘’“”–—…•]"
_RUN_1256: Final = re.compile(f"[{_LETTERS}{_VOWELS}]+(?:{_BETWEEN_1256}+[{_LETTERS}{_VOWELS}]+)*[\xa1\xba\xbf]*")
_FREQUENT_1256: Final = re.compile("[\xc7\xe1\xed\xe3\xe6\xe4\xd1\xca\xc8\xc9]")  # ا ل ي م و ن ر ت ب ة
_WORDS_NEEDED: Final = 2
_LETTERS_NEEDED: Final = 5
_LETTERS_OF_ONE_WORD: Final = 4
_FREQUENT_SHARE: Final = 0.3
"""Half of an Arabic text's letters are among these ten."""


def mend_mojibake(line: str) -> str:
    """Undo one reading with the wrong code page, in those stretches of a line that show it."""
    for codec, run in _UTF8_RUNS.items():
        if _UTF8_PROOFS[codec].search(line):
            line = run.sub(_undo_utf8(codec), line)
    if _WORD_1256.search(line) and any(_shows_1256(run.group()) for run in _RUN_1256.finditer(line)):
        line = _RUN_1256.sub(_undo_1256, line)
    return line


def _undo_utf8(codec: str) -> Callable[[re.Match[str]], str]:
    def undo(match: re.Match[str]) -> str:
        run = match.group()
        if len(_UTF8_PROOFS[codec].findall(run)) < _UTF8_PROOFS_NEEDED:
            return run
        try:
            return _to_bytes(run, codec).decode("utf-8")
        except UnicodeDecodeError:
            return run

    return undo


def _shows_1256(run: str) -> bool:
    if any(proof.search(run) for proof in _UTF8_PROOFS.values()):
        return False
    words = _WORD_1256.findall(run)
    letters = sum(map(len, words))
    frequent = len(_FREQUENT_1256.findall(run))
    needed = _LETTERS_NEEDED if len(words) >= _WORDS_NEEDED else _LETTERS_OF_ONE_WORD
    return letters >= needed and frequent >= max(2, _FREQUENT_SHARE * letters)


def _undo_1256(match: re.Match[str]) -> str:
    """In a line that shows the accident, words that do not prove it by themselves went the same way."""
    run = match.group()
    return _to_bytes(run, "cp1252").decode("cp1256") if _WORD_1256.search(run) else run


def _to_bytes(run: str, codec: str) -> bytes:
    table = _BYTES[codec]
    return bytes(ord(char) if char < "\x80" else table[ord(char)] for char in run)
