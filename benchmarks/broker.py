"""Broker to broker: the worker beside a raw aiokafka pass-through of the same records.

    python benchmarks/broker.py [--count 3000] [--broker embedded --broker kafka]

CPU is what the measured process itself used between its first record and its last, wall the time for it; broker and
worker share the machine, so only the ratios mean anything. The engine's overhead is what a page costs the worker beyond
its work: intake, stages, decision, the events' JSON. That is measured twice: in the worker's own thread on the same
run (`khabar_work_cpu_seconds_total`), and in one quiet process without any broker (benchmarks/stages.py).
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from sys import path
from typing import Final

path.insert(0, str(Path(__file__).parent.parent))

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from benchmarks.pages import own_pages
from benchmarks.stages import Clock, lead
from topics.catalogue import ANNOTATED_PAGES, ENRICHED_PAGES, RAW_PAGES
from workers.kafka.admin import apply
from workers.kafka.embedded import NoEmbeddedBroker, run_broker
from workers.settings import Settings

IMAGE: Final = "apache/kafka:4.1.1"
MAX_BYTES: Final = 10 * 1024 * 1024
TICKS: Final = os.sysconf("SC_CLK_TCK")
PATIENCE_SECONDS: Final = 300
READY_SECONDS: Final = 60
HEAD: Final = (
    "| | ms CPU a page | to pass-through | its work | engine's overhead | work without a broker | overhead to that"
    " | ms wall a page |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)
ANNOTATING: Final = ("intake", "repair", "segmentation", "metadata", "entities", "fingerprint", "annotated event")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a number of pages cost a process, in seconds.

    Attributes:
        work: CPU time of the agents' work, a part of `cpu`.
    """

    wall: float
    cpu: float
    work: float = 0.0


@contextmanager
def kafka() -> Iterator[str]:
    """Run Apache Kafka in a container and give its address."""
    port = free_port()
    settings = {
        "KAFKA_NODE_ID": "1",
        "KAFKA_PROCESS_ROLES": "broker,controller",
        "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
        "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
        "KAFKA_LISTENERS": f"PLAINTEXT://:{port},CONTROLLER://:9093",
        "KAFKA_ADVERTISED_LISTENERS": f"PLAINTEXT://localhost:{port}",
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS": "0",
        "KAFKA_HEAP_OPTS": "-Xms512m -Xmx512m",
    }
    options = [option for name, value in settings.items() for option in ("--env", f"{name}={value}")]
    command = ["docker", "run", "--detach", "--rm", "--publish", f"{port}:{port}", *options, IMAGE]
    container = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603  # docker
    try:
        yield f"localhost:{port}"
    finally:
        subprocess.run(["docker", "stop", "--time", "2", container], check=False, capture_output=True)  # noqa: S603, S607  # docker


@contextmanager
def embedded() -> Iterator[str]:
    """Run the broker in memory and give its address."""
    with run_broker() as broker:
        yield broker.bootstrap_servers


BROKERS: Final = {"embedded": embedded, "kafka": kafka}


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


async def send(servers: str, topic: str, values: list[bytes]) -> None:
    """Send all records, and await every delivery."""
    producer = AIOKafkaProducer(bootstrap_servers=servers, linger_ms=5, max_request_size=MAX_BYTES)
    await producer.start()
    try:
        keyed = ((str(number).encode(), value) for number, value in enumerate(values))
        await asyncio.gather(*[await producer.send(topic, value, key=key) for key, value in keyed])
    finally:
        await producer.stop()


async def await_records(servers: str, topic: str, count: int) -> None:
    """Wait until a topic holds so many records, by reading them: Tansu does not tell its ends truly."""
    consumer = AIOKafkaConsumer(
        topic, bootstrap_servers=servers, auto_offset_reset="earliest", max_partition_fetch_bytes=MAX_BYTES
    )
    await consumer.start()
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while count > 0:
                count -= sum(map(len, (await consumer.getmany(timeout_ms=200)).values()))
    finally:
        await consumer.stop()


async def pass_through(servers: str, source: str, target: str, count: int) -> Cost:
    """Copy records as plainly as aiokafka can, gathered by batch, offsets committed after delivery."""
    consumer = AIOKafkaConsumer(
        source,
        bootstrap_servers=servers,
        group_id="bench-pass-through",
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        max_partition_fetch_bytes=MAX_BYTES,
    )
    producer = AIOKafkaProducer(bootstrap_servers=servers, linger_ms=5, max_request_size=MAX_BYTES)
    await consumer.start()
    await producer.start()
    done, begun, cpu = 0, 0.0, 0.0
    try:
        while done < count:
            batch = [each for some in (await consumer.getmany(timeout_ms=200)).values() for each in some]
            if not begun and batch:
                begun, cpu = time.perf_counter(), time.process_time()
            await asyncio.gather(*[await producer.send(target, each.value, key=each.key) for each in batch])
            if batch:
                await consumer.commit()
            done += len(batch)
        return Cost(time.perf_counter() - begun, time.process_time() - cpu)
    finally:
        await consumer.stop()
        await producer.stop()


