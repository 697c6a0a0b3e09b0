"""Labels of lines whose kind is known."""

import pytest

from workers.stages.metadata.readers.labels import label_end


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("المصدر: رويترز", "credit", "رويترز"),
        ("المصدر رويترز", "credit", "رويترز"),
        ("(المصدر : رويترز)", "credit", "رويترز)"),
        ("المصدر/ رويترز", "credit", "رويترز"),
        ("بواسطة سعاد الهاشمي", "byline", "سعاد الهاشمي"),
        ("الدلالات: ميناء، صيد", "keywords", "ميناء، صيد"),
        ("كلمات مفتاحية #ميناء #صيد", "keywords", "#ميناء #صيد"),
        ("الدلالات", "keywords", ""),
    ],
)
def test_a_label_ends_where_the_value_begins(line: str, field: str, value: str) -> None:
    """A colon, a slash or only a space may follow a label; a hash is the value's."""
    assert line[label_end(line, field) :] == value


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("المصدرون العرب", "credit"),
        ("رويترز", "credit"),
        ("وكالات", "credit"),
        ("المصدر: رويترز", "keywords"),
        ("", "byline"),
    ],
)
def test_what_is_no_label_of_the_field_is_value(line: str, field: str) -> None:
    """Words that only begin like a label, bare sources and other fields' labels stay."""
    assert label_end(line, field) == 0


def test_a_name_may_stick_to_its_label() -> None:
    """The longest label counts where no space follows."""
    line = "كتبتسعاد الهاشمي"

    assert label_end(line, "byline") == 0
    assert line[label_end(line, "byline", glued=True) :] == "سعاد الهاشمي"
