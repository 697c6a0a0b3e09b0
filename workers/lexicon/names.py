"""The data files of names, row by row and spelt as there; whoever compares names folds them as its own task needs.

Every reader is as cheap as a look-up after its first call, and raises a `LexiconError` where its file is broken.
"""

from functools import cache
from typing import NamedTuple

from workers.lexicon.loader import read_list, read_table


class Publisher(NamedTuple):
    """One name of an outlet or an agency, and the canonical id that all its names share."""

    canonical_id: str
    name: str


class OutletWord(NamedTuple):
    """A word that makes a name an outlet's; `where` is `head`, `tail` or `agency`."""

    where: str
    word: str


class Country(NamedTuple):
    """A country: ISO 3166-1 alpha-2, Wikidata item (may be empty), its names, the usual one first."""

    iso: str
    wikidata: str
    names: tuple[str, ...]


class City(NamedTuple):
    """A city: its name, ISO 3166-1 alpha-2 of its country, Wikidata item."""

    name: str
    country: str
    wikidata: str


class NameWord(NamedTuple):
    """A word of personal names, folded, final teh marbuta as heh.

    `position` is `given` or `surname`; `sense` is `name`, or `word` where it is a common word, too.
    """

    word: str
    position: str
    sense: str


@cache
def agencies() -> tuple[Publisher, ...]:
    """Read the names of news agencies."""
    return tuple(map(Publisher._make, read_table("agencies.tsv", ("agency", "name"))))


@cache
def outlets() -> tuple[Publisher, ...]:
    """Read the names of outlets: papers, sites, channels."""
    return tuple(map(Publisher._make, read_table("publishers.tsv", ("publisher", "name"))))


@cache
def outlet_words() -> tuple[OutletWord, ...]:
    """Read the words that make a name an outlet's."""
    return tuple(map(OutletWord._make, read_table("outlet_words.tsv", ("where", "word"))))


@cache
def likely_outlet_words() -> tuple[OutletWord, ...]:
    """Read the words that make a name an outlet's where one is named, and perhaps not elsewhere."""
    return tuple(map(OutletWord._make, read_table("likely_outlet_words.tsv", ("where", "word"))))


@cache
def countries() -> tuple[Country, ...]:
    """Read the countries."""
    rows = read_table("countries.tsv", ("iso_country", "wikidata", "names"))
    return tuple(Country(iso, wikidata, tuple(names.split("|"))) for iso, wikidata, names in rows)


@cache
def cities() -> tuple[City, ...]:
    """Read the cities that have a Wikidata item."""
    return tuple(map(City._make, read_table("cities.tsv", ("name", "country", "wikidata"))))


@cache
def more_cities() -> tuple[str, ...]:
    """Read the names of cities, and other spellings, that `cities` has not."""
    return tuple(name for name, _ in read_table("cities_geonames.tsv", ("name", "country")))


@cache
def dateline_places() -> frozenset[str]:
    """Give the names of countries, cities and regions, and of what else datelines begin with."""
    named = {name for country in countries() for name in country.names}
    listed = {*read_list("dateline_places.txt"), *read_list("regions.txt")}
    return frozenset(named | {city.name for city in cities()} | listed)


@cache
def name_words() -> tuple[NameWord, ...]:
    """Read the words of personal names."""
    return tuple(map(NameWord._make, read_table("names.tsv", ("word", "position", "sense"))))


@cache
def common_words() -> frozenset[str]:
    """Give the words that stand in many articles and are no names, folded, a final teh marbuta as heh."""
    return frozenset(read_list("common_words.txt"))
