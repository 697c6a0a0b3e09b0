"""What stands above an article's text: kickers, portraits, mastheads' dates, the site's own notices and copies."""

from collections.abc import Callable

import pytest

from tests.council import BRIDGE, HEAD, LAST, LEAD, MORE, MUSEUM_LEAD, lines
from workers.stages.page import Page
from workers.stages.segmentation import parts_of
from workers.stages.segmentation.features.notices import is_notice
from workers.stages.segmentation.features.rows import is_row
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.settlement import settle

Kinds = Callable[[str], list[tuple[str, str]]]

DATE = "الأحد 9 نوفمبر 2025"


@pytest.mark.parametrize("kicker", ["حوار|", "تحقيق |", "تقرير|"])
def test_a_form_of_article_before_its_headline_is_no_authors_label(kinds: Kinds, kicker: str) -> None:
    """What follows an author's label is a name, short and without a colon of its own."""
    title = f"{kicker} رئيس هيئة المتاحف: تذكرة واحدة للمدينة كلها قريبا"
    assert kinds(lines(title, "سامي كمال", DATE, LEAD, MORE))[0] == ("headline", title)
    assert kinds(lines(HEAD, f"{kicker} سامي كمال", DATE, LEAD))[1][0] == "byline"


def test_the_writers_page_is_a_label_of_the_author(kinds: Kinds) -> None:
    """A link to a writer's page names who wrote the article."""
    assert kinds(lines(HEAD, "صفحة الكاتب : سامي كمال", LEAD, MORE))[1][0] == "byline"


@pytest.mark.parametrize("shown", ["الفنانة سهير منيب", "الدكتور سامي كمال رئيس هيئة الإسعاف", "وزير النقل سامي كمال"])
def test_a_title_and_a_name_above_the_lead_are_under_a_picture(kinds: Kinds, shown: str) -> None:
    """Whom a picture shows is told so, and what somebody does is what headlines tell."""
    assert kinds(lines(shown, LEAD, MORE))[0] == ("caption", shown)
    told = f"{shown} يزور مدارس القرى"
    assert kinds(lines(told, LEAD, MORE))[0] == ("headline", told)


@pytest.mark.parametrize(
    "notice",
    [
        "نستخدم في موقعنا ملفات تعريف الارتباط لنعرف عدد الزوار ولنحسن ما نقدمه لكم كل يوم.",
        "المقالات المنشورة لا تعبر بالضرورة عن رأي الموقع.",
        "تابعوا آخر الأخبار أولا بأول على قناتنا في واتساب",
        "نرحب بآرائكم، ونرجو أن يخلو التعليق من الإساءة إلى الكاتب أو إلى غيره من القراء.",
    ],
)
def test_what_a_site_tells_its_readers_is_furniture(kinds: Kinds, notice: str) -> None:
    """A notice in whole sentences is no paragraph, above the article or below it."""
    assert ("boilerplate", notice) in kinds(lines(notice, HEAD, DATE, LEAD, MORE))
    assert ("boilerplate", notice) in kinds(lines(HEAD, DATE, LEAD, MORE, notice))


@pytest.mark.parametrize(
    "sentence",
    [
        "ورفض المتحدث باسم الشركة التعليق على الأنباء التي تحدثت عن صفقة جديدة مع المصرف.",
        "وانتشر المقطع على واتساب وتلغرام قبل أن تحذفه إدارة المدرسة مساء الأحد.",
        "وقالت الشركة إن عدد المشتركين في خدمتها زاد بنحو العشر في عام واحد.",
    ],
)
def test_news_of_comments_and_channels_are_no_notices(sentence: str) -> None:
    """Without a word to the site's readers a sentence tells something else."""
    assert not is_notice(sentence)


