"""How well segmentation reads the pages of the project's own composer."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

import pytest

from schemas.document import Role
from schemas.raw_page import RawPage
from tests.composer.material import OWN_STORIES, read_stories
from tests.composer.stream import compose
from workers.intake import open_page
from workers.stages.page import Page
from workers.stages.segmentation import segment

SEED: Final = 7071
PAGES: Final = 400
BODY: Final = ("paragraph", "article")
CAPTURED: Final = datetime(2025, 6, 1, tzinfo=UTC)

Kind = tuple[str, str]


@pytest.fixture(scope="module")
def read() -> list[tuple[dict[str, Any], Page]]:
    """Compose pages that no weight was learned on, and segment them."""
    composed = compose(read_stories(OWN_STORIES), PAGES, SEED)
    return [
        (page, segment(open_page(RawPage(page_id=page["page_id"], text=page["text"]), captured_at=CAPTURED)))
        for page in composed
    ]


def paired(read: list[tuple[dict[str, Any], Page]]) -> Iterator[tuple[Kind | None, Kind | None]]:
    """Give each solid character's kind and owner in truth, and as read."""
    for page, result in read:
        text = page["text"]
        true: list[Kind | None] = [None] * len(text)
        said: list[Kind | None] = [None] * len(text)
        for each in page["gold"]["segments"]:
            true[each["start"] : each["end"]] = [(each["kind"], each["owner"])] * (each["end"] - each["start"])
        for segment_ in result.segments:
            said[segment_.start : segment_.end] = [(segment_.kind.value, segment_.owner.value)] * (
                segment_.end - segment_.start
            )
        yield from ((true[at], said[at]) for at, char in enumerate(text) if not char.isspace())


def test_bodies_are_found_and_teasers_kept_out(read: list[tuple[dict[str, Any], Page]]) -> None:
    """The body's F1 over all characters is at least .98, and at most 2 % of the teasers' characters are in it."""
    pairs = list(paired(read))
    hit = sum(true == said == BODY for true, said in pairs)
    both = sum(true == BODY for true, _ in pairs) + sum(said == BODY for _, said in pairs)
    assert 2 * hit / both >= 0.98
    teaser = [said for true, said in pairs if true and true[1] == "teaser"]
    assert sum(said == BODY for said in teaser) / len(teaser) <= 0.02


def test_no_character_is_lost(read: list[tuple[dict[str, Any], Page]]) -> None:
    """Every solid character has a kind and an owner."""
    assert all(said is not None for _, said in paired(read))


def test_most_pages_are_exact(read: list[tuple[dict[str, Any], Page]]) -> None:
    """On 88 of 100 pages, at least, every solid character has its kind and owner."""
    exact = sum(all(true == said for true, said in paired([each])) for each in read)
    assert exact / len(read) >= 0.88


def test_headlines_are_found_and_seldom_invented(read: list[tuple[dict[str, Any], Page]]) -> None:
    """Of 100 headlines 93, at least, are right, and of 100 pages without any eight get one at most."""
    right, shown, invented = 0, 0, 0
    for page, result in read:
        article = next((each for each in result.documents if each.role is Role.ARTICLE), None)
        got = " ".join(article.headline.text.split()) if article and article.headline else None
        want = page["gold"]["article"]["headline"]
        shown += want is not None
        right += want is not None and got == want
        invented += want is None and got is not None
    assert right / shown >= 0.93
    assert invented / (len(read) - shown) <= 0.08


def test_pages_without_an_article_get_none(read: list[tuple[dict[str, Any], Page]]) -> None:
    """On nine of ten pages of menus, tickers and lists, at least, no article is found, unless all is one line."""
    bare = [
        result for page, result in read if page["gold"]["layout"] == "no_article" and page["gold"]["gap"] != "one line"
    ]
    invented = sum(any(each.role is Role.ARTICLE for each in result.documents) for result in bare)
    assert len(bare) > 10
    assert invented <= 0.1 * len(bare)
