"""Documents: a page's segments gathered into the articles and teasers that it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from schemas.base import Span
from schemas.document import Document, Headline, Role
from schemas.identity import document_id_of
from schemas.segment import Owner, Segment, SegmentKind

_ENDS: Final = ".!؟?"
_CLOSERS: Final = "\"'»”’)]} "
_BROKEN_ENDS: Final = ("...", "..", "…", "،", ",", "؛")


@dataclass(slots=True)
class _Draft:
    role: Role
    headline: Segment | None = None
    paragraphs: list[Segment] = field(default_factory=list)


def gather(page_id: str, text: str, segments: Sequence[Segment]) -> tuple[Document, ...]:
    """Gather a page's documents: the article if there is one, then the teasers in the page's order.

    A page without headline and paragraph of its own has no article: nothing is invented.
    """
    drafts = [draft for draft in (_article(text, segments), *_teasers(segments)) if draft]
    counts = dict.fromkeys(Role, 0)
    documents = []
    for draft in drafts:
        documents.append(
            Document(
                document_id=document_id_of(page_id, draft.role, counts[draft.role]),
                role=draft.role,
                headline=_headline(text, draft.headline),
                paragraphs=tuple(Span(start=each.start, end=each.end) for each in draft.paragraphs),
                truncated=_is_truncated(text, draft, segments),
            )
        )
        counts[draft.role] += 1
    return tuple(documents)


def _article(text: str, segments: Sequence[Segment]) -> _Draft | None:
    own = [each for each in segments if each.owner is Owner.ARTICLE]
    draft = _Draft(
        Role.ARTICLE,
        _best_headline(text, [each for each in own if each.kind is SegmentKind.HEADLINE]),
        [each for each in own if each.kind is SegmentKind.PARAGRAPH],
    )
    return draft if draft.headline or draft.paragraphs else None


def _best_headline(text: str, headlines: list[Segment]) -> Segment | None:
    """Choose among a headline's repetitions: the first of the shortest, since longer ones have the site's name on them.

    One that was cut short is no choice while there is another, nor is one of less than half the longest's length: it
    stands beside the headline and repeats nothing.
    """
    if len(headlines) <= 1:
        return headlines[0] if headlines else None
    least = max(each.end - each.start for each in headlines) // 2
    return min(
        (each for each in headlines if each.end - each.start >= least),
        key=lambda each: (text[each.start : each.end].endswith(_BROKEN_ENDS), each.end - each.start),
    )


def _teasers(segments: Sequence[Segment]) -> Iterator[_Draft]:
    """A label or a headline opens a teaser; what it holds follows until the next one opens."""
    draft: _Draft | None = None
    for each in segments:
        if each.kind is SegmentKind.TEASER_HEADLINE:
            if draft:
                yield draft
            draft = _Draft(Role.TEASER, each)
        elif each.kind is SegmentKind.TEASER_PARAGRAPH:
            draft = draft or _Draft(Role.TEASER)
            draft.paragraphs.append(each)
        elif each.kind is SegmentKind.TEASER_LABEL and draft:
            yield draft
            draft = None
    if draft:
        yield draft


def _headline(text: str, segment: Segment | None) -> Headline | None:
    if segment is None:
        return None
    return Headline(text=text[segment.start : segment.end], start=segment.start, end=segment.end)


def _is_truncated(text: str, draft: _Draft, segments: Sequence[Segment]) -> bool:
    """Say whether the last paragraph stops before its end.

    A comma or an ellipsis says so anywhere; a missing full stop only in a teaser and at the page's very end, since
    articles that go on to a credit often lack it.
    """
    if not draft.paragraphs:
        return False
    last = draft.paragraphs[-1]
    ending = text[last.start : last.end].rstrip(_CLOSERS)
    if ending.endswith(_BROKEN_ENDS):
        return True
    finished = ending.endswith(tuple(_ENDS)) or ending == ""
    return not finished and (draft.role is Role.TEASER or last == segments[-1])
