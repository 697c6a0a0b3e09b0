"""How each stage's time grows with the page, for what pages may be made of.

    python benchmarks/growth.py [--chars 50000] [--search 2000 [--seed 1]]

Each figure is the time for a page four times as long over the time for the page: 4 is linear, 16 quadratic. The suite
of laws counts calls and reads no clock; this table also sees what happens inside the regular expression engine.

With `--search` so many pages are made of a few phrases of the lexicon, lines of site pages and marks, over and over,
and only those are shown that some stage's time grows too fast for: what nobody thought of.
"""

import argparse
import gc
import random
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from sys import path

path.insert(0, str(Path(__file__).parent.parent))

from tests.laws.test_growth import SHAPES, TIMES, page_of
from tests.sites.reader import site_pages
from workers import lexicon
from workers.stages.chain import ANNOTATE
from workers.stages.page import Page
from workers.stages.stage import Stage

RUNS = 3
UNMEASURABLE_SECONDS = 0.0005
"""Below this the clock and the caches tell more than the stage."""
SUSPECT_SECONDS = 0.05
SUSPECT_GROWTH = 6.5
"""What is measured once more, on a page four times as long again."""
TOO_FAST = 5.7
SEARCH_CHARS = 6_000
PHRASE_CHARS = 60
LINE_CHARS = 200
PIECES = (1, 1, 2, 3, 5)
GAPS = ("", " ", "\n", "\n\n", " - ", ". ", ": ", "، ", " | ", "\u00a0", "    ", ' "', "(", ") ", "…", "/")
MARKS = 'اأبتنلىة .:،-|()[]"«»0123456789٠١/#@\u200f\u0640…!؟'


def seconds(stage: Stage, page: Page) -> float:
    """Measure one stage on one page: the median of a few runs, CPU time."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        stage.apply(page)
        times.append(time.process_time() - begun)
    return median(times)


def table(characters: int) -> None:
    """Measure the shapes of the suite of laws and print the table."""
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


def units(seed: int) -> Iterator[str]:
    """Compose without end what a page may be made of: a few phrases, lines, pieces of them or marks, and gaps."""
    rng = random.Random(seed)
    tables = [path for path in Path(lexicon.__file__).parent.iterdir() if path.suffix in {".txt", ".tsv"}]
    rows = (row for path in tables for row in path.read_text(encoding="utf-8").splitlines())
    cells = {cell for row in rows if not row.startswith("#") for cell in row.split("\t")}
    phrases = sorted(cell for cell in cells if 1 < len(cell) < PHRASE_CHARS)
    lines = sorted({line for page in site_pages() for line in page["text"].split("\n") if line.strip()})
    makers = (
        lambda: rng.choice(phrases),
        lambda: rng.choice(lines)[:LINE_CHARS],
        lambda: (line := rng.choice(lines))[(start := rng.randrange(len(line))) : start + rng.randrange(1, 15)],
        lambda: "".join(rng.choices(MARKS, k=rng.randrange(1, 8))),
    )
    while True:
        unit = "".join(rng.choice(makers)() + rng.choice(GAPS) for _ in range(rng.choice(PIECES)))
        if unit.strip():
            yield unit


def measured(unit: str, characters: int) -> list[float]:
    """Measure each stage once on a page of a unit."""
    page = page_of(unit, characters)
    times = []
    for stage in ANNOTATE.stages:
        begun = time.process_time()
        page = stage.apply(page)
        times.append(time.process_time() - begun)
    return times


def search(count: int, seed: int) -> None:
    """Print what some stage's time grows too fast for."""
    for _, unit in zip(range(count), units(seed), strict=False):
        gc.collect()
        small, large = measured(unit, SEARCH_CHARS), measured(unit, TIMES * SEARCH_CHARS)
        pairs = list(zip(small, large, strict=True))
        if not any(much > SUSPECT_SECONDS and much > SUSPECT_GROWTH * little for little, much in pairs):
            continue
        large, larger = measured(unit, TIMES * SEARCH_CHARS), measured(unit, TIMES * TIMES * SEARCH_CHARS)
        for stage, little, much in zip(ANNOTATE.stages, large, larger, strict=True):
            if much > SUSPECT_SECONDS and much > TOO_FAST * little:
                print(f"{stage.name} {little * 1000:.0f} ms, then {much * 1000:.0f}: {unit!r}", flush=True)


def main() -> None:
    """Measure and print the table, or what a search finds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chars", type=int, default=50_000, help="characters of the smaller page")
    parser.add_argument("--search", type=int, default=0, metavar="N", help="make so many pages and show the worst only")
    parser.add_argument("--seed", type=int, default=1, help="other pages")
    options = parser.parse_args()
    # As `timeit` does: a collection walks over the whole lexicon, and one in a longer page would look like growth.
    gc.disable()
    if options.search:
        search(options.search, options.seed)
    else:
        table(options.chars)


if __name__ == "__main__":
    main()
