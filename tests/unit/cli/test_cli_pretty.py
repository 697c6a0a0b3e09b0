"""Enriched pages for people."""

import io
from datetime import UTC, datetime

from rich.text import Text

from schemas.document import Document, Role
from schemas.enriched_page import EnrichedPage
from schemas.entity import Entity, EntityKind
from schemas.segment import Owner, Segment, SegmentKind
from workers.cli.bidi import Bidi
from workers.cli.lines import LABEL_CELLS, Terminal, labelled
from workers.cli.narration import Narrator
from workers.cli.pretty import names_of, page_lines, segment_text

TEXT = "زار سامي نور المدينة. وعاد سامي مساء."


def mention(text: str, nth: int = 0, **fields: str | None) -> Entity:
    """Make the mention of a name at its nth place in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return Entity.model_validate(
        {
            "kind": EntityKind.PERSON,
            "text": text,
            "start": start,
            "end": start + len(text),
            "canonical": "سامي نور",
            **fields,
        }
    )


def page(*entities: Entity) -> EnrichedPage:
    """Make a page of one paragraph."""
    return EnrichedPage(
        pipeline_version="0",
        page_id="p1",
        url=None,
        captured_at=datetime(2025, 1, 1, tzinfo=UTC),
        text=TEXT,
        segments=(Segment(kind=SegmentKind.PARAGRAPH, owner=Owner.ARTICLE, start=0, end=len(TEXT)),),
        documents=(Document(document_id="d" * 32, role=Role.ARTICLE, entities=entities),),
        related=(),
    )


def console(width: int = 60) -> Terminal:
    """Make a console of a fixed width that nobody looks at."""
    terminal = Terminal(io.StringIO())
    terminal.width = width
    return terminal


def test_names_are_underlined_where_they_stand() -> None:
    """A mention's style covers exactly its span of the segment."""
    first, second = mention("سامي نور"), mention("سامي", 1)
    segment = Segment(kind=SegmentKind.PARAGRAPH, owner=Owner.ARTICLE, start=4, end=len(TEXT))

    text = segment_text(TEXT, segment, [first, second])

    assert [text.plain[span.start : span.end] for span in text.spans] == ["سامي نور", "سامي"]


def test_a_name_is_told_once_with_its_role() -> None:
    """Mentions of one name are one line, counted, with the role that any of them states."""
    document = page(mention("سامي نور"), mention("سامي", 1, role="المدير")).documents[0]

    ((entity, count),) = names_of(document).values()

    assert (entity.role, count) == ("المدير", 2)


def test_no_line_is_wider_than_the_terminal() -> None:
    """What is wrapped here the terminal need not wrap, so that every line keeps its isolate."""
    for width in (40, 60, 100):
        lines = list(page_lines(page(mention("سامي نور")), console(width), Bidi.ISOLATE))
        assert max(line.cell_len for line in lines) <= width


def test_text_from_the_right_ends_at_one_edge() -> None:
    """Wrapped lines of a right-to-left paragraph are padded on the left to the same width."""
    lines = list(labelled("paragraph", TEXT * 3, console(50), Bidi.PLAIN))

    assert len(lines) > 2
    assert {line.cell_len for line in lines} == {49}


def test_the_label_stands_once_at_the_left() -> None:
    """Only the first line of a text has the label; the others keep its column free."""
    first, *others = labelled("paragraph", "word " * 30, console(50), Bidi.ISOLATE)

    assert first.plain.startswith("paragraph")
    assert all(line.plain[: LABEL_CELLS - 2].isspace() for line in others)


def test_nothing_is_laid_out_without_content() -> None:
    """A fact that a page does not state takes no line."""
    assert list(labelled("updated", None, console(), Bidi.ISOLATE)) == []
    assert list(labelled("updated", Text(), console(), Bidi.ISOLATE)) == []


def test_an_earlier_document_is_called_by_its_pages_name() -> None:
    """The narrator says "article of “first”" where the event only has an id."""
    terminal = console(100)
    narrator = Narrator(terminal, Bidi.PLAIN)
    later = page().model_dump(mode="json")
    later["documents"][0] |= {
        "document_id": "e" * 32,
        "dedupe": {
            "decision": "duplicate",
            "story_id": "s" * 32,
            "links": [{"kind": "duplicate", "document_id": "d" * 32, "score": 1.0}],
        },
    }

    narrator.tell_page("first", TEXT, page(), 0.1)
    narrator.tell_page("second", TEXT + "\u200f", EnrichedPage.model_validate(later, strict=False), 0.1)

    told = terminal.file.getvalue()  # type: ignore[attr-defined]  # a StringIO, as made above
    assert "article: duplicate · ← article of “first”, 100% shared · story ssssssss" in told
    assert "mended: 38 characters came in, 37 went on" in told
