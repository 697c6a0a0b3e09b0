"""Words as dedupe compares them: what differs only in spelling is one token."""

import re
from typing import Final

import numpy as np
import numpy.typing as npt
import xxhash

from workers.arabic.fold import fold

Tokens = npt.NDArray[np.uint16]
"""One value a token: 15 bits of its hash, the top bit set where it is a number."""

Hashes = npt.NDArray[np.uint64]

NUMERIC: Final = np.uint16(0x8000)
"""The bit that marks a number."""

SHINGLE: Final = 3
"""Words a shingle: 3 finds edited prefixes that 4 or 5 miss, and 2 repeats too often."""

_VARIANTS: Final = str.maketrans({"ة": "ه", "ؤ": "و", "ئ": "ي", "٫": ".", "٬": ",", "،": ","})
_TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_CONJUNCTION_APART: Final = re.compile(r"(?<!\w)و\s+(?=[^\W\d_])")
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_MIXERS: Final = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))
_AVALANCHE: Final = np.uint64(0xD6E8FEB86659FD93)
_HALF: Final = np.uint64(32)


def tokenise(text: str) -> list[str]:
    """Split text into words and numbers.

    Folded, without case and with ة as ه; a digit run stands apart from letters; `2.38` and `3:45` are one number,
    `10,000` is `10000`, and a conjunction written apart (`و قال`) joins its word.
    """
    plain = fold(text).translate(_VARIANTS).casefold()
    plain = _CONJUNCTION_APART.sub("و", plain)
    return [_number(token) if token[0].isdecimal() else token for token in _TOKEN.findall(plain)]


def _number(token: str) -> str:
    if token.isdecimal():
        return token
    if _GROUPED.fullmatch(token):
        return token.replace(",", "")
    return token.replace(",", ".")


def hash_tokens(tokens: list[str]) -> Hashes:
    """Hash each token to 64 bits; the same on every machine."""
    digest = xxhash.xxh3_64_intdigest
    return np.fromiter((digest(token.encode()) for token in tokens), np.uint64, len(tokens))


def pack(tokens: list[str], hashes: Hashes) -> Tokens:
    """Shorten each token's hash to 15 bits and mark the numbers."""
    numeric = np.fromiter((token[0].isdecimal() for token in tokens), np.bool_, len(tokens))
    short = (hashes & np.uint64(0x7FFF)).astype(np.uint16)
    return np.where(numeric, short | NUMERIC, short)


def shingle(hashes: Hashes) -> Hashes:
    """Hash every run of `SHINGLE` tokens: shape (n - 2,), empty for fewer than 3 tokens."""
    if len(hashes) < SHINGLE:
        return np.empty(0, np.uint64)
    first, second, third = hashes[:-2], hashes[1:-1], hashes[2:]
    mixed = first * _MIXERS[0] + (second ^ (second >> _HALF)) * _MIXERS[1] + third * _MIXERS[2]
    mixed = (mixed ^ (mixed >> _HALF)) * _AVALANCHE
    shingles: Hashes = mixed ^ (mixed >> _HALF)
    return shingles


def smallest(hashes: Hashes, count: int) -> Hashes:
    """Take the `count` smallest distinct hashes, ascending."""
    if len(hashes) > 8 * count:
        # Sorting everything to take a handful is most of the cost; repeats are rare, so four times as many suffice
        # or, where they do not, the whole is sorted after all.
        few = np.unique(np.partition(hashes, 4 * count)[: 4 * count])
        if len(few) >= count:
            return few[:count]
    return np.unique(hashes)[:count]
