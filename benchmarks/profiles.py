"""What a source's pages teach: keywords without delimiters, before and after so many pages of one source.

    python -m benchmarks.profiles [--articles ../shared/corpus/articles.jsonl.gz] [--after 0 50 500] [--tried 300]

Pages are whole ones, each an article with its stamp, credit and keyword line, led through repair, segmentation and
metadata with the profile that the pages before them have taught; the pages tried are others. The line of tags is in
the publisher's order (sorted) or in any; its tags are the article's own, most of which its text holds, or those of
another article, so that nothing but the line and its likes tells where a tag ends.
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sys import path
from typing import Any, Final

path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.pages import CORPUS
from schemas.annotated_page import AnnotatedPage
from schemas.raw_page import RawPage
from schemas.source_profile import SourceProfile
from workers.intake import close_page, open_page
from workers.profiles.files import write_profile
from workers.profiles.learning import Learner
from workers.stages.metadata import METADATA
from workers.stages.repair import REPAIR
from workers.stages.segmentation import SEGMENTATION
from workers.stages.stage import Chain

CHAIN: Final = Chain([REPAIR, SEGMENTATION, METADATA])
RENEWED: Final = 25
"""Articles after which pages are read with what was learned."""
FIRST: Final = datetime(2025, 1, 1, tzinfo=UTC)

Sample = tuple[RawPage, tuple[str, ...]]
"""A page, and its tags."""


def samples(articles: Sequence[dict[str, Any]], *, sorts: bool, own: bool, seed: int = 5) -> list[Sample]:
    """Make one source's pages out of articles with tags."""
    rng = random.Random(seed)
    tags = [article["tags"] for article in articles]
    if not own:
        tags = tags[1:] + tags[:1]
    found = []
    for number, (article, told) in enumerate(zip(articles, tags, strict=True)):
        line = sorted(told) if sorts else rng.sample(told, len(told))
        day = FIRST + timedelta(hours=number)
        lines = [article["headline"], f"تاريخ النشر: {day:%Y/%m/%d %H:%M}", *article["paragraphs"]]
        lines += ["المصدر: صحيفة الواحة", f"كلمات دلالية: {' '.join(line)}"]
        raw = RawPage(text="\n".join(lines), url=f"https://site.example/{number}", captured_at=day + timedelta(hours=1))
        found.append((raw, tuple(line)))
    return found


def read(page: RawPage, profile: SourceProfile | None) -> AnnotatedPage:
    """Lead a page through the chain."""
    return close_page(CHAIN(open_page(page, captured_at=FIRST, profile_of=lambda _source: profile)))


def f1(tried: Sequence[Sample], profile: SourceProfile | None) -> float:
    """Give the F1 of the keywords found."""
    right = found = wanted = 0
    for page, tags in tried:
        got = {tag for document in read(page, profile).documents[:1] for tag in document.metadata.keywords}
        right += len(got & set(tags))
        found += len(got)
        wanted += len(set(tags))
    return 2 * right / max(1, found + wanted)


def curve(
    pages: Sequence[Sample], tried: Sequence[Sample], after: Sequence[int]
) -> tuple[list[float], SourceProfile, float]:
    """Learn from pages; give the F1 after so many, the last profile, and the CPU seconds that learning a page takes."""
    learner = Learner("site.example")
    profile = None
    figures = []
    seconds = 0.0
    for number, (page, _) in enumerate(pages[: after[-1] + 1]):
        if number in after:
            profile = learner.profile() if number else None
            figures.append(f1(tried, profile))
        event = read(page, profile)
        begun = time.process_time()
        learner.learn(event)
        if number % RENEWED == RENEWED - 1:
            profile = learner.profile()
        seconds += time.process_time() - begun
    return figures, learner.profile(), seconds / max(1, after[-1])


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=CORPUS)
    parser.add_argument("--after", type=int, nargs="+", default=[0, 50, 500])
    parser.add_argument("--tried", type=int, default=300)
    options = parser.parse_args()
    if not options.articles.is_file():
        print(f"no articles at {options.articles}: nothing to measure on")
        return
    with gzip.open(options.articles, "rt", encoding="utf-8") as lines:
        articles = [article for article in map(json.loads, lines) if len(article["tags"]) > 1]
    random.Random(11).shuffle(articles)
    print("| tags | order |", " | ".join(f"{count:,} pages" for count in options.after), "|")
    print("| --- | --- |", " | ".join("---:" for _ in options.after), "|")
    for own in (True, False):
        for sorts in (True, False):
            pages = samples(articles, sorts=sorts, own=own)
            figures, profile, seconds = curve(pages, pages[-options.tried :], options.after)
            name = "the article's own" if own else "another article's"
            print(
                f"| {name} | {'sorted' if sorts else 'any'} |", " | ".join(f"{figure:.3f}" for figure in figures), "|"
            )
    print(f"\nlearning: {seconds * 1000:.2f} ms a page, a profile every {RENEWED} pages included")
    print(f"the last profile: {len(write_profile(profile)):,} bytes of JSON, {profile.articles:,} articles")


if __name__ == "__main__":
    main()
