"""Hashes and small counts, packed into bytes."""

from collections.abc import Iterable, Mapping
from itertools import chain
from struct import Struct, iter_unpack, pack
from typing import Final

import xxhash

from schemas.source_profile import MARK_BYTES

_TALLY: Final = Struct("<IH")
_MOST: Final = 0xFFFF

PAIR: Final = "\0"
"""What stands between two words where they are hashed together."""


def mark_of(*parts: str) -> int:
    """Hash texts into 64 bits."""
    return xxhash.xxh3_64_intdigest("\0".join(parts).encode("utf-8", "surrogatepass"))


def word_of(key: str) -> int:
    """Hash a word, or two with `PAIR` between them, into 32 bits: among 4,096 two collide once in 500 profiles."""
    return xxhash.xxh32_intdigest(key.encode("utf-8", "surrogatepass"))


def pack_marks(marks: Iterable[int]) -> bytes:
    """Pack hashes of 64 bits, in their order."""
    marks = tuple(marks)
    return pack(f"<{len(marks)}Q", *marks)


def unpack_marks(packed: bytes) -> list[int]:
    """Read what `pack_marks` wrote."""
    return [mark for (mark,) in iter_unpack("<Q", packed[: len(packed) // MARK_BYTES * MARK_BYTES])]


def pack_tally(counts: Mapping[int, int]) -> bytes:
    """Pack counts by hashes of 32 bits, ordered by hash; a count past 65,535 stays there."""
    pairs = sorted(counts.items())
    flat = chain.from_iterable((word, min(count, _MOST)) for word, count in pairs)
    return pack("<" + "IH" * len(pairs), *flat)


def unpack_tally(packed: bytes) -> dict[int, int]:
    """Read what `pack_tally` wrote."""
    return dict(_TALLY.iter_unpack(packed))
