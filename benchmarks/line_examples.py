"""Composed pages as examples for training: each part's features, and the states that its truth allows."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks.pages import corpus_stories, evaluation_pages, stories
from tests.composer.listings import LISTINGS
from tests.composer.openings import HEADED, HEADLESS
from tests.composer.page import Part
from tests.composer.service_pages import SERVICE_PAGES
from tests.composer.sightings import SIGHTINGS
from tests.composer.stream import compose
from tests.composer.variations import VARIATIONS
from tests.composer.whole_pages import WHOLE_PAGES
from workers.arabic.fold import fold
from workers.stages.segmentation import describe, parts_of
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.states import STATES

_PLACES: Final = {state: place for place, state in enumerate(STATES)}
_FURNITURE: Final = ("boilerplate", "page")
_LABEL: Final = ("teaser_label", "page")
_TITLE: Final = ("teaser_headline", "teaser")
_TITLE_CHARS: Final = 15
_CUT_SHARE: Final = 0.5

Kind = tuple[str, str]
"""A segment's kind and owner."""


class Arrangement(NamedTuple):
    """Layouts for training: how many pages of own stories and of the corpus's, and what one of them counts.

    `whole` says that none is cut off: the first of several beginnings could alone be an article's.
    """

    layouts: Sequence[Part]
    counts: tuple[int, int]
    weight: float = 1.6
    whole: bool = False


_ARRANGED: Final = (
    Arrangement(VARIATIONS, (2000, 5000)),
    Arrangement(SIGHTINGS + WHOLE_PAGES, (3600, 8000)),
)
_WIDER: Final = (
    Arrangement(LISTINGS + SERVICE_PAGES, (500, 1200), 1.0, whole=True),
    Arrangement(HEADED, (1400, 3400), 1.3),
    Arrangement(HEADLESS, (700, 1700), 1.0),
)


@dataclass(frozen=True, slots=True)
class Example:
    """One page: each part's features, and a row of flags for the states that it may be in; and how much it counts."""

    features: list[list[str]]
    allowed: npt.NDArray[np.bool_]
    weight: float


def examples(seed: int, share: float = 1.0, *, wide: bool = False) -> Iterator[Example]:
    """Compose pages of both composers and make examples of them.

    Args:
        seed: other pages for another seed.
        share: how many of the 42,600 pages, or of 51,500.
        wide: also compose pages without an article, and articles that open in any way.
    """
    own, corpus = stories(own=True), corpus_stories()
    for told, count, add in ((own, 6000, 1), (corpus, 12_000, 2)):
        yield from _read(compose(told, int(count * share), seed + add), 1.0)
    for each in (*_ARRANGED, *(_WIDER if wide else ())):
        layouts = tuple((layout, 1) for layout in each.layouts)
        for told, count, add in zip((own, corpus), each.counts, (3, 4), strict=True):
            pages = compose(told, int(count * share), seed + add, layouts)
            yield from _read(pages if each.whole else _beginnings(pages, seed), each.weight)
    yield from _read(evaluation_pages(int(6000 * share), seed + 5), 4.0)


def _beginnings(pages: Iterable[Mapping[str, Any]], seed: int) -> Iterator[Mapping[str, Any]]:
    """Cut every other page off somewhere, in mid-word as a rule: many captures hold no more than a page's beginning."""
    rng = random.Random(seed)
    for page in pages:
        if rng.random() < _CUT_SHARE:
            length = rng.randrange(len(page["text"]) // 4, len(page["text"]))
            kept = [each for each in page["gold"]["segments"] if each["start"] < length]
            yield {"text": page["text"][:length], "gold": {**page["gold"], "segments": kept}}
        else:
            yield page


def _read(pages: Iterable[Mapping[str, Any]], weight: float) -> Iterator[Example]:
    for page in pages:
        parts = parts_of(page["text"])
        features = [[name for group in groups for name in group] for groups in describe(parts)]
        yield Example(features, _allowed(page, parts), weight)


def _allowed(page: Mapping[str, Any], parts: Sequence[Line]) -> npt.NDArray[np.bool_]:
    text = page["text"]
    truth: list[Kind] = [_FURNITURE] * len(text)
    for segment in page["gold"]["segments"]:
        span = slice(segment["start"], min(segment["end"], len(text)))
        truth[span] = [(segment["kind"], segment["owner"])] * (span.stop - span.start)
    headline = _key(page["gold"]["article"]["headline"] or "")
    flags = np.zeros((len(parts), len(STATES)), np.bool_)
    for row, part in zip(flags, parts, strict=True):
        kinds = Counter(truth[at] for at in range(part.start, part.end) if not text[at].isspace())
        kind = kinds.most_common(1)[0][0]
        if _LABEL in kinds and _TITLE in kinds:
            row[_PLACES["labelled_teaser"]] = True
        elif kind == _FURNITURE and len(headline) >= _TITLE_CHARS and _key(part.text) == headline:
            row[[_PLACES["headline"], _PLACES["headline_again"]]] = True
        else:
            row[[place for state, place in _PLACES.items() if _kind(state) == kind and state != "labelled_teaser"]] = (
                True
            )
    return flags


def _kind(state: str) -> Kind:
    kind, owner = STATES[state]
    return str(kind.value), str(owner.value)


def _key(text: str) -> str:
    return " ".join(fold(text).lower().split())