def test_numbered_links_above_the_headline_are_furniture(kinds: Kinds) -> None:
    """A number before a known link does not hide it."""
    read = kinds(lines("1. تخطي إلى المحتوى", "2. تخطي إلى القائمة الرئيسية", HEAD, DATE, LEAD, MORE))
    assert [kind for kind, _ in read] == [
        "boilerplate",
        "boilerplate",
        "headline",
        "timestamp",
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize("motto", ["رئيس مجلس الإدارة: سامي كمال", "الحرية . الكلمة الصادقة . الوطن أولا"])
def test_a_date_that_more_of_the_masthead_follows_is_the_mastheads(segment: Callable[[str], Page], motto: str) -> None:
    """Where it is the only date, the article has none; next to the headline or with a label it is the article's."""
    assert "timestamp" not in [
        each.kind.value for each in segment(lines(DATE, "المرفأ", motto, HEAD, LEAD, MORE)).segments
    ]
    for head in ((f"{DATE} 10:30", HEAD), (f"تاريخ النشر: {DATE}", "المرفأ", motto, HEAD)):
        assert "timestamp" in [each.kind.value for each in segment(lines(*head, LEAD, MORE)).segments]


def test_of_two_forms_of_a_headline_the_one_that_stands_twice_counts() -> None:
    """A trail may cut it, and a window's title adds the site's name: both stand once."""
    short, whole, named = "نشرة المساء", "نشرة المساء ليوم الأحد", "نشرة المساء ليوم الأحد - المرفأ"
    page = [Line(0, len(text), text) for text in (short, whole, named, whole, LEAD)]
    states = ["headline", "headline_again", "headline_again", "headline_again", "body"]
    assert settle(page, states) == ["masthead", "masthead", "masthead", "headline_again", "body"]


ROW = (
    "بلدية المرفأ تفتتح حديقة الزيتون أمطار خفيفة على الساحل حتى المساء فريق الشباب يكسب ضيفه بهدف متأخر "
    "مدير الجوازات يدشن صالة المغادرة الجديدة الذهب يتراجع مع بداية الأسبوع"
)


def test_headlines_in_one_line_above_the_article_are_no_text_of_its(kinds: Kinds) -> None:
    """Several verbs and nothing that binds them make a row, with nothing between its headlines."""
    for page in (lines(ROW, LEAD, MORE), lines(ROW, HEAD, DATE, LEAD, MORE)):
        assert ("paragraph", ROW) not in kinds(page)
        assert ("headline", ROW) not in kinds(page)
        assert ("paragraph", LEAD) in kinds(page)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ROW[:90]}، {ROW[90:]}",
        f"و{ROW}",
        f"أعلنت {ROW}",
        f"قد {ROW[:60]} التي {ROW[60:]} وإن",
    ],
)
def test_a_sentence_is_no_row(sentence: str) -> None:
    """It pauses, goes on from another, begins as leads do, or holds words that bind it."""
    assert is_row(ROW)
    assert not is_row(sentence)


def test_a_long_row_may_pause_once() -> None:
    """One of its headlines may end in a stop; a second pause in as many characters is a text's."""
    row = f"{ROW} {ROW}"
    row = f"{row} تعب الموسم كله. {ROW}"
    assert is_row(row)
    assert not is_row(f"{row[:-60]}، {row[-60:]}")


@pytest.mark.parametrize(
    "title",
    [
        "عناوين الصحف المحلية ليوم الثلاثاء 08-11-2022",
        "الوكالة الوطنية للإعلام – مقدمات نشرات الأخبار المسائية ليوم الثلاثاء 14 شباط 2023",
        "أبرز ما تناولته المجلات الثقافية هذا الأسبوع",
    ],
)
def test_a_review_of_the_press_says_so_in_its_headline(kinds: Kinds, title: str) -> None:
    """What looks like a section's name, a date or an agency above it is none then."""
    assert kinds(lines(title, MORE, LEAD, LAST))[0] == ("headline", title)


