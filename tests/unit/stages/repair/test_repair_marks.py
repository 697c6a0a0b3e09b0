"""Unseen marks, control characters and broken surrogates."""

import pytest

from workers.stages.repair import repair_text

SENTENCE = "افتتح رئيس البلدية السوق الجديد، وقال: «المشروع اكتمل» — أخيرا… هل يكفي؟ 100%"


def test_clean_text_comes_back_as_it_is() -> None:
    """Arabic text with its usual punctuation is not touched."""
    assert repair_text(SENTENCE) is SENTENCE


@pytest.mark.parametrize(
    "kept",
    [
        "سطر\r\nسطر\rسطر\n\n",
        "كلمة\xa0كلمة\tكلمة",
        "كلـــمة مُشَكَّلة",
        "می‌خواهم",
        "👨‍👩‍👧 أسرة",
        "قناة C++\u200f ترد\u200e",
    ],
)
def test_what_means_something_stays(kept: str) -> None:
    """Line ends, spaces, tatweel, vowel signs, single direction marks and joiners between letters or emoji stay."""
    assert repair_text(kept) == kept


@pytest.mark.parametrize("mark", ["\u202b", "\u2067", "\u200b", "\ufeff", "\x00", "\x1b", "\xad"])
def test_unseen_mark_goes_without_moving_an_offset(mark: str) -> None:
    """An embedding, a zero-width mark or a control character is replaced, so that what follows stays in place."""
    mended = repair_text(f"خبر{mark} عاجل")
    assert mark not in mended
    assert mended.index("عاجل") == 5


def test_old_separators_become_line_ends() -> None:
    """A form feed, a record separator and Unicode's line separator end a line."""
    assert repair_text("أول\x0cثان\x1eثالث\u2028رابع") == "أول\nثان\nثالث\nرابع"


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    """What UTF-8 cannot carry becomes U+FFFD; a whole pair becomes its character."""
    assert repair_text("قبل \ud800 بعد \ud83d\ude00") == "قبل \ufffd بعد 😀"


def test_control_of_cp1252_becomes_its_punctuation() -> None:
    """C1 controls are cp1252 punctuation read as Latin-1."""
    assert repair_text("\x93نعم\x94 قال\x85") == "“نعم” قال…"


def test_joiner_beside_space_goes() -> None:
    """A joiner with nothing to join is a stray mark."""
    assert "\u200c" not in repair_text("كلمة\u200c كلمة")
