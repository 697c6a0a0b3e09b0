"""Events: summits, battles, championships and the like with the phrase or place that names them."""

from collections.abc import Iterable, Iterator

from schemas.entity import EntityKind
from workers.stages.entities.candidate import Candidate
from workers.stages.entities.passage import Passage
from workers.stages.entities.phrases import governed
from workers.stages.entities.words import EVENT


def events(passage: Passage, earlier: Iterable[Candidate]) -> Iterator[Candidate]:
    """See events by the noun that heads their name."""
    known = {each.first: each for each in earlier if each.kind is not EntityKind.PERSON}
    for token, word in enumerate(passage.words):
        if not word.either & EVENT:
            continue
        whole = bool(word.flags & EVENT)
        if (word.key if whole else word.stem).startswith("ال"):
            continue
        last = governed(passage, token, known, alone=True)
        if last is not None:
            yield Candidate(first=token, last=last, cut=0 if whole else word.cut, kind=EntityKind.EVENT, weight=2.0)
