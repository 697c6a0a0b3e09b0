"""The loader of data files."""

from pathlib import Path

import pytest

from workers.lexicon import loader
from workers.lexicon.loader import LexiconError, known_word, number, read_list, read_mapping, read_table


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty lexicon folder and a loader that remembers nothing."""
    for read in (read_list, read_table, read_mapping):
        read.cache_clear()
    monkeypatch.setattr(loader, "_folder", lambda: tmp_path)
    return tmp_path


def test_list_skips_comments_and_empty_lines(folder: Path) -> None:
    """A list holds its entries in order, without comments, empty lines and the space around them."""
    (folder / "a.txt").write_text("# why\n\n بغداد \nالبصرة\r\n  # more\n", encoding="utf-8")
    assert read_list("a.txt") == ("بغداد", "البصرة")


def test_table_gives_rows_of_fields(folder: Path) -> None:
    """A table's row has one field a column, an absent or empty one as an empty string."""
    (folder / "a.tsv").write_text("آذار\t3\tشام\nمارس\t3\t\nغشت\t8\n", encoding="utf-8")
    columns = ("name", "number", "where")
    assert read_table("a.tsv", columns) == (("آذار", "3", "شام"), ("مارس", "3", ""), ("غشت", "8", ""))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a\tb\n# fine\na\tb\tc\n", r"a\.tsv:3: 3 fields where 2 are wanted: key \| value"),
        ("a\tb\nalone\n", r"a\.tsv:2: 1 fields where 2 are wanted"),
        ("a\tb\n\tb\n", r"a\.tsv:2: no key"),
        ("a\tb\n\na\tb\n", r"a\.tsv:3: stands already on line 1"),
        ("a\tb\na\tc\n", r"a\.tsv: 'a' has two values: 'b' and 'c'"),
        ("# nothing\n", r"a\.tsv: holds no entry"),
    ],
)
def test_malformed_table_names_file_and_line(folder: Path, content: str, message: str) -> None:
    """A row that cannot be right is an error that names the file and the line."""
    (folder / "a.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        read_mapping("a.tsv")


def test_repeated_entry_names_both_lines(folder: Path) -> None:
    """An entry that stands twice in a list is an error that names both lines."""
    (folder / "a.txt").write_text("x\ny\nx\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"a\.txt:3: 'x' stands already on line 1"):
        read_list("a.txt")


def test_foreign_bytes_name_their_line(folder: Path) -> None:
    """A file that is not UTF-8 is an error that names the line of the first bad byte."""
    (folder / "a.txt").write_bytes(b"x\n\xff\n")
    with pytest.raises(LexiconError, match=r"a\.txt:2: not UTF-8"):
        read_list("a.txt")


@pytest.mark.usefixtures("folder")
def test_missing_file_is_named() -> None:
    """A file that is not there is an error that names it."""
    with pytest.raises(LexiconError, match=r"gone\.txt: no such data file"):
        read_list("gone.txt")


def test_file_is_read_once(folder: Path) -> None:
    """What was read once is not read again."""
    (folder / "a.txt").write_text("x\n", encoding="utf-8")
    first = read_list("a.txt")
    (folder / "a.txt").write_text("y\n", encoding="utf-8")
    assert read_list("a.txt") is first


def test_a_number_that_is_none_names_its_file() -> None:
    """What cannot be read as the number that it should be is an error of its file."""
    assert (number(int, "a.tsv", "3"), number(float, "a.tsv", "-0.5")) == (3, -0.5)
    with pytest.raises(LexiconError, match=r"^a\.tsv: 'much' is no number$"):
        number(float, "a.tsv", "much")
    with pytest.raises(LexiconError, match=r"^a\.tsv: '0\.5' is no number$"):
        number(int, "a.tsv", "0.5")


def test_a_word_that_nobody_knows_names_its_file() -> None:
    """A misspelt meaning is an error that tells which ones there are."""
    assert known_word("a.tsv", "am", ("am", "pm")) == "am"
    with pytest.raises(LexiconError, match=r"^a\.tsv: 'pn' is none of am, pm$"):
        known_word("a.tsv", "pn", ("am", "pm"))