async def work(settings: Settings, stages: str, target: str, values: list[bytes]) -> Cost:
    """Run a worker on the records and measure it from the first record sent to the last event seen."""
    servers, port = settings.kafka.bootstrap_servers, free_port()
    with tempfile.TemporaryDirectory() as folder:
        variables = {
            "KHABAR_KAFKA__BOOTSTRAP_SERVERS": servers,
            "KHABAR_TOPICS__PREFIX": settings.topics.prefix,
            "KHABAR_WORKER__APP_ID_PREFIX": settings.topics.prefix,
            "KHABAR_WORKER__DATA_DIR": folder,
            "KHABAR_WEB__PORT": str(port),
            "KHABAR_LOG__LEVEL": "error",
        }
        command = (sys.executable, "-m", "workers.cli", "worker", "--stages", stages)
        worker = subprocess.Popen(command, env=os.environ | variables)  # noqa: ASYNC220, S603  # ours, started once
        try:
            await asyncio.to_thread(await_ready, port)
            cpu, begun = cpu_of(worker.pid), time.perf_counter()
            await send(servers, RAW_PAGES.wire_name(settings.topics.prefix), values)
            await await_records(servers, target, len(values))
            wall, cpu = time.perf_counter() - begun, cpu_of(worker.pid) - cpu
            return Cost(wall, cpu, await asyncio.to_thread(work_of, port))
        finally:
            worker.terminate()
            worker.wait(60)


def await_ready(port: int) -> None:
    """Wait until a worker works on records.

    Raises:
        TimeoutError: it never did.
    """
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
            return
        time.sleep(0.1)
    raise TimeoutError("the worker does not become ready")


def cpu_of(pid: int) -> float:
    """Read how much CPU time a process has used, in seconds (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def work_of(port: int) -> float:
    """Ask a worker for the CPU time of its agents' work, in seconds."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        lines = answer.read().decode().splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("khabar_work_cpu_seconds_total"))


async def measure(servers: str, values: list[bytes]) -> dict[str, Cost]:
    """Measure all on one broker, each on topics of its own."""
    costs: dict[str, Cost] = {}
    runs = {"pass-through": ("", ENRICHED_PAGES), "annotate": ("annotate", ANNOTATED_PAGES)}
    runs["annotate and dedupe"] = ("annotate,dedupe", ENRICHED_PAGES)
    for name, (stages, target) in runs.items():
        prefix = f"bench-{len(costs)}-"
        settings = Settings.load(kafka={"bootstrap_servers": servers}, topics={"prefix": prefix})
        await apply(settings, wait_seconds=60)
        wire_name = target.wire_name(prefix)
        if stages:
            costs[name] = await work(settings, stages, wire_name, values)
        else:
            await send(servers, RAW_PAGES.wire_name(prefix), values)
            costs[name] = await pass_through(servers, RAW_PAGES.wire_name(prefix), wire_name, len(values))
    return costs


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=3000, help="records")
    parser.add_argument("--broker", action="append", choices=BROKERS, help="where; may be given more than once")
    arguments = parser.parse_args()
    values = own_pages(arguments.count)
    lead(values[:50], Clock())
    clock = Clock()
    lead(values, clock)
    alone = {
        "annotate": sum(clock.seconds[step] for step in ANNOTATING),
        "annotate and dedupe": sum(clock.seconds.values()),
    }
    for name in arguments.broker or BROKERS:
        try:
            with BROKERS[name]() as servers:
                costs = asyncio.run(measure(servers, values))
        except (NoEmbeddedBroker, OSError, subprocess.CalledProcessError) as error:
            print(f"\n{name}: not measured ({error})")
            continue
        plain = costs["pass-through"]
        print(f"\n{name}: {len(values):,} pages\n")
        print(HEAD)
        for run, cost in costs.items():
            works = [cost.work, alone.get(run, 0.0)]
            beside = [
                text
                for own in works
                for text in ((f"{own / len(values) * 1000:.2f}", f"{cost.cpu / own - 1:.0%}") if own else ("-", "-"))
            ]
            figures = [f"{cost.cpu / len(values) * 1000:.2f}", f"{cost.cpu / plain.cpu:.1f}", *beside]
            print(f"| {run} | {' | '.join(figures)} | {cost.wall / len(values) * 1000:.2f} |")


if __name__ == "__main__":
    main()
