"""The language of a text."""

import unicodedata

import pytest

from workers.lexicon.loader import read_table
from workers.stages.metadata.language import language_of


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
