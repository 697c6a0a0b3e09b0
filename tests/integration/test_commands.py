"""The commands that talk to a broker, as their user runs them."""

import json
import subprocess
from datetime import UTC, datetime

import pytest

from schemas.dead_letter import DeadLetter, History, Reason
from tests.integration.installation import KHABAR, Installation, assert_whole
from tests.integration.press import write_sheet
from topics.catalogue import CATALOGUE, DEAD_LETTERS, ENRICHED_PAGES, RAW_PAGES
from workers.kafka.records import Outgoing

pytestmark = pytest.mark.integration

STAMP = round(datetime.now(UTC).timestamp() * 1000) - 60_000
"""When the failed records were written."""


def letter_for(topic: str, offset: int, reason: Reason = Reason.STAGE_FAILED) -> DeadLetter:
    """Write the letter of a record that an earlier release failed on."""
    return DeadLetter(
        topic=topic,
        partition=0,
        offset=offset,
        connector_name="khabar-annotate",
        task_id="host-1",
        stage="metadata",
        exception_class_name="builtins.KeyError",
        exception_message="a month that nobody knows",
        reason=reason,
        attempts=1,
        first_failed_at=datetime(2025, 11, 8, tzinfo=UTC),
        timestamp_ms=STAMP,
        pipeline_version="0.0.1",
    )


async def test_produced_pages_are_seen_by_watch(installation: Installation) -> None:
    """What `produce` sends from a file comes out of the worker, and `watch` shows it in one line each."""
    sheet = write_sheet(1)
    file = installation.folder / "page.json"
    file.write_bytes(sheet.value)
    installation.start_worker()
    produced = installation.run("produce", str(file), "-", stdin=b'{"url": null}\n{"text": "..."')
    await installation.await_keys(ENRICHED_PAGES, 1)
    await installation.await_records(DEAD_LETTERS, 2)
    shown = installation.run("watch", "--from-beginning", "--limit", "3")
    as_json = installation.run("watch", "--from-beginning", "--limit", "1", "--json", "--topic", "enriched-pages")
    assert (produced.returncode, produced.stdout) == (0, "")
    assert produced.stderr == f"khabar: 3 records sent to {installation.wire(RAW_PAGES)}\n"
    kinds = sorted(line.split()[0] for line in shown.stdout.splitlines())
    assert (shown.returncode, kinds) == (0, ["letter", "letter", "page"])
    assert json.loads(as_json.stdout)["page_id"] == sheet.page_id


async def test_dead_letters_replayed_as_chosen(installation: Installation) -> None:
    """A replay sends the chosen letters and no others back as they came, and a second failure counts on."""
    source = installation.wire(RAW_PAGES)
    good, other = write_sheet(1), write_sheet(2)
    originals = [
        (good.key, good.value, letter_for(source, 1)),
        (other.key, other.value, letter_for(source, 2)),
        (b"bad", b"[]", letter_for(source, 3, Reason.NOT_A_PAGE)),
        # The same record again, as a worker writes it that was killed before it could commit.
        (good.key, good.value, letter_for(source, 1)),
    ]
    await installation.send(
        Outgoing(
            topic=installation.wire(DEAD_LETTERS),
            key=key,
            value=value,
            headers=tuple(letter.headers([("trace", b"7")])),
        )
        for key, value, letter in originals
    )
    listed = installation.run("dead-letters", "list")
    rehearsed = installation.run("dead-letters", "replay", "--all", "--dry-run")
    assert await installation.records(RAW_PAGES) == []
    first = installation.run("dead-letters", "replay", "--letter", "0:0")
    (back,) = await installation.records(RAW_PAGES)
    second = installation.run("dead-letters", "replay", "--reason", "not_a_page")
    installation.start_worker()
    again = (await installation.await_records(DEAD_LETTERS, 5))[-1]
    await installation.await_keys(ENRICHED_PAGES, 1)
    assert [line.split()[:2] for line in listed.stdout.splitlines()] == [
        ["0:0", "stage_failed"],
        ["0:1", "stage_failed"],
        ["0:2", "not_a_page"],
    ]
    assert len(rehearsed.stdout.splitlines()) == 3
    assert {run.returncode for run in (listed, rehearsed, first, second)} == {0}
    assert (back.key, back.value, back.timestamp_ms) == (good.key, good.value, STAMP)
    assert dict(back.headers).keys() == {"trace", "x-attempts", "x-first-failed-at"}
    assert History.from_headers(back.headers).failures == 1
    said = DeadLetter.from_headers(again.headers)
    assert (said.reason, said.attempts, again.value) == (Reason.NOT_A_PAGE, 2, b"[]")
    assert said.first_failed_at == datetime(2025, 11, 8, tzinfo=UTC)
    await assert_whole(installation, [good])


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["dead-letters", "replay", "--letter", "0:99"], 1, "no such letter: 0:99"),
        (["dead-letters", "replay"], 2, "choose letters by"),
        (["produce", "/nowhere.json"], 2, "does not exist"),
        (["watch", "--topic", "nothing"], 2, "'nothing' is not one of"),
    ],
)
def test_each_failure_is_one_line(installation: Installation, arguments: list[str], code: int, complaint: str) -> None:
    """A command that cannot do its work says so in one line and by its exit code."""
    result = installation.run(*arguments)
    assert (result.returncode, result.stdout) == (code, "")
    assert complaint in result.stderr
    assert len(result.stderr.splitlines()) == 1


async def test_topics_by_command(installation: Installation) -> None:
    """`topics check` fails on a broker that differs and passes on one that does not; `apply` mends it."""
    assert installation.run("topics", "check").returncode == 0
    installation.environment["KHABAR_TOPICS__PREFIX"] += "more-"
    missing = installation.run("topics", "check")
    applied = installation.run("topics", "apply")
    count = len(list(CATALOGUE))
    assert (missing.returncode, len(missing.stdout.splitlines())) == (1, count)
    assert missing.stderr == f"khabar: {count} topics differ from the catalogue\n"
    assert (applied.returncode, len(applied.stdout.splitlines())) == (0, count)
    assert installation.run("topics", "check").returncode == 0


def test_interrupted_watch_ends_quietly(installation: Installation) -> None:
    """A watcher that is terminated leaves without a word about it."""
    watcher = subprocess.Popen(  # noqa: S603  # our own command
        [*KHABAR, "watch"],
        env=installation.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            watcher.communicate(timeout=3)
        watcher.terminate()
        output, complaints = watcher.communicate(timeout=20)
    finally:
        watcher.kill()
        watcher.wait()
    assert (output, complaints) == (b"", b"")
