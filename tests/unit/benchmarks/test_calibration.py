"""Calibration: what counts as right, and how far stated and right shares lie apart."""

import xml.etree.ElementTree as ET

import pytest

from benchmarks.calibration import Observation, bins_of, count, error_of, is_right
from benchmarks.reliability import Bin, picture
from schemas.evidence import MetadataField

CELL = ("authors", "byline", "known")


@pytest.mark.parametrize(
    ("field", "value", "truth", "right"),
    [
        ("published_at", "2025-01-02T10:15:30+02:00", "2025-01-02T10:15", True),
        ("published_at", "2025-01-02T10:16", "2025-01-02T10:15", False),
        ("published_at", "2025-01-02T10:15", "2025-01-02", False),
        ("published_at", "2025-01-02", None, False),
        ("authors", "سلمى فؤاد", ["سلمى فؤاد", "كريم منصور"], True),
        ("authors", "سلمى", ["سلمى فؤاد"], False),
        ("publisher", "صحيفة  الشاطئ", "صحيفة الشاطئ", True),
    ],
)
def test_a_value_is_right_where_the_truth_has_it(
    field: str, value: str, truth: str | list[str] | None, *, right: bool
) -> None:
    """Seconds and offsets may be added to an instant; a day stays a day, and what nobody states is wrong."""
    assert is_right(MetadataField(field), value, truth) is right


def test_the_error_is_the_distance_of_stated_and_right_shares() -> None:
    """Confidences counted on pages like those that are measured are hardly off; on worse pages they are by the loss."""
    good = [Observation(CELL, right=number % 10 != 0) for number in range(1000)]
    bad = [Observation(CELL, right=number % 2 == 0) for number in range(1000)]

    assert error_of(bins_of(count(good), good)) < 0.001
    assert error_of(bins_of(count(good), bad)) == pytest.approx(0.4, abs=0.001)


def test_what_was_never_counted_is_not_measured() -> None:
    """A value without confidence falls into no bin."""
    assert bins_of({}, [Observation(CELL, right=True)]) == []
    assert error_of([]) == 0


def test_the_picture_is_one() -> None:
    """The plot is well-formed SVG with a dot for each bin, inside the frame whatever the shares."""
    root = ET.fromstring(picture([Bin(0.9, 90, 100), Bin(0.999, 1, 1), Bin(0.01, 0, 3)]))  # noqa: S314  # our own

    dots = [each for each in root if each.tag.endswith("circle")]

    assert len(dots) == 3
    assert all(0 <= float(dot.attrib[axis]) <= 440 for dot in dots for axis in ("cx", "cy"))
