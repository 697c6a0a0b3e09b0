"""What holds for every event that the chain makes, whatever the page."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import example, given

from schemas.annotated_page import AnnotatedPage
from schemas.base import Span
from schemas.document import Role
from schemas.evidence import MetadataField, Way
from schemas.segment import Owner, SegmentKind
from tests.laws.material import pages
from workers.arabic.dates import find_stamps
from workers.intake import close_page
from workers.stages.chain import ANNOTATE
from workers.stages.page import Page

DATES = {MetadataField.PUBLISHED_AT, MetadataField.UPDATED_AT}
PLACELESS = {Way.MARKUP, Way.WORDING}
PUBLISHED = re.compile(r"\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?")
DATED_BY_MONTH = Page(
    page_id="page",
    url=None,
    source=None,
    captured_at=datetime(2025, 11, 9, tzinfo=UTC),
    text="وصلت القافلة إلى الواحة قبل الغروب بعد رحلة استمرت ثلاثة أيام.\nDate 2019-03\n",
)


def values_of(field: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Give a field's values, whether it holds several or at most one."""
    if field is None:
        return ()
    return (field,) if isinstance(field, str) else field


def is_trimmed(text: str, span: Span) -> bool:
    """Tell whether a span lies in the text, holds something, and begins and ends with no space."""
    return 0 <= span.start < span.end <= len(text) and not (text[span.start].isspace() or text[span.end - 1].isspace())


def in_order(spans: Iterable[Span]) -> bool:
    """Tell whether spans are sorted and disjoint."""
    return all(first.end <= second.start for first, second in pairwise(spans))


@given(page=pages)
def test_segments_cover_the_page(page: Page) -> None:
    """Segments are trimmed, sorted and disjoint and leave nothing but space between them."""
    page = ANNOTATE(page)
    assert all(is_trimmed(page.text, each) for each in page.segments)
    assert in_order(page.segments)
    covered = {at for each in page.segments for at in range(each.start, each.end)}
    assert all(character.isspace() for at, character in enumerate(page.text) if at not in covered)


@given(page=pages)
def test_documents_point_into_the_page(page: Page) -> None:
    """Headlines and paragraphs are segments of their role's owner, in order; a headline says what stands there."""
    page = ANNOTATE(page)
    owned = {(each.start, each.end): each.owner for each in page.segments}
    for document in page.documents:
        owner = Owner.ARTICLE if document.role is Role.ARTICLE else Owner.TEASER
        assert in_order(document.paragraphs)
        if document.headline is not None:
            headline = document.headline
            assert headline.text == page.text[headline.start : headline.end]
        parts = [*document.paragraphs, *([document.headline] if document.headline else [])]
        assert all(owned.get((part.start, part.end)) is owner for part in parts)


@given(page=pages)
def test_documents_are_told_apart(page: Page) -> None:
    """A page has one article at most, ids of its own for all documents, and a fingerprint for each, in order."""
    page = ANNOTATE(page)
    ids = [document.document_id for document in page.documents]
    assert len(set(ids)) == len(ids)
    assert [each.document_id for each in page.fingerprints] == ids
    assert sum(document.role is Role.ARTICLE for document in page.documents) <= 1


@given(page=pages)
def test_related_headlines_are_segments(page: Page) -> None:
    """Related headlines are the segments of that kind, one for one."""
    page = ANNOTATE(page)
    items = [(each.start, each.end) for each in page.segments if each.kind is SegmentKind.RELATED_ITEM]
    assert [(each.start, each.end) for each in page.related] == items


@given(page=pages)
def test_entities_stand_in_their_document(page: Page) -> None:
    """An entity's text is what stands at its span, inside its document's headline or a paragraph; none overlap."""
    page = ANNOTATE(page)
    for document in page.documents:
        homes = [*document.paragraphs, *([document.headline] if document.headline else [])]
        assert in_order(document.entities)
        for entity in document.entities:
            assert is_trimmed(page.text, entity)
            assert entity.text == page.text[entity.start : entity.end]
            assert any(home.start <= entity.start and entity.end <= home.end for home in homes)
            assert entity.canonical.strip()


@given(page=pages)
@example(page=DATED_BY_MONTH)
def test_metadata_is_well_formed(page: Page) -> None:
    """Instants are ISO 8601 and come with a precision; names and keywords are trimmed and not empty."""
    page = ANNOTATE(page)
    for metadata in (document.metadata for document in page.documents):
        # A month alone, which a label dates a page by, has none.
        assert (metadata.published_precision is None) == (len(metadata.published_at or "") < len("2019-03-01"))
        for instant in (metadata.published_at, metadata.updated_at):
            assert instant is None or PUBLISHED.fullmatch(instant)
        single = [name for name in (metadata.publisher, metadata.dateline_place, metadata.language) if name is not None]
        names = [*single, *metadata.agencies, *metadata.authors, *metadata.keywords]
        assert all(name and name == name.strip() for name in names)
        for several in (metadata.agencies, metadata.authors, metadata.keywords):
            assert len(set(several)) == len(several)


@given(page=pages)
def test_every_value_has_its_evidence(page: Page) -> None:
    """Each value has one evidence, in the order of fields; names and tags are what stands at their span."""
    page = ANNOTATE(page)
    for metadata in (document.metadata for document in page.documents):
        values = [(field, value) for field in MetadataField for value in values_of(getattr(metadata, field))]
        assert [(each.field, each.value) for each in metadata.evidence] == values
        for each in metadata.evidence:
            assert (each.start is None) == (each.end is None) == (each.how in PLACELESS)
            if each.start is None or each.end is None:
                continue
            assert 0 <= each.start < each.end <= len(page.text)
            words = page.text[each.start : each.end]
            if each.field in DATES:
                assert find_stamps(words, captured_at=page.captured_at) or each.how is Way.RELATIVE_DATE, words
            else:
                assert words.replace("_", " ") == each.value.replace("_", " ")


@given(page=pages)
def test_embeds_are_segments(page: Page) -> None:
    """An embedded post is a segment of that kind, or two in a row; what it says of itself stands there."""
    page = ANNOTATE(page)
    starts = {each.start for each in page.segments if each.kind is SegmentKind.EMBED}
    ends = {each.end for each in page.segments if each.kind is SegmentKind.EMBED}
    assert in_order(page.embeds)
    for embed in page.embeds:
        assert embed.start in starts
        assert embed.end in ends
        assert embed.handle is None or embed.handle in page.text[embed.start : embed.end]
        assert (embed.published_at is None) == (embed.published_precision is None)


@given(page=pages)
def test_a_pages_languages_are_those_of_its_text(page: Page) -> None:
    """The page's language is the first of its languages, and none stands twice."""
    page = ANNOTATE(page)
    assert page.language == next(iter(page.languages), None)
    assert len(set(page.languages)) == len(page.languages)


@given(page=pages)
def test_event_survives_its_journey(page: Page) -> None:
    """The event of any page is JSON in UTF-8, and read again it is the same event."""
    event = close_page(ANNOTATE(page))
    assert AnnotatedPage.model_validate_json(event.model_dump_json().encode()) == event
