"""Where and how each value of a document's metadata was found, and how far to trust it."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Model, Offset


class MetadataField(StrEnum):
    """Which of the metadata a value belongs to."""

    PUBLISHED_AT = "published_at"
    UPDATED_AT = "updated_at"
    PUBLISHER = "publisher"
    AGENCIES = "agencies"
    AUTHORS = "authors"
    DATELINE_PLACE = "dateline_place"
    KEYWORDS = "keywords"
    LANGUAGE = "language"


class Way(StrEnum):
    """How a value was found. The list is closed: another way is another version of the contract."""

    LABEL = "label"
    """A date with words before it that say what it is the date of."""
    STAMP_LINE = "stamp_line"
    """A line of dates; for an author, a name beside one."""
    RELATIVE_DATE = "relative_date"
    """An age, a day's name or a day without a year, counted from the capture."""
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    LEAD = "lead"
    """Running text of the first paragraphs."""
    HEADLINE = "headline"
    """Stuck to the headline or to a copy of it."""
    TAG_LIST = "tag_list"
    """A keyword line whose tags are parted by marks or lines."""
    TAG_LINE = "tag_line"
    """A keyword line whose tags nothing but spaces parts."""
    MARKUP = "markup"
    """Meta tags or JSON-LD of an HTML page, the text having no such value."""
    WORDING = "wording"
    """The document's own words and letters."""


class Support(StrEnum):
    """What speaks for a value, beside the way in which it was found; the first that holds."""

    AGREED = "agreed"
    """Another place says the same, or the markup does."""
    UNDECIDED = "undecided"
    """Of a tag in a line without delimiters: it could as well end elsewhere."""
    KNOWN = "known"
    """The lexicon knows it as what it is taken for; of a date, it stands where hardly another one does."""
    ALONE = "alone"


class Evidence(Model):
    """One value of the metadata. `start` and `end` are null where only the markup states it, and for a language.

    `text[start:end]` of the page is the value as the page writes it: of names and keywords the value itself, but that
    a hashtag's underscores have become spaces; of a date the words that state it.
    """

    field: MetadataField
    value: str = Field(description="The value as the field has it; `canonical_id` tells spellings together.")
    start: Offset | None = None
    end: Offset | None = None
    how: Way
    support: Support
    confidence: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="The share of values found so that are right, measured on composed pages; null where not measured.",
    )
    canonical_id: str | None = Field(
        default=None, description="Of a publisher or an agency that the lexicon knows: one id whatever its spelling."
    )
