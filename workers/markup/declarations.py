"""Declarations: the meta tags, links and scripts in which a page tells machines about itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from workers.lexicon.loader import read_table
from workers.markup.linked_data import read_linked_data
from workers.markup.names import MOST_NAMES, clean, cut_tags
from workers.markup.witness import Witness

DECLARING: Final = frozenset({"html", "link", "meta", "script", "svg", "title"})
"""The elements that declare something; drawings have titles of their own."""

_LINKED_DATA: Final = "application/ld+json"
_MICRODATA: Final = frozenset({"datepublished", "datemodified"})
"""Microdata counts where it can hardly be about anything but an article, and is the same wherever it stands."""
_NAMES: Final = ("property", "name", "itemprop")


class Declarations:
    """Gathers declarations from a parser's events, in their order."""

    def __init__(self) -> None:
        self._metas: defaultdict[str, list[str]] = defaultdict(list)
        self._links: list[str] = []
        self._titles: list[str] = []
        self._scripts: list[list[str]] = []
        self._drawings = 0
        self._language: str | None = None
        self._inside: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter one of the elements that declare something; names are lower case."""
        if tag == "meta":
            self._declare(attributes)
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self._links.append(attributes.get("href", "").strip())
        elif tag == "svg":
            self._drawings += 1
        elif tag == "title" and not self._titles and not self._drawings:
            self._inside = self._titles
        elif tag == "script" and attributes.get("type", "").partition(";")[0].strip().lower() == _LINKED_DATA:
            self._inside = []
            self._scripts.append(self._inside)
        elif tag == "html":
            self._language = self._language or attributes.get("lang")

    def end(self, tag: str) -> None:
        """Leave one of the elements that declare something."""
        self._inside = None
        self._drawings -= tag == "svg"

    def data(self, data: str) -> None:
        """Take a piece of text that stands in one of these elements, or is hidden elsewhere."""
        if self._inside is not None:
            self._inside.append(data)

    def witness(self) -> Witness:
        """Put everything together; the article's JSON-LD goes before meta tags."""
        links = [url for url in [*self._links, *self._stated("canonical_url")] if url]
        titles = [title for title in [*self._stated("headline"), clean("".join(self._titles))] if title]
        linked = read_linked_data(map("".join, self._scripts), urls=links, titles=titles)
        return Witness(
            headline=linked.headline or next(iter(titles), None),
            published_at=linked.published_at or self._one("published_at"),
            updated_at=linked.updated_at or self._one("updated_at"),
            publisher=linked.publisher or self._one("publisher"),
            authors=linked.authors or _distinct(self._stated("authors")),
            keywords=linked.keywords or self._tags("keywords"),
            site_keywords=self._tags("site_keywords"),
            language=linked.language or self._one("language") or clean(self._language or ""),
            canonical_url=next(iter(links), None),
        )

    def _declare(self, attributes: Mapping[str, str]) -> None:
        content = attributes.get("content")
        if content is None:
            return
        for attribute in _NAMES:
            name = attributes.get(attribute, "").strip().lower()
            if name in _known() and (attribute != "itemprop" or name in _MICRODATA):
                values = self._metas[name]
                if len(values) < MOST_NAMES and content not in values:
                    values.append(content)

    def _stated(self, field: str) -> Iterator[str]:
        """Give what the best meta tag of a field states."""
        for name in _tags_of(field):
            values = [value for content in self._metas.get(name, ()) if (value := clean(content))]
            # Two dates in microdata: of several articles that the page lists, or of one and its comments.
            if values and not (name in _MICRODATA and len(values) > 1):
                yield from values
                return

    def _one(self, field: str) -> str | None:
        return next(self._stated(field), None)

    def _tags(self, field: str) -> tuple[str, ...]:
        """Give the tags of a field; one meta tag may hold several."""
        for name in _tags_of(field):
            if tags := _distinct(tag for content in self._metas.get(name, ()) for tag in cut_tags(content)):
                return tags[:MOST_NAMES]
        return ()


def _distinct(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


@cache
def _tags_of(field: str) -> tuple[str, ...]:
    return tuple(name for stated, name in read_table("meta_tags.tsv", ("field", "name")) if stated == field)


@cache
def _known() -> frozenset[str]:
    return frozenset(name for _, name in read_table("meta_tags.tsv", ("field", "name")))
