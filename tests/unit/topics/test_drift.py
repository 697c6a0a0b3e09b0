"""What counts as drift."""

from topics.catalogue import ANNOTATED_PAGES, DEAD_LETTERS, DEDUPE_INDEX_CHANGELOG, RAW_PAGES
from topics.drift import Drift, DriftKind, Observed, drifts
from topics.topic import Topic


def as_declared(topic: Topic) -> Observed:
    """Describe a topic as a broker does that has it as declared, with settings of its own."""
    return Observed(topic.partitions, {**topic.config(), "segment.bytes": "1073741824"})


def test_no_drift() -> None:
    """A broker that has the topics as declared, and others, has not drifted."""
    observed = {"p-raw-pages": as_declared(RAW_PAGES), "p-other": Observed(3, {})}
    assert drifts([RAW_PAGES], "p-", observed) == []


def test_a_missing_topic_breaks() -> None:
    """A topic that is not there under its prefix is missing, and nothing runs without it."""
    found = drifts([RAW_PAGES], "p-", {"raw-pages": as_declared(RAW_PAGES)})
    assert found == [Drift(topic="p-raw-pages", kind=DriftKind.MISSING, breaking=True)]
    assert str(found[0]) == "p-raw-pages: missing"


def test_partitions_break_only_where_records_must_meet() -> None:
    """Another number of partitions is told; it breaks the topic whose records must be in one."""
    observed = {"raw-pages": Observed(9, RAW_PAGES.config()), "annotated-pages": Observed(2, ANNOTATED_PAGES.config())}
    raw, annotated = drifts([RAW_PAGES, ANNOTATED_PAGES], "", observed)
    assert (raw.kind, raw.breaking, annotated.breaking) == (DriftKind.PARTITIONS, False, True)
    assert str(annotated) == "annotated-pages: partitions 2, declared 1"


def test_a_setting_that_differs() -> None:
    """Each setting that differs or is not set is one drift with both values."""
    config = {**RAW_PAGES.config(), "retention.ms": "1"}
    del config["max.message.bytes"]
    found = drifts([RAW_PAGES], "", {"raw-pages": Observed(RAW_PAGES.partitions, config)})
    assert [(drift.setting, drift.observed, drift.breaking) for drift in found] == [
        ("max.message.bytes", "", False),
        ("retention.ms", "1", False),
    ]
    assert str(found[0]) == f"raw-pages: max.message.bytes not set, declared {RAW_PAGES.max_message_bytes}"


def test_lists_have_no_order() -> None:
    """A broker may write a list of policies in its own order and with spaces."""
    observed = {"raw-pages": Observed(RAW_PAGES.partitions, {**RAW_PAGES.config(), "cleanup.policy": " delete"})}
    assert drifts([RAW_PAGES], "", observed) == []


def test_what_a_broker_would_lose_or_refuse_for_ever_breaks() -> None:
    """A changelog that is not compacted forgets, and letters that are not taken stop a worker at each restart."""
    forgets = {**DEDUPE_INDEX_CHANGELOG.config(), "cleanup.policy": "delete"}
    refuses = {**DEAD_LETTERS.config(), "max.message.bytes": "1048588"}
    found = drifts(
        [DEDUPE_INDEX_CHANGELOG, DEAD_LETTERS],
        "",
        {
            DEDUPE_INDEX_CHANGELOG.name: Observed(1, forgets),
            DEAD_LETTERS.name: Observed(DEAD_LETTERS.partitions, refuses),
        },
    )
    assert [drift.setting for drift in found if drift.breaking] == ["cleanup.policy", "max.message.bytes"]


def test_a_setting_that_a_broker_does_not_tell_breaks_nothing() -> None:
    """The embedded broker tells no settings, and one that takes larger letters takes them all."""
    silent = Observed(DEAD_LETTERS.partitions, {})
    generous = Observed(DEAD_LETTERS.partitions, {**DEAD_LETTERS.config(), "max.message.bytes": "99999999"})
    for observed in (silent, generous):
        assert not any(drift.breaking for drift in drifts([DEAD_LETTERS], "", {DEAD_LETTERS.name: observed}))
