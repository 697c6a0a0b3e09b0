"""Other articles' beginnings within the page's own."""

from collections.abc import Callable

import pytest

from schemas.document import Role
from schemas.segment import SegmentKind
from tests.council import BRIDGE, BRIDGE_LEAD, HEAD, LAST, LEAD, MORE, MUSEUM, MUSEUM_LEAD, lines
from workers.stages.page import Page
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.settlement import settle


def own(page: Page) -> list[str]:
    """Give the paragraphs of a page's own article."""
    return [page.text[p.start : p.end] for d in page.documents if d.role is Role.ARTICLE for p in d.paragraphs]


def test_the_next_article_begins_where_a_line_shares_words_with_its_lead_alone(segment: Callable[[str], Page]) -> None:
    """Headlines and leads behind the article's text, which no label parts from it, are teasers'."""
    page = segment(lines(HEAD, LEAD, MORE, LAST, BRIDGE, BRIDGE_LEAD, MUSEUM, MUSEUM_LEAD))
    assert own(page) == [LEAD, MORE, LAST]
    teasers = [d.headline.text for d in page.documents if d.role is Role.TEASER and d.headline]
    assert teasers == [BRIDGE, MUSEUM]


def test_a_subheading_of_the_same_matter_begins_no_article(segment: Callable[[str], Page]) -> None:
    """A line that shares words with the text above it is the article's, whatever verb follows."""
    text = (
        "أكد رئيس المجلس أن ميزانية المدارس ستزيد في العام المقبل، وأن شبكة المياه في الأحياء القديمة ستجدد كلها قريبا."
    )
    page = segment(lines(HEAD, LEAD, MORE, LAST, "ميزانية المدارس ستزيد في العام المقبل", text))
    assert own(page)[-1] == text


def test_a_text_alone_below_its_headline_is_one_of_a_list_that_goes_on_so(segment: Callable[[str], Page]) -> None:
    """With nothing to date or sign the first beginning, the page has no article of its own."""
    page = segment(lines("محليات", BRIDGE, BRIDGE_LEAD, MUSEUM, MUSEUM_LEAD, HEAD, LEAD))
    assert own(page) == []
    assert [d.headline.text for d in page.documents if d.headline] == [BRIDGE, MUSEUM, HEAD]


def test_a_dated_article_above_other_beginnings_stays_the_page_s_own(segment: Callable[[str], Page]) -> None:
    """A short notice with its date is an article though others follow it."""
    page = segment(lines(BRIDGE, "الأحد 9 نوفمبر 2025", BRIDGE_LEAD, MUSEUM, MUSEUM_LEAD, HEAD, LEAD))
    assert own(page) == [BRIDGE_LEAD]


LISTED = (
    "أمطار غزيرة على الساحل غدا",
    "المنتخب يفوز بثلاثة أهداف",
    "افتتاح سوق للزيتون في الريف",
    "نوارس الشتاء تعود إلى المرفأ",
)
FEATURE = "حين كان النهر يعبر المدينة"
FEATURE_LEAD = "في الصور القديمة قوارب صغيرة تحت الشرفات، وأطفال يرمون الخبز للبط من نوافذ المدرسة."


def has_article(page: Page) -> bool:
    """Say whether a page has an article of its own."""
    return any(each.role is Role.ARTICLE for each in page.documents)


def test_what_is_like_all_below_it_is_a_list_s_though_it_begins_as_no_news_do(segment: Callable[[str], Page]) -> None:
    """Without a date or an author a headline and a text above others are no article; an author's name makes one."""
    listed = (BRIDGE, BRIDGE_LEAD, MUSEUM, MUSEUM_LEAD)
    assert not has_article(segment(lines(FEATURE, FEATURE_LEAD, *listed)))
    assert own(segment(lines(FEATURE, "بقلم سعاد الهاشمي", FEATURE_LEAD, *listed))) == [FEATURE_LEAD]


def test_where_each_headline_has_a_date_the_first_one_s_makes_no_article(segment: Callable[[str], Page]) -> None:
    """Two texts with a headline and a date each are as much a list as ten."""
    page = segment(lines(BRIDGE, "الأحد 9 نوفمبر 2025", BRIDGE_LEAD, MUSEUM, "السبت 8 نوفمبر 2025", MUSEUM_LEAD))
    assert not has_article(page)


def test_leads_of_several_matters_without_headlines_are_no_article(segment: Callable[[str], Page]) -> None:
    """The next paragraph of an article goes on with `and`, or shares words with what is above."""
    assert not has_article(segment(lines(BRIDGE_LEAD, MUSEUM_LEAD, LEAD)))
    assert own(segment(lines(LEAD, MORE, LAST))) == [LEAD, MORE, LAST]


