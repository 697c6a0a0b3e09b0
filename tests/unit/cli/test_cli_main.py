"""The command `khabar` itself: subcommands on demand, errors as one line, exit codes."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence

import click
import pytest
from click.testing import CliRunner

from workers.cli.errors import FAILED, INTERRUPTED, MISUSED, READER_LEFT, Failure
from workers.cli.main import COMMANDS, Khabar, khabar
from workers.version import PIPELINE_VERSION


def run(*arguments: str, group: click.Group = khabar) -> tuple[int, str, str]:
    """Run a command line; give exit code, output and complaints."""
    result = CliRunner().invoke(group, arguments, prog_name="khabar")
    return result.exit_code, result.stdout, result.stderr


def group_with(failure: BaseException) -> click.Group:
    """Make a `khabar` whose every command fails in one way."""

    class One(Khabar):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
            del ctx

            @click.command(cmd_name)
            def fail() -> None:
                raise failure

            return fail

    return One("khabar", params=[click.Option(["--traceback"], is_flag=True, expose_value=False)])


def python(script: str) -> str:
    """Run a script in an interpreter that has imported nothing yet; give its output."""
    command = [sys.executable, "-c", script]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603  # our own script


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_its_help(name: str) -> None:
    """Each name of the table leads to a module with a command of that name."""
    code, out, _ = run(name, "--help")

    assert code == 0
    assert out.startswith(f"Usage: khabar {name} ")


def test_help_lists_all_commands_without_importing_them() -> None:
    """The overview names each command and loads neither the stages nor Kafka nor a terminal library."""
    script = (
        "import sys\n"
        "from workers.cli.main import khabar\n"
        "try: khabar(['--help'], prog_name='khabar')\n"
        "except SystemExit: pass\n"
        "print([n for n in ('pydantic', 'faust', 'aiokafka', 'rich', 'workers.stages') if n in sys.modules])"
    )

    out = python(script)

    assert out.rstrip().endswith("[]")
    assert all(f"\n  {name} " in out for name in COMMANDS)


def test_enrich_loads_no_faust() -> None:
    """The command without a broker does not wait for the import of what only brokers need."""
    script = "import sys, workers.cli.enrich; print([n for n in ('faust', 'aiokafka', 'rich') if n in sys.modules])"

    out = python(script)

    assert out.strip() == "[]"


def test_version_is_the_pipelines() -> None:
    """`--version` says what events carry as `pipeline_version`."""
    assert run("--version") == (0, f"khabar {PIPELINE_VERSION}\n", "")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--qqq"], "khabar: No such option: --qqq (see khabar --help)\n"),
        (["wrong"], "khabar: No such command 'wrong' (see khabar --help)\n"),
        (["schemas", "show"], "khabar: Missing argument 'NAME' (see khabar schemas show --help)\n"),
    ],
)
def test_misuse_is_one_line(arguments: Sequence[str], complaint: str) -> None:
    """A wrong command line gives exit code 2 and one line that says where the help is."""
    assert run(*arguments) == (MISUSED, "", complaint)


def test_no_command_shows_the_help() -> None:
    """`khabar` alone is a misuse that shows all commands."""
    code, _, err = run()

    assert code == MISUSED
    assert "enrich" in err


@pytest.mark.parametrize(
    ("failure", "code", "complaint"),
    [
        (Failure("the broker\n  is away"), FAILED, "khabar: the broker is away\n"),
        (PermissionError(13, "Permission denied", "/state"), FAILED, "khabar: /state: Permission denied\n"),
        (OSError(28, "No space left on device"), FAILED, "khabar: No space left on device\n"),
        (KeyboardInterrupt(), INTERRUPTED, ""),
        (click.Abort(), INTERRUPTED, ""),
        (BrokenPipeError(), READER_LEFT, ""),
        (
            ZeroDivisionError("a bug"),
            FAILED,
            "khabar: ZeroDivisionError: a bug (`khabar --traceback ...` shows where)\n",
        ),
    ],
)
def test_failures_have_a_code_and_a_line(failure: BaseException, code: int, complaint: str) -> None:
    """Whatever a command raises becomes its exit code and at most one line, never a traceback."""
    assert run("any", group=group_with(failure)) == (code, "", complaint)


def test_a_bug_can_be_seen() -> None:
    """With `--traceback` an unexpected error is raised as it is."""
    result = CliRunner().invoke(group_with(ZeroDivisionError("a bug")), ["--traceback", "any"])

    assert isinstance(result.exception, ZeroDivisionError)


def test_ctrl_c_ends_a_run_without_a_traceback() -> None:
    """An interrupt while the input is awaited gives exit code 130 and nothing on the error stream."""
    with subprocess.Popen(
        [sys.executable, "-m", "workers.cli", "enrich", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"text": "\xd8\xae\xd8\xa8\xd8\xb1"}\n')
        process.stdin.flush()
        assert process.stdout.readline().startswith(b"{")
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == INTERRUPTED
        assert process.stderr.read() == b""


def test_a_reader_who_leaves_ends_the_run() -> None:
    """`khabar enrich ... | head -1` ends quietly, like any other filter."""
    page = '{"text": "خبر"}\n'.encode()
    with subprocess.Popen(
        [sys.executable, "-m", "workers.cli", "enrich", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(page * 3, timeout=30)
        assert (process.returncode, err) == (READER_LEFT, b"")
