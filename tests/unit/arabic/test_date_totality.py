"""The reader of dates takes any text, in linear time."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.arabic.dates import read_stamp_line

PIECES = st.sampled_from(
    ["24", "أبريل", "2024", "/", "-", ".", ":", " ", "15:12", "م", "ص", "GMT", "+3", "منذ", "ساعة", "أمس", "هـ", "1445",
     "رمضان", "th", ",", "\n", "\u200f", "ـ", "ً", "الأربعاء", "آخر تحديث", "@", "T", "Z", "9999", "0", "İ", "\ud800"]
)  # fmt: skip
CAPTURES = st.one_of(
    st.none(),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from([datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]),
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)), CAPTURES)
def test_any_line_is_read(line: str, captured_at: datetime | None) -> None:
    """Whatever the line, stamps come back in order, disjoint, inside it, and the same each time."""
    read = read_stamp_line(line, captured_at=captured_at)

    assert read == read_stamp_line(line, captured_at=captured_at)
    end = 0
    for stamp in read.stamps:
        assert end <= stamp.start < stamp.end <= len(line)
        end = stamp.end
        assert (stamp.value is None) == (stamp.precision is None)


@pytest.mark.parametrize(
    "unit", ["1", "1/", "12:30 ", "24 أبريل ", "24 أبريل 2024 ", "Mar 1 2", "1 ", "تاريخ ", "م 1:30 ", "24/"]
)
def test_time_grows_with_the_text(unit: str) -> None:
    """Eight times the text takes far less than eight times eight the time, repeated pieces of dates included."""
    short, long = (min(_seconds(unit * count) for _ in range(3)) for count in (2_000, 16_000))

    assert long < 24 * short + 0.01


def _seconds(line: str) -> float:
    begun = time.perf_counter()
    read_stamp_line(line)
    return time.perf_counter() - begun
