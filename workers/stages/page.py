"""The page that walks through the stages: immutable, annotations stand off from its text."""

from dataclasses import dataclass
from datetime import datetime

from schemas.annotated_page import Fingerprint
from schemas.base import Span
from schemas.document import Document
from schemas.embed import Embed
from schemas.segment import Segment
from schemas.source_profile import SourceProfile
from workers.markup.places import Place
from workers.markup.witness import NO_WITNESS, Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and what the stages have found in it so far.

    Every offset counts code points of `text`, which no stage after repair changes. `witness` is what the markup of an
    HTML page states, `places` what it shows of each line; that of a flat text does neither. `profile` is what earlier
    pages taught of the page's source: equal pages with equal profiles give equal results.
    """

    page_id: str
    url: str | None
    source: str | None
    captured_at: datetime
    text: str
    witness: Witness = NO_WITNESS
    places: tuple[Place, ...] = ()
    profile: SourceProfile | None = None
    segments: tuple[Segment, ...] = ()
    related: tuple[Span, ...] = ()
    documents: tuple[Document, ...] = ()
    language: str | None = None
    languages: tuple[str, ...] = ()
    embeds: tuple[Embed, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()
