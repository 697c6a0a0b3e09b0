"""Parts of pages as they were seen on real sites, with invented words; what `sightings` and `whole_pages` arrange."""

from typing import Final

from tests.composer.bodies import body
from tests.composer.endings import CREDITS, keywords
from tests.composer.furniture import footer
from tests.composer.page import Draft
from tests.composer.stamps import INDIC, MONTHS
from tests.composer.tails import RELATED

_DATELINES: Final = (
    "{outlet} - {place}", "{outlet}-{place}", "{outlet} | {place}", "{outlet}| {place}", "«{outlet}» ({place})",
    "{outlet} ـ {place}", "{outlet} - وكالات", "{place} - «{outlet}»", "«{outlet}» ({place})readers_{digit}@",
    "{outlet} - {place} ( {agency} )", "خاص - {outlet}", "{place} - «{outlet}» - {author}:", "{outlet} / {author}",
)  # fmt: skip
_SIGNATURES: Final = (
    "{outlet} - {author}", "{outlet} – {author}", "{outlet}/ {author}", "{author} - {outlet}", "{author}- {outlet}",
    "{outlet} - {author} :", "{outlet} / خاص", "خاص/{outlet}//", "{outlet}- غرفة الأخبار", "{outlet} – فريق التحرير",
    "{outlet} –", "{outlet} / متابعات .", "خاص {outlet} -", "{outlet} |",
)  # fmt: skip


def date_seen(d: Draft) -> str:
    """Choose a form of the date of publication."""
    when = d.facts.published
    months = MONTHS[d.facts.site.months]
    return d.one(
        (
            f"{when:%d} - {when:%m} - {when.year}",
            f"{when:%d-%m-%Y}",
            f"{when:%d-%m-%Y}".translate(INDIC),
            f"{when.day} {months[when.month - 1]} {when.year}",
        )
    )


def dated(d: Draft, line: str, after: str | None = None) -> None:
    """Write a line with the day of publication; `after` parts it from the next line, by a line's end if None."""
    d.page.add("timestamp", line, after)
    d.truth.stamp = "sighted"
    d.truth.published_at = f"{d.facts.published:%Y-%m-%d}"


def dateline(d: Draft) -> None:
    """Write outlet and place on a line of their own: it belongs to the lead."""
    _attribution(d, d.one(_DATELINES))


def signature(d: Draft) -> None:
    """Write the outlet, with the author or a desk, on a line of their own."""
    _attribution(d, d.one(_SIGNATURES))


def _attribution(d: Draft, form: str) -> None:
    """Write who brings the article: a dateline, which is the lead's, or without a place a byline or a credit."""
    facts = d.facts
    d.truth.publisher = facts.site.name
    if "{place}" in form:
        d.truth.dateline_place = facts.place
    if "{agency}" in form:
        d.truth.agencies = [facts.agency]
    if "{author}" in form:
        d.truth.authors = [facts.authors[0]]
    line = form.format(
        outlet=facts.site.name,
        place=facts.place,
        agency=facts.agency,
        author=facts.authors[0],
        digit=d.rng.randrange(10),
    )
    d.page.add("paragraph" if "{place}" in form else "byline" if "{author}" in form else "credit", line)


def paragraphs(d: Draft) -> None:
    """Write the story's paragraphs and nothing between them."""
    for text in d.facts.story.paragraphs:
        d.page.add("paragraph", text)


def body_seen(d: Draft) -> None:
    """Write the body, a third of the time below a line with outlet and place."""
    if d.chance(0.35):
        dateline(d)
        paragraphs(d)
    else:
        body(d, busy=0.1)


def end_seen(d: Draft) -> None:
    """Write little or nothing below the article."""
    if d.chance(0.3):
        d.part(CREDITS)
    if d.chance(0.25):
        keywords(d)
    if d.chance(0.4):
        d.part(RELATED)
    if d.chance(0.4):
        footer(d)


def some_words(d: Draft, words: list[str], count: int) -> str:
    """Take so many words in a row of a paragraph, not its first ones, which a sentence begins with."""
    start = min(d.rng.randrange(1, 6), max(0, len(words) - count))
    return " ".join(words[start : start + count]).strip("،.؛: ")


def caption(d: Draft, times: int) -> None:
    """Write a caption so many times in a row: the story's own, or some words of a paragraph behind its verb."""
    words = d.rng.choice(d.facts.story.paragraphs).split()
    text = d.facts.story.caption if d.chance(0.4) else some_words(d, words, d.rng.randrange(2, 9))
    ending = d.one(("", "", "."))
    for _ in range(times):
        d.page.add("caption", text + ending)
