"""What the lexicon tells about names."""

import pytest

from workers.stages.metadata.names.kinds import (
    agency_of,
    canonical_of,
    distinct,
    is_agency,
    is_outlet,
    is_person,
    is_place,
)
from workers.stages.metadata.spelling import trim


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("رويترز", "reuters"),
        ("وكالة رويترز", "reuters"),
        ("أ ف ب", "afp"),
        ("أ.ف.ب", "afp"),
        ("ا ف ب", "afp"),
        ("الفرنسية", "afp"),
        ("وكالة الأنباء السعودية (واس)", "spa"),
        ("الاناضول", "anadolu"),
        ("AFP", "afp"),
        ("وكالات", "agencies"),
        ("صحيفة النيل", None),
        ("", None),
    ],
)
def test_an_agency_has_one_id_under_all_its_names(name: str, agency: str | None) -> None:
    """Spellings, abbreviations and the word `وكالة` lead to the same id."""
    assert agency_of(name) == agency


@pytest.mark.parametrize("name", ["عكاظ", "صحيفة عكاظ", "موقع عكاظ"])
def test_an_outlet_has_one_id_whatever_it_is_called(name: str) -> None:
    """A word for what it is may stand before an outlet's name."""
    assert canonical_of(name) == "okaz"


def test_what_calls_itself_an_agency_is_one() -> None:
    """An agency that the lexicon has not is known by its first word."""
    assert is_agency("وكالة الضفاف للأنباء")
    assert not is_agency("شبكة الضفاف")


@pytest.mark.parametrize("name", ["سكاي نيوز عربية", "صحيفة الدستور", "CNN"])
def test_outlets_are_known_with_and_without_their_kind(name: str) -> None:
    """`صحيفة` and the like before a name change nothing."""
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["القاهرة", "برلين", "واشنطن", "قطاع غزة", "رام الله", "دمشق، سوريا", "اليمن"])
def test_places_are_cities_countries_and_regions(name: str) -> None:
    """Every place list of the lexicon counts, and a city with its country after a comma."""
    assert is_place(name)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("محمد خالد", True),
        ("أحمد عبد الرحمن", True),
        ("د. سعاد الهاشمي", True),
        ("أكبر الدول مساحة", False),
        ("محمد", False),
        ("وزارة الصحة", False),
        ("", False),
    ],
)
def test_a_person_has_a_given_name_and_another(name: str, person: bool) -> None:  # noqa: FBT001  # a table's column
    """Two to five words that begin with a given name and end with no common word."""
    assert is_person(name) is person


@pytest.mark.parametrize(
    ("name", "trimmed"),
    [
        (" - رويترز. ", "رويترز"),
        ("(رويترز)", "رويترز"),
        ("«القبس»", "القبس"),
        ("موقع «النبأ»", "موقع «النبأ»"),
        ("وكالة الأنباء (واع)", "وكالة الأنباء (واع)"),
        ("رويترز)", "رويترز"),
        ("أ.ف.ب.", "أ.ف.ب."),
        ("(«...»)", ""),
        ("", ""),
    ],
)
def test_trimming_leaves_the_name(name: str, trimmed: str) -> None:
    """Marks and unpaired brackets go, those that belong to the name stay."""
    assert trim(name) == trimmed


def test_spellings_of_one_name_are_one() -> None:
    """The first spelling stands."""
    assert distinct(["الأناضول", "الاناضول", "رويترز"]) == ("الأناضول", "رويترز")
