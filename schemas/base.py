"""The base of every model that travels."""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Offset = Annotated[int, Field(ge=0)]
"""A position in a page's text, counted in Unicode code points from 0."""


_TIME_FORM: Final = "(write date, time and offset: 2026-01-02T03:04:05+03:00)"


class Model(BaseModel):
    """A strict, frozen record. Fields that a newer writer added are ignored on reading."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="ignore", ser_json_bytes="base64", val_json_bytes="base64"
    )


class Span(Model):
    """A stretch of the page's text: `text[start:end]`, code points, `start` inclusive, `end` exclusive."""

    start: Offset
    end: Offset


def first_fault(error: ValidationError) -> str:
    """Say in one line where a value first breaks its model, without the value itself: pages may be long or private."""
    fault = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(map(str, fault["loc"]))
    what = f"{fault['msg']} {_TIME_FORM}" if fault["type"].startswith(("datetime_", "timezone_")) else fault["msg"]
    return f"{where}: {what}" if where else what
