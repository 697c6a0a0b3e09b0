"""Lines that stand on several pages of a source beside different articles are its furniture."""

from collections.abc import Callable

import pytest

from schemas.enriched_page import EnrichedPage
from schemas.segment import SegmentKind
from schemas.source_profile import MOST_CANDIDATES, MOST_LINES, SourceProfile
from workers.profiles.furniture import Standing, line_key
from workers.profiles.knowledge import knowledge_of
from workers.profiles.learning import Learner, learn

MakePage = Callable[..., EnrichedPage]

MENU = ("الرئيسية سياسة اقتصاد", SegmentKind.BOILERPLATE)
ABOUT = ("تأسست صحيفتنا قبل أعوام كثيرة لتروي أخبار المدينة كما هي.", SegmentKind.PARAGRAPH)
LABEL = ("اقرأ أيضا:", SegmentKind.RELATED_LABEL)


def taught(pages: list[EnrichedPage]) -> SourceProfile:
    """Learn from pages one after the other."""
    learner = Learner("site.example")
    for page in pages:
        learner.learn(page)
    return learner.profile()


def standing(profile: SourceProfile, line: str) -> Standing | None:
    """Look a line up as the stages do."""
    return knowledge_of(profile).lines.get(line_key(line))


def test_a_line_beside_three_articles_is_furniture(make_page: MakePage) -> None:
    """What was judged to be the page's own is sure beside the third article, and not before."""
    pages = [make_page(number, [MENU]) for number in range(3)]
    assert standing(taught(pages[:2]), MENU[0]) is None
    assert standing(taught(pages), MENU[0]) is Standing.FURNITURE


def test_a_paragraph_that_recurs_is_furniture_whatever_it_was_judged(make_page: MakePage) -> None:
    """A wrong judgement, however often it is repeated, does not outvote that the line stands beside other articles."""
    profile = taught([make_page(number, [ABOUT]) for number in range(6)])
    assert standing(profile, ABOUT[0]) is Standing.TEXT


def test_a_label_stays_a_label(make_page: MakePage) -> None:
    """A label that recurs is known as a label: what follows it still begins there."""
    assert standing(taught([make_page(number, [LABEL]) for number in range(5)]), LABEL[0]) is Standing.LABEL


@pytest.mark.parametrize("kind", [SegmentKind.BYLINE, SegmentKind.CREDIT, SegmentKind.CAPTION, SegmentKind.PROMO])
def test_what_belongs_to_an_article_is_no_furniture(make_page: MakePage, kind: SegmentKind) -> None:
    """An author, a source, a caption recur and say something all the same."""
    profile = taught([make_page(number, [("كتب سمير الحداد", kind)]) for number in range(5)])
    assert standing(profile, "كتب سمير الحداد") is Standing.FIXED


def test_a_ticker_of_one_day_is_no_furniture(make_page: MakePage) -> None:
    """A headline that stands on every page of a day or a week is another article's; what stays for weeks is not."""
    item = ("الجسر الجديد يفتح أمام السيارات", SegmentKind.RELATED_ITEM)
    week = [make_page(number, [item], day=number // 20) for number in range(140)]
    months = [make_page(number, [item], day=number) for number in range(40)]
    assert standing(taught(week), item[0]) is None
    assert standing(taught(months), item[0]) is Standing.TEXT


def test_a_rubrics_title_is_no_furniture(make_page: MakePage) -> None:
    """A headline that comes once a hundred articles stays a headline."""
    title = ("حالة الطقس في المدن", SegmentKind.PARAGRAPH)
    pages = [make_page(number, [title] if number % 100 == 0 else []) for number in range(900)]
    assert standing(taught(pages), title[0]) is None


def test_only_different_articles_count(make_page: MakePage) -> None:
    """Revisions, copies and captures of one article prove nothing, nor does a line that one page repeats."""
    again = [make_page(number, [MENU], article=7) for number in range(10)]
    thrice = [make_page(0, [MENU, MENU, MENU, MENU])]
    assert standing(taught(again), MENU[0]) is None
    assert standing(taught(thrice), MENU[0]) is None


def test_the_same_page_twice_counts_once(make_page: MakePage) -> None:
    """A page that is delivered again changes nothing: not the counts, not the version."""
    pages = [make_page(number, [MENU]) for number in range(8)]
    once = taught(pages)
    assert taught([*pages, *pages]) == once
    assert learn(once, pages[3]) is once


def test_numbers_in_a_line_may_change(make_page: MakePage) -> None:
    """`12 تعليقا` and `3 تعليقا` are one line, in Indic digits too."""
    pages = [make_page(number, [(f"{number + 1} تعليقا", SegmentKind.BOILERPLATE)]) for number in range(4)]
    assert standing(taught(pages), "٩٩ تعليقا") is Standing.FURNITURE


def test_a_page_without_an_article_teaches_nothing(make_page: MakePage) -> None:
    """A list of headlines has no article that a line could stand beside."""
    pages = [make_page(number, [MENU]).model_copy(update={"documents": ()}) for number in range(5)]
    assert taught(pages).articles == 0


def test_a_profile_is_bounded(make_page: MakePage) -> None:
    """However many lines come, a profile keeps so many of them; the frequent ones stay."""
    pages = [
        make_page(
            number, [MENU, *((f"سطر {chr(0x628 + at)}{number // 2:x}ك", SegmentKind.BOILERPLATE) for at in range(20))]
        )
        for number in range(300)
    ]
    profile = taught(pages)
    assert len(profile.lines) == MOST_LINES
    assert len(profile.candidates) <= MOST_CANDIDATES * 8
    assert standing(profile, MENU[0]) is Standing.FURNITURE


def test_lines_not_seen_for_long_give_way(make_page: MakePage) -> None:
    """After a new design the old one's lines are the first to go."""
    old = [(f"قديم {chr(0x628 + at // 16)}{chr(0x628 + at % 16)}", SegmentKind.BOILERPLATE) for at in range(150)]
    new = [(f"جديد {chr(0x628 + at // 16)}{chr(0x628 + at % 16)}", SegmentKind.BOILERPLATE) for at in range(150)]
    pages = [make_page(number, old, day=number) for number in range(20)]
    pages += [make_page(number, new, day=number + 100) for number in range(20, 24)]
    profile = taught(pages)
    assert all(standing(profile, line) is Standing.FURNITURE for line, _ in new)
    assert len(profile.lines) == MOST_LINES


def test_what_was_judged_in_two_ways_is_no_texts_and_no_more(make_page: MakePage) -> None:
    """A name that is now a credit, now the masthead's, stays what its page makes of it."""
    kinds = [SegmentKind.CREDIT, SegmentKind.BOILERPLATE, SegmentKind.BOILERPLATE]
    profile = taught([make_page(number, [("صحيفة الواحة", kinds[number % 3])]) for number in range(30)])
    assert standing(profile, "صحيفة الواحة") is Standing.FIXED


def test_a_publishers_name_is_no_furniture(make_page: MakePage) -> None:
    """A name that articles give as their publisher may be a credit on the next page, whatever it was so far."""
    line = ("صحيفة الواحة", SegmentKind.BOILERPLATE)
    named = taught(
        [make_page(number, [line], publisher="صحيفة الواحة" if number < 2 else None) for number in range(30)]
    )
    other = taught([make_page(number, [line]) for number in range(30)])
    assert standing(named, line[0]) is Standing.FIXED
    assert standing(other, line[0]) is Standing.FURNITURE
