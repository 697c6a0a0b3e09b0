"""Words: the form in which they are compared."""

import re
from typing import Final

from workers.arabic.fold import fold

_CORE: Final = re.compile(r"\w(?:.*\w)?", re.DOTALL)


def word_key(word: str) -> str:
    """Make the form in which words are compared: folded, lower case, heh for a final teh marbuta, no marks around."""
    core = _CORE.search(fold(word).lower())
    return _with_heh(core.group()) if core else ""


def keys_of(text: str) -> list[str]:
    """Give the `word_key` of each word in a text that has no marks at its words, at the price of folding it once."""
    spaced = f"{' '.join(fold(text).lower().split())} "
    return spaced.replace("ة ", "ه ").split()


def _with_heh(key: str) -> str:
    return f"{key[:-1]}ه" if key[-1] == "ة" else key
