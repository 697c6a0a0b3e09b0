"""Knowledge: what a profile tells the stages, looked up quickly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from schemas.source_profile import DateHabits, KeywordHabits, SourceProfile
from workers.profiles.furniture import Standing, line_key, standing_of
from workers.profiles.packing import PAIR, unpack_tally, word_of

_KNOWN_PROFILES: Final = 256
"""Profiles whose knowledge stays at hand; one takes a millisecond to make."""
_SURE_LINES: Final = 8
"""Keyword lines before which nothing is said of their order."""
_ALIKE_LINES: Final = 1
"""A line may be mistaken; by two more, one of two orders is the source's."""
_FEW_STEPS: Final = 40
_SURE_STEPS: Final = 150
"""Steps between words far apart: with fewer than the former they say nothing, from the latter on they alone decide."""
_ASCENDING: Final = 0.58
"""The share of steps upwards from which tags may be sorted: between chance and what sorted tags show, see `_orders`."""
_SURE_TIMES: Final = 3
_SURE_SHARE: Final = 0.9
"""A habit or a publisher holds that was seen so often, and on that share of the occasions."""


class KeywordOrder(StrEnum):
    """In which order a source gives its tags."""

    LETTERS = "letters"
    CODE_POINTS = "code_points"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A source's tags and their words, by `workers.arabic.words.word_key`.

    Attributes:
        orders: in which orders tags may stand; all of them where that is not known.
    """

    tags: Mapping[str, int]
    words: Mapping[int, int]
    pairs: Mapping[int, int]
    orders: tuple[KeywordOrder, ...]

    def seen(self, keys: Sequence[str]) -> int:
        """Count how often these words stood as a tag."""
        return self.tags.get(" ".join(keys), 0)

    def lines_with(self, key: str) -> int:
        """Count the keyword lines with a word."""
        return self.words.get(word_of(key), 0)

    def lines_with_pair(self, one: str, next_: str) -> int:
        """Count the keyword lines on which two words stood side by side."""
        return self.pairs.get(word_of(f"{one}{PAIR}{next_}"), 0)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of a page's source.

    Attributes:
        lines: what the source's recurring lines are, by `workers.profiles.furniture.line_key`.
        vocabulary: None where no keyword line was seen.
        month_first: whether 03/04/2025 is the fourth of March.
        publisher: whom nearly all articles name as their publisher.
    """

    lines: Mapping[str, Standing]
    vocabulary: Vocabulary | None
    month_first: bool
    publisher: str | None


NOTHING_KNOWN: Final = Knowledge({}, None, month_first=False, publisher=None)
"""What is known of a source never seen."""


class _Versioned:
    """A profile that is looked up by its version."""

    __slots__ = ("profile",)

    def __init__(self, profile: SourceProfile) -> None:
        self.profile = profile

    def __hash__(self) -> int:
        return hash(self.profile.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Versioned) and self.profile.version == other.profile.version


def knowledge_of(profile: SourceProfile | None) -> Knowledge:
    """Give what a profile tells the stages."""
    return NOTHING_KNOWN if profile is None else _knowledge(_Versioned(profile))


@lru_cache(maxsize=_KNOWN_PROFILES)
def _knowledge(versioned: _Versioned) -> Knowledge:
    profile = versioned.profile
    standings = {each.line: standing_of(each, profile.articles) for each in profile.lines}
    # A publisher's name on a line of its own is now the masthead's, now a credit: the page must tell.
    for each in profile.publishers:
        if standings.get(name := line_key(each.name)):
            standings[name] = Standing.FIXED
    publisher = profile.publishers[0] if profile.publishers else None
    named = sum(each.seen for each in profile.publishers)
    sure = publisher is not None and named >= _SURE_TIMES and publisher.seen >= _SURE_SHARE * named
    return Knowledge(
        lines={line: standing for line, standing in standings.items() if standing is not None},
        vocabulary=_vocabulary(profile.keywords) if profile.keywords.lines else None,
        month_first=_is_month_first(profile.dates),
        publisher=publisher.name if publisher is not None and sure else None,
    )


def _vocabulary(habits: KeywordHabits) -> Vocabulary:
    return Vocabulary(
        tags={each.name: each.seen for each in habits.tags},
        words=unpack_tally(habits.words),
        pairs=unpack_tally(habits.pairs),
        orders=_orders(habits),
    )


def _orders(habits: KeywordHabits) -> tuple[KeywordOrder, ...]:
    """Say in which orders tags may stand. Most lines that one way of sorting gives, the other one gives, too.

    Of a line without marks a sorted reading is mostly to be found, whether or not it is right; its words as they stand
    tell better. Of two that are far enough apart for two tags, the later one comes later by its letters in two of three
    cases where tags are sorted (measured on 4,000 lines: .69, else .47), and by chance in one of two.
    """
    kept = {KeywordOrder.LETTERS: habits.sorted_by_letters, KeywordOrder.CODE_POINTS: habits.sorted_by_code_points}
    most = max(kept.values())
    lines = habits.unsorted + most
    steps = habits.ascents + habits.descents
    ascends = steps < _FEW_STEPS or habits.ascents >= _ASCENDING * steps
    if steps >= _SURE_STEPS and not ascends:
        return (KeywordOrder.NONE,)
    if lines < _SURE_LINES or not ascends:
        return tuple(KeywordOrder)
    if most >= _SURE_SHARE * lines:
        return tuple(order for order, count in kept.items() if count >= most - _ALIKE_LINES)
    return (KeywordOrder.NONE,) if habits.unsorted >= lines / 2 else tuple(KeywordOrder)


def _is_month_first(habits: DateHabits) -> bool:
    return habits.month_first >= max(_SURE_TIMES, _SURE_SHARE * (habits.day_first + habits.month_first))
