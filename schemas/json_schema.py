"""JSON Schemas (draft 2020-12) of the models that travel."""

from enum import StrEnum
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from schemas.annotated_page import AnnotatedPage
from schemas.base import Model
from schemas.dead_letter import DeadLetter
from schemas.enriched_document import EnrichedDocument
from schemas.enriched_page import SCHEMA_VERSION, EnrichedPage
from schemas.raw_page import RawPage
from schemas.source_profile import SourceProfile
from schemas.story_link import StoryLink

JsonSchema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class Direction(StrEnum):
    """Who writes the values that a schema describes."""

    READ = "read"
    """Others write, khabar reads: what was valid stays valid."""
    WRITTEN = "written"
    """Khabar writes, others read: what is promised stays promised."""


MODELS: Final[dict[str, tuple[type[Model], Direction]]] = {
    "raw_page": (RawPage, Direction.READ),
    "annotated_page": (AnnotatedPage, Direction.WRITTEN),
    "enriched_page": (EnrichedPage, Direction.WRITTEN),
    "enriched_document": (EnrichedDocument, Direction.WRITTEN),
    "story_link": (StoryLink, Direction.WRITTEN),
    "source_profile": (SourceProfile, Direction.WRITTEN),
    "dead_letter": (DeadLetter, Direction.WRITTEN),
}
"""Every model with a schema of its own, by the name of its file."""


class _Promise(GenerateJsonSchema):
    """A writer's schema: an event carries every field, those with defaults included."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,  # noqa: FBT001  # pydantic's signature
    ) -> bool:
        return self.mode == "serialization" or super().field_is_required(field, total)


def name_of(model: type[Model]) -> str:
    """Name the schema of a model.

    Raises:
        KeyError: the model has no schema of its own.
    """
    for name, (known, _) in MODELS.items():
        if known is model:
            return name
    raise KeyError(model.__name__)


def json_schema(name: str) -> JsonSchema:
    """Derive the JSON Schema of one of `MODELS`.

    Raises:
        KeyError: no such model.
    """
    model, direction = MODELS[name]
    schema = model.model_json_schema(
        mode="serialization" if direction is Direction.WRITTEN else "validation", schema_generator=_Promise
    )
    return {"$schema": DIALECT, "$id": f"urn:khabar:schema:{name}:{SCHEMA_VERSION}", **schema}
