"""Places: what the elements around a page's lines say of them, where words say nothing.

The element that holds most of the page's running text is its article's; what stands in a menu, in a sidebar or in the
page's foot is none of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

Place = tuple[str, ...]
"""What is told of a line: one at most of `housed`, `nested`, `outside` and `apart`; `resumed`, `heading`, `linked`; and
`anchored` or `tagged`, if it is linked and all its links are."""

_HEADING_NAMES: Final = "h1 h2 h3 h4 h5 h6"
_HEADINGS: Final = frozenset(_HEADING_NAMES.split())
_TEXT_NAMES: Final = (
    "address blockquote br button center dd dl dt hr legend li listing ol option p plaintext pre summary ul xmp"
)
_WITHIN_TEXT: Final = _HEADINGS | frozenset(_TEXT_NAMES.split())
"""What parts a text and holds none: its lines stand in the element around it."""
_APART: Final = frozenset({"aside", "dialog", "form", "menu", "nav"})
_APART_ROLES: Final = frozenset({"banner", "complementary", "contentinfo", "navigation", "search"})
_OWN: Final = frozenset({"article", "main"})
_PAGE: Final = frozenset({"html", "body"})

_TEXT_CHARS: Final = 60
"""99 of 100 paragraphs are as long, and hardly a menu's line."""
_FEWEST_CHARS: Final = 400
_ABOVE: Final = 3
"""So much more text has the article than what stands above it."""
_LINKED: Final = 0.8
_DELIMITERS: Final = ",،/|•·-–»"
"""What parts links in a row, with a space."""
_TITLE_WORDS: Final = 3


@dataclass(eq=False, slots=True)
class _Element:
    """An element that may hold a text.

    Attributes:
        parent: the element around it; None of the page.
        depth: at which it was entered.
        number, last: its own number and its last descendant's, in the page's order.
        is_own: whether it is or stands in an element for what is the page's own.
        is_page: whether everything stands in it.
        apart: the nearest element that stands apart and is or holds it.
        weight: characters of running text in it; half of those in its children.
    """

    parent: "_Element | None"
    depth: int
    number: int
    is_own: bool = False
    is_page: bool = False
    apart: "_Element | None" = None
    last: int = 0
    weight: float = 0.0

    def holds(self, other: "_Element") -> bool:
        return self.number <= other.number <= self.last


@dataclass(slots=True)
class _Line:
    element: _Element
    text: str
    level: int
    is_linked: bool
    link: str | None

    @property
    def runs(self) -> bool:
        return len(self.text) >= _TEXT_CHARS and not self.is_linked and not self.level


