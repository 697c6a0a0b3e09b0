"""Text decoded with the wrong code page."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calls import calls_of
from workers.stages.repair import repair_text

SENTENCE = "وصلت القافلة، بعد ثلاثة أيام؛ إلى واحة «سيوة» (CNN) في 25 مايو… فهل تعود؟"
PLAIN = "وصلت القافلة إلى الواحة، قبل الغروب؛ هل تعود؟"


def misread(text: str, written: str, read: str) -> str:
    """Encode text with one code page and decode it with another; bytes without a character stand for themselves."""
    return "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in text.encode(written))


@pytest.mark.parametrize("read", ["cp1256", "cp1252", "latin-1"])
def test_utf8_read_with_a_code_page_is_mended(read: str) -> None:
    """UTF-8 that was read as cp1256, cp1252 or Latin-1 becomes what it was."""
    assert repair_text(misread(SENTENCE, "utf-8", read)) == SENTENCE


@pytest.mark.parametrize("read", ["cp1252", "latin-1"])
def test_cp1256_read_as_western_is_mended(read: str) -> None:
    """cp1256 that was read as cp1252 or Latin-1 becomes what it was."""
    assert repair_text(misread(PLAIN, "cp1256", read)) == PLAIN


def test_text_misread_twice_is_mended_twice() -> None:
    """An accident that happened twice is undone twice."""
    twice = misread(misread(SENTENCE, "utf-8", "cp1256"), "utf-8", "cp1256")
    assert repair_text(twice) == SENTENCE


def test_only_the_broken_line_changes() -> None:
    """A good line beside a broken one stays, and so does good text in front of broken text."""
    text = f"{PLAIN}\nعاجل: {misread(PLAIN, 'utf-8', 'cp1256')}\n{PLAIN}"
    assert repair_text(text) == f"{PLAIN}\nعاجل: {PLAIN}\n{PLAIN}"


@pytest.mark.parametrize(
    "good",
    [
        "Ærø, Ångström, São Paulo, señor, façade, Çankaya, Ñandú",
        "ÁÉÍÓÚ ÄÖÜ äöüß ÆØÅ",
        "À ÉTÉ, l'élève où naïf",
        "أحرف التفخيم: ط، ظ، ع، غ، ص؛ ض",
        "الغاز بلغ، والحظ؛ والوعظ… والقط– والنفع»",
        "المادة § 5 والحرارة 25° والمساحة 3 م² والسعر £10 ©",
        "خطأ، نبأ، ملجأ؟",
    ],
)
def test_good_text_shows_no_accident(good: str) -> None:
    """Accents of other languages, and Arabic letters before punctuation, are no evidence."""
    assert repair_text(good) == good


@given(st.text(st.sampled_from("طظعغ§„…†‡ˆ‰±¯©آأ·،ÚÇÏÅáìØÙ\xad\u200c\u200e\u2060\x85\x84 abé\n"), max_size=24))
def test_repair_of_rubble_is_idempotent(text: str) -> None:
    """However bytes were mixed up, a second repair finds nothing more to do."""
    once = repair_text(text)
    assert repair_text(once) == once


@pytest.mark.parametrize("unit", ["ط§", "ط", "Ø§ ", "ÚÇÏ ", "Ú", "\x85", "\xad", "\u200d", "ط·آ£ط", "a\u200f"])
def test_repair_works_in_proportion(unit: str) -> None:
    """Eight times the text takes about eight times the calls, on one line too."""
    few, many = (calls_of(partial(repair_text, (unit * chars)[:chars])) for chars in (20_000, 160_000))

    assert many < 10 * few + 50
