"""Right-to-left text for terminals that do not turn it."""

import pytest
from rich.text import Text

from workers.cli.bidi import Bidi, is_right_to_left, levels_of, shape, visual_order
from workers.cli.lines import written


def seen(text: str, *, right_to_left: bool) -> str:
    """Turn a text, letters left unjoined; capitals stand for Hebrew letters, which join nothing."""
    hebrew = "".join(chr(0x05D0 + ord(char) - ord("A")) if char.isupper() else char for char in text)
    order = visual_order(hebrew, levels_of(hebrew, right_to_left=right_to_left))
    return "".join(text[at] for at in order)


@pytest.mark.parametrize(
    ("logical", "visual"),
    [
        ("car is THE CAR in", "car is RAC EHT in"),
        ("CAR 12", "12 RAC"),
        ("ab CD 12.5 ef", "ab 12.5 DC ef"),
        ("AB: cd", "BA: cd"),
        ("AB 10% C", "C 10% BA"),
        ("AB (CD)", ")DC( BA"),
    ],
)
def test_text_from_the_left_turns_its_right_to_left_runs(logical: str, visual: str) -> None:
    """Runs of right-to-left letters are turned, numbers within them are not (the annex's own kind of example)."""
    assert seen(logical, right_to_left=False) == visual


@pytest.mark.parametrize(
    ("logical", "visual"),
    [
        ("CAR", "RAC"),
        ("THE (tpao) CAR", "RAC )tpao( EHT"),
        ("AB rt arabic", "rt arabic BA"),
        ("AB: 24th CD", "DC 24th :BA"),
        ("A.", ".A"),
        ("AB (@c_d) may 1 CD", "DC may 1 )c_d@( BA"),
        ("A [b (C] d", "d ]C( b[ A"),
    ],
)
def test_text_from_the_right_ends_at_the_left(logical: str, visual: str) -> None:
    """In a right-to-left paragraph Latin runs keep their order and everything else is turned."""
    assert seen(logical, right_to_left=True) == visual


def test_letters_take_the_form_of_their_place() -> None:
    """Initial, medial and final forms follow from the neighbours; a letter that joins only backwards ends a run."""
    assert shape("بيت") == ["\ufe91", "\ufef4", "\ufe96"]
    assert shape("دار") == ["\ufea9", "\ufe8d", "\ufead"]


def test_lam_and_alef_are_one() -> None:
    """The ligature stands where the lam was, and the alef is gone."""
    assert shape("سلام") == ["\ufeb3", "\ufefc", "", "\ufee1"]


def test_marks_neither_join_nor_part() -> None:
    """A vowel sign between two letters changes no form and stays behind its letter when the text is turned."""
    text = "بَت"

    assert shape(text) == ["\ufe91", "َ", "\ufe96"]
    assert visual_order(text, levels_of(text, right_to_left=True)) == [2, 0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خبر", True),
        ("المصدر: RT Arabic", True),
        ("RT: خبر عاجل", True),
        ("2024-04-24", False),
        ("RT ع", False),
        ("", False),
    ],
)
def test_the_first_letter_or_most_letters_decide(text: str, expected: bool) -> None:  # noqa: FBT001  # a table's column
    """A line reads from the right if it begins so or mostly does."""
    assert is_right_to_left(text) is expected


def test_isolates_enclose_the_line_and_nothing_ends_them_early() -> None:
    """Marks of the page itself are left out, since one of them could end the isolate."""
    line = Text("ا\u2069ب\u202e")

    assert written(line, Bidi.ISOLATE, right_to_left=True).plain == "\u2067اب\u2069"


def test_plain_is_the_text_itself() -> None:
    """What is to be copied on has no character more or less."""
    assert written(Text("ا\u200fب (c)"), Bidi.PLAIN, right_to_left=True).plain == "ا\u200fب (c)"


def test_styles_travel_with_their_letters() -> None:
    """A coloured word is still coloured after turning, and brackets are mirrored."""
    line = Text("(אב) ג")
    line.stylize("red", 1, 3)

    turned = written(line, Bidi.VISUAL, right_to_left=True)

    assert turned.plain == "ג (בא)"
    assert sorted(turned.plain[span.start : span.end] for span in turned.spans if span.style == "red") == ["א", "ב"]
