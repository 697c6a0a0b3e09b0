"""Layouts: what stands where on a page, and what it is then."""

from collections.abc import Callable

import pytest

from schemas.document import Role
from workers.stages.page import Page

Kinds = Callable[[str], list[tuple[str, str]]]
Segmenter = Callable[[str], Page]

HEAD = "وزارة الزراعة تتوقع موسما أفضل للقمح"
LEAD = "قالت وزارة الزراعة في بيان اليوم إن موسم القمح سيكون أفضل من مواسم الأعوام الماضية بفضل أمطار الشتاء الغزيرة."
BODY = "وأضاف البيان أن المزارعين تسلموا البذور في موعدها، وأن أسعار الشراء ستبقى على حالها حتى نهاية الموسم المقبل."
NEXT = "بلدية المدينة القديمة تفتح سوقها الجديد"
TEXT = "افتتح رئيس البلدية صباح الخميس سوقا جديدا في وسط المدينة القديمة بحضور عدد كبير من تجارها وأهلها وضيوفها."
CUT = "وقال إن المشروع كلف الملايين، وإن العمل فيه استغرق ثلاث سنوات تخللتها أشهر من التوقف بسبب"
LINKS = ("منتخب الشباب يفوز على ضيفه وديا", "أسعار النفط ترتفع في بداية الأسبوع", "طقس معتدل على السواحل غدا")

ARTICLE = f"{HEAD}\nالأحد 5 مايو 2024\n{LEAD}\n{BODY}"
ARTICLE_KINDS = ["headline", "timestamp", "paragraph", "paragraph"]
TEASER = f"{NEXT}\n{TEXT}\n{CUT}"
TEASER_KINDS = ["teaser_headline", "teaser_paragraph", "teaser_paragraph"]