def test_two_texts_are_one_articles_however_strange(segment: Callable[[str], Page]) -> None:
    """So few may turn to another matter; three leads of three matters are a list."""
    assert own(segment(lines(BRIDGE_LEAD, MUSEUM_LEAD))) == [BRIDGE_LEAD, MUSEUM_LEAD]


@pytest.mark.parametrize("above", [(BRIDGE_LEAD,), (BRIDGE, BRIDGE_LEAD), (BRIDGE_LEAD, MUSEUM_LEAD)])
def test_leads_that_are_cut_off_above_the_article_are_others(
    segment: Callable[[str], Page], above: tuple[str, ...]
) -> None:
    """The own one opens as leads do and goes on; without that all are a list's."""
    cut = [text if text == BRIDGE else f"{text[:80]}..." for text in above]
    page = segment(lines(*cut, LEAD, MORE, LAST))
    assert own(page) == [LEAD, MORE, LAST]
    assert [d.headline for d in page.documents if d.role is Role.ARTICLE] == [None]
    assert not has_article(segment(lines(f"{FEATURE_LEAD[:60]}...", f"{BRIDGE_LEAD[:80]}...", MUSEUM_LEAD, LEAD)))


def test_a_cut_text_that_shares_words_with_what_follows_is_the_articles(segment: Callable[[str], Page]) -> None:
    """Decks repeat what the lead says, and may be cut off."""
    deck = "ميزانية مجلس المدينة للعام المقبل تقر بعد نقاش طويل في جلسة مساء الاثنين استمرت ساعات..."
    page = segment(lines(deck, LEAD, MORE, LAST))
    assert own(page)[-3:] == [LEAD, MORE, LAST]
    assert [d.role for d in page.documents] == [Role.ARTICLE]


def test_leads_below_a_text_of_another_kind_are_no_article(segment: Callable[[str], Page]) -> None:
    """A feature may stand above them; one text alone that turns to another matter is a further paragraph."""
    assert not has_article(segment(lines(FEATURE_LEAD, BRIDGE_LEAD, MUSEUM_LEAD)))
    assert own(segment(lines(FEATURE_LEAD, BRIDGE_LEAD))) == [FEATURE_LEAD, BRIDGE_LEAD]


def test_a_short_text_says_nothing_of_its_matter(segment: Callable[[str], Page]) -> None:
    """It shares few words with any, and an article's sentences may stand one a line."""
    short = "ضبطت الشرطة شاحنتين مخالفتين عند المدخل الشرقي فجر الثلاثاء."
    assert own(segment(lines(BRIDGE_LEAD, short))) == [BRIDGE_LEAD, short]


@pytest.mark.parametrize("tail", ["المصدر: رويترز", "الوسوم: ميزانية، جسر الوادي"])
def test_texts_above_a_source_or_keywords_are_one_article(segment: Callable[[str], Page], tail: str) -> None:
    """What ends as articles end is one, though its headline is gone and it turns to another matter."""
    assert has_article(segment(lines(BRIDGE_LEAD, MUSEUM_LEAD, LEAD, tail)))


def test_a_review_of_the_press_tells_of_several_matters_in_one_article(segment: Callable[[str], Page]) -> None:
    """It says so at its beginning; its paragraphs share no words and may have headlines of their own."""
    opening = "تناولت الصحف الصادرة اليوم موضوعات متفرقة، من إغلاق الجسور إلى عودة الآثار، ومنها هذه المقتطفات."
    page = segment(lines("أبرز ما جاء في الصحف", opening, BRIDGE, BRIDGE_LEAD, MUSEUM, MUSEUM_LEAD))
    assert own(page)[-4:] == [BRIDGE, BRIDGE_LEAD, MUSEUM, MUSEUM_LEAD]
    columns = lines(
        opening, f"سامي الحداد: {BRIDGE}", BRIDGE_LEAD, "سعاد الهاشمي", f"سعاد الهاشمي: {MUSEUM}", MUSEUM_LEAD
    )
    assert own(segment(columns))[-2:] == [f"سعاد الهاشمي: {MUSEUM}", MUSEUM_LEAD]


def test_headlines_right_below_the_text_are_a_list_without_a_label(
    kinds: Callable[[str], list[tuple[str, str]]],
) -> None:
    """None ends as a sentence does or shares words with the text; an article's own list has a mark in each line."""
    head = (HEAD, "الأحد 9 نوفمبر 2025", LEAD, MORE, LAST)
    assert [text for kind, text in kinds(lines(*head, *LISTED)) if kind == "related_item"] == list(LISTED)
    table = ("فريق الوادي - فريق الساحل الشمالي", "فريق الجبل - فريق المدينة القديمة", "فريق النهر - فريق السهل الأخضر")
    assert not [text for kind, text in kinds(lines(*head, *table)) if kind == "related_item"]


