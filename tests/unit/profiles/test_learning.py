"""A profile is a value: bounded, versioned, the same for the same pages."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.enriched_page import EnrichedPage
from schemas.segment import SegmentKind
from schemas.source_profile import (
    LINE_CHARS,
    MOST_CANDIDATES,
    MOST_KINDS,
    MOST_LINES,
    MOST_NAMES,
    MOST_PAIRS,
    MOST_PROFILE_BYTES,
    MOST_RECENT,
    MOST_TAGS,
    MOST_WORDS,
    NAME_CHARS,
    SourceProfile,
)
from workers.profiles.files import DamagedProfile, read_profile, read_profiles, write_profile
from workers.profiles.learning import Learner, OtherSource, learn, version_of
from workers.profiles.shelf import MOST_SOURCES, Shelf
from workers.profiles.source import source_of

MakePage = Callable[..., EnrichedPage]


def pages_of(make_page: MakePage, count: int) -> list[EnrichedPage]:
    """Make pages that teach something of everything."""
    return [
        make_page(
            number,
            [("الرئيسية", SegmentKind.BOILERPLATE), (f"خبر آخر {number}", SegmentKind.RELATED_ITEM)],
            keywords=("سد النهضة", f"وسم {number}"),
            keyword_line=f"سد النهضة وسم {number}",
            stamp="25/03/2025 16:40",
            publisher="صحيفة الواحة",
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("News.Example", "https://other.example/1", "news.example"),
        (None, "https://www.News.example/1", "news.example"),
        (None, "https://m.news.example:8443/1", "news.example"),
        ("  ", "http://news.example", "news.example"),
        (None, "https://m.co/1", "m.co"),
        (None, None, None),
        (None, "http://[", None),
        (None, "page-1", None),
        ("س" * 500, None, "س" * 200),
    ],
)
def test_a_pages_source(source: str | None, url: str | None, expected: str | None) -> None:
    """A source is what the page says, else its address's host; what has neither has none."""
    assert source_of(source, url) == expected


def test_learning_page_by_page_is_learning_at_once(make_page: MakePage) -> None:
    """It makes no difference whether a profile is written and read again between two pages."""
    pages = pages_of(make_page, 12)
    learner = Learner("site.example")
    profile: SourceProfile | None = None
    for page in pages:
        learner.learn(page)
        profile = learn(profile, page)
        profile = read_profile(write_profile(profile))
    assert profile == learner.profile()


def test_equal_pages_give_equal_versions_and_others_another(make_page: MakePage) -> None:
    """A version names what was learned, on every machine."""
    pages = pages_of(make_page, 6)
    first, second = Learner("site.example"), Learner("site.example")
    for page in pages:
        first.learn(page)
        second.learn(page)
    before = first.profile()
    second.learn(make_page(99))
    assert before == first.profile()
    assert before.version == version_of(before)
    assert second.profile().version != before.version


def test_a_page_of_another_source_is_refused(make_page: MakePage) -> None:
    """A profile learns from its own source's pages only."""
    profile = learn(None, make_page(1))
    with pytest.raises(OtherSource):
        learn(profile, make_page(2, source="other.example"))
    with pytest.raises(OtherSource):
        learn(None, make_page(2, source=None))


def test_a_changed_profile_is_refused(make_page: MakePage) -> None:
    """A profile whose content is not what its version names would make events that nobody can make again."""
    profile = learn(None, make_page(1))
    with pytest.raises(DamagedProfile, match="is not what its version"):
        read_profile(write_profile(profile.model_copy(update={"articles": 5})))
    with pytest.raises(DamagedProfile, match="no profile"):
        read_profile(b"{}")
    assert read_profiles([write_profile(profile), b"\n", b""]) == [profile]


