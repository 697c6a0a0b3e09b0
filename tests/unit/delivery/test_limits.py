"""Past these limits a worker stops instead of draining its topic."""

from collections.abc import Callable

import pytest

from workers.delivery.failure import TooManyDeadLetters
from workers.delivery.limits import DeadLetterLimits
from workers.delivery.outcome import DeadLettered, Published
from workers.settings import LimitSettings

MakePublished = Callable[..., Published]
MakeDead = Callable[..., DeadLettered]


def test_consecutive_dead_letters_stop_a_partition(dead: MakeDead) -> None:
    """As many as allowed pass, one more stops the worker and says where."""
    limits = DeadLetterLimits(LimitSettings(dead_letter_consecutive=3))
    limits.admit([dead(offset) for offset in range(3)])
    with pytest.raises(
        TooManyDeadLetters, match="4 dead letters one after the other in t-raw-pages partition 0 up to offset 3"
    ):
        limits.admit([dead(3)])


def test_a_good_record_breaks_the_row(dead: MakeDead, published: MakePublished) -> None:
    """A published record in between starts the count anew."""
    limits = DeadLetterLimits(LimitSettings(dead_letter_consecutive=1, dead_letter_window=100))
    for offset in range(0, 10, 2):
        limits.admit([dead(offset), published(offset + 1)])


def test_partitions_are_counted_apart(dead: MakeDead) -> None:
    """A row of dead letters over several partitions is none in any of them."""
    limits = DeadLetterLimits(LimitSettings(dead_letter_consecutive=1))
    limits.admit([dead(0, partition=partition) for partition in range(5)])


def test_the_share_counts_once_the_window_is_full(dead: MakeDead, published: MakePublished) -> None:
    """A full window with too large a share of dead letters stops the worker, a part of one does not."""
    limits = DeadLetterLimits(LimitSettings(dead_letter_ratio=0.5, dead_letter_window=4))
    limits.admit([dead(0), published(1), dead(2), published(3), published(4)])
    with pytest.raises(TooManyDeadLetters, match="3 dead letters among the last 4 records"):
        limits.admit([dead(5), dead(6), dead(7)])


def test_old_records_leave_the_window(dead: MakeDead, published: MakePublished) -> None:
    """What lies before the window no longer counts."""
    limits = DeadLetterLimits(LimitSettings(dead_letter_ratio=0.5, dead_letter_window=2))
    for offset in range(0, 30, 3):
        limits.admit([dead(offset), published(offset + 1), published(offset + 2)])
