"""Pictures: whose picture a short line describes, where it ends in saying so.

`... (رويترز)`, `... الصورة: غيتي`, `... (تصوير: سمير حداد)`, `... © فيسبوك`: of 6,135 headlines none ends so.
A paragraph does behind its full stop, where `cuts.py` cuts a credit off.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Final, NamedTuple

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list, read_table
from workers.lexicon.names import agencies
from workers.stages.segmentation.phrases.markers import MARKERS, find_marker
from workers.stages.segmentation.phrases.names import is_given, names_person, names_source

_TAIL_CHARS: Final = 60
_BRACKETED: Final = re.compile(r"[(\[](?P<name>[^()\[\]]{2,45})[)\]]$")
_OWNED: Final = re.compile(r"©\s?(?P<name>[^©]{2,45})$")
_CREDIT: Final = re.compile(
    r"(?<=\s)(?:/\s(?:[a-z][a-z .'-]{2,30}\s?/\s?)?(?P<giver>[a-z][a-z .-]{1,30})"
    r"|(?P<owner>[a-z][a-z .-]{1,20}?)\s?/\s?[a-z][a-z .'-]{2,30})$"
)
_SIGNED: Final = re.compile("[a-z][a-z .'-]{2,30}/ ?[a-z][a-z .]{1,30}")
_JOINT: Final = re.compile(r"\s?[/|،,:]\s?|\s[.–—-]\s|\s\d{4}\b")
_STOPS: Final = (".", ":", "؟", "!", "?", "…")
_DASH: Final = re.compile("[–—:/-]")
_PORTRAIT_WORDS: Final = range(3, 10)
_MOST_TITLE_WORDS: Final = 4
_NAME_WORDS: Final = 2
_FEWEST_WORDS: Final = 3
"""Fewer words before an agency's name in brackets are mostly a dateline's place or a name: رام الله (وفا)."""

_DATELINE_WORDS: Final = 6
_SHOWN_SPACES: Final = 4
"""So many words a picture's text has at least where a person stands behind it in brackets: who took it."""


class Picture(NamedTuple):
    """Where a picture's credit begins in a folded line, and whether the credit itself says that it is one."""

    start: int
    sure: bool


def find_picture(head: str, words: Collection[str]) -> Picture | None:
    """Find the credit of a picture that a short line ends with, behind what the picture shows.

    Args:
        head: the whole line, folded and in lower case.
        words: its words.
    """
    picture = _bracketed(head) if head.endswith((")", "]")) else None
    if picture is None and not _label_words().isdisjoint(words):
        picture = _labelled(head)
    if picture is None and "©" in head:
        picture = _owned(head)
    if picture is None and " / " in head and "a" <= head[-1] <= "z":
        picture = _slashed(head)
    return picture


def owns_picture(head: str) -> bool:
    """Say whether a folded line in lower case is nothing but who gave a picture: `© AFP 2020 / ...`, `A. Name / AFP`.

    Without the sign it is in Latin letters, and two names stand before the source: one alone may be a dateline's place.
    """
    if owner := _OWNED.fullmatch(head):
        return _gives_pictures(owner["name"])
    if not _SIGNED.fullmatch(head):
        return False
    taker, _, giver = (part.strip() for part in head.rpartition("/"))
    return " " in taker and (giver in _picture_sources() or names_source(giver))


def shows_person(words: Sequence[str]) -> bool:
    """Say whether a line's folded words are a person's title and name, or name and title: `الفنانة سهير منيب`.

    Another title may follow with whatever belongs to it: `الدكتور سمير حداد رئيس هيئة البريد`.
    """
    if len(words) not in _PORTRAIT_WORDS:
        return False
    name = next((place for place, word in enumerate(words[:_MOST_TITLE_WORDS]) if is_given(word)), None)
    if name is None or name + 1 >= len(words):
        return False
    behind = words[name + _NAME_WORDS : name + _NAME_WORDS + 1]
    titles = (*words[: 1 if name else 0], *behind)
    return all(title.removeprefix("ال") in _titles() for title in titles)


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(title) for title, _ in read_table("titles.tsv", ("title", "what may follow")))


