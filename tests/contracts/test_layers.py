"""The contracts between rooms (import-linter), and that they bite."""

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
        ("schemas/segment.py", "import topics.topic", "A room imports only from rooms below it"),
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
