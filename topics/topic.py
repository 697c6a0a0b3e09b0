"""What a topic's declaration holds, and what makes a set of declarations a catalogue."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Final, Self

from schemas.base import Model

RETENTIONS: Final = (timedelta(days=1), timedelta(days=3), timedelta(days=14), timedelta(days=30))
"""How long a topic may keep its records: few steps, so that a topic's life is a decision and not a typing error."""

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class CatalogueError(ValueError):
    """A declaration that contradicts itself or another one."""


class CleanupPolicy(StrEnum):
    """What the broker does with old records, in Kafka's words."""

    DELETE = "delete"
    COMPACT = "compact"
    COMPACT_DELETE = "compact,delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic, declared.

    Attributes:
        name: without the prefix; lower-case words joined by hyphens, since `.` and `_` collide in Kafka's metrics.
        description: what the topic carries and for whom, one or two sentences.
        key: what a record's key is.
        value: the model of a record's JSON value; None where values are bytes that no model describes.
        partitions: how many partitions the topic is created with.
        ordered: whether all records must meet in one partition; then another number of partitions breaks the pipeline.
        retention: how long records are kept, counted from a record's timestamp; None keeps them.
        cleanup_policy: what happens to old records.
        max_message_bytes: the largest record batch that the broker takes, after compression.
        producers: agents, commands or outside systems that write.
        consumers: agents, commands or outside systems that read.

    Raises:
        CatalogueError: the declaration contradicts itself.
    """

    name: str
    description: str
    key: str
    value: type[Model] | None
    partitions: int
    ordered: bool = False
    retention: timedelta | None
    cleanup_policy: CleanupPolicy
    max_message_bytes: int
    producers: tuple[str, ...]
    consumers: tuple[str, ...]

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise CatalogueError(f"topic {self.name!r}: a name is lower-case words joined by hyphens")
        for problem, is_wrong in (
            ("lacks a description", not self.description),
            ("does not say what its key is", not self.key),
            ("needs a partition at least", self.partitions < 1),
            ("is ordered and so has one partition", self.ordered and self.partitions != 1),
            ("takes no message at all", self.max_message_bytes < 1),
            ("has nobody who writes it", not self.producers),
            ("has nobody who reads it", not self.consumers),
            ("has a retention outside the allowed ones", self.retention not in (None, *RETENTIONS)),
            ("is only compacted and so keeps its records", self.retention is not None and self._keeps),
            ("deletes records and so needs a retention", self.retention is None and not self._keeps),
        ):
            if is_wrong:
                raise CatalogueError(f"topic {self.name!r} {problem}")

    @property
    def _keeps(self) -> bool:
        return self.cleanup_policy is CleanupPolicy.COMPACT

    @property
    def compacted(self) -> bool:
        """Whether the broker keeps the last record of every key, so that a record sent again replaces itself."""
        return self.cleanup_policy is not CleanupPolicy.DELETE

    def wire_name(self, prefix: str) -> str:
        """Name the topic as the broker knows it."""
        return prefix + self.name

    def spread(self, partitions: int) -> Self:
        """Declare the topic with another number of partitions, where it was made to have several."""
        return replace(self, partitions=partitions) if self.partitions > 1 else self

    def config(self) -> dict[str, str]:
        """Give the Kafka topic settings that the declaration fixes; all others are the broker's own."""
        settings = {
            "cleanup.policy": self.cleanup_policy.value,
            "max.message.bytes": str(self.max_message_bytes),
        }
        if self.retention is not None:
            settings["retention.ms"] = str(self.retention // timedelta(milliseconds=1))
        return settings


class Catalogue:
    """Topics by name, in the order of their declaration.

    Args:
        topics: the declarations.
        dead_letters: the name of the topic that takes what the others' readers cannot work on.

    Raises:
        CatalogueError: a name stands twice, or a dead letter could not hold or return what it stands for.
    """

    def __init__(self, topics: Iterable[Topic], *, dead_letters: str) -> None:
        self._topics: dict[str, Topic] = {}
        self._dead_letters = dead_letters
        for topic in topics:
            if topic.name in self._topics:
                raise CatalogueError(f"topic {topic.name!r} is declared twice")
            self._topics[topic.name] = topic
        letters = self._topics.get(dead_letters)
        if letters is None:
            raise CatalogueError(f"no topic {dead_letters!r} for the dead letters")
        for source in self._topics.values():
            if source is not letters and set(source.consumers) & set(letters.producers):
                _check_letters_hold(letters, source)

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._topics.values())

    def __len__(self) -> int:
        return len(self._topics)

    def __getitem__(self, name: str) -> Topic:
        return self._topics[name]

    def spread(self, partitions: int | None) -> "Catalogue":
        """Give the catalogue of an installation that spreads its topics over another number of partitions.

        Args:
            partitions: for every topic that has several; None leaves all as they are declared.
        """
        if partitions is None:
            return self
        return Catalogue((topic.spread(partitions) for topic in self), dead_letters=self._dead_letters)

    @property
    def max_message_bytes(self) -> int:
        """The largest of all topics' limits: what a client must be able to send and to fetch."""
        return max(topic.max_message_bytes for topic in self)


def _check_letters_hold(letters: Topic, source: Topic) -> None:
    if letters.max_message_bytes < source.max_message_bytes:
        raise CatalogueError(f"topic {letters.name!r} takes smaller messages than its source {source.name!r}")
