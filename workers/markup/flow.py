"""Flow: how the lines right in the article's element follow the text above them."""

from dataclasses import dataclass, field
from typing import Final

from workers.markup.houses import Line

FLOWS: Final = frozenset({"flowing", "broken"})
_LIST: Final = 2
"""So many links are more than one that a text bids to read as well."""


@dataclass(slots=True)
class Flow:
    """Tells of each line right in the article's element how it follows the text above it.

    `resumed`: behind something nested, mostly links or captions, or whatever stands before the text; `flowing`: no
    link parts it from the text above; `broken`: so too, but a mere line break parts it from its neighbour.
    """

    is_told: bool
    """Whether the text's flow is told: see `House.flows`."""
    _inlay: list[bool] = field(default_factory=list)
    """Of each line nested since the last one here, whether it is a link or a caption."""
    _has_text: bool = False
    _links: int = 0
    """How many stand between the text and what comes."""

    def pass_by(self, line: Line) -> None:
        """Note a line that is nested."""
        self._inlay.append(line.is_linked or line.is_caption)

    def take(self, line: Line) -> str | None:
        """Tell how a line follows the text; None above the text, below links, and where the flow is not told."""
        # Behind other things another article may begin, as careless sites put it into the element of the first.
        is_resumed = bool(self._inlay) and (not self._has_text or 2 * sum(self._inlay) > len(self._inlay))
        self._inlay.clear()
        self._has_text = self._has_text or line.runs
        self._links += self._has_text and line.is_linked
        is_flowing = self.is_told and self._has_text and not self._links and any(map(str.isalpha, line.text))
        # Of the texts behind a link the first may be another's; behind a list of links all may be.
        if line.runs and self._links < _LIST:
            self._links = 0
        if is_resumed or not is_flowing:
            return "resumed" if is_resumed else None
        return "broken" if line.is_broken else "flowing"
