"""Learning: a profile and a page of its source give the next profile."""

from collections import Counter
from datetime import UTC
from itertools import islice
from typing import Final

from schemas.document import Document, Role
from schemas.enriched_page import PageEvent
from schemas.identity import digest
from schemas.source_profile import MOST_NAMES, MOST_RECENT, NAME_CHARS, NO_DATES, NO_KEYWORDS, Named, SourceProfile
from workers.arabic.fold import fold
from workers.profiles.dates import DateBook
from workers.profiles.furniture import FurnitureBook
from workers.profiles.keywords import KeywordBook
from workers.profiles.packing import mark_of, pack_marks, unpack_marks
from workers.profiles.source import source_of

_LEAD_CHARS: Final = 120
_VERSION_CHARS: Final = 12
_UNSEALED: Final = "0" * _VERSION_CHARS


class OtherSource(ValueError):  # noqa: N818  # it names what the page is
    """A page that is of no source, or of another one than the profile."""


def learn(profile: SourceProfile | None, page: PageEvent) -> SourceProfile:
    """Learn from a page. A page that came before, or another copy of a recent article, teaches nothing.

    Args:
        profile: what is known of the source; None for a source never seen.
        page: a page of it that has walked the stages.

    Raises:
        OtherSource: the page is of no source, or not of the profile's.
    """
    source = source_of(page.source, page.url)
    if source is None or (profile is not None and profile.source != source):
        raise OtherSource(f"a page of {source or 'no source'}")
    learner = Learner(source, profile)
    return learner.profile() if learner.learn(page) or profile is None else profile


class Learner:
    """Learns from one source's pages, one after the other; `profile` gives what is known so far.

    The same as `learn` page by page, without making a profile each time.
    """

    def __init__(self, source: str, profile: SourceProfile | None = None) -> None:
        self._source = source
        self._articles = profile.articles if profile else 0
        self._last_day = profile.last_day if profile else None
        self._recent = dict.fromkeys(unpack_marks(profile.recent)) if profile else {}
        self._publishers = Counter({each.name: each.seen for each in profile.publishers}) if profile else Counter()
        self._furniture = FurnitureBook(profile)
        self._keywords = KeywordBook(profile.keywords if profile else NO_KEYWORDS)
        self._dates = DateBook(profile.dates if profile else NO_DATES)

    @property
    def articles(self) -> int:
        """Count the different articles learned from."""
        return self._articles

    def learn(self, page: PageEvent) -> bool:
        """Learn from a page of the source; say whether it taught anything.

        A page without an article does not. Nor does one whose id, headline or lead is among those of some 340 earlier
        articles: it is the same page once more, a revision, or a copy, and what stands beside it proves nothing.
        """
        article = next((each for each in page.documents if each.role is Role.ARTICLE), None)
        if article is None:
            return False
        marks = _marks(page, article)
        if any(mark in self._recent for mark in marks):
            return False
        self._recent.update(dict.fromkeys(marks))
        for mark in list(islice(self._recent, max(0, len(self._recent) - MOST_RECENT))):
            del self._recent[mark]
        day = page.captured_at.astimezone(UTC).date()
        self._furniture.learn(page, articles=self._articles, day=day)
        self._keywords.learn(page, article)
        self._dates.learn(page, day=day)
        if publisher := article.metadata.publisher:
            self._note_publisher(publisher.encode("utf-8", "replace").decode()[:NAME_CHARS])
        self._articles += 1
        self._last_day = max(day, self._last_day or day)
        return True

    def profile(self) -> SourceProfile:
        """Give what is known of the source."""
        publishers = sorted(self._publishers.items(), key=lambda item: (-item[1], item[0]))
        return seal(
            SourceProfile(
                source=self._source.encode("utf-8", "replace").decode(),
                version=_UNSEALED,
                articles=self._articles,
                last_day=self._last_day,
                lines=self._furniture.lines(),
                candidates=self._furniture.candidates(),
                recent=pack_marks(self._recent),
                keywords=self._keywords.habits(),
                dates=self._dates.habits(),
                publishers=tuple(Named(name=name, seen=seen) for name, seen in publishers),
            )
        )

    def _note_publisher(self, name: str) -> None:
        if name not in self._publishers and len(self._publishers) == MOST_NAMES:
            # The newcomer takes the place of the rarest and its count, so that a new name can rise.
            rarest = min(self._publishers, key=lambda each: (self._publishers[each], each))
            self._publishers[name] = self._publishers.pop(rarest)
        self._publishers[name] += 1


def seal(profile: SourceProfile) -> SourceProfile:
    """Give a profile the version that its content has."""
    return profile.model_copy(update={"version": version_of(profile)})


def version_of(profile: SourceProfile) -> str:
    """Derive a profile's version from all else that it holds."""
    return digest("source profile", profile.model_dump_json(exclude={"version"}))[:_VERSION_CHARS]


def _marks(page: PageEvent, article: Document) -> list[int]:
    """Hash what tells whether an article was seen before: the page's id, its headline, its lead."""
    marks = [mark_of("page", page.page_id)]
    if article.headline is not None:
        marks.append(mark_of("headline", fold(article.headline.text).lower()))
    if article.paragraphs:
        lead = article.paragraphs[0]
        marks.append(mark_of("lead", fold(page.text[lead.start : min(lead.end, lead.start + _LEAD_CHARS)]).lower()))
    return marks
