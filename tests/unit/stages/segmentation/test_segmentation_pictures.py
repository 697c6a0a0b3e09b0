"""Pictures: whose picture a line describes, what a picture shows, and whom."""

from collections.abc import Callable

import pytest

from tests.council import HEAD, LAST, LEAD, MORE, lines
from workers.arabic.fold import fold
from workers.stages.segmentation import describe, parts_of
from workers.stages.segmentation.features.pictures import find_picture, owns_picture
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.settlement import settle

Kinds = Callable[[str], list[tuple[str, str]]]

DATE = "الاثنين، 5 مايو 2024 10:30 ص"
SHOWN = "عمال البلدية يرفعون الحجارة من السوق القديم"


def picture(text: str) -> tuple[str, bool] | None:
    """Give the credit that a line ends with, and whether it says itself that it is one."""
    head = fold(text).lower()
    found = find_picture(head, head.replace(":", " ").split())
    return (head[found.start :], found.sure) if found else None


def own(text: str, *others: str) -> tuple[str, ...]:
    """Give the first line's own features, on a page with others."""
    return describe(parts_of(lines(text, *others)))[0][0]


@pytest.mark.parametrize(
    "credit",
    [
        "الصورة: أ ف ب",
        "Photo: EPA",
        "مصدر الصورة: سمير حداد",
        "مصدر الصورة، رويترز",
        "مصدر الصورة رويترز",
        "(تصوير: سمير حداد)",
        "(تصوير سمير حداد)",
        "(من الأرشيف)",
        "(أرشيف)",
        "(فيسبوك)",
        "[Getty]",
        "(سمير حداد/غيتي)",
        "© AFP / SAMIR HADDAD",
        "© مواقع التواصل الاجتماعي",
        "/ Samir Haddad / Reuters",
        "/ AFP",
        "Keystone / Samir Haddad",
        "(أرشيفية: الإنترنت)",
    ],
)
def test_a_credit_that_says_so_is_a_pictures(credit: str) -> None:
    """A label, a photographer or who gives pictures and no news, in whatever marks, is sure."""
    assert picture(f"{SHOWN} {credit}") == (fold(credit).lower(), True)


@pytest.mark.parametrize("credit", ["(فيسبوك)", "(أرشيفية: الإنترنت)", "© أ ف ب", "(تصوير: سمير حداد)"])
def test_what_is_a_pictures_alone_may_stand_behind_a_sentence(credit: str) -> None:
    """An agency in brackets there is the article's source."""
    assert picture(f"{SHOWN}. {credit}") == (fold(credit).lower(), True)


@pytest.mark.parametrize("credit", ["(رويترز)", "(إ.ب.أ)", "(سمير حداد/الأناضول)", "[الجزيرة]", "(سمير حداد)"])
def test_a_source_in_brackets_may_be_a_pictures(credit: str) -> None:
    """An agency or an outlet gives news, too, so that only what stands before it makes it a picture's."""
    assert picture(f"{SHOWN} {credit}") == (fold(credit).lower(), False)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("رام الله (وفا)", id="a dateline"),
        pytest.param("الجزائر / سمير حداد / CNN", id="a dateline with slashes"),
        pytest.param("القدس المحتلة - سمير حداد (الأناضول)", id="a dateline with its author"),
        pytest.param("وزير الزراعة الجديد (سمير حداد)", id="an office with its holder"),
        pytest.param(f"{LEAD} (رويترز)", id="a credit behind a sentence"),
        pytest.param(f"{HEAD} (فيديو)", id="a headline with a film"),
        pytest.param(f"{HEAD} (صورة)", id="a headline with a picture"),
        pytest.param("الصورة: أ ف ب", id="nothing described"),
        pytest.param("جميع الحقوق محفوظة © صحيفة الضفاف", id="a right"),
        pytest.param("وصلت الصورة من القمر إلى المحطة", id="a picture that is told of"),
    ],
)
def test_what_is_no_pictures_credit(line: str) -> None:
    """Datelines, sentences, headlines and rights end in brackets and names, too."""
    assert picture(line) is None


def test_what_is_nothing_but_its_owner() -> None:
    """Behind © stands who gave the picture, or whose the page is."""
    assert owns_picture("© afp 2020 / samir haddad")
    assert owns_picture("© رويترز")
    assert not owns_picture("© 2025 صحيفة الضفاف")


