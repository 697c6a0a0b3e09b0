"""What follows the body: credits, keywords, teasers of other articles and related headlines."""

from typing import Final

from tests.composer.furniture import noise
from tests.composer.heads import AUTHOR_LABELS, PHOTO_SOURCES, PHOTOGRAPHERS
from tests.composer.material import AUTHORS, SITES, Story
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
TEASER_LABELS: Final = (
    "اقرأ أيضاً", "إقرأ أيضا:", "اقرأ ايضا..", "قد يعجبك أيضاً", "قد يهمك أيضاً:", "ستحب قراءة", "أخبار قد تهمك",
    "الخبر التالي", "المقال التالي:", "المقالة التالية", "يهمك", "شاهد أيضا", "ربما يعجبك", "Read also",
)  # fmt: skip
RELATED_LABELS: Final = (
    "مقالات ذات صلة", "أخبار ذات صلة", "موضوعات ذات صلة", "مواد ذات صلة", "الأكثر قراءة", "الأكثر مشاهدة",
    "الأكثر تصفحا",
    "آخر الأخبار", "اخترنا لكم", "اخترنا لك", "مختارات", "أخبار متعلقة", "موضوعات متعلقة", "المزيد من الأخبار",
    "في نفس السياق", "مواضيع إضافية", "أحدث المقالات", "Related", "الأكثر تداولا",
)  # fmt: skip
SITE_NAMES: Final = tuple(site.name for site in SITES)
AGES: Final = ("منذ ساعة", "منذ 3 ساعات", "قبل يومين", "منذ 35 دقيقة", "2 hours ago", "أمس", "منذ يوم واحد")


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


# --- teasers -----------------------------------------------------------------------------


def teaser(d: Draft, story: Story) -> None:
    """Write a teaser's headline and its beginning, its paragraphs apart or stuck together, often cut."""
    d.page.add("teaser_headline", story.headline)
    apart = d.chance(0.5)
    texts = list(story.paragraphs) if apart else ["".join(story.paragraphs)]
    limit = d.rng.choice((90, 160, 300, 600, 10_000))
    cut = False
    for text in texts:
        if limit <= 0:
            cut = True
            break
        cut = len(text) > limit
        shown = (
            text
            if not cut
            else text[:limit].rsplit(" ", d.rng.choice((0, 1)))[0].rstrip() + d.one(("", "...", "…", "،"))
        )
        d.page.add("teaser_paragraph", shown)
        limit = -1 if cut else limit - len(text)
    d.truth.teasers.append((story.headline, cut))
    if cut and d.chance(0.2):
        d.furniture(d.one(("المزيد", "أكمل القراءة »", "لقراءة الخبر كاملا", "التفاصيل")))


def teaser_labelled(d: Draft) -> None:
    """Write a label, then each teaser."""
    d.page.add("teaser_label", d.one(TEASER_LABELS))
    for story in d.facts.teasers:
        teaser(d, story)


def teaser_glued(d: Draft) -> None:
    """Write each teaser's label on its headline's line."""
    for story in d.facts.teasers:
        d.page.add("teaser_label", d.one(("التالي:", "الخبر التالي :", "قد يعجبك أيضاً")), d.one(("", " ")))
        teaser(d, story)


def teaser_unlabelled(d: Draft) -> None:
    """Let the next article follow at once, with a stamp, a byline and a credit of its own."""
    for story in d.facts.teasers[:1]:
        d.page.add("teaser_headline", story.headline)
        if d.chance(0.5):
            d.page.add("timestamp", f"{d.facts.captured:%Y-%m-%d %H:%M}", owner="teaser")
        if d.chance(0.3):
            d.page.add("byline", d.one(AUTHOR_LABELS) + d.one(AUTHORS), owner="teaser")
        for text in story.paragraphs:
            d.page.add("teaser_paragraph", text)
        if d.chance(0.3):
            d.page.add("credit", d.one(SOURCE_LABELS) + d.one(SITE_NAMES), owner="teaser")
        d.truth.teasers.append((story.headline, False))


def teaser_aged(d: Draft) -> None:
    """Write outlet and age above each teaser's headline."""
    for story in d.facts.teasers:
        d.page.add("teaser_label", f"{d.one(SITE_NAMES)}{d.one((' ', ' - ', ''))}{d.one(AGES)}", d.page.line_break)
        teaser(d, story)


TEASERS: Final[tuple[Part, ...]] = (teaser_labelled, teaser_labelled, teaser_glued, teaser_unlabelled, teaser_aged)


# --- related headlines -------------------------------------------------------------------


def _related(d: Draft) -> list[str]:
    items = d.rng.sample(d.facts.others, d.rng.randint(3, 7))
    if d.truth.teasers and d.chance(0.3):
        items[0] = d.truth.teasers[0][0]
    d.truth.related.extend(items)
    return items


def related_list(d: Draft) -> None:
    """Write a label and headlines, with or without bullets."""
    d.page.add("related_label", d.one(RELATED_LABELS) + d.one(("", "", ":")))
    bullet = d.one(("", "", "• ", "- ", "* ", "» ", "▪ ", "◄ "))
    for item in _related(d):
        d.page.add("related_item", bullet + item, d.page.line_break)


def related_numbered(d: Draft) -> None:
    """Write a label and headlines, each below its number."""
    d.page.add("related_label", d.one(RELATED_LABELS))
    for number, item in enumerate(_related(d), start=1):
        d.furniture(str(number), d.page.line_break)
        d.page.add("related_item", item)


def related_aged(d: Draft) -> None:
    """Write a label and headlines, each above its age."""
    d.page.add("related_label", d.one(RELATED_LABELS))
    for item in _related(d):
        d.page.add("related_item", item, d.page.line_break)
        d.furniture(d.one(AGES))


def related_nothing(d: Draft) -> None:
    """Write a label that nothing follows, or two."""
    for label in d.rng.sample(RELATED_LABELS, d.rng.choice((1, 2))):
        d.page.add("related_label", label)


RELATED: Final[tuple[Part, ...]] = (related_list, related_list, related_numbered, related_aged, related_nothing)


def tail(d: Draft, *, teasers: float = 0.6, related: float = 0.6) -> None:
    """Write credit, keywords, and teasers and related headlines in either order; shares of pages that have them."""
    d.part(CREDITS)
    if d.chance(0.3):
        noise(d)
    d.part(KEYWORDS)
    groups = [TEASERS] * d.chance(teasers) + [RELATED] * d.chance(related)
    d.rng.shuffle(groups)
    for group in groups:
        d.part(group)
