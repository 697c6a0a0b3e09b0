"""What only the whole page tells of an article's head and of the next article behind it."""

from collections.abc import Callable

import pytest

from tests.council import HARBOUR, HARBOUR_LEAD, HEAD, LAST, LEAD, MORE, lines, of
from workers.stages.segmentation.features.look import features_of
from workers.stages.segmentation.settlement import settle
from workers.stages.segmentation.settlement.headlines import settle_broken

Kinds = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("قوارب صيد على رصيف الميناء", "caption"),
        ("قوارب صيد", "body"),
        ("قوارب صيد تغادر الميناء فجرا", "body"),
        ("قوارب صيد على رصيف الميناء.", "body"),
    ],
)
def test_words_without_a_verb_between_date_and_lead_are_the_pictures(line: str, state: str) -> None:
    """A line below opens the lead, so that this one is no part of it; with a verb or a stop it may be a deck."""
    texts = of(HEAD, "12 مايو 2025", line, HARBOUR_LEAD)
    assert settle(texts, ["headline", "stamp", "body", "body"])[2] == state


def test_what_a_page_begins_with_is_its_headline_where_the_lead_has_two_of_its_words() -> None:
    """A person's name and title is the picture's; elsewhere three words are asked for."""
    title, lead = (
        "موضع تقدير من ركاب الحافلات",
        "قال ركاب إن الحافلات الجديدة في المدينة مريحة، وإن السائقين يلتزمون بالمواعيد.",
    )
    assert settle(of(title, lead, MORE), ["caption", "body", "body"])[0] == "headline"
    assert settle(of("المرفأ", title, lead, MORE), ["masthead", "caption", "body", "body"])[1] == "caption"
    shown = "الدكتور سمير حداد رئيس هيئة الحافلات"
    lead = "أعلنت هيئة الحافلات عن خط جديد يصل الميناء بالجامعة، وقالت إن العمل فيه سيبدأ مطلع الربيع المقبل."
    assert settle(of(shown, lead, MORE), ["caption", "body", "body"])[0] == "caption"


def test_words_above_what_opens_no_lead_stay_text() -> None:
    """Where nothing tells where the lead begins, they may be its beginning."""
    texts = of(HEAD, "12 مايو 2025", "قوارب صيد على رصيف الميناء", "التي عادت صباح اليوم من عرض البحر بعد يومين")
    assert settle(texts, ["headline", "stamp", "body", "body"])[2] == "body"


def test_two_copies_that_tell_what_the_lead_tells_are_a_headlines() -> None:
    """Without a headline the last of them is it, the other one the site's; pictures' texts tell something else."""
    texts = of("أعمدة الجسر القديم", "12 مايو 2025", HARBOUR, HARBOUR, HARBOUR_LEAD)
    states = ["caption", "stamp", "caption", "caption", "body"]
    assert settle(texts, states)[2:4] == ["masthead", "headline"]
    shown = "عمال يفحصون شقوقا صغيرة"
    assert settle(of(shown, shown, HARBOUR_LEAD), ["caption", "caption", "body"])[:2] == ["caption", "caption"]


@pytest.mark.parametrize(("line", "state"), [("جسر النهر", "headline"), ("جسر", "caption")])
def test_two_copies_above_the_date_are_a_headlines_though_the_lead_tells_nothing_of_them(line: str, state: str) -> None:
    """Explainers are headed by a name of two words; one word alone may be anything."""
    settled = settle(of(line, line, "12 مايو 2025", HARBOUR_LEAD), ["caption", "caption", "stamp", "body"])
    assert settled[1] == state


@pytest.mark.parametrize("between", [["تعز نيوز - تعز"], []])
def test_a_first_line_that_the_lead_tells_again_is_the_headline_though_it_ends_as_a_sentence(
    between: list[str],
) -> None:
    """Of its words the lead, which opens as leads do, has half; a dateline of its own may stand between them."""
    texts = of(f"{HARBOUR} الثقيلة حتى إشعار آخر.", *between, HARBOUR_LEAD)
    assert settle(texts, ["body"] * len(texts))[0] == "headline"
    others = of("عاد الصيادون من عرض البحر بعد يومين من الغياب.", *between, HARBOUR_LEAD)
    assert settle(others, ["body"] * len(others))[0] == "body"
    parted = of(f"{HARBOUR} الثقيلة، بينما ينتظر", "إعلان", HARBOUR_LEAD)
    assert settle(parted, ["body", "body_noise", "body"])[0] == "body"


