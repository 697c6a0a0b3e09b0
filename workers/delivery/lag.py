"""How far a consumer group is behind, asked of the broker and not of the consumer that may be stuck."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from workers.kafka.client import connection
from workers.settings import KafkaSettings

_ANSWER_SECONDS: Final = 5
"""How long a broker may take to answer a question about offsets."""


@dataclass(frozen=True, slots=True)
class Lag:
    """What waits in one partition.

    Attributes:
        committed: the next offset that the group would read; None if it never committed.
        waiting: records behind that offset.
    """

    committed: int | None
    waiting: int


class LagProbe:
    """Measures the lag of consumer groups over connections of its own."""

    def __init__(self, kafka: KafkaSettings) -> None:
        self._kafka = kafka
        self._consumer: AIOKafkaConsumer | None = None
        self._admin: AIOKafkaAdminClient | None = None

    async def measure(self, group: str, topic: str) -> Mapping[int, Lag]:
        """Measure every partition of a topic.

        Raises:
            Exception: no broker answered in time, or it refused; the next call connects anew.
        """
        try:
            return await asyncio.wait_for(self._measure(group, topic), _ANSWER_SECONDS)
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Close the connections."""
        consumer, self._consumer = self._consumer, None
        admin, self._admin = self._admin, None
        if consumer is not None:
            await consumer.stop()
        if admin is not None:
            await admin.close()

    async def _measure(self, group: str, topic: str) -> dict[int, Lag]:
        if self._consumer is None or self._admin is None:
            self._consumer = AIOKafkaConsumer(**connection(self._kafka))
            self._admin = AIOKafkaAdminClient(**connection(self._kafka))
            await self._consumer.start()
            await self._admin.start()
        # A client without topics of its own knows none: the description is asked for each time.
        described = await self._admin.describe_topics([topic])
        partitions = [TopicPartition(topic, each["partition"]) for each in described[0]["partitions"]]
        begins = await self._consumer.beginning_offsets(partitions)
        ends = await self._consumer.end_offsets(partitions)
        offsets = await self._admin.list_consumer_group_offsets(group, partitions=partitions)
        lags = {}
        for partition in partitions:
            found = offsets.get(partition)
            committed = found.offset if found is not None and found.offset >= 0 else None
            next_offset = max(committed or 0, begins[partition])
            lags[partition.partition] = Lag(committed, max(0, ends[partition] - next_offset))
        return lags