def test_texts_cut_off_right_below_the_text_are_other_articles(segment: Callable[[str], Page]) -> None:
    """Two that a list cuts off are teasers'; a writer whose paragraphs all end in dots cuts nothing off."""
    cut = (f"{BRIDGE_LEAD[:70]}…", f"{MUSEUM_LEAD[:75]}...")
    assert own(segment(lines(HEAD, "الأحد 9 نوفمبر 2025", LEAD, MORE, LAST, *cut))) == [LEAD, MORE, LAST]
    dotted = [f"{text[:-1]}..." for text in (LEAD, MORE, LAST, MUSEUM_LEAD)]
    assert own(segment(lines(HEAD, "بقلم سامي كمال", *dotted))) == dotted


def test_a_short_line_above_a_text_of_other_words_is_a_subheading(segment: Callable[[str], Page]) -> None:
    """Headlines are longer, though the text below it opens as leads do and shares its words."""
    head, lead = (
        "مجريات الشوط الأول",
        "سجل المهاجم الشاب هدف الشوط الأول من مجريات هجمة مرتدة قادها الجناح الأيمن قبل الاستراحة.",
    )
    assert own(segment(lines(HEAD, "الأحد 9 نوفمبر 2025", LEAD, MORE, head, lead))) == [LEAD, MORE, head, lead]


def test_a_text_alone_above_such_headlines_is_a_section_s_first(segment: Callable[[str], Page]) -> None:
    """Nothing dates or signs it, and no label parts it from the headlines; a date makes it an article."""
    assert not has_article(segment(lines("محليات", HEAD, LEAD, *LISTED)))
    assert own(segment(lines(HEAD, "الأحد 9 نوفمبر 2025", LEAD, *LISTED))) == [LEAD]


def test_an_article_behind_a_list_below_the_text_is_another_one(segment: Callable[[str], Page]) -> None:
    """Lists may stand above an article, but not between it and one more of its own."""
    listed = ("الأكثر قراءة", "أمطار غزيرة على الساحل غدا", "المنتخب يفوز بثلاثة أهداف", "افتتاح سوق جديد في المدينة")
    page = segment(lines(HEAD, "الأحد 9 نوفمبر 2025", LEAD, MORE, LAST, *listed, "مقالات", BRIDGE, BRIDGE_LEAD))
    assert own(page) == [LEAD, MORE, LAST]
    assert [d.headline.text for d in page.documents if d.role is Role.ARTICLE and d.headline] == [HEAD]


@pytest.mark.parametrize(
    ("between", "text", "expected"),
    [
        (["promo_label"], BRIDGE_LEAD, ["promo_item", "item_noise", "body"]),
        (["related_item", "masthead"], BRIDGE_LEAD, ["next_headline", "teaser_stamp", "teaser_body"]),
        (["related_item", "masthead"], LEAD, ["body", "stamp", "body"]),
    ],
)
def test_a_headline_below_the_text_is_an_item_another_articles_or_a_subheading(
    between: list[str], text: str, expected: list[str]
) -> None:
    """What stands between, and the words it shares with the text above, tell which."""
    texts = [HEAD, LEAD, *("منوعات" for _ in between), BRIDGE, "9 نوفمبر 2025", text]
    parts = [Line(0, len(each), each) for each in texts]
    assert settle(parts, ["headline", "body", *between, "headline", "stamp", "body"])[-3:] == expected


@pytest.mark.parametrize(
    ("dateline", "others"),
    [("شبكة الضفاف - دمشق ", 1), ("شبكة الضفاف - سؤالنا الثاني: ", 0), ("شبكة الساحل - دمشق ", 0)],
)
def test_the_outlets_dateline_stands_once_above_an_article(
    segment: Callable[[str], Page], dateline: str, others: int
) -> None:
    """Where it stands before a place again the next article begins; before what is asked it names the speaker."""
    page = segment(lines("شبكة الضفاف - القاهرة", LEAD, MORE, f"{dateline}{LAST}"))
    assert sum(each.kind is SegmentKind.TEASER_PARAGRAPH for each in page.segments) == others


def test_texts_that_go_on_with_the_first_one_are_one_article(
    kinds: Callable[[str], list[tuple[str, str]]],
) -> None:
    """Paragraphs of official news may each open as leads do; other articles' leads share nothing with the first."""
    texts = (
        "القاهرة: بعث رئيس مجلس المدينة رسالة خطية إلى محافظ الساحل تتصل بجسر الوادي وبأعمال الصيانة المقبلة فيه.",
        "سلّم الرسالة الخطية نائب رئيس مجلس المدينة خلال استقباله في مكتب المحافظ صباح أمس بحضور مدير الصيانة.",
        "شهدت الساعات التالية جولة في سوق السمك القديم، وزيارة إلى متحف الفخار الذي أغلق أبوابه قبل عامين كاملين.",
    )
    assert [kind for kind, _ in kinds("\n".join(texts))] == ["paragraph"] * 3
