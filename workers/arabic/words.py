"""Words: the form in which they are compared."""

import re
from typing import Final

from workers.arabic.fold import fold

_CORE: Final = re.compile(r"\w(?:.*\w)?", re.DOTALL)


def word_key(word: str) -> str:
    """Make the form in which words are compared: folded, lower case, heh for a final teh marbuta, no marks around."""
    core = _CORE.search(fold(word).lower())
    if not core:
        return ""
    key = core.group()
    return f"{key[:-1]}ه" if key[-1] == "ة" else key
