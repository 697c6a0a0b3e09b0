"""What keyword lines teach: tags, words side by side, order."""

from collections.abc import Callable

import pytest

from schemas.enriched_page import EnrichedPage
from schemas.source_profile import MOST_PAIRS, MOST_TAGS, MOST_WORDS, TALLY_BYTES
from workers.arabic.words import word_key
from workers.profiles.knowledge import KeywordOrder, Vocabulary, knowledge_of
from workers.profiles.learning import Learner

MakePage = Callable[..., EnrichedPage]


def vocabulary(pages: list[EnrichedPage]) -> Vocabulary:
    """Learn from pages; give what they taught of keywords."""
    learner = Learner("site.example")
    for page in pages:
        learner.learn(page)
    known = knowledge_of(learner.profile()).vocabulary
    assert known is not None
    return known


def test_tags_and_pairs_are_counted_by_line(make_page: MakePage) -> None:
    """A tag counts once a line, under its folded words; its words count as side by side."""
    tags = ("سد النهضة", "مصر")
    known = vocabulary([make_page(number, keywords=tags, keyword_line="سد النهضة مصر") for number in range(4)])
    assert known.seen(("سد", "النهضه")) == known.seen(("مصر",)) == known.lines_with("سد") == 4
    assert known.lines_with_pair("سد", "النهضه") == 4
    assert known.lines_with_pair("النهضه", "مصر") == 4


@pytest.mark.parametrize("line", ["سد النهضة، مصر", "#سد_النهضة #مصر", "سد النهضة\nمصر", None])
def test_what_marks_part_is_not_side_by_side(make_page: MakePage, line: str | None) -> None:
    """Across a comma, a hash, a line's end, or the fields of markup, words are no neighbours."""
    known = vocabulary([make_page(1, keywords=("سد النهضة", "مصر"), keyword_line=line)])
    assert known.lines_with_pair(word_key("سد"), word_key("النهضة")) == 1
    assert known.lines_with_pair(word_key("النهضة"), word_key("مصر")) == 0


@pytest.mark.parametrize(
    ("tags", "order"),
    [
        (("أسعار", "اقتصاد", "إيران"), (KeywordOrder.LETTERS,)),
        (("أسعار", "إيران", "اقتصاد"), (KeywordOrder.CODE_POINTS,)),
        (("أخبار", "تونس", "مصر"), (KeywordOrder.LETTERS, KeywordOrder.CODE_POINTS)),
        (("مصر", "أخبار", "تونس"), (KeywordOrder.NONE,)),
    ],
)
def test_a_sources_order_is_known_after_some_lines(
    make_page: MakePage, tags: tuple[str, ...], order: tuple[KeywordOrder, ...]
) -> None:
    """Lines of three tags or more tell whether a source sorts, and how; a few of them do not."""
    pages = [make_page(number, keywords=tags, keyword_line="، ".join(tags)) for number in range(9)]
    assert vocabulary(pages[:3]).orders == tuple(KeywordOrder)
    assert vocabulary(pages).orders == order


def test_lines_of_two_tags_tell_no_order(make_page: MakePage) -> None:
    """Two tags stand in order every other time, whoever wrote them."""
    pages = [make_page(number, keywords=("أخبار", "تونس"), keyword_line="أخبار، تونس") for number in range(20)]
    assert vocabulary(pages).orders == tuple(KeywordOrder)


def test_keywords_are_bounded_and_the_frequent_ones_stay(make_page: MakePage) -> None:
    """Where tags grow too many, the rare ones are forgotten, and with them their words and pairs."""
    learner = Learner("site.example")
    for number in range(700):
        rare = tuple(f"نادر{number}ن{at} ثان{number}" for at in range(4))
        learner.learn(make_page(number, keywords=("سد النهضة", *rare), keyword_line=" ".join(("سد النهضة", *rare))))
    profile = learner.profile()
    assert len(profile.keywords.tags) <= MOST_TAGS
    assert len(profile.keywords.words) <= MOST_WORDS * TALLY_BYTES
    assert len(profile.keywords.pairs) <= MOST_PAIRS * TALLY_BYTES
    assert profile.keywords.tags[0].name == "سد النهضه"
    assert profile.keywords.tags[0].seen > 50
