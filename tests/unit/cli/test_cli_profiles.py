"""`khabar profiles`, and `khabar enrich` with profiles: learned from files, shown, read with."""

import json
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from schemas.source_profile import SourceProfile
from workers.cli import enrich, profiles
from workers.cli.errors import Failure
from workers.cli.main import khabar
from workers.profiles.files import read_profiles, write_profile

SITE = "harbour.example"
PLACES = ("المنارة", "الأندلس", "الزيتون", "النخيل", "الياسمين", "الربوة", "الشاطئ", "القلعة", "الورود", "الصنوبر")


def page(number: int, **fields: object) -> dict[str, Any]:
    """Write a page of the site, with an article of its own."""
    place = PLACES[number % len(PLACES)]
    text = (
        f"بلدية المرفأ تعيد افتتاح حديقة {place} رقم {number}\n"
        "تاريخ النشر: 03 مارس 2025\n"
        f"أعادت بلدية المرفأ افتتاح حديقة {place} رقم {number} أمام الزوار بعد إغلاقها ستة أشهر لتجديد أشجارها.\n"
        "المصدر: صحيفة الواحة\n"
        f"كلمات دلالية: حديقة {place} بلدية المرفأ\n"
        "نشرة الميناء تصلكم كل صباح\n"
    )
    return {"url": f"https://{SITE}/{number}", "captured_at": "2025-03-04T08:00:00Z", "text": text, **fields}


def write(file: Path, count: int) -> Path:
    """Write pages to a file."""
    file.write_text("".join(json.dumps(page(number), ensure_ascii=False) + "\n" for number in range(count)), "utf-8")
    return file


def run(*arguments: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(khabar, [*map(str, arguments)], prog_name="khabar")


def profiles_of(file: Path) -> list[SourceProfile]:
    """Read a file of profiles."""
    return read_profiles(file.read_bytes().splitlines())


def versions(result: Result) -> list[str | None]:
    """Give the version of the profile that each event names."""
    events = [json.loads(line) for line in result.stdout.splitlines()]
    return [event["profile"]["version"] if event["profile"] else None for event in events]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Give a file of ten pages of one site."""
    return write(tmp_path / "pages.jsonl", 10)


def test_pages_teach_a_profile(pages: Path, tmp_path: Path) -> None:
    """One profile a source comes out, the same each time, and a line says how many."""
    out = tmp_path / "profiles.jsonl"
    result = run("profiles", "learn", pages, "--out", out)
    (profile,) = profiles_of(out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "khabar: 10 pages learned from, 1 profile written\n"
    assert (profile.source, profile.articles) == (SITE, 10)
    again = tmp_path / "again.jsonl"
    run("profiles", "learn", pages, "--out", again)
    assert again.read_bytes() == out.read_bytes()


def test_events_teach_what_their_pages_do(pages: Path, tmp_path: Path) -> None:
    """Output of `khabar enrich` can be learned from as well."""
    events, out, other = (tmp_path / name for name in ("events.jsonl", "profiles.jsonl", "other.jsonl"))
    run("enrich", pages, "--output", events)
    run("profiles", "learn", events, "--out", out)
    run("profiles", "learn", pages, "--out", other)
    assert out.read_bytes() == other.read_bytes()


def test_learning_goes_on_from_known_profiles(tmp_path: Path) -> None:
    """What was learned before counts, and pages that were learned from count once; a folder takes a file a source."""
    first, all_, folder = write(tmp_path / "first.jsonl", 4), write(tmp_path / "all.jsonl", 9), tmp_path / "profiles"
    folder.mkdir()
    run("profiles", "learn", first, "--out", folder)
    run("profiles", "learn", all_, "--from", folder, "--out", folder)
    (profile,) = profiles_of(folder / f"{SITE}.json")
    assert profile.articles == 9


def test_what_is_no_page_is_told_and_the_rest_learned(pages: Path, tmp_path: Path) -> None:
    """A bad record costs the exit code and a line, no profile."""
    pages.write_bytes(b'{"nothing": 1}\n' + pages.read_bytes())
    out = tmp_path / "profiles.jsonl"
    result = run("profiles", "learn", pages, "--out", out)
    assert result.exit_code == 1
    assert f"{pages}:1" in result.stderr
    assert profiles_of(out)[0].articles == 10


def test_a_profile_is_shown_for_people_and_for_programs(pages: Path, tmp_path: Path) -> None:
    """A file's profiles are told in words, or printed as they are."""
    out = tmp_path / "profiles.jsonl"
    run("profiles", "learn", pages, "--out", out)
    (profile,) = profiles_of(out)
    told = run("profiles", "show", out).stdout
    assert f"{SITE}  version {profile.version}, 10 articles up to 2025-03-04" in told
    assert "furniture  نشرة الميناء تصلكم كل صباح" in told
    assert run("profiles", "show", out, "--json").stdout.encode() == write_profile(profile) + b"\n"


def test_a_source_is_shown_from_a_state_folder(pages: Path, tmp_path: Path) -> None:
    """A state folder is looked up by source, or shown as a whole; a source that nobody knows is one clear line."""
    state = tmp_path / "state"
    run("enrich", pages, "--state", state)
    by_name = run("profiles", "show", f"WWW.{SITE}".removeprefix("WWW."), "--state", state)
    assert by_name.stdout == run("profiles", "show", state).stdout
    assert by_name.stdout.startswith(SITE)
    unknown = run("profiles", "show", "nobody.example", "--state", state)
    assert (unknown.exit_code, unknown.stderr.count("\n")) == (1, 1)


def test_a_file_that_is_missing_is_told_before_the_broker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is no file may be a source's name; where no broker can be asked, the line says both."""

    def ask(work: Coroutine[Any, Any, Any]) -> None:
        work.close()
        raise Failure("no Kafka broker answers at nowhere:1")

    monkeypatch.setattr(profiles, "ask", ask)
    missing = tmp_path / "profiles.jsonl"
    result = run("profiles", "show", missing)
    reason = "for a source of that name: no Kafka broker answers at nowhere:1"
    assert (result.exit_code, result.stderr) == (1, f"khabar: no file {missing}, and {reason}\n")


def test_what_is_no_profile_is_one_clear_line(pages: Path) -> None:
    """A file of pages is no file of profiles."""
    for arguments in (("profiles", "show", pages), ("enrich", pages, "--profiles", pages)):
        result = run(*arguments)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"khabar: {pages}: no profile: ")
        assert result.stderr.count("\n") == 1


