"""What ingestion pipelines put in: one scraped page."""

from typing import Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.base import Model


class RawPage(Model):
    """A page as it was scraped, with everything that stood on it: either flat text or HTML."""

    text: str | None = Field(
        default=None, description="The page's visible text, code points as scraped. Absent where `html` is given."
    )
    html: str | None = Field(
        default=None,
        description="The page's HTML in place of `text`, decoded; an encoding that it declares does not count.",
    )
    url: str | None = Field(default=None, description="Where the page stands. Absent for a bare text.")
    captured_at: AwareDatetime | None = Field(
        default=None,
        description="When the page was captured, with an offset. Absent: the Kafka record's or the file's time.",
    )
    source: str | None = Field(default=None, description="The site that the page was taken from.")
    page_id: str | None = Field(
        default=None,
        min_length=1,
        description="The capture's identity. Absent: derived from `url` and what was captured, always the same.",
    )

    @model_validator(mode="after")
    def _holds_one_content(self) -> Self:
        if (self.text is None) is (self.html is None):
            stands = "neither text nor html" if self.text is None else "both text and html"
            raise PydanticCustomError("one_content", f"{stands}: a page holds one of them")
        return self

    @property
    def content(self) -> str:
        """What was captured: the text or the HTML."""
        return self.html or self.text or ""
