"""Pages without an article that list others: sections, tags, authors, searches, front pages; for training.

Each page draws its own form: what stands above, inside and below each beginning, in what order, and how it is cut. A
headline with a text is a teaser's, dates and names beside it too; one without is a related headline, and what stands
beside it furniture, as are the sections between them.
"""

from dataclasses import dataclass, replace
from typing import Final

from tests.composer.furniture import MASTHEADS, MENUS, TICKERS, footer, noise
from tests.composer.heads import AUTHOR_LABELS, PHOTO_SOURCES
from tests.composer.material import AUTHORS, Story
from tests.composer.page import Draft, Part
from tests.composer.sighted_parts import date_seen
from tests.composer.stamps import STAMPS, Moment
from tests.composer.tails import RELATED, RELATED_LABELS, SITE_NAMES
from tests.composer.wording import MORE, PAGERS, PROSE, age, count, crumbs, house_prose, services

_CUTS: Final = ("...", "…", " ...", " (...)", "(...)", " [...]", " […]", "", "..", " ..", "....", "،")
_NAMED: Final = ("{}", "{}", "{}", "أخبار {}", "وسم: {}", "#{}", "القسم: {}", "Tag: {}", "أرشيف {}", "37 مقالا - {}")
_LENGTHS: Final = (60, 90, 120, 160, 220, 300, 450)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a page writes each beginning.

    Attributes:
        above, inside, below: names of what stands above the headline, between it and the text, and below the text.
        titled: the share of beginnings that have their headline.
        length: after how many characters the text is cut; 0 for its first paragraph, whole.
        cut: what stands where it is cut.
        in_words: whether it is cut between words.
        joint: what parts headline and text, a line's end if None.
    """

    above: tuple[str, ...]
    inside: tuple[str, ...]
    below: tuple[str, ...]
    titled: float
    length: int
    cut: str
    in_words: bool
    joint: str | None


def _form(d: Draft, titled: float = 1.0) -> _Form:
    """Draw a form that shows what it is: without any sign, headlines and texts could as well be an article's parts."""
    if titled < 1:
        return _Form(
            above=(),
            inside=(),
            below=("more",) if d.chance(0.3) else (),
            titled=titled,
            length=d.rng.choice(_LENGTHS),
            cut=d.one([cut for cut in _CUTS if cut]),
            in_words=d.chance(0.8),
            joint=None,
        )
    form = _Form(
        above=tuple(d.rng.sample(("section", "date", "copy", "count", "source"), d.rng.choice((0, 0, 0, 1, 1, 2)))),
        inside=tuple(d.rng.sample(("date", "byline", "section", "count", "age"), d.rng.choice((0, 0, 0, 1, 1, 2)))),
        below=tuple(d.rng.sample(("more", "date", "count", "section", "age"), d.rng.choice((0, 0, 0, 1, 1, 2)))),
        titled=titled,
        length=d.rng.choice((0, 0, *_LENGTHS)),
        cut=d.one(_CUTS),
        in_words=d.chance(0.7),
        joint=d.rng.choice((None, None, None, None, None, None, " ", "")),
    )
    if form.above or form.inside or form.below or (form.length and form.cut.strip()):
        return form
    return replace(form, below=("more",))


def _date(d: Draft) -> str:
    return d.one((date_seen(d), *STAMPS[d.one(tuple(STAMPS))](_moment(d)).lines[:1]))


def _moment(d: Draft) -> Moment:
    return Moment(d.facts.published, d.facts.captured, d.facts.site.months)


def _beside(d: Draft, name: str, story: Story) -> None:
    """Write what stands beside a teaser's headline or text."""
    if name == "date":
        d.page.add("timestamp", _date(d), owner="teaser")
    elif name == "byline":
        d.page.add("byline", d.one((*AUTHOR_LABELS, "", "")) + d.one(AUTHORS), owner="teaser")
    elif name == "age":
        d.page.add("timestamp", f"منذ {d.rng.randrange(3, 50)} دقيقة", owner="teaser")
    else:
        texts = {
            "section": d.one(d.facts.site.sections),
            "copy": story.headline,
            "count": count(d),
            "more": d.one(MORE),
            "source": d.one(SITE_NAMES),
        }
        d.furniture(texts[name])


def _text(form: _Form, story: Story) -> tuple[str, bool]:
    """Give what a page shows of a story, and whether it is cut."""
    text = story.paragraphs[0] if form.length == 0 else " ".join(story.paragraphs)
    if not form.length or len(text) <= form.length:
        return text, False
    text = text[: form.length]
    return (text.rsplit(" ", 1)[0] if form.in_words else text).rstrip() + form.cut, True


def beginning(d: Draft, form: _Form, story: Story) -> None:
    """Write one story's beginning in the page's form, with or without its headline."""
    titled = d.chance(form.titled)
    for name in form.above:
        if titled:
            _beside(d, name, story)
    if titled:
        d.page.add("teaser_headline", story.headline, None if form.inside else form.joint)
    for name in form.inside:
        if titled:
            _beside(d, name, story)
    text, cut = _text(form, story)
    d.page.add("teaser_paragraph", text)
    if titled:
        d.truth.teasers.append((story.headline, cut))
        for name in form.below:
            _beside(d, name, story)
    elif cut and "more" in form.below:
        d.furniture(d.one(MORE))


def beginnings(d: Draft, fewest: int = 3, most: int = 9, titled: float = 1.0) -> None:
    """Write so many stories' beginnings, all in one form."""
    form = _form(d, titled)
    listed = d.rng.sample(d.facts.listed, min(len(d.facts.listed), d.rng.randint(fewest, most)))
    for story in listed:
        beginning(d, form, story)


