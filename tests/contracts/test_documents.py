"""What the documents say exists: files they link to, settings, commands and metrics they name."""

import re
from pathlib import Path

import pytest

from topics.catalogue import CATALOGUE
from workers.cli.main import COMMANDS
from workers.settings import Settings, variable
from workers.telemetry.metrics import Metrics

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SAMPLE_SUFFIXES = ("_total", "_bucket", "_count", "_sum")


def label(file: Path) -> str:
    """Name a document for the test's id."""
    return file.relative_to(ROOT).as_posix()


def settings() -> set[str]:
    """Name every environment variable."""
    groups = Settings.model_fields.items()
    return {variable(group, name) for group, field in groups for name in getattr(field.annotation, "model_fields", {})}


def metrics() -> set[str]:
    """Name every metric of khabar's own; those of the process, `process_*`, are the Prometheus client's."""
    names = {family.name for family in Metrics().registry.collect()}
    return {name for name in names if not name.startswith("process_")}


@pytest.mark.parametrize("file", DOCUMENTS, ids=label)
def test_links_lead_somewhere(file: Path) -> None:
    """Every relative link of a document leads to a file of the repository."""
    targets = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", file.read_text(encoding="utf-8"))
    assert [target for target in targets if not (file.parent / target).exists()] == []


@pytest.mark.parametrize("file", [*DOCUMENTS, ROOT / "docker-compose.yml", ROOT / "deploy" / "Dockerfile"], ids=label)
def test_settings_exist(file: Path) -> None:
    """Every environment variable that is named is a setting."""
    named = set(re.findall(r"\bKHABAR_[A-Z]+__[A-Z_]+\b", file.read_text(encoding="utf-8")))
    assert named - settings() == set()


@pytest.mark.parametrize("file", DOCUMENTS, ids=label)
def test_commands_exist(file: Path) -> None:
    """Every command that is written as code is one of `khabar`'s."""
    text = file.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^ {4})khabar ([a-z][a-z-]*)", text, flags=re.MULTILINE))
    assert named - COMMANDS.keys() == set()


@pytest.mark.parametrize("file", [ROOT / "docs" / "operations.md", ROOT / "deploy" / "alerts.yml"], ids=label)
def test_metrics_exist(file: Path) -> None:
    """Every metric that is named is kept by a worker."""
    text = file.read_text(encoding="utf-8")
    named = set(re.findall(r"\bkhabar_[a-z_]+[a-z]\b", text))
    assert {re.sub(f"({'|'.join(SAMPLE_SUFFIXES)})$", "", name) for name in named} - metrics() == set()


def test_every_metric_is_explained() -> None:
    """The page for operations names every metric that a worker keeps of its own, beside those of any process."""
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    own = {name for name in metrics() if name.startswith("khabar_")}
    assert own
    assert {name for name in own if name not in text} == set()


def test_topics_of_the_picture_exist() -> None:
    """Every topic in the architecture's picture is declared."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = set(re.findall(r"\[\(([a-z]+-?[a-z]+)(?:<br>[^)]*)?\)\]", text))
    assert drawn
    assert drawn <= {topic.name for topic in CATALOGUE}
