"""Trust: shares out of counts."""

from itertools import product

from schemas.evidence import MetadataField, Support, Way
from workers.lexicon.loader import read_table
from workers.stages.metadata.trust import confidence_of, share_of

CELL = ("authors", "byline", "known")


def test_a_share_is_drawn_to_what_its_way_shows() -> None:
    """Many observations speak for themselves, none at all speak for the way; nothing is ever certain."""
    counts = {CELL: (900, 1000), ("authors", "byline", "alone"): (10, 10), ("authors", "dateline", "known"): (0, 50)}

    many, few, none = (share_of(counts, ("authors", "byline", support)) for support in ("known", "alone", "agreed"))

    assert many is not None
    assert few is not None
    assert none is not None
    assert abs(many - 0.9) < 0.001
    assert many < none < few < 1


def test_what_was_never_measured_has_no_share() -> None:
    """Another way's counts say nothing."""
    assert share_of({CELL: (9, 10)}, ("authors", "markup", "known")) is None


def test_every_count_is_one_of_the_contract() -> None:
    """The data file names fields, ways and supports that exist, with fewer right ones than there are."""
    for field, how, support, right, of in read_table("confidence.tsv", ("field", "how", "support", "right", "of")):
        assert confidence_of(MetadataField(field), Way(how), Support(support)) is not None
        assert 0 <= int(right) <= int(of)


def test_confidences_lie_between_never_and_always() -> None:
    """No way of finding a value is certain, none is hopeless."""
    stated = [confidence_of(*cell) for cell in product(MetadataField, Way, Support)]

    assert all(share is None or 0 < share < 1 for share in stated)
