"""Origins: whose a document is, as far as the page tells."""

from dataclasses import dataclass

from schemas.document import Document
from schemas.enriched_page import PageEvent
from workers.markup.addresses import split_address
from workers.stages.dedupe.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose a document is.

    Attributes:
        publisher: the publisher that the page states, folded; empty where it states none.
        site: the page's source or its address's host; empty where it has neither.
    """

    publisher: str = ""
    site: str = ""

    def is_same_as(self, other: "Origin") -> bool:
        """Whether both are the same publisher's: stated names decide, then sites; the unknown is nobody else's."""
        if self.publisher and other.publisher:
            return self.publisher == other.publisher
        if self.site and other.site:
            return self.site == other.site
        return True


def origin_of(page: PageEvent, document: Document) -> Origin:
    """Find out whose a page's document is."""
    return Origin(
        publisher=" ".join(tokenise(document.metadata.publisher or "")),
        site=" ".join(tokenise(page.source or "")) or _host(page.url or ""),
    )


def _host(url: str) -> str:
    host = split_address(url).hostname or ""
    return host.removeprefix("www.").removeprefix("m.")
