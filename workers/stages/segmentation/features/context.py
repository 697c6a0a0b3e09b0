"""Context: what a line's neighbours and the page as a whole say of it.

Pages differ in their words, but look alike: whatever names features is a function of a few words and numbers that
remembers its answers, so that a line costs some look-ups, and equal groups of features are mostly one object.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from workers.stages.segmentation.features.topics import topics_of
from workers.stages.segmentation.lines import Line

Group = tuple[str, ...]

_MARKED_NAMES: Final = "read_also related credit keywords byline caption stamp boilerplate sign_off embed"
_MARKED: Final = frozenset(_MARKED_NAMES.split())
_SHAPES: Final = frozenset({"bare", "divided", "open"})
_SIGNS: Final = ("rule", "bars", "sections", "glued", "source", "person", "count", "number", "foreign")
_SMALL: Final = frozenset({"mark", "crumb", "link", "stub", "tiny"})
_TEXT: Final = frozenset({"long", "full"})
_ENDINGS: Final = {"stop": ".", "comma": ",", "dots": ",", "asks": "?"}
_MOST: Final = 2
_RUN_BINS: Final = ((1, "one"), (2, "two"), (4, "few"))
_WRAP: Final = range(35, 125)
_NEAR: Final = 3
_MOST_WRAPPED: Final = 5
_LEFT_OPEN: Final = ("dangles", "unbalanced", "awaits")
_GOES_ON: Final = ("opens_mid", "opens_and", "opens_verb", "opens_lead")
_KNOWN: Final = 8192


class Sort(NamedTuple):
    """What a line looks like to its neighbours: exactly, and roughly (small, line, text, marked).

    `prose` says that it is running text; `left_open` holds those of its features that speak for a line that goes on
    below it, `goes_on` those that speak for one that goes on from above.
    """

    exact: str
    rough: str
    prose: bool
    left_open: Group
    goes_on: Group


_EDGE: Final = Sort("edge", "edge", prose=False, left_open=(), goes_on=())


def contexts_of(lines: Sequence[Line], owns: Sequence[Group]) -> Iterator[tuple[Group, ...]]:
    """Give the groups of features that each line owes to its neighbours, runs, the page and its topic."""
    sorts = [sort_of(own) for own in owns]
    padded = [_EDGE, _EDGE, *sorts, _EDGE, _EDGE]
    around = zip(padded, padded[1:], sorts, padded[3:], padded[4:], strict=False)
    proses = [sort.prose for sort in sorts]
    topics = topics_of(lines, [sort.rough for sort in sorts], proses)
    above, below = 0, sum(proses)
    for (further, last, sort, next_, beyond), run, topic, seam in zip(
        around, _runs(sorts), topics, _seams(lines, sorts), strict=True
    ):
        below -= sort.prose
        yield (
            _before(sort.rough, last.exact, last.rough, further.rough),
            _after(sort.rough, next_.exact, next_.rough, beyond.rough),
            _place(sort.rough, min(above, _MOST), min(below, _MOST), run),
            (*topic, *seam, *_flow(sort.rough, last.left_open, next_.goes_on)),
        )
        above += sort.prose


@lru_cache(maxsize=_KNOWN)
def sort_of(own: Group) -> Sort:
    """Say what a line with these features of its own looks like to its neighbours."""
    exact, rough = _look(own)
    return Sort(
        exact,
        rough,
        prose=rough == "text" or (rough == "line" and "stop" in own),
        left_open=tuple(name for name in _LEFT_OPEN if name in own),
        goes_on=tuple(name for name in _GOES_ON if name in own),
    )


def _look(own: Group) -> tuple[str, str]:
    length = own[1]
    ending = next((_ENDINGS[name] for name in own if name in _ENDINGS), "")
    if length in _TEXT:
        return length + ending, "text"
    if mark := _mark(own):
        return mark, "marked"
    sign = next((name for name in _SIGNS if name in own), None)
    return sign or length + ending, "small" if length in _SMALL else "line"


def _mark(own: Group) -> str | None:
    """Name the marker, date or post that a short line is."""
    for name in own:
        cls, _, shape = name.rpartition("_")
        if shape in _SHAPES and cls in _MARKED:
            return cls
    if "dated" in own or "nearly_dated" in own:
        return "date"
    return "embed" if "embed" in own else None


@lru_cache(maxsize=_KNOWN)
def _before(rough: str, last: str, last_rough: str, further_rough: str) -> Group:
    return (f"{rough} after {last}", f"{rough} after {further_rough} {last_rough}")


@lru_cache(maxsize=_KNOWN)
def _after(rough: str, next_: str, next_rough: str, beyond_rough: str) -> Group:
    return (f"{rough} before {next_}", f"{rough} before {next_rough} {beyond_rough}")


@lru_cache(maxsize=_KNOWN)
def _place(rough: str, above: int, below: int, run: Group) -> Group:
    return (f"{rough} with prose {above} above {below} below", *run)


def _runs(sorts: Sequence[Sort]) -> Iterator[Group]:
    """Say of each line in what run of lines of its kind it stands, and between what."""
    start = 0
    for rough, lines in groupby(sort.rough for sort in sorts):
        length = len(list(lines))
        end = start + length
        if rough in {"small", "line"}:
            size = next((name for most, name in _RUN_BINS if length <= most), "many")
            before = sorts[start - 1].exact if start else _EDGE.exact
            after = sorts[end].exact if end < len(sorts) else _EDGE.exact
            for at in range(start, end):
                yield _in_run(rough, size, (before, after), (at == start, at == end - 1))
        else:
            yield from [()] * length
        start = end


@lru_cache(maxsize=_KNOWN)
def _in_run(rough: str, size: str, beside: tuple[str, str], edges: tuple[bool, bool]) -> Group:
    """Name a line's place in a run: what stands before and after the run, and whether it begins or ends there."""
    begins, ends = "first" if edges[0] else "inner", "last" if edges[1] else "inner"
    return (
        f"{rough} {begins} {ends} of {size}",
        f"{rough} of {size} after {beside[0]}",
        f"{rough} {ends} of {size} before {beside[1]}",
    )


