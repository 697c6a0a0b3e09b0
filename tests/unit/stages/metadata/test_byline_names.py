"""Bylines: who wrote it."""

import pytest

from workers.stages.metadata.names.kinds import is_person
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.bylines import read_bylines
from workers.stages.metadata.readers.signatures import author_who_writes


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("كتب: كريم منصور", ["كريم منصور"]),
        ("كتبت- سعاد الهاشمي", ["سعاد الهاشمي"]),
        ("كتب – محمد خالد", ["محمد خالد"]),
        ("كتب محمود سالم:", ["محمود سالم"]),
        ("بقلم/ سعيد محمود", ["سعيد محمود"]),
        ("بقلم: د. محمد عبد الله", ["محمد عبد الله"]),
        ("إعداد: ليلى بن يوسف وأحمد عبد الرحمن", ["ليلى بن يوسف", "أحمد عبد الرحمن"]),
        ("وائل وديع", ["وائل وديع"]),
        ("By: John Smith", ["John Smith"]),
        ("سامي نصر يكتب: ما بعد القمة", ["سامي نصر"]),
        ("بقلم: هند عوض - تصوير: سامي نصر", ["هند عوض"]),
        ("كتب: أحمد علي 24 أبريل 2024", ["أحمد علي"]),
        ("أحمد علي 24 أبريل 2024 | 3 دقائق قراءة", ["أحمد علي"]),
        ("نشر بواسطة: سعيد محمود", ["سعيد محمود"]),
        ("مراسلنا محمد خالد", ["محمد خالد"]),
        ("مراسلنا في القاهرة", []),
        ("تحرير: فريق التحرير", []),
        ("كتب:", []),
        ("جمع وإعداد: كريم منصور", ["كريم منصور"]),
        ('كتبت سعاد الهاشمي في "المرسى":', ["سعاد الهاشمي"]),
        ("كتب محمد خالد في صحيفة المرفأ", ["محمد خالد"]),
        ("كتب المحرر السياسي", []),
        ("هند عوض وسامي نصر تصوير: كريم منصور", ["هند عوض", "سامي نصر"]),
        ("بواسطة سعيد محمود", ["سعيد محمود"]),
        ("بواسطة:سعيد محمود", ["سعيد محمود"]),
        ("الكاتبسعيد محمود", ["سعيد محمود"]),
        ("المحررسعيد محمود وأحمد علي", ["سعيد محمود", "أحمد علي"]),
        ("بواسطة المرفأ نيوز", []),
        ("كتب: صحيفة المرفأ", []),
        ("سعاد الهاشمي كاتبة وصحافية  @suad", ["سعاد الهاشمي"]),
        ("سلطان العوضي", ["سلطان العوضي"]),
        ("عبدالعزيز النجار", ["عبدالعزيز النجار"]),
        ("بسم الله الرحمن الرحيم", []),
        ("أحمد علي، سعيد محمود", ["أحمد علي", "سعيد محمود"]),
        ("أحمد علي 24 أبريل 2024 أقل من دقيقة", ["أحمد علي"]),
        ("أحمد علي | أمس", ["أحمد علي"]),
        ("مصدر الصورة، رويترز", []),
        ("سعيد محمودنُشر: 24/4/2024", ["سعيد محمود"]),
        ("أحمد علي، سعيد الهاشمينشر 24 أبريل 2024", ["أحمد علي", "سعيد الهاشمي"]),
        ("كتب: أحمد علي، وسعيد محمود، وهند عوض", ["أحمد علي", "سعيد محمود", "هند عوض"]),
        ("كتب: أحمد علي، وليد محمود", ["أحمد علي", "وليد محمود"]),
        ("حرر من طرف سعيد محمود", ["سعيد محمود"]),
        ('كتب سعيد محمود لـ "صدى الضفاف"', ["سعيد محمود"]),
        ("صدى الضفاف – سعيد محمود", ["سعيد محمود"]),
        ("إعداد: صدى الضفاف", []),
        ("نشر بواسطة: المحرر في أخبار", []),
        ("كتب بواسطة: مدير الموقع", []),
        ("ق. م", []),
        ("سعيد محمود | كاتب سوري", ["سعيد محمود"]),
        ("بقلم الأستاذ / سعيد محمود", ["سعيد محمود"]),
        ("كتب: محرر الشؤون المحلية", []),
        ("بواسطة التحرير", []),
        ("بقلم: ص. الهاشمي", ["ص. الهاشمي"]),
        ("الجلسة الافتتاحية للمؤتمر", []),
        ("1523", []),
        ("بقلم: سعاد الهاشمي s.hashimi@example.org", ["سعاد الهاشمي"]),
        ("بقلم: سعاد الهاشمي [email protected]", ["سعاد الهاشمي"]),
        ("سعاد الهاشمي - متدربة", ["سعاد الهاشمي"]),
        ("مونتاج: سعاد الهاشمي", []),
        ("كاريكاتير: سعاد الهاشمي", []),
        ("إدارة الموقع: سعاد الهاشمي", []),
        ("كتب: قسم الرياضة", []),
        ("الكاتب: سعاد الهاشمي المصدر: الأفق القسم: محلي", ["سعاد الهاشمي"]),
        ("الكاتب: محلي", []),
        ("ق.الهاشمي", ["ق.الهاشمي"]),
    ],
)
def test_authors_are_named_without_what_stands_around_them(line: str, authors: list[str]) -> None:
    """Verbs, dates, desks and photographers are no authors; two names joined are two."""
    assert read_bylines([Quote(line)]).authors == authors


