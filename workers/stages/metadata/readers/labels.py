"""Labels: the words before a field's value, on a line whose kind is known."""

import re
from functools import cache, lru_cache
from typing import Final

from workers.arabic.fold import fold, fold_aligned, lower
from workers.lexicon.labels import field_labels

_DECORATION: Final = r"[^\w#]*"
_DIVIDER: Final = r"[\s:：.…|»•~\-–—/،,)\]]*"
_LABEL_CHARS: Final = 64
"""How far into a line its label reaches at most."""
_KNOWN_LINES: Final = 4096


def label_end(text: str, field: str, *, glued: bool = False) -> int:
    """Tell where the value behind a line's label begins; 0 where the line has no label of that field.

    Args:
        text: the line.
        field: the class of the label in `markers.tsv` and `field_labels.tsv`.
        glued: whether the value may begin without a space: `المحررمنى`. The longest label counts.
    """
    return _label_end(text[:_LABEL_CHARS], field, glued)


@lru_cache(maxsize=_KNOWN_LINES)
def _label_end(beginning: str, field: str, glued: bool) -> int:  # noqa: FBT001  # what is cached takes no keywords
    folded, offsets = fold_aligned(beginning)
    whole, stuck = _patterns(field)
    label = (stuck if glued else whole).match(lower(folded))
    return offsets[label.end()] if label else 0


@cache
def _patterns(field: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile the field's labels, the longest first: as whole words, and with a word stuck to them."""
    labels = sorted({fold(label).lower() for label in field_labels(field)}, key=lambda label: (-len(label), label))
    one = "|".join(map(re.escape, labels))
    return (
        re.compile(rf"{_DECORATION}(?:{one})(?![^\W\d_]){_DIVIDER}"),
        re.compile(rf"{_DECORATION}(?:{one}){_DIVIDER}"),
    )
