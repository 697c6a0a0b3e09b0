"""How a stage's work grows with the page: a worker must not be stopped by one long page.

No clock is read here. What counts are Python's calls of functions, those in C included; time that one call spends
inside the regular expression engine does not show in them, and is measured by benchmarks/growth.py instead.
"""

from datetime import UTC, datetime
from typing import Final

import pytest

from tests.calls import calls_of
from tests.laws.material import SENTENCES
from workers.stages.chain import ANNOTATE
from workers.stages.page import Page
from workers.stages.stage import Stage

SHAPES: Final = {
    "paragraphs": SENTENCES[0] + "\n",
    "one endless line": SENTENCES[1] + " ",
    "one endless word": "كتاب",
    "markers": "اقرأ أيضا: ",
    "marker lines": "المصدر: وكالات\n",
    "keyword lines": "كلمات دلالية: القمح الإسكندرية أسعار\n",
    "stamps": "الأحد 9 نوفمبر 2025 12:15 م | ",
    "digits": "1234567890",
    "names": "قال الرئيس سمير الحداد في القاهرة ",
    "commas": "،",
    "pages": "".join(sentence + "\n" for sentence in SENTENCES),
    "broken text": "ط§ظ„ظ…ط¯ظٹظ†ط© ",
    "marks": "\u064b",
    "empty lines": "\n",
    "closing marks": "»\nدينارات\n",
    "labels of lists": "المزيد من المقالات\u00a0",
    "items in brackets": "السلعة السعر (جنيه). ",
    "short lines": "ودان المركز\n",
    "days": "Thu 19 Oct 2023\u00a0",
}
"""What a page may be made of, over and over."""

SMALL_CHARS: Final = 6_000
TIMES: Final = 4
SLACK: Final = 1.6
"""More of a longer page may be read as an article, which is more work; what grows with the square
needs four times as much."""


def page_of(unit: str, characters: int) -> Page:
    """Make a page of one unit, repeated."""
    text = unit * (characters // len(unit))
    return Page(page_id="page", url=None, source=None, captured_at=datetime(2025, 11, 9, tzinfo=UTC), text=text)


def before(stage: Stage, page: Page) -> Page:
    """Lead a page up to a stage."""
    for earlier in ANNOTATE.stages:
        if earlier is stage:
            break
        page = earlier.apply(page)
    return page


@pytest.mark.parametrize("stage", ANNOTATE.stages, ids=lambda stage: stage.name)
@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_page_and_no_faster(stage: Stage, shape: str) -> None:
    """Four times the page takes four times the calls, whatever the page is made of."""
    small, large = (before(stage, page_of(SHAPES[shape], size)) for size in (SMALL_CHARS, TIMES * SMALL_CHARS))
    stage.apply(large)
    few, many = (calls_of(lambda page=page: stage.apply(page)) for page in (small, large))  # type: ignore[misc]
    assert many <= TIMES * SLACK * few + 200, f"{few:,} calls, then {many:,}"
