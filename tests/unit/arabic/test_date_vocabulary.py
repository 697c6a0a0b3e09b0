"""The data files of dates say only what the readers of dates understand."""

import re

from workers.arabic.dates.vocabulary import (
    AGES,
    COUNTS,
    DAY_PARTS,
    HIJRI_MONTHS,
    MONTHS,
    NAMED_DAYS,
    STAMP_WORDS,
    WEEKDAYS,
    ZONES,
    key,
    one_of,
)
from workers.arabic.fold import lower


def test_months_and_weekdays_are_complete() -> None:
    """Both calendars have twelve months and the week seven days."""
    assert set(MONTHS.values()) == set(HIJRI_MONTHS.values()) == set(range(1, 13))
    assert set(WEEKDAYS.values()) == set(range(1, 8))


def test_each_vocabulary_of_months_has_its_year() -> None:
    """Egypt, the Levant and Morocco name all twelve months; Tunisia and Algeria the seven that they name otherwise."""
    levant = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
    morocco = "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر"
    for names in (levant, morocco):
        assert [MONTHS[key(name)] for name in names.split("|")] == list(range(1, 13))
    tunisia = "جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت"
    assert [MONTHS[key(name)] for name in tunisia.split("|")] == [1, 2, 4, 5, 6, 7, 8]


def test_no_name_is_a_month_of_both_calendars() -> None:
    """A month's name alone tells the calendar."""
    assert not MONTHS.keys() & HIJRI_MONTHS.keys()


def test_every_value_is_one_that_the_readers_know() -> None:
    """A slip in a data file fails here and not in the middle of a page."""
    assert set(STAMP_WORDS.values()) == {"published", "updated", "captured", "link"}
    assert set(DAY_PARTS.values()) == {"am", "pm", "noon", "night"}
    assert {unit for _, unit in AGES.values()} == {"now", "second", "minute", "hour", "day", "week", "month", "year"}
    assert all(count == "" or count.isdigit() for count, _ in AGES.values())
    assert all(re.fullmatch(r"Z|[+-]\d\d:\d\d", offset) for offset in ZONES.values())
    assert min(COUNTS.values()) > 0
    assert min(NAMED_DAYS.values()) == 0


def test_a_pattern_takes_whole_words_only() -> None:
    """`مارس` is found beside figures and marks, not inside `ممارسة`; spaces of a name may be several."""
    pattern = re.compile(one_of(["مارس", "كانون الثاني"]))

    assert pattern.search("3مارس2024")
    assert pattern.search("كانون  الثاني")
    assert not pattern.search("ممارسة")


def test_lowering_keeps_every_offset() -> None:
    """The one letter whose lower case is longer stays as it is."""
    assert lower("GMT") == "gmt"
    assert len(lower("İ GMT")) == len("İ GMT")
