"""HTML at the door: what counts as HTML, what is refused, and what an opened page holds."""

import hashlib
import json
from datetime import UTC, datetime

import pytest

from schemas.dead_letter import Reason
from schemas.identity import page_id_of
from schemas.raw_page import RawPage
from workers import intake
from workers.intake import Rejected, close_page, open_page, read_page
from workers.markup.witness import NO_WITNESS
from workers.stages.chain import ANNOTATE
from workers.stages.page import Page

NOW = datetime(2025, 12, 20, tzinfo=UTC)
HTML = (
    "<!DOCTYPE html><html><head><meta name=author content='سامي نصر'></head><body><h1>خبر</h1><p>نص</p></body></html>"
)


def opened(value: bytes) -> Page:
    """Open a record's page."""
    return open_page(read_page(value), captured_at=NOW)


def refusal(value: bytes) -> tuple[Reason, str]:
    """Tell why a record is no page."""
    with pytest.raises(Rejected) as rejected:
        opened(value)
    return rejected.value.reason, str(rejected.value)


@pytest.mark.parametrize(
    "value",
    [
        HTML,
        f"\ufeff\n {HTML}",
        HTML.replace("<!DOCTYPE html>", ""),
        HTML.replace("<!DOCTYPE html>", "<!-- saved from https://a.example/ -->\n"),
        HTML.replace("<!DOCTYPE html>", "<?xml version='1.0' encoding='utf-8'?>\n<!doctype HTML public>"),
        json.dumps({"html": HTML}),
        json.dumps({"html": HTML, "text": None}),
        json.dumps({"html": "<h1>خبر</h1><meta name=author content='سامي نصر'>نص"}),
    ],
)
def test_html_is_opened_as_its_visible_text(value: str) -> None:
    """Bare HTML shows by its beginning, in JSON by its field; the page has its text and its witness."""
    page = opened(value.encode())

    assert (page.text, page.witness.authors) == ("خبر\nنص", ("سامي نصر",))


@pytest.mark.parametrize("value", ["خبر عن <html>", "<p>خبر</p>", "<htmlx>", json.dumps({"text": HTML})])
def test_what_is_not_plainly_html_is_text(value: str) -> None:
    """A tag within a text does not make it HTML, and what is called text is text."""
    page = opened(value.encode())

    assert "<" in page.text
    assert page.witness is NO_WITNESS


@pytest.mark.parametrize(
    ("value", "reason", "message"),
    [
        (b"{}", Reason.NOT_A_PAGE, "neither text nor html: a page holds one of them"),
        (b'{"text": "a", "html": "b"}', Reason.NOT_A_PAGE, "both text and html: a page holds one of them"),
        (b'{"html": 1}', Reason.NOT_A_PAGE, "html: Input should be a valid string"),
        (b'{"html": ""}', Reason.EMPTY_PAGE, "the page holds no text"),
        (b'{"html": "<p hidden>x</p><img src=x>"}', Reason.EMPTY_PAGE, "the page holds no text"),
        (b"<!doctype html>", Reason.EMPTY_PAGE, "the page holds no text"),
        (b"<html>" + b"<div>" * 2000, Reason.PAGE_TOO_LARGE, "elements nested more than 1,000 deep"),
        (b"<html>" + b"x" * 1_000_001, Reason.PAGE_TOO_LARGE, "1,000,001 characters of text; 1,000,000 are allowed"),
        (
            json.dumps({"text": bytes(range(256)).decode("latin-1")}).encode(),
            Reason.NOT_A_PAGE,
            "no text: 11% of it are control or replacement characters",
        ),
        (
            ("<html><p>" + "خبر \ufffd" * 20).encode(),
            Reason.NOT_A_PAGE,
            "no text: 20% of it are control or replacement characters",
        ),
        (b"<html>\xc7", Reason.NOT_UTF8, "not UTF-8 at byte 6: unexpected end of data"),
        (b"<html><meta charset=x-unknown>\xc7\xe1", Reason.NOT_UTF8, "not UTF-8 at byte 30: invalid continuation byte"),
        (b"text, charset=windows-1256 \xc7\xe1", Reason.NOT_UTF8, "not UTF-8 at byte 27: invalid continuation byte"),
    ],
)
def test_what_is_no_page_is_refused_with_its_reason(value: bytes, reason: Reason, message: str) -> None:
    """Neither or both contents, nothing to see or to read, too much, too deep, undeclared encodings: each is told."""
    assert refusal(value) == (reason, message)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1256"])
@pytest.mark.parametrize("errors", ["replace", "ignore"])
def test_a_pictures_bytes_are_no_page(encoding: str, errors: str) -> None:
    """Whoever decoded them, and however, left controls that no text has."""
    picture = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(100))

    with pytest.raises(Rejected, match="no text"):
        read_page(picture.decode(encoding, errors).encode())


def test_a_page_with_some_unreadable_characters_is_a_page() -> None:
    """What an encoding accident or a stray escape leaves here and there costs no page."""
    text = "تأخرت الأمطار\ufffd هذا الموسم في السهل \x1b[1mالغربي"

    assert read_page(text.encode()).text == text


def test_endless_html_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markup has a limit of its own, scripts counted."""
    monkeypatch.setattr(intake, "MAX_HTML_CHARS", 100)

    with pytest.raises(Rejected, match="105 characters of HTML; 100 are allowed"):
        read_page(b"<html>" + b" " * 99)


@pytest.mark.parametrize(
    "declared", ["charset=windows-1256", "charset = 'CP1256'", 'content="text/html; charset=windows-1256"']
)
def test_bare_html_may_declare_its_encoding(declared: str) -> None:
    """Archives of Arabic papers hold pages in the old code pages."""
    assert opened(f"<html><meta {declared}><p>خبر</p>".encode("cp1256")).text == "خبر"


def test_utf8_goes_before_what_a_page_declares() -> None:
    """A page that was converted and still declares its old encoding is UTF-8."""
    assert opened("<html><meta charset=windows-1256><p>خبر</p>".encode()).text == "خبر"


def test_the_id_is_that_of_what_was_captured() -> None:
    """The same HTML from the same address has the same id; its markup counts, not only its text."""
    raw = RawPage(url="https://a.example/1", html="<p>خبر</p>")

    first, again, other = (
        open_page(each, captured_at=NOW).page_id
        for each in (raw, raw, raw.model_copy(update={"html": "<p>خبر</p><p></p>"}))
    )

    assert first == again == page_id_of("https://a.example/1", "<p>خبر</p>")
    assert other != first


def test_offsets_refer_to_the_visible_text() -> None:
    """The event holds the text that its segments point into, and no tag."""
    event = close_page(ANNOTATE(opened(HTML.encode())))

    assert event.text == "خبر\nنص"
    assert [event.text[each.start : each.end] for each in event.segments] == ["خبر", "نص"]
