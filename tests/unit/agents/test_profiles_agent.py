"""The learner publishes what it has learned, and lets a page's offset go only then."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from faust import Event

from schemas.annotated_page import AnnotatedPage
from schemas.raw_page import RawPage
from schemas.source_profile import SourceProfile
from topics.catalogue import SOURCE_PROFILES
from workers.agents.profiles import Learn, Means
from workers.delivery.failure import DeliveryFailed
from workers.delivery.outcome import Message, Published, Record
from workers.intake import close_page, open_page
from workers.profiles.shelf import Shelf
from workers.settings import ProfileSettings
from workers.stages.chain import ANNOTATE
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

NOW = datetime(2025, 11, 8, tzinfo=UTC)


class Topic:
    """A topic of profiles, its publisher and its consumer in one, which note what happens in which order."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}
        self.calls: list[str] = []
        self.error: Exception | None = None
        self.reads = 0
        self.released = asyncio.Event()

    async def read(self) -> Mapping[str, bytes]:
        """Give what the topic holds."""
        self.reads += 1
        return dict(self.values)

    async def publish(self, messages: Sequence[Message]) -> frozenset[int]:
        """Take messages."""
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
        for message in messages:
            assert message.topic is SOURCE_PROFILES
            self.values[(message.key or b"").decode()] = message.value or b""
            self.calls.append(f"published {(message.key or b'').decode()}")
        return frozenset()

    def hold(self, message: Any) -> None:  # noqa: ANN401  # faust is untyped
        """Note a record that is held back."""
        self.calls.append(f"held {message.offset}")

    def release(self, tp: Any, offset: int) -> None:  # noqa: ANN401  # faust is untyped
        """Note an offset that is let go."""
        self.calls.append(f"released {tp} {offset}")
        self.released.set()

    def profile(self, source: str) -> SourceProfile:
        """Give a source's profile as it stands in the topic."""
        return SourceProfile.model_validate_json(self.values[source])


MakeLearner = Callable[..., Learn]


@pytest.fixture
def topic() -> Topic:
    """Give an empty topic."""
    return Topic()


@pytest.fixture
def failures() -> list[BaseException]:
    """Give what the process was to end for."""
    return []


@pytest.fixture
def make_learner(topic: Topic, failures: list[BaseException]) -> MakeLearner:
    """Give what makes learners on the topic."""

    def make(articles: int = 100, seconds: float = 1000) -> Learn:
        return Learn(
            Means(
                read=topic.read,
                publisher=topic,
                consumer=lambda: topic,
                settings=ProfileSettings(publish_articles=articles, publish_seconds=seconds),
                stall_seconds=3000,
                metrics=Metrics(),
                progress=Progress(),
                fail=failures.append,
            )
        )

    return make


def record(number: int, source: str = "site.example") -> Record:
    """Make the record of an annotated page."""
    raw = RawPage(text=f"عنوان المقال رقم {number}\nنص المقال رقم {number} عن أخبار المدينة وسوقها.", source=source)
    value = close_page(ANNOTATE(open_page(raw, captured_at=NOW))).model_dump_json().encode()
    return Record(topic="t", partition=0, offset=number, key=None, value=value, timestamp_ms=0)


async def work(learner: Learn, *records: Record) -> None:
    """Do with a batch what an agent does."""
    await learner.prepare()
    outcomes = learner(records)
    assert all(isinstance(each, Published) and each.messages == () for each in outcomes)
    assert [each.record for each in outcomes] == list(records)
    await learner.remember([each for each in outcomes if isinstance(each, Published)])
    for each in records:
        learner.hold(cast("Event", SimpleNamespace(message=SimpleNamespace(tp="t-0", offset=each.offset))))


async def test_offsets_go_when_profiles_are_delivered(topic: Topic, make_learner: MakeLearner) -> None:
    """A page is held back until what it taught is in the topic; then everything before it is let go."""
    learner = make_learner()
    await work(learner, record(0), record(1, "other.example"))
    assert topic.calls == ["held 0", "held 1"]
    await learner.publish_all()
    assert topic.calls[2:] == ["published site.example", "published other.example", "released t-0 2"]
    await learner.publish_all()
    assert topic.calls[5:] == ["released t-0 2"]


async def test_a_source_that_has_taught_enough_is_published_at_once(topic: Topic, make_learner: MakeLearner) -> None:
    """After so many articles a profile goes out without waiting, and that of no other source."""
    learner = make_learner(articles=3)
    await work(learner, record(0), record(1), record(2, "other.example"))
    assert topic.values == {}
    await work(learner, record(3))
    assert topic.values.keys() == {"site.example"}
    assert topic.profile("site.example").articles == 3
    assert not any(call.startswith("released") for call in topic.calls)


