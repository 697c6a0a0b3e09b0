"""Every raw record becomes exactly one outcome, whatever it holds."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.annotated_page import AnnotatedPage
from schemas.dead_letter import Reason
from schemas.source_profile import SourceProfile
from topics.catalogue import ANNOTATED_PAGES
from workers.agents.annotate import Annotate, url_of
from workers.delivery.outcome import DeadLettered, Message, Outcome, Published, Record
from workers.intake import MAX_TEXT_CHARS
from workers.profiles.learning import seal
from workers.stages.page import Page
from workers.stages.stage import Chain, Stage
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

NOTHING: frozenset[str] = frozenset()


def _record(value: bytes | None, **more: object) -> Record:
    fields = {"topic": "t", "partition": 0, "offset": 0, "key": None, "timestamp_ms": 1_700_000_000_000, **more}
    return Record(value=value, **fields)  # type: ignore[arg-type]  # a test names what it varies


def _annotate(*stages: Stage) -> Annotate:
    return Annotate(Chain(stages), Metrics(), Progress(), clock=lambda: datetime(2025, 1, 1, tzinfo=UTC))


def _one(annotate: Annotate, record: Record) -> Outcome:
    (outcome,) = annotate([record])
    return outcome


def _event(outcome: Outcome) -> AnnotatedPage:
    assert isinstance(outcome, Published)
    (message,) = outcome.messages
    assert message.topic is ANNOTATED_PAGES
    page = AnnotatedPage.model_validate_json(message.value or b"")
    assert message.key == page.page_id.encode()
    return page


def _break(_page: Page) -> Page:
    raise RuntimeError("a defect")


def test_a_page_becomes_an_event_under_its_id() -> None:
    """A JSON page is published with what it says of itself."""
    value = json.dumps(
        {"text": "خبر", "url": "https://x.example/1", "page_id": "p", "captured_at": "2024-05-01T00:00:00Z"}
    )
    page = _event(_one(_annotate(), _record(value.encode())))
    assert (page.page_id, page.url, page.captured_at) == ("p", "https://x.example/1", datetime(2024, 5, 1, tzinfo=UTC))


def test_a_page_is_read_with_its_sources_profile() -> None:
    """The profile is looked up by the page's source and its version stands on the event; without one nothing does."""
    profile = seal(SourceProfile(source="x.example", version="0" * 12, articles=3))
    annotate = replace(_annotate(), profile_of={"x.example": profile}.get)
    known, unknown = (
        _event(_one(annotate, _record(json.dumps({"text": "خبر", "url": url}).encode())))
        for url in ("https://www.x.example/1", "https://y.example/1")
    )
    assert known.profile == profile.reference
    assert unknown.profile is None


def test_a_bare_text_takes_time_and_address_from_its_record() -> None:
    """Text that is not JSON is a page, captured at the record's time, at the address that the key gives."""
    page = _event(_one(_annotate(), _record("خبر".encode(), key=b"https://x.example/2")))
    assert (page.text, page.url) == ("خبر", "https://x.example/2")
    assert page.captured_at == datetime.fromtimestamp(1_700_000_000, UTC)


def test_a_record_without_time_is_captured_now() -> None:
    """A record without a time stamp takes the clock's."""
    page = _event(_one(_annotate(), _record(b"text", timestamp_ms=-1)))
    assert page.captured_at == datetime(2025, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, Reason.EMPTY_PAGE),
        (b"", Reason.EMPTY_PAGE),
        (b"\xff\xfe", Reason.NOT_UTF8),
        (b"{nonsense", Reason.INVALID_JSON),
        (b"[1]", Reason.NOT_A_PAGE),
        (b'{"url": "x"}', Reason.NOT_A_PAGE),
        (b"a" * (MAX_TEXT_CHARS + 1), Reason.PAGE_TOO_LARGE),
    ],
)
def test_what_is_no_page_is_dead_lettered_with_its_reason(value: bytes | None, reason: Reason) -> None:
    """A record that is no page is a dead letter of intake."""
    outcome = _one(_annotate(), _record(value))
    assert isinstance(outcome, DeadLettered)
    assert (outcome.reason, outcome.stage) == (reason, "intake")


def test_a_stage_that_raises_is_named() -> None:
    """A stage's defect is this record's dead letter, with the stage's name; its neighbours are published."""
    fails = Stage("fails", NOTHING, NOTHING, lambda page: _break(page) if "سم" in page.text else page)
    outcomes = _annotate(fails)([_record("خبر".encode()), _record("سم".encode()), _record("خبر".encode())])
    assert [type(outcome) for outcome in outcomes] == [Published, DeadLettered, Published]
    poisoned = outcomes[1]
    assert isinstance(poisoned, DeadLettered)
    assert (poisoned.reason, poisoned.stage, str(poisoned.error)) == (Reason.STAGE_FAILED, "fails", "a defect")


def test_an_event_larger_than_its_topic_is_dead_lettered() -> None:
    """A page whose event no longer fits its topic is a dead letter with its original record."""
    grows = Stage("grows", NOTHING, NOTHING, lambda page: replace(page, text="ب" * (5 * 1024 * 1024)))
    outcome = _one(_annotate(grows), _record(b"text"))
    assert isinstance(outcome, DeadLettered)
    assert (outcome.reason, outcome.stage) == (Reason.EVENT_TOO_LARGE, "publish")


def test_records_of_a_batch_take_each_stage_together() -> None:
    """All pages are through a stage before one meets the next; outcomes come in the records' order all the same."""
    met: list[str] = []

    def note(stage: str) -> Stage:
        def apply(page: Page) -> Page:
            met.append(f"{stage} {page.text}")
            return _break(page) if page.text == "b" and stage == "one" else page

        return Stage(stage, requires=NOTHING, provides=NOTHING, apply=apply)

    outcomes = _annotate(note("one"), note("two"))([_record(text.encode()) for text in "abc"])
    assert met == ["one a", "one b", "one c", "two a", "two c"]
    assert [outcome.record.value for outcome in outcomes] == [b"a", b"b", b"c"]
    assert [type(outcome) for outcome in outcomes] == [Published, DeadLettered, Published]


def test_each_stage_is_timed_and_progress_counted() -> None:
    """A stage's time is measured even where it raises."""
    annotate = _annotate(Stage("good", NOTHING, NOTHING, lambda page: page), Stage("fails", NOTHING, NOTHING, _break))
    annotate([_record(b"text"), _record(b"text")])
    for stage in ("good", "fails"):
        assert annotate.metrics.registry.get_sample_value("khabar_stage_seconds_count", {"stage": stage}) == 2
    assert annotate.progress.steps == 6  # two records, two stages, and their outcomes


@given(value=st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_become_one_outcome(value: bytes) -> None:
    """Whatever a record holds, it has exactly one outcome, and a published one can be read."""
    outcome = _one(_annotate(), _record(value))
    if isinstance(outcome, Published):
        assert all(isinstance(message, Message) for message in outcome.messages)
        _event(outcome)


@given(key=st.none() | st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
def test_any_key_gives_an_address_or_none(key: bytes | None) -> None:
    """Whatever a key holds, it is an HTTP address or none."""
    url = url_of(_record(b"x", key=key))
    assert url is None or url.lower().startswith("http")
