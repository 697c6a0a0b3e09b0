"""What a source's pages teach: its furniture, its keywords, how it writes dates, who publishes it."""

from datetime import date
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from schemas.base import Model
from schemas.segment import SegmentKind

MOST_LINES: Final = 256
"""Lines that a profile keeps which stood beside several articles."""
MOST_CANDIDATES: Final = 2048
"""Lines that a profile remembers having seen once, those of some 70 pages."""
MOST_RECENT: Final = 1024
"""Marks of articles that a profile remembers: each leaves three, so some 340 articles."""
MOST_TAGS: Final = 768
MOST_WORDS: Final = 2048
MOST_PAIRS: Final = 4096
MOST_NAMES: Final = 24
MOST_KINDS: Final = 4
LINE_CHARS: Final = 144
NAME_CHARS: Final = 64
SOURCE_CHARS: Final = 200

MARK_BYTES: Final = 8
TALLY_BYTES: Final = 6
MOST_PROFILE_BYTES: Final = 1024 * 1024
"""No profile's JSON is longer, whatever was learned; those of real sources have a tenth of that."""

Total = Annotated[int, Field(ge=0)]


def _check_packed(values: bytes, size: int, most: int) -> None:
    # No `max_length`: the JSON Schema would take it for the length of the base64 text.
    if len(values) % size or len(values) > size * most:
        raise ValueError(f"must be whole values of {size} bytes, {most} at most")


class KindCount(Model):
    """As what a line was judged, and beside how many articles."""

    kind: SegmentKind
    seen: Total


class RecurringLine(Model):
    """A line that stood beside several articles."""

    line: Annotated[str, Field(max_length=LINE_CHARS)] = Field(
        description="Folded, in lower case, marks at its edges left out, each number as 0; of a long line its "
        "beginning and its length."
    )
    seen: Total = Field(description="Beside how many different articles it stood.")
    since: Total = Field(description="How many articles the source had when the line came up.")
    days: Total = Field(description="On how many days of capture it was seen.")
    first_day: date
    last_day: date
    kinds: tuple[KindCount, ...] = Field(
        max_length=MOST_KINDS, description="As what it was judged, the most frequent first."
    )


class Named(Model):
    """A name or a phrase and how often it was seen."""

    name: Annotated[str, Field(max_length=NAME_CHARS)]
    seen: Total


class KeywordHabits(Model):
    """A source's keyword lines: its tags, and which words stand side by side."""

    lines: Total
    sorted_by_letters: Total = Field(description="Lines of three tags or more, sorted by folded letters.")
    sorted_by_code_points: Total
    unsorted: Total
    ascents: Total = Field(
        description="Pairs of words three or more apart, in lines that no mark parts, that stand in order by letters."
    )
    descents: Total = Field(description="As `ascents`, of pairs that stand the other way round.")
    tags: tuple[Named, ...] = Field(
        default=(), max_length=MOST_TAGS, description="Tags by their folded words, the most frequent first."
    )
    words: bytes = Field(
        default=b"",
        description="In how many lines which words stood: hash (little-endian uint32) and count (uint16), base64.",
    )
    pairs: bytes = Field(
        default=b"",
        description="As `words`, of two words side by side that no mark parts.",
    )

    @model_validator(mode="after")
    def _holds_whole_values(self) -> Self:
        _check_packed(self.words, TALLY_BYTES, MOST_WORDS)
        _check_packed(self.pairs, TALLY_BYTES, MOST_PAIRS)
        return self


class DateHabits(Model):
    """How a source writes dates."""

    day_first: Total = Field(description="Dates in figures that can only have the day before the month.")
    month_first: Total = Field(description="Dates in figures that can only have the month before the day.")
    clock_24: Total = Field(description="Times after noon on a clock of 24 hours.")
    clock_12: Total = Field(description="Times with a word for the part of the day.")
    months: tuple[Named, ...] = Field(default=(), max_length=MOST_NAMES, description="Names of months, folded.")


NO_KEYWORDS: Final = KeywordHabits(
    lines=0, sorted_by_letters=0, sorted_by_code_points=0, unsorted=0, ascents=0, descents=0
)
NO_DATES: Final = DateHabits(day_first=0, month_first=0, clock_24=0, clock_12=0)


class ProfileReference(Model):
    """The profile that a page was read with: the same page with the same version gives the same event."""

    source: str
    version: str


class SourceProfile(Model):
    """All that is known of one source, bounded; what the stages read and what learning goes on from."""

    source: Annotated[str, Field(min_length=1, max_length=SOURCE_CHARS)]
    version: str = Field(
        pattern=r"^[0-9a-f]{12}$", description="Hash of all other fields: equal versions, equal profiles."
    )
    articles: Total = Field(description="How many different articles were learned from.")
    last_day: date | None = Field(default=None, description="The latest day of capture.")
    lines: tuple[RecurringLine, ...] = Field(default=(), max_length=MOST_LINES)
    candidates: bytes = Field(
        default=b"",
        description="Hashes of lines seen once, the oldest first: little-endian uint64 each, base64.",
    )
    recent: bytes = Field(
        default=b"",
        description="Hashes of the last pages' ids, headlines and leads, the oldest first, as `candidates`.",
    )
    keywords: KeywordHabits = NO_KEYWORDS
    dates: DateHabits = NO_DATES
    publishers: tuple[Named, ...] = Field(
        default=(),
        max_length=MOST_NAMES,
        description="Whom its articles name as their publisher, the most frequent first.",
    )

    @model_validator(mode="after")
    def _holds_whole_values(self) -> Self:
        _check_packed(self.candidates, MARK_BYTES, MOST_CANDIDATES)
        _check_packed(self.recent, MARK_BYTES, MOST_RECENT)
        return self

    @property
    def reference(self) -> ProfileReference:
        """What an event says of the profile that it was made with."""
        return ProfileReference(source=self.source, version=self.version)
