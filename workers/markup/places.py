"""Places: what the elements around a page's lines say of them, where words say nothing.

The element that holds most of the page's running text is its article's; what stands in a menu, in a sidebar or in the
page's foot is none of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from workers.lexicon.loader import read_list
from workers.markup.flow import FLOWS, Flow
from workers.markup.houses import Element, House, Line, find_house, stands_apart

Place = tuple[str, ...]
"""What is told of a line: one at most of `housed`, `nested`, `outside` and `apart`; of `resumed`, `flowing` and
`broken`; `heading`, `captioned`, `linked`; and `anchored` or `tagged`, if it is linked and all its links are."""

_HEADING_NAMES: Final = "h1 h2 h3 h4 h5 h6"
_HEADINGS: Final = frozenset(_HEADING_NAMES.split())
_FIGURES: Final = frozenset({"figure", "figcaption"})
"""What holds pictures and their captions: of 923 figures on 350 real sites' pages, 19 held words of the article."""
_TEXT_NAMES: Final = (
    "address blockquote br button center dd dl dt hr legend li listing ol option p plaintext pre summary ul xmp"
)
_WITHIN_TEXT: Final = _HEADINGS | frozenset(_TEXT_NAMES.split())
"""What parts a text and holds none: its lines stand in the element around it."""
_APART: Final = frozenset({"aside", "dialog", "form", "menu", "nav"})
_APART_ROLES: Final = frozenset({"banner", "complementary", "contentinfo", "navigation", "search"})
_OWN: Final = frozenset({"article", "main"})
_BODY: Final = "articlebody"
_PAGE: Final = frozenset({"html", "body"})

_LINKED: Final = 0.8
_DELIMITERS: Final = ",،/|•·-–»"
"""What parts links in a row, with a space."""
_TITLE_WORDS: Final = 3
_FEWEST_TEASERS: Final = 8
_LISTED: Final = 0.6


