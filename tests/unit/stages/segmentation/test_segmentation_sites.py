"""How pages that are laid out as real sites' are read; see `tests/sites/reader.py`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from schemas.raw_page import RawPage
from tests.sites import reader
from tests.sites.reader import LabelError, _read, site_pages
from workers.intake import open_page
from workers.stages.page import Page
from workers.stages.segmentation import segment

CAPTURED: Final = datetime(2026, 1, 15, tzinfo=UTC)
LEAST: Final = {
    "nile": 0.95,
    "gulf": 0.92,
    "levant-maghreb": 0.95,
    "iraq": 0.965,
    "yemen-sudan": 0.97,
    "aggregators": 0.955,
    "world": 0.99,
    "met-a": 0.965,
    "met-b": 0.985,
    "met-c": 0.975,
    "met-d": 0.975,
    "met-e": 0.98,
    "met-f": 0.975,
    "met-g": 0.94,
    "met-h": 0.96,
    "met-i": 0.97,
    "met-j": 0.99,
    "met-k": 0.96,
    "met-l": 0.97,
    "met-m": 0.96,
    "met-n": 0.96,
    "met-o": 0.985,
    "met-p": 0.98,
    "met-q": 0.97,
    "met-r": 0.98,
    "met-t": 0.955,
    "met-u": 0.98,
    "met-v": 0.955,
}
"""A region's body F1 must not fall below this; docs/segmentation.md says what it is."""


def read(page: dict[str, Any]) -> Page:
    """Segment one page, at its address."""
    raw = RawPage(page_id=page["page_id"], url=page["url"], text=page["text"])
    return segment(open_page(raw, captured_at=CAPTURED))


def body(segments: list[tuple[str, str, int, int]], text: str) -> set[int]:
    """Give the offsets of the solid characters of the article's own body."""
    spans = [(start, end) for kind, owner, start, end in segments if (kind, owner) == ("paragraph", "article")]
    return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}


def test_each_page_is_of_one_region() -> None:
    """What has been looked at may be learned from; a page that no region names would be measured nowhere."""
    regions = (*reader.LOOKED_AT, *reader.BLIND)
    names = [page["page_id"] for region in regions for page in site_pages(region)]
    assert sorted(names) == sorted(path.stem for path in reader.PAGES.glob("*.page"))
    assert set(regions) == set(LEAST)


@pytest.mark.parametrize("region", LEAST)
def test_bodies_of_site_pages_are_found(region: str) -> None:
    """The body's F1 over all characters of a region's pages is at least what it was."""
    hit = both = 0
    for page in site_pages(region):
        true = body(
            [tuple(each[name] for name in ("kind", "owner", "start", "end")) for each in page["gold"]["segments"]],
            page["text"],
        )
        said = body(
            [(each.kind.value, each.owner.value, each.start, each.end) for each in read(page).segments], page["text"]
        )
        hit += len(true & said)
        both += len(true) + len(said)
    assert both
    assert 2 * hit / both >= LEAST[region]


def test_no_character_of_a_site_page_is_lost() -> None:
    """Segments of every page are disjoint and cover every character that is no space."""
    for page in site_pages():
        covered = [at for each in read(page).segments for at in range(each.start, each.end)]
        assert len(covered) == len(set(covered))
        assert {at for at, char in enumerate(page["text"]) if not char.isspace()} <= set(covered)


def test_truth_of_site_pages_covers_them() -> None:
    """Every solid character of a page has a label, and labels do not overlap."""
    for page in site_pages():
        labelled = [at for each in page["gold"]["segments"] for at in range(each["start"], each["end"])]
        assert len(labelled) == len(set(labelled))
        assert {at for at, char in enumerate(page["text"]) if not char.isspace()} == {
            at for at in labelled if not page["text"][at].isspace()
        }


def test_a_line_without_a_kind_is_refused() -> None:
    """A file that names no kind, or none that is known, is an error and not a page."""
    with pytest.raises(LabelError, match="advert"):
        _read("page", "headline\tعنوان\nadvert\tإعلان")


def test_a_page_has_the_address_that_its_file_states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address in a file's head is the page's, colons and all; a file without one gives its name to it."""
    monkeypatch.setattr(reader, "PAGES", tmp_path)
    (tmp_path / "a.page").write_text(
        "layout: x\nurl: https://one.example:81/tag/7?a=b:c\n---\nheadline\tعنوان\n", "utf-8"
    )
    (tmp_path / "b.page").write_text("layout: x\n---\nheadline\tعنوان\n", "utf-8")
    assert [page["url"] for page in site_pages()] == ["https://one.example:81/tag/7?a=b:c", "https://b.example/"]
