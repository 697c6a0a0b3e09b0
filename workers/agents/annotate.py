"""The agent that runs the chain: raw pages in, annotated pages out."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Final
from urllib.parse import urlsplit

from schemas.dead_letter import Reason
from topics.catalogue import ANNOTATED_PAGES
from workers.delivery.outcome import DeadLettered, Message, Outcome, Published, Record, checked
from workers.intake import ProfileOf, Rejected, close_page, no_profile, open_page, read_page
from workers.stages.page import Page
from workers.stages.stage import Chain
from workers.telemetry.metrics import Metrics
from workers.telemetry.progress import Progress

INTAKE: Final = "intake"
PUBLISH: Final = "publish"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Annotate:
    """Turns every raw record into exactly one outcome.

    Attributes:
        clock: the capture time of a page whose record has no time stamp.
        profile_of: what is known of a page's source.
    """

    chain: Chain
    metrics: Metrics
    progress: Progress
    clock: Callable[[], datetime] = _now
    profile_of: ProfileOf = no_profile

    def __call__(self, records: Sequence[Record]) -> list[Outcome]:
        """Work on a batch; no record's failure touches another one.

        All records take a step before one takes the next: what a step needs of code and data stays in the processor's
        caches, and a page costs a tenth less than if each went all its way alone.
        """
        steps = list(zip_longest(*map(self._lead, records)))
        return [outcome for taken in zip(*steps, strict=True) for outcome in taken if outcome]

    def _lead(self, record: Record) -> Iterator[Outcome | None]:
        """Lead a record through intake and chain: nothing after each step but the last, which gives the outcome."""
        stage = INTAKE
        outcome: Outcome
        try:
            raw = read_page(record.value or b"", url=url_of(record))
            page = open_page(raw, captured_at=record.stamped_at or self.clock(), profile_of=self.profile_of)
            for step in self.chain.stages:
                yield None
                stage = step.name
                page = self._timed(stage, step.apply, page)
            yield None
            stage = PUBLISH
            event = Message(
                topic=ANNOTATED_PAGES,
                key=page.page_id.encode(),
                value=close_page(page).model_dump_json().encode(),
            )
            outcome = checked(Published(record=record, page_id=page.page_id, messages=(event,)))
        except Rejected as rejected:
            outcome = DeadLettered(record=record, reason=rejected.reason, stage=stage, error=rejected)
        except Exception as error:  # noqa: BLE001  # a stage's failure is this record's outcome
            outcome = DeadLettered(record=record, reason=Reason.STAGE_FAILED, stage=stage, error=error)
        self.progress.tick()
        yield outcome

    def _timed(self, stage: str, apply: Callable[[Page], Page], page: Page) -> Page:
        begun = time.perf_counter()
        try:
            return apply(page)
        finally:
            self.metrics.stage_seconds.labels(stage).observe(time.perf_counter() - begun)
            self.progress.tick()


def url_of(record: Record) -> str | None:
    """Read a bare text's address from its record's key, where that is an HTTP address."""
    try:
        key = (record.key or b"").decode()
        parts = urlsplit(key)
    except ValueError:
        return None
    return key if parts.scheme in {"http", "https"} and parts.netloc else None
