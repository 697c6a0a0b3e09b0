"""`khabar enrich` and `khabar produce` on HTML files."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from schemas.enriched_page import EnrichedPage
from workers.cli.inputs import Layout, Record, read_records
from workers.cli.main import khabar
from workers.cli.produce import outgoing_of

HTML = """<!doctype html>
<html><head>
<meta property="article:published_time" content="2025-03-03T09:00:00+03:00">
<meta property="og:site_name" content="صحيفة الواحة">
<style>p { color: black }</style>
</head><body>
<nav><a href="/">الرئيسية</a></nav>
<h1>بلدية المرفأ تعيد افتتاح حديقة المنارة</h1>
<p>أعادت بلدية المرفأ، الاثنين، افتتاح <b>حديقة المنارة</b> أمام الزوار بعد إغلاقها ستة أشهر لتجديد أرضياتها.</p>
<p>وقال رئيس البلدية إن كلفة الأعمال بلغت مليوني دينار، وإن الحديقة ستفتح أبوابها يوميا من الصباح حتى الليل.</p>
</body></html>
"""


def enrich(*paths: Path, stdin: str | None = None) -> list[EnrichedPage]:
    """Run `khabar enrich` without a complaint."""
    result = CliRunner().invoke(khabar, ["enrich", *map(str, paths)], input=stdin, prog_name="khabar")
    assert (result.exit_code, result.stderr) == (0, "")
    return [EnrichedPage.model_validate_json(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("name", ["garden.html", "garden.HTM", "garden.txt", "garden"])
def test_an_html_file_becomes_an_event(tmp_path: Path, name: str) -> None:
    """By its name or its beginning: the event has the visible text, the file's name, and what the markup states."""
    (tmp_path / name).write_text(HTML, encoding="utf-8")

    (page,) = enrich(tmp_path / name)

    assert page.page_id == "garden"
    assert page.text.split("\n")[:2] == ["الرئيسية", "بلدية المرفأ تعيد افتتاح حديقة المنارة"]
    assert "<" not in page.text
    (article,) = page.documents
    assert article.headline is not None
    assert article.headline.text == "بلدية المرفأ تعيد افتتاح حديقة المنارة"
    assert (article.metadata.published_at, article.metadata.publisher) == ("2025-03-03T09:00:00+03:00", "صحيفة الواحة")


def test_the_same_page_is_the_same_event_however_it_comes(tmp_path: Path) -> None:
    """In a file, through standard input, or as JSON, HTML gives the same documents."""
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"html": HTML}), encoding="utf-8")

    pages = [*enrich(tmp_path / "a.html"), *enrich(stdin=HTML), *enrich(tmp_path / "b.json")]

    assert len({page.text for page in pages}) == 1
    assert len({page.documents[0].metadata for page in pages}) == 1


def test_a_fragment_is_html_by_its_name(tmp_path: Path) -> None:
    """A file called HTML is HTML, even if it begins as JSON or text would; one called text is not."""
    for name in ("a.html", "b.txt"):
        (tmp_path / name).write_text("{ x }<p>خبر</p>" if name == "a.html" else "<p>خبر</p>", encoding="utf-8")

    html, text = (record.read() for record in read_records([tmp_path]) if isinstance(record, Record))

    assert (html.text, html.html) == (None, "{ x }<p>خبر</p>")
    assert (text.text, text.html) == ("<p>خبر</p>", None)


def test_the_user_may_say_that_it_is_html(tmp_path: Path) -> None:
    """`--format html` goes before the name."""
    file = tmp_path / "a.txt"
    file.write_text("<p>خبر</p>", encoding="utf-8")

    (record,) = read_records([file], layout=Layout.HTML)

    assert isinstance(record, Record)
    assert record.read().html == "<p>خبر</p>"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_html_is_sent_as_a_json_page(encoding: str) -> None:
    """`khabar produce` sends a file's HTML in its field, decoded, with the file's time and name."""
    html = "<html><meta charset=windows-1256><p>خبر</p>"
    record = Record(
        origin="a.html",
        value=html.encode(encoding),
        captured_at=datetime(2026, 1, 2, tzinfo=UTC),
        page_id="a",
        html=True,
    )

    outgoing = outgoing_of(record, "t")

    assert json.loads(outgoing.value or b"") == {"html": html, "captured_at": "2026-01-02T00:00:00Z", "page_id": "a"}
    assert outgoing.key == b"a"
