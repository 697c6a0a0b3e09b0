"""The labels of fields, from both of their data files."""

from workers.lexicon.labels import field_labels


def test_labels_come_from_markers_and_from_weak_labels() -> None:
    """A label counts whether it is strong enough to call a line by or not."""
    labels = field_labels("byline")
    assert "بقلم" in labels
    assert "المؤلف" in labels


def test_what_is_a_marker_only_alone_on_its_line_is_no_label() -> None:
    """A bare `وكالات` may be the value itself, so that nothing is read behind it."""
    assert "وكالات" not in field_labels("credit")


def test_other_fields_labels_are_left_out() -> None:
    """A field has its own labels and no other's."""
    assert not set(field_labels("byline")) & set(field_labels("keywords"))