@dataclass(slots=True)
class Places:
    """Notes in which element each line stands, and judges when all have come. Linear time."""

    _open: list[_Element] = field(default_factory=lambda: [_Element(None, 0, 0, is_page=True)])
    _count: int = 0
    _lines: list[_Line] = field(default_factory=list)
    _heading: tuple[int, int] = (0, 0)
    """At which depth a heading is open, and its level."""

    def enter(self, tag: str, attributes: Mapping[str, str], depth: int) -> None:
        """Enter a block's element; names are lower case."""
        if tag in _HEADINGS and not self._heading[0]:
            self._heading = (depth, int(tag[1]))
        parent = self._open[-1]
        is_foot = tag == "footer" and not parent.is_own
        is_apart = is_foot or tag in _APART or attributes.get("role") in _APART_ROLES
        if tag in _WITHIN_TEXT and not is_apart:
            return
        self._count += 1
        element = _Element(parent, depth, self._count, parent.is_own or tag in _OWN, tag in _PAGE, parent.apart)
        if is_apart:
            element.apart = element
        self._open.append(element)

    def leave(self, depth: int) -> None:
        """Leave the element that was entered at a depth."""
        if self._heading[0] == depth:
            self._heading = (0, 0)
        if self._open[-1].depth == depth:
            self._open.pop().last = self._count

    def line(self, text: str, linked: int, links: Collection[str] = ()) -> None:
        """Take a line, how many of its characters stand in links, and these links' kinds, as `link_kind` gives them."""
        parted = 2 * sum(map(text.count, _DELIMITERS)) if links else 0
        is_linked = linked >= _LINKED * (len(text) - parted)
        link = next(iter(links)) if is_linked and len(links) == 1 else None
        line = _Line(self._open[-1], text, self._heading[1], is_linked, link or None)
        self._lines.append(line)
        if line.runs:
            line.element.weight += len(text)
            # Where each paragraph has an element of its own, the one around all of them is the text's.
            if line.element.parent:
                line.element.parent.weight += len(text) / 2

    def heading(self, titles: Collection[str]) -> str | None:
        """Give the page's one heading of the first level, if it may be the article's.

        None where there are several; where it has one word or two; and, unless a title of the page has it too, where
        it is a link or a lower one stands in a title: then the first is the site's.
        """
        named = [line for line in self._lines if line.level and len(line.text.split()) >= _TITLE_WORDS]
        firsts = {line.text: line for line in named if line.level == 1}
        if len(firsts) != 1:
            return None
        [(text, first)] = firsts.items()
        if any(text in title for title in titles):
            return text
        lower = (line.text for line in named if line.level > 1 and not line.is_linked)
        return None if first.is_linked or any(each in title for each in lower for title in titles) else text

    def told(self, heading: str | None) -> tuple[Place, ...]:
        """Tell each line's place, in their order.

        Args:
            heading: the article's, as `heading` gives it.
        """
        for element in self._open:
            element.last = self._count
        house = self._house()
        if house is None:
            return tuple(
                _place("apart" if line.element.apart else None, line.is_linked and "linked", line.link)
                for line in self._lines
            )
        return tuple(house.tell(self._lines, heading))

    def _house(self) -> "_House | None":
        """Find what holds half of the running text or more.

        None where nothing does, as on front pages; where it is the page's own element, with everything else in it; and
        where it has more links than texts, as lists of sites have.
        """
        runs = [line for line in self._lines if line.runs]
        holders = {each.number: each for line in runs for each in (line.element, line.element.parent) if each}
        if not holders:
            return None
        best = max(holders.values(), key=lambda element: element.weight)
        # The first of two articles is the page's.
        others = (each for each in holders.values() if 2 * each.weight >= best.weight and not each.holds(best))
        element = min((best, *others), key=lambda element: element.number)
        sizes = [(len(line.text), line.element is element, line.element.parent is element) for line in runs]
        own, inner = (
            sum(size for size, is_own, _ in sizes if is_own),
            sum(size for size, _, is_inner in sizes if is_inner),
        )
        house = _House(element, is_wrapped=inner > own)
        texts = [line for line in self._lines if house.has(line)]
        above = sum(len(line.text) for line in runs if line.element.number < element.number and not line.element.apart)
        held = sum(len(line.text) for line in texts if line.runs)
        most = max(_FEWEST_CHARS, sum(size for size, *_ in sizes) / 2, above * _ABOVE)
        is_list = 2 * sum(line.is_linked for line in texts) > len(texts)
        return None if element.is_page or is_list or held < most else house


@dataclass(frozen=True, slots=True)
class _House:
    """The element that holds the article's text; `is_wrapped` says that each paragraph has one of its own within it."""

    element: _Element
    is_wrapped: bool

    def has(self, line: _Line) -> bool:
        return line.element is self.element or (self.is_wrapped and line.element.parent is self.element)

    def tell(self, lines: Iterable[_Line], heading: str | None) -> Iterator[Place]:
        inlay: list[bool] = []
        has_text = False
        for line in lines:
            where = self._where(line)
            resumed = where == "housed" and has_text and 2 * sum(inlay) > len(inlay)
            if where == "nested":
                inlay.append(line.is_linked)
            elif where == "housed":
                inlay.clear()
                has_text = has_text or line.runs
            is_heading = line.level == 1 and line.text == heading
            yield _place(where, resumed and "resumed", is_heading and "heading", line.is_linked and "linked", line.link)

    def _where(self, line: _Line) -> str | None:
        apart, around = line.element.apart, self.element.parent
        # What stands around the article is no part of it, whatever its name.
        if apart and not apart.holds(self.element):
            return "apart"
        if self.has(line):
            return "housed"
        if self.element.holds(line.element):
            return "nested"
        return None if around and around.holds(line.element) else "outside"


def link_kind(attributes: Mapping[str, str]) -> str:
    """Give a link's kind: `anchored` if it leads within the page, `tagged` if it is called a tag; empty of others."""
    if "tag" in attributes.get("rel", "").lower().split():
        return "tagged"
    target = attributes.get("href", "")
    return "anchored" if target.startswith("#") and target != "#" else ""


def _place(*names: str | bool | None) -> Place:
    return tuple(name for name in names if isinstance(name, str))
