"""What follows an article: tags, boxes, comment forms, polls, lists, the next article at once; for training."""

from typing import Final

from tests.composer.endings import CREDITS, keywords
from tests.composer.furniture import MENUS, TICKER_LABELS, footer
from tests.composer.heads import AUTHOR_LABELS
from tests.composer.listings import beginnings
from tests.composer.material import AGENCIES, AUTHORS, PLACES
from tests.composer.page import Draft, Part
from tests.composer.sighted_parts import date_seen
from tests.composer.tails import RELATED_LABELS, TEASER_LABELS
from tests.composer.wording import PROSE, SHARES, age, count, house_prose, tools

_BOXES: Final = (
    "اشترك في النشرة البريدية", "Subscribe", "بريدك الإلكتروني", "أدخل بريدك", "تابعنا على أخبار Google",
    "تابعونا على", "حمل التطبيق", "Google Play", "App Store", "انضم إلى قناتنا على واتساب", "اشترك الآن",
)  # fmt: skip
_POLLS: Final = (
    "استطلاع الرأي",
    "شارك برأيك",
    "هل تتوقع تحسن الخدمات هذا العام؟",
    "نعم",
    "لا",
    "لا أدري",
    "تصويت",
    "النتائج",
)
_FORMS: Final = (
    "اترك تعليقاً إلغاء الرد", "أضف تعليق", "الاسم *", "البريد الإلكتروني *", "الموقع الإلكتروني", "التعليق *",
    "إرسال التعليق",
    "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *", "كن أول من يعلق", "الأحرف المتبقية 500",
    "احفظ اسمي وبريدي في هذا المتصفح للتعليق المقبل.", "Comments", "0",
)  # fmt: skip
_RANKED: Final = ("الأكثر قراءة", "الأكثر مشاهدة", "الأكثر تعليقاً", "الأكثر تداولا", "الأكثر شعبية", "Most Read")


def _some(d: Draft, texts: tuple[str, ...], most: int) -> None:
    for text in d.rng.sample(texts, d.rng.randint(1, most)):
        d.furniture(text, d.page.line_break)


def tools_below(d: Draft) -> None:
    """Write share links, counts and print links."""
    tools(d, most=6)
    if d.chance(0.4):
        d.furniture(count(d))


def tags_bare(d: Draft) -> None:
    """Write the article's keywords, hashed or with one delimiter, without any label."""
    if not d.facts.story.tags or d.truth.keywords:
        return
    d.truth.keywords = list(d.facts.story.tags)
    line = d.one((" ", "  ")).join("#" + tag.replace(" ", "_") for tag in d.facts.story.tags)
    d.page.add("keywords", line)


def tags(d: Draft) -> None:
    """Write the article's keywords below a label or behind it."""
    if not d.truth.keywords:
        keywords(d)


def author_box(d: Draft) -> None:
    """Write a box about whoever wrote this: label, name, a life in two sentences, links."""
    name = d.truth.authors[0] if d.truth.authors else d.one(AUTHORS)
    if d.chance(0.6):
        d.furniture(d.one(("عن الكاتب", "الكاتب في سطور", "نبذة عن الكاتب", "About the author", "الكاتب")))
    d.furniture(name)
    trade = d.one(("صحفي ومحرر أخبار منذ سنوات", "كاتبة وباحثة", "محرر في قسم الأخبار", "مراسل ميداني"))
    d.furniture(f"{trade}، {d.one(PROSE)}")
    if d.chance(0.4):
        d.furniture(d.one(("كل مقالات الكاتب", "عرض كل المقالات", "Website", "مقالات أخرى للكاتب")))


def comment_form(d: Draft) -> None:
    """Write a comment form, its terms, or both."""
    _some(d, _FORMS, 7)
    if d.chance(0.3):
        d.furniture(d.one(PROSE))


def box(d: Draft) -> None:
    """Write a newsletter's or an application's box."""
    _some(d, _BOXES, 4)
    if d.chance(0.4):
        d.furniture(d.one(PROSE))


def poll(d: Draft) -> None:
    """Write a poll: its question and answers."""
    for text in _POLLS:
        if d.chance(0.7):
            d.furniture(text, d.page.line_break)


