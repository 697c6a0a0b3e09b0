"""Description: each document's metadata out of the segments that belong to it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Final

from schemas.document import Document, Metadata, Role
from schemas.segment import Owner, Segment, SegmentKind
from workers.arabic.dates import Purpose, find_stamps
from workers.markup.witness import NO_WITNESS
from workers.stages.metadata.bylines import read_bylines, read_named
from workers.stages.metadata.credits import Sources, read_credits, tail_credit
from workers.stages.metadata.datelines import Dateline
from workers.stages.metadata.keywords import read_keywords
from workers.stages.metadata.language import SAMPLE_CHARS, language_of
from workers.stages.metadata.leads import LEAD_CHARS, LEADS, names_and_dates, read_lead
from workers.stages.metadata.line import key
from workers.stages.metadata.names import distinct
from workers.stages.metadata.publication import Line, read_publication
from workers.stages.metadata.site import Site
from workers.stages.metadata.testimony import settle_dates, stated_byline, stated_keywords, stated_publisher
from workers.stages.page import Page

_READ: Final = frozenset(
    {
        SegmentKind.HEADLINE,
        SegmentKind.TIMESTAMP,
        SegmentKind.BYLINE,
        SegmentKind.CREDIT,
        SegmentKind.KEYWORDS,
    }
)
_MISTAKEN: Final = frozenset({SegmentKind.CAPTION, SegmentKind.BOILERPLATE})
_OWNERS: Final = {Role.ARTICLE: Owner.ARTICLE, Role.TEASER: Owner.TEASER}
_TAIL_CHARS: Final = 160
"""How much of the last paragraph is looked at for a credit."""
_JOINED_CHARS: Final = 200
"""A date over several lines is no longer than this."""


def describe(page: Page) -> Page:
    """Read each document's metadata from its own segments."""
    owned = _owned(page)
    site = Site(page)
    documents = tuple(
        document.model_copy(update={"metadata": _read(page, document, segments, site)})
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


def _read(page: Page, document: Document, segments: list[Segment], site: Site) -> Metadata:
    texts = {kind: [page.text[each.start : each.end] for each in segments if each.kind is kind] for kind in _READ}
    lead = read_lead(
        (page.text[each.start : min(each.end, each.start + LEAD_CHARS)] for each in document.paragraphs[:LEADS]),
        site.is_named,
    )
    lead.bylines += _passed_over(page, document)
    byline = read_bylines([*texts[SegmentKind.BYLINE], *lead.bylines], site.is_named)
    sources = read_credits([*_tail(page, document), *texts[SegmentKind.CREDIT]], site.is_named)
    dateline = lead.dateline
    witness = page.witness if document.role is Role.ARTICLE else NO_WITNESS
    copied = [*sources.agencies, *dateline.agencies, *byline.agencies]
    publisher = sources.publisher or stated_publisher(
        witness, _outlets(document, [*dateline.outlets, *byline.outlets], site), copied
    )
    stamped = _stamps(page, document, segments)
    stated = read_publication(
        [
            *stamped,
            [Line(text, firm=True) for text in (*texts[SegmentKind.BYLINE], *lead.bylines)],
            [Line(text, firm=False) for text in texts[SegmentKind.CREDIT]],
            [Line(dateline.date, firm=False)] if dateline.date else [],
            [Line(text, firm=document.headline is not None) for text in lead.stamped],
            _stuck_to_headline(texts[SegmentKind.HEADLINE]),
            [Line(lead.today, firm=False)] if lead.today else [],
        ],
        page.captured_at,
    )
    publication = settle_dates(stated, witness, page.captured_at)
    beside = read_named(chain((line.text for line in chain(*stamped)), lead.stamped), page.captured_at)
    authors = distinct([*byline.authors, *beside, *dateline.authors])
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


def _outlets(document: Document, named: list[str], site: Site) -> list[str]:
    """Give the outlets that dateline and byline name, else the one that an article's title names."""
    if named or document.role is not Role.ARTICLE:
        return named
    title = site.named_in_title(document)
    return [title] if title else []


def _tail(page: Page, document: Document) -> list[str]:
    """Find the credit at the end of the last paragraph, stuck to its full stop."""
    if not document.paragraphs:
        return []
    last = document.paragraphs[-1]
    tail = tail_credit(page.text[max(last.start, last.end - _TAIL_CHARS) : last.end])
    return [tail] if tail else []


def _passed_over(page: Page, document: Document) -> list[str]:
    """Find the bylines between headline and text that segmentation took for captions or furniture."""
    if document.headline is None or not document.paragraphs or document.role is not Role.ARTICLE:
        return []
    between = (
        page.text[each.start : each.end]
        for each in page.segments
        if each.kind in _MISTAKEN and document.headline.end <= each.start < document.paragraphs[0].start
    )
    return [text for text in between if names_and_dates(text)]


def _stuck_to_headline(headlines: list[str]) -> list[Line]:
    """Give the stamps that a headline or a copy of it ends with, where they state their year."""
    return [
        Line(text[each.label_start :], firm=True)
        for text in headlines
        for each in find_stamps(text)
        if not any(map(str.isalnum, text[each.end :]))
    ]


def _stamps(page: Page, document: Document, segments: list[Segment]) -> tuple[list[Line], list[Line]]:
    """Gather the stamps' lines, the trusted ones first: before the headline an unlabelled date may be today's."""
    stamps = [each for each in segments if each.kind is SegmentKind.TIMESTAMP]
    headline = document.headline.start if document.headline else 0
    firm = document.headline is not None
    behind = [Line(text, firm=firm) for text in _joined(page.text, (each for each in stamps if each.start >= headline))]
    before = [Line(text, firm=False) for text in _joined(page.text, (each for each in stamps if each.start < headline))]
    labelled = before and _is_labelled(before, page.captured_at) and not _is_labelled(behind, page.captured_at)
    return (before, behind) if labelled else (behind, before)


def _is_labelled(lines: list[Line], captured_at: datetime) -> bool:
    """Whether one of the dates is said to be that of the publication."""
    stamps = chain.from_iterable(find_stamps(line.text, captured_at=captured_at) for line in lines)
    return any(each.labelled and each.purpose is Purpose.PUBLISHED for each in stamps)


def _joined(text: str, segments: Iterable[Segment]) -> list[str]:
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
