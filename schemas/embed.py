"""Posts of social networks that a page holds."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Span
from schemas.document import Precision


class Network(StrEnum):
    """Where a post stands; networks that later versions know are `other` here."""

    X = "x"
    INSTAGRAM = "instagram"
    TELEGRAM = "telegram"
    FACEBOOK = "facebook"
    YOUTUBE = "youtube"
    TIKTOK = "tiktok"
    OTHER = "other"


class Embed(Span):
    """One post: the segment of kind embed, and what its attribution says."""

    network: Network
    handle: str | None = Field(default=None, description="The account's name as the post writes it, without `@`.")
    published_at: str | None = Field(default=None, description="As a document's, for the post itself.")
    published_precision: Precision | None = None
