"""Intake: from the bytes that somebody sent to a page that the stages can walk, or a reason why not."""

import json
from datetime import datetime
from typing import Final

from pydantic import ValidationError

from schemas.annotated_page import AnnotatedPage
from schemas.dead_letter import Reason
from schemas.identity import page_id_of
from schemas.raw_page import RawPage
from workers.stages.page import Page
from workers.version import PIPELINE_VERSION

MAX_TEXT_CHARS: Final = 1_000_000
"""Code points of text past which a record is no news page; the longest of 31,030 news articles has some 60,000."""


class Rejected(Exception):  # noqa: N818  # it names an outcome, not an accident
    """A record that is no page.

    Attributes:
        reason: the dead letter's reason.
    """

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def read_page(value: bytes, *, url: str | None = None) -> RawPage:
    """Read one record's or file's bytes: a JSON page, or bare UTF-8 text.

    What begins with `{` must be a JSON page; any other complete JSON value is no page; the rest is text.

    Args:
        value: the bytes, a byte order mark allowed.
        url: the address of a bare text, where it is known from elsewhere.

    Raises:
        Rejected: the bytes are not UTF-8, not JSON, not a page, or hold no or too much text.
    """
    try:
        content = value.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Rejected(Reason.NOT_UTF8, f"not UTF-8 at byte {error.start}: {error.reason}") from error
    page = _from_json(content) if content.lstrip().startswith("{") else _from_text(content, url)
    if not page.text.strip():
        raise Rejected(Reason.EMPTY_PAGE, "the page holds no text")
    if len(page.text) > MAX_TEXT_CHARS:
        raise Rejected(Reason.PAGE_TOO_LARGE, f"{len(page.text):,} characters of text; {MAX_TEXT_CHARS:,} are allowed")
    return page


def _from_json(content: str) -> RawPage:
    try:
        return RawPage.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        if first["type"] == "json_invalid":
            raise Rejected(Reason.INVALID_JSON, first["msg"]) from error
        where = ".".join(map(str, first["loc"]))
        raise Rejected(Reason.NOT_A_PAGE, f"{where}: {first['msg']}" if where else first["msg"]) from error


def _from_text(content: str, url: str | None) -> RawPage:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return RawPage(text=content, url=url)
    raise Rejected(Reason.NOT_A_PAGE, "a JSON value that is not an object")


def open_page(raw: RawPage, *, captured_at: datetime) -> Page:
    """Make the page that the stages walk.

    Args:
        raw: the page as it came in.
        captured_at: when it came in, for a page that does not say when it was captured.
    """
    return Page(
        page_id=raw.page_id or page_id_of(raw.url, raw.text),
        url=raw.url,
        source=raw.source,
        captured_at=raw.captured_at or captured_at,
        text=raw.text,
    )


def close_page(page: Page) -> AnnotatedPage:
    """Make the event of a page that has walked the annotating stages."""
    return AnnotatedPage(
        pipeline_version=PIPELINE_VERSION,
        page_id=page.page_id,
        url=page.url,
        source=page.source,
        captured_at=page.captured_at,
        text=page.text,
        segments=page.segments,
        related=page.related,
        documents=page.documents,
        fingerprints=page.fingerprints,
    )
