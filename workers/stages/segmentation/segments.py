"""Segments: lines and their states made into what the event carries."""

from collections.abc import Iterator, Sequence
from typing import Final, TypedDict

from pydantic import TypeAdapter

from schemas.segment import Owner, Segment, SegmentKind
from workers.arabic.fold import fold_aligned
from workers.stages.segmentation.features import HEAD_CHARS
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.markers import find_marker
from workers.stages.segmentation.states import STATES

_RUNNING_TEXT: Final = frozenset(
    {SegmentKind.PARAGRAPH, SegmentKind.TEASER_PARAGRAPH, SegmentKind.HEADLINE, SegmentKind.PROMO}
)
_SEGMENTS: Final = TypeAdapter(tuple[Segment, ...])


class _Draft(TypedDict):
    kind: SegmentKind
    owner: Owner
    start: int
    end: int


def segments_of(lines: Sequence[Line], states: Sequence[str]) -> tuple[Segment, ...]:
    """Make segments, sorted and disjoint; an embedded post's lines become one, and what was cut in vain is mended."""
    drafts: list[_Draft] = []
    for line, state in zip(lines, states, strict=True):
        for draft in _cut_label(line) if state == "labelled_teaser" else (_draft(line, state),):
            if drafts and _belongs_to(draft, drafts[-1], glued=line.glued):
                drafts[-1]["end"] = draft["end"]
            else:
                drafts.append(draft)
    # All in one go, since a call of pydantic's costs more than what it checks.
    return _SEGMENTS.validate_python(tuple(drafts))


def _belongs_to(draft: _Draft, last: _Draft, *, glued: bool) -> bool:
    kind = draft["kind"]
    if kind is not last["kind"] or draft["owner"] is not last["owner"]:
        return False
    return kind is SegmentKind.EMBED or (glued and kind in _RUNNING_TEXT)


def _draft(line: Line, state: str) -> _Draft:
    kind, owner = STATES[state]
    return {"kind": kind, "owner": owner, "start": line.start, "end": line.end}


def _cut_label(line: Line) -> Iterator[_Draft]:
    """Cut the label off a teaser's headline that stands on the same line."""
    folded, offsets = fold_aligned(line.text[:HEAD_CHARS])
    marker = find_marker(folded.lower())
    cut = offsets[marker.end] if marker else 0
    if cut:
        end = line.start + len(line.text[:cut].rstrip())
        yield {"kind": SegmentKind.TEASER_LABEL, "owner": Owner.PAGE, "start": line.start, "end": end}
    yield {
        "kind": SegmentKind.TEASER_HEADLINE,
        "owner": Owner.TEASER,
        "start": line.start + cut,
        "end": line.end,
    }
