"""Visible text: one line a block, in the order of reading."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from workers.markup.places import Places, link_kind
from workers.markup.veils import is_veiled

MAX_DEPTH: Final = 1_000
"""Elements within one another, twice of what Chromium keeps apart. An end tag that closes nothing is looked for in all
open elements, so that without a limit a page could take time with the square of its length."""

_BLOCK_NAMES: Final = (
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav "
    "ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp"
)
_BLOCK: Final = frozenset(_BLOCK_NAMES.split())
"""What begins a line of its own: the elements that the HTML standard renders as blocks, rows and cells."""
_UNSEEN_NAMES: Final = (
    "applet audio canvas datalist embed iframe noembed noframes noscript object rp script select style svg template "
    "textarea title video"
)
_UNSEEN: Final = frozenset(_UNSEEN_NAMES.split())
"""What shows no text of the page: code, controls, and what stands in for what a browser can do."""
_LEFT_BY_BLOCKS: Final = frozenset({"datalist", "select", "svg"})
"""What holds no blocks: one within shows that the element was never closed, which must not hide the rest."""
_LEAVING: Final = _BLOCK - {"button", "hr", "legend", "optgroup", "option"}
_LEFT_BY_ARTICLES: Final = frozenset({"article", "h1", "main"})
"""What no page hides for good: a class that hides it is one that a script takes away."""
_UNSEEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_ROOTS: Final = frozenset({"html", "body"})
"""Scripts unveil them, so that they are never left out."""
_PREFORMATTED: Final = frozenset({"pre", "listing", "plaintext", "xmp"})
_REPLACED: Final = frozenset({"img", "input", "meter", "progress"}) | _UNSEEN - {"script", "style", "template", "rp"}
"""What takes room of its own within a line, so that the words beside it are two words."""
_PARTED: Final = frozenset({"a", "label"})
"""Two of these that touch are two things."""

_SPACES: Final = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
"""What HTML folds into one space, but for what is one; a no-break space is none of it."""
_LINE_ENDS: Final = re.compile(r"\r\n?|\n")


class TooDeep(ValueError):  # noqa: N818  # it names what the page is
    """A page whose elements are nested deeper than `MAX_DEPTH`."""


class Blocks:
    """Gathers lines from a parser's events, in their order; what is no visible text it hands to `unseen`.

    Left out is what a browser does not show: code, controls, `hidden`, and `display: none` or `visibility: hidden`
    where the element itself says so (style sheets are not read), and what `veils` tells. `aria-hidden` is no such mark:
    it hides from listeners only. Inline elements leave words whole; no-break spaces stay, as sites part a ticker's
    items by them.

    Attributes:
        places: in which elements the lines stand.
    """

    def __init__(self, unseen: Callable[[str], None]) -> None:
        self._tell_unseen = unseen
        self._lines: list[str] = []
        self._line: list[str] = []
        self._depth = 0
        self._unseen_at = 0
        self._left_by: frozenset[str] = frozenset()
        self._preformatted_at = 0
        self._gap = False
        self._touching = False
        self._behind = ""
        self._link_at = 0
        self._link = ""
        self._linked = 0
        self._links: set[str] = set()
        self.places = Places()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter an element; names are lower case.

        Raises:
            TooDeep: it is nested deeper than `MAX_DEPTH`.
        """
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooDeep(f"elements nested more than {MAX_DEPTH:,} deep")
        if self._unseen_at:
            if tag not in self._left_by:
                return
            self._unseen_at = 0
        if tag in _REPLACED:
            self._line.append(" ")
        if (
            tag in _UNSEEN
            or (attributes and tag not in _ROOTS and _is_unseen(attributes))
            or (tag == "dialog" and "open" not in attributes)
        ):
            self._unseen_at = self._depth
            self._left_by = _LEAVING if tag in _LEFT_BY_BLOCKS else frozenset()
        elif attributes and tag not in _ROOTS and tag not in _LEFT_BY_ARTICLES and is_veiled(attributes):
            self._unseen_at = self._depth
            self._left_by = _LEFT_BY_ARTICLES
        elif tag in _BLOCK or "-" in tag:
            if tag in _PREFORMATTED and not self._preformatted_at:
                self._preformatted_at = self._depth
            self._end_line()
            self.places.enter(tag, attributes, self._depth)
        else:
            self._start_inline(tag, attributes)

    def end(self, tag: str) -> None:
        """Leave an element."""
        if self._unseen_at == self._depth:
            self._unseen_at = 0
        elif not self._unseen_at:
            if tag in _BLOCK or "-" in tag:
                self._end_line()
                self.places.leave(self._depth)
            elif tag == "time":
                self._gap = True
            elif self._behind not in _PARTED:
                self._behind = tag
        if self._link_at == self._depth:
            self._link_at = 0
        if self._preformatted_at == self._depth:
            self._preformatted_at = 0
        self._depth -= 1

    def data(self, data: str) -> None:
        """Take a piece of text."""
        if self._unseen_at:
            self._tell_unseen(data)
            return
        self._behind = ""
        if self._link_at:
            self._linked += len(data.strip())
            self._links.add(self._link)
        if self._gap or self._touching:
            self._part(data[0])
        if not self._preformatted_at:
            self._line.append(data)
            return
        first, *others = _LINE_ENDS.split(data)
        self._append(first)
        for line in others:
            self._end_line()
            self._append(line)

    def text(self) -> str:
        """Give the lines, none of them empty."""
        self._end_line()
        return "\n".join(self._lines)

    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "time" or (tag in _PARTED and self._behind in _PARTED):
            self._gap = True
        elif self._behind:
            self._touching = True
        if tag == "a" and not self._link_at:
            self._link_at = self._depth
            self._link = link_kind(attributes)

    def _part(self, first: str) -> None:
        """Part two things that touch: links, labels, a time and a word; of other elements, a figure and a word."""
        last = self._line[-1][-1] if self._line else " "
        if first.isalnum() and last.isalnum() and (self._gap or first.isdigit() is not last.isdigit()):
            self._line.append(" ")
        self._gap = self._touching = False

    def _append(self, data: str) -> None:
        if data:
            self._line.append(data)

    def _end_line(self) -> None:
        if not self._line:  # What stood before says nothing of the first words of a line: there is nothing to part.
            return
        self._gap = self._touching = False
        self._behind = ""
        if line := _SPACES.sub(" ", "".join(self._line)).strip():
            self._lines.append(line)
            self.places.line(line, self._linked, self._links)
        self._line.clear()
        self._linked = 0
        self._links.clear()


def _is_unseen(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and _UNSEEN_STYLE.search(style) is not None
