"""Bylines: who wrote it."""

import pytest

from workers.stages.metadata.bylines import read_bylines


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("كتب: كريم منصور", ["كريم منصور"]),
        ("كتبت- سعاد الهاشمي", ["سعاد الهاشمي"]),
        ("كتب – محمد خالد", ["محمد خالد"]),
        ("كتب محمود سالم:", ["محمود سالم"]),
        ("بقلم/ سعيد محمود", ["سعيد محمود"]),
        ("بقلم: د. محمد عبد الله", ["د. محمد عبد الله"]),
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
        ("1523", []),
    ],
)
def test_authors_are_named_without_what_stands_around_them(line: str, authors: list[str]) -> None:
    """Verbs, dates, desks and photographers are no authors; two names joined are two."""
    assert read_bylines([line]).authors == authors


def test_a_byline_sorts_its_names() -> None:
    """An agency, an outlet or a place in the author's place is what it is."""
    byline = read_bylines(["القاهرة - محمد خالد", "كتب: رويترز", "العربية نت"])

    assert (byline.authors, byline.agencies, byline.outlets, byline.places) == (
        ["محمد خالد"],
        ["رويترز"],
        ["العربية نت"],
        ["القاهرة"],
    )