def lines(*parts: str) -> str:
    """Write parts on lines of their own."""
    return "\n".join(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ARTICLE, ARTICLE_KINDS, id="date after the headline"),
        pytest.param(
            lines("5 مايو 2024 - 10:30 ص", HEAD, LEAD),
            ["timestamp", "headline", "paragraph"],
            id="date before the headline",
        ),
        pytest.param(
            lines(f"{HEAD} - 5 مايو 2024 10:30", LEAD),
            ["headline", "timestamp", "paragraph"],
            id="date glued to headline",
        ),
        pytest.param(lines(LEAD, BODY), ["paragraph", "paragraph"], id="no headline"),
        pytest.param(
            lines(HEAD, "كتب: محمود السيد", "صورة أرشيفية", LEAD),
            ["headline", "byline", "caption", "paragraph"],
            id="byline and caption",
        ),
        pytest.param(
            lines(HEAD, "محمود السيد حسن", "5 مايو 2024", LEAD),
            ["headline", "byline", "timestamp", "paragraph"],
            id="author without a verb",
        ),
        pytest.param(
            lines("الرئيسية", "سياسة", "اقتصاد", HEAD, HEAD, "5 مايو 2024", LEAD),
            ["boilerplate"] * 4 + ["headline", "timestamp", "paragraph"],
            id="menu, and the headline twice: the copy next above the body counts",
        ),
        pytest.param(
            lines("رئيس التحرير: سامي كمال", "الأحد 7 ديسمبر 2025", "الرئيسية", HEAD, "5 مايو 2024", LEAD, BODY),
            ["boilerplate"] * 3 + ["headline", "timestamp", "paragraph", "paragraph"],
            id="masthead with today's date",
        ),
        pytest.param(
            lines("\xa0\xa0\xa0\xa0".join(LINKS), HEAD, "5 مايو 2024", LEAD),
            ["related_item"] * 3 + ["headline", "timestamp", "paragraph"],
            id="ticker on one line",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر: وكالات+الأفق", "المصدر: صحيفة الأفق", "كلمات دلالية: زراعة قمح"),
            [*ARTICLE_KINDS, "credit", "credit", "keywords"],
            id="credits and keywords",
        ),
        pytest.param(f"{ARTICLE} المصدر: رويترز", [*ARTICLE_KINDS, "credit"], id="credit glued to the last paragraph"),
        pytest.param(f"{ARTICLE} (رويترز)", [*ARTICLE_KINDS, "credit"], id="agency in brackets after the last stop"),
        pytest.param(
            lines(ARTICLE, "الوسوم", "زراعة، قمح"), [*ARTICLE_KINDS, "keywords", "keywords"], id="label of keywords"
        ),
        pytest.param(
            lines(HEAD, LEAD, f"اقرأ أيضا: {NEXT}", BODY), ["headline", "paragraph", "promo", "paragraph"], id="promo"
        ),
        pytest.param(
            lines(HEAD, f"{LEAD} إقرأ المزيد {NEXT}", BODY),
            ["headline", "paragraph", "promo", "paragraph"],
            id="promo glued to a paragraph",
        ),
        pytest.param(
            lines(HEAD, LEAD, "اقرأ أيضا", NEXT, BODY, BODY, "المصدر: وكالات"),
            ["headline", "paragraph", "promo", "promo", "paragraph", "paragraph", "credit"],
            id="promo on two lines, for the article goes on to its credit",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر: وكالات", "إقرأ أيضاً:", TEASER),
            [*ARTICLE_KINDS, "credit", "teaser_label", *TEASER_KINDS],
            id="teaser",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر: وكالات", f"اقرأ أيضا: {NEXT}", TEXT),
            [*ARTICLE_KINDS, "credit", "teaser_label", "teaser_headline", "teaser_paragraph"],
            id="label glued to the teaser's headline",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر: وكالات", "صحيفة المدينة", "قبل ساعتين", TEASER),
            [*ARTICLE_KINDS, "credit", "boilerplate", "timestamp", *TEASER_KINDS],
            id="teaser without a label, after outlet and age",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر: وكالات", "المرسى نيوزمنذ 35 دقيقة", TEASER),
            [*ARTICLE_KINDS, "credit", "teaser_label", *TEASER_KINDS],
            id="outlet and age stuck together above a teaser",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر:", "نافذة الوادي", "A+", "طباعة"),
            [*ARTICLE_KINDS, "credit", "credit", "boilerplate", "boilerplate"],
            id="a source that nobody knows below its label",
        ),
        pytest.param(
            lines(HEAD, LEAD, f"لمزيد من التفاصيل اقرأ: {NEXT}", BODY),
            ["headline", "paragraph", "promo", "paragraph"],
            id="promo that promises details",
        ),
        pytest.param(
            lines(ARTICLE, "مواضيع ذات علاقة بالخبر: زراعة، قمح", "طباعة الخبر", "التعليقات (3)"),
            [*ARTICLE_KINDS, "keywords", "boilerplate", "boilerplate"],
            id="keywords that their label calls the news' subjects",
        ),
        pytest.param(
            lines("رئيس مجلس الإدارة سامي كمال رئيس التحرير منى حسن", "الأحد 7 ديسمبر 2025", ARTICLE),
            ["boilerplate"] * 2 + ARTICLE_KINDS,
            id="who publishes the paper, and today's date",
        ),
        pytest.param(
            lines(*["الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "منوعات"], "5 مايو 2024", HEAD, LEAD, BODY),
            [*["boilerplate"] * 6, "timestamp", "headline", "paragraph", "paragraph"],
            id="the page's only date, between the menu and the headline",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر: وكالات", NEXT, "الكاتب: سامي كمال", TEXT, CUT),
            [*ARTICLE_KINDS, "credit", "teaser_headline", "byline", "teaser_paragraph", "teaser_paragraph"],
            id="the next article at once, with its author",
        ),
        pytest.param(
            lines(
                " ".join(["الرئيسية سياسة اقتصاد رياضة ثقافة منوعات محليات دولي"] * 3), HEAD, "5 مايو 2024", LEAD, BODY
            ),
            ["boilerplate", "headline", "timestamp", "paragraph", "paragraph"],
            id="a menu as long as a paragraph",
        ),
        pytest.param(
            lines("سياسةاقتصادرياضةثقافةمنوعاتتكنولوجيا", "5 مايو 2024", LEAD, BODY),
            ["boilerplate", "timestamp", "paragraph", "paragraph"],
            id="a menu without blanks, and no headline",
        ),
        pytest.param(
            lines(ARTICLE, "الوسوم", "زراعة", "وكالة الأنباء السعودية", "طباعة"),
            [*ARTICLE_KINDS, *["keywords"] * 3, "boilerplate"],
            id="a source's name among keywords",
        ),
        pytest.param(
            lines("الرئيسية", "رياضة", "الفجر 4:41 الظهر 12:03 العصر 3:20", ARTICLE),
            ["boilerplate"] * 3 + ARTICLE_KINDS,
            id="times of prayer",
        ),
        pytest.param(
            lines(HEAD, "5 مايو 2024", "سنابل في حقل على ضفة النهر", LEAD, BODY),
            ["headline", "timestamp", "caption", "paragraph", "paragraph"],
            id="words about a picture below the date",
        ),
        pytest.param(
            lines(HEAD, "إلياس معلوف", "5 مايو 2024", LEAD, BODY),
            ["headline", "byline", "timestamp", "paragraph", "paragraph"],
            id="an author whose name is a common word when folded",
        ),
        pytest.param(
            lines(ARTICLE, "#قمح", "طباعة"), [*ARTICLE_KINDS, "keywords", "boilerplate"], id="one hashtag alone"
        ),
        pytest.param(
            lines(ARTICLE, "الوسوم: زراعة، قمح", "الأكثر قراءة", f"التالي: {NEXT}", TEXT),
            [*ARTICLE_KINDS, "keywords", "related_label", "teaser_label", "teaser_headline", "teaser_paragraph"],
            id="an empty list's label before a teaser",
        ),
        pytest.param(
            lines(
                "الرئيسية | سياسة | رياضة", "عاجل", *(f"- {link}" for link in LINKS), HEAD, "5 مايو 2024", LEAD, BODY
            ),
            ["boilerplate", "related_label", *["related_item"] * 3, "headline", "timestamp", "paragraph", "paragraph"],
            id="a ticker's label",
        ),
        pytest.param(
            lines(HEAD, "5 مايو 2024", "أصدرت", "وزارة الزراعة", "بيانا عن موسم القمح الذي ينتظره المزارعون.", BODY),
            ["headline", "timestamp", *["paragraph"] * 4],
            id="a lead broken behind its verb",
        ),
        pytest.param(
            lines(ARTICLE, "أخبار ذات صلة", *LINKS, "شاهد أيضا", TEASER),
            [*ARTICLE_KINDS, "related_label", *["related_item"] * 3, "teaser_label", *TEASER_KINDS],
            id="related list before the teaser",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر: وكالات", "اقرأ أيضا", TEASER, "مقالات مشابهة", *(f"  • {link}" for link in LINKS)),
            [*ARTICLE_KINDS, "credit", "teaser_label", *TEASER_KINDS, "related_label", *["related_item"] * 3],
            id="related list after the teaser",
        ),
        pytest.param(
            lines(ARTICLE, "طباعة", "جميع الحقوق محفوظة"),
            [*ARTICLE_KINDS, "boilerplate", "boilerplate"],
            id="furniture",
        ),
        pytest.param(
            lines(HEAD, "5 مايو 2024", "|", "A+", LEAD, "إعلان", BODY),
            ["headline", "timestamp", "boilerplate", "boilerplate", "paragraph", "boilerplate", "paragraph"],
            id="noise between",
        ),
        pytest.param(
            lines(HEAD, "الوزير: الأسعار باقية على حالها", "5 مايو 2024", LEAD),
            ["headline", "paragraph", "timestamp", "paragraph"],
            id="subheading",
        ),
        pytest.param(
            lines(HEAD, "5", "مايو", "2024", LEAD), ["headline", "timestamp", "paragraph"], id="date on three lines"
        ),
        pytest.param(
            lines(HEAD, "5 مايو 2024", "1,234 مشاهدة", "0 تعليق", LEAD),
            ["headline", "timestamp", "boilerplate", "boilerplate", "paragraph"],
            id="counts",
        ),
        pytest.param(
            lines(HEAD, LEAD, "- أولا: زيادة المساحات", "- ثانيا: دعم البذور", "- ثالثا: تثبيت الأسعار", BODY),
            ["headline", *["paragraph"] * 5],
            id="list inside the body",
        ),
        pytest.param(
            lines(HEAD, LEAD, "مواضيع ذات صلة", *LINKS, BODY, BODY),
            ["headline", "paragraph", "related_label", *["related_item"] * 3, "paragraph", "paragraph"],
            id="related list inside the body",
        ),
        pytest.param(
            lines(ARTICLE, "المقال السابق", LINKS[0], "المقال التالي", LINKS[1]),
            [*ARTICLE_KINDS, "related_label", "related_item", "related_label", "related_item"],
            id="articles before and after",
        ),
        pytest.param(
            lines(ARTICLE, "المصدر: وكالات", "ربما فاتك أيضا ما يلي:", *LINKS, *(f"{link} أيضا" for link in LINKS)),
            [*ARTICLE_KINDS, "credit", "related_label", *["related_item"] * 6],
            id="label that nobody knows",
        ),
        pytest.param(
            lines(HEAD, LEAD, "وقال المصدر: إن العمل مستمر في كل المناطق.", BODY),
            ["headline", "paragraph", "paragraph", "paragraph"],
            id="a marker's word inside a sentence",
        ),
    ],
)
def test_lines_are_judged_by_where_they_stand(kinds: Kinds, text: str, expected: list[str]) -> None:
    """Each line of a layout has the kind that its place and its marker give it."""
    assert [kind for kind, _ in kinds(text)] == expected


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n\n", "\n \xa0\n", "\n\t"])
def test_line_ends_and_gaps_make_no_difference(kinds: Kinds, line_end: str) -> None:
    """CRLF, blank lines and lines of no-break spaces leave the reading as it is."""
    text = lines(ARTICLE, "المصدر: وكالات", "إقرأ أيضاً:", TEASER)
    assert kinds(text.replace("\n", line_end)) == kinds(text)