@dataclass(slots=True)
class Places:
    """Notes in which element each line stands, and judges when all have come. Linear time."""

    _open: list[Element] = field(default_factory=lambda: [Element(None, 0, 0, is_page=True)])
    _count: int = 0
    _lines: list[Line] = field(default_factory=list)
    _heading: tuple[int, int] = (0, 0)
    """At which depth a heading is open, and its level."""
    _figure: int = 0
    """At which depth a figure is open."""
    _break: int = 0
    """At which depth the last line break stands, if no element begins or ends behind it."""
    _bodies: list[Element] = field(default_factory=list)
    """What microdata call an article's body."""
    _articles: list[Element] = field(default_factory=list)

    def enter(self, tag: str, attributes: Mapping[str, str], depth: int) -> None:
        """Enter a block's element; names are lower case."""
        if tag in _HEADINGS and not self._heading[0]:
            self._heading = (depth, int(tag[1]))
        elif tag in _FIGURES and not self._figure:
            self._figure = depth
        parent = self._open[-1]
        if tag == "br":
            self._break = depth
            if self._lines and self._lines[-1].element is parent:
                self._lines[-1].is_broken = True
            return
        self._break = 0
        is_foot = tag == "footer" and not parent.is_own
        is_apart = is_foot or tag in _APART or attributes.get("role") in _APART_ROLES or _holds_comments(attributes)
        if tag in _WITHIN_TEXT and not is_apart:
            return
        self._count += 1
        element = Element(parent, depth, self._count, parent.is_own or tag in _OWN, tag in _PAGE, parent.apart)
        if is_apart:
            element.apart = element
        if tag == "article":
            self._articles.append(element)
        if _BODY in attributes.get("itemprop", "").lower():
            self._bodies.append(element)
        self._open.append(element)

    def leave(self, depth: int) -> None:
        """Leave the element that was entered at a depth."""
        if self._break > depth:
            self._break = 0
        if self._heading[0] == depth:
            self._heading = (0, 0)
        if self._figure == depth:
            self._figure = 0
        if self._open[-1].depth == depth:
            self._open.pop().last = self._count

    def line(self, text: str, linked: int, links: Collection[str] = ()) -> None:
        """Take a line, how many of its characters stand in links, and these links' kinds, as `link_kind` gives them."""
        parted = 2 * sum(map(text.count, _DELIMITERS)) if links else 0
        is_linked = linked >= _LINKED * (len(text) - parted)
        link = next(iter(links)) if is_linked and len(links) == 1 else None
        line = Line(self._open[-1], text, self._heading[1], is_linked, link or None, self._figure > 0, self._break > 0)
        self._lines.append(line)
        if line.runs:
            line.element.weight += len(text)
            # Where each paragraph has an element of its own, the one around all of them is the text's.
            if line.element.parent:
                line.element.parent.weight += len(text) / 2

    def heading(self, titles: Collection[str]) -> str | None:
        """Give the page's heading, if it may be the article's: the one that is a title of the page, of whatever level.

        Blogs' systems keep the first level for the site's name. Else the one of the first level; None where there are
        several; where it has one word or two; and, unless a title of the page has it too, where it is a link or a lower
        one stands in a title: then the first is the site's.
        """
        named = [line for line in self._lines if line.level and len(line.text.split()) >= _TITLE_WORDS]
        stated = {line.text for line in named if not line.is_linked and line.text in titles}
        if len(stated) == 1:
            return stated.pop()
        firsts = {line.text: line for line in named if line.level == 1}
        if len(firsts) != 1:
            return None
        [(text, first)] = firsts.items()
        if any(text in title for title in titles):
            return text
        lower = (line.text for line in named if line.level > 1 and not line.is_linked)
        return None if first.is_linked or any(each in title for each in lower for title in titles) else text

    def are_listed(self, titles: Collection[str]) -> bool:
        """Whether most of the page's text stands beneath links of its own, as on front pages and in sections.

        Not where a line without a link is part of a title of the page: a short article may stand among many teasers.
        """
        teasers: list[int] = []
        others = 0
        is_below_title = False
        for line in self._lines:
            if line.is_linked:
                is_below_title = line.is_title
            elif line.tells:
                if is_below_title:
                    teasers.append(len(line.text))
                else:
                    others += len(line.text)
                is_below_title = False
        if len(teasers) < _FEWEST_TEASERS or sum(teasers) < _LISTED * (sum(teasers) + others):
            return False
        shown = (line.text for line in self._lines if not line.is_linked and len(line.text.split()) >= _TITLE_WORDS)
        return not any(text in title for text in shown for title in titles)

    def told(self, heading: str | None) -> tuple[Place, ...]:
        """Tell each line's place, in their order.

        Args:
            heading: the article's, as `heading` gives it.
        """
        for element in self._open:
            element.last = self._count
        house = find_house(self._lines, (self._bodies, self._articles))
        if house is None:
            return tuple(_place("apart" if line.element.apart else None, *line.said()) for line in self._lines)
        return tuple(_tell(house, self._lines, heading))


def _tell(house: House, lines: Sequence[Line], heading: str | None) -> Iterator[Place]:
    level = min((line.level for line in lines if line.level and line.text == heading), default=-1) if heading else -1
    flow = Flow(is_told=house.flows(lines))
    for line in lines:
        where, follows = _where(house, line), None
        if where == "nested":
            flow.pass_by(line)
        elif where == "housed":
            follows = flow.take(line)
        is_heading = line.level == level and line.text == heading
        if not house.element.is_page:
            yield _place(where, follows, is_heading and "heading", *line.said())
        else:  # Everything stands in it: what does says nothing.
            yield _place(where == "apart" and where, follows in FLOWS and follows, *line.said())


def _where(house: House, line: Line) -> str | None:
    around = house.element.parent
    if stands_apart(line, house.element):
        return "apart"
    if house.has(line):
        return "housed"
    if house.element.holds(line.element):
        return "nested"
    return None if around and around.holds(line.element) else "outside"


def link_kind(attributes: Mapping[str, str]) -> str:
    """Give a link's kind: `anchored` if it leads within the page, `tagged` if it is called a tag; empty of others."""
    if "tag" in attributes.get("rel", "").lower().split():
        return "tagged"
    target = attributes.get("href", "")
    return "anchored" if target.startswith("#") and target != "#" else ""


def _holds_comments(attributes: Mapping[str, str]) -> bool:
    names = (attributes.get("id", "").lower(), *attributes.get("class", "").lower().split())
    return not _comment_areas().isdisjoint(names)


@cache
def _comment_areas() -> frozenset[str]:
    return frozenset(read_list("comment_areas.txt"))


def _place(*names: str | bool | None) -> Place:
    return tuple(name for name in names if isinstance(name, str))
