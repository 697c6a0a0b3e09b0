"""Leads: how articles begin, and how they go on."""

from collections.abc import Callable

import pytest

from workers.stages.page import Page
from workers.stages.segmentation.leads import goes_on, opens_article
from workers.stages.segmentation.lines import may_be_title

REST = " خطة جديدة لصيانة الجسور القديمة في المحافظات الجنوبية، على أن تبدأ الأعمال مطلع العام المقبل."


@pytest.mark.parametrize(
    "opening",
    [
        "أعلنت وزارة النقل",
        "القاهرة - ناقش المجلس",
        "بيروت (رويترز) اعتمد المجلس",
        "مسقط في 7 مايو / العمانية / ناقش المجلس",
        "تل الرمان 7-5-2024 (سونا) تفقد الوالي",
        "سلّم وزير النقل",
        "القاهرة ـ ناقش المجلس",
    ],
)
def test_a_lead_opens_with_its_verb_or_where_it_was_written(opening: str) -> None:
    """Verbs of the lexicon, vowelled or not, and places or sources with a divider, or a day and one, behind them do."""
    assert opens_article(opening + REST)


@pytest.mark.parametrize(
    "opening",
    ["جاء ذلك في بيان عن", "وأعلنت الوزارة", "من جهته عرض الوزير", "الخطة الأولى - وهي", "الخطة 3 (وهي جديدة)"],
)
def test_a_further_paragraph_opens_otherwise(opening: str) -> None:
    """It goes back to what is above, goes on with `and`, or names neither place nor source."""
    assert not opens_article(opening + REST)


def test_a_verb_that_may_be_a_noun_tells_a_lead_where_no_headline_ends_so() -> None:
    """`بحث` is a search in a headline; what is longer than headlines or ends in a stop is none."""
    title = "بحث جديد عن أسباب تأخر صيانة الجسور القديمة في المحافظات الجنوبية"
    assert not opens_article(title)
    assert opens_article("بحث وزير النقل مع نظيره" + REST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأضاف الوزير", True),
        ("وقد تبين أنه محل منشورات تفتيش", True),
        ("وزير النقل", False),
        ("ورود الربيع", False),
        ("قد تغلق الطرق غدا", False),
    ],
)
def test_and_with_a_verb_or_a_particle_goes_on(text: str, *, expected: bool) -> None:
    """Nouns that begin with the same letter do not."""
    assert goes_on(text) is expected


def test_a_headline_has_no_stop() -> None:
    """What ends as a sentence does, or in dots, is none, nor a word or two."""
    assert may_be_title("وزير النقل يتفقد الطريق الدائري")
    assert not may_be_title("تفقد وزير النقل الطريق الدائري.")
    assert not may_be_title("تفقد وزير النقل الطريق…")
    assert not may_be_title("رياضة")


@pytest.mark.parametrize(
    "opening", ["مسقط في 7 مايو / العمانية / ناقش المجلس", "تل الرمان 7-5-2024 (سونا) تفقد الوالي"]
)
def test_one_line_with_a_dateline_is_an_article(segment: Callable[[str], Page], opening: str) -> None:
    """It is a wire's whole text, though nothing else stands on the page and no stop ends it."""
    text = opening + " خطة جديدة لصيانة الجسور القديمة في المحافظات الجنوبية على أن تبدأ الأعمال مطلع العام المقبل" * 2
    page = segment(text)
    assert [(each.kind.value, each.owner.value) for each in page.segments] == [("paragraph", "article")]


def test_a_long_line_that_opens_as_leads_do_is_text(kinds: Callable[[str], list[tuple[str, str]]]) -> None:
    """Alone above a date and a count of readers, too, where the page has nothing else."""
    text = (
        "سجلت تعاونيات المرفأ ارتفاعا مفاجئا في كميات الأسماك بلغ 18 بالمئة، بعد جملة إجراءات أعلنت عنها الوزارة "
        "صباح اليوم في بيان وزع على الصحفيين. وأوضح رئيسها أن الصيد تجاوز ما كان ينتظر، مبينا أن الخلاف على سعر "
        "الكيلو بين اتحاد الصيادين والمؤسسة وصل إلى مجلس الوزراء حيث اعتبر الوزير أن السعر منصف..........تتمة"
    )
    assert kinds(f"{text}\n2016-09-20 | عدد القراءات 1384") == [
        ("paragraph", text),
        ("timestamp", "2016-09-20"),
        ("boilerplate", "| عدد القراءات 1384"),
    ]
