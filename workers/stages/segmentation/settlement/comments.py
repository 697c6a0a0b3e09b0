"""Comments: what readers wrote below the article, and none of its text."""

import re
from collections.abc import Sequence
from typing import Final

from workers.arabic.dates import read_stamp_line
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.phrases.markers import marker_of

_NAMES: Final = re.compile(r"(?:\S.{0,48}\s(?:يقول|قال|says)|(?:يقول|قال)\s.{1,48})\s?:")
"""A reader's name as WordPress gives it, with the comment's date on the next line."""
_BUTTONS: Final = frozenset({"ردحذف", "ReplyDelete"})
"""What Blogger sets below each comment; right above it stands the reader's name with the date."""
_COUNT: Final = re.compile(
    r"\W*(?:هناك\s)?(?:\w{1,4}\s)?(?:تعليق|رد(?:ود|ان|ين)?\s|comments?|responses?)", re.IGNORECASE
)
_COUNT_CHARS: Final = 130
_LISTS: Final = frozenset({"related_label", "guessed_label", "teaser_label", "labelled_teaser"})
_NOISE: Final = "tail_noise"


def settle_comments(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take readers' comments for the page's: from the first one below the article's text to the next list's label.

    What counts them stands right above.
    """
    text = states.index("body") if "body" in states else len(states)
    start = next((place for place in range(text + 1, len(states)) if _begins(lines, place)), None)
    if start is None:
        return states
    end = next((place for place in range(start, len(states)) if _heads_list(lines[place], states[place])), len(states))
    while start > text + 1 and _counts(lines[start - 1].text):
        start -= 1
    return [*states[:start], *[_NOISE] * (end - start), *states[end:]]


def _begins(lines: Sequence[Line], place: int) -> bool:
    """Whether a comment begins there: a reader's name and below it a date, or both on a line above text and buttons."""
    text = lines[place].text
    if text.endswith(":") and _NAMES.fullmatch(text):
        return place + 1 < len(lines) and _is_dated(lines[place + 1].text)
    return any(line.text in _BUTTONS for line in lines[place + 1 : place + 4]) and _is_dated(text)


def _is_dated(text: str) -> bool:
    return read_stamp_line(text).mostly


def _heads_list(line: Line, state: str) -> bool:
    marker = marker_of(line.text) if state in _LISTS else None
    return marker is not None and marker.cls in {"related", "read_also"}


def _counts(text: str) -> bool:
    return len(text) <= _COUNT_CHARS and _COUNT.match(text) is not None
