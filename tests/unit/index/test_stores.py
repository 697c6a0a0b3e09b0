"""Stores: one behaviour in memory and on disk, and clear errors of the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from workers.index.sqlite import APPLICATION_ID, SCHEMA_VERSION, SqliteStore
from workers.index.store import EntryStore, MemoryStore, StoreError, Transactional


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EntryStore]:
    """Give an empty store of each kind."""
    if request.param == "memory":
        yield MemoryStore()
        return
    with SqliteStore(tmp_path / "index.sqlite") as sqlite:
        yield sqlite


def test_entries_are_kept_replaced_and_removed(store: EntryStore) -> None:
    """A page has its latest entry, or none; any id and any bytes do."""
    store.put("صفحة", b"\x00\xff")
    store.put("\ud800", b"lone")
    store.put("b", b"1")
    store.put("b", b"2")
    store.delete("صفحة")
    store.delete("absent")
    assert (store.get("b"), store.get("صفحة"), store.get("absent")) == (b"2", None, None)
    assert dict(store.items()) == {"b": b"2", "\ud800": b"lone"}


def test_a_file_keeps_its_entries(tmp_path: Path) -> None:
    """What was written is there at the next opening; the folder is made."""
    path = tmp_path / "state" / "index.sqlite"
    with SqliteStore(path) as first:
        first.put("a", b"1")
    with SqliteStore(path) as second:
        assert dict(second.items()) == {"a": b"1"}


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    """After an exception in a transaction the file is as it was before it."""
    with SqliteStore(tmp_path / "index.sqlite") as store:
        assert isinstance(store, Transactional)
        store.put("a", b"1")
        with suppress(RuntimeError), store.transaction():
            store.put("a", b"2")
            store.put("b", b"2")
            raise RuntimeError
        with store.transaction():
            store.put("c", b"3")
        assert dict(store.items()) == {"a": b"1", "c": b"3"}


def test_a_second_process_is_told(tmp_path: Path) -> None:
    """A file that is open already is refused at once, by name."""
    path = tmp_path / "index.sqlite"
    with SqliteStore(path), pytest.raises(StoreError, match=r"index\.sqlite: another process has it open"):
        SqliteStore(path)
    with SqliteStore(path) as again:
        assert again.get("a") is None


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """A file that is no database is refused with its name, and stays as it is."""
    path = tmp_path / "index.sqlite"
    path.write_bytes(b"not a database" * 99)
    with pytest.raises(StoreError, match=r"index\.sqlite: "):
        SqliteStore(path)
    assert path.read_bytes().startswith(b"not a database")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """A database that is not ours is refused."""
    path = tmp_path / "index.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(StoreError, match="another program"):
        SqliteStore(path)


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    """A file of a newer release is refused by its version."""
    path = tmp_path / "index.sqlite"
    SqliteStore(path).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    newer.close()
    with pytest.raises(StoreError, match=f"version {SCHEMA_VERSION + 1}"):
        SqliteStore(path)
    assert APPLICATION_ID.to_bytes(4, "big") in path.read_bytes()[:100]


def test_a_folder_in_the_files_place_is_an_error_of_the_store(tmp_path: Path) -> None:
    """What cannot be opened at all is one clear error."""
    with pytest.raises(StoreError, match="unable to open"):
        SqliteStore(tmp_path)
