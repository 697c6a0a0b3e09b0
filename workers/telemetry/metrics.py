"""Every metric that a worker keeps, named with its unit."""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

_STAGE_SECONDS: Final = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
_DELIVERY_SECONDS: Final = (0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100)
_LOOP_DELAY_SECONDS: Final = (0.01, 0.03, 0.1, 0.3, 1, 2, 3, 10)
_RECORDS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


class Metrics:
    """The metrics of one worker process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        # CPU, memory and file descriptors of the process, as Linux tells them.
        ProcessCollector(registry=registry)
        self.records = Counter(
            "khabar_records",
            "Records settled, by outcome: published or dead_lettered.",
            ["agent", "outcome"],
            registry=registry,
        )
        self.dead_letters = Counter(
            "khabar_dead_letters", "Dead letters, by reason.", ["agent", "reason"], registry=registry
        )
        self.stage_seconds = Histogram(
            "khabar_stage_seconds",
            "Time that a stage took for one page.",
            ["stage"],
            registry=registry,
            buckets=_STAGE_SECONDS,
        )
        self.work_cpu_seconds = Counter(
            "khabar_work_cpu_seconds",
            "CPU time that an agent's work took in its thread: intake, stages, decision and the events' JSON.",
            ["agent"],
            registry=registry,
        )
        self.batch_records = Histogram(
            "khabar_batch_records", "Records of a batch.", ["agent"], registry=registry, buckets=_RECORDS
        )
        self.batch_seconds = Histogram(
            "khabar_batch_seconds",
            "Time from a batch's arrival until its offsets were let go.",
            ["agent"],
            registry=registry,
            buckets=_DELIVERY_SECONDS,
        )
        self.delivery_seconds = Histogram(
            "khabar_delivery_seconds",
            "Time until all messages of a batch were confirmed, retries included.",
            ["agent"],
            registry=registry,
            buckets=_DELIVERY_SECONDS,
        )
        self.delivery_retries = Counter(
            "khabar_delivery_retries", "Messages sent again after a failure.", ["agent"], registry=registry
        )
        self.rebalances = Counter(
            "khabar_rebalances", "Times that partitions were assigned anew.", ["agent"], registry=registry
        )
        self.lag_records = Gauge(
            "khabar_lag_records",
            "Records of the topic that the consumer group has not committed yet.",
            ["agent", "topic", "partition"],
            registry=registry,
        )
        self.index_documents = Gauge(
            "khabar_index_documents", "Documents that the dedupe index compares new ones with.", registry=registry
        )
        self.profiles_published = Counter(
            "khabar_profiles_published", "Source profiles published, each a new version.", registry=registry
        )
        self.loop_delay_seconds = Histogram(
            "khabar_loop_delay_seconds",
            "How late the event loop ran the ticks of the watchdog, two a second.",
            registry=registry,
            buckets=_LOOP_DELAY_SECONDS,
        )
