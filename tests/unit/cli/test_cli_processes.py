"""`khabar enrich` as a process: at a terminal, in a pipe, killed."""

import json
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workers.cli.errors import READER_LEFT

PAGE = (
    "ميناء البلدة يستقبل أول سفينة\n"
    "استقبل ميناء البلدة، الثلاثاء، أول سفينة تجارية منذ عامين، بعد انتهاء أعمال تعميق الحوض وتركيب رافعتين جديدتين.\n"
    "وقال مدير الميناء إن ثلاث سفن أخرى ستصل قبل نهاية الشهر، وإن العمال الذين سرحوا عادوا إلى أرصفتهم.\n"
)
COMMAND = [sys.executable, "-P", "-m", "workers.cli", "enrich"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Give a file with a page."""
    file = tmp_path / "pages" / "port.txt"
    file.parent.mkdir()
    file.write_text(PAGE, encoding="utf-8")
    return file


@contextmanager
def terminal() -> Iterator[tuple[int, list[bytes]]]:
    """Open a terminal: the end that a process writes to, and what came out of it, complete after the block."""
    ours, theirs = pty.openpty()
    seen: list[bytes] = []

    def read() -> None:
        try:
            while data := os.read(ours, 4096):
                seen.append(data)
        except OSError:  # how Linux says that the other end is closed
            return

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield theirs, seen
    finally:
        os.close(theirs)
        reader.join(timeout=10)
        os.close(ours)


def test_a_terminal_sees_a_bar_and_whole_complaints(page: Path, tmp_path: Path) -> None:
    """While lines go to a file, the error stream shows how far the run is; a complaint still stands on a line."""
    (page.parent / "bad.txt").write_bytes(b"\xff\xfe")
    output = tmp_path / "out.jsonl"
    with terminal() as (theirs, seen):
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "200"}
        arguments = [*COMMAND, str(page.parent), "-o", str(output)]
        code = subprocess.call(arguments, stderr=theirs, env=environment, timeout=60)  # noqa: S603  # our own command

    shown = b"".join(seen).decode()
    assert code == 1
    assert "\x1b[" in shown, "a bar is drawn"
    assert f"khabar: {page.parent / 'bad.txt'}: not_utf8: " in shown
    assert "khabar: 1 page enriched, 1 rejected" in shown
    assert len(output.read_text(encoding="utf-8").splitlines()) == 1


def test_a_terminal_sees_colours(page: Path) -> None:
    """`--pretty` colours what goes to a terminal."""
    with terminal() as (theirs, seen):
        environment = {**os.environ, "TERM": "xterm-256color"}
        subprocess.check_call([*COMMAND, str(page), "--pretty"], stdout=theirs, env=environment, timeout=60)  # noqa: S603  # as above

    assert "\x1b[1;97m" in b"".join(seen).decode(), "a headline is bold and bright"


def test_a_stream_gives_each_event_at_once() -> None:
    """A page that came through a pipe is answered before the next one comes, so that `tail -f` can feed a run."""
    with subprocess.Popen([*COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603  # as above
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("first", "second"):
            process.stdin.write(json.dumps({"text": PAGE, "page_id": name}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["page_id"] == name
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_a_killed_run_repeated_gives_what_it_gave(tmp_path: Path) -> None:
    """After SIGKILL in mid-run, the same run on the same state gives the lines it had given, and the rest."""
    state = tmp_path / "state"
    lines = [
        json.dumps({"text": PAGE, "page_id": f"p{number}", "captured_at": "2025-03-03T00:00:00Z"})
        for number in range(100)
    ]
    arguments = [*COMMAND, "-", "--state", str(state)]
    given: list[bytes] = []
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603  # as above
        assert process.stdin is not None
        assert process.stdout is not None
        for line in lines[:80]:
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            given.append(process.stdout.readline())
        process.kill()

    again = subprocess.run(arguments, input="\n".join(lines).encode(), check=True, capture_output=True, timeout=60)  # noqa: S603  # as above

    assert again.stdout.splitlines(keepends=True)[:80] == given
    decisions = [json.loads(line)["documents"][0]["dedupe"]["decision"] for line in again.stdout.splitlines()]
    assert decisions == ["new"] + ["duplicate"] * 99


def test_two_runs_on_one_state_do_not_mix(page: Path, tmp_path: Path) -> None:
    """While one run holds the state, another one fails at once with one line."""
    state = tmp_path / "state"
    arguments = [*COMMAND, "-", "--state", str(state)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:  # noqa: S603  # as above
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write(json.dumps({"text": PAGE}).encode() + b"\n")
        first.stdin.flush()
        assert first.stdout.readline()
        arguments = [*COMMAND, str(page), "--state", str(state)]
        second = subprocess.run(arguments, check=False, capture_output=True, timeout=60)  # noqa: S603  # as above
        first.stdin.close()
        assert first.wait(timeout=30) == 0

    assert (second.returncode, second.stdout) == (1, b"")
    assert second.stderr.decode().splitlines() == [
        f"khabar: {state / 'dedupe-index.sqlite'}: another process has it open"
    ]


@pytest.mark.parametrize(
    ("redirection", "code", "complaints"),
    [
        ("- <&-", 1, ["khabar: standard input: closed", "khabar: 0 pages enriched, 1 rejected"]),
        ("<&-", 1, ["khabar: standard input: closed", "khabar: 0 pages enriched, 1 rejected"]),
        ("PAGE >&-", 1, ["khabar: standard output is closed"]),
        ("PAGE 2>&-", 0, []),
        ("PAGE > /dev/full", 1, ["khabar: No space left on device"]),
        ("PAGE --pretty > /dev/full", 1, ["khabar: No space left on device"]),
        ("--help > /dev/full", 1, ["khabar: No space left on device"]),
    ],
)
def test_streams_that_fail_are_told(page: Path, redirection: str, code: int, complaints: list[str]) -> None:
    """A stream that is closed or full gives one line and an exit code, never a traceback."""
    script = f"{' '.join(COMMAND)} {redirection.replace('PAGE', str(page))}"

    result = subprocess.run(["/bin/sh", "-c", script], check=False, capture_output=True, timeout=60)  # noqa: S603  # as above

    assert result.stderr.decode().splitlines() == complaints
    assert result.returncode == code


def test_a_pipe_by_name_gives_no_page_id(tmp_path: Path) -> None:
    """A text that comes through `<(command)` is not called after the pipe's number."""
    fifo = tmp_path / "63"
    os.mkfifo(fifo)
    with subprocess.Popen([*COMMAND, str(fifo)], stdout=subprocess.PIPE) as process:  # noqa: S603  # as above
        fifo.write_text(PAGE, encoding="utf-8")
        out, _ = process.communicate(timeout=60)

    assert json.loads(out)["page_id"] != "63"


def test_a_locale_without_arabic_fails_nothing(page: Path) -> None:
    """Pages for people come out even where the locale's encoding has no Arabic."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    arguments = [*COMMAND, str(page), "--pretty"]

    result = subprocess.run(arguments, check=True, capture_output=True, env=environment, timeout=60)  # noqa: S603  # as above

    assert result.stdout.startswith("━━ port ".encode())


@pytest.mark.parametrize("arguments", [["--pretty"], []])
def test_head_ends_a_run_quietly(page: Path, arguments: list[str]) -> None:
    """`khabar enrich ... | head -1` stops the run with the code of a closed pipe and no complaint."""
    with subprocess.Popen(  # noqa: S603  # as above
        [*COMMAND, *[str(page)] * 3, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == READER_LEFT
