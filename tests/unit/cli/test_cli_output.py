"""Files that commands write, on a disk that has no space left."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from schemas.json_schema import MODELS
from tests.unit.cli.enrichment import json_page
from workers.cli.main import khabar

FULL = Path("/dev/full")

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="needs Linux's /dev/full")


@pytest.mark.parametrize(
    "arguments",
    [
        ["enrich", "pages.jsonl", "-o", "full"],
        ["enrich", "pages.jsonl", "-o", "full", "--pretty"],
        ["enrich", "pages.jsonl", "-o", "events.jsonl", "--dead-letters", "full"],
        ["profiles", "learn", "pages.jsonl", "--out", "full"],
        ["schemas", "write", "."],
    ],
)
def test_a_full_disk_is_told_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """Whatever a command writes, the line says which file there was no space for, and the exit code is 1."""
    monkeypatch.chdir(tmp_path)
    page = json_page(source="site.example")
    Path("pages.jsonl").write_text(f"{page}\nno page\n", encoding="utf-8")
    full = Path(f"{next(iter(MODELS))}.schema.json" if arguments[0] == "schemas" else "full")
    full.symlink_to(FULL)

    result = CliRunner().invoke(khabar, arguments, prog_name="khabar")

    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == f"khabar: {full}: No space left on device"
