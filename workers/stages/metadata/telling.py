"""Telling lines: what of a page tells of one document, sorted by the reader that reads it."""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from schemas.document import Document, Role
from schemas.evidence import Way
from schemas.segment import Segment, SegmentKind
from workers.arabic.dates import Purpose, find_stamps
from workers.stages.metadata.names.kinds import is_agency, is_person
from workers.stages.metadata.names.site import Site
from workers.stages.metadata.publication import Line
from workers.stages.metadata.quote import Quote, quoted
from workers.stages.metadata.readers.clippings import Clipping, read_clipping
from workers.stages.metadata.readers.dated import bylines_beside_dates, carries_date, is_absolute
from workers.stages.metadata.readers.datelines import Dateline
from workers.stages.metadata.readers.leads import Lead, dateline_alone, names_and_dates, read_lead
from workers.stages.metadata.readers.line import is_bare_date
from workers.stages.metadata.readers.outlets import names_sources
from workers.stages.metadata.readers.signatures import names_by_surname
from workers.stages.metadata.readers.subjects import names_others
from workers.stages.metadata.readers.unlabelled import labelled_behind, names_beside_marks
from workers.stages.metadata.stamped import beside_names, stamp_lines, stuck_to_headlines, todays, weekday_of
from workers.stages.metadata.surroundings import (
    NEAR,
    below,
    closings,
    head_lines,
    headline_and_leads,
    is_credit,
    is_paper_alone,
    openings,
    passed_over,
    reviews_press,
)
from workers.stages.page import Page

_SLASH: Final = "/"
"""Stands between sources, and hardly between tags."""


class Telling(NamedTuple):
    """The lines of one document, of its own segments or of its surroundings, in the page's order.

    Attributes:
        bylines: whom they name wrote it, mostly.
        unlabelled: the names of authors that no line is a byline by, but what stands beside them.
        outlets: those with a label behind their name.
        credits: whose copy it is.
        dateline: what stands before its lead, or on a line of its own.
        clippings: the outlets that it says to be clipped from.
        keywords: its keyword lines.
        opened: the beginnings of its first paragraphs.
        passed: the lines between its headline and its text that passed for captions or furniture.
        beside_dates: its lines of dates that hold more than dates.
        stamps: its lines of dates; each may have a paper's name.
        dates: what may hold its dates, by trust.
    """

    bylines: list[Quote]
    unlabelled: list[Quote]
    outlets: list[Quote]
    credits: list[Quote]
    dateline: Dateline
    clippings: list[Clipping]
    keywords: list[Quote]
    opened: list[Quote]
    passed: list[Quote]
    beside_dates: list[Quote]
    stamps: list[Line]
    dates: list[list[Line]]


