"""A page that is built piece by piece, so that every character's kind and owner are known.

Conventions of the truth, where a reader could choose otherwise:

- A headline that the page repeats is a `headline` once: the copy that stands last above the body. Copies above it, in a
  breadcrumb, a title or a picture's text, are furniture. A copy inside a sentence counts only where there is no other,
  and one below the credit only where none stands above the body.
- Furniture is `boilerplate` of the page: mastheads with their dates and editors, menus, sections, breadcrumbs, counts,
  icons, style rules, advertisement marks, share and follow lines, numbers or ages beside related headlines.
- The items of a ticker are `related_item`, its label a `related_label`; so is a related label that nothing follows.
- A dateline belongs to the lead, whether or not a line ends after it and even where it names the author: `paragraph`.
- A bare agency or outlet where others name the author is a `credit`; after "كتب" and the like it is a `byline`. A bare
  outlet, alone or stuck to the lead, stands only on pages that name it elsewhere, since nobody could tell otherwise.
- A sign-off is a `credit`; an agency in parentheses after the last full stop is one too, apart from its paragraph.
- A photograph's source is a `caption` and no agency of the article's. A subheading is a `paragraph`.
- A promo or credit whose label stands on a line of its own is two segments of that kind; so are keywords, and a keyword
  label without keywords is `keywords`.
- Outlet and age above a teaser's headline introduce it: `teaser_label`. A teaser's own stamp, byline and credit are
  the teaser's.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from tests.composer.material import Site, Story

OWNERS: Final = {
    **dict.fromkeys(("headline", "timestamp", "byline", "paragraph", "credit", "keywords", "caption"), "article"),
    **dict.fromkeys(("teaser_headline", "teaser_paragraph"), "teaser"),
    **dict.fromkeys(("promo", "teaser_label", "related_label", "related_item", "boilerplate"), "page"),
    "embed": "article",
}
"""Whose a segment of a kind is, unless a part says otherwise."""

GAPS: Final = {
    "lines": ("\n", "\n"),
    "blank lines": ("\n\n", "\n"),
    "crlf": ("\r\n", "\r\n"),
    "crlf, blank lines": ("\r\n\r\n", "\r\n"),
    "no-break lines": ("\n\N{NO-BREAK SPACE}\n", "\n"),
    "indented": ("\n\t\t", "\n\t\t"),
    "padded": (" \n \n", " \n"),
    "one line": (" ", " "),
}
"""What a page has between its blocks, and between the lines of one block."""


_RUNNING: Final = frozenset({"paragraph", "teaser_paragraph"})
"""What stays one segment as long as its line goes on."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one kind, code points from `start` to `end`."""

    kind: str
    owner: str
    start: int
    end: int


class PageBuilder:
    """Appends labelled pieces and remembers where each one came to lie."""

    def __init__(self, gap: str) -> None:
        self.gap, self.line_break = GAPS[gap]
        self._parts: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._same_line = True

    @property
    def last(self) -> Segment | None:
        """The segment added last."""
        return self._segments[-1] if self._segments else None

    def add(self, kind: str, text: str, after: str | None = None, *, owner: str | None = None) -> None:
        """Append a piece and what follows it, the gap between blocks unless told otherwise.

        Raises:
            ValueError: the piece is blank, or what follows is not.
        """
        text = text.strip()
        if not text:
            raise ValueError(f"a blank {kind}")
        owner, start = owner or OWNERS[kind], self._length
        self._append(text)
        if kind in _RUNNING and self.last and (self.last.kind, self.last.owner) == (kind, owner) and self._same_line:
            start = self._segments.pop().start
        self._segments.append(Segment(kind, owner, start, self._length))
        self._same_line = True
        self.space(self.gap if after is None else after)

    def space(self, text: str) -> None:
        """Append white space, which belongs to nothing.

        Raises:
            ValueError: there is more than white space.
        """
        if text.strip():
            raise ValueError(f"not blank: {text!r}")
        self._append(text)
        self._same_line = self._same_line and "\n" not in text

    def glue(self, text: str) -> None:
        """Put other white space, or none, where the last piece's gap is."""
        while self._parts and not self._parts[-1].strip():
            self._length -= len(self._parts.pop())
        self._same_line = True
        self.space(text)

    def finish(self, cut: int = 0) -> tuple[str, tuple[Segment, ...]]:
        """Give the text and its segments, `cut` code points short of the last segment's end."""
        text = "".join(self._parts).rstrip()
        if not cut:
            return text, tuple(self._segments)
        text = text[:-cut].rstrip()
        *whole, last = self._segments
        return text, (*whole, Segment(last.kind, last.owner, last.start, len(text)))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


@dataclass(slots=True)
class Truth:
    """What a reader of the page can know; parts fill it in as they write."""

    headline: str | None = None
    published_at: str | None = None
    updated_at: str | None = None
    publisher: str | None = None
    agencies: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    dateline_place: str | None = None
    keywords: list[str] = field(default_factory=list)
    language: str | None = "ar"
    truncated: bool = False
    teasers: list[tuple[str, bool]] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    stamp: str | None = None
    traits: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page is made from. Both instants are naive and of one clock, UTC.

    `others` are the headlines of the stories `listed`, of which lists of beginnings are made.
    """

    story: Story
    teasers: tuple[Story, ...]
    others: tuple[str, ...]
    listed: tuple[Story, ...]
    english: tuple[Story, ...]
    site: Site
    agency: str
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    place: str
    published: datetime
    captured: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A page in the making: what it is made from, what stands on it so far, and what is true of it."""

    facts: Facts
    page: PageBuilder
    truth: Truth
    rng: random.Random

    def chance(self, share: float) -> bool:
        """Tell yes in that share of cases."""
        return self.rng.random() < share

    def one(self, options: Sequence[str]) -> str:
        """Choose one of the texts."""
        return self.rng.choice(options)

    def furniture(self, text: str, after: str | None = None) -> None:
        """Append a piece of the site's own."""
        self.page.add("boilerplate", text, after)

    def part(self, options: Sequence["Part"]) -> None:
        """Write one of the parts and note its name among the page's traits."""
        part = self.rng.choice(options)
        self.truth.traits.add(part.__name__)
        part(self)


Part = Callable[[Draft], None]
"""Writes a part of a page."""