def test_page_on_one_line_is_cut_at_its_markers(kinds: Kinds) -> None:
    """Everything on one line is cut where stamp, credit, keywords and label begin."""
    text = (
        f"{HEAD} تاريخ النشر: 5 مايو 2024 {LEAD} {BODY} المصدر: رويترز كلمات دلالية: زراعة قمح إقرأ أيضاً: {TEXT} {CUT}"
    )
    assert kinds(text) == [
        ("headline", HEAD),
        ("timestamp", "تاريخ النشر: 5 مايو 2024"),
        ("paragraph", f"{LEAD} {BODY}"),
        ("credit", "المصدر: رويترز"),
        ("keywords", "كلمات دلالية: زراعة قمح"),
        ("teaser_label", "إقرأ أيضاً:"),
        ("teaser_paragraph", f"{TEXT} {CUT}"),
    ]


def test_signature_of_a_post_is_cut_from_the_paragraph_behind_it(kinds: Kinds) -> None:
    """A post and its signature are one segment, and the paragraph glued to the signature is the teaser's."""
    post = "صور من افتتاح السوق.. pic.twitter.com/AbCd1234\n— ???? مراسل السوق (@market_x) January 19, 2025"
    text = lines(ARTICLE, "المصدر: وكالات", "إقرأ أيضاً:", NEXT, TEXT, f"{post} {CUT}")
    assert kinds(text)[-2:] == [("embed", post), ("teaser_paragraph", CUT)]


