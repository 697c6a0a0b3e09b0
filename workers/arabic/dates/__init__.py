"""Dates as Arabic news pages write them, read into ISO 8601."""

from workers.arabic.dates.age import age_end
from workers.arabic.dates.clock import may_hold_clock
from workers.arabic.dates.stamps import Purpose, Stamp, StampLine, find_stamps, read_stamp_line, trailing_label

__all__ = [
    "Purpose",
    "Stamp",
    "StampLine",
    "age_end",
    "find_stamps",
    "may_hold_clock",
    "read_stamp_line",
    "trailing_label",
]
