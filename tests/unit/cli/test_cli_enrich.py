"""`khabar enrich`: pages in, enriched pages out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.enriched_page import EnrichedPage
from tests.unit.cli.enrichment import ARTICLE, Run, json_page, run
from workers.cli import enrich, enrichment
from workers.index.deduper import Deduper


def decisions(result: Run) -> list[str]:
    """List what a run decided, document by document."""
    return [document["dedupe"]["decision"] for page in result.pages for document in page["documents"]]


def test_a_text_file_becomes_an_event(article: Path) -> None:
    """One file gives one line that is a valid event under the file's name, and no complaint."""
    result = run(article)

    assert (result.code, result.complaints) == (0, [])
    page = EnrichedPage.model_validate_json(result.stdout)
    assert (page.page_id, page.text) == ("garden", ARTICLE)
    assert decisions(result) == ["new"]


def test_offsets_count_the_files_code_points(tmp_path: Path) -> None:
    """Windows line ends are not translated, so that spans point into the file as it is."""
    file = tmp_path / "page.txt"
    content = ARTICLE.replace("\n", "\r\n")
    file.write_bytes(content.encode())

    (page,) = run(file).pages

    headline = page["documents"][0]["headline"]
    assert content[headline["start"] : headline["end"]] == headline["text"] == ARTICLE.splitlines()[0]


def test_unknown_fields_are_passed_over() -> None:
    """A line with more fields than a page has, such as an evaluation's truth, is a page."""
    result = run("-", stdin=json_page(page_id="p1", gold={"segments": []}) + "\n")

    assert (result.code, [page["page_id"] for page in result.pages]) == (0, ["p1"])


def test_pages_keep_their_order() -> None:
    """Lines come out in the order in which they went in."""
    names = [f"p{number}" for number in range(5)]

    result = run("-", stdin="".join(json_page(page_id=name) + "\n" for name in names))

    assert [page["page_id"] for page in result.pages] == names
    assert decisions(result) == ["new", *["duplicate"] * 4]


def test_a_run_forgets_and_a_state_remembers(article: Path, tmp_path: Path) -> None:
    """Without a state a second run knows nothing; with one, a copy is recognised in the next run."""
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article.read_bytes())
    state = tmp_path / "state"

    assert decisions(run(article)) == decisions(run(copy)) == ["new"]
    first, second = run(article, "--state", state), run(copy, "--state", state)
    assert decisions(first) == ["new"]
    assert decisions(second) == ["duplicate"]
    assert first.pages[0]["documents"][0]["dedupe"]["story_id"] == second.pages[0]["documents"][0]["dedupe"]["story_id"]


def test_the_same_page_again_gives_the_same_event(article: Path, tmp_path: Path) -> None:
    """A run repeated on the same state changes nothing: no page is a duplicate of itself."""
    state = tmp_path / "state"

    assert run(article, "--state", state).stdout == run(article, "--state", state).stdout


