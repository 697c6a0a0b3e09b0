"""Intake: from the bytes that somebody sent to a page that the stages can walk, or a reason why not."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

from pydantic import ValidationError

from schemas.annotated_page import AnnotatedPage
from schemas.base import first_fault
from schemas.dead_letter import Reason
from schemas.identity import page_id_of
from schemas.raw_page import RawPage
from schemas.source_profile import SourceProfile
from workers.markup.document import Markup, TooDeep, read_html
from workers.markup.witness import NO_WITNESS
from workers.profiles.source import source_of
from workers.stages.page import Page
from workers.version import PIPELINE_VERSION

MAX_TEXT_CHARS: Final = 1_000_000
"""Code points of text past which a record is no news page; the longest of 31,030 news articles has some 60,000."""

MAX_HTML_CHARS: Final = 20_000_000
"""Code points of HTML past which a record is no news page, scripts and style sheets counted."""

MAX_UNREADABLE: Final = 0.05
"""What share of a text may be controls or replacement characters; packed bytes read as Latin-1 have .1, as UTF-8 .5."""

_UNREADABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")

_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]{1,20})", re.IGNORECASE)
_CHARSET_BYTES: Final = 4096
"""Where a declaration must stand; the HTML standard looks into the first 1,024 bytes, some sites need more."""
_CHARSETS: Final = {"windows-1256": "cp1256", "cp1256": "cp1256", "iso-8859-6": "iso8859_6", "windows-1252": "cp1252"}
"""Encodings in which Arabic news pages stand apart from UTF-8, and Python's names of them."""


class Rejected(Exception):  # noqa: N818  # it names an outcome, not an accident
    """A record that is no page.

    Attributes:
        reason: the dead letter's reason.
    """

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def read_page(value: bytes, *, url: str | None = None, html: bool = False) -> RawPage:
    """Read one record's or file's bytes: a JSON page, or bare UTF-8 text or HTML.

    What begins with `{` must be a JSON page, what begins as HTML documents do is HTML; any other complete JSON value is
    no page; the rest is text. Bare HTML may also stand in one of a few other encodings, if it declares it.

    Args:
        value: the bytes, a byte order mark allowed.
        url: the address of a bare text, where it is known from elsewhere.
        html: whether the bytes are bare HTML, however they begin.

    Raises:
        Rejected: the bytes are not UTF-8, not JSON, not a page, or hold no text, too much or an unreadable one. What
            text HTML holds shows only when the page is opened.
    """
    content = _decode(value, html=html)
    if html or _HTML.match(content):
        page = RawPage(html=content, url=url)
    else:
        page = _from_json(content) if content.lstrip().startswith("{") else _from_text(content, url)
    if page.html is None:
        _check_text(page.content)
    else:
        _check_size(page.content, "HTML", MAX_HTML_CHARS)
    return page


def _decode(value: bytes, *, html: bool) -> str:
    try:
        return value.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        charset = _declared_charset(value, html=html)
        if charset is None:
            raise Rejected(Reason.NOT_UTF8, f"not UTF-8 at byte {error.start}: {error.reason}") from error
        return value.decode(charset, "replace")


def _declared_charset(value: bytes, *, html: bool) -> str | None:
    head = value[:_CHARSET_BYTES].decode("ascii", "replace")
    declared = _CHARSET.search(head) if html or _HTML.match(head) else None
    return _CHARSETS.get(declared[1].lower()) if declared else None


def _check_size(content: str, kind: str, most: int) -> None:
    if not content.strip():
        raise Rejected(Reason.EMPTY_PAGE, "the page holds no text")
    if len(content) > most:
        raise Rejected(Reason.PAGE_TOO_LARGE, f"{len(content):,} characters of {kind}; {most:,} are allowed")


def _check_text(text: str) -> None:
    _check_size(text, "text", MAX_TEXT_CHARS)
    unreadable = len(_UNREADABLE.findall(text))
    if unreadable > len(text) * MAX_UNREADABLE:
        raise Rejected(
            Reason.NOT_A_PAGE, f"no text: {unreadable / len(text):.0%} of it are control or replacement characters"
        )


def _from_json(content: str) -> RawPage:
    try:
        return RawPage.model_validate_json(content)
    except ValidationError as error:
        is_json = error.errors(include_url=False, include_input=False)[0]["type"] != "json_invalid"
        raise Rejected(Reason.NOT_A_PAGE if is_json else Reason.INVALID_JSON, first_fault(error)) from error


def _from_text(content: str, url: str | None) -> RawPage:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return RawPage(text=content, url=url)
    raise Rejected(Reason.NOT_A_PAGE, "a JSON value that is not an object")


ProfileOf = Callable[[str], SourceProfile | None]
"""Gives the profile of a source by its name; None for one that is not known."""


def no_profile(_source: str) -> None:
    """Know no source."""


def open_page(raw: RawPage, *, captured_at: datetime, profile_of: ProfileOf = no_profile) -> Page:
    """Make the page that the stages walk.

    Args:
        raw: the page as it came in.
        captured_at: when it came in, for a page that does not say when it was captured.
        profile_of: what is known of the page's source.

    Raises:
        Rejected: HTML shows no text, too much or an unreadable one, or is nested too deep.
    """
    markup = _show(raw)
    source = source_of(raw.source, raw.url)
    return Page(
        page_id=raw.page_id or page_id_of(raw.url, raw.content),
        url=raw.url,
        source=raw.source,
        captured_at=raw.captured_at or captured_at,
        text=markup.text,
        witness=markup.witness,
        places=markup.places,
        profile=None if source is None else profile_of(source),
    )


def _show(raw: RawPage) -> Markup:
    if raw.html is None:
        return Markup(raw.content, NO_WITNESS)
    try:
        markup = read_html(raw.html)
    except TooDeep as error:
        raise Rejected(Reason.PAGE_TOO_LARGE, str(error)) from error
    _check_text(markup.text)
    return markup


def close_page(page: Page) -> AnnotatedPage:
    """Make the event of a page that has walked the annotating stages."""
    return AnnotatedPage(
        pipeline_version=PIPELINE_VERSION,
        page_id=page.page_id,
        url=page.url,
        source=page.source,
        captured_at=page.captured_at,
        text=page.text,
        profile=page.profile.reference if page.profile else None,
        segments=page.segments,
        related=page.related,
        documents=page.documents,
        language=page.language,
        languages=page.languages,
        embeds=page.embeds,
        fingerprints=page.fingerprints,
    )
