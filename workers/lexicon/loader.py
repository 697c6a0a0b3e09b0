"""The one way to the data files: plain lists and tab-separated tables, UTF-8, beside this module.

A line that begins with `#` is a comment, an empty line is nothing; space around an entry or a field does not count.
Files are read once a process; what comes back is immutable.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import TypeVar

from workers import lexicon

Number = TypeVar("Number", int, float)


class LexiconError(ValueError):
    """A data file that is missing or malformed; the message names the file and, where there is one, the line."""

    def __init__(self, file: str, line: int | None, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}" if line is not None else f"{file}: {message}")
        self.file = file
        self.line = line


@cache
def read_list(name: str) -> tuple[str, ...]:
    """Read a list, one entry a line, such as `continuations.txt`.

    Raises:
        LexiconError: no such file, not UTF-8, no entry at all, or an entry that stands there twice.
    """
    entries: dict[str, int] = {}
    for number, entry in _lines(name):
        if entry in entries:
            raise LexiconError(name, number, f"{entry!r} stands already on line {entries[entry]}")
        entries[entry] = number
    return tuple(entries)


@cache
def read_table(name: str, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Read a tab-separated table, such as `months.tsv`, rows in the file's order.

    Args:
        name: the file.
        columns: what the columns hold, for the error message; a row must have as many fields, of which all but the
            first may be empty.

    Raises:
        LexiconError: no such file, not UTF-8, no row at all, a row with other columns, or one that stands there twice.
    """
    rows: dict[tuple[str, ...], int] = {}
    for number, line in _lines(name):
        row = tuple(field.strip() for field in line.split("\t"))
        if len(row) > 1:
            row += ("",) * (len(columns) - len(row))
        if len(row) != len(columns):
            wanted = " | ".join(columns)
            raise LexiconError(name, number, f"{len(row)} fields where {len(columns)} are wanted: {wanted}")
        if not row[0]:
            raise LexiconError(name, number, f"no {columns[0]}")
        if row in rows:
            raise LexiconError(name, number, f"stands already on line {rows[row]}")
        rows[row] = number
    return tuple(rows)


@cache
def read_mapping(name: str) -> Mapping[str, str]:
    """Read a table of two columns, key and value.

    Raises:
        LexiconError: as `read_table`, and for a key with two values.
    """
    mapping: dict[str, str] = {}
    for key, value in read_table(name, ("key", "value")):
        if key in mapping:
            raise LexiconError(name, None, f"{key!r} has two values: {mapping[key]!r} and {value!r}")
        mapping[key] = value
    return MappingProxyType(mapping)


def number(kind: type[Number], file: str, text: str) -> Number:
    """Read a number that stands in a file.

    Raises:
        LexiconError: it is none of that kind.
    """
    try:
        return kind(text)
    except ValueError as error:
        raise LexiconError(file, None, f"{text!r} is no number") from error


def known_word(file: str, word: str, known: Collection[str]) -> str:
    """Give a word of a file back, if it is one of those that the code knows what to do with.

    Raises:
        LexiconError: it is none of them.
    """
    if word not in known:
        raise LexiconError(file, None, f"{word!r} is none of {', '.join(known)}")
    return word


def _lines(name: str) -> Iterator[tuple[int, str]]:
    try:
        content = _folder().joinpath(name).read_bytes().decode("utf-8")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise LexiconError(name, None, "no such data file") from error
    except UnicodeDecodeError as error:
        raise LexiconError(name, error.object[: error.start].count(b"\n") + 1, "not UTF-8") from error
    found = False
    for number, line in enumerate(content.split("\n"), 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            found = True
            # The tab of an empty last field is no space around the line.
            yield number, line.strip(" \r\n")
    if not found:
        raise LexiconError(name, None, "holds no entry")


def _folder() -> Traversable:
    return files(lexicon)
