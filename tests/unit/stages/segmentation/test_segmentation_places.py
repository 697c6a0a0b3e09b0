"""What the judge makes of where the markup shows lines to stand."""

from datetime import UTC, datetime

import pytest

from schemas.document import Role
from schemas.raw_page import RawPage
from schemas.segment import Owner, SegmentKind
from workers.intake import open_page
from workers.stages.page import Page
from workers.stages.segmentation import segment
from workers.stages.segmentation.features.places import places_of
from workers.stages.segmentation.lines import Line

BODY = (
    "حددت وزارة الثقافة مواعيد المتاحف الصيفية، بحيث تفتح أبوابها من التاسعة صباحا حتى العاشرة ليلا في أيام العطل.",
    "ويشمل القرار أربعة عشر متحفا في المدن الساحلية، على أن تلحق بها متاحف الداخل في الشهر المقبل بعد انتهاء ترميمها.",
    "وذكرت مديرة المتحف الوطني ريم الكاتب أن الدخول مجاني للطلاب، وأن جولات بلغات أربع تنظم كل مساء في القاعات الكبرى.",
    "وبلغ عدد زوار المتاحف في الصيف الماضي ستمئة ألف، ثلثهم من خارج البلاد، بحسب أرقام الوزارة المنشورة على موقعها.",
)
TITLE = "متاحف الساحل تفتح أبوابها ليلا"
LINKS = (
    "<h3>للمزيد من الأخبار:</h3><p><a href=/1>جسر الوادي يعود للعمل</a></p><p><a href=/2>عاصفة رملية تغلق الطرق</a></p>"
)


def judge(html: str) -> Page:
    """Segment a page of HTML."""
    raw = RawPage(url="https://site.example/7", html=html)
    return segment(open_page(raw, captured_at=datetime(2026, 1, 1, tzinfo=UTC)))


def body(page: Page) -> list[str]:
    """Give the article's paragraphs, a line each."""
    paragraphs = (
        page.text[each.start : each.end]
        for each in page.segments
        if (each.kind, each.owner) == (SegmentKind.PARAGRAPH, Owner.ARTICLE)
    )
    return "\n".join(paragraphs).split("\n")


def headline(page: Page) -> str | None:
    """Give the article's headline."""
    [article] = [each for each in page.documents if each.role is Role.ARTICLE]
    return article.headline.text if article.headline else None


def test_a_sidebar_above_the_headline_is_no_article() -> None:
    """Links to other articles above the heading leave headline and body whole."""
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    page = judge(
        f"<title>صوت الضفاف/متاحف</title><header><a href=/>صوت الضفاف</a></header><aside>{LINKS}</aside>"
        f"<h1>{TITLE}</h1><section><div>{paragraphs}</div></section>"
    )
    assert headline(page) == TITLE
    assert body(page) == list(BODY)


def test_links_within_the_text_do_not_end_it() -> None:
    """The text that goes on behind a dated list of links in its element is the article's."""
    box = (
        "<div><p>اقرأ أيضا</p><ul><li><a href=/1>جسر الوادي يعود للعمل</a><li><a href=/1>ديسمبر 25, 2025</a></ul></div>"
    )
    first, second, *others = [f"<p>{text}</p>" for text in BODY]
    page = judge(f"<div><h1>{TITLE}</h1></div><div><div>{first}{second}{box}{''.join(others)}</div></div>")
    assert body(page) == list(BODY)


@pytest.mark.parametrize("content", ["<main>{}</main>", "{}"])
def test_what_no_link_parts_from_the_text_is_its_own(content: str) -> None:
    """Prices stand in lists; without links they are no related headlines, where other headlines are links."""
    prices = [
        "عيار 24: 4571 جنيها للبيع",
        "عيار 21: 4000 جنيه للبيع",
        "الجنيه الذهب: 32000 جنيه",
        "الأوقية: 2645 دولارا",
    ]
    texts = [
        "تراجعت أسعار الذهب في الأسواق المحلية اليوم بنحو خمسة جنيهات في الغرام، متأثرة بهبوط الأوقية في بورصة لندن.",
        "وجاءت الأسعار بدون احتساب المصنعية على النحو التالي:",
        "وقال رئيس شعبة المجوهرات إن حركة البيع والشراء هادئة منذ بداية الأسبوع، متوقعا أن تنتعش قبل الأعياد المقبلة.",
        "وأضاف أن الفارق بين سعري البيع والشراء لا يزال في حدوده الطبيعية، ناصحا المشترين بطلب فاتورة مفصلة من البائع.",
        "وتوقع أن تبقى الأسعار على حالها حتى نهاية الشهر، ما لم تتحرك أسعار الصرف في البنوك المحلية.",
    ]
    first, second, *others = [f"<p>{text}</p>" for text in texts]
    items = "".join(f"<li>{each}</li>" for each in prices)
    text = content.format(f"{first}{second}<ul>{items}</ul>{''.join(others)}")
    page = judge(f"<h1>أسعار الذهب اليوم تسجل تراجعا طفيفا</h1>{text}<div>{LINKS}</div>")
    assert body(page) == [*texts[:2], *prices, *texts[2:]]


