"""The contracts between rooms (import-linter), and that they bite."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOMS = ("schemas", "topics", "workers")
LINTER = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def house(tmp_path: Path, root: Path) -> Path:
    """Give a copy of the source that a test may spoil."""
    for room in ROOMS:
        shutil.copytree(root / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__", "*.tsv", "*.txt"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    """Run the linter on a copy of the source, and on nothing else that is installed."""
    return subprocess.run(  # noqa: S603  # the project's own linter
        [LINTER, "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={"PYTHONPATH": str(house), "COLUMNS": "200"},
    )


def test_source_keeps_its_layers(house: Path) -> None:
    """The source as it stands breaks no contract."""
    result = lint(house)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("workers/stages/page.py", "import faust", "Pure rooms"),
        ("workers/stages/page.py", "import random", "Pure rooms"),
        ("schemas/segment.py", "import structlog", "Pure rooms"),
        ("topics/topic.py", "import aiokafka", "Pure rooms"),
        ("workers/stages/page.py", "import workers.cli", "A room imports only from rooms below it"),
        ("schemas/segment.py", "import topics.topic", "A package imports only from packages below it"),
        ("workers/intake.py", "import prometheus_client", "What decides knows no framework"),
        ("workers/delivery/__init__.py", "import click", "Only the command line prints"),
    ],
)
def test_planted_import_is_rejected(house: Path, module: str, line: str, contract: str) -> None:
    """An import that a contract forbids breaks that contract, by name."""
    spoilt = house / module
    spoilt.write_text(f"{line}\n{spoilt.read_text(encoding='utf-8')}", encoding="utf-8")
    result = lint(house)
    assert result.returncode == 1, result.stdout + result.stderr
    assert any(row.startswith(contract) and row.endswith("BROKEN") for row in result.stdout.splitlines())


PURE = (
    *("schemas", "topics", "workers/stages", "workers/arabic", "workers/lexicon", "workers/index"),
    *("workers/profiles", "workers/markup", "workers/intake.py", "workers/projection.py"),
)
CLOCKS = {"now", "utcnow", "today"}


def clocks_in(source: str) -> list[str]:
    """Name the calls that ask for the present; no import tells them from other uses of `datetime`."""
    return [
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
    ]


def test_pure_rooms_ask_no_clock(root: Path) -> None:
    """What a pure room gives depends on what it is given, not on when."""
    asking = {
        file.relative_to(root).as_posix(): found
        for room in PURE
        for file in ([root / room] if room.endswith(".py") else (root / room).rglob("*.py"))
        if (found := clocks_in(file.read_text(encoding="utf-8")))
    }
    assert asking == {}


def test_planted_clock_is_found() -> None:
    """A call that asks for the present is found in whatever form it comes."""
    assert clocks_in("x = datetime.datetime.now(UTC)\ny = date.today()\nz = now") == [
        "datetime.datetime.now",
        "date.today",
    ]
