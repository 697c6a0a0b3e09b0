"""A worker that stands still is ended; one that works or has nothing to do is not."""

import asyncio
import contextlib
import io
import os
import sys
import threading

import pytest

from workers.telemetry.watchdog import Stall, Watchdog, end_process


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Tell the time in seconds."""
        return self.now


def test_records_that_wait_without_a_sign_of_work_are_a_stall() -> None:
    """Waiting records and unchanged signs for longer than allowed are too long."""
    clock = Clock()
    stall = Stall(10, clock)
    stall.observe(("offset", 5), waiting=True)
    clock.now += 10
    stall.observe(("offset", 5), waiting=True)
    before = stall.too_long
    clock.now += 1
    assert (before, stall.too_long, stall.seconds) == (False, True, 11)


def test_a_sign_of_work_begins_the_time_anew() -> None:
    """Any change of the signs counts as work."""
    clock = Clock()
    stall = Stall(10, clock)
    for offset in range(5):
        stall.observe(("offset", offset), waiting=True)
        clock.now += 9
    assert not stall.too_long


def test_nothing_to_do_is_no_stall() -> None:
    """An idle worker may stay idle, and its idle time is not held against it when work comes."""
    clock = Clock()
    stall = Stall(10, clock)
    stall.observe("same", waiting=False)
    clock.now += 1000
    stall.observe("same", waiting=True)
    assert not stall.too_long


def test_a_broker_that_cannot_be_asked_holds_no_new_time_against_the_worker_before_it_waits() -> None:
    """Without any observation there is no verdict."""
    assert not Stall(0).too_long


def test_time_that_nobody_could_measure_is_not_held_against_the_worker() -> None:
    """Work that waited before the broker was lost begins its time anew when it answers again."""
    clock = Clock()
    stall = Stall(10, clock)
    stall.observe("same", waiting=True)
    stall.pause()
    clock.now += 1000
    lost = stall.too_long
    stall.observe("same", waiting=True)
    clock.now += 9
    assert (lost, stall.too_long) == (False, False)
    clock.now += 2
    assert stall.too_long


async def test_a_hanging_loop_ends_the_process() -> None:
    """A loop that does not run for longer than allowed is found from the watchdog's thread."""
    clock = Clock()
    ended: list[str] = []
    ticked = asyncio.Event()
    watchdog = Watchdog({}, 10, ended.append, lambda _late: ticked.set(), clock, tick_seconds=0.01)
    ticking = asyncio.create_task(watchdog.tick())
    watchdog.start()
    for _ in range(3):
        clock.now += 9
        ticked.clear()
        await ticked.wait()
        await asyncio.sleep(0)
        assert watchdog.complaint is None
    clock.now += 11
    _join_watchdog()
    ticking.cancel()
    assert ended == ["the event loop has not run for 11 s"]


def _join_watchdog() -> None:
    """Hold the event loop until the watchdog's thread has ended."""
    for thread in threading.enumerate():
        if thread.name == "khabar-watchdog":
            thread.join(10)
            assert not thread.is_alive()


def test_a_stall_ends_the_process_once() -> None:
    """A stall is reported once, with whose it is and how long it lasted; a busy agent does not hide it."""
    clock = Clock()
    ended: list[str] = []
    busy, stalled = Stall(5, clock), Stall(5, clock)
    for stall in (busy, stalled):
        stall.observe("same", waiting=True)
    clock.now += 6
    busy.observe("another", waiting=True)
    watchdog = Watchdog({"annotate": busy, "dedupe": stalled}, 60, ended.append, tick_seconds=0.01)
    watchdog.start()
    _join_watchdog()
    assert ended == ["dedupe: records wait and nothing was done for 6 s"]
    assert watchdog.complaint is not None


def test_a_stopped_watchdog_ends_nothing() -> None:
    """After its stop the watchdog is silent, however long the loop hangs."""
    clock = Clock()
    ended: list[str] = []
    watchdog = Watchdog({}, 10, ended.append, clock=clock, tick_seconds=0.01)
    watchdog.start()
    watchdog.stop()
    clock.now += 11
    _join_watchdog()
    assert (ended, watchdog.complaint) == ([], "the event loop has not run for 11 s")


def test_a_process_ends_where_nobody_reads_its_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that cannot be flushed, on a full disk or without a reader, keeps no process alive."""
    codes: list[int] = []

    class Broken(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Broken())
    monkeypatch.setattr(os, "_exit", codes.append)
    with contextlib.suppress(BrokenPipeError):
        end_process(8)
    assert codes == [8]
