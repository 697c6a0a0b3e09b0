"""What each stage did with a page, told in a few lines."""

from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Final

from rich.console import Console
from rich.text import Text

from schemas.document import Document
from schemas.enriched_page import EnrichedPage
from schemas.entity import EntityKind
from workers.cli.bidi import Bidi
from workers.cli.lines import labelled
from workers.cli.pretty import ENTITY_STYLES, KIND_STYLES, names_of

NAMES_SHOWN: Final = 3
"""Names of each kind that are told; of the others only how many there are."""

_ID_CHARS: Final = 8
"""Enough of an id to tell a few dozen apart."""

_AND: Final = " · "


class Narrator:
    """Tells what happened to one page after the other, and by which name to call an earlier document.

    Args:
        console: where to.
        bidi: how right-to-left text is written.
    """

    def __init__(self, console: Console, bidi: Bidi) -> None:
        self._console = console
        self._bidi = bidi
        self._titles: dict[str, str] = {}

    def say(self, line: Text | str = "", *, style: str = "") -> None:
        """Tell one line."""
        self._console.print(line, style=style, soft_wrap=True)

    def busy(self, with_what: str) -> AbstractContextManager[object]:
        """Show on a terminal that something goes on, for as long as a block lasts."""
        return self._console.status(with_what)

    def tell_page(self, title: str, sent: str, page: EnrichedPage, seconds: float) -> None:
        """Tell what became of a page.

        Args:
            title: what the page is to be called from now on.
            sent: its text as it was sent.
            page: the event that came back.
            seconds: how long that took.
        """
        self._head(title, f"enriched in {seconds:.1f} s", "bold green")
        for document in page.documents:
            self._titles[document.document_id] = f"{document.role} of “{title}”"
            if document.headline is not None:
                self._line(document.role, Text(document.headline.text, style="bold"), right_to_left=None)
        self._line("repair", _repair(sent, page.text))
        self._line("segmentation", _segments(page))
        for document in page.documents:
            self._line("metadata", _metadata(document))
            self._line("entities", _entities(document))
            self._line("dedupe", self._decision(document))
        self.say()

    def tell_dead_letter(self, title: str, reason: str, message: str, seconds: float) -> None:
        """Tell why a page could not be enriched."""
        self._head(title, f"dead letter in {seconds:.1f} s", "bold red")
        self._line("reason", f"{reason}: {message}")
        self.say()

    def _head(self, title: str, outcome: str, style: str) -> None:
        self.say(Text.assemble(("━━ ", "bright_black"), (title, "bold"), "  ", (outcome, style)))

    def _line(self, label: str, content: Text | str, *, right_to_left: bool | None = False) -> None:
        for line in labelled(label, content, self._console, self._bidi, right_to_left=right_to_left):
            self.say(line)

    def _decision(self, document: Document) -> Text:
        dedupe = document.dedupe
        if dedupe is None:
            return Text()
        parts = [Text.assemble(f"{document.role}: ", (str(dedupe.decision).replace("_", " "), "bold yellow"))]
        for link in dedupe.links[:1]:
            earlier = self._titles.get(link.document_id, link.document_id[:_ID_CHARS])
            parts.append(Text(f"← {earlier}, {link.score:.0%} shared"))
        if more := len(dedupe.links) - 1:
            parts += [Text(f"{more} more of the same story")] if more > 0 else []
        return Text(_AND).join([*parts, Text(f"story {dedupe.story_id[:_ID_CHARS]}")])


def _repair(sent: str, text: str) -> str:
    if sent == text:
        return "nothing to mend"
    return f"mended: {len(sent):,} characters came in, {len(text):,} went on"


def _segments(page: EnrichedPage) -> Text:
    counts = Counter(segment.kind for segment in page.segments)
    parts = [
        Text(kind.replace("_", " ") + (f" ×{count}" if count > 1 else ""), style=KIND_STYLES[kind])
        for kind, count in counts.items()
    ]
    return Text(_AND).join(parts)


def _metadata(document: Document) -> str:
    metadata = document.metadata
    facts = (
        ("published", metadata.published_at),
        ("updated", metadata.updated_at),
        ("publisher", metadata.publisher),
        ("agencies", "، ".join(metadata.agencies)),
        ("by", "، ".join(metadata.authors)),
        ("from", metadata.dateline_place),
        ("keywords", "، ".join(metadata.keywords)),
    )
    told = _AND.join(f"{name} {fact}" for name, fact in facts if fact)
    cut = " (cut short)" if document.truncated else ""
    return f"{document.role}{cut}: {told or 'states nothing of itself'}"


def _entities(document: Document) -> Text:
    names = list(_names(document))
    head = f"{document.role}: {len(document.entities)} mentions"
    return Text(_AND).join([Text(head), *names])


def _names(document: Document) -> Iterator[Text]:
    kinds: dict[EntityKind, list[str]] = {}
    for kind, canonical in names_of(document):
        kinds.setdefault(kind, []).append(canonical)
    for kind, names in kinds.items():
        more = f" (+{len(names) - NAMES_SHOWN})" if len(names) > NAMES_SHOWN else ""
        style = ENTITY_STYLES[kind].removeprefix("underline ")
        yield Text.assemble(f"{kind} ", ("، ".join(names[:NAMES_SHOWN]), style), more)
