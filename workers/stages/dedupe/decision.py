"""Decisions: from what two documents have in common to what the newer one is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from schemas.dedupe import Decision, Dedupe, DedupeLink
from schemas.document import Role
from schemas.identity import digest
from workers.stages.dedupe.comparison import MAX_DATELINE, Match, Side
from workers.stages.dedupe.fingerprint import LEAD_TOKENS
from workers.stages.dedupe.origin import Origin

MIN_SHARED: Final = 8
"""Trigrams in common below which two texts share a phrase, not a text."""

MIN_SHARED_UNDER_ONE_HEADLINE: Final = 3
"""The same where the headlines agree as well: teasers of eight words occur, but hardly without their headline."""

DERIVED_COVERAGE: Final = 0.5
DERIVED_START: Final = 0.25
SHORT_SHARED: Final = 30
SHORT_COVERAGE: Final = 0.75
"""Trigrams in common below which more must be covered: a series' stock opening is half of a teaser cut at 30 words."""

DERIVED_JACCARD: Final = 0.5
EXACT_JACCARD: Final = 0.95

TEMPLATE_NUMBERS: Final = 3
TEMPLATE_AGREEMENT: Final = 0.6
"""Weather, markets, scores: the same words around other numbers. Without this nearly every templated page matches."""

UNCHANGED_TOKENS: Final = 3
"""Tokens that may differ in an unchanged copy: one word spelled anew (one token on each side) and a cut last word."""

SAME_HEADLINE: Final = 0.5
"""Share of the shorter headline: site names and captions are glued to headlines."""

ONE_HEADLINE: Final = 0.8

MAX_LINKS: Final = 16

_RANKS: Final = (
    Decision.DUPLICATE,
    Decision.REVISION,
    Decision.REPUBLICATION,
    Decision.FULFILS_TEASER,
    Decision.TEASER_OF,
    Decision.REPEAT_TEASER,
)
"""Which relation tells most about a document, where it has several."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A document's tie to one earlier document.

    Attributes:
        kind: what the newer document is to the earlier one.
        document_id: the earlier document.
        story_id: the story that it belongs to.
        captured_us: when it was captured, microseconds since 1970.
        score: share of the shorter text's trigrams that the other has, 0 to 1.
    """

    kind: Decision
    document_id: str
    story_id: str
    captured_us: int
    score: float


def story_id_of(document_id: str, content: bytes) -> str:
    """Derive the id of the story that a document begins.

    The content goes in, so that a page whose text was exchanged under the same id begins another story.
    """
    return digest("story", document_id, content.hex())


def relate(role: Role, origin: Origin, earlier_role: Role, earlier_origin: Origin, match: Match) -> Decision | None:
    """Tell what a document is to one earlier document; None where they tell different things.

    Args:
        role: the newer document's role.
        origin: whose the newer document is.
        earlier_role: the earlier document's role.
        earlier_origin: whose the earlier document is.
        match: the comparison, the newer document's side first.
    """
    if not _is_same_story(match):
        return None
    if role is Role.TEASER:
        return Decision.TEASER_OF if earlier_role is Role.ARTICLE else Decision.REPEAT_TEASER
    if earlier_role is Role.TEASER:
        return Decision.FULFILS_TEASER
    if not origin.is_same_as(earlier_origin):
        return Decision.REPUBLICATION
    return Decision.DUPLICATE if _is_unchanged(match) else Decision.REVISION


def decide(document_id: str, relations: Iterable[Relation], *, begins: str) -> Dedupe:
    """Decide what a document is, given all its ties.

    The relation that tells most decides; among several of its kind the earliest captured one gives the story. A
    document that ties two stories together joins that one and is linked to both. The document's own earlier state
    counts like any other document, but is not linked to.

    Args:
        document_id: the document.
        relations: the ties found, in any order.
        begins: the id of the story that the document begins where it has no ties.
    """
    ordered = sorted(relations, key=lambda each: (_RANKS.index(each.kind), each.captured_us, each.document_id))
    if not ordered:
        return Dedupe(decision=Decision.NEW, story_id=begins)
    return Dedupe(
        decision=ordered[0].kind,
        story_id=ordered[0].story_id,
        links=tuple(
            DedupeLink(kind=each.kind, document_id=each.document_id, score=round(each.score, 4))
            for each in _bounded([each for each in ordered if each.document_id != document_id])
        ),
    )


def _bounded(ordered: list[Relation]) -> list[Relation]:
    """Keep the first relation of each story before any second one, and the order."""
    if len(ordered) <= MAX_LINKS:
        return ordered
    firsts = {each.story_id: at for at, each in reversed(list(enumerate(ordered)))}
    others = [at for at in range(len(ordered)) if at not in firsts.values()]
    kept = [*sorted(firsts.values()), *others][:MAX_LINKS]
    return [ordered[at] for at in sorted(kept)]


def _is_same_story(match: Match) -> bool:
    one_headline = match.headline is not None and match.headline >= ONE_HEADLINE
    if match.shared < (MIN_SHARED_UNDER_ONE_HEADLINE if one_headline else MIN_SHARED):
        return False
    if match.jaccard >= EXACT_JACCARD:
        return True
    if match.numbers >= TEMPLATE_NUMBERS and match.agreement < TEMPLATE_AGREEMENT:
        return False
    mine, theirs = _is_derived(match.mine), _is_derived(match.theirs)
    if mine and theirs and match.jaccard >= DERIVED_JACCARD:
        return True
    enough = SHORT_COVERAGE if match.shared < SHORT_SHARED else DERIVED_COVERAGE
    return (mine and match.mine.coverage >= enough and _begins_in(match.theirs)) or (
        theirs and match.theirs.coverage >= enough and _begins_in(match.mine)
    )


def _is_derived(side: Side) -> bool:
    return side.coverage >= DERIVED_COVERAGE and side.start >= DERIVED_START


def _begins_in(other: Side) -> bool:
    return other.first <= LEAD_TOKENS


def _is_unchanged(match: Match) -> bool:
    return (
        match.edited <= UNCHANGED_TOKENS
        and not match.edited_numbers
        and abs(match.mine.length - match.theirs.length) <= MAX_DATELINE
        and (match.headline is None or match.headline >= SAME_HEADLINE)
    )
