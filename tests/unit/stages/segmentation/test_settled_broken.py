"""Broken text: pieces of sentences on lines of their own, and what only looks like them."""

from collections.abc import Callable

import pytest

from tests.council import HEAD, LEAD, of
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.settlement import settle

Kinds = Callable[[str], list[tuple[str, str]]]

REST = "تقطنه أسرة من خمسة أفراد في شارع الميناء القديم وفق ما أكدته فرق الدفاع المدني مساء أمس."
MORE = "وأوضح البيان أن الحريق بدأ في الطابق الأول، وأن سببه عطل في التيار."


@pytest.mark.parametrize(
    ("pieces", "states"),
    [
        (("اندلع فجر اليوم الاثنين 5", "ديسمبر 2016", "حريق بمنزل في نهج"), ("share", "share", "caption")),
        (("(أ ش أ): قال", "سمير الحداد"), ("stamp", "byline")),
    ],
)
def test_pieces_above_the_text_that_open_it_are_its_beginning(pieces: tuple[str, ...], states: tuple[str, ...]) -> None:
    """Together with the text below they open as leads do, which the text alone does not."""
    settled = settle(of(HEAD, *pieces, REST, MORE), ["headline", *states, "body", "body"])
    assert settled == ["headline", *["body"] * (len(pieces) + 2)]


@pytest.mark.parametrize(
    ("above", "state"),
    [
        ("حريق بمنزل في نهج", "caption"),
        ("5 ديسمبر 2016", "stamp"),
        ("مشاركة", "share"),
        ("قال سمير.", "caption"),
        ("قوارب صيد على رصيف الميناء", "caption"),
    ],
)
def test_what_opens_nothing_stays_what_it_is(above: str, state: str) -> None:
    """Captions that open no sentence, dates, buttons and sentences that end are the head's."""
    assert settle(of(HEAD, above, REST, MORE), ["headline", state, "body", "body"])[1] == state


def test_above_a_lead_nothing_is_its_beginning() -> None:
    """A text that opens as leads do needs no piece above it."""
    texts = of(HEAD, "أعلنت فرق الدفاع المدني", LEAD, MORE)
    assert settle(texts, ["headline", "caption", "body", "body"])[1] == "caption"


WRAPPED = (
    "لا أحد يعرف لماذا أغلقت المكتبة أبوابها في",
    "هذا الشتاء، فالموظفون ينتظرون قرارا من",
    "البلدية منذ شهرين. والكتب التي تبرع بها السكان",
    "ما زالت في الصناديق، كما وصلت من الميناء إلى",
    "المخزن القديم. أما القراء فيجلسون على",
    "درج المدخل كل مساء، ويتبادلون ما بقي لديهم",
    "من روايات ومجلات قديمة بعضها بلا غلاف",
    "ولا يعرف أحد منهم متى يفتح الباب.",
)


@pytest.mark.parametrize("state", ["ticker", "related_item"])
def test_lines_that_sentences_run_over_are_text(state: str) -> None:
    """An article set in short lines, as in print, looks like a row of headlines."""
    assert settle(of(*WRAPPED), [state] * len(WRAPPED)) == ["body"] * len(WRAPPED)
    assert "body" not in settle(of(*WRAPPED[:7]), [state] * 7)


def test_headlines_in_a_row_are_no_text() -> None:
    """Nor are lines below an article's text, nor items of one line, whatever runs on in them."""
    titles = [
        f"{title}.. {more}"
        for title in (HEAD, "أمطار على الساحل في")
        for more in ("صور", "فيديو", "التفاصيل", "بالأسماء")
    ]
    assert "body" not in settle(of(*titles), ["ticker"] * len(titles))
    items = [Line(0, len(text), text, item=True) for text in WRAPPED]
    assert "body" not in settle(items, ["ticker"] * len(items))
    states = ["headline", "body", "body", *["related_item"] * len(WRAPPED)]
    assert settle(of(HEAD, LEAD, MORE, *WRAPPED), states)[3:] == states[3:]


def test_an_office_amid_a_sentence_is_text() -> None:
    """Behind a sentence's end it is the house's."""
    states = ["headline", "body", "body_noise", "body"]
    broken = of(HEAD, "ووقع الاتفاقية كل من", "المدير العام", "لبنك الأمان، أحمد كرم، والرئيسة المديرة")
    assert settle(broken, states)[2] == "body"
    behind = of(HEAD, MORE, "المدير العام", "لبنك الأمان، أحمد كرم، والرئيسة المديرة")
    assert settle(behind, states)[2] == "body_noise"


def test_the_last_word_of_a_broken_sentence_is_no_button(kinds: Kinds) -> None:
    """Without the full stop it is one."""
    text = f"{HEAD}\n{LEAD}\nوأحيل الملف على الفرقة المختصة لمواصلة\nالبحث.\n{MORE}"
    assert ("boilerplate", "البحث.") not in kinds(text)
    assert ("boilerplate", "البحث") in kinds(text.replace("البحث.", "البحث"))


def test_the_weather_is_no_headline(kinds: Kinds) -> None:
    """Degrees are a masthead's."""
    text = f"غائم جزئي 24 °C\nتم النشر: 2025-03-29 07:42\n{LEAD}\n{MORE}"
    assert kinds(text)[0] == ("boilerplate", "غائم جزئي 24 °C")
