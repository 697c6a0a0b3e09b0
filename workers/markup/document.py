"""An HTML page, read once: its visible text and its witness."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from workers.markup.blocks import MAX_DEPTH, Blocks, TooDeep
from workers.markup.declarations import DECLARING, Declarations
from workers.markup.places import Place
from workers.markup.witness import Witness

__all__ = ["MAX_DEPTH", "Markup", "TooDeep", "read_html"]


@dataclass(frozen=True, slots=True)
class Markup:
    """What an HTML page shows and states.

    Attributes:
        text: the visible text, one line a block, in the order of reading; a page may show none.
        witness: what meta tags and JSON-LD state.
        places: what the elements around each line say of it, in the lines' order; none of a flat text.
    """

    text: str
    witness: Witness
    places: tuple[Place, ...] = ()


def read_html(html: str) -> Markup:
    """Read a page as a browser without scripts and style sheets would; no markup is too broken for it. Linear time.

    The parser (libxml2's, through lxml) hands over events in the order of the page and builds no tree: memory is that
    of the text. An encoding that the page declares does not count, since it came in decoded.

    Raises:
        TooDeep: elements are nested deeper than `MAX_DEPTH`.
    """
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    parser.feed(html.encode("utf-8", "replace"))
    parser.close()
    text, places = reader.blocks.text(), reader.blocks.places
    titles = reader.declarations.titles()
    heading = places.heading(titles)
    witness = reader.declarations.witness(heading)
    if not heading and places.are_listed(titles):
        witness = replace(witness, is_list=True)
    return Markup(text, witness, places.told(heading))


class _Reader:
    """Hands a parser's events on; what declares nothing goes the short way."""

    def __init__(self) -> None:
        self.declarations = Declarations()
        self.blocks = Blocks(unseen=self.declarations.data)
        self.data = self.blocks.data

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.blocks.start(tag, attributes)
        if tag in DECLARING:
            self.declarations.start(tag, attributes)
        elif "itemprop" in attributes:
            self.declarations.item(attributes)

    def end(self, tag: str) -> None:
        self.blocks.end(tag)
        if tag in DECLARING:
            self.declarations.end(tag)

    def close(self) -> None:
        """Nothing to hand back: a target must have this."""
