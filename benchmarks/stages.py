"""Pages a second through the stages on one core, and what each stage's share is.

    python benchmarks/stages.py [--count 2000]

Intake, the chain, the decision and both events' JSON, one process, no broker, after a worker's trial page.
Times are the process's own CPU time, so that what else runs on the machine counts little.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sys import path
from typing import TypeVar

path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.pages import page_sets
from schemas.annotated_page import AnnotatedPage
from workers.index.deduper import Deduper
from workers.index.store import MemoryStore
from workers.intake import close_page, open_page, read_page
from workers.projection import project
from workers.stages.chain import ANNOTATE
from workers.trial import try_chain

NOW = datetime(2025, 11, 10, tzinfo=UTC)
TOGETHER = 16
"""Pages that take each step together, as in a worker (`workers/agents`)."""

Item = TypeVar("Item")
Value = TypeVar("Value")


class Clock:
    """CPU seconds by step."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def each(self, step: str, work: Callable[[Item], Value], items: Iterable[Item]) -> list[Value]:
        """Do something with each of some items and note how long all took."""
        begun = time.process_time()
        values = [work(item) for item in items]
        self.seconds[step] += time.process_time() - begun
        return values


def lead(values: list[bytes], clock: Clock) -> None:
    """Lead pages through all that a worker does with them, but for the broker: a few at a time, step by step."""
    deduper = Deduper(MemoryStore(), ttl=timedelta(days=14), clock=lambda: NOW)
    for start in range(0, len(values), TOGETHER):
        raw = values[start : start + TOGETHER]
        pages = clock.each("intake", lambda value: open_page(read_page(value), captured_at=NOW), raw)
        for stage in ANNOTATE.stages:
            pages = clock.each(stage.name, stage.apply, pages)
        events = clock.each("annotated event", lambda page: close_page(page).model_dump_json().encode(), pages)
        for page in clock.each("annotated event", AnnotatedPage.model_validate_json, events):
            for enriched in clock.each("decision", deduper.decide, [page]):
                clock.each("enriched events", lambda each: each.value.model_dump_json().encode(), project(enriched))
            clock.each("decision", lambda commit: commit(), [deduper.commit])


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000, help="pages of each set")
    count = parser.parse_args().count
    try_chain()
    for name, values in page_sets(count).items():
        lead(values[:50], Clock())
        clock = Clock()
        lead(values, clock)
        total = sum(clock.seconds.values())
        stages = sum(clock.seconds[stage.name] for stage in ANNOTATE.stages) + clock.seconds["decision"]
        characters = sum(len(read_page(value).content) for value in values) / len(values)
        print(f"\n{name}: {len(values):,} pages of {characters:,.0f} characters")
        print(
            f"{len(values) / stages:,.0f} pages/s through the stages, {len(values) / total:,.0f} with all around them\n"
        )
        print("| step | ms a page | share |\n| --- | ---: | ---: |")
        for step, seconds in clock.seconds.items():
            print(f"| {step} | {seconds / len(values) * 1000:.2f} | {seconds / total:.0%} |")


if __name__ == "__main__":
    main()
