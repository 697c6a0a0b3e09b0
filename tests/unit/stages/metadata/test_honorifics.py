"""Titles before authors' names."""

import pytest

from workers.stages.metadata.names.honorifics import without_title
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.bylines import read_bylines
from workers.stages.metadata.readers.signatures import author_who_writes


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("د. سعاد الهاشمي", "سعاد الهاشمي"),
        ("أ. د. كريم منصور", "كريم منصور"),
        ("د.كريم منصور", "كريم منصور"),
        ("الدكتورة سعاد الهاشمي", "سعاد الهاشمي"),
        ("المهندس كريم منصور", "كريم منصور"),
        ("الكاتب الصحفي كريم منصور", "كريم منصور"),
        ("المستشار الدكتور كريم منصور", "كريم منصور"),
        ("م. بوزيدي", "م. بوزيدي"),
        ("السيد متولي", "السيد متولي"),
        ("سعاد الهاشمي", "سعاد الهاشمي"),
        ("المهندس المعماري", "المهندس المعماري"),
    ],
)
def test_titles_are_no_part_of_a_name(written: str, name: str) -> None:
    """What people are called by as well stays, and so does an initial before a single word."""
    assert without_title(Quote(written)) == name


@pytest.mark.parametrize("line", ["بقلم: د/ سعاد الهاشمي", "بقلم المستشار/ سعاد الهاشمي", "أ. د. سعاد الهاشمي"])
def test_a_title_apart_from_its_name_is_no_author(line: str) -> None:
    """A slash may stand between them."""
    assert read_bylines([Quote(line)]).authors == ["سعاد الهاشمي"]


def test_a_headline_names_its_author_without_title() -> None:
    """Opinion pages head their articles so."""
    assert author_who_writes(Quote("د. سعاد الهاشمي تكتب: عن البحر وأهله")) == "سعاد الهاشمي"
