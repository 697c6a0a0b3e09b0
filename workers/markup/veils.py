"""Veils: classes and roles of elements that are hidden until a script shows them."""

from collections.abc import Collection, Mapping
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from typing import Final

from workers.lexicon.loader import read_table

_DIALOGS: Final = frozenset({"dialog", "alertdialog"})
_TAKES_BACK: Final = "!"


def is_veiled(attributes: Mapping[str, str]) -> bool:
    """Whether an element's class or role keeps it from sight until a script shows it; names are lower case.

    Classes are those of `unseen_classes.tsv`. Dialogs wait for a click, or stand over the page: no article is in them.
    """
    if attributes.get("role") in _DIALOGS or attributes.get("aria-modal") == "true":
        return True
    classes = attributes.get("class")
    return classes is not None and _hide(classes)


@lru_cache(maxsize=4096)
def _hide(classes: str) -> bool:
    """Whether an attribute's classes veil; a site's pages repeat theirs."""
    names, veils = classes.split(), _veils()
    return not veils.keys().isdisjoint(names) and any(
        not _is_unveiled(names, veils[name]) for name in names if name in veils
    )


def _is_unveiled(names: Collection[str], patterns: Collection[str]) -> bool:
    shown = [pattern for pattern in patterns if not pattern.startswith(_TAKES_BACK)]
    hidden = [pattern.removeprefix(_TAKES_BACK) for pattern in patterns if pattern.startswith(_TAKES_BACK)]
    return any(_fits(name, shown) and not _fits(name, hidden) for name in names)


def _fits(name: str, patterns: Collection[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


@cache
def _veils() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(unless.split()) for name, unless in read_table("unseen_classes.tsv", ("class", "unless"))}
