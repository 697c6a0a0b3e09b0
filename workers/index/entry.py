"""A page's entry in the index, and its encoding."""

import json
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from pydantic import ValidationError

from schemas.annotated_page import Fingerprint
from schemas.dedupe import Dedupe
from schemas.document import Role
from workers.index.store import StoreError
from workers.stages.dedupe.origin import Origin

VERSION: Final = 1
"""The encoding's version, an entry's first byte. A change of what the bytes mean counts it up."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_HEAD: Final = struct.Struct("<BI")


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


def decode(data: bytes) -> Entry:
    """Read an entry.

    Raises:
        EntryError: the bytes are no entry, are cut short, or have another version.
    """
    if not data or data[0] != VERSION:
        found = f"version {data[0]}" if data else "no bytes"
        raise EntryError(f"an index entry of {found}; this release reads version {VERSION}")
    try:
        _, length = _HEAD.unpack_from(data)
        header = json.loads(data[_HEAD.size : _HEAD.size + length])
        at = _HEAD.size + length
        documents = []
        for each in header["documents"]:
            document, at = _read_document(each, data, at)
            documents.append(document)
        until = header["until"]
        entry = Entry(int(header["at"]), None if until is None else int(until), tuple(documents))
    except (struct.error, KeyError, TypeError, ValueError, ValidationError) as error:
        raise EntryError(f"a damaged index entry: {type(error).__name__}") from error
    if at != len(data):
        raise EntryError(f"a damaged index entry: {len(data)} bytes instead of {at}")
    return entry


def _read_document(header: dict[str, Any], data: bytes, at: int) -> tuple[EntryDocument, int]:
    parts = []
    for size in header["bytes"]:
        parts.append(data[at : at + size])
        at += size
    keys, headline, tokens = parts
    document = EntryDocument(
        role=Role(header["role"]),
        origin=Origin(publisher=header["publisher"], site=header["site"]),
        fingerprint=Fingerprint(
            document_id=header["id"], length=header["length"], keys=keys, headline=headline, tokens=tokens
        ),
        dedupe=Dedupe.model_validate(header["dedupe"], strict=False),
    )
    return document, at