def telling_lines(page: Page, document: Document, segments: list[Segment], site: Site) -> Telling:
    """Gather the lines that tell of a document.

    Args:
        page: the page.
        document: one of its documents.
        segments: those of the page's segments that tell of it, see `owned_segments`.
        site: what the page says of its site.
    """
    lines: dict[SegmentKind, list[Quote]] = {}
    for each in segments:
        lines.setdefault(each.kind, []).append(quoted(page.text, each))
    opened, passed, closing = openings(page, document), passed_over(page, document), closings(page, document)
    lead = read_lead(opened, site.is_named)
    below_headline = passed if document.headline is not None else []
    trusted, others = stamp_lines(page, document, segments)
    beside_dates = [line.text for line in trusted if not is_bare_date(line.text)]
    dated = [
        *filter(carries_date, below_headline),
        *lead.stamped,
    ]
    keywords = lines.get(SegmentKind.KEYWORDS, [])
    chained = [line for line in keywords[:1] if _SLASH in line and names_sources(line)]
    credits_ = [*filter(is_credit, below_headline), *lines.get(SegmentKind.CREDIT, []), *chained, *closing]
    ending = below(page, document)
    credits_ += (line for line in ending[-1:] if _SLASH in line and names_sources(line) and line not in credits_)
    heads = head_lines(page, document)
    sourced = list(labelled_behind(heads, "credit"))
    credits_ += filter(is_agency, sourced)
    if reviews_press(page, document):
        credits_, passed, opened = (
            [line for line in lines_ if not is_paper_alone(line) or site.is_named(line.trimmed())]
            for lines_ in (credits_, passed, opened)
        )
        if lead.dateline.place is None and not any(map(site.is_named, lead.dateline.outlets)):
            lead.dateline = Dateline()
    credits_.sort(key=lambda line: line.start or 0)
    if not lead.dateline.end:
        may_be = [*passed[-NEAR:], *beside_dates, *lines.get(SegmentKind.CREDIT, []), *opened]
        lead.dateline = dateline_alone(may_be, site.is_named)
    bylines = [
        *_bylines(page, document, lines.get(SegmentKind.BYLINE, []), lead, below_headline),
        *(part for line in (*beside_dates, *dated) for part in bylines_beside_dates(line)),
        *filter(names_sources, closing),
    ]
    may_clip = (
        *lines.get(SegmentKind.BYLINE, []),
        *passed,
        *(opened if document.role is Role.ARTICLE else ()),
    )
    above = passed if document.headline is not None else [line for line in passed if not is_bare_date(line)]
    own = [Line(text, Way.STAMP_LINE, firm=document.headline is not None) for text in dated]
    return Telling(
        bylines=bylines,
        outlets=[name for name in sourced if not is_agency(name)],
        unlabelled=[
            name
            for name in chain(names_beside_marks(heads), labelled_behind(heads, "byline"))
            if not names_others(page, document, name)
        ],
        credits=credits_,
        dateline=lead.dateline,
        clippings=list(filter(None, map(read_clipping, may_clip))),
        keywords=keywords[len(chained) :],
        opened=opened,
        passed=passed,
        beside_dates=beside_dates,
        stamps=[*trusted, *others],
        dates=[
            trusted,
            [Line(text, Way.BYLINE, firm=True) for text in bylines],
            [line for line in own if is_absolute(line.text)],
            others,
            [Line(text, Way.CREDIT, firm=False) for text in credits_],
            [Line(lead.dateline.date, Way.DATELINE, False, weekday_of(opened))] if lead.dateline.date else [],  # noqa: FBT003  # a record's fields
            own,
            [*stuck_to_headlines(lines.get(SegmentKind.HEADLINE, []))],
            [
                Line(text, Way.STAMP_LINE, firm=False)
                for text in ending[-1:]
                if is_bare_date(text) and is_absolute(text)
            ],
            [*todays(headline_and_leads(page, document), page.captured_at, bare=_is_bare(page))],
            [] if _state_publication(trusted) else [*beside_names(above, opened, ending, page.captured_at)],
        ],
    )


def _state_publication(stamps: list[Line]) -> bool:
    """Whether stamps state when the article was published, and not only when it was changed."""
    return any(each.purpose is Purpose.PUBLISHED for line in stamps for each in find_stamps(line.text))


def _is_bare(page: Page) -> bool:
    """Whether a page is nothing but its article's text, so that the text says when it was written if anything does."""
    return all(each.kind is SegmentKind.PARAGRAPH for each in page.segments)


def _bylines(
    page: Page, document: Document, own: list[Quote], lead: Lead, below_headline: list[Quote]
) -> Iterator[Quote]:
    """Give the lines that name who wrote it: none that only names whom a picture shows."""
    others = [line for line in below_headline if names_and_dates(line)]
    if below_headline and lead.dateline.place and is_person(below_headline[-1]):
        others.append(below_headline[-1])
    if below_headline and document.headline is not None:
        others += names_by_surname(document.headline.text, below_headline)
    for line in chain(own, lead.bylines, others):
        if not names_others(page, document, line):
            yield line
