"""The whole way of a page within one process: intake, the chain, and the index, without topics in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from schemas.annotated_page import AnnotatedPage
from schemas.dead_letter import Reason
from schemas.enriched_page import EnrichedPage
from workers.cli.errors import BROKEN, Failure
from workers.cli.inputs import Record
from workers.index.deduper import Deduper
from workers.index.store import MemoryStore, StoreError
from workers.intake import ProfileOf, Rejected, close_page, no_profile, open_page
from workers.stages.chain import ANNOTATE
from workers.trial import ChainBroken, try_chain

INDEX_FILE: Final = "dedupe-index.sqlite"
"""What `--state` keeps in its folder."""


def check_chain() -> None:
    """Make sure that the chain can read pages, before a command touches any.

    Raises:
        Failure: it fails on the trial page; the exit code is 11.
    """
    try:
        try_chain()
    except ChainBroken as error:
        failure = Failure(str(error))
        failure.exit_code = BROKEN
        raise failure from error


@contextmanager
def open_index(state: Path | None, *, ttl: timedelta) -> Iterator[Deduper]:
    """Open the memory of earlier documents.

    Args:
        state: the folder that keeps it between runs, made where it is missing; None forgets it at the end.
        ttl: how long a page is remembered, by capture time.

    Raises:
        Failure: the folder holds something else, or another run uses it.
    """
    if state is None:
        yield Deduper(MemoryStore(), ttl=ttl, clock=_now)
        return
    from workers.index.sqlite import SqliteStore  # noqa: PLC0415  # a run without a state needs no database

    state.mkdir(parents=True, exist_ok=True)
    try:
        with SqliteStore(state / INDEX_FILE) as store:
            deduper = Deduper(store, ttl=ttl, clock=_now)
            for _ in deduper.rebuild():
                pass
            yield deduper
    except StoreError as error:
        raise Failure(str(error)) from error


def _now() -> datetime:
    return datetime.now(UTC)


def enrich(record: Record, deduper: Deduper, profile_of: ProfileOf = no_profile) -> EnrichedPage:
    """Lead one record through everything; its entry in the index stays pending until the caller commits it.

    Args:
        record: what should be a page.
        deduper: the memory of earlier documents.
        profile_of: what is known of the page's source.

    Raises:
        Rejected: the record is no page, or a stage failed on it.
    """
    return deduper.decide(annotate(record, profile_of))


def annotate(record: Record, profile_of: ProfileOf = no_profile) -> AnnotatedPage:
    """Lead one record through the chain.

    Raises:
        Rejected: as `enrich`.
    """
    stage = "intake"
    try:
        page = open_page(record.read(), captured_at=record.captured_at, profile_of=profile_of)
        for step in ANNOTATE.stages:
            stage = step.name
            page = step.apply(page)
        stage = "publish"
        return close_page(page)
    except Rejected:
        raise
    except Exception as error:
        raise Rejected(Reason.STAGE_FAILED, f"{stage}: {type(error).__name__}: {error}") from error
