"""How far the confidence of metadata can be trusted: counted on some pages, measured on others.

    python -m benchmarks.calibration [--write] [--count 1500]

Each value of an article's metadata comes with its way and its support. On pages whose truth is known, composed ones
and those of `tests/sites` that have been looked at, each is right or wrong; the counts are
`workers/lexicon/confidence.tsv`, from which a value's confidence is read. On composed pages of other seeds, and on
pages of sites that nobody has looked at, the confidences are held against the shares that are right. `--write` writes
the counts, docs/calibration.svg and the tables of docs/metadata.md.

Teasers do not count, since the composers state no truth of theirs, nor what only markup states: composed pages whose
markup is as true as the composer makes it would measure the composer.
"""

import argparse
import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from sys import path
from typing import Any, Final, NamedTuple

path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.pages import CORPUS, ROOT, evaluation_pages, stories
from benchmarks.reliability import Bin, picture
from schemas.document import Role
from schemas.evidence import MetadataField
from tests.composer.stream import compose
from tests.sites.reader import BLIND, LOOKED_AT, site_pages
from workers.intake import open_page, read_page
from workers.stages.chain import ANNOTATE
from workers.stages.metadata.trust import Cell, Counts, share_of

COUNTS: Final = ROOT / "workers" / "lexicon" / "confidence.tsv"
PAGE: Final = ROOT / "docs" / "metadata.md"
PICTURE: Final = ROOT / "docs" / "calibration.svg"

NOW: Final = datetime(2025, 11, 10, tzinfo=UTC)
FITTED: Final = (3101, 3102)
MEASURED: Final = (4101, 4102)
"""Seeds that nothing else in the project uses."""
SETS: Final = ("evaluation's composer", "own composer, own stories", "own composer, news of the corpus")
SITES: Final = "pages of sites"

_SECONDS: Final = re.compile(r"(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
EDGES: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)
WORKERS: Final = 2
_BEGIN: Final = "<!-- calibration: written by benchmarks/calibration.py -->"
_END: Final = "<!-- /calibration -->"
_HEAD: Final = """\
# How often a value of the metadata that was found in some way was right: field, way, support (schemas/evidence.py),
# right ones, all. Counted by benchmarks/calibration.py on composed pages and some of sites; not written by hand."""


class Observation(NamedTuple):
    """One value of a page's article, and whether it is right."""

    cell: Cell
    right: bool


def pages(name: str, seed: int, count: int) -> Iterator[dict[str, Any]]:
    """Give the pages of one set; none where it needs what does not stand beside the checkout."""
    if name == SITES:
        yield from chain.from_iterable(map(site_pages, LOOKED_AT if seed in FITTED else BLIND))
    elif name == SETS[0]:
        yield from evaluation_pages(count, seed)
    elif name == SETS[1]:
        yield from compose(stories(own=True), count, seed)
    elif CORPUS.is_file():
        yield from compose(stories(), count, seed)


def observe(name: str, seed: int, count: int) -> list[Observation]:
    """Lead a set's pages through the chain as far as metadata and hold each value against the truth."""
    stages = ANNOTATE.stages[: [stage.name for stage in ANNOTATE.stages].index("metadata") + 1]
    found = []
    for record in pages(name, seed, count):
        truth = record.pop("gold")["article"]
        page = open_page(read_page(json.dumps(record).encode()), captured_at=NOW)
        for stage in stages:
            page = stage.apply(page)
        for document in page.documents:
            if document.role is not Role.ARTICLE:
                continue
            for each in document.metadata.evidence:
                if each.field in truth:
                    right = is_right(each.field, each.value, truth[each.field])
                    found.append(Observation((each.field.value, each.how.value, each.support.value), right))
    return found


def is_right(field: MetadataField, value: str, truth: str | list[str] | None) -> bool:
    """Whether a value is the truth, or one of them; an instant may add seconds and an offset to the truth's minutes."""
    if truth is None or isinstance(truth, list):
        return value in (truth or [])
    if field in {MetadataField.PUBLISHED_AT, MetadataField.UPDATED_AT} and "T" in truth and value.startswith(truth):
        return _SECONDS.fullmatch(value, len(truth)) is not None
    return " ".join(value.split()) == " ".join(truth.split())


def count(observations: Iterable[Observation]) -> Counts:
    """Count what was right, and all, by cell."""
    right, all_ = Counter(each.cell for each in observations if each.right), Counter(each.cell for each in observations)
    return {cell: (right[cell], all_[cell]) for cell in sorted(all_)}


