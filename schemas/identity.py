"""Deterministic identities: the same input has the same id on every machine and at every delivery."""

import hashlib

PAGE_ID_BYTES = 16
"""128 bits: among 10^12 pages the chance of one collision is below 10^-14."""


def digest(*parts: str) -> str:
    """Hash parts into lower-case hex digits (BLAKE2b).

    A part's length goes in before it, so that moving a character from one part to the next changes the digest.
    Lone surrogates count as they stand.
    """
    state = hashlib.blake2b(digest_size=PAGE_ID_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()


def page_id_of(url: str | None, content: str) -> str:
    """Derive a page's id from what was captured: its address and its text or HTML as it came in, before repair."""
    return digest("page", url or "", content)


def document_id_of(page_id: str, role: str, number: int) -> str:
    """Derive the id of a page's `number`-th document (from 0) of one role, `article` or `teaser`."""
    return digest("document", page_id, role, str(number))


def link_id_of(document_id: str, kind: str, other_id: str) -> str:
    """Derive the id of the link of one kind between two documents, in that direction."""
    return digest("link", document_id, kind, other_id)
