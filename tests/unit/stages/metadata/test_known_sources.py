"""What a source is known for shows in how its pages' keywords and dates are read."""

import gzip
import json
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.profiles import curve, samples
from schemas.raw_page import RawPage
from schemas.source_profile import NO_DATES, Named, SourceProfile
from workers.intake import close_page, open_page
from workers.profiles.learning import Learner, seal
from workers.stages.metadata import METADATA
from workers.stages.page import Page
from workers.stages.repair import REPAIR
from workers.stages.segmentation import SEGMENTATION
from workers.stages.stage import Chain

CHAIN = Chain([REPAIR, SEGMENTATION, METADATA])
CAPTURED = datetime(2025, 9, 1, tzinfo=UTC)
SOURCE = "site.example"
FIRST = tuple("نخل بحر تلال رمل شجر قمر ورد حقل درب صخر ريح موج سهل نجم برق".split())  # noqa: SIM905  # one line reads best
SECOND = tuple("باهر ساطع هادئ عميق دافئ نادر واسع ثابت لامع عابر".split())  # noqa: SIM905  # as above
TAGS = (*FIRST, *(f"{one} {two}" for at, one in enumerate(FIRST) for two in SECOND[at % 3 :: 3]))
"""Tags of one word and of two, which share their words; nothing but their recurrence joins these."""


def lead(text: str, profile: SourceProfile | None = None, number: int = 0) -> Page:
    """Lead a page of the source through the stages."""
    raw = RawPage(text=text, url=f"https://{SOURCE}/{number}", captured_at=CAPTURED)
    return CHAIN(open_page(raw, captured_at=CAPTURED, profile_of=lambda _source: profile))


def page_with(tags: list[str], number: int) -> str:
    """Write a page whose text holds none of its tags."""
    return (
        f"بلدية المرفأ تعيد افتتاح الحديقة رقم {number}\n"
        f"أعادت بلدية المرفأ، الاثنين، افتتاح الحديقة رقم {number} أمام الزوار بعد إغلاقها ستة أشهر لتجديد أرضياتها.\n"
        "المصدر: صحيفة الواحة\n"
        f"كلمات دلالية: {' '.join(tags)}"
    )


def f1(lines: list[list[str]], profile: SourceProfile | None) -> float:
    """Give the F1 of the keywords that are found on such lines."""
    right = total = 0
    for number, tags in enumerate(lines):
        (article,) = lead(page_with(tags, 10_000 + number), profile).documents
        right += len(set(tags) & set(article.metadata.keywords))
        total += len(tags) + len(article.metadata.keywords)
    return 2 * right / total


@pytest.mark.parametrize(("sorts", "wanted"), [(True, 0.9), (False, 0.75)])
def test_lines_without_delimiters_are_parted_by_what_lines_before_taught(*, sorts: bool, wanted: float) -> None:
    """After 500 pages a source's tags are known, though no page's own text holds them and tags share their words."""
    rng = random.Random(f"keywords {sorts}")  # noqa: S311  # text, not secrets
    weights = [1 / (rank + 3) for rank in range(len(TAGS))]
    order = rng.sample(TAGS, len(TAGS))
    lines = []
    for _ in range(540):
        tags = list(dict.fromkeys(rng.choices(order, weights, k=rng.randrange(2, 6))))
        lines.append(sorted(tags) if sorts else tags)
    learner = Learner(SOURCE)
    profile: SourceProfile | None = None
    tried = lines[500:]
    figures = [f1(tried, None)]
    for number, tags in enumerate(lines[:500]):
        learner.learn(close_page(lead(page_with(tags, number), profile, number)))
        if number % 50 == 49:
            profile = learner.profile()
        if number == 49:
            figures.append(f1(tried, profile))
    figures.append(f1(tried, profile))
    assert figures == sorted(figures)
    assert figures[-1] >= wanted


@pytest.mark.parametrize(("month_first", "published"), [(20, "2025-03-04"), (0, "2025-04-03")])
def test_a_date_that_can_be_read_twice_is_read_in_the_sources_order(month_first: int, published: str) -> None:
    """Where neither figures nor capture tell, a source that writes the month first does so here."""
    dates = NO_DATES.model_copy(update={"month_first": month_first, "day_first": 20 - month_first})
    profile = seal(SourceProfile(source=SOURCE, version="0" * 12, articles=20, dates=dates))
    text = page_with([], 1).replace("\n", "\nتاريخ النشر: 03/04/2025\n", 1)
    (article,) = lead(text, profile).documents
    assert article.metadata.published_at == published


@pytest.mark.parametrize(("publisher", "authors"), [("سوق الواحة", ()), (None, ("سوق الواحة",))])
def test_the_sources_own_name_is_no_author(publisher: str | None, authors: tuple[str, ...]) -> None:
    """Whom a source's articles name as their publisher has not written one of them."""
    names = (Named(name=publisher, seen=20),) if publisher else ()
    profile = seal(SourceProfile(source=SOURCE, version="0" * 12, articles=20, publishers=names))
    (article,) = lead(page_with([], 1).replace("\n", "\nكتب: سوق الواحة\n", 1), profile).documents
    assert article.metadata.authors == authors


@pytest.mark.shared
@pytest.mark.parametrize(
    ("own", "sorts", "wanted"), [(True, True, 0.95), (True, False, 0.95), (False, True, 0.94), (False, False, 0.8)]
)
def test_keywords_of_articles_after_500_pages(shared: Path, *, own: bool, sorts: bool, wanted: float) -> None:
    """Of real articles' tags, sorted or not, those that the page's text holds and those of another page are found."""
    with gzip.open(shared / "corpus" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [article for article in map(json.loads, lines) if len(article["tags"]) > 1]
    pages = samples(articles[:700], own=own, sorts=sorts)
    figures, _profile, _seconds = curve(pages, pages[-150:], [0, 500])
    assert figures[-1] >= wanted
