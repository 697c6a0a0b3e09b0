"""One khabar installation on the session's broker: topics, groups and folders of its own, real worker processes."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from schemas.enriched_page import EnrichedPage
from tests.integration.broker import Broker, free_port
from tests.integration.press import Sheet
from topics.catalogue import ANNOTATED_PAGES, ENRICHED_PAGES, RAW_PAGES
from topics.topic import Topic
from workers.kafka.admin import Applied, apply
from workers.kafka.records import Outgoing, Record, last_of_each_key, read_to_end, sending
from workers.settings import PREFIX, Settings, variable

_PATIENCE_SECONDS: Final = 90
"""For what should take a few seconds on an idle machine; only a failure waits so long."""
_LOOK_SECONDS: Final = 0.25
_TTL_DAYS: Final = 36_500
KHABAR: Final = (sys.executable, "-P", "-m", "workers.cli")


class Worker:
    """A process of `khabar worker`."""

    def __init__(self, environment: dict[str, str], log: Path, arguments: Iterable[str] = ()) -> None:
        self.port = free_port()
        self.log = log
        with log.open("ab") as stream:
            self.process = subprocess.Popen(  # noqa: S603  # our own command
                [*KHABAR, "worker", *arguments],
                env={**environment, variable("web", "port"): str(self.port)},
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                cwd=log.parent,
            )

    def get(self, path: str) -> tuple[int, str]:
        """Ask over HTTP; give status and body, or 0 where nobody listens."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def await_ready(self) -> None:
        """Wait until the worker says that it works on records."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while self.get("/readyz")[0] != 200:
            assert self.process.poll() is None, f"the worker ended: {self.tail()}"
            assert time.monotonic() < deadline, f"not ready: {self.get('/readyz')[1]} {self.tail()}"
            time.sleep(_LOOK_SECONDS)

    def settled(self, agent: str) -> float:
        """Read from the metrics how many records an agent has published."""
        pattern = rf'^khabar_records_total{{agent="{agent}",outcome="published"}} (\S+)$'
        found = re.search(pattern, self.get("/metrics")[1], re.MULTILINE)
        return float(found[1]) if found else 0

    async def await_settled(self, agent: str, records: int) -> None:
        """Wait until an agent has counted so many records, and no more: it counts them after their events are out."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while (found := self.settled(agent)) < records:
            assert time.monotonic() < deadline, f"{agent} counted {found} records of {records}\n{self.tail()}"
            await asyncio.sleep(_LOOK_SECONDS)
        assert found == records

    async def await_committed(self, agent: str) -> None:
        """Wait until nothing that an agent's group has not committed is left, as the worker measures it."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        pattern = rf'^khabar_lag_records{{agent="{agent}",.*}} (\S+)$'
        while set(found := re.findall(pattern, self.get("/metrics")[1], re.MULTILINE)) != {"0.0"}:
            assert time.monotonic() < deadline, f"{agent} left {found} records\n{self.tail()}"
            await asyncio.sleep(_LOOK_SECONDS)

    def kill(self) -> None:
        """Kill the process as a machine that fails does."""
        self.process.kill()
        self.process.wait()

    def terminate(self) -> int:
        """Tell the process to stop; give its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_PATIENCE_SECONDS)

    def events(self) -> list[dict[str, Any]]:
        """Read the log's lines."""
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def tail(self) -> str:
        """Give the log's last lines, for people."""
        return "\n".join(self.log.read_text(encoding="utf-8").splitlines()[-15:])


