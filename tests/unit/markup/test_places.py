"""What the elements around a page's lines say of them."""

import pytest

from workers.markup.document import read_html
from workers.markup.places import Place

FIRST = "أعلنت بلدية المرفأ أن سوق السمك الجديد سيفتح أبوابه صباح السبت المقبل، بعد عامين من العمل المتواصل في المبنى."
SECOND = (
    "وقال رئيس البلدية إن كلفة الأعمال بلغت ثلاثة ملايين دينار، وإن السوق يضم ستين متجرا ومخزنا مبردا كبيرا للأسماك."
)
THIRD = (
    "وأضاف أن العمل في رصيف المرفأ المجاور سيبدأ في الربيع المقبل، على أن ينتهي قبل نهاية العام نفسه كما هو مقرر له."
)
FOURTH = (
    "ورحب الصيادون بالافتتاح، وقال أحدهم إن السوق القديم كان يغرق في كل شتاء، وإن البضائع كانت تفسد قبل أن تباع فيه."
)
TEXT = (FIRST, SECOND, THIRD, FOURTH)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)


def places(html: str) -> dict[str, Place]:
    """Read each line's place, by the line."""
    markup = read_html(html)
    return dict(zip(markup.text.split("\n"), markup.places, strict=True))


def of_text(html: str) -> set[Place]:
    """Read the places of the article's paragraphs."""
    found = places(html)
    return {found[text] for text in TEXT}


@pytest.mark.parametrize(
    "content",
    [
        f"<div>{PARAGRAPHS}</div>",
        f"<div>{'<br><br>'.join(TEXT)}</div>",
        f"<article><blockquote>{PARAGRAPHS}</blockquote></article>",
        "<main>" + "".join(f"<div class=b><p>{text}</p></div>" for text in TEXT) + "</main>",
        "<table><tr><td>" + "".join(f"<center><font>{text}</font></center>" for text in TEXT) + "</table>",
        f"<form id=aspnetForm><div>{PARAGRAPHS}</div></form>",
    ],
)
def test_the_element_with_most_of_the_running_text_is_the_articles(content: str) -> None:
    """However paragraphs are made, they are housed; what stands in other elements is outside, menus are links."""
    html = f"<div><ul><li><a href=/>محليات</a></ul></div><div>{content}</div><div><div>جميع الحقوق محفوظة</div></div>"
    found = places(html)
    assert of_text(html) == {("housed",)}
    assert found["محليات"] == ("outside", "linked")
    assert found["جميع الحقوق محفوظة"] == ("outside",)


@pytest.mark.parametrize(
    "html",
    [
        PARAGRAPHS,
        f"<body><p>محليات</p>{PARAGRAPHS}</body>",
        f"<div>{FIRST}</div><div>{FIRST} {SECOND}</div><div>{THIRD} {FOURTH}</div>",
        f"<div><p>{FIRST}</p></div>",
        "<ul>" + "".join(f"<li><a href=/>موقع</a><li>{text}" for text in TEXT) + "<li><a href=/>آخر</a></ul>",
    ],
)
def test_no_element_is_the_articles_where_none_holds_a_text_of_its_own(html: str) -> None:
    """The page's own element says nothing, nor do front pages, short texts and lists of sites with as many links."""
    assert not any(name in ("housed", "outside") for place in read_html(html).places for name in place)


def test_the_first_of_two_articles_is_the_pages() -> None:
    """The next article may be longer; where the first one is much shorter, nobody can tell."""
    next_ = "<section>" + "".join(f"<p>{text[:-5]}</p>" for text in (*TEXT, FIRST)) + "</section>"
    assert of_text(f"<div><div>{PARAGRAPHS}</div></div><div>{next_}</div>") != {("outside",)}
    short = f"<div><div><p>{FIRST}</p><p>{SECOND}</p></div></div><div>{next_}</div>"
    assert not any("housed" in place for place in read_html(short).places)


@pytest.mark.parametrize("opening", ["<article>", "<div itemprop=articleBody>", "<div itemprop='text articleBody'>"])
def test_what_the_page_calls_its_article_is_it(opening: str) -> None:
    """However much more text stands in other elements, below it and above; where two are called so, neither is."""
    article = f"<section><div>{opening}{PARAGRAPHS}</div></article></section>"
    other = "<div>" + "".join(f"<p>{text[:-5]}</p>" for text in TEXT * 4) + "</div>"
    assert of_text(f"{other}{article}{other}") == {("housed",)}
    again = article.replace("المرفأ", "المرسى").replace("السوق", "الرصيف")
    assert ("housed",) not in of_text(f"{other}{article}{again}{other}")


def test_a_text_flows_until_a_link_parts_it() -> None:
    """Text beneath a link in the article's element may be another's; then it flows again, but behind a list not."""
    link, last = "<p><a href=/1>طقس معتدل على السواحل</a></p>", "ويبدأ البيع عند الفجر."
    html = f"<div><p>{FIRST}</p><p>{SECOND}</p>{{}}<p>{THIRD}</p><p>{FOURTH}</p><p>{last}</p></div>"
    found = places(html.format(link))
    assert [text for text in (*TEXT, last) if found[text] != ("housed", "flowing")] == [THIRD]
    assert places(html.format(link * 2))[FOURTH] == ("housed",)


