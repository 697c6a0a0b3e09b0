"""Settled teasers: where other articles begin below the page's own, and what opens their headlines."""

from collections.abc import Callable

import pytest

from workers.stages.segmentation.lines import cut_lines
from workers.stages.segmentation.settlement import settle

Kinds = Callable[[str], list[tuple[str, str]]]

TITLE = "وزارة الزراعة تتوقع موسما أفضل للقمح"
TEXT = (
    "قالت وزارة الزراعة في بيان إن موسم القمح سيكون أفضل من مواسم الأعوام الماضية بفضل أمطار الشتاء الغزيرة.",
    "وأضاف البيان أن المزارعين تسلموا البذور في موعدها، وأن أسعار الشراء ستبقى على حالها حتى نهاية الموسم.",
)
ARTICLE = [(TITLE, "headline"), *((text, "body") for text in TEXT)]
OTHER = "أعلنت بلدية المدينة القديمة أن السوق الجديد سيفتح أبوابه صباح الخميس بعد ترميم دام ثلاثة أعوام."


def settled(*judged: tuple[str, str]) -> list[str]:
    """Settle lines, each with the state that it was judged to be, below an article."""
    texts, states = zip(*ARTICLE, *judged, strict=True)
    return settle(list(cut_lines("\n".join(texts))), list(states))[len(ARTICLE) :]


@pytest.mark.parametrize("opener", ["شاهد: ", "بالفيديو.. ", "فيديو | "])
def test_what_headlines_open_with_is_no_label_of_a_teaser(kinds: Kinds, opener: str) -> None:
    """What promos' labels say, headlines of films open with: the teaser's headline is whole."""
    title = f"{opener}سوق المدينة القديمة يفتح أبوابه"
    page = "\n".join((TITLE, *TEXT, "المصدر: رويترز", "أخبار ذات صلة", title, OTHER))
    assert ("teaser_headline", title) in kinds(page)


def test_a_labels_mark_goes_with_it_and_a_quotation_with_the_headline(kinds: Kinds) -> None:
    """A quotation mark behind a label opens the headline."""
    page = "\n".join((TITLE, *TEXT, "المصدر: رويترز", 'قد يعجبك أيضا "سوق المدينة" القديمة يفتح أبوابه', OTHER))
    assert ("teaser_headline", '"سوق المدينة" القديمة يفتح أبوابه') in kinds(page)


def test_a_promo_in_the_head_that_says_the_headline_is_its_copy() -> None:
    """The last copy above the text is the headline, though promos begin so; below the lead it stays a promo."""
    title = "شاهد: حقول القمح بعد أمطار الشتاء"
    judged = [(title, "headline"), ("5 مايو 2024", "stamp"), (title, "promo"), (TEXT[0], "body"), (title, "promo")]
    texts, states = zip(*judged, strict=True)
    found = settle(list(cut_lines("\n".join(texts))), list(states))
    assert found == ["masthead", "stamp", "headline_again", "body", "promo"]


def test_a_text_in_latin_letters_below_a_promo_is_another_articles() -> None:
    """An Arabic article does not go on in English; in Arabic it does."""
    english = ("The market of the old town opens", "The municipality said that the old market will open on Thursday.")
    judged = [("اقرأ أيضا", "promo_label"), (english[0], "promo_item"), (english[1], "body")]
    assert settled(*judged) == ["teaser_label", "next_headline", "teaser_body"]
    judged = [("اقرأ أيضا", "promo_label"), ("سوق المدينة يفتح أبوابه", "promo_item"), (TEXT[1], "body")]
    assert settled(*judged) == ["promo_label", "promo_item", "body"]


