"""The shelf: the profiles of all sources that are at hand, those in force and what is being learned beyond them."""

from collections.abc import Callable
from typing import Final

from schemas.enriched_page import PageEvent
from schemas.source_profile import SourceProfile
from workers.profiles.learning import Learner
from workers.profiles.source import source_of

MOST_SOURCES: Final = 512
"""Sources kept in memory; what lies longest is read again when it is wanted."""

Load = Callable[[str], SourceProfile | None]


class Shelf:
    """Profiles by source. One in force stays as it is until `renew`, however much has been learned since.

    Args:
        load: reads the profile of a source that is not on the shelf.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._in_force: dict[str, SourceProfile | None] = {}
        self._learners: dict[str, Learner] = {}
        self._waiting: dict[str, int] = {}

    def profile_of(self, source: str) -> SourceProfile | None:
        """Give the profile in force."""
        if source not in self._in_force:
            self._in_force[source] = self._load(source)
        return self._in_force[source]

    def learn(self, page: PageEvent) -> str | None:
        """Learn from a page; name the source that it taught something of. One of no source teaches nothing."""
        source = source_of(page.source, page.url)
        if source is None:
            return None
        learner = self._learners.get(source)
        if learner is None:
            learner = self._learners[source] = Learner(source, self.profile_of(source))
        if not learner.learn(page):
            return None
        self._waiting[source] = self._waiting.get(source, 0) + 1
        return source

    @property
    def waiting(self) -> dict[str, int]:
        """How many articles each source has taught since its profile was renewed; none of those without any."""
        return dict(self._waiting)

    def renew(self, *sources: str) -> list[SourceProfile]:
        """Put what was learned in force; give the new profiles.

        Args:
            sources: those to renew; all that have learned something where none is named.
        """
        renewed = []
        for source in sources or tuple(self._waiting):
            if self._waiting.pop(source, 0):
                profile = self._learners[source].profile()
                self._in_force[source] = profile
                renewed.append(profile)
        return renewed

    def tidy(self) -> None:
        """Forget the sources that were brought in first, where there are too many; call it when all are stored."""
        for source in list(self._in_force)[: max(0, len(self._in_force) - MOST_SOURCES)]:
            if source not in self._waiting:
                del self._in_force[source]
                self._learners.pop(source, None)