def test_line_breaks_part_less_than_elements() -> None:
    """What a mere line break parts from its neighbour is told from paragraphs."""
    html = f"<div><p>{FIRST}</p><p>{SECOND}<br>{THIRD}</p><p>{FOURTH}</p></div><a href=/1>طقس معتدل على السواحل</a>"
    found = places(html)
    assert [found[text][1] for text in TEXT] == ["flowing", "broken", "broken", "flowing"]


def test_of_the_pages_own_element_only_the_flow_is_told() -> None:
    """What stands right in the page may be anybody's, but a text that no link parts goes on."""
    html = f"<body><p>محليات</p>{PARAGRAPHS}<div>أضف تعليقا</div><a href=/1>طقس معتدل على السواحل</a></body>"
    assert of_text(html) == {("flowing",)}
    assert (places(html)["محليات"], places(html)["أضف تعليقا"]) == ((), ())


@pytest.mark.parametrize(
    "html",
    [
        f"<div>{PARAGRAPHS}</div><a href=/1>طقس معتدل</a>",
        f"<div><p>{FIRST[:-5]}</p></div><div>{PARAGRAPHS}</div><a href=/1>طقس معتدل على السواحل</a>",
    ],
)
def test_no_flow_is_told_where_links_say_nothing(html: str) -> None:
    """A page that links no headline shows none by its links; and text above may be the article, the rest another's."""
    assert of_text(html) == {("housed",)}


def test_an_article_in_parts_is_one() -> None:
    """Advertisements part it into boxes of like size; what stands between them is nested."""
    parts = [f"<div><div>{text}</div></div>" for text in TEXT]
    found = places(f"<article>{parts[0]}<div>إعلان</div>{'<div>إعلان</div>'.join(parts[1:])}</article><div>حقوق</div>")
    assert {found[text] for text in TEXT} == {("housed",)}
    assert (found["إعلان"], found["حقوق"]) == (("nested",), ())


def test_what_stands_before_the_text_does_not_part_it() -> None:
    """The text behind the article's head, if that has a box of its own, is no other article's."""
    found = places(f"<article><header><h1>سوق السمك يفتح أبوابه</h1><p>السبت</p></header>{PARAGRAPHS}</article>")
    assert [found[text] for text in TEXT] == [("housed", "resumed"), *[("housed",)] * 3]


@pytest.mark.parametrize("box", ["<figure><img><figcaption>{}</figcaption></figure>", "<figure><p>{}</p></figure>"])
def test_what_stands_in_a_figure_is_captioned(box: str) -> None:
    """A caption is told wherever the figure stands, and is no running text, however long."""
    assert places(f"<div>{PARAGRAPHS}{box.format('صيادون في السوق')}</div>")["صيادون في السوق"] == (
        "nested",
        "captioned",
    )
    figures = "".join(box.format(text) for text in TEXT)
    assert of_text(f"<div><div>{figures}</div></div>") == {("captioned",)}


@pytest.mark.parametrize(
    "html",
    [
        "<nav>{}</nav>",
        "<aside><div>{}</div></aside>",
        "<footer>{}</footer>",
        "<form>{}</form>",
        "<div role=navigation>{}</div>",
        "<ul role=contentinfo><li>{}</ul>",
        "<div id=comments><div>{}</div></div>",
        '<ol class="reset commentlist"><li>{}</ol>',
    ],
)
def test_what_stands_apart_is_no_part_of_the_article(html: str) -> None:
    """Menus, sidebars, forms, comments and the page's foot stand apart, with a text on the page or without."""
    apart = html.format("<p>مواقيت العبارات</p>")
    assert places(f"{apart}<div>{PARAGRAPHS}</div>")["مواقيت العبارات"] == ("apart",)
    assert places(f"{apart}<p>نص قصير</p>")["مواقيت العبارات"] == ("apart",)


def test_an_articles_own_foot_stands_in_it() -> None:
    """The foot of an article, of the page's main part too, holds tags and sources of its own."""
    found = places(f"<main><article>{PARAGRAPHS}<footer>المصدر: وكالة المرفأ</footer></article></main>")
    assert found["المصدر: وكالة المرفأ"] == ("nested",)


def test_a_text_goes_on_behind_what_is_set_into_it() -> None:
    """Behind a box of links in the article's element and behind a picture the text is resumed."""
    box = (
        "<div><p>اقرأ أيضا</p><ul><li><a href=/1>طقس معتدل على السواحل</a><li><a href=/2>إعادة فتح الجسر</a></ul></div>"
    )
    found = places(
        f"<div><p>{FIRST}</p><figure>صورة السوق</figure><p>{SECOND}</p>{box}<p>{THIRD}</p><p>{FOURTH}</p></div>"
    )
    follows = ["flowing", "resumed", "resumed", "flowing"]
    assert [found[text] for text in TEXT] == [("housed", each) for each in follows]
    assert found["طقس معتدل على السواحل"] == ("nested", "linked")


