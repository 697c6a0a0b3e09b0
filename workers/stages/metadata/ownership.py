"""Ownership: which segments tell about which document."""

from bisect import bisect_right
from typing import Final

from schemas.document import Document, Role
from schemas.segment import Owner, Segment, SegmentKind
from workers.stages.page import Page

_TELLING: Final = frozenset(
    {
        SegmentKind.HEADLINE,
        SegmentKind.TIMESTAMP,
        SegmentKind.BYLINE,
        SegmentKind.CREDIT,
        SegmentKind.KEYWORDS,
    }
)
_OWNERS: Final = ((Role.ARTICLE, Owner.ARTICLE), (Role.TEASER, Owner.TEASER))


def owned_segments(page: Page) -> list[list[Segment]]:
    """Give each document the segments that tell about it: of several teasers, the one that began last."""
    owned: list[list[Segment]] = [[] for _ in page.documents]
    telling = [each for each in page.segments if each.kind in _TELLING]
    for role, owner in _OWNERS:
        starts = sorted((_start(each), at) for at, each in enumerate(page.documents) if each.role is role)
        if not starts:
            continue
        told = [each for each in telling if each.owner is owner]
        if len(starts) == 1:
            owned[starts[0][1]] = told
            continue
        for segment in told:
            place = bisect_right(starts, (segment.start, len(owned)))
            owned[starts[max(0, place - 1)][1]].append(segment)
    return owned


def _start(document: Document) -> int:
    spans = [document.headline, *document.paragraphs[:1]]
    return min((span.start for span in spans if span is not None), default=0)
