"""Pages that hold nothing but lists, buttons or an error: no text on them is an article of theirs."""

from collections.abc import Callable

import pytest

from schemas.document import Role
from tests.council import BRIDGE, BRIDGE_LEAD, HEAD, LAST, LEAD, MORE, MUSEUM, MUSEUM_LEAD, lines
from workers.stages.page import Page

Segmenter = Callable[[str], Page]
TITLES = (
    "أمطار غزيرة على الساحل غدا",
    "المنتخب يفوز بثلاثة أهداف",
    "افتتاح سوق جديد في المدينة",
    "وزير النقل يتفقد الطريق الدائري",
    "أسعار الذهب تتراجع قليلا",
    "طلاب الجامعة ينظفون الشاطئ",
)


def own(page: Page) -> list[str]:
    """Give the paragraphs of a page's own article."""
    return [page.text[p.start : p.end] for d in page.documents if d.role is Role.ARTICLE for p in d.paragraphs]


def has_article(page: Page) -> bool:
    """Say whether a page has an article of its own."""
    return any(each.role is Role.ARTICLE for each in page.documents)


@pytest.mark.parametrize("button", ["", " اقرأ المزيد", " المزيد"])
def test_texts_that_are_all_cut_off_below_lines_of_their_own_are_a_list_s(segment: Segmenter, button: str) -> None:
    """The last one may end where the capture does, and a button may stand behind the dots."""
    cut = [f"{text[:-20]}...{button}" for text in (BRIDGE_LEAD, MUSEUM_LEAD)]
    page = segment(lines(BRIDGE, cut[0], MUSEUM, cut[1], HEAD, LEAD[:-15]))
    assert own(page) == []


def test_a_columnist_s_paragraphs_may_all_end_in_dots(segment: Segmenter) -> None:
    """Below one headline they follow each other without lines of their own between them."""
    texts = [f"{text[:-1]}..." for text in (LEAD, MORE, LAST)]
    assert own(segment(lines(HEAD, "بقلم سامي كمال", *texts))) == texts


@pytest.mark.parametrize(
    "title", ["نتائج البحث عن: ميزانية", "Tag Archives: ميزانية", "أرشيف الكاتب سامي كمال", "أرشيف يوم: 8 آذار 2015"]
)
def test_below_a_list_s_title_no_text_is_the_page_s_own(segment: Segmenter, title: str) -> None:
    """What would be an article is the beginning of another page's."""
    assert own(segment(lines(title, HEAD, LEAD, MORE))) == []
    assert own(segment(lines(HEAD, LEAD, MORE))) == [LEAD, MORE]


@pytest.mark.parametrize("button", ["اقرأ المزيد", "المزيد", "متابعة القراءة"])
def test_texts_with_the_same_button_below_each_are_a_lists(segment: Segmenter, button: str) -> None:
    """The button leads to the rest; promos inside an article have it as their label."""
    listed = [
        line
        for title, text in ((BRIDGE, BRIDGE_LEAD), (MUSEUM, MUSEUM_LEAD), (HEAD, LEAD))
        for line in (title, text, button)
    ]
    assert not has_article(segment(lines(*listed)))
    assert own(segment(lines(HEAD, LEAD, button, BRIDGE, MORE, button, MUSEUM, LAST)))


@pytest.mark.parametrize("dated_first", [True, False])
def test_texts_below_a_headline_and_a_date_each_are_a_lists(segment: Segmenter, *, dated_first: bool) -> None:
    """An article's date stands but once, above its first paragraph."""
    heads = [(BRIDGE, "9 نوفمبر 2025"), (MUSEUM, "8 نوفمبر 2025"), (HEAD, "7 نوفمبر 2025")]
    texts = (BRIDGE_LEAD, MUSEUM_LEAD, LEAD)
    listed = [
        line for head, text in zip(heads, texts, strict=True) for line in (*(head[::-1] if dated_first else head), text)
    ]
    assert not has_article(segment(lines(*listed)))
    assert own(segment(lines(*heads[2], LEAD, MORE, LAST))) == [LEAD, MORE, LAST]


@pytest.mark.parametrize("mark", ["-", "•"])
def test_texts_with_the_same_mark_above_each_are_a_lists(segment: Segmenter, mark: str) -> None:
    """The first one, too; below an article's text marks part its points, and what goes on is one article's."""
    texts = [f"{BRIDGE} {BRIDGE_LEAD}", f"{MUSEUM} {MUSEUM_LEAD}", f"{HEAD} {LEAD}"]
    assert not has_article(segment(lines(*(each for text in texts for each in (mark, text)))))
    assert has_article(segment(lines(*[each for text in texts for each in (mark, text)][1:], mark)))
    assert has_article(segment(lines(mark, LEAD, mark, MORE, mark, LAST)))


def test_texts_with_a_headline_and_the_same_line_above_each_are_a_list_s(segment: Segmenter) -> None:
    """A section's name or an icon's recurs with each item; a promo's label does so in an article, too."""
    texts = ((BRIDGE, BRIDGE_LEAD), (MUSEUM, MUSEUM_LEAD), (HEAD, LEAD))
    assert not has_article(segment(lines(*(line for text in texts for line in ("استمع الآن", *text)))))
    promos = [
        line for (title, _), text in zip(texts, (LEAD, MORE, LAST), strict=True) for line in (text, "اقرأ أيضا", title)
    ]
    assert own(segment(lines(HEAD, *promos)))


@pytest.mark.parametrize("title", ["من نحن", "سياسة الخصوصية", "Contact us"])
def test_what_a_site_tells_of_itself_is_no_article(segment: Segmenter, title: str) -> None:
    """Such a title opens the page; as a menu's last item above an article's lead it says nothing."""
    told = "صحيفة يومية مستقلة تصدر منذ ربع قرن، وتلتزم الدقة في ما تنقله من أخبار المنطقة وتحليلاتها."
    assert not has_article(segment(lines(title, told)))
    assert own(segment(lines("الرئيسية", "رياضة", "ثقافة", title, LEAD, MORE))) == [LEAD, MORE]


def test_headlines_may_be_as_long_as_a_text(segment: Segmenter) -> None:
    """Without a comma, a stop or a lead's verb they are headlines, if more of the page's are shorter."""
    long = "وزير النقل يتفقد أعمال توسعة الطريق الدائري ويوجه بالانتهاء منها قبل حلول الشتاء"
    assert not has_article(segment(lines(*TITLES, long)))


@pytest.mark.parametrize("between", ["رياضة", "سياسة"])
def test_headlines_without_a_text_are_no_article(segment: Segmenter, between: str) -> None:
    """Sections with headlines below them have no paragraph, whatever stands first."""
    assert not has_article(segment(lines(*(line for title in TITLES for line in (between, title)))))


@pytest.mark.parametrize(
    "error",
    [
        "الصفحة غير موجودة\nربما تم حذف الصفحة التي تحاول الوصول إليها أو تغيير رابطها منذ زيارتك الأخيرة.",
        "عفوا، الصفحة المطلوبة لم تعد هنا\nيمكنك العودة إلى الصفحة الرئيسية أو البحث عما تريده في الخانة أعلاه.",
        "404\nعذرا، الصفحة التي تبحث عنها غير موجودة",
        "Just a moment...\nThis site needs to review the security of your connection before proceeding to the page.",
    ],
)
def test_what_an_error_says_is_no_article(segment: Segmenter, error: str) -> None:
    """A server's excuse is nobody's news."""
    assert not has_article(segment(error))