@pytest.mark.parametrize(
    ("line", "state", "expected"),
    [
        ("سوق جديد للمدينة", "teaser_noise", "next_headline"),
        ("سوق المدينة القديمة الجديد يفتح أبوابه", "teaser_body", "next_headline"),
        ("طباعة الخبر", "teaser_noise", "teaser_noise"),
        ("سوق واحد", "teaser_noise", "teaser_noise"),
        ("خلاف قديم على الأسعار", "teaser_body", "teaser_body"),
    ],
)
def test_a_line_that_the_lead_below_it_tells_begins_a_teaser(line: str, state: str, expected: str) -> None:
    """Between texts of teasers a title stands above each; buttons and subheadings are none."""
    above = "فاز منتخب الشباب على ضيفه في مباراة ودية جرت مساء الجمعة على ملعب العاصمة أمام"
    judged = [("أخبار ذات صلة", "teaser_label"), ("منتخب الشباب يفوز على ضيفه", "teaser_headline")]
    found = settled(*judged, (above, "teaser_body"), (line, state), (OTHER, "teaser_body"))
    assert found[3] == expected


def test_a_list_of_one_headline_and_its_text_is_a_teaser() -> None:
    """Items are no sentences that tell of the first one."""
    title = "بلدية المدينة القديمة تفتح سوقها الجديد"
    judged = [("أخبار ذات صلة", "related_label"), (title, "related_item"), (OTHER, "related_item")]
    assert settled(*judged) == ["teaser_label", "next_headline", "teaser_body"]
    other = "منتخب الشباب يفوز على ضيفه في مباراة ودية جرت على ملعب العاصمة"
    judged = [("أخبار ذات صلة", "related_label"), (title, "related_item"), (other, "related_item")]
    assert settled(*judged)[0] == "related_label"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("قمح | بذور | أمطار", "keywords_value"),
        ("قمح، وزارة الزراعة، أمطار", "keywords_value"),
        ("سياسة | اقتصاد | رياضة", "foot"),
        ("من نحن | اتصل بنا", "foot"),
        (".thumb img{width:100%;height:auto}", "foot"),
    ],
)
def test_a_row_of_names_below_their_label_is_keywords(row: str, expected: str) -> None:
    """Sections, buttons and style rules are none."""
    assert settled(("كلمات مفتاحية", "keywords_label"), (row, "foot"))[1] == expected


def test_hashtags_of_a_page_without_other_keywords_are_its_keywords() -> None:
    """Behind a count of comments, too; beside keywords with a label they are the page's."""
    judged = [("0 تعليق", "tail_noise"), ("#قمح #أمطار", "foot")]
    assert settled(*judged) == ["tail_noise", "keywords"]
    assert settled(("كلمات مفتاحية: قمح", "keywords"), *judged)[2] == "foot"


@pytest.mark.parametrize("line", ["مشاركة", "الرئيسية | سياسة | اقتصاد | رياضة | ثقافة"])
def test_buttons_and_menus_at_the_end_of_keywords_are_furniture(line: str) -> None:
    """Keywords one a line go on with what stands next to them."""
    judged = [("كلمات مفتاحية", "keywords_label"), ("قمح", "keywords_value"), (line, "keywords_value")]
    assert settled(*judged) == ["keywords_label", "keywords_value", "tail_noise"]


def test_one_more_article_has_its_own_head_and_end() -> None:
    """Its source, its date and its desk's sign-off are not the page's own article's."""
    judged = [
        ("المصدر: رويترز", "credit"),
        ("السوق الجديد في المدينة القديمة يفتح أبوابه", "headline"),
        ("الأناضول", "head_credit"),
        ("18 نوفمبر 2025", "stamp"),
        (OTHER, "body"),
        ("م.ن/ر.ع", "sign_off"),
    ]
    assert settled(*judged)[2:] == ["teaser_credit", "teaser_stamp", "teaser_body", "teaser_noise"]


def test_what_goes_on_with_and_is_no_other_articles_lead() -> None:
    """A subheading whose words the text below tells stays the article's, where that text begins with `and`."""
    title, text = "سوق المدينة القديمة يفتح أبوابه", f"وفي وقت سابق من اليوم {OTHER}"
    assert settled((title, "next_headline"), (text, "teaser_body")) == ["body", "body"]
