"""What follows the article: teasers of other articles and related headlines."""

from typing import Final

from tests.composer.endings import CREDITS, SOURCE_LABELS, keywords
from tests.composer.furniture import noise
from tests.composer.heads import AUTHOR_LABELS
from tests.composer.material import AUTHORS, SITES, Story
from tests.composer.page import Draft, Part

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
    keywords(d)
    groups = [TEASERS] * d.chance(teasers) + [RELATED] * d.chance(related)
    d.rng.shuffle(groups)
    for group in groups:
        d.part(group)
