"""One line an event, whoever logs it."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from workers.settings import LogFormat, LogLevel, LogSettings
from workers.telemetry.logging import configure_logging, get_logger

_SECRET = "not-for-anyone"  # noqa: S105  # opens nothing


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def _lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_file_gets_json_lines() -> None:
    """Where nobody looks at a terminal, an event is one line of JSON with its fields, Arabic readable."""
    stream = io.StringIO()
    configure_logging(LogSettings(), stream)
    get_logger("workers.runner").info("worker_started", place="القاهرة", pages=3)
    (line,) = _lines(stream)
    assert line | {"timestamp": ""} == {
        "event": "worker_started",
        "level": "info",
        "logger": "workers.runner",
        "place": "القاهرة",
        "pages": 3,
        "timestamp": "",
    }
    assert "القاهرة" in stream.getvalue()


def test_libraries_use_the_same_lines() -> None:
    """A library's message, its arguments and its tables come out as one line too."""
    stream = io.StringIO()
    configure_logging(LogSettings(format=LogFormat.JSON), stream)
    logging.getLogger("faust").warning("table:\n+--+\n|%s|", "x")
    assert [line["event"] for line in _lines(stream)] == ["table: +--+ |x|"]


def test_an_exception_stays_on_its_line() -> None:
    """A trace is a field of its event."""
    stream = io.StringIO()
    configure_logging(LogSettings(format=LogFormat.JSON), stream)
    get_logger("workers").error("failed", exc_info=ValueError("why"))
    (line,) = _lines(stream)
    assert "ValueError: why" in str(line["exception"])


def test_chatty_libraries_are_quieter_but_at_debug() -> None:
    """What Faust and aiokafka log at info is left out, until somebody asks for everything."""
    for level, expected in ((LogLevel.INFO, 0), (LogLevel.DEBUG, 1)):
        stream = io.StringIO()
        configure_logging(LogSettings(format=LogFormat.JSON, level=level), stream)
        logging.getLogger("aiokafka.consumer").info("joined")
        assert len(_lines(stream)) == expected


def test_the_level_holds_for_ours() -> None:
    """Lines below the chosen level are left out."""
    stream = io.StringIO()
    configure_logging(LogSettings(format=LogFormat.JSON, level=LogLevel.ERROR), stream)
    get_logger("workers").warning("dead_lettered")
    assert stream.getvalue() == ""


def test_a_console_gets_plain_lines() -> None:
    """The console's format is for reading: event and fields on one line, no JSON."""
    stream = io.StringIO()
    configure_logging(LogSettings(format=LogFormat.CONSOLE), stream)
    get_logger("workers").info("worker_started", pages=3)
    (line,) = stream.getvalue().splitlines()
    assert "worker_started" in line
    assert "pages=3" in line


def test_not_even_debug_shows_a_login() -> None:
    """The connection's log of requests holds the password as it is sent, so no level lets it through."""
    stream = io.StringIO()
    configure_logging(LogSettings(format=LogFormat.JSON, level=LogLevel.DEBUG), stream)
    logging.getLogger("aiokafka.conn").debug("Request: %s", "SaslAuthenticateRequest")
    assert stream.getvalue() == ""


def test_a_trace_shows_no_values() -> None:
    """The variables of a failed call may hold a password; a trace on the console leaves them out."""
    stream = io.StringIO()
    configure_logging(LogSettings(format=LogFormat.CONSOLE), stream)
    try:
        _log_in(_SECRET)
    except ValueError as error:
        get_logger("workers").error("failed", exc_info=error)
    assert "ValueError: who are you?" in stream.getvalue()
    assert _SECRET not in stream.getvalue()


def _log_in(password: str) -> None:
    if password:
        raise ValueError("who are you?")
