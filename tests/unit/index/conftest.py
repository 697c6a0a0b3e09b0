"""Annotated pages of random words, and dedupers over any store."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from schemas.annotated_page import AnnotatedPage
from schemas.base import Span
from schemas.document import Document, Headline, Metadata, Role
from schemas.identity import document_id_of
from workers.index.deduper import Deduper
from workers.index.store import EntryStore, MemoryStore
from workers.intake import close_page
from workers.stages.dedupe import FINGERPRINT
from workers.stages.page import Page

BEGIN = datetime(2025, 3, 1, 6, tzinfo=UTC)
LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"


@pytest.fixture(scope="session")
def prose() -> Callable[[int, int], str]:
    """Give a writer of `count` random words, the same for the same `seed`."""

    def write(count: int, seed: int = 1) -> str:
        rng = random.Random(seed)  # noqa: S311  # a sample, no secret
        return " ".join("".join(rng.choices(LETTERS, k=rng.randrange(3, 8))) for _ in range(count))

    return write


@pytest.fixture(scope="session")
def page() -> Callable[..., AnnotatedPage]:
    """Give a maker of pages: the article's text, teasers' texts, hours since the first of March 2025."""

    def make(  # noqa: PLR0913  # what tests vary
        page_id: str,
        article: str | None,
        *teasers: str,
        hours: float = 0,
        publisher: str | None = "صحيفة",
        url: str | None = None,
        headline: str | None = None,
    ) -> AnnotatedPage:
        text, documents = "", []
        parts = [(Role.TEASER, number, body) for number, body in enumerate(teasers)]
        for role, number, body in [(Role.ARTICLE, 0, article), *parts] if article is not None else parts:
            title = None
            if headline and role is Role.ARTICLE:
                title = Headline(start=len(text), end=len(text) + len(headline), text=headline)
                text += headline + "\n"
            span = Span(start=len(text), end=len(text) + len(body or ""))
            text += f"{body}\n"
            documents.append(
                Document(
                    document_id=document_id_of(page_id, role, number),
                    role=role,
                    headline=title,
                    paragraphs=(span,),
                    metadata=Metadata(publisher=publisher if role is Role.ARTICLE else None),
                )
            )
        captured_at = BEGIN + timedelta(hours=hours)
        made = Page(
            page_id=page_id, url=url, source=None, captured_at=captured_at, text=text, documents=tuple(documents)
        )
        return close_page(FINGERPRINT.apply(made))

    return make


@pytest.fixture(scope="session")
def deduper() -> Callable[..., Deduper]:
    """Give a maker of dedupers; the present is a year after the pages, unless told otherwise."""

    def make(store: EntryStore | None = None, *, ttl_hours: float = 168, now_hours: float = 8_760) -> Deduper:
        made = Deduper(
            MemoryStore() if store is None else store,
            ttl=timedelta(hours=ttl_hours),
            clock=lambda: BEGIN + timedelta(hours=now_hours),
        )
        for _ in made.rebuild():
            pass
        return made

    return make
