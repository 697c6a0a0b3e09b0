"""Description: each document's metadata out of the lines that tell of it, and what the markup states."""

from dataclasses import replace
from typing import Final, NamedTuple

from schemas.document import Document, Metadata, Role
from schemas.evidence import Evidence, MetadataField, Support, Way
from schemas.segment import Segment
from workers.markup.witness import NO_WITNESS, Witness
from workers.profiles.knowledge import knowledge_of
from workers.stages.metadata.finding import Finding, corroborated, distinct_findings, finding
from workers.stages.metadata.keywords import read_keywords
from workers.stages.metadata.language import language_of, languages_of
from workers.stages.metadata.names.kinds import agency_of, is_agency, is_outlet, is_person, is_place, is_same_source
from workers.stages.metadata.names.site import Site
from workers.stages.metadata.ownership import owned_segments
from workers.stages.metadata.publication import Publication, read_publication, with_hour
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.bylines import Byline, read_bylines
from workers.stages.metadata.readers.clippings import Clipping, read_clipping
from workers.stages.metadata.readers.credits import Sources, read_credits
from workers.stages.metadata.readers.datelines import Dateline
from workers.stages.metadata.readers.embeds import read_embeds
from workers.stages.metadata.readers.outlets import outlet_before_mark, outlet_beside_dates
from workers.stages.metadata.readers.signatures import author_who_writes
from workers.stages.metadata.stamped import printed_in
from workers.stages.metadata.surroundings import (
    beside_stamps,
    line_above,
    outlets_alone,
    sample,
    titles,
    unlisted_authors,
)
from workers.stages.metadata.telling import Telling, telling_lines
from workers.stages.metadata.testimony import (
    completed_keywords,
    is_confirmed,
    settle_dates,
    stated_byline,
    stated_keywords,
    stated_publisher,
)
from workers.stages.metadata.trust import testify
from workers.stages.page import Page

_SIGN_OFF_CHARS: Final = 40
_AGENCY: Final = "وكالة "


class _Named(NamedTuple):
    """Whom a document's lines name, and what the markup states beside."""

    sources: Sources
    dateline: Dateline
    byline: Byline
    printed: list[Quote]
    alone: list[Quote]
    clippings: list[Clipping]
    heading: Quote | None
    witness: Witness


def describe(page: Page) -> Page:
    """Read each document's metadata from its own segments, and the page's languages and embedded posts."""
    site = Site(page)
    documents = tuple(
        document.model_copy(update={"metadata": _read(page, document, segments, site)})
        for document, segments in zip(page.documents, owned_segments(page), strict=True)
    )
    languages = languages_of(page.text, page.segments, [each.metadata.language for each in documents])
    return replace(
        page,
        documents=documents,
        language=next(iter(languages), None),
        languages=languages,
        embeds=read_embeds(page),
    )


def _read(page: Page, document: Document, segments: list[Segment], site: Site) -> Metadata:
    lines = telling_lines(page, document, segments, site)
    is_article = document.role is Role.ARTICLE
    witness = page.witness if is_article else NO_WITNESS
    month_first = is_article and knowledge_of(page.profile).month_first
    dates = read_publication(lines.dates, page.captured_at, month_first=month_first)
    if is_article and document.paragraphs:
        last = document.paragraphs[-1]
        dates = with_hour(dates, page.text[last.start : last.end + _SIGN_OFF_CHARS])
    named = _named(page, document, lines, site, witness)
    if is_article and not named.byline.authors:
        named.byline.authors += lines.unlabelled
    if is_article and not named.byline.authors:
        named.byline.add(read_bylines(unlisted_authors(page, document, segments)))
    publisher = _publisher(named, site, document)
    stated = stated_byline(witness, publisher.value if publisher else None) if witness.authors else Byline()
    authors, agencies = _people(named, publisher, stated)
    return _metadata(
        settle_dates(dates, witness, page.captured_at),
        {
            MetadataField.PUBLISHER: [publisher] if publisher else [],
            MetadataField.AGENCIES: agencies,
            MetadataField.AUTHORS: authors,
            MetadataField.DATELINE_PLACE: _places(named, stated),
            MetadataField.KEYWORDS: _keywords(page, document, lines.keywords, witness),
            MetadataField.LANGUAGE: _language(sample(page, document), witness),
        },
    )


def _named(page: Page, document: Document, lines: Telling, site: Site, witness: Witness) -> _Named:
    return _Named(
        sources=read_credits(lines.credits, site.is_named),
        dateline=lines.dateline,
        byline=read_bylines([line for line in lines.bylines if not read_clipping(line)], site.is_named),
        clippings=lines.clippings,
        printed=list(printed_in(lines.stamps)),
        alone=[
            *outlets_alone(page, document, lines.passed, lines.opened, site.is_spelled),
            *filter(None, map(outlet_beside_dates, lines.beside_dates)),
            *beside_stamps(page, lines.passed),
            *lines.outlets,
            *filter(None, map(outlet_before_mark, line_above(page, document))),
        ],
        heading=next(filter(None, map(author_who_writes, titles(page, document))), None),
        witness=witness,
    )


def _metadata(publication: Publication, found: dict[MetadataField, list[Finding]]) -> Metadata:
    """Put the fields together, and one evidence for each of their values."""
    published, updated = publication.published, publication.updated
    dates = {MetadataField.PUBLISHED_AT: published, MetadataField.UPDATED_AT: updated}
    evidence: list[Evidence] = [testify(field, date.finding) for field, date in dates.items() if date]
    evidence += [testify(field, each) for field, findings in found.items() for each in findings]
    values = {field: tuple(each.value for each in findings) for field, findings in found.items()}
    return Metadata(
        published_at=published.value if published else None,
        published_precision=published.precision if published else None,
        updated_at=updated.value if updated else None,
        publisher=next(iter(values[MetadataField.PUBLISHER]), None),
        agencies=values[MetadataField.AGENCIES],
        authors=values[MetadataField.AUTHORS],
        dateline_place=next(iter(values[MetadataField.DATELINE_PLACE]), None),
        keywords=values[MetadataField.KEYWORDS],
        language=next(iter(values[MetadataField.LANGUAGE]), None),
        evidence=tuple(evidence),
    )


