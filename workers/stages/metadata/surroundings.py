"""Surroundings: the lines of a document, around it and below, that may say whose it is."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain, pairwise
from operator import attrgetter
from typing import Final

from schemas.base import Span
from schemas.document import Document, Role
from schemas.segment import Segment, SegmentKind
from workers.arabic.fold import fold
from workers.lexicon.loader import read_table
from workers.lexicon.names import outlet_words
from workers.stages.metadata.language import SAMPLE_CHARS
from workers.stages.metadata.names.kinds import (
    are_initials,
    canonical_of,
    is_agency,
    is_likely_outlet,
    is_person,
    is_place,
    is_source_alone,
)
from workers.stages.metadata.quote import Quote, quoted
from workers.stages.metadata.readers.dated import carries_date
from workers.stages.metadata.readers.labels import label_end
from workers.stages.metadata.readers.leads import LEAD_CHARS, LEADS
from workers.stages.metadata.readers.outlets import (
    last_outlet,
    names_sources,
    opens_as_feed,
    outlet_alone,
    outlet_of_feed,
)
from workers.stages.metadata.readers.unlabelled import starred
from workers.stages.page import Page
from workers.stages.segmentation.phrases.markers import MARKERS
from workers.stages.segmentation.phrases.sign_offs import is_sign_off

NEAR: Final = 3
"""So many lines above the text may hold its dateline."""

CLOSINGS: Final = 2
"""So many last paragraphs may be credits."""

_BELOW: Final = 2
_CLOSING_CHARS: Final = 60
_TODAY_CHARS: Final = 1000
_PAPERS: Final = re.compile(
    r"(?:عناوين|العناوين|مانشيت\w*|افتتاحيات|نشرت\w*|تناولت\w*|اهتمت|[أا]برز|[أا]هم|جولة|قراءة|مطالعة)"
    r"\s(?:\S{1,12}\s){0,3}(?:[وبل]?ال|لل)?(?:صحف|صحافة)(?!\w)"
)
_PAPER: Final = "صح"
_PAPER_CHARS: Final = 30
_AROUND: Final = ' *•●▪■-–—:«»"“”()'
_STUCK: Final = re.compile(r"[.»\"؟!…]\s*\((?P<names>[^()\n]{2,50})\)\s*\Z")
"""Several agencies in brackets behind the last sentence; of one segmentation judges."""
_COMMA: Final = re.compile("[،,/+]")
_DASHED: Final = re.compile(r"[-–—:]\s*\Z")
"""What parts an outlet from its lead."""
_MISTAKEN: Final = frozenset({SegmentKind.CAPTION, SegmentKind.BOILERPLATE})
_OF_HEADS: Final = _MISTAKEN | {SegmentKind.PARAGRAPH}
_HEAD_PARAGRAPHS: Final = 3
_UNTOLD: Final = _MISTAKEN | {SegmentKind.KEYWORDS, SegmentKind.RELATED_ITEM}
_FOREIGN_NAME: Final = r"[A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?"
_FOREIGN: Final = re.compile(
    rf"(?:[Bb]y:? )?{_FOREIGN_NAME}(?: {_FOREIGN_NAME}){{1,2}}(?:, {_FOREIGN_NAME}(?: {_FOREIGN_NAME}){{1,2}})*[\s|]*"
)
_FOREIGN_CHARS: Final = 60
_FOOTERS: Final = frozenset({SegmentKind.BOILERPLATE, SegmentKind.CREDIT, SegmentKind.PARAGRAPH, SegmentKind.PROMO})


def openings(page: Page, document: Document) -> list[Quote]:
    """Give the beginnings of the first paragraphs."""
    return _beginnings(page, document.paragraphs[:LEADS], LEAD_CHARS)


def headline_and_leads(page: Page, document: Document) -> list[Quote]:
    """Give the headline and the first paragraphs, which may say which day they call today."""
    spans = [*([document.headline] if document.headline else []), *document.paragraphs[:LEADS]]
    return _beginnings(page, spans, _TODAY_CHARS)


def _beginnings(page: Page, spans: Iterable[Span], chars: int) -> list[Quote]:
    return [Quote(page.text[each.start : min(each.end, each.start + chars)], each.start) for each in spans]


def passed_over(page: Page, document: Document) -> list[Quote]:
    """Find the lines between an article's headline and its text that passed for captions or furniture.

    They may be bylines or a dateline. Of a page without headline only those next to the text count.
    """
    if not document.paragraphs or document.role is not Role.ARTICLE:
        return []
    last = bisect_left(page.segments, document.paragraphs[0].start, key=attrgetter("start"))
    first = max(0, last - NEAR)
    if document.headline is not None:
        first = bisect_left(page.segments, document.headline.end, key=attrgetter("start"))
    return [quoted(page.text, each) for each in page.segments[first:last] if each.kind in _MISTAKEN]


def head_lines(page: Page, document: Document) -> list[Quote]:
    """Give the lines from an article's headline, or its first paragraph, to the third: all but bylines and dates."""
    if not document.paragraphs or document.role is not Role.ARTICLE:
        return []
    first = document.headline.end if document.headline else document.paragraphs[0].start
    last = document.paragraphs[min(_HEAD_PARAGRAPHS, len(document.paragraphs)) - 1].end
    begin, end = (bisect_left(page.segments, at, key=attrgetter("start")) for at in (first, last))
    return [quoted(page.text, each) for each in page.segments[begin:end] if each.kind in _OF_HEADS]


