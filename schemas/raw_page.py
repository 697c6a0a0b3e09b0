"""What ingestion pipelines put in: one scraped page."""

from pydantic import AwareDatetime, Field

from schemas.base import Model


class RawPage(Model):
    """A page as it was scraped, flat text with everything that stood on it."""

    text: str = Field(description="The page's visible text, code points as scraped.")
    url: str | None = Field(default=None, description="Where the page stands. Absent for a bare text.")
    captured_at: AwareDatetime | None = Field(
        default=None,
        description="When the page was captured, with an offset. Absent: the Kafka record's or the file's time.",
    )
    source: str | None = Field(default=None, description="The site that the page was taken from.")
    page_id: str | None = Field(
        default=None,
        min_length=1,
        description="The capture's identity. Absent: derived from `url` and `text`, the same for the same capture.",
    )
