"""The storage in one SQLite file, for runs without a broker."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from workers.index.store import StoreError

APPLICATION_ID: Final = 0x6B686264
"""Marks the file as ours, so that no other program's database is written into."""

SCHEMA_VERSION: Final = 1

_LOCK_TIMEOUT_S: Final = 1.0
_TABLE: Final = "CREATE TABLE entries (page_id BLOB PRIMARY KEY, entry BLOB NOT NULL) WITHOUT ROWID"


class SqliteStore:
    """Entries in one SQLite file (write-ahead log), opened by one process at a time.

    A context manager: it opens on construction and closes at the block's end. Writes outside `transaction` are
    durable one by one.

    Args:
        path: the file, made where it is missing, with its folder.

    Raises:
        StoreError: the file is damaged, is something else, is of a newer release, or another process has it open;
            also when any later reading or writing fails.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=_LOCK_TIMEOUT_S, isolation_level=None)
        try:
            with self._errors():
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Closing twice is no error."""
        self._connection.close()

    def get(self, page_id: str) -> bytes | None:
        """Read a page's entry."""
        with self._errors():
            row = self._connection.execute("SELECT entry FROM entries WHERE page_id = ?", (_key(page_id),)).fetchone()
        return None if row is None else bytes(row[0])

    def put(self, page_id: str, entry: bytes) -> None:
        """Write a page's entry, in place of an earlier one."""
        with self._errors():
            self._connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?)", (_key(page_id), entry))

    def delete(self, page_id: str) -> None:
        """Remove a page's entry, if there is one."""
        with self._errors():
            self._connection.execute("DELETE FROM entries WHERE page_id = ?", (_key(page_id),))

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Read all entries, ordered by page id."""
        with self._errors():
            for page_id, entry in self._connection.execute("SELECT page_id, entry FROM entries ORDER BY page_id"):
                yield bytes(page_id).decode("utf-8", "surrogatepass"), bytes(entry)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write several entries as one: all of them, or none where the block raises."""
        with self._errors():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._errors():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _prepare(self) -> None:
        ask = self._connection.execute
        # Held from the first reading on, so that a second run fails at its start and not at its first commit.
        ask("PRAGMA locking_mode = EXCLUSIVE")
        ask("PRAGMA journal_mode = WAL")
        ask("PRAGMA synchronous = NORMAL")
        ask("BEGIN EXCLUSIVE")
        owner, version = ask("PRAGMA application_id").fetchone()[0], ask("PRAGMA user_version").fetchone()[0]
        empty = ask("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if empty and not version:
            ask(_TABLE)
            ask(f"PRAGMA application_id = {APPLICATION_ID}")
            ask(f"PRAGMA user_version = {SCHEMA_VERSION}")
        elif owner != APPLICATION_ID:
            raise StoreError(f"{self._path}: a database of another program, not khabar's dedupe index")
        elif version != SCHEMA_VERSION:
            raise StoreError(
                f"{self._path}: a dedupe index of version {version}; this release reads version {SCHEMA_VERSION}"
            )
        ask("COMMIT")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            busy = getattr(error, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
            reason = "another process has it open" if busy else str(error)
            raise StoreError(f"{self._path}: {reason}") from error


def _key(page_id: str) -> bytes:
    """Give a page id as bytes, since a lone surrogate in it is no text to SQLite."""
    return page_id.encode("utf-8", "surrogatepass")
