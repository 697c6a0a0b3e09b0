"""khabar beside extractors of HTML pages, on the same pages: quality and speed.

    python benchmarks/extractors.py [--count 300] [--seed 90001] [--own]
    python benchmarks/extractors.py --pages real.jsonl

Pages come from the project's own composer, with articles of the corpus where it stands beside the checkout, and are
dressed as HTML in five ways in turn (tests/composer/markup.py); half of them declare headline and date in tags too. All
systems read the same HTML, then the same flat text (the others as a paragraph a line). Bodies are scored by the longest
common row of words (body_score.py). Times are the process's own CPU time, page by page in turn. Needs the dependency
group `bench`.

Labelled pages of real sites can be read in their place: a record a line with `url`, `captured_at`, `html`, the `text`
that was labelled, however it was flattened, and `gold` as composed pages have it.
"""

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from sys import path
from typing import Any, Final

path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.body_score import BodyScore, words
from benchmarks.extraction_systems import SYSTEMS, Extracted, Source, System, quiet
from benchmarks.pages import stories
from tests.composer.markup import DRESSES, dress
from tests.composer.stream import compose
from workers.markup.document import read_html

WARM_UP: Final = 10
"""Pages that nobody counts: the first ones load dictionaries and compile expressions."""

Page = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Right answers among the pages that show something, and answers on the others."""

    right: int = 0
    shown: int = 0
    invented: int = 0
    hidden: int = 0

    def add(self, got: object, want: object) -> None:
        """Compare; None is no answer and nothing to answer."""
        if want is None:
            self.hidden += 1
            self.invented += got is not None
        else:
            self.shown += 1
            self.right += got == want

    def share(self) -> str:
        """Write the share of right answers."""
        return f"{self.right / self.shown:.3f}" if self.shown else "-"

    def made_up(self) -> str:
        """Write the share of answers where there is nothing to answer."""
        return f"{self.invented / self.hidden:.3f}" if self.hidden else "-"


@dataclass(frozen=True, slots=True)
class Case:
    """A composed page, as the systems get it; its dress, none for flat text; whether its tags state what it shows."""

    page: Page
    source: Source
    dress: str | None
    declared: bool


@dataclass(slots=True)
class Result:
    """What a system did on all pages."""

    body: BodyScore = field(default_factory=BodyScore)
    dressed: dict[str, BodyScore] = field(default_factory=lambda: {name: BodyScore() for name in DRESSES})
    headline: Tally = field(default_factory=Tally)
    dates: dict[bool, Tally] = field(default_factory=lambda: {True: Tally(), False: Tally()})
    """By whether the page's tags state the date."""
    seconds: float = 0.0

    def add(self, extracted: Extracted, case: Case) -> None:
        """Score one page."""
        gold = case.page["gold"]["article"]
        body = _texts(case.page, "article", ("paragraph",))
        teasers = _texts(case.page, "teaser", ("teaser_headline", "teaser_paragraph"))
        for score in (self.body, *([self.dressed[case.dress]] if case.dress else ())):
            score.add(extracted.body or "", body, teasers, gold["headline"])
        self.headline.add(_plain(extracted.headline), _plain(gold["headline"]))
        published = gold["published_at"]
        self.dates[case.declared and published is not None].add(extracted.day, published[:10] if published else None)


def _texts(page: Page, owner: str, kinds: Sequence[str]) -> str:
    text = page["text"]
    own = [each for each in page["gold"]["segments"] if each["owner"] == owner and each["kind"] in kinds]
    return "\n".join(text[each["start"] : each["end"]] for each in own)


def _plain(text: str | None) -> str | None:
    return " ".join(words(text)) if text else None


def cases(pages: Sequence[Page], *, is_html: bool) -> list[Case]:
    """Dress the pages, or leave them flat."""
    names = tuple(DRESSES)
    found = []
    for number, page in enumerate(pages):
        # Dresses turn with the page's number, declarations with the turn: each dress comes with them and without.
        name = names[number % len(names)] if is_html else None
        declares = number // len(names) % 2 == 0
        content = dress(page, name, declares=declares) if name else page["text"]
        captured = datetime.fromisoformat(page["captured_at"])
        declared = is_html and declares and page["gold"]["article"]["headline"] is not None
        found.append(Case(page, Source(content, is_html, page["url"], captured), name, declared))
    return found


def labelled(path: Path) -> list[Case]:
    """Read labelled pages of real sites."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        captured = datetime.fromisoformat(page["captured_at"])
        source = Source(page["html"], is_html=True, url=page["url"], captured_at=captured)
        found.append(Case(page, source, None, read_html(page["html"]).witness.published_at is not None))
    return found


def measure(found: Sequence[Case]) -> dict[System, Result]:
    """Let every system read every page."""
    results = {system: Result() for system in SYSTEMS}
    for case in found[:WARM_UP]:
        for system in SYSTEMS:
            system.read(case.source)
    for case in found[WARM_UP:]:
        for system, result in results.items():
            begun = time.process_time()
            extracted = system.read(case.source)
            result.seconds += time.process_time() - begun
            result.add(extracted, case)
    return results


def rows(results: dict[System, Result], reads: str, pages: int) -> list[str]:
    """Write a row of the table for each system; the first one is what the others' times are told by."""
    first = next(iter(results.values())).seconds
    lines = []
    for system, result in results.items():
        body = result.body
        figures = [f"{each:.3f}" for each in (body.f1, body.precision, body.recall, body.leak)]
        headline = [result.headline.share()]
        dates = [result.dates[True].share(), result.dates[False].share(), result.dates[False].made_up()]
        cells = [
            system.name,
            reads,
            *(figures if system.bodies else ["-"] * 4),
            *(headline if system.titles else ["-"]),
            *(dates if system.dates else ["-"] * 3),
            f"{pages / result.seconds:,.0f}",
            f"{result.seconds / first:.1f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300, help="pages")
    parser.add_argument("--seed", type=int, default=90001, help="other pages for another seed")
    parser.add_argument("--own", action="store_true", help="the project's own stories, even where the corpus is there")
    parser.add_argument("--pages", type=Path, help="labelled pages of real sites, a record a line")
    options = parser.parse_args()
    quiet()
    print(
        "| system | reads | body F1 | P | R | teaser leak | headline | date, in tags too | date, in the text alone "
        "| date, invented | pages/s | time |"
    )
    print("| --- | --- |" + " ---: |" * 10)
    if options.pages:
        real = labelled(options.pages)
        print("\n".join(rows(measure([*(real * WARM_UP)[:WARM_UP], *real]), "real HTML", len(real))))
        return
    pages = list(compose(stories(own=options.own), options.count + WARM_UP, options.seed))
    dressed = measure(cases(pages, is_html=True))
    print("\n".join(rows(dressed, "HTML", options.count)))
    print("\n".join(rows(measure(cases(pages, is_html=False)), "flat text", options.count)))
    print(f"\n| body F1 on HTML | {' | '.join(DRESSES)} |\n| --- |{' ---: |' * len(DRESSES)}")
    for system, result in dressed.items():
        if system.bodies:
            print(f"| {system.name} | {' | '.join(f'{score.f1:.3f}' for score in result.dressed.values())} |")


if __name__ == "__main__":
    main()
