"""The catalogue on a broker: what is missing is created, what differs is reported, no data is touched."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import TopicAlreadyExistsError, for_code

from topics.catalogue import CATALOGUE
from topics.drift import Drift, DriftKind, Observed, drifts
from topics.topic import Catalogue, Topic
from workers.kafka.client import BrokerError, BrokerUnreachable, administration
from workers.settings import Settings

_VISIBLE_WITHIN_SECONDS: Final = 15
"""How long a topic may take from its creation until every broker knows it; usually far below one second."""

_PAUSE_SECONDS: Final = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What applying the catalogue did and found.

    Attributes:
        created: names of the topics made now, as the broker knows them.
        drifts: what still differs; left for people, since every remedy moves or deletes data.
    """

    created: tuple[str, ...]
    drifts: tuple[Drift, ...]


def installation(settings: Settings) -> Catalogue:
    """Give the catalogue as this installation spreads it."""
    return CATALOGUE.spread(settings.topics.partitions)


async def check(settings: Settings, names: Iterable[str] | None = None) -> list[Drift]:
    """Compare the catalogue with the broker.

    Args:
        settings: the broker, the prefix and the spread.
        names: the catalogue's names to look at; None takes all.

    Raises:
        BrokerDenied: a broker does not let us in.
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused.
    """
    catalogue = installation(settings)
    chosen = list(catalogue) if names is None else [catalogue[name] for name in names]
    async with administration(settings.kafka) as admin:
        return await _compare(admin, chosen, settings.topics.prefix)


async def apply(settings: Settings, *, wait_seconds: float = 0) -> Applied:
    """Create the topics that the broker lacks, and report what differs in the others.

    Running it twice, or on two machines at once, is the same as running it once.

    Args:
        settings: the broker, the prefix, the spread and the replication factor.
        wait_seconds: how long to wait for a broker that does not answer yet.

    Raises:
        BrokerDenied: a broker does not let us in.
        BrokerUnreachable: no broker answered.
        BrokerError: a broker refused.
    """
    deadline = asyncio.get_running_loop().time() + wait_seconds
    while True:
        try:
            return await _apply(settings)
        except BrokerUnreachable:
            if asyncio.get_running_loop().time() >= deadline:
                raise
            await asyncio.sleep(_PAUSE_SECONDS)


async def _apply(settings: Settings) -> Applied:
    catalogue = list(installation(settings))
    prefix = settings.topics.prefix
    async with administration(settings.kafka) as admin:
        found = await _compare(admin, catalogue, prefix)
        missing = {drift.topic for drift in found if drift.kind is DriftKind.MISSING}
        created = tuple(name for name in (topic.wire_name(prefix) for topic in catalogue) if name in missing)
        if missing:
            new = [topic for topic in catalogue if topic.wire_name(prefix) in missing]
            await _create(admin, new, settings)
            found = await _compare_once_visible(admin, catalogue, prefix)
    return Applied(created=created, drifts=tuple(found))


async def _create(admin: AIOKafkaAdminClient, new: Iterable[Topic], settings: Settings) -> None:
    response = await admin.create_topics(
        [
            NewTopic(
                name=topic.wire_name(settings.topics.prefix),
                num_partitions=topic.partitions,
                replication_factor=settings.topics.replication_factor,
                topic_configs=topic.config(),
            )
            for topic in new
        ]
    )
    for name, code, *message in response.topic_errors:
        error = for_code(code)
        if code and error is not TopicAlreadyExistsError:
            detail = next((text for text in message if isinstance(text, str)), None) or error.description
            raise BrokerError(f"topic {name} could not be created: {detail}")


async def _compare_once_visible(admin: AIOKafkaAdminClient, catalogue: list[Topic], prefix: str) -> list[Drift]:
    deadline = asyncio.get_running_loop().time() + _VISIBLE_WITHIN_SECONDS
    while True:
        found = await _compare(admin, catalogue, prefix)
        missing = [drift.topic for drift in found if drift.kind is DriftKind.MISSING]
        if not missing:
            return found
        if asyncio.get_running_loop().time() >= deadline:
            raise BrokerError(f"created, but not to be seen: {', '.join(missing)}")
        await asyncio.sleep(_PAUSE_SECONDS)


async def _compare(admin: AIOKafkaAdminClient, catalogue: Iterable[Topic], prefix: str) -> list[Drift]:
    chosen = list(catalogue)
    observed = await _observe(admin, {topic.wire_name(prefix) for topic in chosen})
    return drifts(chosen, prefix, observed)


async def _observe(admin: AIOKafkaAdminClient, names: set[str]) -> dict[str, Observed]:
    # All topics are asked for: a broker that makes topics of its own accord would make those asked for by name.
    partitions = {
        topic["topic"]: len(topic["partitions"])
        for topic in await admin.describe_topics()
        if topic["topic"] in names and not topic["error_code"]
    }
    resources = [ConfigResource(ConfigResourceType.TOPIC, name) for name in sorted(partitions)]
    config: dict[str, dict[str, str]] = {}
    for response in await admin.describe_configs(resources) if resources else ():
        for code, _message, _kind, name, entries in response.resources:
            if code:
                raise BrokerError(f"topic {name} could not be described: {for_code(code).description}")
            config[name] = {setting: value or "" for setting, value, *_ in entries}
    return {name: Observed(count, config.get(name, {})) for name, count in partitions.items()}