def _bracketed(head: str) -> Picture | None:
    bracket = _BRACKETED.search(head, max(0, len(head) - _TAIL_CHARS))
    before = head[: bracket.start()].rstrip() if bracket else ""
    if bracket is None or not before:
        return None
    name = bracket["name"].strip()
    givers = _JOINT.split(name)
    # These are pictures' alone, so that a sentence may end before them.
    if _says_picture(name) or any(_plain(giver) in _picture_sources() for giver in givers):
        return Picture(bracket.start(), sure=True)
    if before.endswith(_STOPS) or _is_dateline(before):
        return None
    taken = before.count(" ") >= _SHOWN_SPACES and names_person(name)
    return (
        Picture(bracket.start(), sure=False) if taken or any(names_source(_plain(giver)) for giver in givers) else None
    )


def _labelled(head: str) -> Picture | None:
    label = _label().search(head, max(1, len(head) - _TAIL_CHARS))
    if label is None or not _describes(head, label.start("label")):
        return None
    told = label["divider"] or label["colon"] or _gives_pictures(label["name"])
    return Picture(label.start("label"), sure=True) if told else None


def _owned(head: str) -> Picture | None:
    owner = _OWNED.search(head, max(1, len(head) - _TAIL_CHARS))
    if owner is None or not head[: owner.start()].strip() or not _gives_pictures(owner["name"]):
        return None
    return Picture(owner.start(), sure=True)


def _slashed(head: str) -> Picture | None:
    """Find who took a picture and whose it is, in Latin letters behind what it shows: `... / A. Name / Reuters`."""
    credit = _CREDIT.search(head, max(1, len(head) - _TAIL_CHARS))
    if credit is None or not head[: credit.start()].strip() or not _gives_pictures(credit["giver"] or credit["owner"]):
        return None
    return None if _is_dateline(head[: credit.start()]) else Picture(credit.start(), sure=True)


def _is_dateline(before: str) -> bool:
    """Say whether what stands before a source may be a dateline's place, or its place and author."""
    words = before.count(" ") + 1
    return words < _FEWEST_WORDS or (words <= _DATELINE_WORDS and _DASH.search(before) is not None)


def _describes(head: str, end: int) -> bool:
    """Say whether words stand before a credit, and no sentence ends there."""
    before = head[:end].rstrip()
    return bool(before) and not before.endswith(_STOPS)


def _says_picture(name: str) -> bool:
    """Say whether what stands in brackets is about a picture: تصوير فلان, من الأرشيف; صورة alone ends headlines."""
    if name in _labels():
        return False
    marker = find_marker(name)
    return (marker is not None and marker.cls == "caption") or name.startswith(_openings())


def _gives_pictures(name: str) -> bool:
    """Say whether a name is an agency's or another giver's of pictures; what follows a bar or a year does not count."""
    giver = _plain(_JOINT.split(name, maxsplit=1)[0])
    return giver in _picture_sources() or giver in _agencies()


def _plain(name: str) -> str:
    """Write an agency's letters without the full stops between them."""
    return " ".join(name.replace(".", " ").split())


@cache
def _labels() -> frozenset[str]:
    """Give what whose picture it is stands behind, folded: تصوير, الصورة, مصدر الصورة."""
    rows = read_table(MARKERS, ("class", "form", "phrase"))
    return frozenset(fold(text).lower() for cls, form, text in rows if cls == "caption" and form == "colon")


@cache
def _openings() -> tuple[str, ...]:
    return tuple(f"{label} " for label in _labels())


@cache
def _label_words() -> frozenset[str]:
    """Give the last words of labels, so that hardly a line is searched for one."""
    return frozenset(label.rsplit(None, 1)[-1] for label in _labels())


@cache
def _label() -> re.Pattern[str]:
    """Match a label and a value that end a line; a label of one word needs a colon."""
    long, short = (
        "|".join(sorted(map(re.escape, labels), key=lambda label: (-len(label), label)))
        for labels in (
            [label for label in _labels() if " " in label],
            [label for label in _labels() if " " not in label],
        )
    )
    return re.compile(
        rf"(?<=[\s(\[])(?P<label>(?:{long})\s?(?P<divider>[:：،,])?|(?:{short})\s?(?P<colon>[:：]))\s?(?P<name>[^:：]{{2,40}})$"
    )


@cache
def _picture_sources() -> frozenset[str]:
    return frozenset(_plain(fold(name).lower()) for name in read_list("picture_sources.txt"))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(_plain(fold(agency.name).lower()) for agency in agencies())