def _seams(lines: Sequence[Line], sorts: Sequence[Sort]) -> Iterator[Group]:
    """Say of each line how it hangs together with those beside it: on one line with them, or wrapped."""
    wraps = [*_wraps(lines, sorts), False]
    attached = [*(line.glued and not line.item for line in lines), False]
    if not any(wraps) and not any(attached):
        yield from [()] * len(sorts)
        return
    for number, sort in enumerate(sorts):
        near = sum(wraps[max(0, number - _NEAR) : number + _NEAR])
        yield _seam(
            sort.rough,
            (attached[number], attached[number + 1]),
            (min(near, _MOST_WRAPPED), wraps[number], wraps[number - 1]),
        )


@lru_cache(maxsize=_KNOWN)
def _seam(rough: str, attached: tuple[bool, bool], wraps: tuple[int, bool, bool]) -> Group:
    """Name how a line hangs together with those beside it.

    Args:
        rough: what it looks like.
        attached: whether it shares its line with the part before it, and with the one behind it.
        wraps: how many lines around are wrapped, whether this one is, and whether the last one is.
    """
    near, here, last = wraps
    told = (
        (attached[0], "attached"),
        (attached[1], "has attached"),
        (near, f"wrapped {near}"),
        (here, "wraps"),
        (last, "after wraps"),
    )
    return tuple(f"{rough} {what}" for so, what in told if so)


def _wraps(lines: Sequence[Line], sorts: Sequence[Sort]) -> list[bool]:
    """Say of each line whether the next one's first word would not have fitted on it, at the width of those around."""
    widths = [len(line.text) for line in lines]
    wraps = [False] * len(lines)
    for number in range(len(lines) - 1):
        width = widths[number]
        if width in _WRAP and sorts[number].rough in {"line", "text"}:
            widest = max(widths[max(0, number - _NEAR) : number + _NEAR + 1])
            if widest in _WRAP:
                word = lines[number + 1].text.split(None, 1)[0]
                wraps[number] = width + 1 + len(word) > widest
    return wraps


@lru_cache(maxsize=_KNOWN)
def _flow(rough: str, last: Group, next_: Group) -> Group:
    """Name what the last line leaves open and the next one goes on with."""
    return (*(f"{rough} after {name}" for name in last), *(f"{rough} before {name}" for name in next_))
