"""Settled copies: what a line that stands twice is, after each was judged by itself."""

from workers.stages.segmentation.lines import cut_lines
from workers.stages.segmentation.settlement import settle

TITLE = "سماد من قشور الرمان في مختبر الجامعة"
SHOWN = "عينات من السماد على رف المختبر"
LEAD = "قال باحثون إن السماد الجديد يقلل حاجة الحقول إلى الماء في أشهر الصيف الحارة."


def settled(*judged: tuple[str, str]) -> list[str]:
    """Settle lines, each with the state that it was judged to be."""
    texts, states = zip(*judged, strict=True)
    return settle(list(cut_lines("\n".join(texts))), list(states))


def test_a_line_taken_for_headline_and_caption_is_the_headline() -> None:
    """One line cannot be both: what else was taken for the headline is the caption, and the last copy counts."""
    judged = [(TITLE, "headline"), (TITLE, "caption"), (SHOWN, "headline"), (LEAD, "body")]
    assert settled(*judged) == ["masthead", "headline_again", "caption", "body"]


def test_a_captions_copy_is_a_caption_where_the_text_is() -> None:
    """What stands below the picture and again between paragraphs, cut off or whole, is no text."""
    judged = [
        (TITLE, "headline"),
        (SHOWN, "caption"),
        (LEAD, "body"),
        (SHOWN, "body"),
        (SHOWN[:-8] + "...", "body_link"),
    ]
    assert settled(*judged) == ["headline", "caption", "body", "body_caption", "body_caption"]


def test_the_only_date_right_above_the_headline_is_the_articles() -> None:
    """Below all the masthead a date belongs to what follows it; among the first lines it may be today's."""
    menu = [(word, "masthead") for word in ("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة")]
    article = [("5 مايو 2024", "mast_stamp"), (TITLE, "headline"), (LEAD, "body")]
    assert settled(*menu, *article)[5] == "pre_stamp"
    assert settled(menu[0], *article)[1] == "mast_stamp"
    assert settled((f"الرئيسية » علوم » {TITLE}", "masthead"), *article)[1] == "pre_stamp"


def test_the_last_of_two_copies_above_the_date_is_the_headline() -> None:
    """A picture's text stands below the date: what stands twice above it, with or without a verb, is the title."""
    title, date = "مدرجات بلا مقاعد", "22 ديسمبر 2017"
    judged = [(title, "caption"), (title, "caption"), (date, "stamp"), (LEAD, "body")]
    assert settled(*judged)[:2] == ["masthead", "headline"]
    judged = [(date, "stamp"), (title, "caption"), (title, "caption"), (LEAD, "body")]
    assert "headline" not in settled(*judged)


def test_a_copy_of_the_headline_below_a_long_deck_is_no_text() -> None:
    """Sites repeat the title above the picture, behind what passed for the first paragraph."""
    judged = [(TITLE, "headline"), (LEAD, "body"), (TITLE, "body"), (LEAD + " ولم تعلن النتائج بعد.", "body")]
    assert settled(*judged) == ["headline", "body", "body_noise", "body"]


def test_the_only_date_between_a_menu_and_the_lead_is_the_articles() -> None:
    """Mastheads have today's date above their menu; below their editors it may be today's."""
    article = [("5 مايو 2024 - 10:30 ص", "mast_stamp"), (LEAD, "body")]
    menu = [(word, "masthead") for word in ("الرئيسية", "سياسة", "اقتصاد", "رياضة")]
    assert settled(*menu, *article)[-2] == "pre_stamp"
    assert settled(("الرئيسية | سياسة | اقتصاد | رياضة", "masthead"), *article)[-2] == "pre_stamp"
    assert settled(("رئيس التحرير سامي الحداد", "masthead"), *article)[-2] == "mast_stamp"
    assert settled(("9 مايو 2024", "mast_stamp"), *menu, *article)[-2] == "mast_stamp"


def test_two_copies_that_the_lead_below_its_dateline_tells_again_are_a_headlines() -> None:
    """The place and agency above the lead tell nothing, so the lead itself is read."""
    judged = [(TITLE, "caption"), (TITLE, "caption"), ("(بلومبرغ):", "body"), (LEAD + " جامعة قشور الرمان", "body")]
    assert settled(*judged)[:2] == ["masthead", "headline"]


MORE = "وأضاف الباحثون أن السماد يحتاج إلى موسمين من التجارب قبل أن تعتمده الوزارة في الحقول."
OTHER = "افتتاح سوق جديدة في المدينة القديمة"


def test_a_label_and_a_headline_in_the_middle_of_an_article_are_a_promo() -> None:
    """What goes on below with "and" is the article's, and so is its credit."""
    judged = [(TITLE, "headline"), (LEAD, "body"), ("اقرأ أيضا", "teaser_label"), (OTHER, "teaser_headline")]
    states = settled(*judged, (MORE, "teaser_body"), ("المصدر: رويترز", "teaser_credit"))
    assert states[2:] == ["promo_label", "promo_item", "body", "credit"]


def test_a_label_and_a_headline_that_its_text_tells_again_are_a_teaser() -> None:
    """A text that opens as leads do or that tells the headline's words is another article's."""
    judged = [(TITLE, "headline"), (LEAD, "body"), ("اقرأ أيضا", "teaser_label"), (OTHER, "teaser_headline")]
    for text in (
        "افتتح رئيس البلدية صباح اليوم المبنى الجديد الذي بني على أنقاض الخان في المدينة القديمة.",
        "ومن سوق المدينة القديمة الجديدة يبدأ موكب الافتتاح الذي تشارك فيه فرق من ثلاث مدن.",
    ):
        assert settled(*judged, (text, "teaser_body"))[2:] == ["teaser_label", "teaser_headline", "teaser_body"]


def test_another_line_of_the_headlines_length_is_no_copy_of_it() -> None:
    """Of three the twofold one counts, whatever is as long as it."""
    other = "وزير الزراعة يزور حقول الشمال" + "ا" * (len(TITLE) - 29)
    assert len(other) == len(TITLE)
    judged = [(TITLE, "headline"), (TITLE, "headline_again"), (other, "headline_again"), (LEAD, "body")]
    assert settled(*judged)[:2] == ["masthead", "headline_again"]
