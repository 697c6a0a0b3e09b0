"""Sign-offs: how desks end reports, with who wrote and edited them: `م.ن/ر.ع`, `(النهاية) م ع / ف ا`."""

import re
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.phrases.names import names_source

_LONGEST: Final = 90
_BRACKETS: Final = re.compile(r"\((?P<inside>[^()]{2,80})\)")
_WORD: Final = re.compile(r"[^\W_]+")
_ROW: Final = re.compile(r"[=_*]{3}|^[—–-]{2}")
_ENDS: Final = frozenset(map(fold, ("انتهى", "النهاية")))
_MARKED: Final = re.compile(rf"[/=(—]|__|\*\*|--|––|^(?:{'|'.join(sorted(_ENDS))})")
"""What each sign-off holds, so that hardly another line is read."""
_PREPARED: Final = tuple(fold(f"({word} ") for word in ("إعداد", "تغطية", "تحرير", "كتابة", "ترجمة", "شارك في"))
_INITIALS: Final = range(2, 9)
_DOTTED: Final = re.compile(r"[^\W\d_]\.\s?[^\W\d_]\.")
_DOTTED_CHARS: Final = 5
_DIGITS: Final = "0123456789٠١٢٣٤٥٦٧٨٩"


def is_sign_off(head: str) -> bool:
    """Say whether a folded line in lower case is nothing but a desk's sign-off.

    Agencies end a report with initials between slashes, or two with a full stop behind each, with a row of marks, their
    name or the end told in words before them; or they say in brackets who prepared and edited it for their Arabic
    service.
    """
    if len(head) > _LONGEST or not _MARKED.search(head):
        return len(head) <= _DOTTED_CHARS and _DOTTED.fullmatch(head) is not None
    return (head.startswith(_PREPARED) and head.endswith(")")) or _is_marked(head)


def _is_marked(head: str) -> bool:
    """Say whether initials stand between slashes, or beside a row of marks or the word that a report ends with."""
    inside = [bracket["inside"].strip() for bracket in _BRACKETS.finditer(head)]
    outside = _BRACKETS.sub(" ", head)
    words = _WORD.findall(outside)
    if not _ENDS.isdisjoint([*words[:1], *inside[:1]]):
        return all(word in _ENDS or len(word.strip(_DIGITS)) <= 1 for word in words)
    if not all(len(word) == 1 and word.isalpha() for word in words):
        return False
    if _ROW.search(outside):
        return bool(words) or any(map(names_source, inside))
    return len(words) in _INITIALS and "/" in outside.strip("/ ")
