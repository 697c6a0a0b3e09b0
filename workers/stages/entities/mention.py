"""A chosen candidate in its place: what repetition and resolution compare."""

from dataclasses import dataclass

from workers.stages.entities.candidate import Candidate
from workers.stages.entities.passage import Passage


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of the page.

    Attributes:
        passage: where it stands.
        candidate: what was chosen there.
        keys: its words, folded, clitics left out and the article that لل hides written out.
        start: offset of its first character in the page's text.
        end: offset past its last character.
    """

    passage: Passage
    candidate: Candidate
    keys: tuple[str, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The name as the page writes it, clitics left out."""
        return self.passage.text[self.start : self.end]

    @property
    def hides_article(self) -> bool:
        """Whether لل stands for the name's article, so that `text` is no usual spelling."""
        return len(self.keys[0]) > len(self.passage.words[self.candidate.first].key) - self.candidate.cut


def mention_of(passage: Passage, candidate: Candidate) -> Mention:
    """Set a candidate in its place."""
    head = passage.words[candidate.first]
    first = head.stem if candidate.cut and candidate.cut == head.cut else head.key[candidate.cut :]
    rest = (
        word.stem if word.cut and word.key.startswith("لل") else word.key
        for word in passage.words[candidate.first + 1 : candidate.last + 1]
    )
    return Mention(
        passage=passage,
        candidate=candidate,
        keys=(first, *rest),
        start=passage.start_of(candidate.first, candidate.cut),
        end=passage.ends[candidate.last],
    )
