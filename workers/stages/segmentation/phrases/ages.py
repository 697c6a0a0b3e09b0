"""Ages: how long ago something was, behind what that is said of: a headline, or an outlet: `المرسى نيوزمنذ ساعة`."""

import re
from typing import Final

from workers.arabic.dates.vocabulary import AGES, one_of
from workers.arabic.fold import fold
from workers.stages.segmentation.phrases.names import names_any_source

_ENDS: Final = ("ago", "أمس")
_WORD: Final = re.compile(r"[^\W\d_]{3}")
_AGE: Final = re.compile(r"(?:\b(?:منذ|قبل)\s(?:\d+\s)?\w+(?:\s\w+)?|\d+\s\w+\sago|أمس)$")
_NAME_CHARS: Final = 45
_MOST_GAPS: Final = 3
_UNIT: Final = one_of(AGES)
_NAMED_AGE: Final = re.compile(
    rf"(?P<name>.*[^\W\d_])(?P<gap>\W{{0,4}})"
    rf"(?:(?P<since>منذ|قبل)\s(?:\d{{1,3}}\s)?(?:{_UNIT})(?:\sواحد[ةه]?)?|\d{{1,3}}\s(?:{_UNIT})\sago|امس)$"
)
_NEVER_JOINED: Final = ("ة", "ء")
"""Behind these a word has ended, whatever is stuck to it."""


def may_end_in_age(text: str) -> bool:
    """Say cheaply whether a line may end in an age."""
    return "منذ" in text or "قبل" in text or text.endswith(_ENDS)


def ends_in_age(text: str) -> bool:
    """Say whether a line ends in the time since something, and words before it say since what."""
    word = _WORD.search(text)
    return word is not None and _AGE.search(text, word.end()) is not None


def names_aged(text: str) -> bool:
    """Say whether a line is an outlet's name and an age, as aggregators write above each article.

    The age may be stuck to the name's last letter; then any few words are a name, since nothing else is written so.
    Apart from it they are one that is known or holds an outlet's word.
    """
    if len(text) > _NAME_CHARS or not may_end_in_age(text):
        return False
    named = _NAMED_AGE.match(fold(text).lower())
    if named is None:
        return False
    name, gap, since = named.groups()
    stuck = not gap and (since == "منذ" or name.endswith(_NEVER_JOINED))
    return (stuck and name.count(" ") <= _MOST_GAPS) or names_any_source(name)
