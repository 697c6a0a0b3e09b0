"""What witnesses say, before it is decided who is right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from schemas.entity import EntityKind, EntityLinks
from workers.stages.entities.passage import Passage

NO_LINKS = EntityLinks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mention that one witness sees.

    Attributes:
        first: its first token in the passage.
        last: its last token, inclusive.
        cut: clitics of the first token that are no part of the name.
        kind: the class of what is named.
        weight: how far the witness is to be believed against others on the same tokens; a longer mention counts first.
        role: the span of the title beside the name, offsets into the page's text.
        links: what a gazetteer knows.
        acronym_of: the candidate that this one abbreviates.
    """

    first: int
    last: int
    cut: int
    kind: EntityKind
    weight: float = 1.0
    role: tuple[int, int] | None = None
    links: EntityLinks = NO_LINKS
    acronym_of: "Candidate | None" = None

    @property
    def length(self) -> int:
        """Tokens that the mention takes."""
        return self.last - self.first + 1


Witness = Callable[[Passage, Iterable[Candidate]], Iterable[Candidate]]
"""Reads a passage and what earlier witnesses saw in it, and says what it sees itself.

Rules, gazetteers and statistical taggers are witnesses alike; `choose` decides among them.
"""


def choose(candidates: Iterable[Candidate], tokens: int) -> list[Candidate]:
    """Pick mentions that do not overlap, longest first, then by weight.

    Args:
        candidates: all that the witnesses saw in one passage.
        tokens: the passage's length.

    Returns:
        The mentions in the passage's order.
    """
    taken = bytearray(tokens)
    chosen = []
    for each in sorted(candidates, key=lambda one: (-one.length, -one.weight, one.first, one.cut, one.kind)):
        if not any(taken[each.first : each.last + 1]):
            taken[each.first : each.last + 1] = b"\x01" * each.length
            chosen.append(each)
    return sorted(chosen, key=lambda one: one.first)