def rows(d: Draft, fewest: int = 3, most: int = 12) -> None:
    """Write headlines, each with its date, section, number or count above, behind or below it, or with nothing."""
    beside = d.one(("", "", "above", "below", "behind"))
    what = d.one(("date", "section", "count", "age", "age"))
    bullet = d.one(("", "", "", "- ", "• ", "» "))
    for story in d.rng.sample(d.facts.listed, min(len(d.facts.listed), d.rng.randint(fewest, most))):
        text = {"date": _date(d), "section": d.one(d.facts.site.sections), "count": count(d), "age": age(d)}[what]
        if beside == "above":
            d.furniture(text, d.page.line_break)
        d.page.add("related_item", bullet + story.headline, " " if beside == "behind" else d.page.line_break)
        d.truth.related.append(story.headline)
        if beside in {"below", "behind"}:
            d.furniture(text)


def _above(d: Draft) -> None:
    """Write some of what a listing has above its first item."""
    if d.chance(0.3):
        services(d)
    if d.chance(0.35):
        d.part(MASTHEADS)
    for _ in range(d.rng.choice((0, 0, 1, 1, 2))):
        d.part(MENUS)
    if d.chance(0.2):
        d.part(TICKERS)
    if d.chance(0.3):
        d.furniture(crumbs(d, None))
    if d.chance(0.2):
        noise(d, most=2)


def _below(d: Draft) -> None:
    """Write some of what a listing has below its last item."""
    if d.chance(0.4):
        for text in d.rng.sample(("1", "2", "3", "4", "…", *PAGERS), d.rng.randint(1, 6)):
            d.furniture(text, d.page.line_break)
    if d.chance(0.3):
        d.part(RELATED)
    if d.chance(0.2):
        house_prose(d)
    if d.chance(0.5):
        footer(d)
    d.truth.language = None


def section_page(d: Draft) -> None:
    """A section or a tag: its name, perhaps how many items it has, beginnings, and numbers of further pages."""
    _above(d)
    if d.chance(0.7):
        section = d.one((*d.facts.site.sections, *d.facts.story.tags, d.facts.place))
        d.furniture(d.one(_NAMED).format(section))
    elif d.chance(0.4):
        d.page.add("related_label", d.one(RELATED_LABELS))
    beginnings(d)
    _below(d)


def author_page(d: Draft) -> None:
    """An author's page: name, perhaps a life in two sentences, and what the author wrote."""
    _above(d)
    name = d.one(AUTHORS)
    d.furniture(d.one(("{}", "الكاتب {}", "مقالات {}", "كل مقالات: {}", "الكاتب ... {}")).format(name))
    if d.chance(0.4):
        d.furniture(f"{name} {d.one(('كاتب وصحفي', 'باحث في شؤون المنطقة', 'كاتبة عمود أسبوعي'))}، {d.one(PROSE)}")
    beginnings(d, most=6)
    _below(d)


def summaries(d: Draft) -> None:
    """Beginnings without headlines, or with a few: each a sentence or two, cut as a rule."""
    if d.chance(0.6):
        _above(d)
    if d.chance(0.4):
        d.furniture(d.one(d.facts.site.sections))
    beginnings(d, titled=d.rng.choice((0, 0, 0, 0.3)))
    _below(d)


def search_page(d: Draft) -> None:
    """What a search found: the words looked for, how many pages have them, and the pages."""
    if d.chance(0.5):
        _above(d)
    words = " ".join(d.facts.story.headline.split()[:2])
    for text in ("بحث", f"نتائج البحث عن: {words}", f"{d.rng.randrange(2, 900)} نتيجة", "الأحدث", "الأقدم", "من تاريخ"):
        if d.chance(0.6):
            d.furniture(text, d.page.line_break)
    d.part((beginnings, rows))
    _below(d)


def home_page(d: Draft) -> None:
    """A front page: blocks of headlines and beginnings below their sections' names, with pictures' credits between."""
    _above(d)
    for _ in range(d.rng.randint(2, 5)):
        if d.chance(0.75):
            d.furniture(d.one(d.facts.site.sections), d.page.line_break)
        if d.chance(0.2):
            d.furniture(d.one(PHOTO_SOURCES).format(d.facts.agency))
        rows(d, 2, 7)
        if d.chance(0.35):
            d.furniture(d.one(MORE))
    _below(d)


def mixed_page(d: Draft) -> None:
    """A front page that opens with some beginnings and goes on with headlines under labels."""
    _above(d)
    beginnings(d, 2, 4)
    for _ in range(d.rng.randint(1, 3)):
        d.page.add("related_label", d.one(RELATED_LABELS) + d.one(("", ":")))
        rows(d, 2, 6)
    _below(d)


def glued_rows(d: Draft) -> None:
    """Headlines on one line with a space or a site's name between them, and little else."""
    _above(d)
    joint = d.one((" ", " ", "  ", " . ", f" {d.facts.site.name} "))
    *items, last = d.rng.sample(d.facts.others, d.rng.randint(4, min(14, len(d.facts.others))))
    for item in items:
        d.page.add("related_item", item, " ")
        if joint.strip():
            d.furniture(joint, " ")
    d.page.add("related_item", last)
    d.truth.related.extend((*items, last))
    _below(d)


def bare_rows(d: Draft) -> None:
    """Headlines only, from the first line to the last, some of them twice."""
    for _ in range(d.rng.choice((1, 1, 2))):
        rows(d, 3, 16)
    d.truth.language = None


LISTINGS: Final[tuple[Part, ...]] = (
    section_page, section_page, section_page, author_page, summaries, summaries, search_page, home_page, home_page,
    mixed_page, mixed_page, glued_rows, bare_rows,
)  # fmt: skip
"""Arrangements for training; those that are to weigh more stand there more often."""
