"""Segments: lines and their states made into what the event carries."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from schemas.segment import Owner, Segment, SegmentKind
from workers.arabic.fold import fold, fold_aligned, lower
from workers.lexicon.loader import read_list
from workers.stages.segmentation.features.look import HEAD_CHARS
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.phrases.markers import find_marker
from workers.stages.segmentation.states import STATES

_RUNNING_TEXT: Final = frozenset(
    {SegmentKind.PARAGRAPH, SegmentKind.TEASER_PARAGRAPH, SegmentKind.HEADLINE, SegmentKind.PROMO}
)

_LABEL_ENDS: Final = " :：|.…–—-"


def segments_of(lines: Sequence[Line], states: Sequence[str]) -> tuple[Segment, ...]:
    """Make segments, sorted and disjoint; an embedded post's lines become one, and what was cut in vain is mended."""
    made: list[Segment] = []
    for line, state in zip(lines, states, strict=True):
        for segment in _cut_label(line) if state == "labelled_teaser" else [_segment(line, state)]:
            last = made[-1] if made else None
            if last and _belongs_to(segment, last, glued=line.glued):
                made[-1] = Segment(kind=last.kind, owner=last.owner, start=last.start, end=segment.end)
            else:
                made.append(segment)
    return tuple(made)


def _belongs_to(segment: Segment, last: Segment, *, glued: bool) -> bool:
    if segment.kind is not last.kind or segment.owner is not last.owner:
        return False
    return segment.kind is SegmentKind.EMBED or (glued and segment.kind in _RUNNING_TEXT)


def _segment(line: Line, state: str) -> Segment:
    kind, owner = STATES[state]
    return Segment(kind=kind, owner=owner, start=line.start, end=line.end)


def _cut_label(line: Line) -> Iterator[Segment]:
    """Cut the label off a teaser's headline that stands on the same line; words that headlines open with are none."""
    folded, offsets = fold_aligned(line.text[:HEAD_CHARS])
    marker = find_marker(lower(folded))
    cut = offsets[marker.end] if marker else 0
    if line.text[:cut].count('"') % 2:
        cut = line.text.rindex('"', 0, cut)
    label = line.text[:cut].rstrip()
    if fold(label.rstrip(_LABEL_ENDS)) in _openers():
        cut = 0
    if cut:
        yield Segment(kind=SegmentKind.TEASER_LABEL, owner=Owner.PAGE, start=line.start, end=line.start + len(label))
    yield Segment(kind=SegmentKind.TEASER_HEADLINE, owner=Owner.TEASER, start=line.start + cut, end=line.end)


@cache
def _openers() -> frozenset[str]:
    return frozenset(map(fold, read_list("headline_openers.txt")))
