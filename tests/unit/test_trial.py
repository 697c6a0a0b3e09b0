"""The trial page: what it reaches in the lexicon, and what becomes of a process whose chain fails on it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import workers.lexicon
from workers.delivery.failure import ExitCode
from workers.stages.page import Page
from workers.stages.stage import Chain, Stage
from workers.trial import ChainBroken, try_chain

DATA = [file for file in Path(workers.lexicon.__file__).parent.iterdir() if file.suffix in {".tsv", ".txt"}]

READS = """
import json
from workers.lexicon import loader
names, lines = [], loader._lines
loader._lines = lambda name: names.append(name) or lines(name)
from workers.trial import try_chain
try_chain()
print(json.dumps(names))
"""
KHABAR = """
import sys
from pathlib import Path
from workers.lexicon import loader
folder = Path(sys.argv.pop(1))
loader._folder = lambda: folder
from workers.cli.main import khabar
khabar.main()
"""


def python(script: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a script in a process that has read no data file yet."""
    command = [sys.executable, "-P", "-c", script, *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)  # noqa: S603  # our own scripts


@pytest.fixture(params=["line_order.tsv", "weekdays.tsv"], ids=["read by a stage", "read on import"])
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """Give a lexicon in which a file's last line stands twice, and the file's name."""
    folder = tmp_path / "lexicon"
    folder.mkdir()
    for file in DATA:
        shutil.copy(file, folder)
    spoilt = folder / request.param
    last = spoilt.read_text(encoding="utf-8").splitlines()[-1]
    with spoilt.open("a", encoding="utf-8") as end:
        end.write(f"{last}\n")
    return folder, spoilt.name


def test_the_trial_reads_every_data_file() -> None:
    """Whichever data file is broken, the trial finds it: none is first read by a page that somebody sent."""
    result = python(READS)

    assert result.returncode == 0, result.stderr
    unread = {file.name for file in DATA} - set(json.loads(result.stdout))
    assert not unread, "the page in workers/trial.py has nothing for which a stage would read them"


def test_the_trial_page_has_what_pages_have() -> None:
    """The page is read as it is meant, so that a stage that finds nothing in it is noticed here."""
    page = try_chain()

    kinds = {segment.kind for segment in page.segments}
    assert {"headline", "byline", "timestamp", "paragraph", "promo", "embed", "credit", "keywords"} <= kinds
    article = page.documents[0]
    assert article.metadata.published_at == "2025-03-04T10:30"
    assert "سمير حداد" in article.metadata.authors
    assert article.entities


def test_whatever_a_stage_raises_breaks_the_chain() -> None:
    """A bug that hits every page is told in one line, with what was raised as its cause."""

    def fail(_page: Page) -> Page:
        raise ZeroDivisionError("a bug\nin two lines")

    with pytest.raises(ChainBroken, match=r"^the chain is broken: ZeroDivisionError: a bug in two lines$") as broken:
        try_chain(Chain([Stage("fragile", frozenset(), frozenset(), fail)]))

    assert isinstance(broken.value.__cause__, ZeroDivisionError)


@pytest.mark.parametrize("command", [["enrich"], ["enrich", "--pretty"], ["profiles", "learn"]], ids=" ".join)
def test_a_command_ends_before_it_touches_anything(
    broken: tuple[Path, str], tmp_path: Path, command: list[str]
) -> None:
    """With a broken data file a command tells file and line, and leaves its output and its state as they were."""
    folder, name = broken
    page, output = tmp_path / "page.txt", tmp_path / "output"
    page.write_text("افتتح المجلس الحديقة يوم الأحد.", encoding="utf-8")
    output.write_text("from before", encoding="utf-8")

    result = python(KHABAR, folder, *command, page, "--out" if "learn" in command else "-o", output)

    assert (result.returncode, result.stdout) == (ExitCode.CHAIN_BROKEN, "")
    assert result.stderr.startswith(f"khabar: the lexicon is broken: {name}:")
    assert result.stderr.count("\n") == 1
    assert output.read_text(encoding="utf-8") == "from before"


def test_a_worker_ends_before_it_asks_a_broker(broken: tuple[Path, str]) -> None:
    """A worker that could only make dead letters ends at once, with an exit code of its own, broker or not."""
    folder, name = broken

    result = python(KHABAR, folder, "worker", "--stages", "annotate")

    assert result.returncode == ExitCode.CHAIN_BROKEN
    told = [line for line in (result.stdout + result.stderr).splitlines() if f"the lexicon is broken: {name}:" in line]
    assert len(told) == 1
    assert "broker_awaited" not in result.stdout + result.stderr
