"""The command `khabar`: its subcommands, loaded only when called, and its errors."""

import importlib
import io
import sys
from collections.abc import Sequence
from typing import Any, Final, NoReturn

import click

from workers.cli.errors import (
    BROKEN,
    FAILED,
    INTERRUPTED,
    READER_LEFT,
    Failure,
    complain,
    explain,
    show,
    stop_writing,
)
from workers.lexicon.loader import LexiconError

COMMANDS: Final = {
    "demo": "See it all at work on this machine, without Docker or Java.",
    "enrich": "Enrich pages from files, folders or standard input; no broker.",
    "worker": "Run the worker: pages from topics, events to topics.",
    "topics": "Create the topics on a broker, or check them.",
    "broker": "Run a broker in memory, for local work.",
    "produce": "Send pages to the topic of raw pages.",
    "watch": "Show events as they arrive.",
    "dead-letters": "List the records that failed, or send them again.",
    "profiles": "What sources' pages teach: learn it from files, or show it.",
    "schemas": "The JSON Schemas of all that travels.",
}
"""Each subcommand's name and line of help; its module has the same name and holds it as `command`."""


class Khabar(click.Group):
    """A group whose subcommands are imported when they are called, and whose errors are one line each."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Name the subcommands, the most wanted first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Import a subcommand."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"workers.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> None:
        """Run a subcommand; what the system says against it becomes its exit code and line."""
        try:
            super().invoke(ctx)
            if sys.stdout is not None:  # a process may be started without it, whatever its type says
                sys.stdout.flush()
        except BrokenPipeError:
            stop_writing()
            ctx.exit(READER_LEFT)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except OSError as error:
            raise Failure(explain(error)) from error

    def main(  # type: ignore[override]  # click overloads it by `standalone_mode`, which is always on here
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401  # click's signature
    ) -> NoReturn:
        """Run the command line and exit."""
        extra.pop("standalone_mode", None)
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
        except click.ClickException as error:
            show(error)
            code = error.exit_code
        except click.Abort:
            code = INTERRUPTED
        except OSError as error:
            complain(explain(error))
            code = FAILED
        except LexiconError as error:  # some data files are read on import, before any trial
            complain(f"the lexicon is broken: {error}")
            code = BROKEN
        except Exception as error:  # the last resort: a user sees a line, an engineer asks for more
            if "--traceback" in (sys.argv[1:] if args is None else args):
                raise
            complain(f"{type(error).__name__}: {error} (`khabar --traceback ...` shows where)")
            code = FAILED
        sys.exit(code)


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  # click's signature
    if wanted:
        from workers.version import PIPELINE_VERSION  # noqa: PLC0415  # reading a package's metadata takes its time

        click.echo(f"khabar {PIPELINE_VERSION}")
        ctx.exit()


_EPILOG: Final = """\b
Exit codes: 0 all done; 1 something failed, a line on the error stream says what;
2 called wrongly; 10 the broker does not let us in; 130 interrupted; 141 the output's reader has left.
A worker that cannot go on has codes of its own, 3 to 11: its last log line says why.

A first look: khabar demo
"""


@click.group(cls=Khabar, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
@click.option("--traceback", is_flag=True, expose_value=False, help="Show where an unexpected error came from.")
def khabar() -> None:
    """Enrich Arabic news pages: find the article, what surrounds it, who it names, and where it was seen before."""


def main() -> NoReturn:
    """Run `khabar` with the command line of this process."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a locale without Arabic is no reason to fail
    khabar(prog_name="khabar")
    raise AssertionError  # pragma: no cover  # click has exited