def test_the_longest_profile_fits() -> None:
    """A profile that holds all it may, of the characters that JSON spends most on, stays below its bound."""
    name = {"name": "\x00" * NAME_CHARS, "seen": 10**9}
    line = {
        "line": "\x00" * LINE_CHARS,
        "seen": 10**9,
        "since": 10**9,
        "days": 10**6,
        "first_day": "2025-01-01",
        "last_day": "2025-01-01",
        "kinds": [{"kind": SegmentKind.TEASER_PARAGRAPH, "seen": 10**9}] * MOST_KINDS,
    }
    profile = SourceProfile.model_validate(
        {
            "source": "\x00" * 200,
            "version": "0" * 12,
            "articles": 10**9,
            "lines": [line] * MOST_LINES,
            "candidates": b"\xff" * 8 * MOST_CANDIDATES,
            "recent": b"\xff" * 8 * MOST_RECENT,
            "keywords": {
                **dict.fromkeys(
                    ("lines", "sorted_by_letters", "sorted_by_code_points", "unsorted", "ascents", "descents"), 10**9
                ),
                "tags": [name] * MOST_TAGS,
                "words": b"\xff" * 6 * MOST_WORDS,
                "pairs": b"\xff" * 6 * MOST_PAIRS,
            },
            "dates": {
                **dict.fromkeys(("day_first", "month_first", "clock_24", "clock_12"), 10**9),
                "months": [name] * MOST_NAMES,
            },
            "publishers": [name] * MOST_NAMES,
        },
        strict=False,
    )
    assert len(write_profile(profile)) <= MOST_PROFILE_BYTES


@pytest.mark.parametrize(
    "change",
    [
        {"candidates": b"\x00" * 7},
        {"recent": b"\x00" * 8 * (MOST_RECENT + 1)},
        {"version": "latest"},
        {"source": ""},
    ],
)
def test_what_is_no_profile_is_refused(make_page: MakePage, change: dict[str, Any]) -> None:
    """Bounds and forms are checked where a profile is read."""
    profile = learn(None, make_page(1))
    with pytest.raises(ValueError, match="validation error"):
        SourceProfile.model_validate({**profile.model_dump(), **change})


def test_a_profile_in_force_stays_until_it_is_renewed(make_page: MakePage) -> None:
    """Pages between two renewals are read with one version, however much was learned meanwhile."""
    stored: dict[str, SourceProfile] = {}
    shelf = Shelf(stored.get)
    pages = pages_of(make_page, 6)
    for page in pages[:3]:
        shelf.learn(page)
    assert shelf.profile_of("site.example") is None
    assert shelf.waiting == {"site.example": 3}
    (profile,) = shelf.renew()
    shelf.learn(pages[3])
    shelf.learn(pages[3])
    assert shelf.profile_of("site.example") == profile
    assert shelf.waiting == {"site.example": 1}
    assert profile.articles == 3
    (later,) = shelf.renew("site.example", "unknown.example")
    assert later.articles == 4
    assert shelf.renew() == []


def test_a_shelf_goes_on_from_what_is_stored_and_forgets_the_oldest(make_page: MakePage) -> None:
    """Sources beyond those that fit are read again when they are wanted; none is lost."""
    stored: dict[str, SourceProfile] = {}
    shelf = Shelf(stored.get)
    for number in range(MOST_SOURCES + 5):
        shelf.learn(make_page(number, source=f"{number}.example"))
    for profile in shelf.renew():
        stored[profile.source] = profile
    shelf.tidy()
    shelf.learn(make_page(10_000, source="0.example"))
    (again,) = shelf.renew()
    assert (again.source, again.articles) == ("0.example", 2)


_ANY_TEXT = st.text(max_size=60) | st.sampled_from(["\ud800", "ب\udfff", "\x00", "ـ" * 300, "1" * 200, "🙂" * 70])


@given(
    lines=st.lists(st.tuples(_ANY_TEXT, st.sampled_from(list(SegmentKind))), max_size=6),
    keywords=st.lists(_ANY_TEXT, max_size=4),
    stamp=_ANY_TEXT,
)
def test_whatever_pages_hold_a_profile_can_be_written_and_read(
    lines: list[tuple[str, SegmentKind]], keywords: list[str], stamp: str
) -> None:
    """Any page teaches something that travels, and two of its kind teach no less."""
    from tests.unit.profiles.conftest import page_of  # noqa: PLC0415  # a fixture would live through all examples

    learner = Learner("site.example")
    for number in range(2):
        learner.learn(
            page_of(number, lines, keywords=tuple(keywords), keyword_line=" ".join(keywords) or None, stamp=stamp)
        )
    profile = learner.profile()
    assert read_profile(write_profile(profile)) == profile
