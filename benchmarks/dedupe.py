"""Dedupe on one core: fingerprint, look-up and verification, decision, commit.

    python benchmarks/dedupe.py --documents 20000

Figures are documents a second of CPU time, and ratios to reading and writing the same pages as JSON, which the same
machine does at the same speed: only the ratios can be compared between machines.
"""

import argparse
import itertools
import random
import resource
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from schemas.annotated_page import AnnotatedPage
from schemas.base import Span
from schemas.document import Document, Metadata, Role
from schemas.enriched_page import EnrichedPage
from schemas.identity import document_id_of
from workers.index.deduper import Deduper
from workers.index.store import MemoryStore
from workers.intake import close_page
from workers.stages.dedupe import FINGERPRINT
from workers.stages.page import Page

BEGIN = datetime(2025, 1, 1, tzinfo=UTC)
VOCABULARY = 40_000
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
SECONDS_APART = 25
COPIES = 0.2
TEASERS = 0.5


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run measured.

    Attributes:
        documents: articles and teasers that went through.
        fingerprint_seconds: CPU time of the fingerprint stage.
        decide_seconds: CPU time of look-up, verification, decision and commit.
        slowest_page_seconds: the slowest page of the latter, wall clock.
        json_seconds: CPU time of writing and reading the same annotated pages as JSON.
        rebuild_seconds: CPU time of making the postings anew from the store.
        found: share of copies and teasers, made by the benchmark, whose original was found.
        memory_bytes: growth of the process by index and store.
    """

    documents: int
    fingerprint_seconds: float
    decide_seconds: float
    slowest_page_seconds: float
    json_seconds: float
    rebuild_seconds: float
    found: float
    memory_bytes: int

    @property
    def documents_a_second(self) -> float:
        """Documents through fingerprint and decision in a second of one core."""
        return self.documents / (self.fingerprint_seconds + self.decide_seconds)


def measure(documents: int, *, seed: int = 1) -> Figures:
    """Send made-up pages through: half the pages carry a teaser, one article in five is a copy.

    Args:
        documents: about how many articles and teasers to send.
        seed: what the random choices begin from.
    """
    pages, copies = _compose(documents, random.Random(seed))
    begun = time.process_time()
    marked = [FINGERPRINT.apply(page) for page in pages]
    fingerprint_seconds = time.process_time() - begun

    annotated = [close_page(page) for page in marked]
    begun = time.process_time()
    for page in annotated:
        AnnotatedPage.model_validate_json(page.model_dump_json())
    json_seconds = time.process_time() - begun

    memory = _memory_bytes()
    store = MemoryStore()
    deduper = Deduper(store, ttl=timedelta(days=7), clock=lambda: datetime.now(UTC))
    begun, slowest, found = time.process_time(), 0.0, 0
    for page, copied in zip(annotated, copies, strict=True):
        at = time.perf_counter()
        event = deduper.decide(page)
        deduper.commit(page.page_id)
        slowest = max(slowest, time.perf_counter() - at)
        found += sum(_is_known(event, position) for position in copied)
    decide_seconds = time.process_time() - begun
    memory = _memory_bytes() - memory

    begun = time.process_time()
    for _ in Deduper(store, ttl=timedelta(days=7), clock=lambda: datetime.now(UTC)).rebuild():
        pass
    return Figures(
        documents=sum(len(page.documents) for page in pages),
        fingerprint_seconds=fingerprint_seconds,
        decide_seconds=decide_seconds,
        slowest_page_seconds=slowest,
        json_seconds=json_seconds,
        rebuild_seconds=time.process_time() - begun,
        found=found / max(1, sum(map(len, copies))),
        memory_bytes=memory,
    )


def _compose(documents: int, rng: random.Random) -> tuple[list[Page], list[list[int]]]:
    """Make pages, and for each the positions of documents whose original came before."""
    vocabulary = ["".join(rng.choices(LETTERS, k=rng.randrange(2, 8))) for _ in range(VOCABULARY)]
    # Words of a language follow Zipf's law: common ones make common shingles, which is what an index suffers from.
    weights = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    bodies: list[list[str]] = []
    pages: list[Page] = []
    copies: list[list[int]] = []
    made = 0
    while made < documents:
        copied = []
        if bodies and rng.random() < COPIES:
            words = rng.choice(bodies[-2_000:])
            copied.append(0)
        else:
            words = rng.choices(vocabulary, cum_weights=weights, k=rng.randrange(60, 500))
        texts = [" ".join(words)]
        if bodies and rng.random() < TEASERS:
            texts.append(" ".join(rng.choice(bodies[-2_000:])[: rng.randrange(30, 120)]))
            copied.append(1)
        bodies.append(words)
        pages.append(_page(len(pages), texts))
        copies.append(copied)
        made += len(texts)
    return pages, copies


def _page(number: int, texts: list[str]) -> Page:
    page_id, at, documents = f"page-{number}", 0, []
    for text, role in zip(texts, (Role.ARTICLE, Role.TEASER), strict=False):
        documents.append(
            Document(
                document_id=document_id_of(page_id, role, 0),
                role=role,
                paragraphs=(Span(start=at, end=at + len(text)),),
                metadata=Metadata(publisher=f"publisher {number % 20}"),
            )
        )
        at += len(text) + 1
    captured_at = BEGIN + timedelta(seconds=number * SECONDS_APART)
    return Page(
        page_id=page_id,
        url=None,
        source=None,
        captured_at=captured_at,
        text="\n".join(texts),
        documents=tuple(documents),
    )


def _is_known(event: EnrichedPage, position: int) -> bool:
    dedupe = event.documents[position].dedupe
    return dedupe is not None and dedupe.decision != "new"


def _memory_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    figures = measure(parser.parse_args().documents)
    steps = {
        "fingerprint": figures.fingerprint_seconds,
        "decide and commit": figures.decide_seconds,
        "JSON there and back": figures.json_seconds,
        "rebuild": figures.rebuild_seconds,
    }
    print(f"{'step':<22}{'documents/s':>12}{'of JSON':>10}")
    for step, seconds in steps.items():
        print(f"{step:<22}{figures.documents / seconds:>12,.0f}{seconds / figures.json_seconds:>10.2f}")
    print(f"\n{figures.documents:,} documents, {figures.documents_a_second:,.0f} a second in all")
    print(f"slowest page {figures.slowest_page_seconds * 1000:.1f} ms; {figures.found:.4f} of the copies found")
    print(f"{figures.memory_bytes / figures.documents:,.0f} bytes a document, the store in memory included")


if __name__ == "__main__":
    main()