def test_headline_is_the_repetition_without_the_site_name(segment: Segmenter) -> None:
    """Of a headline that stands twice, once with the site's name behind it, the document has the bare one."""
    (article,) = segment(lines(f"{HEAD} - صحيفة الأفق", HEAD, "5 مايو 2024", LEAD)).documents
    assert article.headline is not None
    assert article.headline.text == HEAD


def test_several_teasers_are_several_documents(segment: Segmenter) -> None:
    """Each label opens another teaser, with its own headline, paragraphs and end."""
    match = "فاز منتخب الشباب مساء الجمعة على ضيفه بهدفين في مباراة ودية أقيمت على ملعب العاصمة وحضرها آلاف المشجعين."
    page = segment(lines(ARTICLE, "اقرأ أيضا", TEASER, "قد يهمك أيضاً:", LINKS[0], match))
    assert [(each.role, each.headline and each.headline.text, len(each.paragraphs)) for each in page.documents] == [
        (Role.ARTICLE, HEAD, 2),
        (Role.TEASER, NEXT, 2),
        (Role.TEASER, LINKS[0], 1),
    ]
    assert len({each.document_id for each in page.documents}) == 3


@pytest.mark.parametrize(
    ("text", "cut"),
    [(CUT, True), (f"{TEXT}..", True), (f"{TEXT[:-1]}،", True), (TEXT, False), (f"{TEXT[:-1]}؟»", False)],
)
def test_teaser_that_stops_before_its_end_is_truncated(segment: Segmenter, *, text: str, cut: bool) -> None:
    """A comma, an ellipsis or no full stop at all says that a teaser's text goes on elsewhere."""
    page = segment(lines(ARTICLE, "المصدر: وكالات", "إقرأ أيضاً:", NEXT, TEXT, text))
    assert [each.truncated for each in page.documents] == [False, cut]


