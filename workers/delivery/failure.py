"""What a worker cannot go on from, and the exit code that tells it to a supervisor."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Why a worker process ended."""

    STOPPED = 0
    """Told to stop, drained, offsets committed."""
    FAILED = 1
    """An error that nobody foresaw."""
    MISUSED = 2
    """Settings or command line make no sense."""
    BROKER_UNREACHABLE = 3
    """No broker answered at the start."""
    TOPICS_MISSING = 4
    """The broker lacks a topic, or one that breaks the pipeline."""
    TOO_MANY_DEAD_LETTERS = 5
    """The dead-letter limit was passed."""
    DELIVERY_FAILED = 6
    """A message could not be delivered within its bound."""
    INDEX_FAILED = 7
    """The dedupe index could not be read or written."""
    STALLED = 8
    """The watchdog found the event loop or the pipeline standing still."""
    NOT_DRAINED = 9
    """Told to stop, but the batch in work did not finish in time; it comes again."""
    BROKER_DENIED = 10
    """A broker refused the login, or one side does not trust the other's certificate."""
    CHAIN_BROKEN = 11
    """The chain fails on the trial page: a data file is broken, or the installation."""


class Unrecoverable(Exception):  # noqa: N818  # a state of the worker
    """Raised where going on would lose records: the process must end, and the batch in work must not be committed."""

    exit_code = ExitCode.FAILED


class DeliveryFailed(Unrecoverable):
    """A message was not delivered within its bound, or nothing takes it."""

    exit_code = ExitCode.DELIVERY_FAILED


class TooManyDeadLetters(Unrecoverable):
    """So many records fail that something else must be wrong: a bad release, or a foreign topic."""

    exit_code = ExitCode.TOO_MANY_DEAD_LETTERS


class IndexFailed(Unrecoverable):
    """The dedupe index could not be read or written."""

    exit_code = ExitCode.INDEX_FAILED
