"""How each stage's time grows with the page, for what pages may be made of.

    python benchmarks/growth.py [--chars 50000]

Each figure is the time for a page four times as long over the time for the page: 4 is linear, 16 quadratic. The suite
of laws counts calls and reads no clock; this table also sees what happens inside the regular expression engine.
"""

import argparse
import gc
import time
from pathlib import Path
from statistics import median
from sys import path

path.insert(0, str(Path(__file__).parent.parent))

from tests.laws.test_growth import SHAPES, TIMES, page_of
from workers.stages.chain import ANNOTATE
from workers.stages.page import Page
from workers.stages.stage import Stage

RUNS = 3
UNMEASURABLE_SECONDS = 0.0005
"""Below this the clock and the caches tell more than the stage."""


def seconds(stage: Stage, page: Page) -> float:
    """Measure one stage on one page: the median of a few runs, CPU time."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        stage.apply(page)
        times.append(time.process_time() - begun)
    return median(times)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chars", type=int, default=50_000, help="characters of the smaller page")
    characters = parser.parse_args().chars
    # As `timeit` does: a collection walks over the whole lexicon, and one in a longer page would look like growth.
    gc.disable()
    print(f"{characters:,} against {TIMES * characters:,} characters; in brackets ms for the longer page\n")
    print(f"| page of | {' | '.join(stage.name for stage in ANNOTATE.stages)} |")
    print("| --- |" + " ---: |" * len(ANNOTATE.stages))
    for shape, unit in SHAPES.items():
        small, large = page_of(unit, characters), page_of(unit, TIMES * characters)
        # What a process reads from its files once is no part of a page's time.
        ANNOTATE(small)
        cells = []
        for stage in ANNOTATE.stages:
            little, much = seconds(stage, small), seconds(stage, large)
            ratio = "-" if little < UNMEASURABLE_SECONDS else f"{much / little:.1f}"
            cells.append(f"{ratio} ({much * 1000:.0f})")
            small, large = stage.apply(small), stage.apply(large)
        print(f"| {shape} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
