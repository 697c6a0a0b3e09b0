"""What a page's markup states about its article, beside the text that readers see."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Meta tags and JSON-LD, put together; a flat text has none of it, and every field is empty or false.

    Nothing here is judged: strings are as written, entities decoded, spaces single, none of them empty.

    Attributes:
        headline: the article's title; the site's name may be glued to it.
        published_at: any form of date, in most cases ISO 8601.
        updated_at: as `published_at`.
        publisher: the site's or the organisation's name.
        authors: persons, or what stands in their place; no organisations that are marked as such.
        keywords: the article's tags.
        site_keywords: the meta tag `keywords`, which on many sites is the same on every page.
        language: a language tag such as `ar` or `ar_EG`.
        canonical_url: where the page says that it stands.
        is_list: whether the page is a list or a front page, by its classes or by the links above its texts.
    """

    headline: str | None = None
    published_at: str | None = None
    updated_at: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    site_keywords: tuple[str, ...] = ()
    language: str | None = None
    canonical_url: str | None = None
    is_list: bool = False


NO_WITNESS: Final = Witness()
"""What a flat text states beside itself: nothing."""
