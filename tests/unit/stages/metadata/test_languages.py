"""The language of a text."""

import unicodedata
from collections.abc import Callable

import pytest

from schemas.segment import Owner, SegmentKind
from workers.lexicon.loader import read_table
from workers.stages.metadata import METADATA
from workers.stages.metadata.language import language_of
from workers.stages.page import Page


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("أعلنت الوزارة في بيان لها أن العمل مستمر", "ar"),
        ("خبر", "ar"),
        ("أعلنت شركة Google عن خدمة جديدة في المنطقة", "ar"),
        ("این خبر را که است", "fa"),
        ("یہ خبر کے لیے ہے", "ur"),
        ("The minister said that the talks will go on", "en"),
        ("Le ministre de la Santé et les médecins du pays", "fr"),
        ("Министр сообщил, что переговоры продолжатся", "ru"),
        ("השר אמר כי השיחות יימשכו", "he"),
        ("123 - 456", None),
        ("", None),
        ("\ud800", None),
    ],
)
def test_a_language_is_told_by_script_and_function_words(text: str, language: str | None) -> None:
    """The script of most letters decides, and among its languages their function words."""
    assert language_of(text) == language


def test_the_data_file_names_scripts_that_exist() -> None:
    """Every language of the lexicon can be found: a letter of each of its words belongs to its script."""
    for language, script, words in read_table("languages.tsv", ("language", "script", "words")):
        name = {"han": "CJK", "kana": "HIRAGANA"}.get(script, script.upper())
        assert unicodedata.name(words[0]).startswith(name), language


ARABIC = "افتتح الوزير الميناء الجديد صباح اليوم في حضور عدد كبير من أهالي المدينة."
ENGLISH = "The minister opened the new harbour this morning and thanked the people of the town."


@pytest.mark.parametrize(
    ("lines", "languages"),
    [
        ([ARABIC, ARABIC], ("ar",)),
        ([ARABIC, ARABIC, ENGLISH], ("ar", "en")),
        ([ENGLISH, ENGLISH, ARABIC], ("en", "ar")),
        ([*[ARABIC] * 12, "Follow us"], ("ar",)),
        (["123", "-"], ()),
    ],
)
def test_a_page_has_the_languages_of_a_tenth_of_its_text(
    make_page: Callable[..., Page], lines: list[str], languages: tuple[str, ...]
) -> None:
    """The language of most text comes first, and a label in another one makes no page of two languages."""
    page = METADATA.apply(make_page(*((SegmentKind.PARAGRAPH, Owner.ARTICLE, line) for line in lines)))

    assert (page.language, page.languages) == (next(iter(languages), None), languages)


def test_an_embedded_post_is_in_somebody_elses_language(make_page: Callable[..., Page]) -> None:
    """The page's languages are those of its own text."""
    page = make_page((SegmentKind.PARAGRAPH, Owner.ARTICLE, ARABIC), (SegmentKind.EMBED, Owner.ARTICLE, ENGLISH))

    assert METADATA.apply(page).languages == ("ar",)
