"""The wheel, as somebody who knows nothing of this repository installs it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.deploy


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end in a folder, with nothing of this checkout on the path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KHABAR"))}
    return subprocess.run(  # noqa: S603  # the project's own commands
        command, cwd=cwd, env=environment | variables, capture_output=True, text=True, check=False, timeout=600
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    built = run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", folder, root),
        cwd=folder,
    )
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, root: Path, wheel: Path) -> Path:
    """Give an environment that holds the wheel and what its lock file names, and nothing else."""
    folder = tmp_path_factory.mktemp("clean")
    python = folder / "bin" / "python"
    lock = root / "deploy" / "lock" / "runtime.txt"
    pip = (python, "-m", "pip", "install", "--quiet")
    for command in (
        (sys.executable, "-m", "venv", folder),
        (*pip, "--require-hashes", "-r", lock),
        (*pip, "--no-deps", wheel),
        (python, "-m", "pip", "check"),
    ):
        result = run(*command, cwd=folder)
        assert result.returncode == 0, result.stdout + result.stderr
    return folder


def test_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    """The wheel brings the three packages, with their data files, licence and notice, and no test or benchmark."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"schemas", "topics", "workers"}
    for needed in ("workers/lexicon/markers.tsv", "workers/py.typed", "schemas/generated/enriched_page.schema.json"):
        assert needed in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert not [name for name in names if name.startswith("schemas/released") or "__pycache__" in name]


def test_installed_command_tells_its_version(environment: Path, tmp_path: Path, wheel: Path) -> None:
    """`khabar --version` answers with the wheel's own version."""
    result = run(environment / "bin" / "khabar", "--version", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout.split()[-1] == wheel.name.split("-")[1]


def test_installed_command_enriches(environment: Path, tmp_path: Path, root: Path) -> None:
    """`khabar enrich` of an installed wheel gives the events that a consumer may rely on."""
    sample = root / "workers" / "cli" / "samples" / "01-teaser-before-its-article.json"
    result = run(environment / "bin" / "khabar", "enrich", sample, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    page = json.loads(result.stdout)
    assert {document["role"] for document in page["documents"]} == {"article", "teaser"}
    assert all(document["dedupe"]["decision"] == "new" for document in page["documents"])


def test_folder_of_the_same_name_does_not_get_in_the_way(environment: Path, tmp_path: Path, root: Path) -> None:
    """With PYTHONSAFEPATH, as in the image, a `workers` folder in the working directory is not taken for ours."""
    (tmp_path / "workers").mkdir()
    (tmp_path / "workers" / "__init__.py").write_text("raise SystemExit('not ours')", encoding="utf-8")
    sample = root / "workers" / "cli" / "samples" / "02-article-fulfils-teaser.json"
    python = environment / "bin" / "python"
    result = run(python, "-m", "workers.cli", "enrich", sample, cwd=tmp_path, PYTHONSAFEPATH="1")
    assert result.returncode == 0, result.stderr
