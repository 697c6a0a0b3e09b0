"""A stream of composed pages, the same for the same seed and stories."""

import random
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from tests.composer.layouts import LAYOUTS, SHARES
from tests.composer.material import AGENCIES, AUTHORS, EDITORS, PLACES, SITES, Story
from tests.composer.page import Draft, Facts, PageBuilder, Part, Segment, Truth

GAP_SHARES: Final = {
    "lines": 47,
    "blank lines": 18,
    "crlf": 7,
    "crlf, blank lines": 5,
    "no-break lines": 7,
    "indented": 7,
    "padded": 6,
    "one line": 3,
}
"""How many of 100 pages have each kind of gap."""

_CUT: Final = frozenset({"paragraph", "teaser_paragraph", "related_item"})
"""What a page may end in the middle of."""


def compose(
    stories: tuple[Story, ...],
    count: int,
    seed: int,
    layouts: tuple[tuple[Part, int], ...] = tuple(zip(LAYOUTS, SHARES, strict=True)),
) -> Iterator[dict[str, Any]]:
    """Compose pages in capture order, each the JSON object that the evaluation reads.

    Args:
        stories: what the articles, teasers and related headlines are made from.
        count: how many pages.
        seed: the same seed and stories make the same pages.
        layouts: the arrangements to choose from, and each one's share.
    """
    rng = random.Random(seed)  # noqa: S311  # pages, not secrets
    arabic = tuple(story for story in stories if story.language == "ar")
    english = tuple(story for story in stories if story.language == "en")
    captured = datetime(2025, 1, 1, 6, 0)  # noqa: DTZ001  # one clock for all, see `Facts`
    for number in range(count):
        captured += timedelta(minutes=rng.randrange(60, 1200))
        facts = _facts(arabic, english, captured, rng)
        yield {
            "page_id": f"composed-{seed}-{number:06d}",
            "captured_at": f"{captured:%Y-%m-%dT%H:%M:%SZ}",
            "url": f"https://site-{SITES.index(facts.site):02d}.example/a/{number:06d}",
            **_page(facts, rng, layouts),
        }


def _facts(arabic: tuple[Story, ...], english: tuple[Story, ...], captured: datetime, rng: random.Random) -> Facts:
    story, *others = rng.sample(arabic, min(len(arabic), 40))
    return Facts(
        story=story,
        teasers=tuple(others[: rng.choice((1, 1, 2, 3))]),
        others=tuple(other.headline for other in others[3:]),
        listed=tuple(others[3:]),
        english=tuple(rng.sample(english, len(english))),
        site=rng.choice(SITES),
        agency=rng.choice(AGENCIES),
        authors=tuple(rng.sample(AUTHORS, rng.choice((1, 1, 1, 1, 2)))),
        editors=EDITORS,
        place=rng.choice(PLACES),
        published=captured - timedelta(minutes=rng.randrange(5, 1800)),
        captured=captured,
    )


def _page(facts: Facts, rng: random.Random, layouts: tuple[tuple[Part, int], ...]) -> dict[str, Any]:
    gap = rng.choices(tuple(GAP_SHARES), tuple(GAP_SHARES.values()))[0]
    layout = rng.choices([part for part, _ in layouts], [share for _, share in layouts])[0]
    draft = Draft(facts, PageBuilder(gap), Truth(), rng)
    layout(draft)
    text, segments = draft.page.finish(_cut(draft))
    return {"text": text, "gold": {**_gold(draft.truth, segments), "layout": layout.__name__, "gap": gap}}


def _cut(draft: Draft) -> int:
    """Choose how much of the last segment is lost, and note it in the truth."""
    last, truth = draft.page.last, draft.truth
    if last is None or last.kind not in _CUT or last.end - last.start < 30 or not draft.chance(0.4):
        return 0
    cut = draft.rng.randrange(2, (last.end - last.start) // 2)
    truth.traits.add("cut")
    if last.kind == "paragraph":
        truth.truncated = True
    elif last.kind == "teaser_paragraph":
        if not truth.teasers:
            return 0
        truth.teasers[-1] = (truth.teasers[-1][0], True)
    else:
        truth.related[-1] = truth.related[-1][:-cut].rstrip()
    return cut


def _gold(truth: Truth, segments: tuple[Segment, ...]) -> dict[str, Any]:
    teasers = [{"headline": headline, "truncated": truncated} for headline, truncated in truth.teasers]
    return {
        "segments": [asdict(segment) for segment in segments],
        "article": {
            "headline": truth.headline,
            "published_at": truth.published_at,
            "updated_at": truth.updated_at,
            "publisher": truth.publisher,
            "agencies": truth.agencies,
            "authors": truth.authors,
            "dateline_place": truth.dateline_place,
            "keywords": truth.keywords,
            "language": truth.language,
            "truncated": truth.truncated,
        },
        "teaser": teasers[0] if teasers else None,
        "teasers": teasers,
        "related": truth.related,
        "stamp": truth.stamp,
        "traits": sorted(truth.traits),
    }
