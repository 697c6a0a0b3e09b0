"""Records from files, folders and standard input."""

import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.dead_letter import Reason
from workers.cli import inputs
from workers.cli.inputs import Layout, Record, Unread, find_files, read_records
from workers.intake import Rejected

PAGE = '{"text": "خبر قصير"}'


def write(path: Path, content: bytes | str) -> Path:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def values(*paths: Path, layout: Layout | None = None) -> list[bytes]:
    """Read paths that hold nothing unreadable."""
    records = list(read_records(paths, layout=layout))
    assert all(isinstance(record, Record) for record in records), records
    return [record.value for record in records if isinstance(record, Record)]


def only(*paths: Path | str) -> Record:
    """Read what holds one record."""
    (record,) = read_records(paths)
    assert isinstance(record, Record)
    return record


def unread(*paths: Path) -> Unread:
    """Read what holds one thing that cannot be read."""
    (record,) = read_records(paths)
    assert isinstance(record, Unread)
    return record


def test_a_bare_text_takes_name_and_time_from_its_file(tmp_path: Path) -> None:
    """The page of `x.txt` has the id `x` and was captured when the file was last written."""
    file = write(tmp_path / "x.txt", "خبر\r\nثان\n")
    os.utime(file, (1_700_000_000, 1_700_000_000))

    page = only(file).read()

    assert page.page_id == "x"
    assert page.captured_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert page.text == "خبر\r\nثان\n", "no line's end is translated"


def test_a_json_page_keeps_what_it_says_of_itself(tmp_path: Path) -> None:
    """Id and capture time of the page go before those of its file."""
    file = write(tmp_path / "x.json", '{"text": "خبر",\n "page_id": "p1", "captured_at": "2024-04-24T10:00:00Z"}')

    page = only(file).read()

    assert (page.page_id, page.captured_at) == ("p1", datetime(2024, 4, 24, 10, tzinfo=UTC))


def test_a_json_page_without_an_id_does_not_take_its_files_name(tmp_path: Path) -> None:
    """Such a page's id is derived from its content, so that a new capture in the same file is another page."""
    assert only(write(tmp_path / "x.json", PAGE)).read().page_id is None


@pytest.mark.parametrize("name", ["pages.jsonl", "pages.ndjson", "pages.json", "pages", "pages.log"])
def test_json_lines_are_cut_into_records(tmp_path: Path, name: str) -> None:
    """Each line that is not blank is a record, whatever the line's end and whether or not the last line has one."""
    file = write(tmp_path / name, f"{PAGE}\n\n{PAGE}\r\n  \n{PAGE}")

    assert values(file) == [PAGE.encode()] * 3
    assert [record.origin for record in read_records([file])] == [f"{file}:{number}" for number in (1, 3, 5)]


def test_a_page_over_several_lines_is_one_record(tmp_path: Path) -> None:
    """A JSON file as people write it holds one page."""
    content = '{\n  "url": null,\n  "text": "خبر"\n}\n'

    assert values(write(tmp_path / "page.json", content)) == [content.encode()]


def test_a_broken_first_line_hides_no_others(tmp_path: Path) -> None:
    """JSON lines whose first one is cut short are still JSON lines: a later one has both braces."""
    file = write(tmp_path / "pages.json", f'{{"text": "cut\n{PAGE}\n')

    assert values(file) == [b'{"text": "cut', PAGE.encode()]


def test_json_within_a_text_does_not_make_it_json_lines(tmp_path: Path) -> None:
    """A bare page may hold a line of JSON or CSS; what it begins with decides."""
    content = f"عنوان\n{PAGE}\n"

    assert values(write(tmp_path / "page", content)) == [content.encode()]


def test_the_user_decides_against_the_name(tmp_path: Path) -> None:
    """A layout that is asked for goes before the file's name."""
    file = write(tmp_path / "pages.txt", f"{PAGE}\n{PAGE}\n")

    assert values(file, layout=Layout.JSONL) == [PAGE.encode()] * 2


def test_what_should_be_json_is_no_text(tmp_path: Path) -> None:
    """Where the user says that a file is a JSON page, a text in it is rejected."""
    (record,) = read_records([write(tmp_path / "page.txt", "خبر")], layout=Layout.JSON)
    assert isinstance(record, Record)

    with pytest.raises(Rejected, match="no JSON object"):
        record.read()


def test_a_byte_order_mark_is_no_content(tmp_path: Path) -> None:
    """JSON lines with a byte order mark are recognised."""
    assert len(values(write(tmp_path / "pages", f"\ufeff{PAGE}\n{PAGE}\n"))) == 2


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    """Pages come sorted, those beside a folder before those in it; hidden and foreign files are passed by."""
    for name in ("b.txt", "a.jsonl", "c/2.txt", "c/1.txt", "b/deep/x.JSON", ".git/y.txt", "notes.md", ".z.txt"):
        write(tmp_path / name, PAGE)

    found = [file.relative_to(tmp_path).as_posix() for file in find_files(tmp_path)]

    assert found == ["a.jsonl", "b.txt", "b/deep/x.JSON", "c/1.txt", "c/2.txt"]


