"""Which agents a worker runs, which topics they need, and what it makes sure of first."""

import asyncio

import pytest

from topics.catalogue import SOURCE_PROFILES
from workers import runner
from workers.delivery.failure import ExitCode
from workers.runner import Worker, stages_of, topics_of
from workers.settings import Settings, StageName
from workers.trial import ChainBroken


def settings(stages: str, *, enabled: bool) -> Settings:
    """Make settings of a worker."""
    return Settings.load(worker={"stages": stages}, profiles={"enabled": enabled})


@pytest.mark.parametrize(
    ("stages", "enabled", "running"),
    [
        ("annotate,dedupe,profiles", True, ("annotate", "dedupe", "profiles")),
        ("annotate,dedupe,profiles", False, ("annotate", "dedupe")),
        ("profiles", True, ("profiles",)),
        ("profiles", False, ()),
    ],
)
def test_the_learner_runs_where_there_is_something_to_learn(
    stages: str, running: tuple[str, ...], *, enabled: bool
) -> None:
    """Switched off, the learner is left out of whatever a worker is to run."""
    assert stages_of(settings(stages, enabled=enabled)) == tuple(map(StageName, running))


@pytest.mark.parametrize(("enabled", "needed"), [(True, True), (False, False)])
def test_annotating_workers_need_the_topic_that_they_follow(*, enabled: bool, needed: bool) -> None:
    """Switched off, the topic of profiles need not be there."""
    names = {topic.name for topic in topics_of(settings("annotate", enabled=enabled))}
    assert (SOURCE_PROFILES.name in names) is needed


def test_a_worker_that_annotates_tries_its_chain_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chain that fails on the trial page ends the worker with a code of its own, before any broker is asked."""

    def fail() -> None:
        raise ChainBroken("the chain is broken: ValueError: a bug")

    monkeypatch.setattr(runner, "try_chain", fail)

    assert asyncio.run(Worker(settings("dedupe,annotate", enabled=True)).run()) is ExitCode.CHAIN_BROKEN