def test_a_row_of_sections_above_a_text_without_a_headline_is_none(kinds: Kinds) -> None:
    """However few they are and whatever word of them is no section's."""
    menu = "الرئيسية محليات العالم أعمال الرياضة ثقافة وفنون الرأي الطقس فيديو"
    assert kinds(lines(menu, "© غيتي إيميجز", LEAD, MORE, LAST))[0] == ("boilerplate", menu)


def test_a_row_is_cut_behind_its_label_alone() -> None:
    """What looks like a promo's label or a date within one of its headlines parts nothing."""
    row = f"{ROW} شاهد: صور من المدينة القديمة بعد المطر 12 مارس 2025 {ROW}"
    assert [part.text for part in parts_of(row)] == [row]
    assert [part.text for part in parts_of(f"آخر الأخبار {row}")] == ["آخر الأخبار", row]


def test_a_telephone_s_number_is_no_headline(kinds: Kinds) -> None:
    """What a site states of itself above the text stays its furniture."""
    line = "بيروت: 9611700123456+ صيدا: 9617700123456+"
    assert ("headline", line) not in kinds(lines(line, "1,204 مشاهدة", LEAD, MORE))


def test_a_picture_s_foreign_name_amid_the_text_opens_no_teaser(kinds: Kinds) -> None:
    """Other articles' headlines are in the page's language."""
    text = f"{MUSEUM_LEAD} {LAST}"
    page = lines(
        HEAD, DATE, f"{LEAD} {MORE}", "https://p.site.example/p/1KqTf", "DW Stadtrat Haushalt Teaser Deutsch", text
    )
    assert ("paragraph", text) in kinds(page)


@pytest.mark.parametrize("credit", ["صوت الساحل / خاص", "الفجــر – وكالات", "غرفة الأخبار | مرايا المدينة"])
def test_a_desk_or_agency_beside_mere_words_credits_the_article(kinds: Kinds, credit: str) -> None:
    """The words may be an outlet's that nobody knows; with a place they are a dateline, which is the text's."""
    assert ("credit", credit) in kinds(lines(HEAD, credit, LEAD, MORE))
    assert ("credit", "عدن / خاص") not in kinds(lines(HEAD, "عدن / خاص", LEAD, MORE))


def test_a_foreign_word_that_recurs_parts_items(kinds: Kinds) -> None:
    """Some sites write their own name, or what their script calls the row, between its items."""
    row = f"almarfa {ROW[:36]} almarfa {ROW[36:70]} almarfa {ROW[70:102]} almarfa {ROW[102:145]}"
    assert is_row(row)
    assert kinds(lines(row, HEAD, LEAD, MORE))[-3:] == [
        ("headline", HEAD), ("paragraph", LEAD), ("paragraph", MORE),
    ]  # fmt: skip


def test_a_row_of_buttons_of_several_words_is_a_menu(kinds: Kinds) -> None:
    """Two of them in one line are enough, whatever stands between."""
    menu = "من نحن اتصل بنا أعلن معنا وظائف ترددات القنوات"
    assert kinds(lines(menu, HEAD, DATE, LEAD, MORE))[0] == ("boilerplate", menu)


def test_a_headline_above_counts_is_one(kinds: Kinds) -> None:
    """Its date and three counts below it look like a masthead's, but the lead tells the headline again."""
    found = kinds(lines(HEAD, "  • 7/22/2025", "  • 2", "  • 0", "  • 0", LEAD))
    assert found[:2] == [("headline", HEAD), ("timestamp", "• 7/22/2025")]
    assert ("headline", BRIDGE) not in kinds(lines(BRIDGE, "  • 7/22/2025", "  • 2", "  • 0", "  • 0", LEAD))


def test_a_character_that_nobody_decoded_ends_no_rule(kinds: Kinds) -> None:
    """Scrapers leave HTML's names of characters behind; a style rule ends in the same mark."""
    title = f"{HEAD} &quot;فيديو&quot;"
    assert kinds(lines(title, LEAD, MORE))[0] == ("headline", title)