async def test_pages_that_come_again_count_once(topic: Topic, make_learner: MakeLearner) -> None:
    """A learner that was killed after its profiles were published, and before its offsets went, reads on from them."""
    first = make_learner(articles=3)
    await work(first, *map(record, range(4)))
    assert topic.profile("site.example").articles == 4
    second = make_learner()
    await work(second, *map(record, range(6)))
    await second.publish_all()
    assert topic.profile("site.example").articles == 6


async def test_a_delivery_that_fails_lets_nothing_go(
    topic: Topic, make_learner: MakeLearner, failures: list[BaseException]
) -> None:
    """Profiles that are not delivered end the process, from the timer too, with the offsets where they were."""
    topic.error = DeliveryFailed("the broker is gone")
    learner = make_learner(seconds=0.01)
    await work(learner, record(0))
    with pytest.raises(DeliveryFailed):
        await learner.publish_all()
    async with asyncio.timeout(5):
        while not failures:
            # The first try has taken what was learned along; the process ends, so nobody misses it.
            await work(learner, record(1))
            await asyncio.sleep(0.01)
    assert failures == [topic.error]
    assert not any(call.startswith("released") for call in topic.calls)


async def test_what_waits_is_published_in_time(topic: Topic, make_learner: MakeLearner) -> None:
    """A source that teaches seldom is published after some seconds all the same."""
    learner = make_learner(seconds=0.01)
    await work(learner, record(0))
    async with asyncio.timeout(5):
        await topic.released.wait()
    assert topic.profile("site.example").articles == 1


async def test_after_a_rebalance_the_topic_is_read_anew(topic: Topic, make_learner: MakeLearner) -> None:
    """What another learner has published meanwhile counts; what was not published is neither written nor let go."""
    learner, other = make_learner(), make_learner()
    await work(learner, record(0))
    learner.expire()
    await work(other, *map(record, range(5)))
    await other.publish_all()
    topic.calls.clear()
    await learner.publish_all()
    assert topic.calls == []
    await work(learner, record(5))
    await learner.publish_all()
    assert topic.profile("site.example").articles == 6
    assert topic.reads == 3


async def test_a_record_that_is_no_page_is_passed_over(topic: Topic, make_learner: MakeLearner) -> None:
    """The dead letter is the other reader's; here the record is done, and its neighbours are learned from."""
    learner = make_learner()
    odd = Record(topic="t", partition=0, offset=1, key=None, value=b"{", timestamp_ms=0)
    nameless = json.loads(record(2).value or b"")
    nameless["source"] = None
    lost = Record(topic="t", partition=0, offset=2, key=None, value=json.dumps(nameless).encode(), timestamp_ms=0)
    await work(learner, record(0), odd, lost, record(3))
    await learner.publish_all()
    assert topic.profile("site.example").articles == 2
    assert topic.calls[-1] == "released t-0 4"


async def test_a_profile_that_cannot_be_read_is_begun_anew(topic: Topic, make_learner: MakeLearner) -> None:
    """Rubbish under a source's key costs what was learned of it, and no worker."""
    topic.values["site.example"] = b"rubbish"
    learner = make_learner()
    await work(learner, record(0))
    await learner.publish_all()
    assert topic.profile("site.example").articles == 1


async def test_a_page_that_learning_fails_on_is_passed_over(
    topic: Topic, make_learner: MakeLearner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect in learning costs the page that shows it, and not the worker at each restart."""
    learn = Shelf.learn

    def fail_once(shelf: Shelf, page: AnnotatedPage) -> str | None:
        if page.text.startswith("عنوان المقال رقم 1\n"):
            raise KeyError("defect")
        return learn(shelf, page)

    monkeypatch.setattr(Shelf, "learn", fail_once)
    learner = make_learner()
    await work(learner, record(0), record(1), record(2))
    await learner.publish_all()
    assert topic.profile("site.example").articles == 2
    assert topic.calls[-1] == "released t-0 3"


async def test_only_offsets_that_move_are_a_sign_of_life(topic: Topic, make_learner: MakeLearner) -> None:
    """Where nothing has come since, publishing says so: a consumer that brings nothing must not look like work."""
    learner = make_learner()
    await work(learner, record(0))
    assert await learner.publish_all()
    assert not await learner.publish_all()
    await work(learner, record(1))
    assert await learner.publish_all()
    assert topic.calls.count("released t-0 2") == 1
