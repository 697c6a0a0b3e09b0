"""How a command fails: one clear line on the error stream, and an exit code."""

import os
import sys
from contextlib import suppress
from typing import Final, TextIO

import click

from workers.delivery.failure import ExitCode

FAILED: Final = 1
"""Exit code: something could not be done."""
MISUSED: Final = 2
"""Exit code: the command line makes no sense."""
DENIED: Final = int(ExitCode.BROKER_DENIED)
"""Exit code: a broker does not let us in; a worker's code says the same."""
BROKEN: Final = int(ExitCode.CHAIN_BROKEN)
"""Exit code: no page could be enriched, whatever it holds; a worker's code says the same."""
INTERRUPTED: Final = 130
"""Exit code: Ctrl-C, 128 and the number of SIGINT."""
READER_LEFT: Final = 141
"""Exit code: the output's reader has left, 128 and the number of SIGPIPE."""


class Failure(click.ClickException):
    """What a command raises where it cannot do its work: `message` becomes the one line."""

    exit_code = FAILED


def complain(message: str) -> None:
    """Put one line on the error stream, whatever line breaks the message holds."""
    click.echo(f"khabar: {' '.join(message.split())}", err=True)


def show(error: click.ClickException) -> None:
    """Show a command's error as one line; a misuse says where its help is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    message = error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        message = f"{message.rstrip('.')} (see {error.ctx.command_path} --help)"
    complain(message)


def explain(error: OSError) -> str:
    """Say what the system said, without its number."""
    reason = error.strerror or str(error) or type(error).__name__
    return f"{os.fsdecode(error.filename)}: {reason}" if error.filename else reason


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether somebody looks at a stream; a process may have been started without it."""
    return stream is not None and stream.isatty()


def counted(count: int, noun: str) -> str:
    """Write a number with its noun, such as `1 page` or `1,200 pages`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def stop_writing() -> None:
    """Point the output at nothing, so that the interpreter's last flush finds no closed pipe."""
    with suppress(OSError, ValueError):  # a test's stream has no file below it
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
