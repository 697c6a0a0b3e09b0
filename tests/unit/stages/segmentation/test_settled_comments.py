"""Readers' comments below an article."""

from collections.abc import Callable

import pytest

from tests.council import BRIDGE, HEAD, LAST, LEAD, MORE, MUSEUM, lines

Kinds = Callable[[str], list[tuple[str, str]]]

ARTICLE = (HEAD, LEAD, MORE, LAST)
PRAISE = "كلام جميل، لكن شارعنا محفور منذ خمس سنوات ولم يمر به أحد من المجلس حتى اليوم، فمتى يأتي دورنا؟"
DOUBT = "وأين ذهبت أموال السنة الماضية؟ نطالب بلجنة تحقيق."
WORDPRESS = ("سعاد يقول:", "3 نوفمبر، 2025 الساعة 8:15 م", PRAISE, "رد")
TRANSLATED = ("يقول أبو سالم:", "2025/11/04 الساعة 9:00 ص", DOUBT, "رد")
BLOGGER = ("غير معرف3 نوفمبر 2025 في 8:15 م", PRAISE, "ردحذف")


@pytest.mark.parametrize(
    "comments",
    [
        ("تعليقان", *WORDPRESS, *TRANSLATED),
        (f"رد واحد على “{HEAD}”", *TRANSLATED),
        ("هناك تعليق واحد:", *BLOGGER, "إضافة تعليق"),
        WORDPRESS,
    ],
    ids=["counted", "answers counted", "blogger", "bare"],
)
def test_what_readers_wrote_is_none_of_the_article(kinds: Kinds, comments: tuple[str, ...]) -> None:
    """From what counts the comments, or the first reader's name with a date, down to the page's end."""
    assert kinds(lines(*ARTICLE, *comments))[4:] == [("boilerplate", text) for text in comments]


def test_a_list_below_the_comments_stays_one(kinds: Kinds) -> None:
    """Its label ends them."""
    found = kinds(lines(*ARTICLE, *WORDPRESS, "مقالات ذات صلة", BRIDGE, MUSEUM))
    assert ("boilerplate", PRAISE) in found
    assert found[-3:] == [("related_label", "مقالات ذات صلة"), ("related_item", BRIDGE), ("related_item", MUSEUM)]


def test_whom_the_article_lets_speak_is_no_reader(kinds: Kinds) -> None:
    """Without a date below the name, what follows it is the article's."""
    found = kinds(lines(HEAD, LEAD, MORE, "سعاد يقول:", PRAISE, LAST))
    assert [text for kind, text in found if kind == "paragraph"] == [LEAD, MORE, "سعاد يقول:", PRAISE, LAST]
