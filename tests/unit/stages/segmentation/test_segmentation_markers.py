"""Markers at the beginning of a line."""

import pytest

from workers.arabic.fold import fold
from workers.stages.segmentation.phrases.markers import Shape, find_marker


def found(line: str) -> tuple[str, Shape, str] | None:
    """Find a line's marker: its class, its shape and the value after it."""
    folded = fold(line).lower()
    marker = find_marker(folded)
    return marker and (marker.cls, marker.shape, folded[marker.end :])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("إقرأ أيضاً:", ("read_also", Shape.BARE, "")),
        ("اقـــرأ ايضا ..", ("read_also", Shape.BARE, "")),
        ("»» أقرأ أيضا: سوق جديد", ("read_also", Shape.DIVIDED, "سوق جديد")),
        ("إقرأ المزيد سوق جديد", ("read_also", Shape.OPEN, "سوق جديد")),
        ("المصدر : رويترز", ("credit", Shape.DIVIDED, "رويترز")),
        ("المصدر • رويترز", ("credit", Shape.DIVIDED, "رويترز")),
        ("كتبت- هند", ("byline", Shape.DIVIDED, "هند")),
        ("مرسلة بواسطة هند", ("byline", Shape.OPEN, "هند")),
        ("TAG: news", ("keywords", Shape.DIVIDED, "news")),
        ("(طباعة)", ("boilerplate", Shape.BARE, "")),
        ("التالي", ("boilerplate", Shape.BARE, "")),
        ("التالي:", ("read_also", Shape.BARE, "")),
    ],
)
def test_marker_is_found_however_it_is_written(line: str, expected: tuple[str, Shape, str]) -> None:
    """Spelling, decoration and the divider after it do not hide a marker, and its value is cut behind the divider."""
    assert found(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "وقال المصدر: إن العمل مستمر",
        "المصدر الذي تحدث إلينا رفض الكشف عن اسمه",
        "إعلان نتائج الامتحانات يوم الأحد",
        "طباعة الكتب تتراجع في الأسواق",
        "شاهدنا المباراة",
        "كتبة المحكمة: بيان",
        "ذات صلة وثيقة",
        "تابع:”لا أحد يملك رقما واحدا",
        "",
        "!؟",
    ],
)
def test_common_words_are_no_markers(line: str) -> None:
    """A marker's words count only at a line's beginning, as whole words, and with what must follow them."""
    assert found(line) is None
