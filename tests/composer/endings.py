"""How an article ends: its credit and its keywords."""

from typing import Final

from tests.composer.heads import PHOTO_SOURCES, PHOTOGRAPHERS
from tests.composer.page import Draft, Part

SOURCE_LABELS: Final = (
    "المصدر: ",
    "المصدر:",
    "المصدر : ",
    "المصدر ",
    "مصدر الخبر: ",
    "نقلا عن: ",
    "المصدر/ ",
    "المصدر - ",
)
KEYWORD_LABELS: Final = (
    "كلمات دلالية", "الكلمات الدلالية", "كلمات مفتاحية", "الكلمات المفتاحية", "الوسوم", "وسوم", "أوسمة", "تاغات",
    "الدلالات",
    "كلمات البحث", "مواضيع ذات علاقة بالخبر", "هاشتاغ", "Tags", "TAGS", "الوسم", "العلامات",
)  # fmt: skip


# --- credits -----------------------------------------------------------------------------


def _agency(d: Draft) -> str:
    if d.facts.agency not in d.truth.agencies:
        d.truth.agencies.append(d.facts.agency)
    return d.facts.agency


def _publisher(d: Draft) -> str:
    d.truth.publisher = d.facts.site.name
    return d.facts.site.name


def outlet_credit(d: Draft) -> None:
    """Name the outlet."""
    d.page.add("credit", d.one(SOURCE_LABELS) + _publisher(d))


def agency_credit(d: Draft) -> None:
    """Name the agency."""
    d.page.add("credit", d.one(SOURCE_LABELS) + _agency(d))


def joint_credit(d: Draft) -> None:
    """Name outlet and agency on one line."""
    joint = d.one((" + ", "+", " - ", " / ", "، "))
    names = [_publisher(d), _agency(d)]
    d.rng.shuffle(names)
    d.page.add("credit", d.one(SOURCE_LABELS) + joint.join(names))


def two_credits(d: Draft) -> None:
    """Name the agency, then the outlet."""
    agency_credit(d)
    outlet_credit(d)


def credit_on_two_lines(d: Draft) -> None:
    """Write the label on a line of its own."""
    d.page.add("credit", d.one(("المصدر", "المصدر:", "المصادر")), d.page.line_break)
    d.page.add("credit", _publisher(d) if d.chance(0.5) else _agency(d))


def bare_credit(d: Draft) -> None:
    """Write the agency alone."""
    d.page.add("credit", _agency(d))


def no_name_credit(d: Draft) -> None:
    """Write words of a newsroom that name nobody."""
    d.page.add("credit", d.one(("متابعات", "خاص", "المصدر: متابعات", "خاص -")))


def sign_off(d: Draft) -> None:
    """Write how an agency ends its copy."""
    d.page.add("credit", d.one(("(النهاية)", "// انتهى //", "/انتهى/", "انتهى/", "(انتهى)")))


def photo_credit(d: Draft) -> None:
    """Name only the photograph's source, and then perhaps the article's."""
    d.page.add("caption", d.one(PHOTO_SOURCES).format(d.one(PHOTOGRAPHERS)))
    if d.chance(0.5):
        outlet_credit(d)


def parenthesis(d: Draft) -> None:
    """Name the agency in parentheses behind the last full stop."""
    d.page.glue(d.one(("", " ")))
    d.page.add("credit", d.one(("({})", "({})", "/{}/", "[{}]")).format(_agency(d)))


def credit_glued(d: Draft) -> None:
    """Name the outlet behind the last full stop."""
    d.page.glue(d.one(("", " ")))
    d.page.add("credit", d.one(("المصدر: {}", "المصدر:{}", "(المصدر: {})")).format(_publisher(d)))


def no_credit(_: Draft) -> None:
    """Write nothing."""


CREDITS: Final[tuple[Part, ...]] = (
    outlet_credit, outlet_credit, agency_credit, joint_credit, two_credits, credit_on_two_lines, bare_credit,
    no_name_credit, sign_off, photo_credit, parenthesis, parenthesis, credit_glued, no_credit, no_credit,
)  # fmt: skip


# --- keywords ----------------------------------------------------------------------------


def keywords_line(d: Draft) -> None:
    """Write label and keywords on one line, with some delimiter."""
    joint = d.one(("، ", " , ", "؛ ", " ; ", " | ", " - ", "،", " / ", " • "))
    d.page.add("keywords", f"{d.one(KEYWORD_LABELS)}{d.one((': ', ' : ', ':'))}{joint.join(_tags(d))}")


def keywords_bare(d: Draft) -> None:
    """Write label and keywords on one line, with no delimiter."""
    d.page.add("keywords", f"{d.one(KEYWORD_LABELS)}: {' '.join(_tags(d))}")


def keywords_hashed(d: Draft) -> None:
    """Write keywords as hashtags, with no label or with one."""
    tags = " ".join("#" + tag.replace(" ", "_") for tag in _tags(d))
    d.page.add("keywords", d.one(("", "الوسوم: ", "كلمات مفتاحية ")) + tags)


def keywords_lines(d: Draft) -> None:
    """Write the label, then one keyword a line."""
    d.page.add("keywords", d.one(KEYWORD_LABELS) + d.one(("", ":")), d.page.line_break)
    *tags, last = _tags(d)
    for tag in tags:
        d.page.add("keywords", tag, d.page.line_break)
    d.page.add("keywords", last)


def keywords_below(d: Draft) -> None:
    """Write the label, then all keywords on the line below."""
    d.page.add("keywords", d.one(KEYWORD_LABELS) + d.one(("", " :")), d.page.line_break)
    d.page.add("keywords", d.one(("، ", " | ", ", ")).join(_tags(d)))


def keyword_label(d: Draft) -> None:
    """Write a keyword label without keywords."""
    d.page.add("keywords", d.one(KEYWORD_LABELS) + d.one(("", ":", " :")))


def no_keywords(_: Draft) -> None:
    """Write nothing."""


def _tags(d: Draft) -> tuple[str, ...]:
    d.truth.keywords = list(d.facts.story.tags)
    return d.facts.story.tags


KEYWORDS: Final[tuple[Part, ...]] = (
    keywords_line, keywords_line, keywords_bare, keywords_hashed, keywords_lines, keywords_below, keyword_label,
    no_keywords,
)  # fmt: skip


def keywords(d: Draft, options: tuple[Part, ...] = KEYWORDS) -> None:
    """Write the article's keywords in one of the ways, or a label or nothing where the story has none."""
    d.part(options if d.facts.story.tags else (keyword_label, no_keywords))
