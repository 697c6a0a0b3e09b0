"""The agent that compares: annotated pages in, enriched pages, documents and links out."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from typing import Protocol

from pydantic import ValidationError

from schemas.annotated_page import AnnotatedPage
from schemas.base import first_fault
from schemas.dead_letter import Reason
from schemas.enriched_page import EnrichedPage
from workers.agents.annotate import INTAKE, PUBLISH
from workers.delivery.failure import IndexFailed, Unrecoverable
from workers.delivery.outcome import DeadLettered, Message, Outcome, Published, Record, checked
from workers.index.store import StoreError
from workers.intake import Rejected
from workers.projection import project
from workers.telemetry.logging import get_logger
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

STAGE = "dedupe"

_log = get_logger(__name__)


class Decides(Protocol):
    """What the agent needs of `workers.index.deduper.Deduper`."""

    def __len__(self) -> int:
        """Count the documents that are remembered."""

    def decide(self, page: AnnotatedPage) -> EnrichedPage:
        """Compare a page; it is pending until it is committed."""

    def commit(self, page_id: str | None = None) -> None:
        """Write a pending page to the store."""

    def discard(self) -> None:
        """Forget what is pending."""

    def rebuild(self) -> Iterator[int]:
        """Read the store anew; yield the number of entries read so far."""


class Confirms(Protocol):
    """What the agent needs of the index's store beyond the deduper's own use."""

    def assure(self, page_id: str) -> None:
        """Make sure that a page's entry, if there is one, is on its way to the changelog."""

    async def confirm(self) -> None:
        """Wait until all that was written is safe."""


class Dedupe:
    """Turns every annotated record into exactly one outcome, and remembers those that are delivered."""

    def __init__(self, deduper: Decides, store: Confirms, metrics: Metrics, progress: Progress) -> None:
        self._deduper = deduper
        self._store = store
        self._metrics = metrics
        self._progress = progress
        self._stale = True

    def expire(self) -> None:
        """Say that the table may have changed under the index: partitions came or went."""
        self._stale = True

    async def prepare(self) -> None:
        """Build the index from its store, where partitions have changed since."""
        while self._stale:
            self._stale = False
            begun = time.monotonic()
            pages = await asyncio.to_thread(self._rebuild)
            self._metrics.index_documents.set(len(self._deduper))
            _log.info("index_built", pages=pages, seconds=round(time.monotonic() - begun, 3))

    def __call__(self, records: Sequence[Record]) -> list[Outcome]:
        """Work on a batch in order.

        Raises:
            IndexFailed: the index could not be read.
        """
        return [self._outcome(record) for record in records]

    async def remember(self, published: Sequence[Published]) -> None:
        """Write the delivered pages to the index and wait until its changelog has them.

        Raises:
            IndexFailed: the index could not be written.
        """
        try:
            for outcome in published:
                self._deduper.commit(outcome.page_id)
                self._store.assure(outcome.page_id)
            # What became a dead letter after all is not remembered.
            self._deduper.discard()
        except Exception as error:
            raise IndexFailed(f"{type(error).__name__}: {error}") from error
        await self._store.confirm()
        self._metrics.index_documents.set(len(self._deduper))

    def _rebuild(self) -> int:
        pages = 0
        try:
            for read in self._deduper.rebuild():
                pages += read
                self._progress.tick()
        except Exception as error:
            raise IndexFailed(f"{type(error).__name__}: {error}") from error
        return pages

    def _outcome(self, record: Record) -> Outcome:
        stage = INTAKE
        try:
            page = AnnotatedPage.model_validate_json(record.value or b"")
            stage = STAGE
            begun = time.perf_counter()
            enriched = self._deduper.decide(page)
            self._metrics.stage_seconds.labels(STAGE).observe(time.perf_counter() - begun)
            stage = PUBLISH
            messages = tuple(
                Message(topic=event.topic, key=event.key.encode(), value=event.value.model_dump_json().encode())
                for event in project(enriched)
            )
            return checked(Published(record=record, page_id=page.page_id, messages=messages))
        except Unrecoverable:
            raise
        except StoreError as error:
            raise IndexFailed(str(error)) from error
        except Exception as error:  # noqa: BLE001  # a failure of the stage is this record's outcome
            if stage == INTAKE and isinstance(error, ValidationError):
                # Its own words quote the page.
                unread = Rejected(Reason.NOT_A_PAGE, first_fault(error))
                return DeadLettered(record=record, reason=unread.reason, stage=stage, error=unread)
            return DeadLettered(record=record, reason=Reason.STAGE_FAILED, stage=stage, error=error)
        finally:
            self._progress.tick()
