"""Pages a second through the stages on one core, and what each stage's share is.

    python benchmarks/stages.py [--count 2000]

Intake, the chain, the decision and both events' JSON, one process, no broker. Times are the process's own CPU time, so
that what else runs on the machine counts little.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
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

NOW = datetime(2025, 11, 10, tzinfo=UTC)

Value = TypeVar("Value")


class Clock:
    """CPU seconds by step."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def time(self, step: str, work: Callable[[], Value]) -> Value:
        """Do something and note how long it took."""
        begun = time.process_time()
        value = work()
        self.seconds[step] += time.process_time() - begun
        return value


def lead(values: list[bytes], clock: Clock) -> None:
    """Lead pages through all that a worker does with them, but for the broker."""
    deduper = Deduper(MemoryStore(), ttl=timedelta(days=14), clock=lambda: NOW)
    for value in values:
        page = clock.time("intake", lambda value=value: open_page(read_page(value), captured_at=NOW))  # type: ignore[misc]
        for stage in ANNOTATE.stages:
            page = clock.time(stage.name, lambda stage=stage, page=page: stage.apply(page))  # type: ignore[misc]
        event = clock.time("annotated event", lambda page=page: close_page(page).model_dump_json().encode())  # type: ignore[misc]
        read = clock.time("annotated event", lambda event=event: AnnotatedPage.model_validate_json(event))  # type: ignore[misc]
        enriched = clock.time("decision", lambda read=read: deduper.decide(read))  # type: ignore[misc]
        clock.time(
            "enriched events",
            lambda enriched=enriched: [each.value.model_dump_json().encode() for each in project(enriched)],  # type: ignore[misc]
        )
        clock.time("decision", deduper.commit)


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000, help="pages of each set")
    count = parser.parse_args().count
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