def test_texts_of_one_name_stay_apart(tmp_path: Path) -> None:
    """Below a folder a text's id has the folders between; a second file of a name that is taken has none."""
    for name in ("index.txt", "a/index.txt", "b/index.txt"):
        write(tmp_path / name, "خبر")

    below = [record.page_id for record in read_records([tmp_path]) if isinstance(record, Record)]
    named = [
        record.page_id
        for record in read_records([tmp_path / "a/index.txt", tmp_path / "b/index.txt"])
        if isinstance(record, Record)
    ]

    assert below == ["index", "a/index", "b/index"]
    assert named == ["index", None]


def test_a_json_page_takes_no_texts_name(tmp_path: Path) -> None:
    """Only bare pages are called by their files, so a JSON file of the same name does not stand in a text's way."""
    for name in ("x.json", "x.jsonl", "x.txt"):
        write(tmp_path / name, PAGE if name.startswith("x.json") else "خبر")

    ids = [record.page_id for record in read_records([tmp_path]) if isinstance(record, Record)]

    assert ids == [None, None, "x"]


@pytest.mark.parametrize("named", [["a/index.txt"], ["a"], ["a/index.txt", "a"]])
def test_a_text_has_one_id_however_it_is_named(tmp_path: Path, named: list[str]) -> None:
    """A file by itself, or beside its folder, is called the same as in it, in each run."""
    write(tmp_path / "a/index.txt", "خبر")

    ids = {record.page_id for record in read_records([tmp_path / name for name in named]) if isinstance(record, Record)}

    assert ids == {"index"}


def test_a_folder_that_cannot_be_listed_hides_no_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, and pages beside it are read."""
    write(tmp_path / "closed/a.txt", PAGE)
    write(tmp_path / "open/b.txt", PAGE)
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)

    found = list(read_records([tmp_path]))

    assert [record.origin for record in found] == [str(tmp_path / "open/b.txt"), str(tmp_path / "closed")]
    assert found[1] == Unread(origin=str(tmp_path / "closed"), message="Permission denied")


def test_a_link_back_is_not_followed(tmp_path: Path) -> None:
    """A folder that links to itself is walked once."""
    write(tmp_path / "in/a.txt", PAGE)
    (tmp_path / "in/loop").symlink_to(tmp_path)

    assert len(values(tmp_path)) == 1


def test_what_is_written_is_not_read(tmp_path: Path) -> None:
    """An output that lies among the pages is left out."""
    write(tmp_path / "a.txt", PAGE)
    output = write(tmp_path / "out.jsonl", PAGE)

    assert len(list(read_records([tmp_path], leave_out=frozenset({output.resolve()})))) == 1


def test_a_folder_without_pages_is_told(tmp_path: Path) -> None:
    """An empty folder is a mistake that somebody should see."""
    assert unread(tmp_path) == Unread(
        origin=str(tmp_path), message="no page in the folder (.htm, .html, .json, .jsonl, .ndjson, .txt)"
    )


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_json_lines_without_a_line_are_told(tmp_path: Path, content: str) -> None:
    """So is a file of JSON lines that holds none."""
    file = write(tmp_path / "a.jsonl", content)

    assert unread(file) == Unread(origin=str(file), message="the file holds no page", reason=Reason.EMPTY_PAGE)


def test_a_file_that_is_gone_hides_no_others(tmp_path: Path) -> None:
    """What cannot be opened is told, and the next input is read."""
    gone, there = list(read_records([tmp_path / "gone.txt", write(tmp_path / "a.txt", PAGE)]))

    assert gone == Unread(origin=str(tmp_path / "gone.txt"), message="No such file or directory")
    assert isinstance(there, Record)


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a"])
def test_a_file_too_large_is_not_held_in_memory(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record past the limit is told; no more than the limit was read."""
    monkeypatch.setattr(inputs, "MAX_RECORD_BYTES", 10)

    assert unread(write(tmp_path / name, '{"text": "long enough"\n')).reason is Reason.PAGE_TOO_LARGE


def test_a_line_too_long_hides_no_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One endless line of JSON lines is told by its number; those after it are read under theirs."""
    monkeypatch.setattr(inputs, "MAX_RECORD_BYTES", len(PAGE.encode()) + 1)
    file = write(tmp_path / "a.jsonl", f"{PAGE}\n{'x' * 300}\n{PAGE}\n")

    first, second, third = read_records([file])

    assert isinstance(first, Record)
    assert isinstance(second, Unread)
    assert (second.origin, second.reason) == (f"{file}:2", Reason.PAGE_TOO_LARGE)
    assert isinstance(third, Record)
    assert third.origin == f"{file}:3"


def test_standard_input_gives_no_page_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text from a pipe has no name to be called by."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("خبر\n".encode())))

    record = only("-")

    assert (record.origin, record.page_id) == ("standard input", None)


def test_names_that_are_not_utf8_are_shown_escaped(tmp_path: Path) -> None:
    """A page id is always valid text, even where the file's name is not."""
    file = tmp_path / os.fsdecode(b"\xe9.txt")
    try:
        write(file, PAGE)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    assert only(file).page_id == "\\xe9"