class Installation:
    """Topics, groups and folders that no other test uses."""

    def __init__(self, broker: Broker, name: str, folder: Path, login: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        access = {"bootstrap_servers": broker.bootstrap_servers, **(login or {})}
        own = {
            **{variable("kafka", setting): value for setting, value in access.items()},
            # Soon enough for a test; the broker takes no shorter one.
            variable("kafka", "session_timeout_seconds"): "6",
            variable("kafka", "heartbeat_interval_seconds"): "1.5",
            variable("kafka", "commit_interval_seconds"): "0.5",
            variable("topics", "prefix"): f"{name}-",
            variable("topics", "partitions"): "4",
            variable("worker", "app_id_prefix"): f"{name}-",
            variable("worker", "data_dir"): str(folder / "data"),
            variable("worker", "batch_size"): "16",
            # Pages of these tests are from a fixed day, and must not be older than what the index remembers.
            variable("dedupe", "ttl_days"): str(_TTL_DAYS),
            variable("log", "format"): "json",
        }
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)} | own
        self.settings = Settings.load(
            kafka=access,
            topics={"prefix": f"{name}-", "partitions": 4},
            worker={"app_id_prefix": f"{name}-"},
        )
        self.workers: list[Worker] = []

    @property
    def ttl(self) -> timedelta:
        """How long the dedupe index remembers a page."""
        return timedelta(days=_TTL_DAYS)

    async def apply_topics(self) -> Applied:
        """Create the topics."""
        return await apply(self.settings)

    def start_worker(self, *arguments: str, data: str = "data", **extra: str) -> Worker:
        """Start a worker process; its state is in the folder `data`, `extra` are more variables."""
        environment = {**self.environment, variable("worker", "data_dir"): str(self.folder / data), **extra}
        worker = Worker(environment, self.folder / f"worker-{len(self.workers)}.log", arguments)
        self.workers.append(worker)
        return worker

    def run(self, *arguments: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[str]":
        """Run a command of khabar to its end."""
        return subprocess.run(  # noqa: S603  # our own command
            [*KHABAR, *arguments],
            env=self.environment,
            input=stdin.decode(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_PATIENCE_SECONDS,
            check=False,
        )

    async def send(self, records: Iterable[Outgoing]) -> None:
        """Send records and wait for their delivery."""
        async with sending(self.settings.kafka) as sender:
            for record in records:
                await sender.send(record)

    async def send_sheets(self, sheets: Iterable[Sheet]) -> None:
        """Send pages to the topic of raw pages."""
        topic = self.wire(RAW_PAGES)
        await self.send(Outgoing(topic=topic, key=sheet.key, value=sheet.value) for sheet in sheets)

    async def records(self, topic: Topic) -> list[Record]:
        """Read all that a topic holds."""
        return [record async for record in read_to_end(self.settings.kafka, [self.wire(topic)])]

    async def pages(self) -> dict[str, EnrichedPage]:
        """Read the compacted view of the enriched pages: the last event of each page."""
        last = last_of_each_key(await self.records(ENRICHED_PAGES))
        return {
            (key or b"").decode(): EnrichedPage.model_validate_json(record.value or b"") for key, record in last.items()
        }

    async def await_keys(self, topic: Topic, count: int, *, alive: Callable[[], None] | None = None) -> None:
        """Wait until a topic holds records under so many keys."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while (found := len({record.key for record in await self.records(topic)})) < count:
            if alive is not None:
                alive()
            if time.monotonic() >= deadline:
                tails = "\n".join(worker.tail() for worker in self.workers[-1:])
                pytest.fail(f"{found} of {count} keys in {topic.name}, of {await self.whereabouts()}\n{tails}")
            await asyncio.sleep(_LOOK_SECONDS)

    async def whereabouts(self) -> dict[str, Counter[int]]:
        """Count the keys that each topic of pages has, by partition, so that one sees how far those came that lack."""
        found = {}
        for topic in (RAW_PAGES, ANNOTATED_PAGES, ENRICHED_PAGES):
            keys = {(record.key, record.partition) for record in await self.records(topic)}
            found[topic.name] = Counter(partition for _, partition in keys)
        return found

    async def await_records(self, topic: Topic, count: int) -> list[Record]:
        """Wait until a topic holds so many records; give them."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while len(found := await self.records(topic)) < count:
            tails = "\n".join(worker.tail() for worker in self.workers[-1:])
            assert time.monotonic() < deadline, f"{len(found)} of {count} records in {topic.name}\n{tails}"
            await asyncio.sleep(_LOOK_SECONDS)
        return found

    def wire(self, topic: Topic) -> str:
        """Name a topic as the broker knows it."""
        return topic.wire_name(self.settings.topics.prefix)

    def close(self) -> None:
        """End what is still running."""
        for worker in self.workers:
            if worker.process.poll() is None:
                worker.kill()


async def assert_whole(installation: Installation, sheets: list[Sheet]) -> None:
    """Assert what must hold however a stream was disturbed.

    Every page is in the compacted view, and only those; a page that was published again, read with the same version of
    its source's profile, was published the same; pages of one article are one story, and no others are.
    """
    records = await installation.records(ENRICHED_PAGES)
    expected = {sheet.page_id for sheet in sheets}
    found = {(record.key or b"").decode() for record in records}
    assert found == expected, f"lost {sorted(expected - found)[:5]}, foreign {sorted(found - expected)[:5]}"
    read_with = {record.value: EnrichedPage.model_validate_json(record.value or b"").profile for record in records}
    versions = Counter((key, read_with[value]) for key, value in {(record.key, record.value) for record in records})
    changed = [key for key, count in versions.items() if count > 1]
    assert not changed, f"published again with another content: {changed[:5]}"
    story_of = {sheet.page_id: sheet.story for sheet in sheets}
    stories: dict[str, set[int]] = {}
    for page_id, page in (await installation.pages()).items():
        assert len(page.documents) == 1, page_id
        decided = page.documents[0].dedupe
        assert decided is not None, page_id
        stories.setdefault(decided.story_id, set()).add(story_of[page_id])
    mixed = {story: articles for story, articles in stories.items() if len(articles) > 1}
    assert not mixed, f"articles that became one story: {list(mixed.items())[:3]}"
    assert len(stories) == len({sheet.story for sheet in sheets}), "an article has a second story"
