"""Who and what a document names."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Model, Span


class EntityKind(StrEnum):
    """The class of a named entity."""

    PERSON = "person"
    ORGANISATION = "organisation"
    LOCATION = "location"
    EVENT = "event"
    WORK = "work"
    MISC = "misc"


class EntityLinks(Model):
    """Where other systems know the entity."""

    iso_country: str | None = Field(default=None, description="ISO 3166-1 alpha-2, where the entity is a country.")
    wikidata: str | None = Field(default=None, description="Wikidata item, such as `Q1032`.")


class Entity(Span):
    """One mention: `text` is `page.text[start:end]`, clitics left out."""

    kind: EntityKind
    text: str
    canonical: str = Field(description="The fullest form of the name on the page.")
    role: str | None = Field(default=None, description="The title beside the name at this mention.")
    links: EntityLinks = EntityLinks()
