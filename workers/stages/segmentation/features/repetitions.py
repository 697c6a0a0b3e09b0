"""Repetitions: which lines of a page say the same, wholly or as a title with something before it or behind it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from workers.arabic.fold import fold
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.phrases.names import bare_name

_NEARBY: Final = 4
_REPEATABLE_CHARS: Final = 15
_TITLE_WORDS: Final = 4
_TOLD_CHARS: Final = 200
_WORD: Final = re.compile(r"[^\W_]+")


def repetitions_of(lines: Sequence[Line], keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Say of each line whether it stood before on the page or will again, and whether a breadcrumb ends with it.

    Args:
        lines: the page's parts.
        keys: what each is compared by; empty for a long one.
    """
    echoes = _echoes(keys)
    for key, again, twin in zip(keys, _repetitions(keys), _twins(lines), strict=True):
        yield (*again, *twin, *echoes.get(key, ()))


def titles_among(keys: Sequence[str], title: str) -> frozenset[str]:
    """Choose the lines that a title names, by their words alone.

    Of the two either may go on: the title with the site's name, the line where the title was cut. A title of fewer than
    four words is as likely the site's name, so that a line that goes on says nothing.

    Args:
        keys: what the page's parts are compared by.
        title: the title, folded and in lower case.
    """
    told = _words(title)
    return frozenset(key for key in keys if len(key) >= _REPEATABLE_CHARS and _names(told, _words(key)))


def is_subject(name: str, lines: Sequence[Line], number: int) -> bool:
    """Say whether the lines near a person's name tell of that person, as of one in a picture, and of no author.

    A name that begins a line or stands behind a mark can be its author's: فلان يكتب, صفحة الكاتب: فلان.

    Args:
        name: the line that is the name, folded, in lower case and without its edges.
        lines: the page's parts.
        number: which of them it is.
    """
    called = bare_name(name)
    for near in lines[max(0, number - _NEARBY) : number + _NEARBY]:
        text = fold(near.text[:_TOLD_CHARS]).lower() if near.text != lines[number].text else ""
        at = text.find(f" {called}")
        if at > 0 and text[at - 1].isalpha() and not text[at + len(called) + 1 :][:1].isalpha():
            return True
    return False


def _names(told: str, line: str) -> bool:
    """Say whether one of two rows of words begins with the other, which is long enough to be no accident."""
    if told.startswith(line):
        return len(line) >= _REPEATABLE_CHARS
    return line.startswith(told) and len(told) >= _REPEATABLE_CHARS and told.count(" ") >= _TITLE_WORDS


def _words(text: str) -> str:
    """Give a text's words, each with a space behind it, so that no row begins with half a word of another."""
    return " ".join([*_WORD.findall(text), ""])


def _repetitions(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Say of each line whether it stood before on the page, or will again."""
    openings = [key[:_REPEATABLE_CHARS] for key in keys if len(key) >= _REPEATABLE_CHARS]
    if len(set(openings)) == len(openings):
        yield from [()] * len(keys)
        return
    shared = {opening for opening, times in Counter(openings).items() if times > 1}
    to_come = Counter([key for key in keys if key[:_REPEATABLE_CHARS] in shared])
    seen: set[str] = set()
    for number, key in enumerate(keys):
        if key[:_REPEATABLE_CHARS] not in shared:
            yield ()
            continue
        to_come[key] -= 1
        if key in seen or _extends(key, keys[max(0, number - _NEARBY) : number]):
            yield ("again",)
        else:
            yield ("recurs",) if to_come[key] or _extends(key, keys[number + 1 : number + 1 + _NEARBY]) else ()
        seen.add(key)


def _twins(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """Say of each line whether the one right before or behind it is the same, as captions' often are."""
    last = False
    for number, line in enumerate(lines):
        next_ = number + 1 < len(lines) and lines[number + 1].text == line.text
        yield ("twin",) if last or next_ else ()
        last = next_


def _echoes(keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Name the titles that a breadcrumb on the page ends with, and these breadcrumbs."""
    echoes: dict[str, tuple[str, ...]] = {}
    long = dict.fromkeys(key for key in keys if len(key) >= _REPEATABLE_CHARS)
    if len({key[-_REPEATABLE_CHARS:] for key in long}) == len(long):
        return echoes
    alike: dict[str, list[str]] = {}
    for key in long:
        alike.setdefault(key[-_REPEATABLE_CHARS:], []).append(key)
    for same in alike.values():
        if len(same) > 1:
            title, *others = sorted(same, key=len)
            for crumbs in others:
                if crumbs.endswith(title) and not crumbs[-len(title) - 1].isalnum():
                    echoes |= {title: ("echoed",), crumbs: ("crumbs",)}
    return echoes


def _extends(key: str, others: Sequence[str]) -> bool:
    """Say whether one of two titles is the other with something behind it, such as the site's name."""
    return any(len(other) >= _REPEATABLE_CHARS and (key.startswith(other) or other.startswith(key)) for other in others)
