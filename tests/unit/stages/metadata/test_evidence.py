"""Evidence: where and how each value was found."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.evidence import Evidence, MetadataField, Support, Way
from schemas.segment import Owner, SegmentKind
from workers.markup.witness import Witness
from workers.stages.metadata import METADATA
from workers.stages.page import Page

ARTICLE = Owner.ARTICLE
Maker = Callable[..., Page]
Line = tuple[SegmentKind, Owner, str]

HEADLINE: Line = (SegmentKind.HEADLINE, ARTICLE, "ميناء جديد على الساحل")
LEAD: Line = (SegmentKind.PARAGRAPH, ARTICLE, "افتتح الوزير الميناء الجديد صباح اليوم.")


def evidence(page: Page, field: MetadataField) -> list[Evidence]:
    """Give the article's evidence for one field."""
    return [each for each in METADATA.apply(page).documents[0].metadata.evidence if each.field is field]


@pytest.mark.parametrize(
    ("line", "field", "words", "how"),
    [
        ((SegmentKind.TIMESTAMP, ARTICLE, "القاهرة | نشر في: 3 مارس 2024"), "published_at", "3 مارس 2024", "label"),
        (
            (SegmentKind.TIMESTAMP, ARTICLE, "2024/03/03 - 10:15 |"),
            "published_at",
            "2024/03/03 - 10:15",
            "stamp_line",
        ),
        ((SegmentKind.TIMESTAMP, ARTICLE, "قبل ساعتين"), "published_at", "قبل ساعتين", "relative_date"),
        ((SegmentKind.TIMESTAMP, ARTICLE, "آخر تحديث: 4 مارس 2024"), "updated_at", "4 مارس 2024", "label"),
        ((SegmentKind.BYLINE, ARTICLE, "كتبت: سلمى فؤاد 3 مارس 2024"), "authors", "سلمى فؤاد", "byline"),
        ((SegmentKind.BYLINE, ARTICLE, "كتبت: سلمى فؤاد 3 مارس 2024"), "published_at", "3 مارس 2024", "byline"),
        ((SegmentKind.CREDIT, ARTICLE, "3 مارس 2024 - المصدر: «بوابة النيل»"), "publisher", "بوابة النيل", "credit"),
        ((SegmentKind.CREDIT, ARTICLE, "المصدر: نقلا عن رويترز"), "agencies", "رويترز", "credit"),
        ((SegmentKind.PARAGRAPH, ARTICLE, "بيروت (واع) - افتتح الوزير."), "agencies", "واع", "dateline"),
        (
            (SegmentKind.PARAGRAPH, ARTICLE, "بيروت (واع) - افتتح الوزير."),
            "dateline_place",
            "بيروت",
            "dateline",
        ),
        ((SegmentKind.KEYWORDS, ARTICLE, "الوسوم: • موانئ •"), "keywords", "موانئ", "tag_line"),
    ],
)
def test_a_value_stands_where_its_evidence_says(make_page: Maker, line: Line, field: str, words: str, how: str) -> None:
    """The span holds the value's own words, without label, mark or date beside them, and the way is the line's."""
    page = make_page(HEADLINE, *([line] if line[0] is SegmentKind.PARAGRAPH else [line, LEAD]))

    (found,) = evidence(page, MetadataField(field))

    assert page.text[found.start : found.end] == words
    assert found.how == how


def test_every_tag_has_its_own_span(make_page: Maker) -> None:
    """Tags follow one another through their line, hashtags with their underscores."""
    page = make_page(HEADLINE, LEAD, (SegmentKind.KEYWORDS, ARTICLE, "#موانئ #البحر_الأحمر #تجارة"))

    found = evidence(page, MetadataField.KEYWORDS)

    assert [page.text[each.start : each.end] for each in found] == ["موانئ", "البحر_الأحمر", "تجارة"]
    assert [each.value for each in found] == ["موانئ", "البحر الأحمر", "تجارة"]


