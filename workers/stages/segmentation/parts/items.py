"""Items: where those of a list begin that stand on one line, told by what stands between them."""

import re
from itertools import chain, pairwise
from typing import Final

from workers.arabic.dates.age import find_ages
from workers.arabic.fold import fold_aligned, lower

_LEAST: Final = 3
_NUMBER: Final = re.compile(r"(?<!\S)(?P<number>\d{1,2})(?=\s\S)")
_DASH: Final = re.compile(r"(?<=\s)[-*•](?=\s)")
_ITEM_CHARS: Final = 20
_SENTENCES: Final = re.compile(r"\w\.\s.*\w\.(?:\s|$)")
_AGES: Final = 2


def find_items(block: str) -> list[int]:
    """Say where the items of a list begin, and where the ages and the numbers between them end."""
    dashes = [each.start() for each in _DASH.finditer(block)]
    if len(dashes) >= _LEAST and min(last - first for first, last in pairwise(dashes)) >= _ITEM_CHARS:
        return dashes
    numbers: list[tuple[int, int]] = []
    for each in _NUMBER.finditer(block):
        if int(each["number"]) == len(numbers) + 1:
            numbers.append(each.span())
    if len(numbers) >= _LEAST:
        return list(chain.from_iterable(numbers))
    folded, offsets = fold_aligned(block)
    ages = list(find_ages(lower(folded), None))
    if sum(not age.named for age in ages) < _AGES or _SENTENCES.search(block):
        return []
    return [offsets[place] for age in ages for place in (age.start, age.end)]
