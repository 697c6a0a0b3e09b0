"""Decisions: what a document is, for the edits that newsrooms and other sites make."""

from collections.abc import Callable
from itertools import permutations

import pytest

from schemas.dedupe import Decision, Dedupe
from schemas.document import Role
from workers.stages.dedupe.decision import MAX_LINKS, Relation, decide, story_id_of

Prose = Callable[[int, int], str]
Related = Callable[..., Decision | None]

TEASER_OF_ARTICLE = (Role.TEASER, Role.ARTICLE)


def respell(text: str) -> str:
    """Write a text as another site would, without changing a word."""
    for old, new in (("ه ", "ة "), ("ي ", "ى "), ("و", "ؤ")):
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("copied", [False, True])
@pytest.mark.parametrize("dateline", ["", "عاجل مراسلنا في القاهرة "])
def test_the_same_text_is_a_copy(prose: Prose, relation: Related, dateline: str, *, copied: bool) -> None:
    """The same text again is a duplicate at its publisher and a republication elsewhere, however it is spelled."""
    again = dateline + respell(prose(150, 1))
    expected = Decision.REPUBLICATION if copied else Decision.DUPLICATE
    assert relation(again, prose(150, 1), copied=copied) is expected


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda words: words[:60] + words[75:], id="sentence dropped"),
        pytest.param(lambda words: [*words, "وأكد", "المصدر", "ذلك", "لاحقا"], id="sentence added"),
        pytest.param(lambda words: [*words[:20], "16", *words[21:]], id="figure changed"),
        pytest.param(lambda words: words[:75] + [f"جديد{n}ة" for n in range(40)] + words[75:], id="paragraph inserted"),
    ],
)
def test_an_edit_is_a_revision(prose: Prose, relation: Related, edit: Callable[[list[str]], list[str]]) -> None:
    """What an editor changes makes a revision, even one figure."""
    words = prose(150, 1).split()
    words[20] = "15"
    assert relation(" ".join(edit(words)), " ".join(words)) is Decision.REVISION


def test_a_new_headline_is_a_revision(prose: Prose, relation: Related) -> None:
    """A publisher that replaces the headline has edited the article; one that only lacks it on a copy has not."""
    body = prose(150, 1)
    first, second = "افتتاح ثلاثة مراكز للتدريب", "الوزارة تعلن خطة جديدة"
    assert relation(body, body, headlines=(second, first)) is Decision.REVISION
    assert relation(body, body, headlines=(None, first)) is Decision.DUPLICATE
    assert relation(body, body, headlines=(first, first)) is Decision.DUPLICATE


@pytest.mark.parametrize("words", [20, 30, 60, 100, 280])
@pytest.mark.parametrize("dateline", ["", "مراسلنا في الجنوب "])
def test_a_prefix_is_a_teaser(prose: Prose, relation: Related, words: int, dateline: str) -> None:
    """A beginning of any usual length, cut in mid-word, is the teaser of its article, and the article fulfils it."""
    article = prose(400, 1)
    teaser = dateline + respell(" ".join(article.split()[:words]))[:-2]
    assert relation(teaser, article, roles=TEASER_OF_ARTICLE) is Decision.TEASER_OF
    assert relation(article, teaser, roles=(Role.ARTICLE, Role.TEASER)) is Decision.FULFILS_TEASER
    assert relation(teaser, teaser, roles=(Role.TEASER, Role.TEASER)) is Decision.REPEAT_TEASER


@pytest.mark.parametrize(
    ("headline", "expected"),
    [("افتتاح ثلاثة مراكز للتدريب", Decision.TEASER_OF), ("عاجل", None), (None, None)],
)
def test_a_teaser_of_few_words_needs_its_headline(
    prose: Prose, relation: Related, headline: str | None, expected: Decision | None
) -> None:
    """Eight words are a teaser under the article's headline; without it, or under a word for anything, a phrase."""
    article = prose(200, 1)
    teaser = " ".join(article.split()[:8])
    assert relation(teaser, article, roles=TEASER_OF_ARTICLE, headlines=(headline, headline)) is expected


def test_a_quotation_is_no_relation(prose: Prose, relation: Related) -> None:
    """Articles that share a paragraph of background, or a passage late in a digest, tell different things."""
    background = prose(40, 9)
    assert relation(f"{prose(100, 1)} {background}", f"{prose(100, 2)} {background}") is None
    assert relation(background, f"{prose(100, 2)} {background}", roles=TEASER_OF_ARTICLE) is None


def test_a_series_with_a_stock_opening_stays_apart(prose: Prose, relation: Related) -> None:
    """A daily column's stock opening does not make its instalments one story."""
    opening = prose(18, 9)
    assert relation(f"{opening} {prose(12, 1)}", f"{opening} {prose(150, 2)}", roles=TEASER_OF_ARTICLE) is None


