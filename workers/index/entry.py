"""A page's entry in the index, and its encoding."""

import json
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Generic, TypeVar

from pydantic import Field, ValidationError

from schemas.annotated_page import Fingerprint
from schemas.base import Model, Offset
from schemas.dedupe import Decision, Dedupe
from schemas.document import Role
from workers.index.store import StoreError
from workers.stages.dedupe.origin import Origin

VERSION: Final = 1
"""The encoding's version, an entry's first byte. A change of what the bytes mean counts it up."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_HEAD: Final = struct.Struct("<BI")


class _Unlinked(Model):
    """A decision but for its links."""

    decision: Decision
    story_id: str


_D = TypeVar("_D", Dedupe, _Unlinked)


class _Document(Model, Generic[_D]):
    """What an entry's header has of a document; `sizes` are those of its fingerprint's bytes."""

    id: str
    role: Role
    publisher: str
    site: str
    length: Offset
    sizes: tuple[Offset, Offset, Offset] = Field(alias="bytes")
    dedupe: _D


class _Header(Model, Generic[_D]):
    """An entry but for the fingerprints' bytes."""

    at: int
    until: int | None
    documents: tuple[_Document[_D], ...]


class EntryError(StoreError):
    """Bytes that are no entry, or one of a version that this release does not read."""


@dataclass(frozen=True, slots=True)
class EntryDocument:
    """What the index keeps of a document: whose it is, its fingerprint and its decision."""

    role: Role
    origin: Origin
    fingerprint: Fingerprint
    dedupe: Dedupe


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index keeps of a page.

    Attributes:
        captured_us: when the page was captured, microseconds since 1970.
        until_us: the latest capture time among all that the page ever had, those in the future left out, so that the
            watermark survives a page that is replaced by one captured earlier; None where all were in the future.
        documents: its documents, in the page's order.
    """

    captured_us: int
    until_us: int | None
    documents: tuple[EntryDocument, ...]

    @property
    def fingerprints(self) -> tuple[Fingerprint, ...]:
        """The documents' fingerprints, in the page's order."""
        return tuple(each.fingerprint for each in self.documents)


def microseconds(instant: datetime) -> int:
    """Count the microseconds from 1970 to an instant, exactly."""
    return (instant - _EPOCH) // _MICROSECOND


def instant(microseconds_since_epoch: int) -> datetime:
    """Give the instant, in UTC, that lies so many microseconds after 1970 began."""
    return _EPOCH + microseconds_since_epoch * _MICROSECOND


def encode(entry: Entry) -> bytes:
    """Write an entry as bytes.

    Version (1 byte), length of the header (4, little-endian), header (JSON), the fingerprints' bytes one after another.
    """
    blobs: list[bytes] = []
    documents = []
    for each in entry.documents:
        mark = each.fingerprint
        parts = (mark.keys, mark.headline, mark.tokens)
        blobs.extend(parts)
        documents.append(
            {
                "id": mark.document_id,
                "role": each.role,
                "publisher": each.origin.publisher,
                "site": each.origin.site,
                "length": mark.length,
                "bytes": [len(part) for part in parts],
                "dedupe": each.dedupe.model_dump(mode="json"),
            }
        )
    header = json.dumps(
        {"at": entry.captured_us, "until": entry.until_us, "documents": documents},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    packed = header.encode()
    return b"".join((_HEAD.pack(VERSION, len(packed)), packed, *blobs))


def decode(data: bytes, *, links: bool = True) -> Entry:
    """Read an entry.

    Args:
        data: its bytes.
        links: whether to read the decisions' links, most of an entry where stories are long. Only the page itself needs
            them, when it comes again.

    Raises:
        EntryError: the bytes are no entry, are cut short, or have another version.
    """
    if not data or data[0] != VERSION:
        found = f"version {data[0]}" if data else "no bytes"
        raise EntryError(f"an index entry of {found}; this release reads version {VERSION}")
    try:
        _, length = _HEAD.unpack_from(data)
        at = _HEAD.size + length
        header = (_Header[Dedupe] if links else _Header[_Unlinked]).model_validate_json(data[_HEAD.size : at])
        documents = []
        for each in header.documents:
            documents.append(_read_document(each, data, at))
            at += sum(each.sizes)
    except (struct.error, ValidationError) as error:
        raise EntryError(f"a damaged index entry: {type(error).__name__}") from error
    if at != len(data):
        raise EntryError(f"a damaged index entry: {len(data)} bytes instead of {at}")
    return Entry(header.at, header.until, tuple(documents))


def _read_document(header: _Document[Dedupe] | _Document[_Unlinked], data: bytes, at: int) -> EntryDocument:
    keys, headline, tokens = header.sizes
    headline_at = at + keys
    tokens_at = headline_at + headline
    dedupe = header.dedupe
    return EntryDocument(
        role=header.role,
        origin=Origin(publisher=header.publisher, site=header.site),
        fingerprint=Fingerprint(
            document_id=header.id,
            length=header.length,
            keys=data[at:headline_at],
            headline=data[headline_at:tokens_at],
            tokens=data[tokens_at : tokens_at + tokens],
        ),
        dedupe=dedupe if isinstance(dedupe, Dedupe) else Dedupe(decision=dedupe.decision, story_id=dedupe.story_id),
    )