def _publisher(named: _Named, site: Site, document: Document) -> Finding | None:
    """Tell who publishes: a credit's outlet, else one that dateline, byline, title or markup name."""
    outlets = [finding(name, Way.STAMP_LINE, known=is_outlet(name)) for name in named.printed]
    outlets += [finding(each.outlet, Way.BYLINE, known=is_outlet(each.outlet)) for each in named.clippings]
    alone = [name for name in named.alone if name not in named.dateline.authors]
    outlets += [finding(name, Way.CREDIT, known=is_outlet(name)) for name in alone]
    outlets += [finding(name, Way.DATELINE, known=is_outlet(name)) for name in named.dateline.outlets]
    outlets += [finding(name, Way.BYLINE, known=is_outlet(name)) for name in named.byline.outlets]
    if credited := named.sources.publisher:
        publisher: Finding | None = finding(credited, Way.CREDIT, known=is_outlet(credited))
    else:
        if not outlets and document.role is Role.ARTICLE:
            outlets = _own_outlet(site, document)
        if not outlets and document.role is Role.ARTICLE:
            outlets = [each for each in _copied(named) if is_agency(each.value) and site.is_agency_itself(each.value)]
        publisher = stated_publisher(named.witness, outlets, _copied(named))
    if publisher is not None and is_confirmed(publisher, named.witness, outlets):
        return publisher._replace(support=Support.AGREED)
    return publisher


def _own_outlet(site: Site, document: Document) -> list[Finding]:
    """Find the outlet that the article's words or the page's title call the site."""
    if name := site.named_in_text(document):
        return [finding(name, Way.WORDING, known=is_outlet(name))]
    if title := site.named_in_title(document):
        return [finding(title, Way.HEADLINE, known=is_outlet(title))]
    return []


def _copied(named: _Named) -> list[Finding]:
    """Gather the agencies that the text names; several lines may name one.

    What spells out the name of the dateline's agency (`وكالة الأنباء القطرية` for قنا) is the site's own line.
    """
    datelined = {agency_of(name) for name in named.dateline.agencies} - {None}
    credited = [
        name
        for name in named.sources.agencies
        if not (name.startswith(_AGENCY) and agency_of(name) in datelined and name not in named.dateline.agencies)
    ]
    ways = (
        (credited, Way.CREDIT),
        (named.dateline.agencies, Way.DATELINE),
        (named.byline.agencies, Way.BYLINE),
    )
    return [finding(name, how, known=is_agency(name)) for names, how in ways for name in names]


def _people(named: _Named, publisher: Finding | None, stated: Byline) -> tuple[list[Finding], list[Finding]]:
    """Tell the authors and the agencies.

    The markup's authors count where the text names none. An outlet in the dateline of an article that another one
    publishes is copied from, too.
    """
    ways = (
        (named.byline.authors, Way.BYLINE),
        ([each.author for each in named.clippings if each.author], Way.BYLINE),
        (named.dateline.authors, Way.DATELINE),
        (named.sources.authors, Way.CREDIT),
        ([named.heading] if named.heading else [], Way.HEADLINE),
    )
    authors = distinct_findings(finding(name, how, known=is_person(name)) for names, how in ways for name in names)
    copied = [*_copied(named), *(finding(name, Way.DATELINE) for name in named.dateline.outlets)]
    if authors:
        authors = corroborated(authors, stated.authors)
    else:
        authors = distinct_findings(finding(name, Way.MARKUP, known=is_person(name)) for name in stated.authors)
        copied += [finding(name, Way.MARKUP, known=True) for name in stated.agencies]
    own = publisher.value if publisher else ""
    return authors, distinct_findings(each for each in copied if not is_same_source(each.value, own))


def _places(named: _Named, stated: Byline) -> list[Finding]:
    """Give the dateline's place, or else the one that stands in an author's place, in the text or in the markup."""
    place = named.dateline.place
    places = [finding(place, Way.DATELINE, known=is_place(place))] if place else []
    places += [finding(each, Way.BYLINE, known=True) for each in named.byline.places]
    places += [finding(each, Way.CREDIT, known=True) for each in (named.sources.place,) if each]
    if not places:
        places = [finding(each, Way.MARKUP, known=True) for each in stated.places]
    return distinct_findings(places)[:1]


def _keywords(page: Page, document: Document, lines: list[Quote], witness: Witness) -> list[Finding]:
    """Read the tags, those of the text or else of the markup, by the page's own text that they may come from."""
    if not (lines or witness.keywords or witness.site_keywords):
        return []
    spans = [*([document.headline] if document.headline else []), *document.paragraphs, *page.related]
    text = [page.text[span.start : span.end] for span in spans]
    stated = read_keywords(lines, [*text, *witness.keywords], knowledge_of(page.profile).vocabulary)
    return completed_keywords(corroborated(stated, witness.keywords), witness) or stated_keywords(witness, text)


def _language(sample: str, witness: Witness) -> list[Finding]:
    language = language_of(sample)
    if language is None:
        return []
    agreed = (witness.language or "").lower().startswith(language)
    return [Finding(language, None, None, Way.WORDING, Support.AGREED if agreed else Support.ALONE)]
