"""Faust's consumer, made to commit only what delivery has let go.

Faust commits whatever its streams have acknowledged, and they acknowledge more than is done: a cancelled or failed
event, an event of an earlier generation that is skipped, an event that does not decode. It also commits past one
pending record where the acknowledged ones begin right behind it (`Consumer._new_offset`). So acknowledgements only do
Faust's bookkeeping here, and an offset moves by `let_go` alone.
"""

import asyncio
import logging
from collections.abc import Coroutine, Iterable, Iterator, Mapping
from typing import Any

from aiokafka.errors import CommitFailedError, KafkaError
from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from mode.services import WaitResults
from mode.utils.futures import notify

from workers.telemetry.logging import get_logger

_log = get_logger(__name__)


class _Thread(driver.AIOKafkaConsumerThread):
    """The consumer's thread, which outlives a commit that a broker did not take."""

    logger = logging.getLogger("faust.consumer")

    async def seek_to_committed(self) -> Mapping[TP, int]:
        """Seek partitions to their committed offsets, and those that have none to their beginning.

        aiokafka leaves the latter where they are, and what was fetched and thrown away before does not come again.
        """
        committed: Mapping[TP, int] = await self.call_thread(self._rewind)
        return committed

    async def _rewind(self) -> Mapping[TP, int]:
        consumer = self._ensure_consumer()
        committed: Mapping[TP, int] = await consumer.seek_to_committed()
        fresh = [tp for tp, offset in committed.items() if not offset and not self.consumer._is_changelog_tp(tp)]  # noqa: SLF001  # faust's own test
        if fresh:
            await consumer.seek_to_beginning(*fresh)
        return committed

    async def _commit(self, offsets: Mapping[TP, int]) -> bool:
        consumer = self._ensure_consumer()
        mine = self.assignment()
        wanted = {driver.ensure_aiokafka_TP(tp): offset for tp, offset in offsets.items() if tp in mine}
        try:
            await consumer.commit(wanted)
        except (CommitFailedError, KafkaError) as error:
            # Nothing is lost: the offset goes with the next commit (`_commit_offsets`), or the records come again.
            _log.warning("commit_failed", error=f"{type(error).__name__}: {error}")
            return False
        return True


class CarefulConsumer(driver.Consumer):
    """A consumer whose offsets move by `let_go` alone.

    Records of a partition must be let go in their order: an offset says that all before it is done.
    """

    logger = logging.getLogger("faust.consumer")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # faust's signature
        super().__init__(*args, **kwargs)
        self._done: dict[Any, int] = {}
        self._must_seek = False

    def _new_consumer_thread(self) -> _Thread:
        return _Thread(self, loop=self.loop, beacon=self.beacon)

    async def perform_seek(self) -> None:
        """Go back to the committed offsets; until that has worked, nothing is read."""
        self._must_seek = True
        await super().perform_seek()
        self._must_seek = False

    async def _getmany(self, active_partitions: set[TP] | None, timeout: float) -> Any:  # noqa: ANN401, ASYNC109  # faust's signature
        if self._must_seek:
            # Faust goes on after a seek that failed or took too long.
            await self.perform_seek()
        return await super()._getmany(active_partitions, timeout)

    async def wait_first(self, *waits: Any, timeout: Any = None) -> WaitResults:  # noqa: ANN401, ASYNC109  # faust's signature
        """Wait as Faust does, but at less cost for a record on its way to its stream.

        Faust awaits that way beside three signals, with a task and its end for each; it nearly always ends at once, and
        then needs none of them.
        """
        if timeout is None and len(waits) > 1 and asyncio.iscoroutine(waits[0]):
            way, *signals = waits
            first = asyncio.ensure_future(way)
            try:
                await asyncio.sleep(0)
            except asyncio.CancelledError:
                first.cancel()
                _close(signals)
                raise
            if first.done():
                _close(signals)
                return WaitResults([way], [first.result()], stopped=False)
            waits = (first, *signals)
        return await super().wait_first(*waits, timeout=timeout)

    def let_go(self, message: Any) -> None:  # noqa: ANN401  # faust is untyped
        """Mark a record as done: its effects are delivered and remembered."""
        self.release(message.tp, message.offset + 1)
        message.ack(self)

    def hold(self, message: Any) -> None:  # noqa: ANN401  # faust is untyped
        """Let the streams be through with a record that is not done yet; `release` says later that it is."""
        message.ack(self)

    def release(self, tp: Any, offset: int) -> None:  # noqa: ANN401  # faust is untyped
        """Mark all records of a partition before an offset as done."""
        self._done[tp] = max(self._done.get(tp, 0), offset)

    def ack(self, message: Any) -> bool:  # noqa: ANN401  # faust is untyped
        """Note that a stream is through with a message, which says nothing about its effects.

        It is not counted, as Faust would do to commit after so many: it commits between reading a record's offset and
        passing the record on, and a rebalance that came meanwhile would be forgotten.
        """
        message.acked = True
        self._unacked_messages.discard(message)
        notify(self._waiting_for_ack)
        return True

    async def on_partitions_revoked(self, revoked: set[Any]) -> None:
        """Let Faust finish and commit what is in work, then forget the partitions."""
        await super().on_partitions_revoked(revoked)
        for tp in revoked:
            self._done.pop(tp, None)

    def committed(self) -> dict[Any, int]:
        """Give the offset that the next commit of each partition begins from."""
        return dict(self._committed_offset)

    async def _commit_offsets(self, offsets: Mapping[Any, int], start_new_transaction: bool = True) -> bool:  # noqa: FBT001, FBT002  # faust's signature
        """Commit, and try again the next time where a broker did not take it: Faust would take it for done."""
        before = {tp: self._committed_offset.get(tp) for tp in offsets}
        committed: bool = await super()._commit_offsets(offsets, start_new_transaction)
        if not committed:
            self._committed_offset.update(before)
        return committed

    def _filter_tps_with_pending_acks(self, topics: Any = None) -> Iterator[Any]:  # noqa: ANN401  # faust's signature
        return (tp for tp in list(self._done) if topics is None or tp in topics or tp.topic in topics)

    def _new_offset(self, tp: Any) -> int | None:  # noqa: ANN401  # faust's signature
        return self._done.get(tp)


def _close(unheard: Iterable[Coroutine[Any, Any, Any]]) -> None:
    for each in unheard:
        each.close()


class CarefulTransport(driver.Transport):
    """Faust's Kafka transport with a careful consumer."""

    Consumer = CarefulConsumer
