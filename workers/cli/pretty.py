"""An enriched page for people at a terminal: its segments coloured, its documents with what they say of themselves."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from rich.console import Console
from rich.text import Text

from schemas.document import Document, Role
from schemas.enriched_page import EnrichedPage
from schemas.entity import Entity, EntityKind
from schemas.segment import Segment, SegmentKind
from workers.cli.bidi import Bidi
from workers.cli.lines import Terminal, labelled

KIND_STYLES: Final = {
    SegmentKind.HEADLINE: "bold bright_white",
    SegmentKind.TIMESTAMP: "yellow",
    SegmentKind.BYLINE: "bright_yellow",
    SegmentKind.PARAGRAPH: "",
    SegmentKind.PROMO: "magenta",
    SegmentKind.CREDIT: "bright_blue",
    SegmentKind.KEYWORDS: "cyan",
    SegmentKind.TEASER_LABEL: "magenta",
    SegmentKind.TEASER_HEADLINE: "bold bright_magenta",
    SegmentKind.TEASER_PARAGRAPH: "bright_magenta",
    SegmentKind.RELATED_LABEL: "magenta",
    SegmentKind.RELATED_ITEM: "blue",
    SegmentKind.EMBED: "bright_cyan",
    SegmentKind.CAPTION: "italic green",
    SegmentKind.BOILERPLATE: "bright_black",
}
ENTITY_STYLES: Final = {
    EntityKind.PERSON: "underline bright_green",
    EntityKind.ORGANISATION: "underline bright_blue",
    EntityKind.LOCATION: "underline bright_yellow",
    EntityKind.EVENT: "underline bright_red",
    EntityKind.WORK: "underline bright_cyan",
    EntityKind.MISC: "underline",
}


class PrettyPages:
    """Writes pages for people.

    Args:
        stream: coloured where it is a terminal.
        bidi: how right-to-left text is written.
    """

    def __init__(self, stream: TextIO, *, bidi: Bidi = Bidi.ISOLATE) -> None:
        self._console = Terminal(stream)
        self._bidi = bidi

    def write(self, page: EnrichedPage) -> None:
        """Write a page and flush."""
        for line in page_lines(page, self._console, self._bidi):
            self._console.print(line, soft_wrap=True)
        self._console.file.flush()


def page_lines(page: EnrichedPage, console: Console, bidi: Bidi) -> Iterator[Text]:
    """Lay out a page in lines as wide as the console."""
    title = f"━━ {page.page_id} "
    yield Text(title + "━" * max(0, console.width - len(title)), style="bold", end="")
    facts = (("address", page.url), ("site", page.source), ("captured", page.captured_at.isoformat()))
    for label, fact in facts:
        yield from labelled(label, fact, console, bidi)
    yield Text()
    mentions = sorted((entity for document in page.documents for entity in document.entities), key=lambda e: e.start)
    for segment in page.segments:
        text = segment_text(page.text, segment, mentions)
        style = KIND_STYLES[segment.kind]
        yield from labelled(segment.kind.replace("_", " "), text, console, bidi, style=style or "white")
    for document in page.documents:
        yield Text()
        yield from document_lines(document, console, bidi)
    yield Text()


def segment_text(text: str, segment: Segment, mentions: Iterable[Entity]) -> Text:
    """Colour a segment by its kind, and the names in it by theirs."""
    content = Text(text[segment.start : segment.end], style=KIND_STYLES[segment.kind])
    for mention in mentions:
        if segment.start <= mention.start and mention.end <= segment.end:
            content.stylize(ENTITY_STYLES[mention.kind], mention.start - segment.start, mention.end - segment.start)
    return content


def document_lines(document: Document, console: Console, bidi: Bidi) -> Iterator[Text]:
    """Lay out what is known of a document: the decision, metadata, and each name once."""
    dedupe = document.dedupe
    heading = Text(f"▌ {document.role}", style="bold bright_magenta" if document.role is Role.TEASER else "bold")
    if dedupe is not None:
        heading.append(f" · {dedupe.decision} · story {dedupe.story_id[:12]}")
    if document.truncated:
        heading.append(" · cut short")
    yield heading
    meta = document.metadata
    facts = (
        ("headline", document.headline.text if document.headline else None),
        ("published", meta.published_at),
        ("updated", meta.updated_at),
        ("publisher", meta.publisher),
        ("agencies", " | ".join(meta.agencies)),
        ("authors", " | ".join(meta.authors)),
        ("dateline", meta.dateline_place),
        ("keywords", " | ".join(meta.keywords)),
        ("language", meta.language),
    )
    for label, fact in facts:
        yield from labelled(label, fact, console, bidi)
    for (kind, canonical), (first, count) in names_of(document).items():
        details = [first.role or "", first.links.iso_country or "", first.links.wikidata or ""]
        if count > 1:
            details.append(f"×{count}")
        name = Text(canonical, style=ENTITY_STYLES[kind])
        name.append("".join(f"  {detail}" for detail in details if detail), style="not underline bright_black")
        yield from labelled(kind, name, console, bidi, style=ENTITY_STYLES[kind].removeprefix("underline"))
    for link in dedupe.links if dedupe else ():
        yield from labelled("link", f"{link.kind} {link.document_id[:12]} ({link.score:.2f})", console, bidi)


def names_of(document: Document) -> dict[tuple[EntityKind, str], tuple[Entity, int]]:
    """Gather mentions by name, in order of appearance: the one that says most, and how many there are."""
    counts = Counter((entity.kind, entity.canonical) for entity in document.entities)
    best: dict[tuple[EntityKind, str], Entity] = {}
    for entity in document.entities:
        known = best.setdefault((entity.kind, entity.canonical), entity)
        if known.role is None and entity.role is not None:
            best[entity.kind, entity.canonical] = entity
    return {key: (entity, counts[key]) for key, entity in best.items()}