def closings(page: Page, document: Document) -> list[Quote]:
    """Find the short last paragraphs that credit sources, behind a label or naming nothing else, or that date.

    A date with text below it is one of what the article tells.
    """
    found: list[Quote] = []
    ends = True
    for before, each in reversed(list(pairwise(document.paragraphs[-CLOSINGS - 1 :]))):
        # What follows an unended sentence goes on with it.
        short = each.end - each.start <= _CLOSING_CHARS and not page.text[before.end - 1].isalnum()
        line = quoted(page.text, each)
        closes = short and (is_credit(line) or names_sources(line) or (ends and carries_date(line)))
        ends = ends and closes
        if closes:
            found.insert(0, line)
    if document.paragraphs and (stuck := _STUCK.search(page.text, *_ending(document.paragraphs[-1]))):
        names = Quote(stuck["names"], stuck.start("names"))
        parts = names.parted(_COMMA)
        if len(parts) > 1 and all(is_agency(name.trimmed()) for name in parts):
            found.append(names)
    return found


def _ending(paragraph: Span) -> tuple[int, int]:
    return max(paragraph.start, paragraph.end - _CLOSING_CHARS), paragraph.end


def is_credit(line: Quote) -> bool:
    """Whether a line credits a source behind a label of several words, or one with a colon."""
    label = line[: label_end(line, "credit")].strip()
    return 0 < len(label) < len(line) and (":" in label or " " in label) and not line.endswith((".", "؟", "!"))


def line_above(page: Page, document: Document) -> list[Quote]:
    """Find the line right above an article's headline, if it passed for furniture or a caption."""
    if document.headline is None or document.role is not Role.ARTICLE:
        return []
    at = bisect_left(page.segments, document.headline.start, key=attrgetter("start")) - 1
    above = page.segments[at] if at >= 0 else None
    return [quoted(page.text, above)] if above and above.kind in _MISTAKEN else []


def below(page: Page, document: Document) -> list[Quote]:
    """Find what may date an article at its end: its short last paragraph, and the furniture right below it.

    A date may be what is left of a sentence that a link parts. Initials that sign the article may stand above one.
    """
    if not document.paragraphs or document.role is not Role.ARTICLE:
        return []
    last = document.paragraphs[-1]
    lines = []
    above = document.paragraphs[-2] if len(document.paragraphs) > 1 else last
    broken = above.end - above.start > _CLOSING_CHARS and page.text[above.end - 1].isalnum()
    if above is not last and last.end - last.start <= _CLOSING_CHARS and not broken:
        lines.append(quoted(page.text, last))
    at = bisect_left(page.segments, last.end, key=attrgetter("start"))
    for each in page.segments[at : at + _BELOW]:
        line = quoted(page.text, each)
        if each.kind in _MISTAKEN:
            lines.append(line)
        if each.kind is SegmentKind.RELATED_LABEL or (each.kind in _MISTAKEN and not _signs_off(line)):
            break
    return lines


def _signs_off(line: Quote) -> bool:
    """Whether a line is a desk's sign-off, or initials alone."""
    return is_sign_off(fold(line).lower()) or are_initials(line.trimmed())


def reviews_press(page: Page, document: Document) -> bool:
    """Whether an article reviews the press: its head speaks of papers, and several are named on lines of their own."""
    if document.role is not Role.ARTICLE or not document.paragraphs:
        return False
    end = document.paragraphs[0].end
    if page.text.find(_PAPER, 0, end) < 0 or not _PAPERS.search(page.text, 0, end):
        return False
    short = (quoted(page.text, each) for each in page.segments if each.end - each.start <= _PAPER_CHARS)
    return len({line.strip(_AROUND) for line in short if is_paper_alone(line)}) > 1