@pytest.mark.parametrize(
    ("line", "kind"), [("Samir Haddad / Reuters", "caption"), ("S. Haddad/AFP", "caption"), ("Beirut / Reuters", "")]
)
def test_a_name_in_latin_letters_before_an_agency_took_the_picture(line: str, kind: str) -> None:
    """Pages in Arabic write nothing else so but a dateline, which has a place."""
    assert ("caption_divided" in own(line)) is bool(kind)


def test_a_credit_gives_no_voice() -> None:
    """The colon behind a picture's label is no headline's."""
    features = own("سوق البلدة قبل ترميمه الصورة: أ ف ب")
    assert {"mute", "caption_closed"} <= set(features)
    assert "voiced" not in features


@pytest.mark.parametrize("credit", ["الصورة: أ ف ب", "(رويترز)", "(تصوير: سمير حداد)", "(أرشيفية)", "© Getty Images"])
def test_a_line_with_a_pictures_credit_is_its_caption(kinds: Kinds, credit: str) -> None:
    """Wherever it stands: in a missing headline's place, above the lead, between paragraphs."""
    caption = f"{SHOWN} {credit}"
    assert kinds(lines(caption, DATE, LEAD, MORE))[0] == ("caption", caption)
    assert kinds(lines(HEAD, DATE, caption, LEAD, MORE))[2] == ("caption", caption)
    assert ("caption", caption) in kinds(lines(HEAD, DATE, LEAD, caption, MORE, LAST))


@pytest.mark.parametrize("caption", ["سوق البلدة أثناء أعمال الترميم", "جانب من افتتاح السوق القديم"])
def test_a_description_below_the_date_is_a_caption(kinds: Kinds, caption: str) -> None:
    """It has no verb, nothing but words, and one of them says where or when the picture was taken."""
    assert {"mute", "scene", "describes"} <= set(own(caption))
    assert kinds(lines(HEAD, DATE, caption, LEAD, MORE))[2] == ("caption", caption)


@pytest.mark.parametrize("line", ["في سوق البلدة القديم", "كما تم ترميم السوق", "و أعمال الترميم"])
def test_a_sentence_that_goes_on_describes_no_picture(line: str) -> None:
    """Broken lines begin with any word, what a picture shows with a noun: particles lead up to one."""
    assert "describes" not in own(line)
    assert "describes" in own("إحدى ساحات البلدة بعد الترميم")


@pytest.mark.parametrize(
    "line", ["رويترز", "سوق البلدة، وحولها الأسوار", "أسواق 2025 الجديدة", "سوق البلدة يفتح أبوابه"]
)
def test_what_is_more_than_words_describes_no_picture(line: str) -> None:
    """A name, marks, figures and a verb speak for something else."""
    assert "describes" not in own(line)


def test_a_person_whom_the_text_tells_of_is_in_the_picture(kinds: Kinds) -> None:
    """Nobody writes of himself as of another; an author's name begins a line, or stands behind a mark."""
    name = "الدكتور سمير حداد"
    told = "قال سمير حداد، رئيس البلدية، إن السوق القديم سيفتح أبوابه من جديد في الصيف المقبل بعد ترميم دام عامين."
    assert "subject" in own(name, told)
    assert "subject" not in own(name, "سمير حداد يكتب: حين يفتح السوق", LEAD)
    assert "subject" not in own(name, "صفحة الكاتب: سمير حداد", LEAD)
    assert kinds(lines(HEAD, DATE, name, told, MORE))[2] == ("caption", name)
    assert kinds(lines(HEAD, DATE, name, LEAD, MORE))[2] == ("byline", name)


def test_a_captions_copy_is_no_headlines() -> None:
    """What was taken for a headline's copy is one only where it repeats the headline."""
    states = ["headline", "caption", "headline_again", "body"]
    page = [Line(0, len(text), text) for text in (HEAD, SHOWN, SHOWN, LEAD)]
    assert settle(page, states) == ["headline", "caption", "caption", "body"]
    page[2] = Line(0, len(HEAD), HEAD)
    assert settle(page, states)[2] != "caption"
