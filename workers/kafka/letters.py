"""Dead letters as they stand in their topic, and the records that they go back as."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from schemas.dead_letter import DeadLetter, NotADeadLetter, original_value, replay_headers
from topics.catalogue import CATALOGUE, DEAD_LETTERS
from workers.kafka.records import Outgoing, Record, read_to_end
from workers.settings import Settings


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter.

    Attributes:
        record: the record in the dead letters' topic: the failed record's key, value and headers.
        said: what its headers say.
    """

    record: Record
    said: DeadLetter

    @property
    def name(self) -> str:
        """What people call it by: partition and offset among the dead letters, such as `0:17`."""
        return f"{self.record.partition}:{self.record.offset}"

    @property
    def origin(self) -> tuple[str, int, int]:
        """Where the failed record stood: topic, partition, offset."""
        return self.said.topic, self.said.partition, self.said.offset

    def replayed(self) -> Outgoing:
        """Give the record as it goes back to its source: as it came, with the history of its failures.

        One that had no time gets the letter's.

        Raises:
            NotADeadLetter: its value cannot be read.
        """
        return Outgoing(
            topic=self.said.topic,
            key=self.record.key,
            value=original_value(self.record.value, self.record.headers),
            headers=tuple(replay_headers(self.record.headers)),
            timestamp_ms=self.record.timestamp_ms if self.said.timestamp_ms is None else self.said.timestamp_ms,
        )


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record among the dead letters whose headers do not make one."""

    record: Record
    problem: str


async def read_letters(settings: Settings) -> AsyncIterator[Letter | Unreadable]:
    """Read all dead letters that there are now, in the order of their writing; letters that come in meanwhile are left.

    Raises:
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused, or the topic is missing.
    """
    async for record in read_to_end(settings.kafka, [DEAD_LETTERS.wire_name(settings.topics.prefix)]):
        try:
            yield Letter(record, DeadLetter.from_headers(record.headers))
        except NotADeadLetter as error:
            yield Unreadable(record, str(error))


def sources(prefix: str) -> frozenset[str]:
    """Name the topics that a letter may go back to: those whose records the letters' writers work on, and no other.

    What is compacted is state to them: it has no failed records.
    """
    writers = set(DEAD_LETTERS.producers)
    return frozenset(
        topic.wire_name(prefix) for topic in CATALOGUE if not topic.compacted and writers & set(topic.consumers)
    )
