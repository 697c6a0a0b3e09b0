"""The articles and teasers that a page holds."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Model, Span
from schemas.dedupe import Dedupe
from schemas.entity import Entity
from schemas.evidence import Evidence


class Role(StrEnum):
    """Whether the page carries the document as its article or as a teaser of another one."""

    ARTICLE = "article"
    TEASER = "teaser"


class Precision(StrEnum):
    """How exactly a page states an instant."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Headline(Span):
    """A headline as the page writes it: `text` is `page.text[start:end]`."""

    text: str


class Metadata(Model):
    """What the page states about a document; names stand as the page writes them, absent values are null or empty."""

    published_at: str | None = Field(
        default=None,
        description=(
            "ISO 8601 with the page's precision: `2024-04-24`, `2024-04-24T15:12`; `2024-04` with no "
            "`published_precision` where the page states a month only; an offset where one is stated, and the "
            "capture's where an age in minutes is counted back from it."
        ),
    )
    published_precision: Precision | None = None
    updated_at: str | None = Field(default=None, description="As `published_at`, for the last update.")
    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dateline_place: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = Field(default=None, description="ISO 639-1, `ar` for Arabic.")
    evidence: tuple[Evidence, ...] = Field(
        default=(), description="One for each value of the fields above, in their order: where and how it was found."
    )


class Document(Model):
    """One article or teaser of a page; spans point into the page's text."""

    document_id: str
    role: Role
    headline: Headline | None = None
    paragraphs: tuple[Span, ...] = ()
    truncated: bool = Field(default=False, description="Whether the text stops before its end, as teasers often do.")
    metadata: Metadata = Metadata()
    entities: tuple[Entity, ...] = ()
    dedupe: Dedupe | None = Field(default=None, description="Null only before the dedupe stage.")
