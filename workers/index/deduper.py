"""The deduper: looks up earlier documents, decides, and remembers once it is told to."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta
from heapq import heappop, heappush
from typing import Final, NamedTuple

import numpy as np

from schemas.annotated_page import AnnotatedPage, Fingerprint
from schemas.enriched_page import EnrichedPage, PageEvent
from workers.index.entry import Entry, EntryDocument, EntryError, decode, encode, instant, microseconds
from workers.index.postings import MIN_HITS, Key, Postings
from workers.index.relations import Subject, relations_of
from workers.index.store import EntryStore, Transactional
from workers.stages.dedupe.decision import decide, story_id_of
from workers.stages.dedupe.fingerprint import headline_key
from workers.stages.dedupe.origin import origin_of

REBUILD_CHUNK: Final = 256
"""Entries between two breaths of a rebuild, about 20 ms."""

_MOST_DELETED: Final = 256
"""Expired pages that one commit deletes: some 40 ms of the event loop."""

_FIELDS: Final = frozenset(PageEvent.model_fields)
_BEFORE_ALL: Final = -(1 << 62)


def _no_sign() -> None:
    """Tell nobody."""


class _Pending(NamedTuple):
    """An entry that waits for its commit.

    Attributes:
        entry: what will be written.
        before: what undoes its postings.
    """

    entry: Entry
    before: int | None


class Deduper:
    """Decides what each page's documents are to those of earlier pages.

    Nothing here waits, and nothing is safe to call from two threads at once. Decisions depend on the pages that came
    before and on nothing else: not on how they were batched, nor on restarts between them.

    Args:
        store: where entries are kept. Nobody else writes it.
        ttl: how long a page is remembered, and how far apart two pages may be captured to be compared.
        clock: the present, with an offset; a page captured after it moves no expiry.
        tick: called for each document and each candidate: a page of very many takes its time, and stands not still.
    """

    def __init__(
        self,
        store: EntryStore,
        *,
        ttl: timedelta,
        clock: Callable[[], datetime],
        tick: Callable[[], None] = _no_sign,
    ) -> None:
        self._store = store
        self._tick = tick
        self._ttl_us = ttl // timedelta(microseconds=1)
        self._clock = clock
        self._postings = Postings()
        self._pending: dict[str, _Pending] = {}
        self._ages: list[tuple[int, str]] = []
        self._committed_until: int | None = None
        self._seen_until: int | None = None

    def __len__(self) -> int:
        """Count the documents that later ones are compared with, expired ones that no commit has removed included."""
        return len(self._postings)

    @property
    def watermark(self) -> datetime | None:
        """The latest capture time that is not in the future; what is a ttl older is expired. None before any page."""
        return None if self._seen_until is None else instant(self._seen_until)

    def decide(self, page: AnnotatedPage) -> EnrichedPage:
        """Decide what a page's documents are; the page is remembered as pending.

        A page that is known under its id with the same fingerprints gets the decision that it had; of a page known
        with others, the documents that did not change keep theirs.

        Raises:
            StoreError: an entry cannot be read.
        """
        captured_us = microseconds(page.captured_at)
        until_us = captured_us if page.captured_at <= self._clock() else None
        seen_until = _later(self._seen_until, until_us)
        oldest_us = self._oldest(seen_until)
        known = self._entry(page.page_id, links=True)
        # What earlier pages made expire is gone, whether or not a commit has deleted it yet.
        if known is not None and known.captured_us < self._oldest(self._seen_until):
            known = None
        until_us = _later(until_us, known.until_us if known else None)
        if known is None or known.captured_us < oldest_us:
            known = Entry(captured_us, until_us, ())
        elif known.fingerprints == page.fingerprints:
            return _enriched(page, known)
        unchanged = {each.fingerprint: each.dedupe for each in known.documents}
        origins = [origin_of(page, each) for each in page.documents]
        subjects = []
        for document, origin, mark in zip(page.documents, origins, page.fingerprints, strict=True):
            if mark not in unchanged:
                places = self._postings.candidates(_keys(mark), captured_us, self._ttl_us, oldest_us)
                subjects.append(Subject(document.role, origin, mark, places))
            self._tick()
        relations = iter(relations_of(page.page_id, subjects, self._entry, self._tick))
        documents = []
        for document, origin, mark in zip(page.documents, origins, page.fingerprints, strict=True):
            dedupe = unchanged.get(mark) or decide(
                mark.document_id,
                next(relations),
                begins=story_id_of(mark.document_id, mark.headline + mark.tokens),
            )
            documents.append(EntryDocument(document.role, origin, mark, dedupe))
        entry = Entry(captured_us, until_us, tuple(documents))
        if captured_us >= oldest_us:
            self._seen_until = seen_until
            before = self._postings.put(page.page_id, captured_us, [_keys(each) for each in entry.fingerprints])
            # A page decided twice before its commit is written once, and undone back to what the store holds.
            if (first := self._pending.pop(page.page_id, None)) is not None:
                before = first.before
            self._pending[page.page_id] = _Pending(entry, before)
        return _enriched(page, entry)

    def commit(self, page_id: str | None = None) -> None:
        """Write pending entries into the store in the order of their decisions, then delete some of what has expired.

        A pause or a backfill can make very much expire at once; what is left is deleted by later commits, and no
        decision looks at it meanwhile.

        Args:
            page_id: the one page to commit; without it all are. Pages must be committed in the order in which they
                were decided, since later decisions build on earlier ones. A page with nothing pending is no error.

        Raises:
            StoreError: the store cannot be written. Everything stays pending.
        """
        names = list(self._pending) if page_id is None else [page_id]
        chosen = {name: self._pending[name] for name in names if name in self._pending}
        until = self._committed_until
        for written, each in chosen.items():
            until = _later(until, each.entry.until_us)
            heappush(self._ages, (each.entry.captured_us, written))
        oldest_us = self._oldest(until)
        due: list[tuple[int, str]] = []
        while self._ages and self._ages[0][0] < oldest_us and len(due) < _MOST_DELETED:
            due.append(heappop(self._ages))
        try:
            with self._transaction():
                for written, each in chosen.items():
                    self._store.put(written, encode(each.entry))
                expired = [gone for _, gone in due if self._delete(gone, oldest_us)]
        except Exception:
            for age in due:
                heappush(self._ages, age)
            raise
        self._committed_until = until
        for written in chosen:
            del self._pending[written]
        for gone in expired:
            # A younger version that is still pending keeps its postings.
            if gone not in self._pending:
                self._postings.remove(gone)
        if not self._pending:
            self._postings.compact()

    def discard(self) -> None:
        """Forget all pending pages, as if they had never been decided."""
        for page_id, each in self._pending.items():
            self._postings.restore(page_id, each.before)
        self._pending.clear()
        self._seen_until = self._committed_until

    def rebuild(self) -> Iterator[int]:
        """Make the postings anew from the store, dropping what is pending.

        Yields:
            The number of entries read since the last time, every 256 entries and at the end, so that an event loop
            can breathe.

        Raises:
            StoreError: an entry cannot be read.
        """
        self._postings = Postings()
        self._pending.clear()
        self._ages.clear()
        self._committed_until = self._seen_until = None
        count = 0
        for page_id, data in self._store.items():
            entry = _decoded(page_id, data)
            self._postings.put(page_id, entry.captured_us, [_keys(each) for each in entry.fingerprints])
            heappush(self._ages, (entry.captured_us, page_id))
            self._committed_until = self._seen_until = _later(self._committed_until, entry.until_us)
            count += 1
            if count == REBUILD_CHUNK:
                yield count
                count = 0
        yield count

    def _entry(self, page_id: str, *, links: bool = False) -> Entry | None:
        """Read a page's entry, the pending one before the stored one; a stored one's links only where asked for."""
        if (pending := self._pending.get(page_id)) is not None:
            return pending.entry
        data = self._store.get(page_id)
        return None if data is None else _decoded(page_id, data, links=links)

    def _oldest(self, until_us: int | None) -> int:
        """Tell the capture time before which pages are expired, given a watermark."""
        return _BEFORE_ALL if until_us is None else until_us - self._ttl_us

    def _delete(self, page_id: str, oldest_us: int) -> bool:
        """Delete an entry unless a younger one has taken its place; tell whether."""
        data = self._store.get(page_id)
        if data is None or _decoded(page_id, data).captured_us >= oldest_us:
            return False
        self._store.delete(page_id)
        return True

    def _transaction(self) -> AbstractContextManager[None]:
        return self._store.transaction() if isinstance(self._store, Transactional) else nullcontext()


def _later(one: int | None, other: int | None) -> int | None:
    return max((each for each in (one, other) if each is not None), default=None)


def _decoded(page_id: str, data: bytes, *, links: bool = False) -> Entry:
    try:
        return decode(data, links=links)
    except EntryError as error:
        raise EntryError(f"page {page_id}: {error}") from error


def _keys(mark: Fingerprint) -> list[Key]:
    keys = [Key(value) for value in np.frombuffer(mark.keys, "<u8").tolist()]
    heading = headline_key(mark)
    return keys if heading is None else [*keys, Key(heading, MIN_HITS)]


def _enriched(page: AnnotatedPage, entry: Entry) -> EnrichedPage:
    documents = tuple(
        document.model_copy(update={"dedupe": each.dedupe})
        for document, each in zip(page.documents, entry.documents, strict=True)
    )
    fields = {name: getattr(page, name) for name in _FIELDS - {"documents"}}
    return EnrichedPage(documents=documents, **fields)