def bins_of(counts: Counts, observations: Iterable[Observation]) -> list[Bin]:
    """Put observations into bins by the confidence that counts give them; what was never counted is left out."""
    binned: list[list[tuple[float, bool]]] = [[] for _ in EDGES[1:]]
    for each in observations:
        if (confidence := share_of(counts, each.cell)) is not None:
            binned[bisect_left(EDGES, confidence, 1, len(EDGES) - 1) - 1].append((confidence, each.right))
    return [
        Bin(sum(stated for stated, _ in bin_) / len(bin_), sum(right for _, right in bin_), len(bin_))
        for bin_ in binned
        if bin_
    ]


def error_of(bins: Sequence[Bin]) -> float:
    """Tell the expected calibration error: how far stated and right shares lie apart, the mean over all values."""
    return sum(abs(each.stated - each.share) * each.of for each in bins) / max(1, sum(each.of for each in bins))


def tables(counts: Counts, measured: Mapping[str, list[Observation]], crossed: Mapping[str, float]) -> str:
    """Write what docs/metadata.md shows: the bins, the errors by field, and the cells."""
    all_ = list(chain.from_iterable(measured.values()))
    bins = bins_of(counts, all_)
    of = sum(each.of for each in bins)
    lines = [
        f"Expected calibration error {error_of(bins):.4f}, over {of:,} values of pages that were not counted.",
        "",
        "| stated | right | values |",
        "| ---: | ---: | ---: |",
        *(f"| {each.stated:.3f} | {each.share:.3f} | {each.of:,} |" for each in bins),
        "",
        "| field | stated | right | error | values |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for field in MetadataField:
        own = bins_of(counts, (each for each in all_ if each.cell[0] == field))
        if of := sum(each.of for each in own):
            stated, right = sum(each.stated * each.of for each in own) / of, sum(each.right for each in own) / of
            lines.append(f"| {field} | {stated:.3f} | {right:.3f} | {error_of(own):.4f} | {of:,} |")
    lines += [
        "",
        "| pages | error | error where pages of others are counted | values |",
        "| --- | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {name} | {error_of(bins_of(counts, observations)):.4f} | {crossed[name]:.4f} | {len(observations):,} |"
        for name, observations in measured.items()
    ]
    return "\n".join(lines)


def crossed_errors(
    fitted: Mapping[str, list[Observation]], measured: Mapping[str, list[Observation]]
) -> dict[str, float]:
    """Tell each set's error where only pages of others are counted: what a move to other pages costs.

    Others are those of the other composer, or for pages of sites those of both.
    """
    errors = {}
    for name, observations in measured.items():
        others = [
            each
            for other in fitted
            if other != SITES and (name == SITES or (other == SETS[0]) is not (name == SETS[0]))
            for each in fitted[other]
        ]
        errors[name] = error_of(bins_of(count(others), observations))
    return errors


def write(counts: Counts, bins: Sequence[Bin], tables_: str) -> None:
    """Write the counts, the picture and the tables."""
    rows = ["\t".join((*cell, str(right), str(of))) for cell, (right, of) in counts.items()]
    COUNTS.write_text("\n".join([_HEAD, *rows, ""]), encoding="utf-8")
    PICTURE.write_text(picture(bins), encoding="utf-8")
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    PAGE.write_text(f"{before}{_BEGIN}\n{tables_}\n{_END}{after}", encoding="utf-8")


def main() -> None:
    """Compose, count, measure; print the tables, and write them where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1500, help="pages of each set and seed")
    parser.add_argument("--write", action="store_true", help="write counts, picture and tables into the checkout")
    options = parser.parse_args()
    tasks = [(name, seed) for name in SETS for seed in (*FITTED, *MEASURED)]
    tasks += [(SITES, FITTED[0]), (SITES, MEASURED[0])]
    with ProcessPoolExecutor(WORKERS) as pool:
        found = list(pool.map(observe, *zip(*((name, seed, options.count) for name, seed in tasks), strict=True)))
    fitted: defaultdict[str, list[Observation]] = defaultdict(list)
    measured: defaultdict[str, list[Observation]] = defaultdict(list)
    for (name, seed), observations in zip(tasks, found, strict=True):
        if observations:
            (fitted if seed in FITTED else measured)[name] += observations
    counts = count(list(chain.from_iterable(fitted.values())))
    tables_ = tables(counts, measured, crossed_errors(fitted, measured))
    print(tables_)
    if options.write:
        write(counts, bins_of(counts, chain.from_iterable(measured.values())), tables_)


if __name__ == "__main__":
    main()
