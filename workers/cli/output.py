"""Where enriched pages go: JSON lines for programs, coloured pages for people."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import click

from schemas.enriched_page import EnrichedPage
from workers.cli.bidi import Bidi
from workers.cli.errors import Failure


class Sink(Protocol):
    """Takes enriched pages; one is out of our hands once `write` returns."""

    def write(self, page: EnrichedPage) -> None:
        """Write a page and flush."""


class JsonLines:
    """Pages as JSON lines, UTF-8 whatever the locale says."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, page: EnrichedPage) -> None:
        """Write a page and flush."""
        self._stream.write(page.model_dump_json().encode() + b"\n")
        self._stream.flush()


@contextmanager
def open_sink(file: Path | None, *, bidi: Bidi | None) -> Iterator[Sink]:
    """Open a file, or standard output for None.

    Args:
        file: an earlier content is lost.
        bidi: how pages for people treat right-to-left text; None gives JSON lines.

    Raises:
        Failure: there is no standard output.
    """
    if file is None and sys.stdout is None:  # a process may be started without it, whatever its type says
        raise Failure("standard output is closed")
    if bidi is not None:
        from workers.cli.pretty import PrettyPages  # noqa: PLC0415  # programs' output needs no rich

        if file is None:
            yield PrettyPages(click.get_text_stream("stdout"), bidi=bidi)
            return
        with io.TextIOWrapper(open_output(file), encoding="utf-8") as text:
            yield PrettyPages(text, bidi=bidi)
        return
    if file is None:
        yield JsonLines(click.get_binary_stream("stdout"))
        return
    with open_output(file) as stream:
        yield JsonLines(stream)


def open_output(file: Path) -> io.BufferedWriter:
    """Open a file to be written anew, whose every error names it, a full disk's too.

    Raises:
        OSError: it cannot be opened.
    """
    return io.BufferedWriter(_NamedFile(file, "w"))


class _NamedFile(io.FileIO):
    def write(self, content: Any, /) -> int:  # noqa: ANN401  # whatever has bytes
        try:
            return super().write(content)
        except OSError as error:
            error.filename = self.name
            raise