def test_a_line_above_the_date_is_the_headline_where_the_picture_has_its_text_below() -> None:
    """Only one of two captions can be the picture's, and it says so."""
    texts = of("جسور المدينة القديمة بلا حراس", "12 مايو 2025", "أحد الجسور (تصوير: سمير حداد)", HARBOUR_LEAD)
    assert settle(texts, ["caption", "stamp", "caption", "body"])[:3] == ["headline", "stamp", "caption"]


def test_a_kicker_between_author_and_headline_is_not_the_headline() -> None:
    """It ends with what divides it from the title: `تقدير موقف /`."""
    texts = of("سمير حداد", "تقدير موقف /", "اقتصاد البيوت الصغيرة", HARBOUR_LEAD)
    assert settle(texts, ["byline", "caption", "caption", "body"])[2] == "headline"


def test_a_cut_copy_of_the_headline_is_no_caption() -> None:
    """It begins as the headline does and ends in dots."""
    states = settle(of("إغلاق جسر المرفأ القديم...", HARBOUR, HARBOUR_LEAD), ["caption", "headline", "body"])
    assert states[0] == "share"


@pytest.mark.parametrize("tail", [["الوسوم: بلدية الساحل، أرصفة"], ["أخبار ذات صلة", "- المطر يغسل شوارع العاصمة"]])
def test_a_text_with_a_headline_behind_the_articles_end_is_another_ones(kinds: Kinds, tail: list[str]) -> None:
    """Keywords and lists end an article, and what follows shares no words with it."""
    found = kinds(lines(HEAD, LEAD, MORE, LAST, *tail, HARBOUR, "2025-05-12 10:16", HARBOUR_LEAD))
    assert ("teaser_headline", HARBOUR) in found
    assert ("teaser_paragraph", HARBOUR_LEAD) in found


def test_below_a_subheading_the_article_goes_on_unless_the_text_opens_as_another_does() -> None:
    """Columnists' subheadings share words with nothing; what makes a headline is the lead below it."""
    states = ["headline", "body", "next_headline", "teaser_body", "teaser_body"]
    own = of(HEAD, LEAD, "الأب يدفع والمدرسة تتفرج", "ثلاثة آلاف في الشهر هي ما تتحمله كل أسرة لديها طالب واحد.", MORE)
    assert settle(own, states) == ["headline", "body", "body", "body", "body"]
    assert settle(of(HEAD, LEAD, HARBOUR, HARBOUR_LEAD, MORE), states) == states
    starred = of(HEAD, f"* {LEAD}", f"* {HARBOUR}", HARBOUR_LEAD, MORE)
    assert settle(starred, states) == ["headline", "body", "body", "body", "body"]
    assert settle(of(HEAD, LEAD, "الأب يدفع والمدرسة تتفرج", HARBOUR_LEAD, MORE), states) == states


def test_a_text_behind_a_list_that_goes_on_with_the_article_is_its_own() -> None:
    """A box of links within an article shares the tail's states, the words below it the article's."""
    texts = of(HEAD, LEAD, "أخبار ذات صلة", f"تفاصيل {HEAD}", f"{LEAD} {MORE}")
    states = ["headline", "body", "related_label", "related_item", "body"]
    assert settle(texts, states)[-1] == "body"


def test_a_lone_guillemet_is_a_mark_on_a_page_without_its_pair() -> None:
    """A gallery's arrow is furniture; where a quotation opened before, it is the quotation's end."""
    assert "mark" in list(features_of(of(LEAD, "»", MORE)))[1]
    assert "crumb" in list(features_of(of("قال «إن الأمر", "»", MORE)))[1]


def test_a_place_and_an_agency_between_dividers_are_wired() -> None:
    """No headline names both."""
    assert "wired" in next(features_of(of("دمشق (رويترز) - قال كاتب عام النقابة إن المصنع")))
    assert "wired" not in next(features_of(of("رويترز: مصنع جديد قرب الميناء")))


@pytest.mark.parametrize(
    ("second", "state"),
    [
        ("رئيس المجلس: لن نؤجل المدارس", "deck"),
        ("المجلس يطالب بتوسعة الساحة", "deck"),
        ("جانب من قاعة المجلس", "caption"),
    ],
)
def test_lines_with_a_voice_between_date_and_author_are_decks(second: str, state: str) -> None:
    """Captions describe, so that several lines with a verb or a quotation sum the article up."""
    texts = of(HEAD, "12 مايو 2025", "النقابة: المدارس أولا", second, "صدى المدينة – سامي الحداد", LEAD)
    settled = settle(texts, ["headline", "stamp", "caption", "caption", "byline", "body"])
    assert settled[2:4] == [state, state]


