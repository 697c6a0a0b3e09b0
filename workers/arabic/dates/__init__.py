"""Dates as Arabic news pages write them, read into ISO 8601."""

from workers.arabic.dates.stamps import Purpose, Stamp, StampLine, find_stamps, read_stamp_line, trailing_label

__all__ = ["Purpose", "Stamp", "StampLine", "find_stamps", "read_stamp_line", "trailing_label"]
