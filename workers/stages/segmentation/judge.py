"""The judge: the likeliest row of states for a page's lines, by Viterbi's algorithm over the lexicon's weights."""

from collections.abc import Iterable, Sequence

from workers.stages.segmentation.states import STATES
from workers.stages.segmentation.weights import order, weigh

_NAMES = tuple(STATES)


def judge_lines(lines: Iterable[Sequence[tuple[str, ...]]]) -> list[str]:
    """Find the row of states that fits all lines together best, in time linear in their number.

    Args:
        lines: each line's features in groups, in the page's order. How a line's features are grouped makes no
            difference to the result; a group that was weighed before costs next to nothing.

    Returns:
        A state for each line.
    """
    ways, starts, ends = order()
    scores = starts
    trail = []
    for number, groups in enumerate(lines):
        scores = (ways + scores).max(axis=1) if number else starts.copy()
        for group in groups:
            scores += weigh(group)
        trail.append(scores)
    if not trail:
        return []
    state = int((trail.pop() + ends).argmax())
    row = [_NAMES[state]]
    for scores in reversed(trail):
        state = int((ways[state] + scores).argmax())
        row.append(_NAMES[state])
    row.reverse()
    return row
