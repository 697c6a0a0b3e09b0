"""Every setting of khabar; the only module that reads the environment.

A setting of a group is an environment variable `KHABAR_<GROUP>__<NAME>`, such as `KHABAR_KAFKA__BOOTSTRAP_SERVERS`.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, Self, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from workers.access import MAX_PORT, Access

PREFIX: Final = "KHABAR_"
DELIMITER: Final = "__"

_NAME: Final = r"[A-Za-z0-9_-]*"
"""What a topic's name or a group's id may begin with; a dot would collide with an underscore in metrics."""

Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1)]


class InvalidSettings(ValueError):  # noqa: N818  # it names the state of the settings, not an accident
    """Settings that cannot be used; the message is one line and names the variable.

    Attributes:
        setting: group and name of the one at fault; empty where nobody knows.
        fault: what is wrong with it.
    """

    def __init__(self, fault: str, *setting: str) -> None:
        super().__init__(f"{variable(*setting) if setting else f'{PREFIX}*'}: {fault}")
        self.setting = setting
        self.fault = fault


class StageName(StrEnum):
    """What a worker can run: one agent each."""

    ANNOTATE = "annotate"
    DEDUPE = "dedupe"
    PROFILES = "profiles"


class LogFormat(StrEnum):
    """How a line of log is written."""

    CONSOLE = "console"
    JSON = "json"
    AUTO = "auto"


class LogLevel(StrEnum):
    """The least urgent line that is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Group(BaseModel):
    """Settings of one subject."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class KafkaSettings(Group, Access):
    """The brokers, and how a worker stays in touch with them."""

    session_timeout_seconds: Seconds = Field(
        default=10, description="How long a silent worker keeps its partitions; a killed one blocks them that long."
    )
    heartbeat_interval_seconds: Seconds = Field(
        default=2, description="Between two heartbeats of a consumer; at most a third of the session timeout."
    )
    rebalance_timeout_seconds: Seconds = Field(
        default=30, description="How long a rebalance waits for every worker of the group to join again."
    )
    request_timeout_seconds: Seconds = Field(
        default=40, description="After which a request without an answer has failed and is sent again."
    )
    commit_interval_seconds: Seconds = Field(default=1, description="Between two commits of the offsets let go.")
    linger_seconds: float = Field(
        default=0.005, ge=0, le=1, description="How long the producer waits for company before it sends a message."
    )

    @model_validator(mode="after")
    def _timeouts(self) -> Self:
        if self.heartbeat_interval_seconds * 3 > self.session_timeout_seconds:
            raise ValueError("heartbeat_interval_seconds must be at most a third of session_timeout_seconds")
        if self.session_timeout_seconds > self.request_timeout_seconds:
            raise ValueError("session_timeout_seconds must not exceed request_timeout_seconds")
        return self


class TopicSettings(Group):
    """What differs between installations about the topics of the catalogue."""

    prefix: str = Field(
        default="khabar-", pattern=f"^{_NAME}$", description="Stands before every topic's name of the catalogue."
    )
    replication_factor: Count = Field(default=1, description="Copies of every topic, the dedupe index's among them.")
    partitions: Count | None = Field(
        default=None,
        description="Partitions of the topics that may be spread, in place of the catalogue's; dedupe's keeps one.",
    )


class WorkerSettings(Group):
    """What a worker process does, and how much of it at a time."""

    stages: Annotated[tuple[StageName, ...], NoDecode] = Field(
        default=(StageName.ANNOTATE, StageName.DEDUPE, StageName.PROFILES),
        min_length=1,
        description="The agents that the process runs, separated by commas.",
    )
    app_id_prefix: str = Field(
        default="khabar-",
        pattern=f"^{_NAME}$",
        description="Stands before an agent's name in its consumer group's id; two installations need two.",
    )
    data_dir: Path = Field(
        default=Path("khabar-data"), description="Folder of the local copy of the dedupe index; may be lost."
    )
    batch_size: Count = Field(
        default=64, le=10_000, description="Records worked on together, at most; fewer where they are very large."
    )
    batch_within_ms: Count = Field(default=100, le=60_000, description="How long an incomplete batch waits for more.")
    drain_timeout_seconds: Seconds = Field(
        default=25, description="How long a worker told to stop may take to finish its batch and commit."
    )
    start_timeout_seconds: Seconds = Field(
        default=60, description="How long a worker waits at its start for a broker to answer."
    )
    watchdog_stall_seconds: Seconds = Field(
        default=120,
        description="After which a worker that commits nothing while records wait, or whose loop hangs, ends itself.",
    )

    @field_validator("stages", mode="before")
    @classmethod
    def _stages(cls, value: object) -> object:
        return tuple(name.strip() for name in value.split(",") if name.strip()) if isinstance(value, str) else value

    @field_validator("stages")
    @classmethod
    def _once(cls, value: tuple[StageName, ...]) -> tuple[StageName, ...]:
        return tuple(dict.fromkeys(value))


class DedupeSettings(Group):
    """The memory of earlier documents."""

    ttl_days: float = Field(
        # Within a week 99.3 % of the nearest earlier copies have come, measured over 30,341 articles.
        default=7,
        gt=0,
        le=36_500,
        allow_inf_nan=False,
        description="How long a page is remembered, by capture time.",
    )


class ProfileSettings(Group):
    """What sources' pages teach, and whether it is used."""

    enabled: bool = Field(
        default=True, description="Whether pages are read with their sources' profiles, and profiles learned."
    )
    publish_articles: Count = Field(
        default=50, description="Articles of a source after which its profile is published at once."
    )
    publish_seconds: Seconds = Field(
        default=60,
        description="After which every profile is published that has learned anything; a killed learner reads so much "
        "again.",
    )
    start_timeout_seconds: Seconds = Field(
        default=30, description="How long `annotate` waits at its start to have read the published profiles."
    )


