"""Segmentation: every non-space character of a page gets a kind and an owner.

The page is cut into lines, lines into their glued parts; each part's features are weighed, and the likeliest row of
states that the order allows is chosen for all together. docs/segmentation.md shows a page on its way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from schemas.base import Span
from schemas.segment import SegmentKind
from workers.profiles.furniture import Standing, line_key
from workers.profiles.knowledge import knowledge_of
from workers.stages.page import Page
from workers.stages.segmentation.beginnings import give_away, part_beginnings
from workers.stages.segmentation.documents import gather
from workers.stages.segmentation.features.addresses import day_in, is_list, title_in
from workers.stages.segmentation.features.context import contexts_of
from workers.stages.segmentation.features.look import features_of
from workers.stages.segmentation.features.places import places_of
from workers.stages.segmentation.judge import judge_lines
from workers.stages.segmentation.lines import Line, cut_lines
from workers.stages.segmentation.lists import are_listed, are_one_text
from workers.stages.segmentation.parts.cuts import cut_parts, join_dates
from workers.stages.segmentation.parts.titles import cut_titles
from workers.stages.segmentation.segments import segments_of
from workers.stages.segmentation.settlement import settle
from workers.stages.stage import Stage

_DATED: Final = frozenset({"dated", "nearly_dated"})
_LISTED: Final = ("listed",)
_NOTHING: Final[Mapping[str, Standing]] = MappingProxyType({})


def parts_of(text: str) -> list[Line]:
    """Cut a text into the parts that are judged."""
    cut = [part for line in cut_lines(text) for part in cut_parts(line)]
    return list(cut_titles(list(join_dates(cut, text))))


def describe(
    parts: Sequence[Line],
    title: str | None = None,
    known: Mapping[str, Standing] = _NOTHING,
    *,
    stated: bool = False,
    listed: bool = False,
) -> list[tuple[tuple[str, ...], ...]]:
    """Give each part's features in groups: its own, then those of its neighbours, its place and its topic.

    Args:
        parts: the page's parts.
        title: what the page's markup or address gives as its article's title.
        known: what recurring lines of the page's source are, by their keys; a part that is one has a group more.
        stated: whether it is the markup that gives the title.
        listed: whether the page's address, its markup or its first lines say that it is a list.
    """
    owns = list(features_of(parts, title, stated=stated))
    everywhere = (_LISTED,) if listed else ()
    described = [(own, *context, *everywhere) for own, context in zip(owns, contexts_of(parts, owns), strict=True)]
    if not known:
        return described
    standings = (
        None if _DATED.intersection(own) else known.get(line_key(part.text))
        for part, own in zip(parts, owns, strict=True)
    )
    return [
        (*groups, (f"known_{standing}",)) if standing else groups
        for groups, standing in zip(described, standings, strict=True)
    ]


def segment(page: Page) -> Page:
    """Cut the page into segments and gather its documents and related headlines."""
    parts = parts_of(page.text)
    segments = segments_of(parts, _judge(page, parts))
    return replace(
        page,
        segments=segments,
        related=tuple(
            Span(start=each.start, end=each.end) for each in segments if each.kind is SegmentKind.RELATED_ITEM
        ),
        documents=gather(page.page_id, page.text, segments),
    )


def _judge(page: Page, parts: Sequence[Line]) -> Sequence[str]:
    """Say what each part is to the page."""
    stated = page.witness.headline
    addresses = [address for address in (page.url, page.witness.canonical_url) if address]
    at_list = bool(addresses) and all(map(is_list, addresses)) and not are_one_text(parts)
    listed = page.witness.is_list or at_list or are_listed(parts)
    described = describe(
        parts,
        stated or title_in(next(iter(addresses), None)),
        knowledge_of(page.profile).lines,
        stated=stated is not None,
        listed=listed,
    )
    if page.places:
        places = places_of(parts, page.text, page.places)
        described = [(*groups, place) for groups, place in zip(described, places, strict=True)]
    day = next(filter(None, map(day_in, addresses)), None)
    settled = settle(parts, judge_lines(described), listed=listed, day=day)
    return give_away(settled) if listed else part_beginnings(parts, settled)


SEGMENTATION = Stage(
    "segmentation",
    requires=frozenset({"text", "url", "witness", "places", "profile"}),
    provides=frozenset({"segments", "related", "documents"}),
    apply=segment,
)
