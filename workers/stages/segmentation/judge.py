"""The judge: the likeliest row of states for a page's lines, by Viterbi's algorithm over the lexicon's weights."""

from collections.abc import Sequence

import numpy as np

from workers.stages.segmentation.states import STATES
from workers.stages.segmentation.weights import order, weigh_lines

_NAMES = tuple(STATES)


def judge_lines(lines: Sequence[Sequence[tuple[str, ...]]]) -> list[str]:
    """Find the row of states that fits all lines together best, in time linear in their number.

    Args:
        lines: each line's features in one group or several, in the page's order. How a line's features are grouped
            makes no difference to the result; a group that was weighed before costs next to nothing.

    Returns:
        A state for each line.
    """
    if not lines:
        return []
    ways, onwards, starts, ends = order()
    best = weigh_lines(lines)
    best[0] += starts
    sums = np.empty(onwards.shape, np.float32)
    # From here on a row of `best` says how well the best row of states fits that ends there in each state.
    for before, after in zip(best[:, :, None], best[1:], strict=False):
        np.add(onwards, before, out=sums)
        np.add(after, np.maximum.reduce(sums, axis=0), out=after)
    state = int((best[-1] + ends).argmax())
    row = [state]
    for before in best[-2::-1]:
        state = int((ways[state] + before).argmax())
        row.append(state)
    return [_NAMES[state] for state in reversed(row)]
