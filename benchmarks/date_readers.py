"""khabar's reader of dates beside dateparser, on lines that are a date and on lines that are none.

    python benchmarks/date_readers.py [--moments 12] [--count 150]

Dates are all forms of the project's own composer (tests/composer/stamps.py) that state a publication, at several
moments and with the months' names of several sites. Lines that are none are headlines, credits, bylines, captions and
keywords of composed pages, and their paragraphs, with articles of the corpus where it stands beside the checkout. No
line comes twice, so that no cache answers. Times are the process's own CPU time. Needs the dependency group `bench`.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from sys import path
from typing import Final

path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.extraction_systems import parse_date, quiet, search_date
from benchmarks.pages import stories
from tests.composer.material import SITES
from tests.composer.stamps import STAMPS, Moment
from tests.composer.stream import compose
from workers.arabic.dates import Purpose, find_stamps

SHORT: Final = frozenset({"headline", "credit", "byline", "caption", "keywords", "related_item", "related_label"})
"""Kinds of lines that are no date, though one headline in a hundred names a day."""
MINUTE_CHARS: Final = len("2025-12-04T10:30")
WARM_UP: Final = 20
"""Lines that nobody counts: the first ones load dictionaries and compile expressions."""

Line = tuple[str, datetime, str | None]
"""A line, when its page was captured, and what it states, ISO 8601 as precise as it is."""
Read = Callable[[str, datetime], str | None]


def _khabar(line: str, captured_at: datetime) -> str | None:
    stamps = find_stamps(line, captured_at=captured_at)
    return next((each.value for each in stamps if each.purpose is Purpose.PUBLISHED), None)


def _by(read: Callable[[str, datetime], datetime | None]) -> Read:
    def reader(line: str, captured_at: datetime) -> str | None:
        found = read(line, captured_at)
        return f"{found:%Y-%m-%dT%H:%M}" if found else None

    return reader


READERS: Final[dict[str, Read]] = {
    "khabar": _khabar,
    f"dateparser {version('dateparser')}, `parse`": _by(parse_date),
    f"dateparser {version('dateparser')}, `search_dates`": _by(search_date),
}


def dates(moments: int) -> list[Line]:
    """Write every form at several moments."""
    rng = random.Random(5)
    found: dict[str, Line] = {}
    for form in STAMPS.values():
        for _ in range(moments):
            captured = datetime(2025, 1, 1) + timedelta(minutes=rng.randrange(400_000))  # noqa: DTZ001  # see `Facts`
            published = captured - timedelta(minutes=rng.randrange(5, 1800))
            stamp = form(Moment(published, captured, rng.choice(SITES).months))
            if stamp.published_at:
                line = " ".join(stamp.lines)
                found.setdefault(line, (line, captured.replace(tzinfo=UTC), stamp.published_at))
    return list(found.values())


def others(count: int) -> tuple[list[Line], list[Line]]:
    """Take short lines and paragraphs from composed pages."""
    short: dict[str, Line] = {}
    prose: dict[str, Line] = {}
    for page in compose(stories(), count, 90_002):
        captured = datetime.fromisoformat(page["captured_at"])
        for each in page["gold"]["segments"]:
            line = page["text"][each["start"] : each["end"]]
            if each["kind"] in SHORT:
                short.setdefault(line, (line, captured, None))
            elif each["kind"] == "paragraph":
                prose.setdefault(line, (line, captured, None))
    return list(short.values()), list(prose.values())


def answers(read: Read, lines: Sequence[Line]) -> tuple[list[str | None], float]:
    """Read all lines; the answers, and microseconds of CPU time a line."""
    begun = time.process_time()
    found = [read(line, captured_at) for line, captured_at, _ in lines]
    return found, (time.process_time() - begun) / len(lines) * 1e6


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=12, help="of each form of date")
    parser.add_argument("--count", type=int, default=150, help="pages to take other lines from")
    options = parser.parse_args()
    quiet()
    dated, (short, prose) = dates(options.moments), others(options.count)
    timed = [want for _, _, want in dated if want and "T" in want]
    print(f"{len(dated):,} dates, {len(timed):,} with a time; {len(short):,} short lines, {len(prose):,} paragraphs\n")
    print("| reader | day right | minute right | dates in other short lines | µs a date | a short line | a paragraph |")
    print("| --- |" + " ---: |" * 6)
    for name, read in READERS.items():
        answers(read, dates(1)[:WARM_UP])
        got, on_dates = answers(read, dated)
        invented, on_short = answers(read, short)
        _, on_prose = answers(read, prose)
        pairs = [(said or "", want or "") for said, (_, _, want) in zip(got, dated, strict=True)]
        day = sum(said[:10] == want[:10] for said, want in pairs) / len(pairs)
        minute = sum(said[:MINUTE_CHARS] == want for said, want in pairs if "T" in want) / len(timed)
        false = sum(said is not None for said in invented) / len(short)
        print(
            f"| {name} | {day:.3f} | {minute:.3f} | {false:.2%} | {on_dates:,.0f} | {on_short:,.0f} | {on_prose:,.0f} |"
        )


if __name__ == "__main__":
    main()
