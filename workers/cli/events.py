"""Events of every topic, each as one line for a terminal."""

from collections.abc import Callable, Iterable
from typing import Final

from schemas.base import Model
from schemas.dead_letter import DeadLetter
from schemas.document import Document, Role
from schemas.enriched_document import EnrichedDocument
from schemas.enriched_page import PageEvent
from schemas.raw_page import RawPage
from schemas.source_profile import SourceProfile
from schemas.story_link import StoryLink
from workers.cli.bidi import is_right_to_left
from workers.cli.lines import LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE, RIGHT_TO_LEFT_ISOLATE

ID_CHARS: Final = 8
"""Of an id: enough to tell two apart by eye."""
TEXT_CHARS: Final = 100
"""Of a headline or a message; a line should fit a wide terminal."""


def line_of(event: Model) -> str:
    """Tell an event in one line: what it is, its id, what was decided, and its headline last."""
    for model, tell in _TELL.items():
        if isinstance(event, model):
            return tell(event)
    raise TypeError(f"{type(event).__name__} is no event")


def isolated(text: str) -> str:
    """Write a text so that its direction turns nothing around it; one line, cut where it is long."""
    text = " ".join(text.split())
    text = text if len(text) <= TEXT_CHARS else f"{text[: TEXT_CHARS - 1]}…"
    first = RIGHT_TO_LEFT_ISOLATE if is_right_to_left(text) else LEFT_TO_RIGHT_ISOLATE
    return f"{first}{text}{POP_ISOLATE}"


def _raw(page: RawPage) -> str:
    return _join("raw", _short(page.page_id or ""), page.url, isolated(page.content))


def _page(page: PageEvent) -> str:
    roles = [document.role for document in page.documents]
    counts = [
        f"{roles.count(role)} {role.value}{'' if roles.count(role) == 1 else 's'}" for role in Role if role in roles
    ]
    article = next(iter(page.documents), None)
    return _join("page", _short(page.page_id), ", ".join(counts) or "no document", _decision(article), _head(article))


def _document(event: EnrichedDocument) -> str:
    document = event.document
    metadata = document.metadata
    return _join(
        document.role.value,
        _short(document.document_id),
        _decision(document),
        f"story {_short(document.dedupe.story_id)}" if document.dedupe else None,
        metadata.published_at,
        isolated(metadata.publisher) if metadata.publisher else None,
        _head(document),
    )


def _link(link: StoryLink) -> str:
    pair = f"{_short(link.document_id)} -> {_short(link.other_document_id)}"
    return _join("link", _short(link.link_id), link.kind.value, pair, f"{link.score:.2f}")


def _letter(letter: DeadLetter) -> str:
    origin = f"{letter.topic}[{letter.partition}]@{letter.offset}"
    attempts = f"failed {letter.attempts} times" if letter.attempts > 1 else None
    return _join("letter", letter.reason.value, origin, letter.stage, attempts, isolated(letter.exception_message))


def _profile(profile: SourceProfile) -> str:
    return _join("profile", profile.source, f"version {profile.version}", f"{profile.articles:,} articles")


_TELL: Final[dict[type[Model], Callable[..., str]]] = {
    RawPage: _raw,
    PageEvent: _page,
    EnrichedDocument: _document,
    StoryLink: _link,
    DeadLetter: _letter,
    SourceProfile: _profile,
}


def _short(identity: str) -> str:
    return identity[:ID_CHARS]


def _decision(document: Document | None) -> str | None:
    return document.dedupe.decision.value if document and document.dedupe else None


def _head(document: Document | None) -> str | None:
    return isolated(document.headline.text) if document and document.headline else None


def _join(kind: str, *parts: str | None) -> str:
    return "  ".join([f"{kind:<7}", *_present(parts)])


def _present(parts: Iterable[str | None]) -> Iterable[str]:
    return (part for part in parts if part)
