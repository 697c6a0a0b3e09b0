"""Settings come from the environment, and a bad one is one clear line."""

import pytest
from pydantic import BaseModel, ValidationError

from workers.settings import InvalidSettings, Settings, StageName, variable


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    import os  # noqa: PLC0415  # only to find what to remove

    for name in list(os.environ):
        if name.startswith("KHABAR_"):
            monkeypatch.delenv(name)


def test_defaults_are_complete() -> None:
    """Without any variable all agents run, against a broker on this machine."""
    settings = Settings.load()
    assert settings.worker.stages == (StageName.ANNOTATE, StageName.DEDUPE, StageName.PROFILES)
    assert settings.kafka.bootstrap_servers == "127.0.0.1:9092"


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of a group changes one setting and leaves its neighbours."""
    monkeypatch.setenv("KHABAR_KAFKA__BOOTSTRAP_SERVERS", "a:1, b:2")
    monkeypatch.setenv("KHABAR_WORKER__STAGES", "dedupe, dedupe")
    settings = Settings.load()
    assert settings.kafka.bootstrap_servers == "a:1,b:2"
    assert settings.kafka.session_timeout_seconds == 10
    assert settings.worker.stages == (StageName.DEDUPE,)


def test_overrides_go_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command line says goes first; what it leaves open comes from the environment."""
    monkeypatch.setenv("KHABAR_WEB__PORT", "1")
    monkeypatch.setenv("KHABAR_WEB__HOST", "0.0.0.0")  # noqa: S104  # a value to be read, nobody listens
    settings = Settings.load(web={"port": 2, "host": None}, worker={"stages": None})
    assert (settings.web.port, settings.web.host) == (2, "0.0.0.0")  # noqa: S104  # as above


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("KHABAR_KAFKA__BOOTSTRAP_SERVERS", "nowhere", "'nowhere' is not host:port"),
        ("KHABAR_KAFKA__BOOTSTRAP_SERVERS", "a:99999", "'a:99999' is not host:port"),
        ("KHABAR_KAFKA__BOOTSTRAP_SERVERS", " , ", "no broker named"),
        ("KHABAR_WORKER__STAGES", "annotate,other", "Input should be 'annotate', 'dedupe' or 'profiles'"),
        ("KHABAR_WORKER__STAGES", "", "should have at least 1 item"),
        ("KHABAR_WEB__PORT", "65536", "less than or equal to 65535"),
        ("KHABAR_TOPICS__PREFIX", "my.topics", "should match pattern"),
        ("KHABAR_LIMITS__DEAD_LETTER_RATIO", "nan", "less than or equal to 1|greater than 0|finite"),
        ("KHABAR_DEDUPE__TTL_DAYS", "1e30", "less than or equal to 36500"),
        ("KHABAR_LOG__LEVEL", "loud", "Input should be 'debug'"),
        ("KHABAR_KAFKA__NO_SUCH_SETTING", "1", "Extra inputs are not permitted"),
    ],
)
def test_a_bad_value_is_one_line_with_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, problem: str
) -> None:
    """The message names the variable and the problem, on one line."""
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidSettings, match=problem) as failure:
        Settings.load()
    assert str(failure.value).startswith(f"{name}")
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize(
    ("variables", "problem"),
    [
        (
            {"KHABAR_KAFKA__SESSION_TIMEOUT_SECONDS": "5"},
            "^KHABAR_KAFKA: heartbeat_interval_seconds must be at most a third",
        ),
        ({"KHABAR_KAFKA__SESSION_TIMEOUT_SECONDS": "90"}, "^KHABAR_KAFKA: session_timeout_seconds must not exceed"),
        ({"KHABAR_LIMITS__RETRY_INITIAL_SECONDS": "60"}, "^KHABAR_LIMITS: retry_initial_seconds must not exceed"),
        ({"KHABAR_KAFKA": "nonsense"}, '^KHABAR_.*"kafka"'),
    ],
)
def test_settings_that_contradict_each_other_are_one_line(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], problem: str
) -> None:
    """A contradiction between settings names their group."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(InvalidSettings, match=problem):
        Settings.load()


def test_settings_do_not_change() -> None:
    """Settings are made once; nobody alters them on the way."""
    with pytest.raises(ValidationError, match="frozen"):
        Settings.load().kafka.linger_seconds = 1  # type: ignore[misc]  # that it is an error is the point


def test_every_setting_says_what_it_is() -> None:
    """The configuration table is made from the descriptions, so none may be missing."""
    for group, field in Settings.model_fields.items():
        model = field.annotation
        assert isinstance(model, type)
        assert issubclass(model, BaseModel)
        for name, setting in model.model_fields.items():
            assert setting.description, variable(group, name)
            assert setting.description.endswith("."), variable(group, name)
