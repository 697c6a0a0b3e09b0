"""Fingerprints: compact, deterministic, and alike for texts that are alike."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.annotated_page import Fingerprint
from schemas.base import Span
from schemas.document import Document, Headline, Metadata, Role
from workers.stages.dedupe import FINGERPRINT
from workers.stages.dedupe.fingerprint import MAX_TOKENS, headline_key, take_fingerprint
from workers.stages.page import Page

Prose = Callable[[int, int], str]


def common(one: Fingerprint, other: Fingerprint) -> int:
    """Count the keys that two fingerprints share."""

    def keys(of: Fingerprint) -> set[bytes]:
        return {of.keys[at : at + 8] for at in range(0, len(of.keys), 8)}

    return len(keys(one) & keys(other))


@pytest.mark.parametrize("words", [20, 30, 60, 100, 280])
def test_a_prefix_shares_keys_with_its_article(prose: Prose, words: int) -> None:
    """A teaser of any usual length is a candidate by its text alone."""
    article = prose(400, 5)
    teaser = " ".join(article.split()[:words])
    assert common(take_fingerprint("a", None, article), take_fingerprint("t", None, teaser)) >= 2


def test_unrelated_texts_share_no_key(prose: Prose) -> None:
    """Two texts without a common phrase never meet in the index."""
    assert common(take_fingerprint("a", None, prose(300, 1)), take_fingerprint("b", None, prose(300, 2))) == 0


def test_a_long_body_is_bounded_and_its_length_is_kept(prose: Prose) -> None:
    """Beyond 1,024 tokens only the length is known."""
    mark = take_fingerprint("a", None, prose(3_000, 1))
    assert (len(mark.tokens), mark.length) == (2 * MAX_TOKENS, 3_000)
    assert len(mark.keys) <= 8 * 20


def test_a_short_headline_is_no_key() -> None:
    """Headlines of one or two words stand above anything, so they bring nobody together."""
    assert headline_key(take_fingerprint("a", "عاجل", "")) is None
    assert headline_key(take_fingerprint("a", None, "")) is None
    assert headline_key(take_fingerprint("a", "افتتاح ثلاثة مراكز", "")) is not None


def test_a_respelled_headline_has_the_same_key() -> None:
    """The headline's key is taken after folding."""
    one = take_fingerprint("a", "إطلاق قناة جديدة في أربيل", "")
    other = take_fingerprint("b", "«اطلاق قناه جديده» في اربيل", "")
    assert headline_key(one) == headline_key(other)


def test_the_stage_leaves_datelines_out(prose: Prose) -> None:
    """Two pages with the same body under two datelines have the same tokens."""
    marks = []
    for dateline in ("", "القاهرة - رويترز - "):
        text = "عنوان الخبر الأول\n" + dateline + prose(80, 3)
        document = Document(
            document_id="d",
            role=Role.ARTICLE,
            headline=Headline(start=0, end=17, text=text[:17]),
            paragraphs=(Span(start=18, end=len(text)),),
            metadata=Metadata(),
        )
        page = Page(
            page_id="p",
            url=None,
            source=None,
            captured_at=datetime(2025, 1, 1, tzinfo=UTC),
            text=text,
            documents=(document,),
        )
        marks.append(FINGERPRINT.apply(page).fingerprints)
    assert marks[0] == marks[1]
    assert marks[0][0].headline


@pytest.mark.parametrize("halved", [{"keys": b"1234567"}, {"tokens": b"123"}, {"headline": b"1"}])
def test_half_a_value_is_refused(halved: dict[str, bytes]) -> None:
    """A fingerprint whose bytes are no whole values never reaches the index."""
    with pytest.raises(ValueError, match="whole values"):
        Fingerprint.model_validate(
            {"document_id": "a", "length": 0, "keys": b"", "headline": b"", "tokens": b""} | halved
        )


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_has_a_fingerprint_that_survives_json(body: str, headline: str) -> None:
    """Whatever Unicode comes in, the fingerprint is the same each time and comes back from JSON as it was."""
    mark = take_fingerprint("a", headline, body)
    assert mark == take_fingerprint("a", headline, body)
    assert Fingerprint.model_validate_json(mark.model_dump_json()) == mark
