"""Context: what a line's neighbours and the page as a whole say of it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.topics import topics_of

Group = tuple[str, ...]

_MARKED: Final = ("read_also", "related", "credit", "keywords", "byline", "caption", "stamp", "boilerplate", "sign_off")
_SHAPES: Final = frozenset({"bare", "divided", "open"})
_SIGNS: Final = ("rule", "bars", "sections", "glued", "source", "person", "count", "number", "foreign")
_SMALL: Final = frozenset({"mark", "crumb", "stub", "tiny"})
_TEXT: Final = frozenset({"long", "full"})
_ENDINGS: Final = {"stop": ".", "comma": ",", "dots": ",", "asks": "?"}
_MOST: Final = 2
_RUN_BINS: Final = ((1, "one"), (2, "two"), (4, "few"))
_WRAP: Final = range(35, 125)
_NEAR: Final = 3


class Sort(NamedTuple):
    """What a line looks like to its neighbours: exactly, and roughly (small, line, text, marked)."""

    exact: str
    rough: str


def contexts_of(lines: Sequence[Line], owns: Sequence[Group]) -> Iterator[tuple[Group, ...]]:
    """Give the groups of features that each line owes to its neighbours, runs, the page and its topic."""
    sorts = [sort_of(own) for own in owns]
    runs = _runs(sorts)
    proses = [_is_prose(sort, own) for sort, own in zip(sorts, owns, strict=True)]
    wraps = _wraps(lines, sorts)
    above, total = 0, sum(proses)
    roughs = [sort.rough for sort in sorts]
    for number, topic in enumerate(topics_of(lines, roughs, proses)):
        sort = sorts[number]
        below = total - above - proses[number]
        place = f"{sort.rough} with prose {min(above, _MOST)} above {min(below, _MOST)} below"
        above += proses[number]
        yield (
            _before(sort, sorts, number),
            _after(sort, sorts, number),
            (place, *runs[number]),
            (*topic, *_glue(lines, sort, number), *_flow(owns, sort, number, wraps)),
        )


@lru_cache(maxsize=8192)
def sort_of(own: Group) -> Sort:
    """Say what a line with these features of its own looks like to its neighbours."""
    length = own[1]
    ending = next((_ENDINGS[name] for name in own if name in _ENDINGS), "")
    if length in _TEXT:
        return Sort(length + ending, "text")
    if mark := _mark(own):
        return Sort(mark, "marked")
    sign = next((name for name in _SIGNS if name in own), None)
    return Sort(sign or length + ending, "small" if length in _SMALL else "line")


def _mark(own: Group) -> str | None:
    """Name the marker, date or post that a short line is."""
    for name in own:
        cls, _, shape = name.rpartition("_")
        if shape in _SHAPES and cls in _MARKED:
            return cls
    if "dated" in own or "nearly_dated" in own:
        return "date"
    return "embed" if "embed" in own else None


def _is_prose(sort: Sort, own: Group) -> bool:
    return sort.rough == "text" or (sort.rough == "line" and "stop" in own)


def _at(sorts: Sequence[Sort], number: int) -> Sort:
    return sorts[number] if 0 <= number < len(sorts) else Sort("edge", "edge")


def _before(sort: Sort, sorts: Sequence[Sort], number: int) -> Group:
    last, further = _at(sorts, number - 1), _at(sorts, number - 2)
    return (f"{sort.rough} after {last.exact}", f"{sort.rough} after {further.rough} {last.rough}")


def _after(sort: Sort, sorts: Sequence[Sort], number: int) -> Group:
    next_, further = _at(sorts, number + 1), _at(sorts, number + 2)
    return (f"{sort.rough} before {next_.exact}", f"{sort.rough} before {next_.rough} {further.rough}")


def _runs(sorts: Sequence[Sort]) -> list[Group]:
    """Say of each line in what run of lines of its kind it stands, and between what."""
    groups: list[Group] = [()] * len(sorts)
    start = 0
    for number in range(1, len(sorts) + 1):
        if number < len(sorts) and sorts[number].rough == sorts[start].rough:
            continue
        rough = sorts[start].rough
        if rough in {"small", "line"}:
            length = number - start
            size = next((name for most, name in _RUN_BINS if length <= most), "many")
            before, after = _at(sorts, start - 1).exact, _at(sorts, number).exact
            for at in range(start, number):
                role = "first" if at == start else "inner"
                last = "last" if at == number - 1 else "inner"
                groups[at] = (
                    f"{rough} {role} {last} of {size}",
                    f"{rough} of {size} after {before}",
                    f"{rough} {last} of {size} before {after}",
                )
        start = number
    return groups


def _wraps(lines: Sequence[Line], sorts: Sequence[Sort]) -> list[bool]:
    """Say of each line whether the next one's first word would not have fitted on it, at the width of those around."""
    widths = [len(line.text) for line in lines]
    wraps = [False] * len(lines)
    for number in range(len(lines) - 1):
        width = widths[number]
        if width in _WRAP and sorts[number].rough in {"line", "text"}:
            word = lines[number + 1].text.split(None, 1)[0]
            widest = max(widths[max(0, number - _NEAR) : number + _NEAR + 1])
            wraps[number] = widest in _WRAP and width + 1 + len(word) > widest
    return wraps


def _glue(lines: Sequence[Line], sort: Sort, number: int) -> Iterator[str]:
    """Say whether a part shares its line with the one before or behind it."""
    if lines[number].glued and not lines[number].item:
        yield f"{sort.rough} attached"
    if number + 1 < len(lines) and lines[number + 1].glued and not lines[number + 1].item:
        yield f"{sort.rough} has attached"


def _flow(owns: Sequence[Group], sort: Sort, number: int, wraps: Sequence[bool]) -> Iterator[str]:
    rough = sort.rough
    last = owns[number - 1] if number else ()
    next_ = owns[number + 1] if number + 1 < len(owns) else ()
    if "dangles" in last:
        yield f"{rough} after dangles"
    if "unbalanced" in last:
        yield f"{rough} after unbalanced"
    if "opens_mid" in next_:
        yield f"{rough} before opens_mid"
    if "opens_and" in next_:
        yield f"{rough} before opens_and"
    if "opens_verb" in next_:
        yield f"{rough} before opens_verb"
    wrapped = sum(wraps[max(0, number - _NEAR) : number + _NEAR])
    if wrapped:
        yield f"{rough} wrapped {min(wrapped, 5)}"
    if wraps[number]:
        yield f"{rough} wraps"
    if number and wraps[number - 1]:
        yield f"{rough} after wraps"
