"""How far a command has come, for whoever looks at a terminal."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from workers.cli.errors import complain
from workers.cli.inputs import STANDARD_INPUT, find_files


class Progress(Protocol):
    """Takes what happens, shows what it likes of it."""

    def advance(self, count: int) -> None:
        """Note that so many bytes more are done."""

    def tell(self, line: str) -> None:
        """Show one line of complaint, beside whatever else is shown."""


class _Silent:
    def advance(self, count: int) -> None:
        """Show nothing."""

    def tell(self, line: str) -> None:
        """Complain."""
        complain(line)


@contextmanager
def open_progress(inputs: Iterable[str], *, leave_out: frozenset[Path], visible: bool) -> Iterator[Progress]:
    """Show a bar on the error stream while inputs are read.

    Args:
        inputs: files, folders and `-`, as `inputs.read_records` takes them.
        leave_out: resolved paths that are not read.
        visible: whether anybody looks.
    """
    if not visible:
        yield _Silent()
        return
    from rich import progress  # noqa: PLC0415  # only a terminal needs it
    from rich.console import Console  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (
        progress.SpinnerColumn(),
        progress.BarColumn(),
        progress.DownloadColumn(),
        progress.TimeElapsedColumn(),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=_total_bytes(inputs, leave_out))

        class Bar:
            def advance(self, count: int) -> None:
                bar.advance(task, count)

            def tell(self, line: str) -> None:
                console.print(f"khabar: {line}", markup=False, highlight=False, soft_wrap=True)

        yield Bar()


def _total_bytes(inputs: Iterable[str], leave_out: frozenset[Path]) -> int | None:
    """Sum up what is there to read; None where nobody knows, as for a pipe."""
    total = 0
    for name in inputs:
        path = Path(name)
        if name == STANDARD_INPUT or not (path.is_file() or path.is_dir()):
            return None
        with suppress(OSError):  # reading will say so
            files = find_files(path, leave_out=leave_out) if path.is_dir() else [path]
            total += sum(file.stat().st_size for file in files)
    return total
