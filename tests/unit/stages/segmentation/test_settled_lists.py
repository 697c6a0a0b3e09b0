"""What a page states about itself elsewhere: its sources' names, its keywords' fields, its lists' items."""

from collections.abc import Callable

import pytest

from tests.council import HEAD, LAST, LEAD, MORE, lines, of
from workers.arabic.fold import fold
from workers.stages.segmentation import parts_of
from workers.stages.segmentation.phrases.names import names_byline, names_credit, stated_sources
from workers.stages.segmentation.settlement.endings import settle_ending
from workers.stages.segmentation.settlement.items import settle_items, settle_stuck
from workers.stages.segmentation.settlement.keywords import settle_keywords

Kinds = Callable[[str], list[tuple[str, str]]]

ITEMS = ("وزارة النقل تفتتح جسر المرفأ الغربي", "بلدية الساحل توزع أشجار الزيتون", "انقطاع الماء عن ثلاثة أحياء غدا")


def test_fields_right_behind_keywords_are_keywords(kinds: Kinds) -> None:
    """A tag may have a section's name, and the list of tags goes on to its end."""
    found = kinds(lines(HEAD, LEAD, MORE, LAST, "الوسوم", "بلدية الساحل", "أرصفة", "اقتصاد", "طباعة"))
    assert ("keywords", "اقتصاد") in found
    assert ("keywords", "طباعة") not in found


def test_a_menu_behind_keywords_stays_one() -> None:
    """Three sections' names in a row are no tags any more."""
    texts = of("الوسوم", "أرصفة", "سياسة", "اقتصاد", "رياضة")
    states = ["keywords_label", "keywords_value", "foot", "foot", "foot"]
    assert settle_keywords(texts, list(states)) == states


@pytest.mark.parametrize(
    ("texts", "item"),
    [
        ((*ITEMS, "حريق في سوق الخشب"), True),
        ((*ITEMS, "اتصل بنا من فضلك الآن", "خريطة الموقع"), True),
        ((*ITEMS, "خريطة الموقع"), False),
        ((*ITEMS, "السبت 3 مايو 2025"), False),
        ((*ITEMS, "ـ ـ ـ ـ ـ ـ ـ ـ ـ ـ"), False),
        ((*ITEMS[:2], "حريق في سوق الخشب"), False),
        ((*(f"- {item}" for item in ITEMS), "- حريق في سوق الخشب"), True),
        ((*(f"- {item}" for item in ITEMS), "حريق في سوق الخشب"), False),
    ],
)
def test_a_short_headline_at_a_lists_end_is_one_of_it(texts: tuple[str, ...], *, item: bool) -> None:
    """A list of three ends in what may be a headline or has the items' bullet, not in a button or a date."""
    above = sum(text.lstrip("- ") in ITEMS for text in texts)
    states = ["related_item"] * above + ["foot"] * (len(texts) - above)
    assert (settle_items(of(*texts), states)[above] == "related_item") is item


@pytest.mark.parametrize(
    ("last", "endings", "are_items"),
    [
        (LAST, ITEMS, True),
        (f"{LAST} وهذه هي البنود:", ITEMS, False),
        (LAST, tuple(f"“{item}”" for item in ITEMS), False),
        (LAST, (*(f"{number}: {item}" for number, item in enumerate(ITEMS)), "بند رابع لم يحدد بعد"), False),
    ],
    ids=["headlines", "introduced", "quoted", "a table"],
)
def test_headlines_behind_the_text_are_items(last: str, endings: tuple[str, ...], *, are_items: bool) -> None:
    """Strange lines without a full stop end an article as a list of others, unless they are its own or quotations."""
    states = ["headline", *["body"] * (2 + len(endings))]
    settled = settle_ending(of(HEAD, LEAD, last, *endings), states)
    assert (settled[3:] == ["related_item"] * len(endings)) is are_items
    assert are_items or settled == states


def test_a_copy_of_the_headline_below_a_list_is_no_item() -> None:
    """A breadcrumb's copy stands right behind a ticker, too."""
    texts = of(*ITEMS, "حريق في سوق الخشب", "حريق في سوق الخشب القديم")
    assert settle_items(texts, ["ticker"] * 3 + ["masthead", "headline"])[3] == "masthead"


def test_a_source_that_the_page_states_is_cut_off_the_lead() -> None:
    """Nobody need know the outlet: the page's credit names it, and the lead is stuck to the same name."""
    texts = [part.text for part in parts_of(lines(HEAD, f"نخلة الوادي{LEAD}", MORE, "المصدر: نخلة الوادي"))]
    assert texts[1:3] == ["نخلة الوادي", LEAD]


def test_a_source_that_the_page_states_is_cut_off_its_headline() -> None:
    """Behind a dash it is the site's name."""
    texts = [part.text for part in parts_of(lines(f"{HEAD} - نخلة الوادي", LEAD, MORE, "المصدر: نخلة الوادي"))]
    assert texts[:2] == [HEAD, "- نخلة الوادي"]


def test_sources_are_stated_behind_labels_and_above_all() -> None:
    """Several stand beside each other; a colon behind a name counts on the first line alone."""
    found = stated_sources(["نخلة الوادي:", "مرفأ الغيوم:", "المصدر: برق الجبل + ضوء النهر", "(المصدر: عين 7)"])
    assert found == {"نخلة الوادي", "برق الجبل", "ضوء النهر"}


