"""Prose without meaning, and the way from two texts to what the newer one is."""

import random
from collections.abc import Callable

import pytest

from schemas.dedupe import Decision
from schemas.document import Role
from workers.stages.dedupe.comparison import Match, Text, compare
from workers.stages.dedupe.decision import relate
from workers.stages.dedupe.fingerprint import take_fingerprint
from workers.stages.dedupe.origin import Origin

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"


@pytest.fixture
def prose() -> Callable[[int, int], str]:
    """Give a writer of `count` random words, the same for the same `seed`."""

    def write(count: int, seed: int = 1) -> str:
        rng = random.Random(seed)  # noqa: S311  # a sample, no secret
        return " ".join("".join(rng.choices(LETTERS, k=rng.randrange(3, 8))) for _ in range(count))

    return write


@pytest.fixture
def match() -> Callable[..., Match]:
    """Give a comparison of a newer text with an earlier one."""

    def compared(newer: str, earlier: str, *, headlines: tuple[str | None, str | None] = (None, None)) -> Match:
        return compare(
            Text(take_fingerprint("newer", headlines[0], newer)),
            Text(take_fingerprint("earlier", headlines[1], earlier)),
        )

    return compared


@pytest.fixture
def relation(match: Callable[..., Match]) -> Callable[..., Decision | None]:
    """Give what a newer text is to an earlier one; the publisher is the same unless `copied`."""

    def related(
        newer: str,
        earlier: str,
        *,
        roles: tuple[Role, Role] = (Role.ARTICLE, Role.ARTICLE),
        copied: bool = False,
        headlines: tuple[str | None, str | None] = (None, None),
    ) -> Decision | None:
        whose = Origin(publisher="صحيفة أخرى" if copied else "صحيفة")
        return relate(roles[0], whose, roles[1], Origin(publisher="صحيفة"), match(newer, earlier, headlines=headlines))

    return related