def test_a_second_headline_below_the_first_ones_date_is_a_deck() -> None:
    """The article's headline stands above its date."""
    texts = of(HEAD, "12 مايو 2025", "النقابة: المدارس أولا", "المجلس يطالب بتوسعة الساحة", "كتب: سامي الحداد", LEAD)
    settled = settle(texts, ["headline", "stamp", "caption", "headline", "byline", "body"])
    assert settled[:4] == ["headline", "stamp", "deck", "deck"]


def test_a_bulleted_list_above_an_article_without_a_headline_stays_one() -> None:
    """A ticker's title or item above it tells nothing of the lead."""
    texts = of("صور الأسبوع من المدن", f"• {HARBOUR}", "• أسعار الخضار تتراجع", "12 مايو 2025", LEAD, MORE)
    states = ["ticker", "ticker", "ticker", "pre_stamp", "body", "body"]
    assert settle(texts, states)[:3] == states[:3]


def test_a_first_line_that_tells_what_the_lead_tells_is_the_headline() -> None:
    """Of what stood for it, which tells of nothing there, a day beside names is a date and all else furniture."""
    told = ["headline", "body", "body"]
    office = "المدير العام للمؤسسة"
    assert settle(of(office, HARBOUR, HARBOUR_LEAD), told) == ["masthead", "headline", "body"]
    assert settle(of("نبض الساحل - 14 سبتمبر 2019", HARBOUR, HARBOUR_LEAD), told) == ["pre_stamp", "headline", "body"]
    assert settle(of(HARBOUR, HARBOUR_LEAD), told[1:]) == ["headline", "body"]
    assert settle(of("شاحنات المرفأ تنتظر", HARBOUR, HARBOUR_LEAD), told) == told
    assert settle(of(HARBOUR, f"{HARBOUR_LEAD[:-1]}..."), told[1:]) == told[1:]


def test_a_place_and_a_day_are_no_headline() -> None:
    """A page that begins with them lacks one, unless its words tell of that day's prices or weather."""
    assert settle(of("كريم منصور - العقيق 14-9-2019", HARBOUR_LEAD), ["headline", "body"])[0] == "pre_stamp"
    assert settle(of("بيروت في 14/9/2019", HARBOUR_LEAD), ["headline", "body"])[0] == "pre_stamp"
    assert settle(of("أسعار السمك السبت 14-9-2019", HARBOUR_LEAD), ["headline", "body"])[0] == "headline"


def test_a_places_name_is_a_section_and_no_headline() -> None:
    """Beside the author stands where the article belongs; with another word it may be the headline."""
    states = ["headline", "byline", "body"]
    assert settle(of("الجزيرة العربية", "كريم منصور", HARBOUR_LEAD), states)[0] == "masthead"
    assert settle(of("الجزيرة العربية قديما", "كريم منصور", HARBOUR_LEAD), states)[0] == "headline"


def test_between_two_copies_of_the_authors_name_stands_the_title() -> None:
    """Of a page without another headline; between two authors it need not be one."""
    states = ["byline", "share", "byline", "stamp", "body"]
    for author, state in (("سعاد حداد", "headline"), ("سمير حداد", "share")):
        texts = of("سعاد حداد", "فن الانتظار", author, "21-11-2023 05:17", LEAD)
        assert settle(texts, list(states))[1] == state
    dated = of("سعاد حداد", "21-11-2023 05:17", "سعاد حداد", LEAD)
    assert settle(dated, ["byline", "stamp", "byline", "body"])[1] == "stamp"


def test_a_line_of_an_outlet_and_its_editor_is_furniture(kinds: Kinds) -> None:
    """Stuck to the office or not."""
    for line in ("تعز نيوز رئيس التحريرسمير حداد", "تعز نيوز رئيس التحرير سمير حداد"):
        assert kinds(lines(line, HEAD, LEAD, MORE))[:2] == [("boilerplate", line), ("headline", HEAD)]


@pytest.mark.parametrize(
    ("texts", "states", "expected"),
    [
        (("بقلم: كريم منصور", "الطريق إلى المرفأ", HARBOUR_LEAD), ["byline", "caption", "body"], "headline"),
        (("بقلم: كريم منصور", "جانب من الطريق", HARBOUR_LEAD), ["byline", "caption", "body"], "caption"),
        (("12 مايو 2025", "الطريق إلى المرفأ", HARBOUR_LEAD), ["stamp", "caption", "body"], "caption"),
        (("12 مايو 2025", HEAD, LEAD), ["stamp", "caption", "body"], "headline"),
        (("12 مايو 2025", "عاجل: الطريق إلى المرفأ: التفاصيل ...", LEAD), ["stamp", "caption", "body"], "headline"),
        (("12 مايو 2025", "مشهد عاجل: الطريق إلى المرفأ", LEAD), ["stamp", "caption", "body"], "caption"),
        (("12 مايو 2025", f"{HEAD} © رويترز", LEAD), ["stamp", "caption", "body"], "caption"),
    ],
)
def test_two_words_beside_the_author_head_a_column(texts: tuple[str, ...], states: list[str], expected: str) -> None:
    """Where the page has no other headline, as do words that the lead tells again; what says so is the picture's."""
    assert settle(of(*texts), states)[1] == expected


