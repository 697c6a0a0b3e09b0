"""`khabar enrich` on pages that cannot be enriched: told, counted, kept, and no other page's trouble."""

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

from schemas.raw_page import RawPage
from tests.unit.cli.enrichment import json_page, run
from workers import intake
from workers.cli import enrichment
from workers.stages.page import Page
from workers.stages.stage import Chain, Stage

BAD: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty_page: the page holds no text"),
    ("blank.txt", " \n\u00a0\n".encode(), "empty_page: the page holds no text"),
    ("cp1256.txt", "خبر".encode("cp1256"), "not_utf8: not UTF-8 at byte 0: "),
    ("utf16.txt", "خبر".encode("utf-16"), "not_utf8: not UTF-8 at byte 0: "),
    ("number.json", b"17", "not_a_page: a JSON value that is not an object"),
    ("textless.json", b'{"url": "https://a.example/"}', "not_a_page: neither text nor html"),
    ("wrong.json", b'{"text": 5}', "not_a_page: text: Input should be a valid string"),
    ("null.json", b'{"text": "x", "captured_at": 3}', "not_a_page: captured_at: "),
    ("cut.json", b'{"text": "x', "invalid_json: "),
    ("text.json", "\n  خبر".encode(), "invalid_json: no JSON object: expected `{` at line 2 column 3"),
    ("list.json", b'[{"text": "x"}, {"te', "invalid_json: no JSON object: expected `{` at line 1 column 1"),
    ("markup.json", b"<html><p>x</p></html>", "invalid_json: no JSON object: expected `{` at line 1 column 1"),
    ("surrogate.json", b'{"text": "\\ud800"}', "invalid_json: "),
    ("deep.json", b'{"text":' + b"[" * 100_000, "invalid_json: "),
    ("deep.txt", b"[" * 100_000 + b"]" * 100_000, ""),
    ("huge.txt", "خبر عاجل من المدينة\n".encode() * 600_000, "page_too_large: "),
    ("huge.json", b'{"text": "' + b"a" * 20_000_000 + b'"}', "page_too_large: "),
]


@pytest.mark.parametrize(("name", "content", "complaint"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_page_is_told_and_the_others_go_on(
    article: Path, tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    """Each bad page gives one line with its file and reason, the good page beside it its event, the run exit code 1."""
    file = tmp_path / name
    file.write_bytes(content)

    result = run(file, article)

    assert [page["page_id"] for page in result.pages][-1] == "garden"
    if not complaint:
        assert (result.code, len(result.pages)) == (0, 2), "brackets without JSON in them are a text"
        return
    assert result.code == 1
    first, summary = result.complaints
    assert re.match(rf"khabar: {re.escape(str(file))}(:1)?: {complaint}", first), first
    assert summary == "khabar: 1 page enriched, 1 rejected"


@pytest.mark.parametrize(
    ("captured_at", "fault"),
    [
        ("2024-05-01T10:00:00", "Input should have timezone info"),
        ("2024-05-01", "Input should be a valid datetime, invalid datetime separator, expected `T`, `t`, `_` or space"),
        (1714550400, "Input should be a valid datetime"),
        ("yesterday", "Input should be a valid datetime, input is too short"),
        ("", "Input should be a valid datetime, input is too short"),
    ],
)
def test_an_odd_time_is_told_with_the_form_of_one(tmp_path: Path, captured_at: object, fault: str) -> None:
    """Whoever wrote a time that is none learns which field it was, and how it is written."""
    file = tmp_path / "page.json"
    file.write_text(json_page(captured_at=captured_at), encoding="utf-8")
    told = f"captured_at: {fault} (write date, time and offset: 2026-01-02T03:04:05+03:00)"
    assert run(file).complaints[0] == f"khabar: {file}:1: not_a_page: {told}"


def test_a_bad_line_is_told_by_its_number(tmp_path: Path) -> None:
    """Of JSON lines, the line is named, and those before and after it are enriched."""
    file = tmp_path / "pages.jsonl"
    file.write_text(f"{json_page(page_id='a')}\n{{broken\n\n{json_page(page_id='b')}\n", encoding="utf-8")

    result = run(file)

    assert [page["page_id"] for page in result.pages] == ["a", "b"]
    assert result.complaints[0].startswith(f"khabar: {file}:2: invalid_json: ")
    assert result.code == 1


def test_a_folder_without_pages_is_a_failure(tmp_path: Path) -> None:
    """Nothing to do is not success."""
    result = run(tmp_path)

    assert result.code == 1
    assert (
        result.complaints[0] == f"khabar: {tmp_path}: no page in the folder (.htm, .html, .json, .jsonl, .ndjson, .txt)"
    )


def test_rejects_can_be_had_back(tmp_path: Path) -> None:
    """`--dead-letters` keeps each rejected page whole: as text, or as base64 where it is not UTF-8."""
    broken, raw = '{"text": ', "خبر".encode("cp1256")
    (tmp_path / "a.jsonl").write_text(f"{broken}\n{json_page()}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(raw)
    kept = tmp_path / "letters.jsonl"

    result = run(tmp_path, "--dead-letters", kept)

    first, second = map(json.loads, kept.read_text(encoding="utf-8").splitlines())
    assert (first["origin"], first["reason"]) == (f"{tmp_path / 'a.jsonl'}:1", "invalid_json")
    assert (first["encoding"], first["value"]) == ("utf-8", broken)
    assert (second["reason"], second["encoding"]) == ("not_utf8", "base64")
    assert base64.b64decode(second["value"]) == raw
    assert (result.code, len(result.pages)) == (1, 1), "the letters' own file is not read as a page"


def test_a_text_among_json_lines_is_no_page(article: Path, tmp_path: Path) -> None:
    """A JSON page that lost its first byte would be a page of its own source; bare texts have files of their own."""
    file = tmp_path / "pages.jsonl"
    file.write_text(json_page().removeprefix("{").rstrip("\n") + "\n", encoding="utf-8")
    result = run(file, article)
    assert ([page["page_id"] for page in result.pages], result.code) == (["garden"], 1)
    assert "invalid_json: no JSON object" in result.complaints[0]


def test_a_failing_stage_costs_one_page(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a stage raises is that page's dead letter, with the stage's name and the trace."""

    def fail(page: Page) -> Page:
        if page.page_id == "garden":
            raise ZeroDivisionError("a bug")
        return page

    stage = Stage("fragile", frozenset({"text"}), frozenset({"text"}), fail)
    monkeypatch.setattr(enrichment, "ANNOTATE", Chain([stage]))
    kept = tmp_path / "letters.jsonl"

    result = run(article, "-", "--dead-letters", kept, stdin=json_page(page_id="p2"))

    assert [page["page_id"] for page in result.pages] == ["p2"]
    assert result.complaints[0] == f"khabar: {article}: stage_failed: fragile: ZeroDivisionError: a bug"
    assert "in fail" in json.loads(kept.read_text(encoding="utf-8"))["stacktrace"]


def test_a_failing_intake_costs_one_page(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw while a page is opened is that page's dead letter, too, as in the worker."""
    open_page = intake.open_page

    def fail(raw: RawPage, **more: Any) -> Page:  # noqa: ANN401  # handed on
        if raw.page_id == "p2":
            raise ZeroDivisionError("a bug")
        return open_page(raw, **more)

    monkeypatch.setattr(enrichment, "open_page", fail)
    result = run("-", article, stdin=json_page(page_id="p2"))
    assert [page["page_id"] for page in result.pages] == ["garden"]
    assert "stage_failed: intake: ZeroDivisionError: a bug" in result.complaints[0]
