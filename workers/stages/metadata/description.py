"""Description: each document's metadata out of the segments that belong to it."""

from bisect import bisect_right
from dataclasses import replace
from typing import Final

from schemas.document import Document, Metadata, Role
from schemas.segment import Owner, Segment, SegmentKind
from workers.markup.witness import NO_WITNESS
from workers.stages.metadata.bylines import opens_as_byline, read_bylines
from workers.stages.metadata.credits import Sources, read_credits
from workers.stages.metadata.datelines import DATELINE_CHARS, Dateline, read_dateline
from workers.stages.metadata.keywords import read_keywords
from workers.stages.metadata.language import SAMPLE_CHARS, language_of
from workers.stages.metadata.line import key
from workers.stages.metadata.names import distinct
from workers.stages.metadata.publication import Line, read_publication
from workers.stages.metadata.testimony import settle_dates, stated_byline, stated_keywords, stated_publisher
from workers.stages.page import Page

_READ: Final = frozenset({SegmentKind.TIMESTAMP, SegmentKind.BYLINE, SegmentKind.CREDIT, SegmentKind.KEYWORDS})
_OWNERS: Final = {Role.ARTICLE: Owner.ARTICLE, Role.TEASER: Owner.TEASER}
_LEADS: Final = 2
"""The lead is the first paragraph, or the second where the first is a byline."""
_LEAD_CHARS: Final = DATELINE_CHARS + 1
"""One more than a dateline has shows that the lead goes on."""
_JOINED_CHARS: Final = 200
"""A date over several lines is no longer than this."""


def describe(page: Page) -> Page:
    """Read each document's metadata from its own segments."""
    owned = _owned(page)
    documents = tuple(
        document.model_copy(update={"metadata": _read(page, document, segments)})
        for document, segments in zip(page.documents, owned, strict=True)
    )
    return replace(page, documents=documents)


def _owned(page: Page) -> list[list[Segment]]:
    """Give each document the segments that tell about it: of several teasers, the one that began last."""
    owned: list[list[Segment]] = [[] for _ in page.documents]
    told = [each for each in page.segments if each.kind in _READ]
    for role, owner in _OWNERS.items():
        starts = sorted((_start(each), at) for at, each in enumerate(page.documents) if each.role is role)
        if not starts:
            continue
        for segment in told:
            if segment.owner is owner:
                place = bisect_right(starts, (segment.start, len(owned)))
                owned[starts[max(0, place - 1)][1]].append(segment)
    return owned


def _start(document: Document) -> int:
    spans = [document.headline, *document.paragraphs[:1]]
    return min((span.start for span in spans if span is not None), default=0)


def _read(page: Page, document: Document, segments: list[Segment]) -> Metadata:
    texts = {kind: [page.text[each.start : each.end] for each in segments if each.kind is kind] for kind in _READ}
    leads = [page.text[each.start : min(each.end, each.start + _LEAD_CHARS)] for each in document.paragraphs[:_LEADS]]
    if leads and opens_as_byline(leads[0]):
        texts[SegmentKind.BYLINE].append(leads.pop(0))
    dateline = read_dateline(leads[0]) if leads else Dateline()
    byline = read_bylines(texts[SegmentKind.BYLINE])
    sources = read_credits(texts[SegmentKind.CREDIT])
    witness = page.witness if document.role is Role.ARTICLE else NO_WITNESS
    copied = [*sources.agencies, *dateline.agencies, *byline.agencies]
    publisher = sources.publisher or stated_publisher(witness, [*dateline.outlets, *byline.outlets], copied)
    stated = read_publication(
        [
            _stamps(page, document, segments),
            [Line(text, firm=True) for text in texts[SegmentKind.BYLINE]],
            [Line(text, firm=False) for text in texts[SegmentKind.CREDIT]],
            [Line(dateline.date, firm=False)] if dateline.date else [],
        ],
        page.captured_at,
    )
    publication = settle_dates(stated, witness, page.captured_at)
    authors = distinct([*byline.authors, *dateline.authors])
    if not authors:
        named = stated_byline(witness, publisher)
        authors, byline.agencies = distinct(named.authors), [*byline.agencies, *named.agencies]
    evidence = _evidence(page, document)
    keywords = read_keywords(texts[SegmentKind.KEYWORDS], [*evidence, *witness.keywords])
    return Metadata(
        published_at=publication.published_at,
        published_precision=publication.published_precision,
        updated_at=publication.updated_at,
        publisher=publisher,
        agencies=_agencies(publisher, sources, dateline, byline.agencies),
        authors=authors,
        dateline_place=dateline.place or next(iter(byline.places), None),
        keywords=keywords or stated_keywords(witness, evidence),
        language=language_of(_sample(page, document)),
    )


def _stamps(page: Page, document: Document, segments: list[Segment]) -> list[Line]:
    """Gather the stamps' lines, those behind the headline first: before it a site may show today's date."""
    stamps = [each for each in segments if each.kind is SegmentKind.TIMESTAMP]
    headline = document.headline.start if document.headline else 0
    behind = [each for each in stamps if each.start >= headline]
    before = [each for each in stamps if each.start < headline]
    firm = document.headline is not None
    return [
        *(Line(text, firm=firm) for text in _joined(page.text, behind)),
        *(Line(text, firm=False) for text in _joined(page.text, before)),
    ]


def _joined(text: str, segments: list[Segment]) -> list[str]:
    """Join stamps that only spaces part: a date may stand on three lines."""
    joined: list[tuple[int, int]] = []
    for segment in segments:
        if joined and segment.end - joined[-1][0] <= _JOINED_CHARS and not text[joined[-1][1] : segment.start].strip():
            joined[-1] = (joined[-1][0], segment.end)
        else:
            joined.append((segment.start, segment.end))
    return [text[start:end] for start, end in joined]


def _agencies(publisher: str | None, sources: Sources, dateline: Dateline, others: list[str]) -> tuple[str, ...]:
    """Gather the agencies; an outlet in the dateline of an article that another one publishes is copied from, too."""
    own = key(publisher or "")
    copied = [*sources.agencies, *dateline.agencies, *dateline.outlets, *others]
    return distinct(name for name in copied if key(name) != own)


def _evidence(page: Page, document: Document) -> list[str]:
    """Gather the page's own text that tags may come from."""
    spans = [*([document.headline] if document.headline else []), *document.paragraphs, *page.related]
    return [page.text[span.start : span.end] for span in spans]


def _sample(page: Page, document: Document) -> str:
    parts = [document.headline.text] if document.headline else []
    size = 0
    for paragraph in document.paragraphs:
        if size >= SAMPLE_CHARS:
            break
        parts.append(page.text[paragraph.start : min(paragraph.end, paragraph.start + SAMPLE_CHARS)])
        size += len(parts[-1])
    return "\n".join(parts)
