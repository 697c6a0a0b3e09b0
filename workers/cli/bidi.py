"""Right-to-left text in terminals, of which some reorder it, some do it wrong, and many do not do it at all.

Three ways to write a line: `isolate` keeps the logical order within U+2067/U+2066 ... U+2069, so that a terminal that
reorders keeps the text apart from what stands beside it (the default; elsewhere the marks have no width); `plain`
leaves it alone, for what is copied on; `visual` joins and reorders here, for terminals that do neither.

Method of `visual`: Unicode Standard Annex 9, rules W1 to W7, N0 to N2, I1 to I2, L2 and L4, for one paragraph without
explicit marks; letters take their presentation forms.
"""

import unicodedata
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Final

_STRONG: Final = {"L": "L", "R": "R", "AL": "R"}
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "BN", "ET", "ES", "CS"})
MIRRORS: Final = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
"""What a bracket looks like where it reads from the right (rule L4)."""
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
"""The pairs that rule N0 is about; quotation marks are none."""
_TATWEEL: Final = "\u0640"
_LAM: Final = "\u0644"


class Bidi(StrEnum):
    """How a line with right-to-left text is written."""

    ISOLATE = "isolate"
    PLAIN = "plain"
    VISUAL = "visual"


def is_right_to_left(text: str) -> bool:
    """Tell whether a text reads from the right: its first letter does, or more of its letters do than do not."""
    sides = [side for side in map(_STRONG.get, map(unicodedata.bidirectional, text)) if side]
    return bool(sides) and (sides[0] == "R" or sides.count("R") > sides.count("L"))


def levels_of(text: str, *, right_to_left: bool) -> list[int]:
    """Give each character's embedding level: odd ones read from the right."""
    base = "R" if right_to_left else "L"
    kinds = _weak([unicodedata.bidirectional(char) or "ON" for char in text], base)
    _brackets(text, kinds, base)
    _neutral(kinds, base)
    if right_to_left:
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _weak(kinds: list[str], base: str) -> list[str]:
    """Rules W1 to W7: marks, digits and what stands between digits."""
    kinds = _settle_marks_and_digits(kinds, base)
    for at in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and ((left == "EN" and kind in {"ES", "CS"}) or (left == "AN" and kind == "CS")):
            kinds[at] = left
    at = 0
    for kind, run in groupby(list(kinds)):  # W5
        length = len(list(run))
        beside = {kinds[at - 1] if at else "", kinds[at + length] if at + length < len(kinds) else ""}
        if kind == "ET" and "EN" in beside:
            kinds[at : at + length] = ["EN"] * length
        at += length
    strong = base
    for at, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[at] = "L"
    return ["ON" if kind in _NEUTRAL else kind for kind in kinds]  # W6


def _settle_marks_and_digits(kinds: list[str], base: str) -> list[str]:
    """Rules W1 to W3: a mark is as its letter, a digit after an Arabic letter is Arabic, and so is the letter."""
    settled: list[str] = []
    strong = before = base
    for kind in kinds:
        now = before if kind == "NSM" else kind
        if now == "EN" and strong == "AL":
            now = "AN"
        if now in _STRONG:
            strong = now
        settled.append(now)
        before = now
    return ["R" if kind == "AL" else kind for kind in settled]


def _brackets(text: str, kinds: list[str], base: str) -> None:
    """Rule N0: both brackets of a pair read alike, with the paragraph or with what they enclose."""
    other = "L" if base == "R" else "R"
    sides = [{"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind) for kind in kinds]
    for opened, closed in _pairs(text, kinds):
        inside = sides[opened + 1 : closed]
        if base in inside:
            side = base
        elif other in inside:
            before = next((side for side in reversed(sides[:opened]) if side), base)
            side = before if before == other else base
        else:
            continue
        kinds[opened] = kinds[closed] = sides[opened] = sides[closed] = side


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Match brackets (definition BD16), those opened first coming first."""
    waiting: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if kinds[at] != "ON" or (char not in _CLOSING and char not in _CLOSING.values()):
            continue
        if char in _CLOSING:
            waiting.append(at)
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if _CLOSING[text[waiting[depth]]] == char:
                pairs.append((waiting[depth], at))
                del waiting[depth:]
                break
    return sorted(pairs)


def _neutral(kinds: list[str], base: str) -> None:
    """Rules N1 and N2: a neutral run goes with its surroundings where they agree, else with the paragraph."""
    at = 0
    for neutral, run in groupby(list(kinds), key=lambda kind: kind == "ON"):
        length = len(list(run))
        if neutral:
            left = kinds[at - 1] if at else base
            right = kinds[at + length] if at + length < len(kinds) else base
            left, right = ("L" if side == "L" else "R" for side in (left, right))
            kinds[at : at + length] = [left if left == right else base] * length
        at += length


def visual_order(text: str, levels: list[int]) -> list[int]:
    """Order the characters from left to right (rule L2), a mark still behind the letter that it sits on."""
    clusters: list[list[int]] = []
    for at, char in enumerate(text):
        if clusters and unicodedata.combining(char):
            clusters[-1].append(at)
        else:
            clusters.append([at])
    for level in range(max(levels, default=0), 0, -1):
        turned: list[list[int]] = []
        for deep, run in groupby(clusters, key=lambda cluster: levels[cluster[0]] >= level):
            stretch = list(run)
            turned += reversed(stretch) if deep else stretch
        clusters = turned
    return [at for cluster in clusters for at in cluster]


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Presentation forms by letters and form: `isolated`, `final`, `initial`, `medial`; from the character database."""
    forms = {}
    for code in (*range(0xFB50, 0xFBB2), *range(0xFE80, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if form:
            forms["".join(chr(int(letter, 16)) for letter in letters), form.strip("<>")] = chr(code)
    return forms


def shape(text: str) -> list[str]:
    """Join letters: one string a character of the text, empty where a letter went into the ligature before it."""
    forms = _forms()
    letters = [at for at, char in enumerate(text) if not unicodedata.combining(char)]
    shaped = list(text)
    joined_before = False
    gone = -1
    for number, at in enumerate(letters):
        if at == gone:
            continue
        char, follower = text[at], letters[number + 1] if number + 1 < len(letters) else None
        if char == _LAM and follower is not None and (_LAM + text[follower], "isolated") in forms:
            shaped[at] = forms[_LAM + text[follower], "final" if joined_before else "isolated"]
            shaped[follower], gone, joined_before = "", follower, False
            continue
        joins_after = _joins_after(char) and follower is not None and _joins_before(text[follower])
        form = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (joined_before and _joins_before(char), joins_after), "isolated"
        )
        shaped[at] = forms.get((char, form), char)
        joined_before = joins_after
    return shaped


def _joins_after(char: str) -> bool:
    return char == _TATWEEL or (char, "initial") in _forms()


def _joins_before(char: str) -> bool:
    return char == _TATWEEL or (char, "final") in _forms()
