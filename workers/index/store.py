"""The port to the storage of the dedupe index, and the storage in memory."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol, runtime_checkable


class StoreError(Exception):
    """A store that cannot be opened, read or written; the message says which and why, in one line."""


class EntryStore(Protocol):
    """One value a page. Whoever writes another storage writes these four methods."""

    def get(self, page_id: str) -> bytes | None:
        """Read a page's entry."""

    def put(self, page_id: str, entry: bytes) -> None:
        """Write a page's entry, in place of an earlier one."""

    def delete(self, page_id: str) -> None:
        """Remove a page's entry, if there is one."""

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Read all entries, in any order. Nothing is written meanwhile."""


@runtime_checkable
class Transactional(Protocol):
    """A store that can write several entries as one: all of them or none."""

    def transaction(self) -> AbstractContextManager[None]:
        """Begin a transaction, committed at the block's end and rolled back on an exception."""


class MemoryStore:
    """Entries in memory, gone with the process."""

    def __init__(self) -> None:
        self._entries: dict[str, bytes] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, page_id: str) -> bytes | None:
        """Read a page's entry."""
        return self._entries.get(page_id)

    def put(self, page_id: str, entry: bytes) -> None:
        """Write a page's entry, in place of an earlier one."""
        self._entries[page_id] = entry

    def delete(self, page_id: str) -> None:
        """Remove a page's entry, if there is one."""
        self._entries.pop(page_id, None)

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Read all entries in the order of their first writing."""
        yield from self._entries.items()