TEMPLATES = (
    (
        "تتوقع الأرصاد اليوم طقسا معتدلا على السواحل الشمالية وتسجل الحرارة في العاصمة {} درجة والصغرى {} وفي الجنوب "
        "{} درجة والصغرى {} وتبلغ سرعة الرياح {} كيلومترا في الساعة ونسبة الرطوبة {} بالمئة بحسب النشرة اليومية للهيئة"
    ),
    (
        "سجل الدولار اليوم في البنوك {} للشراء و {} للبيع فيما بلغ سعر اليورو {} للشراء و {} للبيع وسجل الذهب من عيار "
        "واحد وعشرين {} للغرام الواحد وأغلق المؤشر الرئيسي للبورصة عند {} نقطة في ختام التعاملات"
    ),
    (
        "انتهت الجولة بفوز الفريق الأول {} مقابل {} وتعادل الفريق الثاني {} مقابل {} ليرفع المتصدر رصيده إلى {} "
        "نقطة ويبقى الوصيف عند {} نقطة في ترتيب الدوري الممتاز قبل جولات من نهاية الموسم"
    ),
)


@pytest.mark.parametrize("template", TEMPLATES, ids=["weather", "markets", "scores"])
@pytest.mark.parametrize("copied", [False, True])
@pytest.mark.parametrize("roles", [(Role.ARTICLE, Role.ARTICLE), TEASER_OF_ARTICLE, (Role.TEASER, Role.TEASER)])
def test_a_template_with_other_numbers_is_news(
    template: str, relation: Related, roles: tuple[Role, Role], *, copied: bool
) -> None:
    """Weather, markets and scores of two days are two stories, under the same headline too."""
    today, tomorrow = template.format(*range(11, 17)), template.format(*range(31, 37))
    headlines = ("النشرة اليومية الكاملة", "النشرة اليومية الكاملة")
    assert relation(tomorrow, today, roles=roles, copied=copied, headlines=headlines) is None
    assert relation(today, today, roles=roles, copied=copied, headlines=headlines) is not None


def test_one_figure_of_many_is_a_revision_still(relation: Related) -> None:
    """A template is known by numbers that disagree, not by numbers that are many."""
    earlier = TEMPLATES[0].format(*range(11, 17))
    assert relation(earlier.replace("13", "40"), earlier) is Decision.REVISION


def relation_to(kind: Decision, name: str, *, captured_us: int = 0, story: str = "s") -> Relation:
    """Make a tie to an earlier document."""
    return Relation(kind=kind, document_id=name, story_id=story, captured_us=captured_us, score=1)


def test_without_ties_a_document_begins_a_story() -> None:
    """Nothing found: new, under the id that the document gives."""
    assert decide("d", [], begins="own") == Dedupe(decision=Decision.NEW, story_id="own")


def test_the_article_wins_over_its_teaser() -> None:
    """With an earlier article and an earlier teaser, the article decides and both are linked, in any order."""
    ties = [
        relation_to(Decision.FULFILS_TEASER, "teaser", captured_us=1, story="a"),
        relation_to(Decision.REPUBLICATION, "copy", captured_us=2, story="b"),
        relation_to(Decision.REVISION, "own", captured_us=3, story="c"),
    ]
    results = {decide("d", order, begins="own").model_dump_json() for order in permutations(ties)}
    assert len(results) == 1
    result = Dedupe.model_validate_json(results.pop())
    assert (result.decision, result.story_id) == (Decision.REVISION, "c")
    assert [link.document_id for link in result.links] == ["own", "copy", "teaser"]


def test_the_earliest_of_a_kind_gives_the_story() -> None:
    """Where two stories turn out to be one, later documents join the older one."""
    ties = [
        relation_to(Decision.FULFILS_TEASER, "late", captured_us=9, story="late"),
        relation_to(Decision.FULFILS_TEASER, "early", captured_us=1, story="early"),
    ]
    assert decide("d", ties, begins="own").story_id == "early"


def test_a_document_is_never_linked_to_itself() -> None:
    """A page that changed under its id is a revision of itself, in its old story, without a link to itself."""
    result = decide("d", [relation_to(Decision.REVISION, "d")], begins="own")
    assert result == Dedupe(decision=Decision.REVISION, story_id="s")


def test_links_are_bounded_and_every_story_keeps_one() -> None:
    """Of many copies of one story and one of another, the other is still linked."""
    ties = [relation_to(Decision.REPUBLICATION, f"{n:03}", captured_us=n) for n in range(40)]
    ties.append(relation_to(Decision.FULFILS_TEASER, "teaser", story="other"))
    links = decide("d", ties, begins="own").links
    assert len(links) == MAX_LINKS
    assert links[-1].document_id == "teaser"


def test_a_story_id_is_deterministic_and_follows_the_content() -> None:
    """The same document begins the same story; an exchanged text under the same id begins another."""
    assert story_id_of("d", b"text") == story_id_of("d", b"text")
    assert story_id_of("d", b"text") != story_id_of("d", b"other")