@pytest.mark.parametrize("line", ["مصدر الصورة، رويترز", "من الأرشيف مصدر الصورة، رويترز"])
def test_whose_a_photograph_is_does_not_count(line: str) -> None:
    """A source behind the label of a photograph is no agency of the article's."""
    assert read_bylines([Quote(line)]).agencies == []


@pytest.mark.parametrize(
    ("line", "authors", "places"),
    [
        ("سعيد محمود _ الخرطوم", ["سعيد محمود"], ["الخرطوم"]),
        ("كتب : سعيد محمود ـ فيينا", ["سعيد محمود"], ["فيينا"]),
        ("الخرطوم: سعيد محمود", ["سعيد محمود"], ["الخرطوم"]),
        ("سعيد محمود- أحمد علي", ["سعيد محمود", "أحمد علي"], []),
        ("عمان-سعيد محمود", ["سعيد محمود"], ["عمان"]),
        ("ماري-لويز خوري", ["ماري-لويز خوري"], []),
    ],
)
def test_a_place_beside_the_author_is_told_apart(line: str, authors: list[str], places: list[str]) -> None:
    """A place parts from a name at a colon and at any dash; a hyphen inside a name stays."""
    byline = read_bylines([Quote(line)])
    assert (byline.authors, byline.places) == (authors, places)


def test_a_byline_sorts_its_names() -> None:
    """An agency, an outlet or a place in the author's place is what it is."""
    byline = read_bylines(map(Quote, ("القاهرة - محمد خالد", "كتب: رويترز", "العربية نت")))

    assert (byline.authors, byline.agencies, byline.outlets, byline.places) == (
        ["محمد خالد"],
        ["رويترز"],
        ["العربية نت"],
        ["القاهرة"],
    )


def test_beside_a_labelled_author_a_bare_name_is_a_pictures() -> None:
    """A caption that is nothing but a name looks like a byline; where another line says who wrote, it is none."""
    bare, labelled = Quote("الدكتور كريم منصور"), Quote("كتبت: سعاد الهاشمي")
    assert read_bylines([bare]).authors == ["كريم منصور"]
    assert read_bylines([bare, labelled]).authors == ["سعاد الهاشمي"]


def test_a_known_outlet_may_stand_before_the_authors_colon() -> None:
    """It is the outlet, as a place there is the place."""
    byline = read_bylines([Quote("هسبريس: سعاد الهاشمي")])
    assert (byline.outlets, byline.authors) == (["هسبريس"], ["سعاد الهاشمي"])


def test_the_outlet_in_which_an_author_wrote_is_named_beside() -> None:
    """Press reviews tell an article again with who wrote it and where."""
    assert read_bylines([Quote('كتبت سعاد الهاشمي في "المرسى":')]).outlets == ["المرسى"]


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("عن البحر وأهله .. بقلم سعاد الهاشمي", "سعاد الهاشمي"),
        ("عن البحر وأهله - بقلم: د. سعاد الهاشمي", "سعاد الهاشمي"),
        ("الطاهر ود البشير يكتب: عن البحر", "الطاهر ود البشير"),
        ("كتب كريم منصور: من يوزع الماء؟", "كريم منصور"),
        ("كتب مدرسية: من يوزعها؟", None),
        ("رسالة بقلم رصاص قديم", None),
    ],
)
def test_a_headline_may_name_its_author(title: str, author: str | None) -> None:
    """Behind a label at its end, or before a verb at its beginning."""
    assert author_who_writes(Quote(title)) == author


@pytest.mark.parametrize("line", ["أسعار «الخبز»", 'سامي "كريم"'])
def test_what_is_in_quotation_marks_is_no_name(line: str) -> None:
    """A given name may be a word as well, and marks show that the next one is quoted."""
    assert not is_person(line)