def test_contents_and_tags_are_no_paragraphs() -> None:
    """Neither a table of links into the page nor the section and tags above a text are its beginning."""
    tags = ", ".join(f"<a href=/t/{each} rel=tag>{each}</a>" for each in ("وزارة الثقافة", "متاحف", "عطلة الصيف"))
    contents = (
        "<div><b>في هذا الدليل</b><ul><li><a href=#a>1 مواعيد المتاحف الصيفية في المدن</a>"
        "<li><a href=#b>2 دخول الطلاب مجانا إلى متاحف الساحل</a></ul></div>"
    )
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    page = judge(f"<h1>{TITLE}</h1><div>أخبار / {tags}</div><div>{contents}<div>{paragraphs}</div></div>")
    assert body(page) == list(BODY)


def test_names_that_are_tags_are_no_authors() -> None:
    """Persons and places in a row of tags are what the text is about."""
    tags = ", ".join(f"<a href=/t/{each} rel=tag>{each}</a>" for each in ("ريم الكاتب", "سامي الحداد"))
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    page = judge(f"<h1>{TITLE}</h1><div>{tags}</div><div>{paragraphs}</div>")
    assert body(page) == list(BODY)
    assert all(each.kind is not SegmentKind.BYLINE for each in page.segments)


def test_a_tables_cells_are_no_keywords() -> None:
    """Where the markup shows a page's parts, unlinked words below the text are none of its tags; labelled ones are."""
    towns = ("المرفأ", "الوادي", "القلعة", "السوق القديم", "الفنار", "التلال", "الجسر", "الكروم")
    rows = [("المتحف", "موعد الفتح", "موعد الإغلاق"), *((f"متحف {town}", "8.00 ص", "10.00م") for town in towns)]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    tags = "<p>الوسوم: <a href=/t rel=tag>متاحف الساحل</a></p>"
    page = judge(f"<h1>{TITLE}</h1><div>{paragraphs}<table><tbody>{cells}</table>{tags}</div>")
    told = [page.text[each.start : each.end] for each in page.segments if each.kind is SegmentKind.KEYWORDS]
    assert told == ["الوسوم: متاحف الساحل"]


def test_what_stands_outside_is_no_paragraph() -> None:
    """A site's notice in an element of its own is not the article's, however long."""
    notice = (
        "تحتفظ الصحيفة بحق حذف ما يخالف شروط النشر من التعليقات، وما فيها لا يعبر عن رأيها بل عن رأي أصحابها وحدهم."
    )
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    page = judge(f"<div><h1>{TITLE}</h1><div>{paragraphs}</div></div><div><div><p>{notice}</p></div></div>")
    assert body(page) == list(BODY)


@pytest.mark.parametrize(
    ("classes", "listed"),
    [
        ("rtl archive category category-7", True),
        ("home blog rtl", True),
        ("error404", True),
        ("rtl single single-post postid-7", False),
        ("home", False),
        ("", False),
    ],
)
def test_a_page_that_calls_itself_a_list_has_no_article(classes: str, *, listed: bool) -> None:
    """Classes by which systems call archives and front pages count; a word that any page may have does not."""
    page = judge(f"<body class='{classes}'><h2>{TITLE}</h2><p>{BODY[0]}</p><p>{BODY[1]}</p></body>")
    assert page.witness.is_list is listed
    assert (body(page) == [""]) is listed


def test_a_page_without_an_address_stands_where_it_says() -> None:
    """What an address tells, the one that the page states tells, too; that of its capture goes before it."""
    html = f"<link rel=canonical href='https://site.example/tag/x'><p>{TITLE}</p><p>{BODY[0]}</p><p>{BODY[1]}</p>"
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert body(segment(open_page(RawPage(html=html), captured_at=now))) == [""]
    assert body(judge(html)) == list(BODY[:2])


@pytest.mark.parametrize(("text", "told"), [("أ\nب ج", [("heading",), ("linked",)]), ("أ\nب\nج", [(), ()])])
def test_places_count_where_lines_are_what_they_were(text: str, told: list[tuple[str, ...]]) -> None:
    """Where the text has other lines than the markup showed, no part has a place."""
    parts = [Line(0, 1, "أ"), Line(2, 3, "ب")]
    assert places_of(parts, text, [("heading",), ("linked",)]) == told


def test_a_part_of_a_line_is_no_heading() -> None:
    """Of the parts of one line none is told to be the heading."""
    parts = [Line(0, 1, "أ"), Line(2, 3, "ب", glued=True)]
    assert places_of(parts, "أ ب", [("housed", "heading")]) == [("housed",), ("housed",)]
