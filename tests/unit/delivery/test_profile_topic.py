"""Annotating workers keep the newest profile of every source at hand, and work on without news."""

import asyncio
from collections.abc import AsyncGenerator

from schemas.source_profile import SourceProfile
from workers.delivery.profile_topic import ProfileFollower
from workers.kafka.records import Record
from workers.profiles.files import write_profile
from workers.profiles.learning import seal
from workers.settings import ProfileSettings, Settings


def record(source: str, value: bytes | None) -> Record:
    """Make a record of the topic."""
    return Record(topic="t", partition=0, offset=0, timestamp_ms=0, key=source.encode(), value=value)


def profile(source: str, articles: int) -> SourceProfile:
    """Make a profile."""
    return seal(SourceProfile(source=source, version="0" * 12, articles=articles))


class Stream:
    """A topic that gives what is put into it; an exception breaks the connection off."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[Record | Exception | None] = asyncio.Queue()
        self.opened = 0

    async def __call__(self) -> AsyncGenerator[Record | None]:
        """Give the records for ever."""
        self.opened += 1
        while True:
            given = await self.queue.get()
            if isinstance(given, Exception):
                self.queue.task_done()
                raise given
            yield given
            self.queue.task_done()


async def no_pause(_seconds: float) -> None:
    """Wait for nothing."""
    await asyncio.sleep(0)


def follower(stream: Stream, *, limit: float = 30) -> ProfileFollower:
    """Make a follower of a stream."""
    settings = Settings(profiles=ProfileSettings(start_timeout_seconds=limit))
    return ProfileFollower(settings, stream, no_pause)


async def until_read(stream: Stream) -> None:
    """Wait until a stream's records are taken."""
    async with asyncio.timeout(5):
        await stream.queue.join()


async def test_nothing_is_worked_on_before_the_topic_is_read() -> None:
    """What the topic holds is there with the first batch, the last profile of each source."""
    stream = Stream()
    following = follower(stream)
    preparing = asyncio.create_task(following.prepare())
    for each in (profile("a", 1), profile("b", 1), profile("a", 2)):
        stream.queue.put_nowait(record(each.source, write_profile(each)))
    await until_read(stream)
    assert not preparing.done()
    stream.queue.put_nowait(None)
    await preparing
    assert following.profile_of("a") == profile("a", 2)
    assert following.profile_of("b") == profile("b", 1)
    assert following.profile_of("c") is None


async def test_newer_profiles_take_the_place_of_older_ones() -> None:
    """The topic is followed as long as the worker runs; a tombstone takes a profile away."""
    stream = Stream()
    following = follower(stream)
    stream.queue.put_nowait(record("a", write_profile(profile("a", 1))))
    stream.queue.put_nowait(None)
    await following.prepare()
    known = following.profile_of("a")
    assert known is following.profile_of("a")
    stream.queue.put_nowait(record("a", write_profile(profile("a", 9))))
    await until_read(stream)
    assert following.profile_of("a") == profile("a", 9)
    stream.queue.put_nowait(record("a", None))
    await until_read(stream)
    assert following.profile_of("a") is None


async def test_a_topic_that_cannot_be_read_holds_nobody_up_for_ever() -> None:
    """After the settings' time pages are worked on with what has come, and later batches do not wait again."""
    stream = Stream()
    following = follower(stream, limit=0.05)
    stream.queue.put_nowait(record("a", write_profile(profile("a", 1))))
    async with asyncio.timeout(5):
        await following.prepare()
        await following.prepare()
    assert following.profile_of("a") == profile("a", 1)


async def test_a_lost_broker_costs_nothing_but_news() -> None:
    """A connection that breaks is opened again, and what was known stays in use meanwhile."""
    stream = Stream()
    following = follower(stream)
    stream.queue.put_nowait(record("a", write_profile(profile("a", 1))))
    stream.queue.put_nowait(None)
    await following.prepare()
    stream.queue.put_nowait(OSError("gone"))
    await until_read(stream)
    assert following.profile_of("a") == profile("a", 1)
    stream.queue.put_nowait(record("a", write_profile(profile("a", 2))))
    await until_read(stream)
    assert following.profile_of("a") == profile("a", 2)
    assert stream.opened == 2


async def test_a_profile_that_cannot_be_read_is_none() -> None:
    """Rubbish under a source's key means that nothing is known of that source."""
    stream = Stream()
    following = follower(stream)
    stream.queue.put_nowait(record("a", b"rubbish"))
    stream.queue.put_nowait(None)
    await following.prepare()
    assert following.profile_of("a") is None
