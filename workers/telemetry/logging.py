"""Logging, configured once: one line an event, for people in development and for machines in production."""

import logging
import sys
from typing import Any, Final, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from workers.settings import LogFormat, LogSettings

_QUIETER: Final = {
    # They log each request, fetch and partition at info.
    "aiokafka": logging.WARNING,
    "faust": logging.WARNING,
    "mode": logging.WARNING,
    "aiohttp.access": logging.WARNING,
    "asyncio": logging.WARNING,
}
"""Libraries that say less than the chosen level lets through, unless it is debug."""


def get_logger(name: str) -> structlog.stdlib.BoundLogger:
    """Give a module's logger; its first argument is the event's name, the rest are the event's fields."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger


def configure_logging(settings: LogSettings, stream: TextIO | None = None) -> None:
    """Send every log line of the process, the libraries' among them, through one renderer.

    Args:
        settings: format and level.
        stream: where the lines go; standard error if absent.
    """
    stream = sys.stderr if stream is None else stream
    as_json = settings.format is LogFormat.JSON or (settings.format is LogFormat.AUTO and not stream.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
    ]
    render: list[Processor] = (
        [structlog.processors.format_exc_info, _one_line, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if as_json
        # The default formatter shows the variables of every frame, and a client's hold the password.
        else [structlog.dev.ConsoleRenderer(colors=stream.isatty(), exception_formatter=structlog.dev.plain_traceback)]
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *render]
        )
    )
    level = logging.getLevelName(settings.level.upper())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name, least in _QUIETER.items():
        logging.getLogger(name).setLevel(level if level == logging.DEBUG else max(level, least))
    # At debug it writes down every request, the login's with the password among them.
    logging.getLogger("aiokafka.conn").setLevel(max(level, logging.INFO))
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared[:-1],
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _one_line(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    # Libraries draw tables into their messages.
    text: Any = event.get("event")
    if isinstance(text, str) and "\n" in text:
        event["event"] = " ".join(text.split())
    return event
