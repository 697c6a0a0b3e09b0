"""An example of every topic's values: sample pages, led through the whole chain."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import workers.cli
from schemas.base import Model
from schemas.dead_letter import DeadLetter
from topics.catalogue import ANNOTATED_PAGES, DEAD_LETTERS, RAW_PAGES, SOURCE_PROFILES
from workers.index.deduper import Deduper
from workers.index.store import MemoryStore
from workers.intake import Rejected, close_page, open_page, read_page
from workers.profiles.learning import learn
from workers.projection import project
from workers.stages.chain import ANNOTATE
from workers.version import PIPELINE_VERSION

_SAMPLES: Final = Path(workers.cli.__path__[0]) / "samples"
_NAMES: Final = ("01-teaser-before-its-article", "02-article-fulfils-teaser", "03-revision")
"""In the order of their capture: what a page is depends on those before it."""

_FIRST_CAPTURE: Final = datetime(2025, 11, 9, 9, tzinfo=UTC)

Examples = dict[str, dict[str, Any]]
"""Topic to example's name to JSON value."""


def examples() -> Examples:
    """Make all examples; equal code gives equal examples."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    deduper = Deduper(MemoryStore(), ttl=timedelta(days=14), clock=lambda: _FIRST_CAPTURE + timedelta(days=1))
    profile = None
    for hours, name in enumerate(_NAMES):
        sample = read_page((_SAMPLES / f"{name}.json").read_bytes())
        raw = sample.model_copy(update={"captured_at": _FIRST_CAPTURE + timedelta(hours=hours)})
        found[RAW_PAGES.name][name] = raw.model_dump(mode="json", exclude_none=True)
        annotated = close_page(ANNOTATE(open_page(raw, captured_at=_FIRST_CAPTURE)))
        found[ANNOTATED_PAGES.name][name] = _plain(annotated)
        for number, event in enumerate(project(deduper.decide(annotated))):
            found[event.topic.name][f"{name}-{number}" if number else name] = _plain(event.value)
        deduper.commit()
        profile = learn(profile, annotated)
    if profile is not None:
        found[SOURCE_PROFILES.name][profile.source] = _plain(profile)
    found[DEAD_LETTERS.name]["not-a-page"] = _plain(_dead_letter())
    return dict(found)


def _dead_letter() -> DeadLetter:
    try:
        read_page(b'{"url": "https://news.example/economy/1002"}')
    except Rejected as rejected:
        return DeadLetter(
            topic="khabar-raw-pages",
            partition=3,
            offset=1729,
            connector_name="khabar-annotate",
            task_id="worker-1",
            stage="intake",
            exception_class_name=f"{Rejected.__module__}.{Rejected.__qualname__}",
            exception_message=str(rejected),
            reason=rejected.reason,
            attempts=1,
            first_failed_at=_FIRST_CAPTURE,
            timestamp_ms=round(_FIRST_CAPTURE.timestamp() * 1000),
            pipeline_version=PIPELINE_VERSION,
        )
    raise AssertionError("a page without text was taken")


def _plain(model: Model) -> dict[str, Any]:
    return model.model_dump(mode="json")
