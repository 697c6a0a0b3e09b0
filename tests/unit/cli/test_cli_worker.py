"""`khabar worker`: settings in, exit code out."""

import pytest
from click.testing import CliRunner

from workers import runner
from workers.cli.main import khabar
from workers.settings import Settings, StageName


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Put a worker in the real one's place that notes its settings and ends with exit code 5."""
    noted: list[Settings] = []

    def run(settings: Settings) -> int:
        noted.append(settings)
        return 5

    monkeypatch.setattr(runner, "run", run)
    return noted


def test_the_workers_exit_code_is_the_commands(given: list[Settings]) -> None:
    """A supervisor sees why the worker ended."""
    result = CliRunner().invoke(khabar, ["worker"], prog_name="khabar")

    assert (result.exit_code, result.stderr) == (5, "")
    assert given[0].worker.stages == (StageName.ANNOTATE, StageName.DEDUPE, StageName.PROFILES)


@pytest.mark.parametrize("environment", [{}, {"KHABAR_WORKER__STAGES": "annotate"}])
def test_the_option_goes_before_the_environment(given: list[Settings], environment: dict[str, str]) -> None:
    """`--stages` decides, whatever the variable says."""
    CliRunner(env=environment).invoke(khabar, ["worker", "--stages", "dedupe"], prog_name="khabar")

    assert given[0].worker.stages == (StageName.DEDUPE,)


@pytest.mark.parametrize(
    ("options", "environment", "to_blame"),
    [
        (["--stages", "annotate,translate"], {}, "Invalid value for '--stages': "),
        (["--stages", "translate"], {"KHABAR_WORKER__STAGES": "annotate"}, "Invalid value for '--stages': "),
        ([], {"KHABAR_WORKER__STAGES": "translate"}, "KHABAR_WORKER__STAGES: "),
        (["--stages", "annotate"], {"KHABAR_WEB__PORT": "x"}, "KHABAR_WEB__PORT: "),
    ],
)
def test_an_unknown_stage_is_refused(
    given: list[Settings], options: list[str], environment: dict[str, str], to_blame: str
) -> None:
    """A stage that does not exist is a misuse, told in one line that names what said it; nothing is run."""
    result = CliRunner(env=environment).invoke(khabar, ["worker", *options], prog_name="khabar")

    assert result.exit_code == 2
    assert result.stderr.startswith(f"khabar: {to_blame}")
    assert result.stderr.count("\n") == 1
    assert given == []
