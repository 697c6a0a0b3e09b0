"""`khabar demo`: the whole pipeline on this machine, seen at work."""

import asyncio
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, aclosing
from datetime import timedelta
from pathlib import Path
from typing import Final

import click

from schemas.dead_letter import DeadLetter
from schemas.enriched_page import EnrichedPage
from topics.catalogue import CATALOGUE, DEAD_LETTERS, DEDUPE_INDEX_CHANGELOG, ENRICHED_PAGES, RAW_PAGES
from workers.access import UNSECURED
from workers.cli.bidi import Bidi
from workers.cli.brokers import ask
from workers.cli.child import WorkerProcess, run_worker, terminable
from workers.cli.configuration import load_settings
from workers.cli.enrichment import check_chain, enrich, open_index
from workers.cli.errors import Failure
from workers.cli.inputs import Record, read_records
from workers.cli.lines import Terminal
from workers.cli.narration import Narrator
from workers.cli.produce import outgoing_of
from workers.intake import Rejected
from workers.kafka import records as kafka
from workers.kafka.admin import apply
from workers.kafka.embedded import NoEmbeddedBroker, run_broker
from workers.settings import Settings

SAMPLES: Final = Path(__file__).parent / "samples"
"""A dozen pages written for the project; their file names say what each shows."""

_EVENT_WITHIN_SECONDS: Final = 20.0
_LOOK_SECONDS: Final = 1.0


@click.command("demo")
@click.option(
    "--bidi",
    type=click.Choice(Bidi, case_sensitive=False),
    default=Bidi.ISOLATE.value,
    show_default=True,
    help="How right-to-left text is written: isolated, as it is, or joined and turned where a terminal cannot.",
)
@click.option("--no-broker", is_flag=True, help="Run the chain in one process, as where no broker is to be had.")
def command(bidi: Bidi, no_broker: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """See it all at work on this machine, without Docker or Java.

    Starts a broker in memory, creates the topics, runs a worker, sends a dozen pages and shows what becomes of each;
    then ends and leaves nothing behind. Where that broker cannot run, the same pages go through one process.
    """
    narrator = Narrator(Terminal(), bidi)
    with terminable(), tempfile.TemporaryDirectory(prefix="khabar-demo-") as folder:
        if no_broker:
            _run_in_process(narrator)
            return
        try:
            _run_on_broker(narrator, Path(folder))
        except NoEmbeddedBroker as error:
            narrator.say(f"{error}; so without a broker, in one process:", style="yellow")
            narrator.say()
            _run_in_process(narrator)


def _run_in_process(narrator: Narrator) -> None:
    check_chain()
    with open_index(None, ttl=timedelta(days=load_settings().dedupe.ttl_days)) as deduper:
        for title, record in _samples():
            began = time.monotonic()
            try:
                page = enrich(record, deduper)
            except Rejected as rejected:
                narrator.tell_dead_letter(title, rejected.reason, str(rejected), time.monotonic() - began)
            else:
                deduper.commit()
                narrator.tell_page(title, record.read().content, page, time.monotonic() - began)
    narrator.say("next: khabar enrich --pretty FILES", style="bold")


def _run_on_broker(narrator: Narrator, folder: Path) -> None:
    with ExitStack() as stack:
        began = time.monotonic()
        broker = stack.enter_context(run_broker())
        settings = load_settings(
            kafka={**UNSECURED, "bootstrap_servers": broker.bootstrap_servers},
            worker={"data_dir": folder / "data"},
            web={"host": "127.0.0.1", "port": _free_port()},
        )
        narrator.say(f"broker   in memory, at {broker.bootstrap_servers} ({time.monotonic() - began:.1f} s)")
        created = ask(apply(settings)).created
        narrator.say(f"topics   {', '.join(created)}")
        began = time.monotonic()
        worker = stack.enter_context(run_worker(settings, folder / "worker.log"))
        with narrator.busy("the worker imports Faust, joins its groups, recovers the index"):
            worker.await_ready()
        narrator.say(f"worker   ready, all agents in one process ({time.monotonic() - began:.1f} s)")
        narrator.say()
        ask(_send_and_show(settings, worker, narrator))
        counts = ask(_count(settings))
        narrator.say("records in the topics now", style="bold")
        for name, count in counts.items():
            narrator.say(f"  {name:<28}{count:>4}")
        began = time.monotonic()
        code = worker.stop(settings.worker.drain_timeout_seconds)
        narrator.say(f"worker   drained and ended ({time.monotonic() - began:.1f} s, exit code {code})")
    narrator.say("broker   ended; nothing is left behind")
    narrator.say()
    narrator.say("next: khabar enrich --pretty FILES, or docker compose up", style="bold")
    if code:
        raise Failure(f"the worker ended with exit code {code}")


def _samples() -> Iterator[tuple[str, Record]]:
    for record in read_records([SAMPLES]):
        if isinstance(record, Record):
            yield Path(record.origin).stem.replace("-", " "), record


def _free_port() -> int:
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        port: int = candidate.getsockname()[1]
        return port


async def _send_and_show(settings: Settings, worker: WorkerProcess, narrator: Narrator) -> None:
    """Send one page after the other and wait for what becomes of each: their order is part of the story."""
    prefix = settings.topics.prefix
    watched = [topic.wire_name(prefix) for topic in (ENRICHED_PAGES, DEAD_LETTERS)]
    events = kafka.follow(settings.kafka, watched, from_beginning=True)
    async with kafka.sending(settings.kafka) as sender, aclosing(events):
        for title, record in _samples():
            began = time.monotonic()
            await sender.send(outgoing_of(record, RAW_PAGES.wire_name(prefix)))
            await sender.flush()
            event = await _next_event(events, worker)
            seconds = time.monotonic() - began
            if event.topic == DEAD_LETTERS.wire_name(prefix):
                letter = DeadLetter.from_headers(event.headers)
                narrator.tell_dead_letter(title, letter.reason, letter.exception_message, seconds)
            else:
                page = EnrichedPage.model_validate_json(event.value or b"")
                narrator.tell_page(title, record.read().content, page, seconds)


async def _next_event(events: AsyncIterator[kafka.Record], worker: WorkerProcess) -> kafka.Record:
    coming = asyncio.ensure_future(anext(events))
    deadline = time.monotonic() + _EVENT_WITHIN_SECONDS
    try:
        while time.monotonic() < deadline:
            done, _ = await asyncio.wait([coming], timeout=_LOOK_SECONDS)
            if done:
                return coming.result()
            worker.check()
    finally:
        coming.cancel()
    raise Failure(f"no event within {_EVENT_WITHIN_SECONDS:.0f} s")


async def _count(settings: Settings) -> dict[str, int]:
    names = [topic.wire_name(settings.topics.prefix) for topic in CATALOGUE if topic is not DEDUPE_INDEX_CHANGELOG]
    counts = dict.fromkeys(names, 0)
    async for record in kafka.read_to_end(settings.kafka, names):
        counts[record.topic] += 1
    return counts
