"""Declarations: the meta tags, links and scripts in which a page tells machines about itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Final

from workers.lexicon.loader import read_list, read_table
from workers.markup.linked_data import read_linked_data
from workers.markup.names import MOST_NAMES, clean, cut_tags, host_labels
from workers.markup.titles import site_of, without_site
from workers.markup.witness import Witness

DECLARING: Final = frozenset({"body", "html", "link", "meta", "script", "svg", "title"})
"""The elements that declare something; drawings have titles of their own."""

_LINKED_DATA: Final = "application/ld+json"
_ITEM: Final = "item:"
"""How `meta_tags.tsv` writes names of microdata, which count where the page has one value of them."""
_DATES: Final = frozenset({f"{_ITEM}datepublished", f"{_ITEM}datemodified"})
_NAMES: Final = ("property", "name")
_ADDRESS: Final = "://"
_OF_NAMES: Final = frozenset({"authors", "publisher"})
"""Sites state addresses here, of their accounts elsewhere; another tag may have the name."""


class Declarations:
    """Gathers declarations from a parser's events, in their order."""

    def __init__(self) -> None:
        self._metas: defaultdict[str, list[str]] = defaultdict(list)
        self._links: list[str] = []
        self._titles: list[str] = []
        self._scripts: list[list[str]] = []
        self._drawings = 0
        self._language: str | None = None
        self._classes: frozenset[str] = frozenset()
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
        elif tag == "body":
            self._classes = self._classes or frozenset(attributes.get("class", "").split())

    def item(self, attributes: Mapping[str, str]) -> None:
        """Enter any other element that names a property of microdata; a date's machine form counts, and no words."""
        value = attributes.get("datetime") or attributes.get("content")
        if value:
            self._note(_items(attributes) & _DATES, value)

    def end(self, tag: str) -> None:
        """Leave one of the elements that declare something."""
        self._inside = None
        self._drawings -= tag == "svg"

    def data(self, data: str) -> None:
        """Take a piece of text that stands in one of these elements, or is hidden elsewhere."""
        if self._inside is not None:
            self._inside.append(data)

    def titles(self) -> list[str]:
        """Give the page's titles, the one that says most of its article first."""
        return [title for title in [*self._stated("headline"), clean("".join(self._titles))] if title]

    def witness(self, heading: str | None = None) -> Witness:
        """Put everything together; the article's JSON-LD goes before meta tags.

        Args:
            heading: the article's, as the page shows it: beside it, a title's other words are the site's name.
        """
        links = [url for url in [*self._links, *self._stated("canonical_url")] if url]
        titles = self.titles()
        linked = read_linked_data(map("".join, self._scripts), urls=links, titles=titles)
        authors = linked.authors or _distinct(self._stated("authors"))
        headlines = [linked.headline, *titles] if linked.headline else titles
        publishers = self._publishers(linked.publisher, links)
        if not publishers and (site := site_of([*headlines, *([heading] if heading else [])], authors)):
            publishers = [site]
        return Witness(
            headline=without_site(headlines[0], publishers) if headlines else None,
            published_at=linked.published_at or self._one("published_at"),
            updated_at=linked.updated_at or self._one("updated_at"),
            publisher=next(iter(publishers), None),
            authors=authors,
            keywords=linked.keywords or self._tags("keywords"),
            site_keywords=self._tags("site_keywords"),
            language=linked.language or self._one("language") or clean(self._language or ""),
            canonical_url=next(iter(links), None),
            is_list=any(classes <= self._classes for classes in _list_classes()),
        )

    def _declare(self, attributes: Mapping[str, str]) -> None:
        content = attributes.get("content")
        if content is None:
            return
        names = {attributes.get(attribute, "").strip().lower() for attribute in _NAMES}
        self._note(names | _items(attributes), content)

    def _note(self, names: Iterable[str], content: str) -> None:
        for name in _known().intersection(names):
            values = self._metas[name]
            if len(values) < MOST_NAMES and content not in values:
                values.append(content)

    def _stated(self, field: str) -> Iterator[str]:
        """Give what the best meta tag of a field states."""
        values = (self._values(field, name) for name in _tags_of(field))
        yield from next(filter(None, values), ())

    def _values(self, field: str, name: str) -> list[str]:
        values = [value for content in self._metas.get(name, ()) if (value := clean(content))]
        if field in _OF_NAMES:
            values = [value for value in values if _ADDRESS not in value]
        # Two values in microdata: of several articles that the page lists, or of one and its comments.
        return [] if name.startswith(_ITEM) and len(values) > 1 else values

    def _one(self, field: str) -> str | None:
        return next(self._stated(field), None)

    def _publishers(self, linked: str | None, links: Iterable[str]) -> list[str]:
        """Give the site's names, the best one first: one that only repeats the host's says least."""
        hosts = frozenset(chain.from_iterable(map(host_labels, links)))
        names = [linked] if linked else []
        names += [value for name in _tags_of("publisher") for value in self._values("publisher", name)]
        return sorted(names, key=lambda name: name.lower() in hosts)

    def _tags(self, field: str) -> tuple[str, ...]:
        """Give the tags of a field; one meta tag may hold several."""
        for name in _tags_of(field):
            if tags := _distinct(tag for content in self._metas.get(name, ()) for tag in cut_tags(content)):
                return tags[:MOST_NAMES]
        return ()


def _items(attributes: Mapping[str, str]) -> frozenset[str]:
    """Give the microdata properties that an element names, as `meta_tags.tsv` writes them."""
    return frozenset(f"{_ITEM}{name}" for name in attributes.get("itemprop", "").lower().split())


def _distinct(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


@cache
def _tags_of(field: str) -> tuple[str, ...]:
    return tuple(name for stated, name in read_table("meta_tags.tsv", ("field", "name")) if stated == field)


@cache
def _known() -> frozenset[str]:
    return frozenset(name for _, name in read_table("meta_tags.tsv", ("field", "name")))


@cache
def _list_classes() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in read_list("list_classes.txt"))
