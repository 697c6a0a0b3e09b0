"""The command's output as the evaluation reads it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from workers.cli.main import khabar

pytestmark = pytest.mark.shared

PAGES = 120


def evaluated(shared: Path, gold: Path, pages: Path, folder: Path) -> dict[str, Any]:
    """Enrich pages and score them."""
    system = folder / "system.jsonl"
    result = CliRunner().invoke(khabar, ["enrich", str(pages), "-o", str(system)], prog_name="khabar")
    assert (result.exit_code, result.stderr) == (0, "")
    script = str(shared / "evaluation" / "evaluate.py")
    command = [sys.executable, script, "--gold", str(gold), "--system", str(system), "--json"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603  # the evaluation's own script
    return dict(report)


def test_the_seeds_are_found_by_their_names(shared: Path, tmp_path: Path) -> None:
    """Bare texts have their file's name as page id and offsets of their own code points: nothing is missing or lost."""
    report = evaluated(shared, shared / "gold", shared / "seeds", tmp_path)

    assert (report["pages"], report["missing"], report["lossless"]) == (2, 0, 1.0)
    assert report["metadata"]["headline"] == {"accuracy": 1.0, "invented": 0.0}


def test_composed_pages_pass_with_their_truth_beside_them(shared: Path, tmp_path: Path) -> None:
    """The same file is the truth and the input: a field that no page has is passed over."""
    pages = tmp_path / "pages.jsonl"
    script = str(shared / "evaluation" / "compose.py")
    command = [sys.executable, script, "--count", str(PAGES), "--seed", "4711"]
    pages.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603  # as above

    report = evaluated(shared, pages, pages, tmp_path)

    assert (report["pages"], report["missing"], report["lossless"]) == (PAGES, 0, 1.0)
    assert report["decision_accuracy"] > 0.88