def test_article_cut_in_mid_word_is_truncated(segment: Segmenter) -> None:
    """A page that ends inside a word holds a part of its article only; a credit after it says that it is whole."""
    assert segment(ARTICLE[:-9]).documents[0].truncated
    assert not segment(f"{ARTICLE[:-1]}\nالمصدر: وكالات").documents[0].truncated


def test_related_spans_include_the_bullet(segment: Segmenter) -> None:
    """`related` lists the headlines elsewhere, bullets included, indents not."""
    text = lines(ARTICLE, "مقالات مشابهة", *(f"  • {link}" for link in LINKS))
    assert [text[each.start : each.end] for each in segment(text).related] == [f"• {link}" for link in LINKS]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(lines("الرئيسية", "سياسة", "اقتصاد", "رياضة", "اتصل بنا", "من نحن"), id="menu"),
        pytest.param(lines(*LINKS, *LINKS), id="ticker"),
        pytest.param(lines("الأكثر قراءة", *LINKS), id="related list"),
        pytest.param("-\n|\n...\n", id="marks"),
    ],
)
def test_page_without_article_invents_nothing(segment: Segmenter, text: str) -> None:
    """Menus and tickers are no article."""
    assert segment(text).documents == ()


def test_page_with_only_a_teaser_has_only_a_teaser(segment: Segmenter) -> None:
    """What follows a label at the page's beginning is a teaser, and the page has no article."""
    (document,) = segment(lines("إقرأ أيضاً:", TEASER)).documents
    assert document.role is Role.TEASER
    assert document.headline is not None
    assert document.headline.text == NEXT


def test_paragraphs_keep_their_line_whole(kinds: Kinds) -> None:
    """A full stop glued to the next sentence, and a date in running text, cut nothing."""
    paragraph = f"{LEAD}{BODY} وكان ذلك يوم 5 مايو 2024 10:30 في العاصمة.وانتهى."
    assert kinds(lines(HEAD, paragraph)) == [("headline", HEAD), ("paragraph", paragraph)]


def test_a_closing_recital_and_its_credit_are_no_text(kinds: Kinds) -> None:
    """An aggregator's closing sentence is furniture however long, and the source behind it a credit."""
    recital = f"كانت هذه تفاصيل خبر {HEAD} نرجو بأن نكون قد وفقنا بإعطائك التفاصيل الكاملة"
    found = kinds(lines(HEAD, "الأحد 5 مايو 2024", LEAD, BODY, f"{recital} (واج)", "كلمات دلالية: قمح | زراعة"))
    assert ("credit", "(واج)") in found
    assert [kind for kind, text in found if "كانت هذه" in text or "نرجو" in text] == ["boilerplate"]


def test_an_unknown_outlet_that_the_lead_is_stuck_to_is_a_credit(kinds: Kinds) -> None:
    """A name with an outlet's word that the lead's verb is stuck to is the article's source."""
    found = kinds(lines(HEAD, "الأحد 5 مايو 2024", f"صحيفة الحكاية{LEAD}", BODY))
    assert ("credit", "صحيفة الحكاية") in found
    assert ("paragraph", LEAD) in found


def test_a_label_and_a_headline_may_follow_the_link_to_the_rest_of_a_teaser(kinds: Kinds) -> None:
    """A second teaser begins behind the first one's link to its full text."""
    first, second = f"{TEASER}\nأكمل القراءة »", f"الخبر التالي : {LINKS[0]}\n{TEXT}"
    found = kinds(lines(ARTICLE, "المصدر: رويترز", "اقرأ أيضا:", first, second))
    assert found[-3:] == [("teaser_label", "الخبر التالي :"), ("teaser_headline", LINKS[0]), ("teaser_paragraph", TEXT)]


