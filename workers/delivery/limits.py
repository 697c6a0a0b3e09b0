"""How many dead letters are too many: past these limits a worker stops instead of draining its topic."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from workers.delivery.failure import TooManyDeadLetters
from workers.delivery.outcome import DeadLettered, Outcome
from workers.settings import LimitSettings

_Partition = tuple[str, int]


@dataclass(slots=True)
class _History:
    window: deque[bool]
    dead: int = 0
    consecutive: int = 0

    def add(self, *, dead: bool) -> None:
        if len(self.window) == self.window.maxlen:
            self.dead -= self.window[0]
        self.window.append(dead)
        self.dead += dead
        self.consecutive = self.consecutive + 1 if dead else 0


@dataclass(slots=True)
class DeadLetterLimits:
    """Counts dead letters by partition, as getsentry/arroyo does: consecutive ones, and their share of late.

    The counts begin anew with the process, so each restart tries the topic again.
    """

    settings: LimitSettings
    _histories: dict[_Partition, _History] = field(init=False)

    def __post_init__(self) -> None:
        self._histories = defaultdict(lambda: _History(deque(maxlen=self.settings.dead_letter_window)))

    def admit(self, outcomes: Iterable[Outcome]) -> None:
        """Count a batch before anything of it is sent.

        Raises:
            TooManyDeadLetters: a limit is passed.
        """
        for outcome in outcomes:
            record = outcome.record
            history = self._histories[record.topic, record.partition]
            history.add(dead=isinstance(outcome, DeadLettered))
            where = f"{record.topic} partition {record.partition} up to offset {record.offset}"
            if history.consecutive > self.settings.dead_letter_consecutive:
                raise TooManyDeadLetters(f"{history.consecutive} dead letters one after the other in {where}")
            seen = len(history.window)
            if seen == history.window.maxlen and history.dead > seen * self.settings.dead_letter_ratio:
                raise TooManyDeadLetters(f"{history.dead} dead letters among the last {seen} records of {where}")
