"""Other articles' beginnings within the page's own."""

from collections.abc import Callable

import pytest

from schemas.document import Role
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