@pytest.mark.parametrize("label", ["للمزيد من الأخبار:", "لمزيد من الأخبار"])
def test_a_list_of_more_news_may_stand_above_the_headline(kinds: Kinds, label: str) -> None:
    """Its label tells its headlines from the page's own."""
    found = kinds(lines("صوت المرفأ", label, *LINKS[:2], HEAD, LEAD, BODY))
    names = ["boilerplate", "related_label", *["related_item"] * 2, "headline", "paragraph", "paragraph"]
    assert [kind for kind, _ in found] == names


@pytest.mark.parametrize("label", ["→ مقالة السابق", "المقالة السابقة", "الموضوع السابق"])
def test_the_way_to_the_next_article_is_no_text(kinds: Kinds, label: str) -> None:
    """A button to it below the text is no paragraph."""
    assert [kind for kind, _ in kinds(lines(ARTICLE, label))] == [*ARTICLE_KINDS, "related_label"]


def test_the_name_behind_the_title_is_the_source_wherever_it_stands(kinds: Kinds) -> None:
    """A name that no list has, behind a bar in the page's title, is a credit where it stands alone."""
    for name in ("نافذة الوادي", "بوابة الوادي"):
        found = kinds(lines(f"{HEAD} | {name}", HEAD, "الأحد 5 مايو 2024", name, LEAD, BODY))
        assert ("credit", name) in found


def test_the_lead_may_be_stuck_to_the_name_behind_the_title(kinds: Kinds) -> None:
    """The name behind the bar in the page's title is cut off what is stuck to it."""
    found = kinds(lines(f"{HEAD} | نافذة الوادي", HEAD, "الأحد 5 مايو 2024", f"نافذة الوادي{LEAD}", BODY))
    assert ("credit", "نافذة الوادي") in found
    assert ("paragraph", LEAD) in found


def test_a_captions_copy_inside_the_text_is_a_caption(kinds: Kinds) -> None:
    """The same words below the headline and between paragraphs are a picture's, whole or cut off."""
    shown = "عمال يحصدون القمح في حقل"
    found = kinds(lines(HEAD, "الأحد 5 مايو 2024", f"{shown} (رويترز)", LEAD, f"{shown} (رويترز)", BODY))
    assert [kind for kind, text in found if shown in text] == ["caption", "caption"]


def test_a_post_on_one_line_with_its_signature_and_date_is_an_embed(kinds: Kinds) -> None:
    """Extractors join a post's text and who signs it; the date behind the account ends it."""
    post = "صور من افتتاح السوق.#السوق pic.twitter.com/AbCd1234 — مراسل السوق – مسق (@market_x) January 19, 2025"
    assert ("embed", post) in kinds(lines(ARTICLE, post, BODY))


def test_a_post_that_instagram_shows_is_an_embed(kinds: Kinds) -> None:
    """Its two lines have no address, and marks of direction around the account."""
    post = "عرض هذا المنشور على Instagram\n\u200f\u200eتمت مشاركة منشور بواسطة البلدية (@\u200f\u200etown\u200f)"
    assert ("embed", post) in kinds(lines(ARTICLE, post, BODY))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("مصادر: تأجيل التصويت على ميزانية السوق الجديد", "headline"),
        ("مصدر: سوق المدينة الجديد يفتح أبوابه غدا", "headline"),
        ("مصدر: صحيفة الأفق الجديد اليومية", "credit"),
        ("المصادر: رويترز، أ ف ب", "credit"),
    ],
)
def test_a_headline_that_names_its_sources_by_nothing_is_no_credit(kinds: Kinds, line: str, kind: str) -> None:
    """What unnamed sources say is news; what stands behind a credit's label has a name."""
    assert (kind, line) in kinds(lines(line, LEAD, BODY) if kind == "headline" else lines(ARTICLE, BODY, line))


def test_a_foreign_agency_alone_in_brackets_opens_the_lead(kinds: Kinds) -> None:
    """`(CNN):` on a line of its own is a dateline as `(رويترز):` is, and no furniture in Latin letters."""
    page = lines(HEAD, "5 مايو 2024", "(CNN):", LEAD, BODY)
    assert ("paragraph", "(CNN):") in kinds(page)
