"""The deduper: what pages are to earlier pages, and what stays the same when they come again."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from schemas.annotated_page import AnnotatedPage
from schemas.dedupe import Decision, Dedupe
from schemas.enriched_page import EnrichedPage
from workers.index.deduper import Deduper
from workers.index.store import MemoryStore, StoreError

Prose = Callable[[int, int], str]
Pages = Callable[..., AnnotatedPage]
Dedupers = Callable[..., Deduper]


def decided(page: EnrichedPage) -> list[Dedupe]:
    """Take the decisions out of an event."""
    return [document.dedupe for document in page.documents if document.dedupe is not None]


def test_a_story_from_its_teaser_to_its_copies(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """Teaser, repeated teaser, article, its teaser again, a copy, an edit and another site's copy are one story."""
    body, index = prose(200, 1), deduper()
    teaser = " ".join(body.split()[:40])
    dropped = " ".join(body.split()[:150])
    pages = [
        page("p0", prose(100, 2), teaser),
        page("p1", prose(100, 3), teaser, hours=1),
        page("p2", body, hours=2, headline="عنوان الخبر الأول اليوم"),
        page("p3", prose(100, 4), teaser, hours=3),
        page("p4", body, hours=4),
        page("p5", dropped, hours=5),
        page("p6", body, hours=6, publisher="موقع آخر"),
    ]
    last = [decided(index.decide(each))[-1] for each in pages]
    assert [each.decision for each in last] == [
        Decision.NEW,
        Decision.REPEAT_TEASER,
        Decision.FULFILS_TEASER,
        Decision.TEASER_OF,
        Decision.DUPLICATE,
        Decision.REVISION,
        Decision.REPUBLICATION,
    ]
    assert len({each.story_id for each in last}) == 1
    assert {link.kind for link in last[4].links} == {Decision.DUPLICATE, Decision.FULFILS_TEASER}


def test_documents_of_one_page_are_not_compared(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """An article and a teaser on one page are two documents, even where they begin alike."""
    body = prose(120, 1)
    result = decided(deduper().decide(page("p", body, " ".join(body.split()[:60]))))
    assert [each.decision for each in result] == [Decision.NEW, Decision.NEW]


def test_the_same_page_again_gets_the_same_event(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """A page that comes again, pending or stored, gives the same bytes, whatever has come since."""
    store = MemoryStore()
    index, first = deduper(store), page("a", prose(100, 1))
    event = index.decide(first).model_dump_json()
    assert index.decide(first).model_dump_json() == event
    index.commit()
    index.decide(page("b", prose(100, 1), hours=1))
    index.commit()
    entries = dict(store.items())
    assert index.decide(first).model_dump_json() == event
    assert deduper(store).decide(first).model_dump_json() == event
    index.commit()
    assert dict(store.items()) == entries


def test_a_page_changed_under_its_id_is_a_revision(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """Its article revises the earlier one, stays in its story, and is not linked to itself."""
    index, body = deduper(), prose(150, 1)
    before = decided(index.decide(page("a", body, prose(50, 2))))
    other = decided(index.decide(page("b", body, hours=1, publisher="موقع آخر")))
    after = decided(index.decide(page("a", body + " " + prose(20, 3), prose(50, 2), hours=2)))
    assert [each.decision for each in after] == [Decision.REVISION, Decision.NEW]
    assert [each.story_id for each in after] == [each.story_id for each in before]
    assert [link.document_id for link in after[0].links] == [index.decide(page("b", body)).documents[0].document_id]
    assert other[0].decision is Decision.REPUBLICATION


def test_documents_that_did_not_change_keep_their_decision(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """A page whose teaser is exchanged keeps its article's decision, links included."""
    index = deduper()
    index.decide(page("a", prose(100, 1), publisher="موقع آخر"))
    before = decided(index.decide(page("b", prose(100, 1), prose(50, 2), hours=1)))
    after = decided(index.decide(page("b", prose(100, 1), prose(50, 3), hours=2)))
    assert before[0] == after[0]
    assert after[1].story_id != before[1].story_id


def test_a_text_exchanged_under_its_id_begins_a_story(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """Wholly different text under the same id is new, in a story of its own."""
    index = deduper()
    before, after = (decided(index.decide(page("a", prose(100, seed))))[0] for seed in (1, 2))
    assert (before.decision, after.decision) == (Decision.NEW, Decision.NEW)
    assert before.story_id != after.story_id


def test_a_document_that_ties_two_stories_links_both(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """An article whose two teasers counted as two stories joins the older one and is linked to both."""
    index, body = deduper(), prose(200, 1).split()
    one = decided(index.decide(page("a", prose(80, 2), " ".join(body[:30]))))[1]
    # The second begins a sentence later: neither teaser has enough of the other.
    two = decided(index.decide(page("b", prose(80, 3), " ".join(body[24:70]), hours=1)))[1]
    article = decided(index.decide(page("c", " ".join(body), hours=2)))[0]
    assert one.story_id != two.story_id
    assert article.decision is Decision.FULFILS_TEASER
    assert article.story_id == one.story_id
    assert len(article.links) == 2


@pytest.mark.parametrize(
    ("first", "second", "decision"),
    [
        (
            {"publisher": None, "url": "https://www.a.example/1"},
            {"publisher": None, "url": "https://a.example/2"},
            "duplicate",
        ),
        (
            {"publisher": None, "url": "https://a.example/1"},
            {"publisher": None, "url": "https://b.example/2"},
            "republication",
        ),
        ({"publisher": "صحيفة", "url": "http://["}, {"publisher": "صحيفه"}, "duplicate"),
    ],
)
def test_the_site_stands_in_for_the_publisher(  # noqa: PLR0913, PLR0917  # three fixtures, three parameters
    deduper: Dedupers, page: Pages, prose: Prose, first: dict[str, str], second: dict[str, str], decision: str
) -> None:
    """Where a page states no publisher, its host tells whether a copy is the same publisher's."""
    index = deduper()
    index.decide(page("a", prose(100, 1), **first))
    assert decided(index.decide(page("b", prose(100, 1), hours=1, **second)))[0].decision == decision


def test_texts_too_short_for_evidence_are_new(deduper: Dedupers, page: Pages) -> None:
    """Empty and tiny documents begin stories of their own."""
    index = deduper()
    for number, text in enumerate(["", "", "خبر", "خبر", "خبر عاجل الآن", "خبر عاجل الآن"]):
        assert decided(index.decide(page(str(number), text, hours=number)))[0].decision is Decision.NEW


def test_pages_without_documents_pass(deduper: Dedupers, page: Pages) -> None:
    """A page on which nothing was found is remembered and gives its event again."""
    store = MemoryStore()
    index, empty = deduper(store), page("p", None)
    assert index.decide(empty).documents == ()
    index.commit()
    assert len(store) == 1
    assert deduper(store).decide(empty).documents == ()


def test_a_damaged_entry_names_its_page(deduper: Dedupers, page: Pages, prose: Prose) -> None:
    """An entry that cannot be read is the store's error and says of which page."""
    store = MemoryStore()
    store.put("broken", b"\x07")
    with pytest.raises(StoreError, match=r"page broken: .*version 7"):
        deduper(store)
    unread = Deduper(store, ttl=timedelta(days=7), clock=lambda: page("x", "").captured_at)
    with pytest.raises(StoreError, match="page broken"):
        unread.decide(page("broken", prose(20, 1)))
