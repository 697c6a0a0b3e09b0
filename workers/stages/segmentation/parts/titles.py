"""Titles: a headline that the page repeats shows where the copies end to which something is glued."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from workers.stages.segmentation.lines import Line, part_of
from workers.stages.segmentation.parts.credits import begin_of_source
from workers.stages.segmentation.phrases.ages import names_aged
from workers.stages.segmentation.phrases.names import names_outlet, stated_sources
from workers.stages.segmentation.phrases.recitals import title_within

_TITLE_CHARS: Final = range(20, 201)
_STUCK_CHARS: Final = range(3, 81)
_APART_CHARS: Final = range(10, 81)
_KEY_CHARS: Final = 20
_TAIL_CHARS: Final = 12
_CAPTION_CHARS: Final = range(20, 100)
_CAPTIONED_CHARS: Final = 150
_CAPTION_SPACES: Final = 2
_JOINTS: Final = frozenset("|/»«›>–—-:.،؛…")
_FIRST_STEP: Final = re.compile(r"^.*\s[»>›/|–-]\s")
_STEP: Final = re.compile(r"[»>›/|–-](?<=\s.)\s")
_SITE: Final = re.compile(r"\s(?:(?P<sure>\||::)|[–—-])\s(?P<name>[^|–—:-]{2,35})$")
_BARS: Final = " |–—:-"
_SITE_CHARS: Final = 40
"""No mark with a name behind it is longer."""
_SITE_WORDS: Final = 5
_SPACES: Final = 3
_MOST_ALIKE: Final = 8
"""So many titles that begin alike are compared with; more have only made-up pages."""
_MOST_NAMES: Final = 64
"""So many names of sources are looked for; more state only made-up pages."""


def cut_titles(parts: Sequence[Line]) -> Iterator[Line]:
    """Cut copies of a headline off what is glued behind them: a caption, a date, the site's name.

    Where a copy ends is seen from another copy, alone on its line or at a breadcrumb's end, or from the caption's; a
    site's name is known by its words, and cut off the lead that is stuck to it. Of a title inside an aggregator's
    sentences only the first copy on the page is cut out: others close the article, and a source may follow them. Linear
    in the number of parts.
    """
    titles = _titles(parts)
    sites = [_site(part.text) for part in parts]
    stated = _longest_first(stated_sources(part.text for part in parts))
    if stated:
        sites = [site or _stated_site(part.text, stated) for part, site in zip(parts, sites, strict=True)]
    named = (part.text[site:].strip(_BARS) for part, site in zip(parts, sites, strict=True) if site)
    names = _longest_first({*stated, *named})
    captions = {part.text[-_TAIL_CHARS:]: part.text for part in parts if len(part.text) in _CAPTION_CHARS}
    found: set[str] = set()
    for part, site in zip(parts, sites, strict=True):
        text = part.text
        ends = title_within(text)
        if ends:
            title = text[slice(*ends)].strip()
            source = begin_of_source(text, ends[1])
            known = title in found or title in titles.get(title[:_KEY_CHARS], ())
            ends = [*([] if known else ends), *([source] if source else [])]
            found.add(title)
        elif end := (
            site
            or _end_of_title(text, titles.get(text[:_KEY_CHARS], ()))
            or _begin_of_caption(text, captions.get(text[-_TAIL_CHARS:], ""))
            or _end_of_name(text, names)
        ):
            ends = [end]
        if not ends:
            yield part
            continue
        spans = zip([0, *ends], [*ends, len(text)], strict=True)
        yield from (piece for start, end in spans if (piece := part_of(part, start, end)))


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    """Put a name before those that it ends or begins with."""
    return tuple(sorted(names, key=len, reverse=True)[:_MOST_NAMES])


def _titles(parts: Sequence[Line]) -> dict[str, list[str]]:
    """Gather what may be a title, by its beginning."""
    titles: dict[str, list[str]] = {}
    for part in parts:
        text = part.text
        if len(text) not in _TITLE_CHARS or text.count(" ") < _SPACES:
            continue
        step = _FIRST_STEP.match(text) if _STEP.search(text) else None
        for title in (text, text[step.end() :]) if step else (text,):
            if len(title) >= _KEY_CHARS:
                alike = titles.setdefault(title[:_KEY_CHARS], [])
                if len(alike) < _MOST_ALIKE and title not in alike:
                    alike.append(title)
    return titles


def _end_of_title(text: str, titles: Sequence[str]) -> int:
    """Say where the longest title ends that a line begins with; 0 if none does, or too much is behind it."""
    if not titles or titles == [text] or text[-1] == ".":
        return 0
    ends = [
        len(title)
        for title in titles
        if len(title) < len(text)
        and len(text) - len(title) in (_APART_CHARS if text[len(title) :][:1].isspace() else _STUCK_CHARS)
        and text.startswith(title)
    ]
    return max(ends, default=0)


def _begin_of_caption(text: str, caption: str) -> int:
    """Say where a caption begins that ends a headline and stands alone, too; 0 without one, and in a breadcrumb."""
    start = len(text) - len(caption)
    if not caption or len(text) > _CAPTIONED_CHARS or start < _KEY_CHARS or not text.endswith(caption):
        return 0
    return start if caption.count(" ") >= _CAPTION_SPACES and text[:start].rstrip()[-1] not in _JOINTS else 0


def _end_of_name(text: str, names: tuple[str, ...]) -> int:
    """Say where the site's name ends that the lead is stuck to; 0 without one, and before an age."""
    if not names or not text.startswith(names) or names_aged(text):
        return 0
    return next((len(name) for name in names if text.startswith(name) and text[len(name) :][:1].isalpha()), 0)


def _stated_site(text: str, names: tuple[str, ...]) -> int:
    """Say where a name begins that the page states for its source elsewhere, behind a title and a bar; 0 without."""
    if not text.endswith(names):
        return 0
    bar = text[: -next(len(name) for name in names if text.endswith(name))].rstrip()
    title = bar.rstrip(_BARS)
    return len(title) if title != bar and len(title) in _TITLE_CHARS and bar[-2] == " " else 0


def _site(text: str) -> int:
    """Say where the site's name begins, behind a title and a bar; 0 if there is none."""
    if len(text) not in _TITLE_CHARS or text[-1] == ".":
        return 0
    match = _SITE.search(text, max(0, len(text) - _SITE_CHARS))
    if not match or match.start() < _KEY_CHARS or len(match["name"].split()) > _SITE_WORDS:
        return 0
    if not (names_outlet(match["name"]) or (match["sure"] and text.count("|") + text.count("::") == 1)):
        return 0
    return match.start()