@pytest.mark.parametrize(
    ("title", "listed"),
    [("أخبار - المرفأ", True), ("سوق السمك الجديد - المرفأ", False)],
)
def test_texts_that_all_stand_beneath_links_are_a_list(title: str, *, listed: bool) -> None:
    """A page is a list where each text has its link, a date between or not, unless it shows what its title says."""
    card = "<div><h3><a href=/1>{}</a></h3><span>12 مايو 2025</span><p>{}</p></div>"
    cards = "".join(card.format(f"خبر السوق رقم {number}", text) for number, text in enumerate(TEXT * 2))
    html = f"<title>{title}</title><main><h2>أخبار</h2><div>سوق السمك الجديد</div>{cards}</main>"
    assert read_html(html).witness.is_list is listed
    assert not read_html(html.replace("<h3><a href=/1>", "<h3><b>").replace("</a>", "</b>")).witness.is_list


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<h1>سوق السمك يفتح أبوابه</h1>", True),
        ("<h1><span>سوق السمك</span> يفتح أبوابه</h1><h2>بعد عامين من العمل</h2>", True),
        ("<h1>سوق السمك يفتح أبوابه</h1><h1>سوق السمك يفتح أبوابه</h1>", True),
        ("<title>سوق السمك يفتح أبوابه - المرفأ</title><h1><a href=/>سوق السمك يفتح أبوابه</a></h1>", True),
        ("<h1>سوق السمك يفتح أبوابه</h1><h1>طقس معتدل على السواحل</h1>", False),
        ("<h1>سوق السمك</h1>", False),
        ("<h1><a href=/>سوق السمك يفتح أبوابه</a></h1>", False),
        (
            "<title>جسر الوادي يعود للعمل - المرفأ</title><h1>سوق السمك يفتح أبوابه</h1><h2>جسر الوادي يعود للعمل</h2>",
            False,
        ),
        ("<h2>سوق السمك يفتح أبوابه</h2>", False),
    ],
)
def test_one_heading_of_the_first_level_heads_the_article(html: str, *, told: bool) -> None:
    """It does unless it is the site's: a link, a word or two, or above a lower one that a title of the page has."""
    found = places(f"{html}<div><div>{PARAGRAPHS}</div></div>")
    assert any("heading" in place for place in found.values()) is told


def test_the_heading_that_is_a_title_heads_the_article() -> None:
    """Above it the first may be the site's slogan, and among the paragraphs a lower one may repeat it."""
    found = read_html(
        "<meta property=og:title content='سوق السمك يفتح أبوابه'><h1>كل أخبار المرفأ والبحر</h1>"
        f"<h3>سوق السمك يفتح أبوابه</h3><div><div>{PARAGRAPHS}</div></div><h4>سوق السمك يفتح أبوابه</h4>"
    )
    told = [number for number, place in enumerate(found.places) if "heading" in place]
    assert told == [1]


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<a href=/1>طقس معتدل</a>", ("linked",)),
        ("<a href=#first>بداية العمل</a>", ("linked", "anchored")),
        ("<a href=#>بداية العمل</a>", ("linked",)),
        (
            "<a href=/t/1 rel='category tag'>سوق</a> / <a href=/t/2 rel=tag>سمك</a>, <a href=/3 rel=tag>بحر</a>",
            "tagged",
        ),
        ("<a href=/t/1 rel=tag>سوق السمك</a>, <a href=/1>طقس معتدل</a>", ("linked",)),
        ("كل ما قيل عن <a href=/t/1 rel=tag>السوق</a>", ()),
    ],
)
def test_links_tell_where_they_lead(html: str, told: Place | str) -> None:
    """A line of links within the page is told from one of tags, and both from other links; delimiters are no text."""
    [place] = read_html(f"<p>{html}").places
    assert place == (("linked", told) if isinstance(told, str) else told)


def test_a_heading_tells_the_sites_name_in_the_title() -> None:
    """What the page's title has beside the heading is the name of the site."""
    html = f"<title>سوق السمك يفتح أبوابه - جريدة المرفأ</title><h1>سوق السمك يفتح أبوابه</h1><div>{PARAGRAPHS}</div>"
    witness = read_html(html).witness
    assert (witness.headline, witness.publisher) == ("سوق السمك يفتح أبوابه", "جريدة المرفأ")


def test_places_take_linear_time() -> None:
    """A thousand elements within one another, and a hundred thousand beside one another, are read at once."""
    deep = "<div>" * 900 + FIRST + "</div>" * 900
    wide = f"<div><div>{FIRST}</div></div>" * 2_000
    assert len(read_html(deep + wide).places) == 2_001
    assert len(read_html(deep.replace(FIRST, wide)).places) == 2_000