def test_a_tag_that_could_end_elsewhere_is_undecided(make_page: Maker) -> None:
    """What a known name settles is decided; what nothing speaks for stays whole and says so."""
    page = make_page(HEADLINE, LEAD, (SegmentKind.KEYWORDS, ARTICLE, "كلمات دلالية: الميناء التجارة"))
    (doubtful,) = evidence(page, MetadataField.KEYWORDS)
    page = make_page(HEADLINE, LEAD, (SegmentKind.KEYWORDS, ARTICLE, "كلمات دلالية: الأمم المتحدة اليمن"))
    settled = evidence(page, MetadataField.KEYWORDS)

    assert (doubtful.value, doubtful.support) == ("الميناء التجارة", Support.UNDECIDED)
    assert [(each.value, each.support) for each in settled] == [
        ("الأمم المتحدة", Support.ALONE),
        ("اليمن", Support.ALONE),
    ]
    assert doubtful.confidence is not None
    assert settled[0].confidence is not None
    assert doubtful.confidence < settled[0].confidence


@pytest.mark.parametrize("name", ["رويترز", "Reuters", "وكالة رويترز", "وكالة رويترز للأنباء", "رويترز للأنباء"])
def test_spellings_of_one_agency_have_one_id(make_page: Maker, name: str) -> None:
    """The value stays as the page writes it; the id is the agency's."""
    page = make_page(HEADLINE, LEAD, (SegmentKind.CREDIT, ARTICLE, f"المصدر: {name}"))

    (found,) = evidence(page, MetadataField.AGENCIES)

    assert (found.value, found.canonical_id) == (name, "reuters")


def test_an_outlet_that_no_list_has_has_no_id(make_page: Maker) -> None:
    """Known outlets have an id whatever their spelling, others none."""
    ids = [
        evidence(make_page(HEADLINE, LEAD, (SegmentKind.CREDIT, ARTICLE, f"المصدر: {name}")), MetadataField.PUBLISHER)
        for name in ("العربية نت", "العربية.نت", "صحيفة المرفأ")
    ]

    assert [found.canonical_id for (found,) in ids] == ["alarabiya", "alarabiya", None]


def test_what_two_places_say_is_agreed(make_page: Maker) -> None:
    """An agency in dateline and credit, a date in stamp and byline, a publisher that the markup names, too."""
    page = make_page(
        HEADLINE,
        (SegmentKind.TIMESTAMP, ARTICLE, "3 مارس 2024 - 10:15"),
        (SegmentKind.BYLINE, ARTICLE, "كتبت: سلمى فؤاد 3 مارس 2024"),
        (SegmentKind.PARAGRAPH, ARTICLE, "بيروت (رويترز) - افتتح الوزير الميناء."),
        (SegmentKind.CREDIT, ARTICLE, "المصدر: رويترز"),
        (SegmentKind.CREDIT, ARTICLE, "المصدر: روسيا اليوم"),
    )
    page = replace(page, witness=Witness(publisher="RT Arabic", authors=("سلمي فؤاد",)))

    fields = (MetadataField.PUBLISHED_AT, MetadataField.PUBLISHER, MetadataField.AGENCIES, MetadataField.AUTHORS)
    found = [each for field in fields for each in evidence(page, field)]

    assert [(each.value, each.support) for each in found] == [
        ("2024-03-03T10:15", Support.AGREED),
        ("روسيا اليوم", Support.AGREED),
        ("رويترز", Support.AGREED),
        ("سلمى فؤاد", Support.AGREED),
    ]


def test_what_only_the_markup_states_stands_nowhere(make_page: Maker) -> None:
    """Its evidence has no span, and no confidence, since none was measured."""
    page = replace(make_page(HEADLINE, LEAD), witness=Witness(published_at="2025-02-27", publisher="صحيفة الشاطئ"))

    for field in (MetadataField.PUBLISHED_AT, MetadataField.PUBLISHER):
        (found,) = evidence(page, field)
        assert (found.how, found.start, found.end, found.confidence) == (Way.MARKUP, None, None, None)
