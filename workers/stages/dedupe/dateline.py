"""The dateline before a lead: another site's copy has another, or none."""

import re
from typing import Final

MAX_PARTS: Final = 3
"""Place, agency and author at the most."""

_PART: Final = re.compile(
    r"""\s*(?:
        (?:[^\W_][\w.]*\s+){0,4}[^\W_][\w.]*\s*\([^()\n]{1,40}\)\s*(?:[-–—ـ:/|]|\s)   # place (agency) -
      | (?:[^\W_][\w.]*\s+){0,3}[^\W_][\w.]*(?:\s[-–—ـ]\s|\s?[|/]\s?|\s?[–—]\s)          # place - or agency /
      | \([^()\n]{1,40}\)\s*[-–—:]                                             # (agency) -
    )\s*""",
    re.VERBOSE,
)
_PLACE_REACH: Final = 60
_SEPARATOR: Final = re.compile(r"[^\w()]*(?:\([^()\n]{1,40}\))?\s*[-–—:/|،,]\s*")


def strip_dateline(lead: str, place: str | None = None) -> str:
    """Take the dateline off a lead.

    Args:
        lead: the body's first paragraph.
        place: the dateline's place, where metadata knows it.

    Returns:
        The lead without its dateline; the lead itself where none is recognised or nothing else would remain.
    """
    rest = lead
    if place and (at := rest.find(place, 0, _PLACE_REACH + len(place))) >= 0 and _is_short(rest[:at]):
        separator = _SEPARATOR.match(rest, at + len(place))
        rest = rest[separator.end() :] if separator else rest
    for _ in range(MAX_PARTS):
        part = _PART.match(rest)
        if part is None:
            break
        rest = rest[part.end() :]
    return rest if len(rest) * 2 > len(lead) else lead


def _is_short(before: str) -> bool:
    return len(before.split()) <= MAX_PARTS