def test_a_dateline_of_place_and_source_opens_no_headline() -> None:
    """A line that is as long as a headline is the lead's beginning where a wire's names stand before it."""
    for text in (
        "الكويت /كونا/ أغلقت سلطات المرفأ اليوم الجسر القديم أمام الشاحنات",
        "صحيفة الضفاف| عمان (رويترز) أغلقت سلطات المرفأ الجسر القديم كله",
        "بيروت ـ أ ف ب: أغلقت سلطات المرفأ اليوم الجسر القديم أمام الشاحنات",
    ):
        assert "opens_dateline" in next(iter(features_of(of(text))))
    for text in (
        "رويترز: سلطات المرفأ تغلق الجسر القديم أمام الشاحنات الثقيلة",
        "الكويت - سلطات المرفأ تغلق الجسر القديم أمام الشاحنات الثقيلة",
    ):
        assert "opens_dateline" not in next(iter(features_of(of(text))))


def test_a_headline_below_the_text_stays_where_a_broken_line_passed_for_one() -> None:
    """The first line of a text that is broken over lines looks like a headline; what stands above the date tells it."""
    first, second = "أغلقت سلطات المرفأ اليوم الجسر القديم أمام", "الشاحنات الثقيلة بعد ظهور شقوق في أعمدته الثلاثة."
    states = ["headline", "body", "credit", "late_headline", "tail_stamp"]
    texts = of(first, second, "المصدر: رويترز", HARBOUR, "12 مايو 2025")
    assert settle(texts, states) == ["body", "body", "credit", "late_headline", "tail_stamp"]
    own = of(HEAD, LEAD, "المصدر: رويترز", HARBOUR, "12 مايو 2025")
    assert settle(own, states)[::3] == ["headline", "related_item"]


def test_a_first_line_whose_lead_is_broken_over_lines_is_the_headline() -> None:
    """What opens as leads do, on lines of its own, tells it; a broken text's own first line stays text."""
    lines_ = ("أغلقت سلطات المرفأ", "اليوم الجسر القديم أمام الشاحنات", "الثقيلة بعد ظهور شقوق في أعمدته.")
    assert settle(of(HARBOUR, *lines_), ["body"] * 4) == ["headline", "body", "body", "body"]
    rest = ("الجسر القديم أمام الشاحنات", "بعد إغلاق المرفأ القديم وجسره.")
    assert settle(of(f"{lines_[0]} صباح اليوم الباكر", *rest), ["body"] * 3) == ["body"] * 3


def test_a_caption_that_a_trail_of_sections_ends_with_is_the_headline() -> None:
    """On a page without another one; what only shares its words with the trail stays a caption."""
    title = "صورة من داخل المرفأ القديم"
    states = ["masthead", "caption", "body"]
    assert settle(of(f"الرئيسية / محليات / {title}", title, MORE), states)[1] == "headline"
    assert settle(of("الرئيسية / محليات / المرفأ القديم", title, MORE), states)[1] == "caption"


def test_a_captions_beginning_cut_off_in_dots_is_a_caption() -> None:
    """Though it was taken for furniture; furniture that begins otherwise stays."""
    states = ["headline", "share", "caption", "body"]
    shown = "الشاحنات أمام الجسر القديم"
    assert settle(of(HARBOUR, "الشاحنات أمام...", shown, HARBOUR_LEAD), states)[1] == "caption"
    assert settle(of(HARBOUR, "المزيد من...", shown, HARBOUR_LEAD), states)[1] == "share"


def test_a_menu_above_the_text_is_no_headline_where_one_stands_below_it() -> None:
    """Sections' names in one line are a menu, whatever the text below them opens with."""
    menu = "الرئيسية أخبار محلية عربي ودولي اقتصاد ثقافة"
    texts = of(menu, LEAD, MORE, HEAD, "تم النشر: 2025-08-28 09:16")
    states = ["headline", "body", "body", "late_headline", "tail_stamp"]
    assert settle_broken(texts, states) == ["masthead", *states[1:]]
