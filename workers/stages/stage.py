"""What a stage is, and what makes a row of them a chain."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import reduce

from workers.stages.page import Page

GIVEN = frozenset({"page_id", "url", "source", "captured_at", "text", "witness", "places", "profile"})
"""What every page has before the first stage."""

PROVIDABLE = frozenset(field.name for field in fields(Page)) | {"metadata", "entities"}
"""The names that stages may require and provide: the page's fields, and what lies inside its documents."""


class ChainError(ValueError):
    """A chain in which a stage lacks what it requires, or names what no page has."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A pure, synchronous function of a page, with what it reads and what it adds.

    `apply` has no clock, no randomness, no logging and no environment; equal pages give equal results.
    """

    name: str
    requires: frozenset[str]
    provides: frozenset[str]
    apply: Callable[[Page], Page]


class Chain:
    """Stages in the order in which a page meets them.

    Raises:
        ChainError: a stage requires what no earlier stage provides, names what no page has, or repeats a name.
    """

    def __init__(self, stages: Iterable[Stage]) -> None:
        self.stages = tuple(stages)
        at_hand = set(GIVEN)
        names: set[str] = set()
        for stage in self.stages:
            if unknown := (stage.requires | stage.provides) - PROVIDABLE:
                raise ChainError(f"stage {stage.name!r} names what no page has: {', '.join(sorted(unknown))}")
            if missing := stage.requires - at_hand:
                raise ChainError(f"stage {stage.name!r} comes before what it requires: {', '.join(sorted(missing))}")
            if stage.name in names:
                raise ChainError(f"stage {stage.name!r} stands twice in the chain")
            names.add(stage.name)
            at_hand |= stage.provides

    def __call__(self, page: Page) -> Page:
        """Lead a page through all stages."""
        return reduce(lambda so_far, stage: stage.apply(so_far), self.stages, page)