def test_a_state_folder_learns_as_it_goes(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first pages are read without a profile, later ones with what those taught, and a later run goes on."""
    monkeypatch.setattr(enrich, "BATCH_PAGES", 4)
    state = tmp_path / "state"
    first = versions(run("enrich", pages, "--state", state))
    assert first[:4] == [None] * 4
    assert len(set(first[4:8])) == 1 < len({*first[4:]})
    later = versions(run("enrich", pages, "--state", state))
    assert set(later) == {profile.version for profile in _kept(state, tmp_path)}


def test_fixed_profiles_give_the_same_events_each_time(pages: Path, tmp_path: Path) -> None:
    """With `--profiles`, and with what is no state, nothing is learned: equal pages, equal versions, equal events."""
    out = tmp_path / "profiles.jsonl"
    run("profiles", "learn", pages, "--out", out)
    once = run("enrich", pages, "--profiles", out)
    assert set(versions(once)) == {profiles_of(out)[0].version}
    state = tmp_path / "state"
    again = run("enrich", pages, "--profiles", out, "--state", state)
    assert again.stdout == once.stdout
    assert _kept(state, tmp_path) == []
    assert set(versions(run("enrich", pages))) == {None}


def test_learning_can_be_switched_off(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Switched off, a state folder keeps no profiles, and events are those of a run without any."""
    state = tmp_path / "state"
    monkeypatch.setenv("KHABAR_PROFILES__ENABLED", "false")
    off = run("enrich", pages, "--state", state)
    assert off.stdout == run("enrich", pages).stdout
    assert not list(state.glob("source-profiles*"))


def _kept(state: Path, tmp_path: Path) -> list[SourceProfile]:
    """Read what a state folder keeps; nothing where it keeps no profiles."""
    if not (state / "source-profiles.sqlite").exists():
        return []
    shown = tmp_path / "shown.jsonl"
    shown.write_text(run("profiles", "show", state, "--json").stdout, "utf-8")
    return profiles_of(shown)


def test_learning_never_overwrites_what_it_reads(tmp_path: Path) -> None:
    """Pages named as the place for profiles are refused before anything is read."""
    pages = write(tmp_path / "pages.jsonl", 3)
    before = pages.read_bytes()
    result = run("profiles", "learn", pages, "--out", pages)
    assert (result.exit_code, pages.read_bytes()) == (2, before)
    assert "read and written at once" in result.output


def test_learning_nothing_leaves_earlier_profiles(tmp_path: Path) -> None:
    """Where no page taught anything, the file keeps what it had, and the command fails."""
    out = tmp_path / "profiles.jsonl"
    assert run("profiles", "learn", write(tmp_path / "pages.jsonl", 3), "--out", out).exit_code == 0
    before = out.read_bytes()
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    result = run("profiles", "learn", empty, "--out", out)
    assert (result.exit_code, out.read_bytes()) == (1, before)
    assert "nothing was learned" in result.output
    assert sorted(each.name for each in tmp_path.iterdir()) == ["empty.jsonl", "pages.jsonl", "profiles.jsonl"]


def test_a_file_without_profiles_is_no_file_of_profiles(tmp_path: Path) -> None:
    """An empty one is complained about, not read with."""
    empty = tmp_path / "profiles.jsonl"
    empty.touch()
    result = run("enrich", write(tmp_path / "pages.jsonl", 1), "--profiles", empty)
    assert result.exit_code == 1
    assert "no profile in the file" in result.output
