"""Headlines in their many forms, and the copies, trails and marks that stand around the one that counts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tests.composer.heads import headline, headline_copy
from tests.composer.material import AUTHORS, PLACES
from tests.composer.page import Draft, Part
from tests.composer.wording import TITLE_MARKS, VIDEO_MARKS, age, crumbs

_QUESTIONS: Final = ("كيف", "لماذا", "هل", "ماذا وراء", "متى", "من المستفيد؟")
_QUOTED: Final = ("«{}»", '"{}"', "“{}”", "'{}'", "{}!")
_DOTS: Final = (".. ", "... ", " .. ", " … ", ": ", " - ", " | ")


def _words(d: Draft, fewest: int, most: int) -> str:
    return " ".join(d.facts.story.headline.split()[: d.rng.randint(fewest, most)])


def _forms(d: Draft) -> dict[str, Callable[[], str]]:
    """Give what a headline can be made into."""
    title, rng = d.facts.story.headline, d.rng
    return {
        "mark before": lambda: f"{d.one(VIDEO_MARKS)}{d.one(_DOTS)}{title}",
        "mark behind": lambda: title + d.one((" ({})", ".. {}", " | {}", " - {}")).format(d.one(VIDEO_MARKS)),
        "who says": lambda: (
            f"{d.one(AUTHORS)}{d.one((': ', ' يكتب: ', ' يكتب.. ', ' تكتب : ', ' لـ«الموقع»: '))}{title}"
        ),
        "where": lambda: f"{d.one(PLACES)}{d.one(_DOTS)}{title}",
        "question": lambda: f"{d.one(_QUESTIONS)} {title}؟",
        "asked": lambda: f"{title}؟",
        "quoted": lambda: d.one(_QUOTED).format(title),
        "said": lambda: d.one(AUTHORS) + ": " + d.one(_QUOTED).format(title),
        "two": lambda: f"{title}{d.one(_DOTS)}{rng.choice(d.facts.others)}",
        "short": lambda: _words(d, 3, 6),
        "short, dots": lambda: f"{_words(d, 2, 4)}{d.one(_DOTS)}{' '.join(rng.choice(d.facts.others).split()[:3])}",
        "stopped": lambda: f"{title}.",
        "called out": lambda: f"{title}!",
        "numbered": lambda: f"{title} ({rng.randrange(1, 9)})",
    }


def abridged(d: Draft) -> Draft:
    """Give the same page with its story's paragraphs joined by twos or threes, often only the first of them."""
    texts, size = d.facts.story.paragraphs, d.rng.choice((1, 1, 2, 3))
    joined = [" ".join(texts[at : at + size]) for at in range(0, len(texts), size)]
    kept = tuple(joined[: d.rng.choice((1, 1, 2, 3, None, None, None))])
    return replace(d, facts=replace(d.facts, story=replace(d.facts.story, paragraphs=kept)))


def retitled(d: Draft) -> Draft:
    """Give the same page with its headline in another form, three times of four."""
    if d.chance(0.25):
        return d
    forms = _forms(d)
    title = forms[d.one(tuple(forms))]()
    return replace(d, facts=replace(d.facts, story=replace(d.facts.story, headline=title)))


# --- copies ------------------------------------------------------------------------------


def trail(d: Draft) -> None:
    """Write a trail of sections that ends in the headline."""
    d.furniture(crumbs(d, d.facts.story.headline))


def trail_alone(d: Draft) -> None:
    """Write a trail of sections."""
    d.furniture(crumbs(d, None))


def window_title(d: Draft) -> None:
    """Write headline and site on one line, in either order."""
    names = [d.facts.story.headline, d.facts.site.name]
    if d.chance(0.3):
        names.reverse()
    d.furniture(d.one(TITLE_MARKS).join(names))
    d.truth.publisher = d.facts.site.name


def cut_title(d: Draft) -> None:
    """Write the headline's beginning."""
    d.furniture(_words(d, 3, 6) + d.one(("...", "…", " ...", "..")))


def section(d: Draft) -> None:
    """Write the name of a section, perhaps with another stuck to it."""
    d.furniture("".join(d.rng.sample(d.facts.site.sections, d.rng.choice((1, 1, 1, 2)))))


COPIES: Final[tuple[Part, ...]] = (
    trail, trail, trail_alone, window_title, cut_title, headline_copy, headline_copy, section, section,
)  # fmt: skip


def titled(d: Draft) -> None:
    """Write up to three copies, trails or sections, and the headline, now and then with something glued to it."""
    for _ in range(d.rng.choice((0, 1, 1, 2, 2, 3))):
        d.part(COPIES)
    if d.chance(0.06):
        d.furniture(d.one(d.facts.site.sections), d.one(("", " ")))
    if d.chance(0.08):
        headline(d, d.one(("", " ")))
        d.part((_site_behind, _caption_behind, _age_behind))
    else:
        headline(d)
    if d.chance(0.08):
        section(d)


def _site_behind(d: Draft) -> None:
    d.furniture(d.one(("|", "-", "–", "::", "•")) + " " + d.facts.site.name)
    d.truth.publisher = d.facts.site.name


def _caption_behind(d: Draft) -> None:
    d.page.add("caption", d.facts.story.caption)


def _age_behind(d: Draft) -> None:
    d.furniture(age(d))
