"""Times of day: 24-hour and 12-hour clocks, and the zone where one is stated."""

import re
from typing import Final, NamedTuple

from workers.arabic.dates.vocabulary import DAY_PARTS, HIJRI_MONTHS, MONTHS, ZONES, key, one_of

_PART: Final = one_of(DAY_PARTS)
_ZONE: Final = (
    r"[\s(\-–]{0,3}(?:ب?توقيت\s)?(?P<zone>" + one_of(ZONES) + r")"
    r"(?:\s?(?P<zone_sign>[+\-])\s?(?P<zone_hours>[0-9]{1,2})(?![0-9])(?::?(?P<zone_minutes>[0-9]{2})(?![0-9]))?(?![/.\-]))?\)?"
)
_MONTH: Final = one_of([*MONTHS, *HIJRI_MONTHS])
_OFFSET: Final = (
    rf"(?P<z>z(?![^\W_]))|(?P<sign>\s?\+|-(?![0-9]{{2}}\s?{_MONTH}))"
    r"(?P<hours>0[0-9]|1[0-4])(?::?(?P<minutes>00|30|45))?(?![0-9/.:\-])"
)
"""What a month follows is a day: `09:27 م-03 يونيو`."""
_TIME: Final = re.compile(
    rf"(?:(?<![0-9]{{4}})(?<![0-9]{{4}}\s)(?P<before>{_PART})\s{{0,2}})?"
    r"(?:(?<![0-9])(?<![0-9][.:])|(?<=[^0-9][12][0-9]{3})(?=[0-9]{2}:))"
    r"(?P<hour>[0-9]{1,2})(?P<mark>\s?:\s?|[.h])(?P<minute>[0-9]{2})(?![0-9])"
    r"(?::(?P<second>[0-9]{2})(?![0-9])(?:\.[0-9]{1,9})?)?(?![.:/][0-9])(?!\s?[%٪])"
    rf"(?:\s{{0,2}}(?P<after>{_PART}))?(?:{_OFFSET}|{_ZONE})?"
)
_HOUR: Final = re.compile(
    r"(?P<told>الساع[هة]\s{1,2})?(?<![0-9])(?<![0-9][.:/\-])(?P<hour>[0-9]{1,2})"
    r"(?:\s?و\s?(?P<minute>[0-9]{1,2})\s(?:دقيق[هة]|دقائق))?"
    rf"(?:\s{{0,2}}(?P<part>{_PART})|(?<=دقيق[هة])|(?<=دقائق))(?:{_OFFSET}|{_ZONE})?"
)
"""An hour of no minutes, or with their number in words: `الساعة 7 مساء`, `10 و35 دقيقة صباحا`."""
_TIMELIKE: Final = re.compile(rf"[0-9](?:(?:\s?:\s?|[.h])[0-9]|\s{{0,2}}{_PART}|\s?و\s?[0-9])")
_NOON: Final = 12
_DAY: Final = 24
_SIXTY: Final = 60
_LAST_AFTERNOON_HOUR: Final = 5
_FIRST_NIGHT_HOUR: Final = 6
_LAST_OFFSET_HOUR: Final = 14


class Clock(NamedTuple):
    """A time of day at `start:end` of the folded text; `offset` is `Z`, `+03:00` or empty."""

    hour: int
    minute: int
    second: int | None
    offset: str
    start: int
    end: int

    def __str__(self) -> str:
        seconds = "" if self.second is None else f":{self.second:02d}"
        return f"T{self.hour:02d}:{self.minute:02d}{seconds}{self.offset}"


def find_clocks(folded: str) -> list[Clock]:
    """Find the times of day in folded, lowered text; what no clock shows is left out."""
    if not may_hold_clock(folded):
        return []
    found = [clock for match in _TIME.finditer(folded) if (clock := _read(match))]
    taken = {at for clock in found for at in range(clock.start, clock.end)}
    found += [
        clock for match in _HOUR.finditer(folded) if match.start("hour") not in taken and (clock := _read_hour(match))
    ]
    return sorted(found, key=lambda clock: clock.start)


def may_hold_clock(folded: str) -> bool:
    """Say cheaply whether folded, lowered text may hold a time of day; most text holds none."""
    return _TIMELIKE.search(folded) is not None


def _read(match: re.Match[str]) -> Clock | None:
    part = match["after"] or match["before"]
    if match["mark"] == "." and part is None and len(match["hour"]) < len("00"):
        return None  # 3.30 is a number unless a word says that it is a time; 03.30 stands beside dates only as one
    hour, minute = int(match["hour"]), int(match["minute"])
    second = int(match["second"]) if match["second"] else None
    if part is not None:
        hour = _in_part(hour, DAY_PARTS[key(part)])
    if not (0 <= hour < _DAY and minute < _SIXTY and (second is None or second < _SIXTY)):
        return None
    return Clock(hour, minute, second, _offset(match), match.start(), match.end())


def _read_hour(match: re.Match[str]) -> Clock | None:
    """Read an hour without its minutes: beside a figure one letter is a time's only where a word says so."""
    part = match["part"] or ""
    if len(part) <= 1 and not match["told"]:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if part:
        hour = _in_part(hour, DAY_PARTS[key(part)])
    if not (0 <= hour < _DAY and minute < _SIXTY):
        return None
    return Clock(hour, minute, None, _offset(match), match.start("hour"), match.end())


def _in_part(hour: int, part: str) -> int:
    """Put an hour of a 12-hour clock into its part of the day; -1 where it cannot lie there."""
    if hour > _NOON:
        return hour if part != "am" else -1
    on_dial = hour % _NOON
    late = {
        "am": False,
        "pm": True,
        "noon": on_dial <= _LAST_AFTERNOON_HOUR,
        "night": on_dial >= _FIRST_NIGHT_HOUR,
    }
    return on_dial + _NOON * late[part]


def _offset(match: re.Match[str]) -> str:
    if match["z"]:
        return "Z"
    if match["sign"]:
        return f"{match['sign'].strip()}{match['hours']}:{match['minutes'] or '00'}"
    if not match["zone"]:
        return ""
    stated = ZONES[key(match["zone"])]
    hours = int(match["zone_hours"] or 0)
    if stated != "Z" or not 0 < hours <= _LAST_OFFSET_HOUR:
        return stated
    return f"{match['zone_sign']}{hours:02d}:{match['zone_minutes'] or '00'}"