def ranked(d: Draft) -> None:
    """Write the most read: number, headline, and perhaps how often, in either order."""
    d.page.add("related_label", d.one(_RANKED))
    glued, counted = d.chance(0.4), d.chance(0.3)
    for number, item in enumerate(d.rng.sample(d.facts.others, d.rng.randint(3, 8)), start=1):
        if not glued:
            d.furniture(d.one(("{}", "{}.", "0{}", "#{}")).format(number), d.page.line_break)
        d.page.add("related_item", item, d.page.line_break)
        d.truth.related.append(item)
        if counted:
            d.furniture(count(d), d.page.line_break)


def scattered_list(d: Draft) -> None:
    """Write headlines under a label, with dates, sections or ages above or below each, or in between now and then."""
    d.page.add("related_label", d.one((*RELATED_LABELS, *TICKER_LABELS)) + d.one(("", "", ":")))
    share = d.rng.choice((0.3, 1, 1))
    above = d.chance(0.5)
    kinds = d.rng.sample(("date", "section", "age"), d.rng.choice((1, 1, 2)))
    for item in d.rng.sample(d.facts.others, d.rng.randint(3, 8)):
        texts = {"date": date_seen(d), "section": d.one(d.facts.site.sections), "age": age(d)}
        beside = [texts[kind] for kind in kinds] if d.chance(share) else []
        for text in beside if above else ():
            d.furniture(text, d.page.line_break)
        d.page.add("related_item", item, d.page.line_break)
        d.truth.related.append(item)
        for text in () if above else beside:
            d.furniture(text, d.page.line_break)


def labelled_beginnings(d: Draft) -> None:
    """Write a teaser's label and other articles' beginnings."""
    d.page.add("teaser_label", d.one(TEASER_LABELS))
    beginnings(d, 1, 4)


def unlabelled_beginnings(d: Draft) -> None:
    """Write other articles' beginnings, set off by nothing but a line of furniture."""
    d.furniture(d.one((*SHARES, *d.facts.site.sections)))
    beginnings(d, 1, 5)


def next_article(d: Draft) -> None:
    """Write the next article at once: headline, and date, author or place of its own, then its text, whole or cut."""
    for story in d.rng.sample(d.facts.listed, d.rng.choice((1, 1, 1, 2, 3))):
        d.page.add("teaser_headline", story.headline)
        if d.chance(0.15):
            d.furniture(story.headline)
        beside = d.rng.sample(("date", "byline"), d.rng.choice((0, 1, 1, 2)))
        for name in beside:
            if name == "date":
                d.page.add("timestamp", date_seen(d), owner="teaser")
            else:
                d.page.add("byline", d.one(AUTHOR_LABELS) + d.one(AUTHORS), owner="teaser")
        first, *rest = story.paragraphs
        dateline = f"{d.one(PLACES)}{d.one((' - ', ': ', ' (', ' /'))}" if d.chance(0.4) else ""
        if dateline.endswith(("(", "/")):
            dateline += f"{d.one(AGENCIES)}{')' if dateline.endswith('(') else '/'} - "
        d.page.add("teaser_paragraph", dateline + first)
        shown = rest[: d.rng.choice((0, 1, 2, 9))]
        for text in shown:
            d.page.add("teaser_paragraph", text)
        d.truth.teasers.append((story.headline, False))


def house_lines(d: Draft) -> None:
    """Write the site's own sentences: who it is, what is allowed, where it can be reached."""
    house_prose(d, most=4)
    footer(d)


CLOSINGS: Final[tuple[Part, ...]] = (
    tools_below, tools_below, tags_bare, tags, author_box, comment_form, box, poll, ranked, scattered_list,
    scattered_list, labelled_beginnings, unlabelled_beginnings, house_lines,
)  # fmt: skip


def closing(d: Draft) -> None:
    """Write a credit or none, and then up to five parts in any order, or the next article: at once or after them."""
    if d.chance(0.3):
        d.part(CREDITS)
    if d.chance(0.15):
        next_article(d)
        return
    for part in d.rng.sample(CLOSINGS, d.rng.choice((0, 0, 1, 1, 2, 3, 4, 5))):
        d.truth.traits.add(part.__name__)
        part(d)
    if d.chance(0.12):
        next_article(d)
        return
    if d.chance(0.2):
        d.part(MENUS)
    if d.chance(0.3):
        footer(d)