class LimitSettings(Group):
    """How much failure a worker takes before it stops, and how it tries again."""

    dead_letter_ratio: float = Field(
        default=0.5,
        gt=0,
        le=1,
        description="Share of dead letters among a partition's last records that stops a worker.",
    )
    dead_letter_window: Count = Field(
        default=200, description="Records of a partition that the ratio looks back on; fewer never stop a worker by it."
    )
    dead_letter_consecutive: Count = Field(
        default=100, description="Dead letters of a partition, one after the other, that stop a worker."
    )
    delivery_timeout_seconds: Seconds = Field(
        default=120, description="How long a delivery is tried before the worker ends without committing."
    )
    retry_initial_seconds: Seconds = Field(default=0.1, description="Pause before the first retry of a delivery.")
    retry_max_seconds: Seconds = Field(default=10, description="The longest pause between two retries.")

    @model_validator(mode="after")
    def _pauses(self) -> Self:
        if self.retry_initial_seconds > self.retry_max_seconds:
            raise ValueError("retry_initial_seconds must not exceed retry_max_seconds")
        return self


class WebSettings(Group):
    """Where health and metrics are served."""

    host: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(default=6066, ge=0, le=MAX_PORT, description="Its port; 0 takes any free one.")


class LogSettings(Group):
    """What is logged, and how."""

    format: LogFormat = Field(
        default=LogFormat.AUTO, description="`console`, `json`, or `auto`: console on a terminal, else JSON."
    )
    level: LogLevel = Field(default=LogLevel.INFO, description="`debug`, `info`, `warning` or `error`.")


class Settings(BaseSettings):
    """All settings, made once at the entry point and handed down."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter=DELIMITER,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        nested_model_default_partial_update=True,
    )

    kafka: KafkaSettings = KafkaSettings()
    topics: TopicSettings = TopicSettings()
    worker: WorkerSettings = WorkerSettings()
    dedupe: DedupeSettings = DedupeSettings()
    profiles: ProfileSettings = ProfileSettings()
    limits: LimitSettings = LimitSettings()
    web: WebSettings = WebSettings()
    log: LogSettings = LogSettings()

    @classmethod
    def load(cls, **overrides: dict[str, Any]) -> Self:
        """Read the settings from the environment.

        Args:
            overrides: groups whose values go before the environment's, such as `kafka={"bootstrap_servers": "..."}`;
                values of None are passed over.

        Raises:
            InvalidSettings: a value cannot be used.
        """
        groups = {
            group: {name: value for name, value in values.items() if value is not None}
            for group, values in overrides.items()
        }
        try:
            return cls(**cast("Any", {group: values for group, values in groups.items() if values}))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise InvalidSettings(first["msg"].removeprefix("Value error, "), *map(str, first["loc"][:2])) from error
        except SettingsError as error:
            raise InvalidSettings(" ".join(str(error).split())) from error


def variable(*path: str) -> str:
    """Name the environment variable of a setting, such as `variable("kafka", "bootstrap_servers")`."""
    return PREFIX + DELIMITER.join(path).upper()
