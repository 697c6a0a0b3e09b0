"""The labels of fields, from both data files that have some, spelt as there; whoever compares them folds them."""

from workers.lexicon.loader import read_table


def field_labels(field: str) -> tuple[str, ...]:
    """Read the labels of a field: its markers that a value may follow, and those too weak to call a line by.

    Args:
        field: the class of the label in `markers.tsv` and `field_labels.tsv`.

    Raises:
        LexiconError: one of the files is broken.
    """
    markers = read_table("markers.tsv", ("class", "form", "phrase"))
    # What is a marker only alone on its line may be a value: a bare `وكالات`.
    strong = (label for cls, form, label in markers if cls == field and form != "line")
    weak = (label for each, label in read_table("field_labels.tsv", ("field", "label")) if each == field)
    return (*strong, *weak)
