"""What stands between the furniture above and the body: headline, stamp, byline and caption, apart or glued."""

from typing import Final

from tests.composer.furniture import noise
from tests.composer.page import Draft, Part
from tests.composer.stamps import STAMPS, Moment, Stamp

AUTHOR_LABELS: Final = (
    "كتب: ", "كتبت: ", "كتب - ", "كتبت – ", "كتب : ", "كتب ", "بقلم: ", "بقلم/ ", "إعداد: ", "تحرير : ",
    "الكاتب: ", "متابعة: ",
)  # fmt: skip
PHOTO_SOURCES: Final = ("مصدر الصورة: {}", "الصورة: {}", "(تصوير: {})", "Photo: {}", "مصدر الصورة، {}", "© {}")
PHOTOGRAPHERS: Final = ("غيتي إيميجز", "رويترز", "أ ف ب", "Getty Images", "EPA", "وسائل التواصل الاجتماعي")
READING: Final = ("3 دقائق قراءة", "دقيقتان للقراءة", "أقل من دقيقة", "وقت القراءة: 4 دقائق", "3 min read")


# --- headline ----------------------------------------------------------------------------


def _crumb(d: Draft) -> str:
    joint = d.one((" / ", " » ", " > ", " - "))
    return joint.join(("الرئيسية", d.one(d.facts.site.sections), d.facts.story.headline))


def headline(d: Draft, after: str | None = None) -> None:
    """Write the copy of the headline that counts."""
    d.page.add("headline", d.facts.story.headline, after)
    d.truth.headline = d.facts.story.headline


def headline_copy(d: Draft) -> None:
    """Write a copy of the headline that does not count, on a line of its own."""
    d.furniture(d.facts.story.headline)


def once(d: Draft) -> None:
    """Write the headline once, sometimes below its section."""
    if d.chance(0.4):
        d.furniture(d.one(d.facts.site.sections))
    headline(d)


def twice(d: Draft) -> None:
    """Write the headline on two lines in a row."""
    headline_copy(d)
    headline(d)


def crumb_and_title(d: Draft) -> None:
    """Write the headline at the end of a breadcrumb, then alone."""
    d.furniture(_crumb(d))
    headline(d)


