"""What a user names on the command line, as records: one page each, not yet read, or a reason why it cannot be had.

Layouts: `text`, a file is one bare page; `html`, one of HTML; `json`, one JSON page; `jsonl`, a line is one JSON page.
A file's layout follows from its name, or from its beginning where the name says nothing.
"""

import os
import stat
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

import click

from schemas.dead_letter import Reason
from schemas.raw_page import RawPage
from workers.intake import Rejected, read_page

STANDARD_INPUT: Final = "-"
MAX_RECORD_BYTES: Final = 64 * 2**20
"""Bytes past which a record is not read into memory: more than any page that intake takes, all escapes counted."""


class Layout(StrEnum):
    """How a file holds its pages."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"


_LAYOUTS: Final = {
    ".txt": Layout.TEXT,
    ".html": Layout.HTML,
    ".htm": Layout.HTML,
    ".jsonl": Layout.JSONL,
    ".ndjson": Layout.JSONL,
}
_JSON: Final = ".json"
"""One page, or one a line."""
_SUFFIXES: Final = frozenset({*_LAYOUTS, _JSON})
"""What a folder is searched for."""
_TOO_LONG: Final = f"more than {MAX_RECORD_BYTES:,} bytes in one record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The bytes of what should be a page, and where they stand.

    Attributes:
        origin: `file`, or `file:line` with lines from 1, for people.
        value: the bytes as they stand; no line's end is translated, so offsets count the file's code points.
        captured_at: when the page was captured, if it does not say so itself: the file's time, or now.
        page_id: the page's id, if it gives none itself: a bare page's file name without its suffix, below a folder with
            the folders between; else None.
        html: whether the bytes are bare HTML, however they begin.
        json: whether they must be a JSON page: a line of JSON pages, or a file that is named so.
    """

    origin: str
    value: bytes
    captured_at: datetime
    page_id: str | None = None
    html: bool = False
    json: bool = False

    @property
    def astray(self) -> str | None:
        """What is wrong with a text where a JSON page should be: one that lost its beginning, or none; else None."""
        content = self.value.removeprefix(BOM_UTF8)
        begun = content.lstrip()
        if not self.json or begun.startswith(b"{"):
            return None
        before = content[: len(content) - len(begun)]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        return f"no JSON object: expected `{{` at line {line} column {column}"

    def read(self) -> RawPage:
        """Read the page, with the file's time and name where it lacks its own.

        Raises:
            Rejected: the record is no page.
        """
        page = read_page(self.value, html=self.html)
        if astray := self.astray:
            raise Rejected(Reason.INVALID_JSON, astray)
        defaults = {"captured_at": page.captured_at or self.captured_at, "page_id": page.page_id or self.page_id}
        return page.model_copy(update=defaults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What could not be taken in as a record: a file that cannot be read, a folder without pages, a record too long.

    Attributes:
        reason: the dead letter's reason, or None where the system is to blame.
    """

    origin: str
    message: str
    reason: Reason | None = None


def outputs_of(inputs: Sequence[str], *outputs: Path | None) -> frozenset[Path]:
    """Give the files that a command writes, resolved.

    Raises:
        click.UsageError: two of them are one file, or one is named among the inputs, and would be emptied unread.
    """
    named = [path.resolve() for path in outputs if path is not None]
    if len(set(named)) < len(named):
        raise click.UsageError(f"{named[0]} is to be written twice at once")
    for name in inputs:
        if name != STANDARD_INPUT and Path(name).resolve() in named:
            raise click.UsageError(f"{name} is to be read and written at once")
    return frozenset(named)


def find_files(
    folder: Path, *, leave_out: frozenset[Path] = frozenset(), on_error: Callable[[OSError], None] | None = None
) -> Iterator[Path]:
    """Walk a folder for pages, sorted, folders below after the files beside them, hidden names left out.

    Args:
        folder: where to begin; links to other folders are not followed.
        leave_out: resolved paths to pass by, such as an output that lies among the pages.
        on_error: told of folders that cannot be listed; the walk goes on.
    """
    for parent, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            wanted = file.suffix.lower() in _SUFFIXES and not name.startswith(".")
            if wanted and file.is_file() and file.resolve() not in leave_out:
                yield file


def read_records(
    paths: Iterable[str | Path], *, layout: Layout | None = None, leave_out: frozenset[Path] = frozenset()
) -> Iterator[Record | Unread]:
    """Read files, folders and, for `-`, standard input, one record at a time.

    Args:
        paths: what the user named, in order.
        layout: how the files hold pages, where their names are not to decide.
        leave_out: as in `find_files`.
    """
    taken: dict[str, Path] = {}
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _read_standard_input(layout)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), layout, leave_out, taken)
        else:
            yield from _read_file(Path(path), layout, Path(path).stem, taken)


def _read_standard_input(layout: Layout | None) -> Iterator[Record | Unread]:
    origin = "standard input"
    if sys.stdin is None:  # a process may be started without it, whatever its type says
        yield Unread(origin=origin, message="closed")
        return
    yield from _Source(sys.stdin.buffer, origin, datetime.now(UTC)).records(layout)


def _read_folder(
    folder: Path, layout: Layout | None, leave_out: frozenset[Path], taken: dict[str, Path]
) -> Iterator[Record | Unread]:
    errors: list[OSError] = []
    empty = True
    for file in find_files(folder, leave_out=leave_out, on_error=errors.append):
        empty = False
        yield from _read_file(file, layout, file.relative_to(folder).with_suffix("").as_posix(), taken)
    for error in errors:
        yield Unread(origin=name_of(Path(error.filename or folder)), message=error.strerror or str(error))
    if empty and not errors:
        yield Unread(origin=name_of(folder), message=f"no page in the folder ({', '.join(sorted(_SUFFIXES))})")


def _read_file(file: Path, layout: Layout | None, called: str, taken: dict[str, Path]) -> Iterator[Record | Unread]:
    """Read a file.

    Args:
        file: where it is.
        layout: as in `read_records`.
        called: what a bare text in it is called by.
        taken: the names of earlier texts, and whose. Two texts of one name would be two captures of one page, so the
            later one is called by its content; so is what comes through a pipe, whose name is a number.
    """
    try:
        with file.open("rb") as stream:
            status = os.fstat(stream.fileno())
            modified_at = datetime.fromtimestamp(status.st_mtime, UTC)
            path = file.resolve()
            suffix = file.suffix.lower()
            layout = layout or _LAYOUTS.get(suffix)
            is_json = layout in {Layout.JSON, Layout.JSONL} or (layout is None and suffix == _JSON)
            is_named = not is_json and stat.S_ISREG(status.st_mode) and taken.setdefault(called, path) == path
            page_id = name_of(Path(called)) if is_named else None
            yield from _Source(stream, name_of(file), modified_at, page_id, is_json=is_json).records(layout)
    except OSError as error:
        yield Unread(origin=name_of(file), message=error.strerror or str(error))


@dataclass(frozen=True, slots=True)
class _Source:
    """A stream of bytes with what its records fall back on.

    Attributes:
        page_id: serves a bare text alone.
        is_json: whether its name says that it holds JSON.
    """

    stream: BinaryIO
    origin: str
    captured_at: datetime
    page_id: str | None = None
    is_json: bool = False

    def records(self, layout: Layout | None) -> Iterator[Record | Unread]:
        """Cut the stream into records; with a layout of None, look at its beginning first."""
        head, layout = self._look() if layout is None else ([], layout)
        if layout is Layout.JSONL:
            yield from self._read_each_line(head)
            return
        read = sum(map(len, head))
        value = b"".join(head) + self.stream.read(max(0, MAX_RECORD_BYTES + 1 - read))
        if len(value) > MAX_RECORD_BYTES:
            yield Unread(origin=self.origin, message=_TOO_LONG, reason=Reason.PAGE_TOO_LARGE)
            return
        yield Record(
            origin=self.origin,
            value=value,
            captured_at=self.captured_at,
            page_id=self.page_id if layout in {Layout.TEXT, Layout.HTML} else None,
            html=layout is Layout.HTML,
            json=layout is Layout.JSON,
        )

    def _look(self) -> tuple[list[bytes], Layout]:
        """Read until it is clear how the stream holds its pages; what was read comes back with the answer.

        What does not begin with a brace is bare text, unless its name says JSON. What does is JSON lines as soon as one
        line has both braces; without any it is one page, written over several lines.
        """
        head: list[bytes] = []
        length, first = 0, b""
        for line in self._lines():
            head.append(line)
            length += len(line)
            first = first or line.strip().removeprefix(BOM_UTF8)
            if first and not first.startswith(b"{"):
                break
            if line.removeprefix(BOM_UTF8).startswith(b"{") and line.rstrip().endswith(b"}"):
                return head, Layout.JSONL
            if length > MAX_RECORD_BYTES:
                break
        return head, Layout.JSON if self.is_json or first.startswith(b"{") else Layout.TEXT

    def _read_each_line(self, head: list[bytes]) -> Iterator[Record | Unread]:
        empty = True
        for number, line in enumerate(chain(head, self._lines()), start=1):
            where = f"{self.origin}:{number}"
            if len(line) > MAX_RECORD_BYTES:
                yield Unread(origin=where, message=_TOO_LONG, reason=Reason.PAGE_TOO_LARGE)
            elif line.strip():
                yield Record(origin=where, value=line.rstrip(b"\r\n"), captured_at=self.captured_at, json=True)
            empty = empty and not line.strip()
        if empty:
            yield Unread(origin=self.origin, message="the file holds no page", reason=Reason.EMPTY_PAGE)

    def _lines(self) -> Iterator[bytes]:
        r"""Read lines, cut by `\n` alone; of one that is too long only so much that this shows."""
        while line := self.stream.readline(MAX_RECORD_BYTES + 1):
            yield line
            while len(line) > MAX_RECORD_BYTES and not line.endswith(b"\n"):
                line = self.stream.readline(MAX_RECORD_BYTES + 1)


def name_of(path: Path) -> str:
    """Give a path as text; bytes that are not UTF-8 become backslash escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