def test_the_index_learns_of_a_page_after_its_line_is_out(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is committed of a page whose line could not be written."""
    happened: list[str] = []

    class Full:
        def write(self, page: EnrichedPage) -> None:
            happened.append(f"write {page.page_id}")
            if page.page_id == "lost":
                raise OSError(28, "No space left on device")

    commit = Deduper.commit

    def note(deduper: Deduper, page_id: str | None = None) -> None:
        happened.append(f"commit {page_id}")
        commit(deduper, page_id)

    monkeypatch.setattr(Deduper, "commit", note)
    monkeypatch.setattr("workers.cli.output.JsonLines", lambda _stream: Full())
    lost = tmp_path / "lost.txt"
    lost.write_text(ARTICLE, encoding="utf-8")

    result = run(article, lost, "--state", tmp_path / "state")

    assert happened == ["write garden", "write lost", "commit garden"]
    assert (result.code, result.complaints) == (1, ["khabar: No space left on device"])


def test_a_long_run_commits_in_between(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The state is written batch by batch, not only at the end."""
    commits: list[str | None] = []
    commit = Deduper.commit

    def note(deduper: Deduper, page_id: str | None = None) -> None:
        commits.append(page_id)
        commit(deduper, page_id)

    monkeypatch.setattr(Deduper, "commit", note)
    monkeypatch.setattr(enrich, "BATCH_PAGES", 2)

    run(article, article, article, "--state", tmp_path / "state")

    assert commits == [None, "garden"]


def test_output_goes_to_a_file_that_is_not_read_again(article: Path, tmp_path: Path) -> None:
    """`-o` may lie in the folder that is read; a second run takes the same pages as the first."""
    output = tmp_path / "out.jsonl"

    for _ in range(2):
        assert run(tmp_path, "-o", output).code == 0
        assert [json.loads(line)["page_id"] for line in output.read_text(encoding="utf-8").splitlines()] == [
            article.stem
        ]


@pytest.mark.parametrize(
    "arguments",
    [
        lambda file: [file, "-o", file],
        lambda file: [file, "--dead-letters", file],
        lambda file: [file.with_name("absent.txt")],
        lambda file: [file, "--format", "xml"],
        lambda file: [file, "--state", file],
    ],
    ids=["output is input", "letters are input", "no such file", "no such layout", "state is a file"],
)
def test_a_misuse_touches_nothing(article: Path, arguments: Callable[[Path], list[str | Path]]) -> None:
    """A command line that makes no sense is refused with one line and exit code 2 before anything is written."""
    result = run(*arguments(article))

    assert (result.code, result.stdout, len(result.complaints)) == (2, "", 1)
    assert article.read_text(encoding="utf-8") == ARTICLE


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be read as one" * 20])
def test_a_state_that_is_something_else_is_refused(article: Path, tmp_path: Path, content: bytes) -> None:
    """A folder with a foreign index gives one line; the file stays as it is."""
    foreign = tmp_path / "state" / enrichment.INDEX_FILE
    foreign.parent.mkdir()
    foreign.write_bytes(content)

    result = run(article, "--state", foreign.parent)

    assert (result.code, result.stdout, len(result.complaints)) == (1, "", 1)
    assert str(foreign) in result.complaints[0]
    assert foreign.read_bytes() == content


def test_a_wrong_setting_is_named(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that cannot be used is a misuse, told by its name."""
    monkeypatch.setenv("KHABAR_DEDUPE__TTL_DAYS", "soon")

    result = run(article)

    assert result.code == 2
    assert result.complaints[0].startswith("khabar: KHABAR_DEDUPE__TTL_DAYS: ")


def test_pretty_shows_every_segment_and_name(article: Path) -> None:
    """For people: each segment under its kind, the documents with their decision, no JSON, no colours in a pipe."""
    result = run(article, "--pretty", "--bidi", "plain")

    assert result.code == 0
    assert "\x1b" not in result.stdout
    for expected in ("headline        │", "paragraph       │", "▌ article · new", "published       │ 2025-03-03"):
        assert expected in result.stdout
    words = set(ARTICLE.split())
    assert words <= set(result.stdout.split()), "every word of the page is shown"


def test_pretty_isolates_each_line(article: Path) -> None:
    """By default every line of right-to-left text is closed in isolates of its own."""
    lines = [line for line in run(article, "--pretty").stdout.splitlines() if "│" in line and "\u0627" in line]

    assert lines
    assert all(line.count("\u2067") + line.count("\u2066") == line.count("\u2069") == 1 for line in lines)


@pytest.mark.parametrize("option", ["-o", "--dead-letters"])
def test_a_run_that_is_refused_leaves_earlier_output(article: Path, tmp_path: Path, option: str) -> None:
    """A state that another run has, or profiles that are none, cost nothing that was written before."""
    kept, damaged = tmp_path / "kept.jsonl", tmp_path / "profiles.jsonl"
    kept.write_text("an earlier run's", encoding="utf-8")
    damaged.write_text("{", encoding="utf-8")
    assert run(article, option, kept, "--profiles", damaged).code == 1
    assert kept.read_text(encoding="utf-8") == "an earlier run's"


def test_one_file_is_not_written_twice_at_once(article: Path, tmp_path: Path) -> None:
    """Events and dead letters would write over each other."""
    both = tmp_path / "both.jsonl"
    result = run(article, "-o", both, "--dead-letters", tmp_path / "." / "both.jsonl")
    assert (result.code, both.exists()) == (2, False)
