"""The agent that learns: annotated pages in, source profiles out.

Its state is the topic that it writes. A page's offset is let go only after the profile that has learned from it is
delivered, so a learner that is killed reads such pages again; a profile knows its latest pages, so none counts twice.
"""

import asyncio
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from pydantic import ValidationError

from schemas.annotated_page import AnnotatedPage
from schemas.base import first_fault
from schemas.source_profile import MOST_RECENT, SourceProfile
from topics.catalogue import SOURCE_PROFILES
from workers.agents.batches import Event, Fail
from workers.delivery.failure import Unrecoverable
from workers.delivery.outcome import Message, Outcome, Published, Record
from workers.delivery.profile_topic import parse
from workers.profiles.files import write_profile
from workers.profiles.shelf import Shelf
from workers.settings import ProfileSettings
from workers.telemetry.logging import get_logger
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

STAGE: Final = "profiles"

_UNSAFE: Final = MOST_RECENT // 6
"""Articles of one source, half of those that its profile knows again: more must not wait for one delivery."""

_log = get_logger(__name__)


class Publishes(Protocol):
    """What the agent needs of a publisher."""

    async def publish(self, messages: Sequence[Message]) -> frozenset[int]:
        """Deliver messages; give the indices of those that are refused for their size."""
        ...


class Holds(Protocol):
    """What the agent needs of the consumer."""

    def hold(self, message: Any) -> None:  # noqa: ANN401  # faust is untyped
        """Let the stream be through with a record that is not done."""
        ...

    def release(self, tp: Any, offset: int) -> None:  # noqa: ANN401  # faust is untyped
        """Mark all records of a partition before an offset as done."""
        ...


Read = Callable[[], Awaitable[Mapping[str, bytes]]]
"""Reads the last profile of every source that the topic holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What the learner works with.

    Attributes:
        read: reads the topic of profiles.
        consumer: gives the app's consumer.
        stall_seconds: after which a worker that shows no sign of work is ended.
        fail: told of what the process must end for.
    """

    read: Read
    publisher: Publishes
    consumer: Callable[[], Holds]
    settings: ProfileSettings
    stall_seconds: float
    metrics: Metrics
    progress: Progress
    fail: Fail


class Learn:
    """Learns from every annotated record, and publishes a source's profile when it has changed enough.

    That is after so many of its articles, or after some seconds. A record that cannot be read, or from which learning
    fails, is passed over: as a dead letter, it is the other reader's of the same topic.
    """

    def __init__(self, means: Means) -> None:
        self._means = means
        self._published: dict[str, bytes] = {}
        self._shelf = Shelf(self._load)
        self._held: dict[Any, int] = {}
        self._released: dict[Any, int] = {}
        self._unsafe: Counter[str] = Counter()
        self._stale = True
        self._shelf_lock = threading.Lock()
        self._publishing = asyncio.Lock()
        self._timer: asyncio.Task[None] | None = None

    def expire(self) -> None:
        """Say that partitions came or went: another learner may have published meanwhile."""
        self._stale = True

    async def prepare(self) -> None:
        """Read the topic, where partitions have changed since, and see to it that nothing waits for long."""
        if self._timer is None:
            self._timer = asyncio.create_task(self._publish_in_time())
        async with self._publishing:
            while self._stale:
                self._stale = False
                published = dict(await self._means.read())
                with self._shelf_lock:
                    self._published = published
                    self._shelf = Shelf(self._load)
                    self._held.clear()
                    self._released.clear()
                    self._unsafe.clear()
                _log.info("profiles_read", profiles=len(published))

    def __call__(self, records: Sequence[Record]) -> list[Outcome]:
        """Learn from a batch; what it taught is published later, by source and not by record."""
        with self._shelf_lock:
            return [self._outcome(record) for record in records]

    async def remember(self, _published: Sequence[Published]) -> None:
        """Publish the profiles of the sources that have taught enough.

        Raises:
            DeliveryFailed: a profile was not delivered.
        """
        wanted = [
            source
            for source, articles in self._shelf.waiting.items()
            if articles >= self._means.settings.publish_articles
        ]
        if wanted:
            async with self._publishing:
                if not self._stale:
                    await self._publish(wanted)
        if any(articles >= _UNSAFE for articles in self._unsafe.values()):
            await self.publish_all()

    def hold(self, event: Event) -> None:
        """Keep a record's offset back until what it taught is published."""
        message = event.message
        self._means.consumer().hold(message)
        self._held[message.tp] = message.offset + 1

    async def publish_all(self) -> bool:
        """Publish all that was learned, and let the offsets go that waited for it; say whether any did.

        Raises:
            DeliveryFailed: a profile was not delivered.
        """
        async with self._publishing:
            if self._stale:
                # What was learned so far comes again, to us or to another learner.
                return False
            held = dict(self._held)
            self._unsafe.clear()
            await self._publish([])
            for tp, offset in held.items():
                self._means.consumer().release(tp, offset)
            moved = held != self._released
            self._released = held
            return moved

    async def _publish(self, sources: Sequence[str]) -> None:
        """Publish what some sources have taught, or all where none is named."""
        profiles = await asyncio.to_thread(self._renew, sources)
        messages = [Message(topic=SOURCE_PROFILES, key=name.encode(), value=value) for name, value in profiles.items()]
        refused = await self._means.publisher.publish(messages) if messages else frozenset()
        for number in sorted(refused):
            _log.warning("profile_refused", source=messages[number].key, bytes=messages[number].size_bytes)
        await asyncio.to_thread(self._settle, profiles)
        self._means.metrics.profiles_published.inc(len(profiles) - len(refused))

    async def _publish_in_time(self) -> None:
        seconds = min(self._means.settings.publish_seconds, self._means.stall_seconds / 3)
        try:
            while True:
                await asyncio.sleep(seconds)
                # A timer alone is no sign of work: it would hide a consumer that brings nothing any more.
                if await self.publish_all():
                    self._means.progress.tick()
        except Exception as error:  # noqa: BLE001  # a timer's errors end the process as a batch's do
            self._means.fail(error)

    def _renew(self, sources: Sequence[str]) -> dict[str, bytes]:
        with self._shelf_lock:
            return {profile.source: write_profile(profile) for profile in self._shelf.renew(*sources)}

    def _settle(self, profiles: Mapping[str, bytes]) -> None:
        with self._shelf_lock:
            self._published.update(profiles)
            self._shelf.tidy()

    def _load(self, source: str) -> SourceProfile | None:
        value = self._published.get(source)
        return None if value is None else parse(source, value)

    def _outcome(self, record: Record) -> Outcome:
        page_id = ""
        try:
            page = AnnotatedPage.model_validate_json(record.value or b"")
            page_id = page.page_id
            if source := self._shelf.learn(page):
                self._unsafe[source] += 1
        except ValidationError as error:
            _log.debug("page_not_learned_from", error=first_fault(error))
        except Unrecoverable:
            raise
        except Exception as error:  # noqa: BLE001  # a page that teaches nothing costs a profile little, and the others nothing
            _log.warning("page_not_learned_from", page_id=page_id, error=f"{type(error).__name__}: {error}")
        finally:
            self._means.progress.tick()
        return Published(record=record, page_id=page_id, messages=())
