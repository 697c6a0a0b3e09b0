"""From a title to the name of its holder: وزير النفط المكلف بحكومة كذا، فلان."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workers.stages.entities.candidate import Candidate
from workers.stages.entities.names import PERHAPS, SURELY, begins_name, continues_name, name_from
from workers.stages.entities.passage import Passage
from workers.stages.entities.words import ARABIC, ATTRIBUTION, COMMON, DEFINITE, FUNCTION, HONORIFIC, NATIONALITY, Word

MAX_TITLE_WORDS: Final = 9
"""Words from a title to its holder's name; longer official titles end in another sentence part anyway."""
_PREPOSITIONS: Final = frozenset({"في", "ل", "لدي", "باسم", "عن", "من", "علي", "الي", "ب"})
_COMMAS: Final = frozenset({"،", ","})


@dataclass(slots=True)
class _Walk:
    """Where a walk over a title's phrase has come to.

    Attributes:
        title: the title's token.
        role_last: the last token of the role, which ends before a prepositional phrase.
        in_role: whether no such phrase has begun.
        comma: whether a comma has been passed; a name must follow at once.
    """

    title: int
    role_last: int
    in_role: bool = True
    comma: bool = False

    def pass_word(self, at: int, word: Word) -> bool:
        """Go past a word of the title's phrase; false where it cannot be one."""
        if word.key in _PREPOSITIONS or (word.cut and word.key[0] in "بل" and not word.flags & COMMON):
            self.in_role = False
        elif not word.flags & ARABIC or word.flags & (FUNCTION | ATTRIBUTION):
            return False
        elif self.in_role:
            self.role_last = at
        return True

    def pass_name(self, name: Candidate) -> None:
        """Go past a known name inside the title's phrase."""
        if name.cut:
            self.in_role = False
        elif self.in_role:
            self.role_last = name.last


def titled(passage: Passage, title: int, known: Mapping[int, Candidate]) -> Candidate | None:
    """Find the name that a title introduces.

    Args:
        passage: the tokens.
        title: the title's token.
        known: other names that begin at a token; the title's phrase may hold them.
    """
    words = passage.words
    honorific = words[title].stem_flags & HONORIFIC
    definite = words[title].stem.startswith("ال")
    walk = _Walk(title, title)
    at = title + 1
    limit = min(len(passage), title + MAX_TITLE_WORDS)
    while at < limit:
        word = words[at]
        if word.key in _COMMAS and not honorific and not walk.comma and at > title + 1:
            walk.comma = True
            at += 1
            continue
        name = known.get(at)
        begins = _begins(passage, title, at)
        if walk.comma and begins == PERHAPS and not (at + 1 < len(passage) and continues_name(words[at + 1], word)):
            return None
        if begins and (name is None or begins == SURELY):
            needs = 2 if honorific and not definite else 1  # طبيب and شاب are mostly no titles
            return name_from(passage, at, title=(title, walk.role_last), needs=needs)
        if walk.comma or (honorific and not word.flags & (NATIONALITY | DEFINITE)):
            return None
        if name is not None:
            walk.pass_name(name)
            at = name.last + 1
        elif walk.pass_word(at, word):
            at += 1
        else:
            return None
    return None


def _begins(passage: Passage, title: int, at: int) -> int:
    """As `begins_name`; a word with article is an adjective, unless it follows a title with article at once."""
    direct = at == title + 1
    definite = passage.words[title].stem.startswith("ال")
    if passage.words[at].flags & DEFINITE and not (definite and direct):
        return 0
    return begins_name(passage.words[at], strict=direct and not definite)
