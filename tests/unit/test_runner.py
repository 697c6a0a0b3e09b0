"""Which agents a worker runs, and which topics they need."""

import pytest

from topics.catalogue import SOURCE_PROFILES
from workers.runner import stages_of, topics_of
from workers.settings import Settings, StageName


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
