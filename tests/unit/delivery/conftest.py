"""Records, messages and stand-ins for the broker: real null objects, no mocks."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from schemas.dead_letter import Reason
from topics.catalogue import ENRICHED_PAGES
from workers.delivery.outcome import DeadLettered, Message, Published, Record

Headers = list[tuple[str, bytes | None]] | None


@dataclass
class FakeProducer:
    """A producer that keeps what it is sent; `script` says what goes wrong, once each.

    Attributes:
        script: errors by message value; each is popped by one send. An error of a delivery is raised by the awaitable.
        refuse: errors that `send` itself raises, in the same way.
        stamps: the times that messages were to carry; None is that of sending.
    """

    script: dict[bytes, list[Exception]] = field(default_factory=dict)
    refuse: dict[bytes, list[Exception]] = field(default_factory=dict)
    delivered: list[tuple[str, bytes | None]] = field(default_factory=list)
    stamps: list[int | None] = field(default_factory=list)
    sent: int = 0

    async def send(  # noqa: PLR0913, PLR0917  # aiokafka's signature
        self,
        topic: str,
        value: bytes | None = None,
        key: bytes | None = None,
        partition: int | None = None,
        timestamp_ms: int | None = None,
        headers: Headers = None,
    ) -> "asyncio.Future[None]":
        """Take a message."""
        del key, partition, headers
        self.stamps.append(timestamp_ms)
        self.sent += 1
        refusals = self.refuse.get(value or b"", [])
        if refusals:
            raise refusals.pop(0)
        delivery: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        errors = self.script.get(value or b"", [])
        if errors:
            delivery.set_exception(errors.pop(0))
        else:
            self.delivered.append((topic, value))
            delivery.set_result(None)
        return delivery


@pytest.fixture
def producer() -> FakeProducer:
    """Give a producer that delivers everything."""
    return FakeProducer()


@pytest.fixture
def record() -> Callable[..., Record]:
    """Make records that stand one behind the other."""

    def make(offset: int = 0, *, partition: int = 0, value: bytes | None = b"raw", **more: object) -> Record:
        fields = {"topic": "t-raw-pages", "key": b"key", "timestamp_ms": 1_700_000_000_000, **more}
        return Record(partition=partition, offset=offset, value=value, **fields)  # type: ignore[arg-type]  # a test names what it varies

    return make


@pytest.fixture
def message() -> Callable[..., Message]:
    """Make messages for one topic."""

    def make(value: bytes = b"event", **more: object) -> Message:
        return Message(**{"topic": ENRICHED_PAGES, "key": b"page", "value": value, **more})  # type: ignore[arg-type]  # a test names what it varies

    return make


@pytest.fixture
def published(record: Callable[..., Record], message: Callable[..., Message]) -> Callable[..., Published]:
    """Make outcomes of records that became one message each."""

    def make(offset: int = 0, value: bytes = b"event", **more: object) -> Published:
        return Published(record=record(offset, **more), page_id=f"page-{offset}", messages=(message(value),))

    return make


@pytest.fixture
def dead(record: Callable[..., Record]) -> Callable[..., DeadLettered]:
    """Make outcomes of records that failed."""

    def make(offset: int = 0, **more: object) -> DeadLettered:
        error = ValueError("no page")
        return DeadLettered(record=record(offset, **more), reason=Reason.NOT_A_PAGE, stage="intake", error=error)

    return make
