"""Which part of a page is what, and whose."""

from enum import StrEnum

from schemas.base import Span


class SegmentKind(StrEnum):
    """What a stretch of a page is."""

    HEADLINE = "headline"
    TIMESTAMP = "timestamp"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    PROMO = "promo"
    CREDIT = "credit"
    KEYWORDS = "keywords"
    TEASER_LABEL = "teaser_label"
    TEASER_HEADLINE = "teaser_headline"
    TEASER_PARAGRAPH = "teaser_paragraph"
    RELATED_LABEL = "related_label"
    RELATED_ITEM = "related_item"
    EMBED = "embed"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class Owner(StrEnum):
    """To what a segment belongs: the page's article, a teaser's article, or the page itself."""

    ARTICLE = "article"
    TEASER = "teaser"
    PAGE = "page"


class Segment(Span):
    """A trimmed stretch of one kind. A page's segments are disjoint, sorted and cover every non-space character."""

    kind: SegmentKind
    owner: Owner
