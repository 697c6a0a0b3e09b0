"""The compacted topic of source profiles: read to its end by who learns, followed by who reads pages with it."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from typing import Final

from schemas.source_profile import SourceProfile
from topics.catalogue import SOURCE_PROFILES
from workers.delivery.publisher import pauses
from workers.kafka.records import Record, read_to_end, replay
from workers.profiles.files import DamagedProfile, read_profile
from workers.settings import Settings
from workers.telemetry.logging import get_logger

_KNOWN_PROFILES: Final = 256
"""Profiles that stay parsed; of all others only the bytes are kept, some 100 KB a source."""

_log = get_logger(__name__)

Replay = Callable[[], AsyncGenerator[Record | None]]
"""Gives the topic's records from its beginning and for ever, and None once when all that was there has come."""


async def read_topic(settings: Settings) -> dict[str, bytes]:
    """Read the last profile of every source that the topic holds now.

    Raises:
        BrokerError: the broker does not answer, or refused.
    """
    found: dict[str, bytes] = {}
    async for record in read_to_end(settings.kafka, [_wire_name(settings)]):
        _take(found, record)
    return found


def parse(source: str, value: bytes) -> SourceProfile | None:
    """Read a profile as it stands in the topic; one that cannot be read is told and taken for none."""
    try:
        return read_profile(value, trusted=True)
    except DamagedProfile as error:
        _log.warning("profile_unreadable", source=source, error=str(error))
        return None


class ProfileFollower:
    """Keeps the newest profile of every source at hand, as the topic brings it; `profile_of` may be called in a thread.

    A broker that is gone costs nothing but news: what is known stays in use.

    Args:
        settings: the worker's.
        records: gives the topic's records.
        sleep: waits for so many seconds.
    """

    def __init__(
        self,
        settings: Settings,
        records: Replay | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._settings = settings
        self._records = records or (lambda: replay(settings.kafka, [_wire_name(settings)]))
        self._sleep = sleep
        self._values: dict[str, bytes] = {}
        self._parsed: dict[str, tuple[bytes, SourceProfile | None]] = {}
        self._caught_up = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def prepare(self) -> None:
        """Begin to follow, and wait until all that the topic held has come, but no longer than the settings say."""
        if self._task is None:
            self._task = asyncio.create_task(self._follow())
        if not self._caught_up.is_set():
            limit = self._settings.profiles.start_timeout_seconds
            with suppress(TimeoutError):
                await asyncio.wait_for(self._caught_up.wait(), limit)
            if not self._caught_up.is_set():
                _log.warning("profiles_late", waited_seconds=limit, profiles=len(self._values))
                # Later batches do not wait once more; profiles are used as they come.
                self._caught_up.set()

    def profile_of(self, source: str) -> SourceProfile | None:
        """Give the newest profile of a source."""
        value = self._values.get(source)
        if value is None:
            return None
        parsed = self._parsed.pop(source, None)
        if parsed is None or parsed[0] is not value:
            parsed = (value, parse(source, value))
        self._parsed[source] = parsed
        if len(self._parsed) > _KNOWN_PROFILES:
            del self._parsed[next(iter(self._parsed))]
        return parsed[1]

    async def _follow(self) -> None:
        for pause in pauses(self._settings.limits):
            try:
                async with aclosing(self._records()) as records:
                    async for record in records:
                        if record is not None:
                            _take(self._values, record)
                        elif not self._caught_up.is_set():
                            self._caught_up.set()
                            _log.info("profiles_read", profiles=len(self._values))
            except Exception as error:  # noqa: BLE001  # whatever a broker does, pages can be read without news
                _log.warning("profiles_not_followed", error=f"{type(error).__name__}: {error}", pause_seconds=pause)
            await self._sleep(pause)


def _take(values: dict[str, bytes], record: Record) -> None:
    source = (record.key or b"").decode("utf-8", "replace")
    if record.value is None:
        values.pop(source, None)
    else:
        values[source] = record.value


def _wire_name(settings: Settings) -> str:
    return SOURCE_PROFILES.wire_name(settings.topics.prefix)