def thrice(d: Draft) -> None:
    """Write a breadcrumb, a cut title and the whole one."""
    d.furniture(_crumb(d))
    words = d.facts.story.headline.split()
    d.furniture(" ".join(words[: max(3, len(words) * 2 // 3)]) + "...")
    headline(d)


def print_title(d: Draft) -> None:
    """Write the headline with the site's name behind it, then alone."""
    d.furniture(f"{d.facts.story.headline}{d.one((' - ', ' | ', ' – '))}{d.facts.site.name}")
    d.truth.publisher = d.facts.site.name
    headline(d)


def name_glued(d: Draft) -> None:
    """Write the headline with the site's name behind it and no copy without."""
    headline(d, " ")
    d.furniture(f"{d.one(('|', '-', '–', '::'))} {d.facts.site.name}")
    d.truth.publisher = d.facts.site.name


def caption_glued(d: Draft) -> None:
    """Write the headline with a caption stuck to it, as a rule below a breadcrumb that ends in the headline."""
    if d.chance(0.8):
        d.furniture(_crumb(d))
    headline(d, d.one(("", " ")))
    d.page.add("caption", d.facts.story.caption)


def date_glued(d: Draft) -> None:
    """Write the headline with the stamp stuck to it."""
    stamp = _stamp(d)
    headline(d, " " if d.facts.story.headline[-1].isdigit() else d.one(("", " ")))
    _write_stamp(d, Stamp((" ".join(stamp.lines),), stamp.published_at, stamp.updated_at))


TITLES: Final[tuple[Part, ...]] = (
    once, once, once, twice, crumb_and_title, thrice, print_title, name_glued, caption_glued,
)  # fmt: skip


# --- stamp -------------------------------------------------------------------------------


def _stamp(d: Draft) -> Stamp:
    d.truth.stamp = d.one(tuple(STAMPS))
    return STAMPS[d.truth.stamp](Moment(d.facts.published, d.facts.captured, d.facts.site.months))


def _write_stamp(d: Draft, stamp: Stamp, after: str | None = None) -> None:
    *lines, last = stamp.lines
    for line in lines:
        d.page.add("timestamp", line, d.page.line_break)
    d.page.add("timestamp", last, after)
    d.truth.published_at, d.truth.updated_at = stamp.published_at, stamp.updated_at


def stamp(d: Draft) -> None:
    """Write the stamp on a line of its own, or on its lines."""
    _write_stamp(d, _stamp(d))


# --- byline and caption ------------------------------------------------------------------


def _authors(d: Draft) -> str:
    d.truth.authors = list(d.facts.authors)
    return d.one((" و", "، ")).join(d.facts.authors)


def byline(d: Draft) -> None:
    """Write a verb or noun and the authors."""
    d.page.add("byline", d.one(AUTHOR_LABELS) + _authors(d))


def bare_name(d: Draft) -> None:
    """Write the authors' names alone."""
    d.page.add("byline", _authors(d))


def label_glued(d: Draft) -> None:
    """Write a label with the name stuck to it."""
    d.page.add("byline", d.one(("الكاتب", "بقلم:", "المحرر:", "بواسطة:")) + _authors(d))


def outlet_as_author(d: Draft) -> None:
    """Write the site's name where the author's would stand."""
    d.page.add("byline", d.one(("كتب: ", "بقلم: ", "بواسطة ")) + d.facts.site.name)
    d.truth.publisher = d.facts.site.name


def outlet_alone(d: Draft) -> None:
    """Write an outlet's or agency's name alone, where the author's would stand."""
    if d.truth.publisher and d.chance(0.7):
        d.page.add("credit", d.facts.site.name)
    else:
        d.page.add("credit", d.facts.agency)
        d.truth.agencies = [d.facts.agency]


def author_date_reading(d: Draft) -> None:
    """Write author, stamp and reading time on one line, stuck together or a space apart."""
    stamp = _stamp(d)
    d.page.add("byline", _authors(d), d.one(("", " ")))
    _write_stamp(d, Stamp((" ".join(stamp.lines),), stamp.published_at, stamp.updated_at), " ")
    d.furniture(d.one(READING))


def byline_in_date(d: Draft) -> None:
    """Write author and stamp on one line, with a bar between."""
    stamp = _stamp(d)
    d.page.add("byline", d.one(("كتب: ", "بقلم ", "")) + _authors(d) + " |", " ")
    _write_stamp(d, Stamp((" ".join(stamp.lines),), stamp.published_at, stamp.updated_at))


NAMES: Final[tuple[Part, ...]] = (byline, byline, bare_name, label_glued, outlet_as_author, outlet_alone)
LINES: Final[tuple[Part, ...]] = (author_date_reading, byline_in_date)


def caption(d: Draft) -> None:
    """Write the text below the picture."""
    d.page.add("caption", d.facts.story.caption)


def caption_twice(d: Draft) -> None:
    """Write the caption twice, or cut and then whole."""
    words = d.facts.story.caption.split()
    cut = " ".join(words[:-1]) + "..."
    d.page.add("caption", cut if len(words) > 2 and d.chance(0.5) else d.facts.story.caption, d.page.line_break)
    d.page.add("caption", d.facts.story.caption)


def photo_source(d: Draft) -> None:
    """Write whose the photograph is, behind the caption or alone."""
    source = d.one(PHOTO_SOURCES).format(d.one(PHOTOGRAPHERS))
    d.page.add("caption", f"{d.facts.story.caption} {source}" if d.chance(0.5) else source)


CAPTIONS: Final[tuple[Part, ...]] = (caption, caption_twice, photo_source)


# --- the whole head ----------------------------------------------------------------------


def head(
    d: Draft, titles: tuple[Part, ...] = TITLES, *, dated: float = 0.92, named: float = 0.55, pictured: float = 0.5
) -> None:
    """Write a headline and what follows it, in any order; shares of pages with a stamp, a name and a caption.

    Where the headline comes with neither stamp nor name glued to it, one page in eight has the stamp above the
    headline, and one in eight repeats the headline as the picture's text below everything else.
    """
    if d.chance(0.06):
        d.truth.traits.add(date_glued.__name__)
        date_glued(d)
        dated = 0
    elif titles is TITLES and d.chance(0.12):
        _head_with_picture(d)
        return
    elif d.chance(0.12):
        stamp(d)
        d.part(titles)
        dated = 0
    else:
        d.part(titles)
    _details(d, dated, named, pictured)


def _details(d: Draft, dated: float, named: float, pictured: float) -> None:
    has_date, has_name = d.chance(dated), d.chance(named)
    if has_date and has_name and d.chance(0.3):
        groups: list[tuple[Part, ...]] = [LINES]
    else:
        groups = [(stamp,)] * has_date + [NAMES] * has_name
    if d.chance(pictured):
        groups.append(CAPTIONS)
    d.rng.shuffle(groups)
    for group in groups:
        d.part(group)
        if d.chance(0.2):
            noise(d)


def _head_with_picture(d: Draft) -> None:
    d.truth.traits.add("picture_text")
    headline_copy(d)
    _details(d, 0.92, 0.5, 0)
    headline(d)


def title_in_sentence(d: Draft) -> None:
    """Write an aggregator's sentence around the only copy of the headline."""
    before, after = d.one(
        (
            "شكرا لقرائتكم خبر عن|والآن مع التفاصيل",
            "ننشر لكم عبر موقعنا تفاصيل|كما وردت من مصدرها",
            "نقدم لزوارنا الكرام أهم الأخبار في المقال الآتي:|ونترككم مع محتوى الخبر",
        )
    ).split("|")
    d.furniture(before, " ")
    headline(d, " ")
    d.furniture(after)
