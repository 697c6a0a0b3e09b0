"""What differs between the catalogue and a broker; comparing touches no data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from topics.catalogue import DEAD_LETTERS
from topics.topic import CleanupPolicy, Topic


@dataclass(frozen=True, slots=True)
class Observed:
    """A topic as a broker describes it.

    Attributes:
        partitions: how many it has.
        config: its settings by Kafka's names, at least those that `Topic.config` gives.
    """

    partitions: int
    config: Mapping[str, str]


class DriftKind(StrEnum):
    """What differs."""

    MISSING = "missing"
    PARTITIONS = "partitions"
    CONFIG = "config"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One difference.

    Attributes:
        topic: the name on the broker.
        kind: what differs.
        setting: the Kafka setting that differs, or `partitions`; empty for a missing topic.
        declared: what the catalogue says; empty for a missing topic.
        observed: what the broker says; empty for a missing topic or a setting that the broker does not know.
        breaking: whether the pipeline would lose or misplace records with it, so that no worker may start.
    """

    topic: str
    kind: DriftKind
    setting: str = ""
    declared: str = ""
    observed: str = ""
    breaking: bool = False

    def __str__(self) -> str:
        if self.kind is DriftKind.MISSING:
            return f"{self.topic}: missing"
        return f"{self.topic}: {self.setting} {self.observed or 'not set'}, declared {self.declared}"


def drifts(topics: Iterable[Topic], prefix: str, observed: Mapping[str, Observed]) -> list[Drift]:
    """Compare declarations with a broker's description.

    Args:
        topics: the declarations to look for.
        prefix: what stands before every topic's name on the broker.
        observed: what the broker describes, by the names that it knows; more topics than declared are no drift.

    Returns:
        The differences, in the topics' order.
    """
    found: list[Drift] = []
    for topic in topics:
        name = topic.wire_name(prefix)
        there = observed.get(name)
        if there is None:
            found.append(Drift(topic=name, kind=DriftKind.MISSING, breaking=True))
        else:
            found.extend(_differences(topic, name, there))
    return found


def _differences(topic: Topic, name: str, there: Observed) -> Iterable[Drift]:
    if there.partitions != topic.partitions:
        yield Drift(
            topic=name,
            kind=DriftKind.PARTITIONS,
            setting="partitions",
            declared=str(topic.partitions),
            observed=str(there.partitions),
            breaking=topic.ordered,
        )
    for setting, declared in topic.config().items():
        value = there.config.get(setting, "")
        if _normal(value) != _normal(declared):
            yield Drift(
                topic=name,
                kind=DriftKind.CONFIG,
                setting=setting,
                declared=declared,
                observed=value,
                breaking=_loses(topic, setting, value),
            )


def _loses(topic: Topic, setting: str, value: str) -> bool:
    """Say whether a setting that a broker told makes it lose what has no other place, or refuse it for ever."""
    if setting == "cleanup.policy":
        return topic.compacted and value != "" and CleanupPolicy.COMPACT not in _normal(value)
    return (
        setting == "max.message.bytes"
        and topic.name == DEAD_LETTERS.name
        and value.isdecimal()
        and int(value) < topic.max_message_bytes
    )


def _normal(value: str) -> list[str]:
    """Split a list setting, since brokers are free in the order and the spaces of `compact, delete`."""
    return sorted(part.strip() for part in value.split(","))
