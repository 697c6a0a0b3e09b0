"""How what the witnesses see becomes one reading."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.entity import EntityKind
from tests.calls import calls_of
from tests.laws.test_growth import SLACK, TIMES
from workers.intake import open_page, read_page
from workers.stages.chain import ANNOTATE
from workers.stages.entities import listen
from workers.stages.entities.candidate import Candidate, choose
from workers.stages.entities.passage import Passage, read_passage
from workers.stages.page import Page


def candidate(first: int, last: int, weight: float = 1.0, kind: EntityKind = EntityKind.PERSON) -> Candidate:
    """Make a candidate of these tokens."""
    return Candidate(first=first, last=last, cut=0, kind=kind, weight=weight)


def test_the_longer_mention_wins_then_the_weightier() -> None:
    """Of mentions that overlap the longest stays, of equal ones that with more weight, in the order of the text."""
    long, light, heavy = candidate(2, 4), candidate(0, 0), candidate(0, 0, weight=2.0, kind=EntityKind.LOCATION)
    assert choose([candidate(3, 3, weight=9.0), light, long, heavy], 5) == [heavy, long]


def test_another_witness_can_be_heard() -> None:
    """A further witness, such as a tagger, joins by being listed: it hears the others and is chosen among them."""
    heard: list[list[Candidate]] = []

    def tagger(passage: Passage, earlier: object) -> list[Candidate]:
        heard.append(list(earlier))  # type: ignore[call-overload]
        return [candidate(0, len(passage) - 1)]

    text = "كندا بلد كبير"
    passage = read_passage(text, 0, len(text))
    first = candidate(0, 0, kind=EntityKind.LOCATION)
    assert listen(passage, (lambda *_: [first], tagger)) == [candidate(0, 2)]
    assert heard == [[first]]


@given(st.text(st.sampled_from('وللبالكسوداني حمدعقةء ("«»،.ـ\u064b\u200f\ud800A1\n')))
def test_any_text_has_mentions_in_its_bounds(text: str) -> None:
    """Whatever the text, mentions are disjoint, in order and inside the passage."""
    passage = read_passage(text, 0, len(text))
    at = 0
    for each in listen(passage):
        assert at <= each.first <= each.last < len(passage)
        at = each.last + 1


@pytest.mark.parametrize(
    "unit",
    [
        "محمد قاسم{0}وف وسامي {0}بر. ",
        "علي ",
        "وزير وزارة ",
        "قمة القمة للقمة ",
        '"',
        "للل",
        "ابو بن عبد ",
        "ـ",
        "مجلس كندا {0} ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Four times the text takes four times the calls, for ordinary and for hostile pages alike."""
    stages = {each.name: each for each in ANNOTATE.stages}

    def page_of(times: int) -> Page:
        text = "".join(unit.format(chr(0x0627 + at % 30) + chr(0x0628 + at // 30 % 30)) for at in range(times))
        return stages["segmentation"].apply(
            open_page(read_page(text.encode()), captured_at=datetime(2025, 1, 1, tzinfo=UTC))
        )

    small, large = page_of(500), page_of(TIMES * 500)
    stages["entities"].apply(large)
    few, many = (calls_of(lambda page=page: stages["entities"].apply(page)) for page in (small, large))  # type: ignore[misc]
    assert many <= TIMES * SLACK * few + 200, f"{few:,} calls, then {many:,}"


@pytest.mark.shared
def test_the_hand_annotated_pages_are_read(shared: Path) -> None:
    """On the annotated pages, through the whole chain, exact spans and kinds reach F1 .9 and canonical forms agree."""
    hits = said = true = same = 0
    for file in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        raw = read_page((shared / "seeds" / f"{file.stem}.txt").read_bytes())
        page = ANNOTATE(open_page(raw, captured_at=datetime(2025, 2, 1, tzinfo=UTC)))
        wanted = {(e["kind"], e["start"], e["end"]): e for each in gold["documents"] for e in each["entities"]}
        got = {(e.kind.value, e.start, e.end): e for each in page.documents for e in each.entities}
        both = wanted.keys() & got.keys()
        hits, said, true = hits + len(both), said + len(got), true + len(wanted)
        same += sum(wanted[at]["canonical"] == got[at].canonical for at in both)
    assert 2 * hits / (said + true) >= 0.9
    assert same / hits >= 0.9
