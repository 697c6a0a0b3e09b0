"""Entries: bytes and back, and nothing but an entry."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.annotated_page import Fingerprint
from schemas.dedupe import Decision, Dedupe, DedupeLink
from schemas.document import Role
from workers.index.entry import VERSION, Entry, EntryDocument, EntryError, decode, encode, instant, microseconds
from workers.index.store import StoreError
from workers.stages.dedupe.origin import Origin

values = st.lists(st.binary(min_size=2, max_size=2), max_size=50).map(b"".join)
documents = st.builds(
    EntryDocument,
    role=st.sampled_from(Role),
    origin=st.builds(Origin, publisher=st.text(max_size=9), site=st.text(max_size=9)),
    fingerprint=st.builds(
        Fingerprint,
        document_id=st.text(max_size=9),
        length=st.integers(0, 9_999),
        keys=st.lists(st.binary(min_size=8, max_size=8), max_size=4).map(b"".join),
        headline=values,
        tokens=values,
    ),
    dedupe=st.builds(
        Dedupe,
        decision=st.sampled_from(Decision),
        story_id=st.text(max_size=9),
        links=st.lists(
            st.builds(
                DedupeLink, kind=st.sampled_from(Decision), document_id=st.text(max_size=9), score=st.floats(0, 1)
            ),
            max_size=3,
        ).map(tuple),
    ),
)
entries = st.builds(
    Entry,
    captured_us=st.integers(-(2**60), 2**60),
    until_us=st.none() | st.integers(-(2**60), 2**60),
    documents=st.lists(documents, max_size=3).map(tuple),
)


@given(entries)
def test_an_entry_comes_back_as_it_was(entry: Entry) -> None:
    """Whatever an entry holds survives its bytes."""
    assert decode(encode(entry)) == entry


@given(entries)
def test_without_links_an_entry_is_the_same_otherwise(entry: Entry) -> None:
    """What later documents are compared with lacks the links, and nothing else."""
    unlinked = (replace(each, dedupe=each.dedupe.model_copy(update={"links": ()})) for each in entry.documents)
    assert decode(encode(entry), links=False) == replace(entry, documents=tuple(unlinked))


@given(entries, st.data())
def test_a_cut_entry_is_refused(entry: Entry, data: st.DataObject) -> None:
    """No beginning of an entry passes for one."""
    whole = encode(entry)
    with pytest.raises(EntryError):
        decode(whole[: data.draw(st.integers(0, len(whole) - 1))])


@given(st.binary(max_size=60))
def test_noise_is_refused(noise: bytes) -> None:
    """Bytes that are no entry raise the store's error and no other."""
    with pytest.raises(StoreError):
        decode(bytes([VERSION]) + noise)


def test_another_version_is_named() -> None:
    """An entry of a newer release is refused by its version, not misread."""
    with pytest.raises(EntryError, match=f"version 9; this release reads version {VERSION}"):
        decode(b"\x09whatever")


offsets = st.integers(-1_439, 1_439).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(9000, 1, 1), timezones=offsets))  # noqa: DTZ001  # the offset comes with `timezones`
def test_instants_are_exact_to_the_microsecond(at: datetime) -> None:
    """An instant becomes microseconds and back without loss, whatever its offset."""
    assert instant(microseconds(at)) == at