def is_paper_alone(line: Quote) -> bool:
    """Whether a line names a known outlet and nothing else, as above what a review tells of it."""
    name = line.strip(_AROUND)
    return len(line) <= _PAPER_CHARS and canonical_of(name) is not None and not is_agency(name)


def beside_stamps(page: Page, passed: Sequence[Quote]) -> Iterable[Quote]:
    """Find the outlets on one line with a date that segmentation cut off: `المرفأ نيوز | ` before 17 فبراير 2025."""
    for line in passed:
        behind = bisect_left(page.segments, (line.start or 0) + 1, key=attrgetter("start"))
        stamp = page.segments[behind] if behind < len(page.segments) else None
        if stamp is None or stamp.kind is not SegmentKind.TIMESTAMP or "\n" in page.text[line.end : stamp.start]:
            continue
        if is_likely_outlet(name := line.trimmed()) and not is_place(name):
            yield name


def unlisted_authors(page: Page, document: Document, segments: list[Segment]) -> Iterable[Quote]:
    """Find the names that no list has right beside an article's date, whatever their line passed for.

    They are in Latin letters, or initials before a surname: `ق. الهاشمي`. Right below the text a name stands between
    stars.
    """
    if document.role is Role.ARTICLE and document.paragraphs:
        at = bisect_left(page.segments, document.paragraphs[-1].end, key=attrgetter("start"))
        name = starred(quoted(page.text, page.segments[at])) if at < len(page.segments) else None
        if name is not None and (_FOREIGN.fullmatch(name) or is_person(name)):
            yield name
    stamps = {each.start for each in segments if each.kind is SegmentKind.TIMESTAMP}
    if not stamps:
        return
    for first, second in pairwise(page.segments):
        for stamp, each in ((first, second), (second, first)):
            if stamp.start in stamps and each.kind in _UNTOLD and each.end - each.start <= _FOREIGN_CHARS:
                line = quoted(page.text, each)
                foreign = (names := _FOREIGN.fullmatch(line)) and _site_words().isdisjoint(names[0].lower().split())
                if foreign or (are_initials(line) and is_person(line)):
                    yield line


@cache
def _site_words() -> frozenset[str]:
    """Give the foreign words that pages have on buttons and labels, and outlets in their names."""
    phrases = [phrase for _, _, phrase in read_table(MARKERS, ("class", "form", "phrase")) if phrase.isascii()]
    return frozenset(chain(*(phrase.split() for phrase in phrases), (each.word.lower() for each in outlet_words())))


def titles(page: Page, document: Document) -> Iterable[Quote]:
    """Give the headline, and the short first paragraphs that may be one."""
    if document.headline is not None:
        yield Quote(document.headline.text, document.headline.start)
    elif document.role is Role.ARTICLE:
        yield from (text for text in openings(page, document) if len(text) < LEAD_CHARS)


def outlets_alone(
    page: Page,
    document: Document,
    passed_over: Sequence[Quote],
    opened: Sequence[Quote],
    is_site: Callable[[str], bool] = lambda _: False,
) -> Iterable[Quote]:
    """Find the outlets that lines above an article and feeds' footers name though they passed for something else.

    Args:
        page: the page.
        document: one of its documents; teasers have no such lines.
        passed_over: the lines between headline and text that passed for captions or furniture.
        opened: the beginnings of its first paragraphs.
        is_site: whether the page's address spells a name. Of a page without headline only such count above the text.
    """
    if document.role is not Role.ARTICLE:
        return
    text = page.text
    for each in page.segments:
        if each.kind in _FOOTERS and opens_as_feed(text, each.start) and (outlet := outlet_of_feed(quoted(text, each))):
            yield outlet
    if document.headline is not None and (
        outlet := last_outlet(Quote(document.headline.text, document.headline.start))
    ):
        yield outlet
    if document.headline is None and opened:
        title = opened[0]
        name = title.part(title.rfind("|") + 1).trimmed() if "|" in title else title.part(0, 0)
        if is_source_alone(name):
            yield name
    for line in passed_over:
        if (outlet := outlet_alone(line, is_site)) and (document.headline or is_site(outlet) or _DASHED.search(line)):
            yield outlet
    yield from filter(None, (outlet_alone(line, is_site) for line in opened))


def sample(page: Page, document: Document) -> str:
    """Give so much of a document's text as its language is told by."""
    parts = [document.headline.text] if document.headline else []
    size = 0
    for paragraph in document.paragraphs:
        if size >= SAMPLE_CHARS:
            break
        parts.append(page.text[paragraph.start : min(paragraph.end, paragraph.start + SAMPLE_CHARS)])
        size += len(parts[-1])
    return "\n".join(parts)
