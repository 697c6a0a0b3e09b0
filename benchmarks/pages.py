"""Pages to measure on: composed from the project's own samples, and from the evaluation material where it is there."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from tests.composer.material import OWN_STORIES, Story, read_stories
from workers.intake import Rejected, read_page

ROOT: Final = Path(__file__).parent.parent
SAMPLES: Final = ROOT / "workers" / "cli" / "samples"
PROSE_CHARS: Final = 40
"""A line of a sample that is as long is a paragraph or a headline; shorter ones are labels, stamps and credits."""
COMPOSER: Final = ROOT.parent / "shared" / "evaluation" / "compose.py"
CORPUS: Final = ROOT.parent / "shared" / "corpus" / "articles.jsonl.gz"


def own_pages(count: int, seed: int = 7) -> list[bytes]:
    """Compose pages in the shape of the samples: each keeps a sample's short lines, its prose is written anew.

    A new line is a row of phrases out of all samples' prose, twice as long as the one whose place it takes: every
    page has a text of its own, or dedupe would have nothing but copies to compare.
    """
    random_ = random.Random(seed)
    texts: list[list[str]] = [json.loads(sample)["text"].splitlines() for sample in _samples()]
    words = [line.split() for lines in texts for line in lines if len(line) >= PROSE_CHARS]

    def phrase() -> list[str]:
        line = random_.choice(words)
        at = random_.randrange(len(line))
        return line[at : at + random_.randrange(1, 3)]

    def paragraph(length: int) -> str:
        found: list[str] = []
        while len(found) < length:
            found += phrase()
        return " ".join(found)

    pages = []
    for number in range(count):
        lines = [
            paragraph(2 * len(line.split())) if len(line) >= PROSE_CHARS else line for line in random_.choice(texts)
        ]
        pages.append(_record(number, {"text": "\n".join(lines)}))
    return pages


def evaluation_pages(count: int, seed: int) -> list[dict[str, Any]]:
    """Compose pages and their truth, `gold`, by the evaluation's composer; none where it is not beside the checkout."""
    if not COMPOSER.is_file():
        return []
    command = [sys.executable, str(COMPOSER), "--count", str(count), "--seed", str(seed)]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()  # noqa: S603  # ours
    return [json.loads(line) for line in lines]


def shared_pages(count: int, seed: int = 7) -> list[bytes]:
    """Compose records by the evaluation's composer; none where it is not beside the checkout."""
    pages = evaluation_pages(count, seed)
    return [_record(number, {key: page[key] for key in page if key != "gold"}) for number, page in enumerate(pages)]


def stories(*, own: bool = False) -> tuple[Story, ...]:
    """Give what the project's composer makes pages from: the corpus's articles where it is there, its own if wanted."""
    return read_stories(OWN_STORIES) if own or not CORPUS.is_file() else corpus_stories()


def corpus_stories() -> tuple[Story, ...]:
    """Give the corpus's articles, and the project's own English stories, since the corpus has none.

    Raises:
        FileNotFoundError: it is not beside the checkout.
    """
    return (*read_stories(CORPUS), *(story for story in read_stories(OWN_STORIES) if story.language == "en"))


def page_sets(count: int) -> dict[str, list[bytes]]:
    """Give the sets to measure on, by name; a set that is not there is left out."""
    sets = {"own": own_pages(count), "composed": shared_pages(count)}
    return {name: pages for name, pages in sets.items() if pages}


def _samples() -> list[bytes]:
    found = []
    for file in sorted(SAMPLES.glob("*.json")):
        value = file.read_bytes()
        try:
            if len(read_page(value).content.splitlines()) > 3:  # noqa: PLR2004  # shorter ones have no place to add to
                found.append(value)
        except Rejected:
            continue
    return found


def _record(number: int, page: dict[str, Any]) -> bytes:
    own = {"url": f"https://bench.example/{number}", "captured_at": "2025-11-09T12:00:00Z"}
    return json.dumps({**own, **page}, ensure_ascii=False).encode()
