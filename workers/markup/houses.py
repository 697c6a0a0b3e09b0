"""Houses: the element that holds the article's text, found among all of a page's."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

_TEXT_CHARS: Final = 60
"""99 of 100 paragraphs are as long, and hardly a menu's line."""
_ENTRY_CHARS: Final = 25
"""What is shorter, as a date, parts no text from the link above it."""
_TITLE_SPACES: Final = 3
_FEWEST_CHARS: Final = 400
_ABOVE: Final = 3
"""So much more text has the article than what stands above it."""
_HALF: Final = 0.5
_MOST: Final = 0.8


@dataclass(eq=False, slots=True)
class Element:
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

    parent: "Element | None"
    depth: int
    number: int
    is_own: bool = False
    is_page: bool = False
    apart: "Element | None" = None
    last: int = 0
    weight: float = 0.0

    def holds(self, other: "Element") -> bool:
        """Whether another element is it or stands in it."""
        return self.number <= other.number <= self.last


@dataclass(slots=True)
class Line:
    """A line of the page and what is said of it.

    `is_broken` says that a line break parts it from the next line or the one before, and no element.
    """

    element: Element
    text: str
    level: int
    is_linked: bool
    link: str | None
    is_caption: bool
    is_broken: bool

    def said(self) -> Iterator[str | bool | None]:
        """Say what holds of it wherever it stands."""
        yield self.is_caption and "captioned"
        yield self.is_linked and "linked"
        yield self.link

    @property
    def is_title(self) -> bool:
        """Whether it links and may be a headline by its length."""
        return self.is_linked and self.text.count(" ") >= _TITLE_SPACES

    @property
    def tells(self) -> bool:
        """Whether it may be a text, be it short, and no date."""
        return not self.is_linked and len(self.text) >= _ENTRY_CHARS

    @property
    def runs(self) -> bool:
        """Whether it is running text: long, and no link, heading or caption."""
        return len(self.text) >= _TEXT_CHARS and not self.is_linked and not self.level and not self.is_caption


@dataclass(frozen=True, slots=True)
class House:
    """The element that holds the article's text, in these elements of it.

    `is_wrapped` says that each paragraph has one of its own within it.
    """

    element: Element
    rooms: frozenset[int]
    is_wrapped: bool = False

    @classmethod
    def of_rooms(cls, element: Element, runs: Iterable[Line]) -> Self:
        """Make one of an element that holds its text in several, as where advertisements part it."""
        return cls(element, frozenset(line.element.number for line in runs))

    def has(self, line: Line) -> bool:
        """Whether a line stands in one of its elements."""
        return line.element.number in self.rooms or (self.is_wrapped and line.element.parent is self.element)

    def flows(self, lines: Sequence[Line]) -> bool:
        """Whether what no link parts from its text is its article's.

        Not where running text stands above, which may be the article, nor where the page links no headline: careless
        sites paste pages into one element, and leave out their links.
        """
        first = next((line for line in lines if line.runs and not stands_apart(line, self.element)), None)
        return first is not None and self.element.holds(first.element) and any(line.is_title for line in lines)


def find_house(lines: Sequence[Line], names: Iterable[Collection[Element]]) -> House | None:
    """Find what holds half of the page's running text or more, in one element or in several boxes of one.

    Text elsewhere does not count where the page names its one article. None where nothing holds it, as on front pages;
    where it is the page's own element, with everything else in it; and where it has more links than texts, as lists of
    sites have.

    Args:
        lines: the page's.
        names: what the page calls its article's body, and what it calls articles.
    """
    runs = [line for line in lines if line.runs]
    named = _named(runs, names)
    if named:
        runs = [line for line in runs if named.holds(line.element)]
    house = _densest(runs, named)
    if house and _may_be(house, lines, runs, _MOST if named else _HALF):
        return house
    house = House.of_rooms(named, runs) if named else None
    return house if house and _may_be(house, lines, runs, _MOST) else None


def stands_apart(line: Line, element: Element) -> bool:
    """Whether a line stands apart from an element; what stands around both is no part of it, whatever its name."""
    apart = line.element.apart
    return apart is not None and not apart.holds(element)


def _named(runs: Sequence[Line], names: Iterable[Collection[Element]]) -> Element | None:
    """Give the one thing of a name that holds a text."""
    for only in (elements for elements in names if len(elements) == 1):
        [element] = only
        if _length(line for line in runs if element.holds(line.element)) >= _FEWEST_CHARS:
            return element
    return None


def _densest(runs: Sequence[Line], named: Element | None) -> House | None:
    both = {each.number: each for line in runs for each in (line.element, line.element.parent) if each}
    holders = [each for each in both.values() if named is None or named.holds(each)]
    if not holders:
        return None
    best = max(holders, key=lambda element: element.weight)
    # The first of two articles is the page's.
    others = (each for each in holders if 2 * each.weight >= best.weight and not each.holds(best))
    element = min((best, *others), key=lambda element: element.number)
    own = _length(line for line in runs if line.element is element)
    inner = _length(line for line in runs if line.element.parent is element)
    return House(element, frozenset({element.number}), is_wrapped=inner > own)


def _may_be(house: House, lines: Sequence[Line], runs: Sequence[Line], share: float) -> bool:
    """Whether it holds this share of the running text, with no long text above and more texts than links."""
    element = house.element
    runs = [line for line in runs if not stands_apart(line, element)]
    texts = [line for line in lines if house.has(line)]
    above = _length(line for line in runs if line.element.number < element.number)
    most = max(_FEWEST_CHARS, _length(runs) * share, above * _ABOVE)
    is_list = 2 * sum(line.is_linked for line in texts) > len(texts)
    return not is_list and _length(line for line in texts if line.runs) >= most


def _length(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)
