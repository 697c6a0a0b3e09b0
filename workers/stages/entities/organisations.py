"""Organisations: nouns such as ministry or party with the phrase that they govern, and acronyms behind them."""

from collections.abc import Iterable, Iterator
from typing import Final

from schemas.entity import EntityKind
from workers.stages.entities.candidate import Candidate
from workers.stages.entities.passage import Passage
from workers.stages.entities.phrases import describes, governed, quoted
from workers.stages.entities.words import BODY, BODY_ADJECTIVE, DEFINITE, LABEL, MEDIUM, NATIONALITY, PHRASE_END, STATE

MAX_ACRONYM_CHARS: Final = 10
_SECOND_WORDS: Final = frozenset({"الاوسط", "العربي", "العربيه", "الجديد", "الجديده", "الدوليه", "اليوم", "نت"})
"""What the names of Arabic media go on with."""


def organisations(passage: Passage, earlier: Iterable[Candidate]) -> Iterator[Candidate]:
    """See bodies by the noun that heads their name."""
    seen = list(earlier)
    known = {each.first: each for each in seen if each.kind is not EntityKind.PERSON}
    for token, word in enumerate(passage.words):
        if not word.either & BODY:
            continue
        flags = word.flags if word.flags & BODY else word.stem_flags
        cut = 0 if word.flags & BODY else word.cut
        label = bool(flags & LABEL)
        if (names := quoted(passage, token + 1)) is not None:
            yield Candidate(first=names[0], last=names[1], cut=0, kind=EntityKind.ORGANISATION, weight=3.0)
            continue
        definite = word.stem.startswith("ال") if cut else word.key.startswith("ال")
        last = _described(passage, token, known, feminine=word.key.endswith("ه")) if definite else None
        if not definite:
            place = known.get(token + 1)
            if label and place is not None and not place.cut:
                continue  # what stands alone has been seen by itself
            if flags & MEDIUM and (name := _medium(passage, token + 1)) is not None:
                yield Candidate(first=token + 1, last=name, cut=0, kind=EntityKind.ORGANISATION, weight=3.5)
                continue
            last = governed(passage, token, known, alone=bool(flags & STATE))
            if label and last is not None and not _special(passage, token + 1, last):
                continue
        if last is not None:
            yield Candidate(first=token, last=last, cut=cut, kind=EntityKind.ORGANISATION, weight=2.0)


def acronyms(passage: Passage, earlier: Iterable[Candidate]) -> Iterator[Candidate]:
    """See Latin capitals in brackets right behind an organisation's name."""
    for each in earlier:
        at = each.last + 2
        if each.kind is not EntityKind.ORGANISATION or at + 1 >= len(passage):
            continue
        name = passage.words[at].key
        brackets = passage.words[at - 1].key + passage.words[at + 1].key
        if brackets == "()" and name.isascii() and name.isupper() and 1 < len(name) <= MAX_ACRONYM_CHARS:
            yield Candidate(first=at, last=at, cut=0, kind=EntityKind.ORGANISATION, weight=3.0, acronym_of=each)


def _medium(passage: Passage, at: int) -> int | None:
    """The last token of a newspaper's or channel's definite name, with one adjective at most."""
    words = passage.words
    if at >= len(passage) or not words[at].flags & DEFINITE or words[at].flags & (NATIONALITY | PHRASE_END):
        return None
    after = at + 1
    if after < len(passage) and words[after].key in _SECOND_WORDS:
        return after
    return at


def _special(passage: Passage, first: int, last: int) -> bool:
    """Whether a phrase behind a label is more than common words: it is described, or has a rare word."""
    words = passage.words[first : last + 1]
    described = len(words) > 1 and words[-1].flags & (BODY_ADJECTIVE | NATIONALITY)
    return bool(described) or any(word.rare for word in words)


def _described(passage: Passage, head: int, known: dict[int, Candidate], *, feminine: bool) -> int | None:
    """Follow the adjectives of a head with article: the last one's token, none if there is none.

    Adjectives agree with their head, which tells المحكمة العليا from a body named before another noun.
    """
    words = passage.words
    last = None
    at = head + 1
    while at < min(len(passage), head + 4):
        agrees = words[at].key.endswith("ه") == feminine
        if not (describes(words[at]) and agrees):
            break
        last = at
        at += 1
    if last is not None and at < len(passage) and words[at].key.startswith("لل") and words[at].cut:
        last = at if at not in known else known[at].last
    return last
