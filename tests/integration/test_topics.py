"""The catalogue on a broker."""

import pytest

from tests.integration.broker import free_port
from tests.integration.installation import Installation
from topics.catalogue import ANNOTATED_PAGES, CATALOGUE, RAW_PAGES
from topics.drift import DriftKind
from workers.kafka.admin import apply, check
from workers.kafka.client import BrokerUnreachable, administration
from workers.kafka.records import Outgoing, follow, last_of_each_key
from workers.settings import Settings

pytestmark = pytest.mark.integration


def of_other_prefix(installation: Installation, prefix: str, partitions: int = 4) -> Settings:
    """Give settings for other topics on the same broker."""
    servers = installation.settings.kafka.bootstrap_servers
    return Settings.load(kafka={"bootstrap_servers": servers}, topics={"prefix": prefix, "partitions": partitions})


async def test_applying_creates_every_topic_once(installation: Installation) -> None:
    """The first run creates all topics of the catalogue as declared; the second finds nothing to do."""
    settings = of_other_prefix(installation, f"{installation.settings.topics.prefix}once-")
    before = await check(settings)
    first = await apply(settings)
    second = await apply(settings)
    assert {drift.kind for drift in before} == {DriftKind.MISSING}
    assert len(before) == len(first.created) == len(CATALOGUE)
    assert (first.drifts, second.created, second.drifts) == ((), (), ())


async def test_drift_is_told_and_records_stay(installation: Installation) -> None:
    """Where a topic differs, applying says how and leaves the topic with its records as it is."""
    await installation.send([Outgoing(topic=installation.wire(RAW_PAGES), key=b"k", value=b"v")])
    wider = of_other_prefix(installation, installation.settings.topics.prefix, partitions=6)
    applied = await apply(wider)
    assert applied.created == ()
    assert {(drift.kind, drift.declared, drift.observed) for drift in applied.drifts} == {
        (DriftKind.PARTITIONS, "6", "4")
    }
    assert not any(drift.breaking for drift in applied.drifts)
    assert [(record.key, record.value) for record in await installation.records(RAW_PAGES)] == [(b"k", b"v")]


async def test_checking_makes_no_topics(installation: Installation) -> None:
    """A check asks about topics without making the broker create them."""
    settings = of_other_prefix(installation, f"{installation.settings.topics.prefix}none-")
    await check(settings)
    async with administration(settings.kafka) as admin:
        names = await admin.list_topics()
    assert not [name for name in names if name.startswith(settings.topics.prefix)]


async def test_an_absent_broker_is_one_line() -> None:
    """Without a broker the error is one line that names its address."""
    settings = Settings.load(kafka={"bootstrap_servers": f"127.0.0.1:{free_port()}"})
    with pytest.raises(BrokerUnreachable, match=r"^no Kafka broker answers at 127\.0\.0\.1:\d+$"):
        await check(settings)


async def test_records_come_back_as_sent(installation: Installation) -> None:
    """Key, value, headers and time stamp survive, in order, over batches of all sizes."""
    topic = installation.wire(ANNOTATED_PAGES)
    headers = (("a", b"1"), ("a", b"2"), ("empty", b""))
    sent = [
        Outgoing(topic=topic, key=str(number % 7).encode(), value=b"x" * number, headers=headers, timestamp_ms=10**12)
        for number in range(500)
    ]
    await installation.send(sent)
    found = await installation.records(ANNOTATED_PAGES)
    assert [(r.key, r.value, r.headers, r.timestamp_ms) for r in found] == [
        (r.key, r.value, r.headers, r.timestamp_ms) for r in sent
    ]
    assert {key: record.offset for key, record in last_of_each_key(found).items()} == {
        str(number % 7).encode(): number for number in range(493, 500)
    }


async def test_following_sees_what_was_there_and_what_arrives(installation: Installation) -> None:
    """From the beginning, a follower meets the old records first and then each new one."""
    topic = installation.wire(ANNOTATED_PAGES)
    await installation.send([Outgoing(topic=topic, key=None, value=b"old")])
    records = follow(installation.settings.kafka, [topic], from_beginning=True)
    old = await anext(records)
    await installation.send([Outgoing(topic=topic, key=None, value=b"new")])
    new = await anext(records)
    await records.aclose()
    assert (old.value, new.value) == (b"old", b"new")
