"""Keyword lines, with delimiters and without."""

from functools import partial

import pytest

from tests.calls import calls_of
from workers.stages.metadata.keywords import read_keywords
from workers.stages.metadata.keywords.undelimited import split_tags
from workers.stages.metadata.quote import Quote


def tags_of(line: str, evidence: list[str]) -> list[str]:
    """Cut a line and give its tags' words."""
    return [line[tag.start : tag.end] for tag in split_tags(line, evidence)]


@pytest.mark.parametrize(
    ("lines", "keywords"),
    [
        (["الوسوم: مصر، السودان، سد النهضة"], ("مصر", "السودان", "سد النهضة")),
        (["كلمات مفتاحية: اقتصاد - نفط - أوبك"], ("اقتصاد", "نفط", "أوبك")),
        (["الكلمات الدالة : البنك الدولي | ديون"], ("البنك الدولي", "ديون")),
        (["كلمات البحث :نفط;غاز;طاقة"], ("نفط", "غاز", "طاقة")),
        (["TAGS: oil, gas"], ("oil", "gas")),
        (["#سد_النهضة #مصر"], ("سد النهضة", "مصر")),
        (["#سد النهضة", "#مصر"], ("سد النهضة", "مصر")),
        (["الوسوم", "مصر", "سد النهضة"], ("مصر", "سد النهضة")),
        (["الوسوم: مصر، مصر ، السودان"], ("مصر", "السودان")),
        (["كلمات دلالية: مصر"], ("مصر",)),
        (["الوسوم:"], ()),
        (["الدلالات:"], ()),
        (["الدلالات", "مصر", "سد النهضة"], ("مصر", "سد النهضة")),
        (["كلمات مفتاحية", "مصر، سد النهضة"], ("مصر", "سد النهضة")),
        (["كلمات مفتاحية #سد_النهضة #مصر"], ("سد النهضة", "مصر")),
        (["الوسم: مصر؛ سد النهضة"], ("مصر", "سد النهضة")),
        (["مواضيع ذات علاقة بالخبر : سد النهضة"], ("سد النهضة",)),
        (["الوسوم", "العلامات التجارية", "نفط"], ("العلامات التجارية", "نفط")),
        ([], ()),
    ],
)
def test_delimited_tags(lines: list[str], keywords: tuple[str, ...]) -> None:
    """Tags are cut at the strongest delimiter of their line, each once, without the label."""
    assert tuple(each.value for each in read_keywords(list(map(Quote, lines)), [])) == keywords


@pytest.mark.parametrize(
    "tags",
    [
        ["سد النهضة", "السودان", "مصر"],
        ["أخبار السودان", "أسلحة ومعدات", "الخرطوم", "قوات الدعم السريع", "وزارة الخارجية المصرية"],
        ["الأمم المتحدة", "اليمن", "صنعاء"],
        ["أوكرانيا", "الاتحاد الأوروبي", "بروكسل", "عقوبات اقتصادية"],
        ["وزارة الدفاع الأمريكية", "بغداد", "طهران"],
        ["تويتر Twitter", "واشنطن"],
    ],
)
def test_tags_are_found_by_form_order_and_known_names(tags: list[str]) -> None:
    """Without delimiters and without the page's help, conjunctions, adjectives, heads and names show the cuts."""
    assert tags_of(" ".join(tags), []) == tags


def test_the_pages_own_phrases_show_the_cuts() -> None:
    """A phrase that the text or a related headline holds is a tag, whatever the line's order."""
    text = "انطلقت مناورات النسر الذهبي في صحراء النقب بمشاركة سلاح المدفعية الثقيلة"

    tags = tags_of("سلاح المدفعية الثقيلة مناورات النسر الذهبي صحراء النقب", [text])

    assert tags == ["سلاح المدفعية الثقيلة", "مناورات النسر الذهبي", "صحراء النقب"]


def test_a_clitic_in_the_text_hides_no_phrase() -> None:
    """`للبنك الزراعي` in the text is the tag `البنك الزراعي`."""
    assert tags_of("زيت الزيتون البنك الزراعي", ["قروض جديدة للبنك الزراعي لدعم زيت الزيتون"]) == [
        "زيت الزيتون",
        "البنك الزراعي",
    ]


def test_a_doubtful_line_stays_whole() -> None:
    """Words that nothing speaks for cutting stay one tag."""
    assert tags_of("نسيم عليل", []) == ["نسيم عليل"]


def test_nothing_is_added_or_lost() -> None:
    """The tags hold the line's words, all of them and in order."""
    line = "وزارة ، الصحة (تونس) 2024 وال COVID 19 من في ـ"

    assert " ".join(tags_of(line, ["تونس"])).split() == line.split()


def test_running_text_is_no_tags() -> None:
    """A line of more words than any list of tags has gives none, and a text of any length costs next to nothing."""
    line = "وزارة الصحة تونس " * 100_000

    assert tags_of(line, []) == []
    assert calls_of(lambda: tags_of(line, [])) < 100


def test_work_grows_with_the_text() -> None:
    """Eight times the page's text takes about eight times the calls."""
    few, many = (calls_of(partial(tags_of, "وزارة الصحة تونس", ["وزارة الصحة " * count])) for count in (2_000, 16_000))

    assert many < 10 * few