@pytest.mark.parametrize("key", ["المصدر ذاته", "المصدر الأول للماء", "المصدر أن الطريق"])
def test_the_label_alone_makes_no_credit(key: str) -> None:
    """`المصدر` goes on in sentences, too."""
    assert not names_credit(fold(key))
    assert names_credit("المصدر نخلة الوادي")


@pytest.mark.parametrize("key", ["بواسطة القطار السريع", "بواسطة قطار إلى المدينة", "بواسطة"])
def test_only_a_name_behind_its_label_makes_a_byline(key: str) -> None:
    """`بواسطة` begins sentences, too."""
    assert not names_byline(fold(key))
    assert names_byline("بواسطة نخلة الوادي")


@pytest.mark.parametrize(
    ("tail", "keywords"),
    [
        (["#غور الصافي", "#البندورة"], 2),
        (["• الصيادين", "• المرفأ الصغير", "• السمك"], 3),
        (["#البندورة"], 0),
        (["• الصيادين"], 0),
        (["• اتصل بنا", "• من نحن", "• الصيادين"], 0),
        (["الصيادين", "المرفأ"], 0),
    ],
)
def test_hashtags_and_bulleted_words_of_the_text_below_it_are_keywords(tail: list[str], keywords: int) -> None:
    """One of them alone may be anything, and bullets before words that the text lacks are the site's."""
    texts = of("عودة الصيادين", "عادت قوارب الصيادين إلى المرفأ الصغير محملة بالسمك.", *tail)
    found = settle_keywords(texts, ["headline", "body", *("foot" for _ in tail)])
    assert found.count("keywords_value") == keywords


def test_a_post_of_hashtags_amid_the_text_is_no_keywords() -> None:
    """Below it the text goes on."""
    texts = of("عودة الصيادين", LEAD, "#الصيد", "#السمك", MORE)
    assert settle_keywords(texts, ["headline", *["body"] * 4]) == ["headline", *["body"] * 4]


@pytest.mark.parametrize(
    ("row", "states"),
    [
        ("بلدية الساحل توزع أشجار الزيتونالمستشفى الجديد يستقبل مرضاه صباح الغد", ["top_label", "ticker"]),
        ("انقطاع الماء عن ثلاثة أحياء في المدينةتوزيع أشجار الزيتون غدا على السكان", ["top_label", "ticker"]),
        ("بلدية الساحل توزع أشجار الزيتون والمستشفى الجديد يستقبل مرضاه صباح الغد", ["masthead", "masthead"]),
        ("وبالالتزام بما ورد في البيان توزع البلدية أشجار الزيتون على السكان غدا", ["masthead", "masthead"]),
        ("محلياتالعالم أعمالالرياضة ثقافة وفنون الرأي الطقس فيديو أخبار الاقتصاد", ["masthead", "masthead"]),
        ("الزيتونالمستشفى", ["masthead", "masthead"]),
        ("رئيس مجلس الإدارةسامح الجزار رئيس التحرير مجدي الدهشان وعصام شلبي مدير", ["masthead", "masthead"]),
        ("الرئيسية / أخبار محلية / بلدية الساحل توزع أشجار الزيتونالمستشفى غدا", ["masthead", "masthead"]),
    ],
)
def test_headlines_that_are_stuck_to_each_other_are_a_ticker(row: str, states: list[str]) -> None:
    """With the label above them; a menu, a line without a seam and a particle before an article are none."""
    assert settle_stuck(of("عاجل", row), ["masthead", "masthead"]) == states


def test_a_tickers_label_alone_above_it_is_one() -> None:
    """Among the masthead's buttons it is none."""
    texts = of("فيديو", "عاجل", ITEMS[0], ITEMS[1])
    assert settle_stuck(texts, ["masthead", "masthead", "ticker", "ticker"])[:2] == ["masthead", "top_label"]
    assert settle_stuck(of("عاجل", "فيديو"), ["masthead", "masthead"]) == ["masthead", "masthead"]


def test_a_bullet_with_nothing_behind_it_among_keywords_is_one_of_their_lines() -> None:
    """It names no tag, and costs no other line its place."""
    told = "قال وزير النقل إن الجسر سيخفف الازدحام عن السوق القديم في المدينة."
    texts = of(told, "• ـ", "• الجسر", "• السوق القديم", "• الازدحام", "حقوق النشر محفوظة")
    states = ["body", *["tail_noise"] * 4, "foot"]
    assert settle_keywords(texts, states) == ["body", *["keywords_value"] * 4, "foot"]


def test_a_source_is_stated_however_its_label_is_vowelled() -> None:
    """`نقلاً عن` is spelt with and without its mark."""
    for label in ("نقلا عن", "نقلاً عن"):
        assert stated_sources(["عنوان", f"{label} صحيفة الساحل"]) == {"صحيفة الساحل"}


def test_a_line_with_a_verb_below_the_source_is_a_headline_and_no_tags() -> None:
    """The text tells it, and the page has no other; what the text does not tell, or has no verb, may be keywords."""
    states = ["body", "body", "credit", "keywords"]
    for line, state in (
        (HEAD, "late_headline"),
        ("ميزانية المدينة العام المقبل مجلس المدينة", "keywords"),
        ("وزير النقل يفتتح محطة قطار جديدة", "keywords"),
    ):
        assert settle_keywords(of(LEAD, MORE, "المصدر: رويترز", line), list(states))[-1] == state
    titled = ["headline", *states]
    assert settle_keywords(of(HEAD, LEAD, MORE, "المصدر: رويترز", HEAD), titled)[-1] == "keywords"
