"""Lists: pages without an article of their own, as their lines show all together."""

from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from workers.arabic.dates import read_stamp_line
from workers.arabic.fold import fold
from workers.lexicon.loader import read_list
from workers.stages.segmentation.leads import goes_on, is_cut_off, opens_article
from workers.stages.segmentation.lines import HEADLINE_CHARS, TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.phrases.markers import Shape, marker_of
from workers.stages.segmentation.phrases.names import names_people

_TITLE_SPACES: Final = 2
_TITLE_ENDS: Final = (".", "،", ":", "؛")
_FEWEST_CUT: Final = 2
_FEWEST_ALIKE: Final = 3
_FEWEST_TEXTS: Final = 4
_FEWEST_TITLES: Final = 6
_BUTTONS: Final = frozenset({"read_also", "boilerplate"})
_BELOW_TITLE: Final = range(1, 3)
_EDGES: Final = " .:؟-–|"
_SURE: Final = frozenset({"date", "person"})
_FIELDS: Final = _SURE | {"common"}
_NEAR: Final = range(1, 4)
_MARKS: Final = frozenset("-–—•●▪■*")


def are_listed(lines: Sequence[Line]) -> bool:
    """Say whether a page has no article of its own: a list's title or an error says so, or all its lines are a list's.

    Either all its texts are cut off, or each has its headline and date above it or the button below that leads on, or
    there are headlines and no text.
    """
    texts = _texts(lines)
    above = lines[: texts[0] if texts else None]
    if any(map(_says_so, above)) or _is_service(lines, texts) or _are_titles(lines) or _are_cut(lines):
        return True
    if len(texts) < _FEWEST_ALIKE:
        return False
    heads = [lines[last + 1 : place] for last, place in pairwise([-1, *texts])]
    return _go_on(lines, texts, heads) or _are_framed(lines, texts, heads) or _are_marked(lines, texts, heads)


def are_one_text(lines: Sequence[Line]) -> bool:
    """Say whether a page is one article's text and nothing else, whatever its address says: lists have headlines.

    Only its first line opens as leads do, and half of the others go on.
    """
    texts = [line.text for line in lines]
    if len(texts) < _FEWEST_TEXTS or any(len(text) < TEXT_CHARS for text in texts):
        return False
    first, *others = texts
    return opens_article(first) and not any(map(opens_article, others)) and 2 * sum(map(goes_on, others)) >= len(others)


def _texts(lines: Sequence[Line]) -> list[int]:
    """Give the places of running texts: a line as long as both can be is a headline if a text is right below it."""
    texts: list[int] = []
    for place in reversed(range(len(lines))):
        text = lines[place].text
        below = texts[-1] - place if texts else 0
        if len(text) >= TEXT_CHARS and not (below in _NEAR and may_be_title(text) and not opens_article(text)):
            texts.append(place)
    return texts[::-1]


def _says_so(line: Line) -> bool:
    marker = marker_of(line.text)
    return marker is not None and (
        marker.cls == "error" or (marker.cls == "listing" and marker.shape is not Shape.BARE)
    )


def _is_service(lines: Sequence[Line], texts: Sequence[int]) -> bool:
    """Say whether a page that begins with its title is about the site itself: `من نحن`, `سياسة الخصوصية`."""
    if not texts or texts[0] not in _BELOW_TITLE or opens_article(lines[texts[0]].text):
        return False
    return fold(lines[texts[0] - 1].text).lower().strip(_EDGES) in _service_titles()


@cache
def _service_titles() -> frozenset[str]:
    return frozenset(map(fold, read_list("service_titles.txt")))


def _are_cut(lines: Sequence[Line]) -> bool:
    """Say whether all texts but perhaps the last end in dots or a button behind them, below lines of their own.

    Of 6,135 articles none has two paragraphs or more that all end so; columnists write such, but below one line.
    """
    texts = [place for place, line in enumerate(lines) if len(line.text) >= TEXT_CHARS]
    cut = [place for place in texts if is_cut_off(lines[place].text)]
    if len(cut) < _FEWEST_CUT or any(place == 0 or len(lines[place - 1].text) >= TEXT_CHARS for place in cut):
        return False
    others = {lines[place].text for place in texts if place not in cut and place != texts[-1]}
    whole = any(len(text) > HEADLINE_CHARS[-1] or text.endswith(".") for text in others)
    return not whole and sum(map(len, others)) <= sum(len(lines[place].text) for place in cut)


def _go_on(lines: Sequence[Line], texts: Sequence[int], heads: Sequence[Sequence[Line]]) -> bool:
    """Say whether each text has a headline above it and the same button below, which leads to its rest: `اقرأ المزيد`.

    Only the last may lack it, and no text goes on from one above: else the button is a promo's label.
    """
    buttons = [lines[place + 1].text if place + 1 < len(lines) else "" for place in texts]
    button = buttons[0]
    if buttons.count(button) < _FEWEST_ALIKE or set(buttons[:-1]) != {button} or not _is_button(button):
        return False
    return all(any(map(_is_title, head)) for head in heads) and not any(goes_on(lines[place].text) for place in texts)


def _are_framed(lines: Sequence[Line], texts: Sequence[int], heads: Sequence[Sequence[Line]]) -> bool:
    """Say whether above each text there are a headline and a date, an author or what stands above all others, too.

    They always stand in one order and alone. Without them no text may go on from one above, as articles' do between
    promos. Of 4,600 composed pages and 445 of sites none with an article has such texts.
    """
    if not all(heads[1:]):
        return False
    common = {line.text for line in heads[1]}.intersection(*({line.text for line in head} for head in heads[2:]))
    shape = [_part_of_head(line, common) for line in heads[1]]
    if "title" not in shape or _FIELDS.isdisjoint(shape):
        return False
    if any(shape != [_part_of_head(line, common) for line in head] for head in heads[2:]):
        return False
    own = shape[shape.index("title") :]
    if [_part_of_head(line, common) for line in heads[0][-len(own) :]] != own:
        return False
    return not _SURE.isdisjoint(shape) or not any(goes_on(lines[place].text) for place in texts)


def _are_marked(lines: Sequence[Line], texts: Sequence[int], heads: Sequence[Sequence[Line]]) -> bool:
    """Say whether a mark stands alone above each text, the first one too, or begins it: `-`, `•`. None may go on."""
    mark = heads[0][-1].text if heads[0] else ""
    if mark not in _MARKS:
        return False
    below = [bool(head) and head[-1].text == mark for head in heads]
    owns = [lines[place].text for place in texts]
    marked = all(under or text.startswith(mark) for under, text in zip(below, owns, strict=True))
    return marked and sum(below) >= _FEWEST_ALIKE and not any(map(goes_on, owns))


def _part_of_head(line: Line, common: Collection[str]) -> str:
    if line.text in common:
        return "common"
    if names_people(fold(line.text).lower()):
        return "person"
    if _is_title(line):
        return "title"
    read = read_stamp_line(line.text)
    return "date" if read.mostly and read.stamps else "other"


def _is_button(text: str) -> bool:
    marker = marker_of(text)
    return marker is not None and marker.cls in _BUTTONS and marker.shape is Shape.BARE


def _are_titles(lines: Sequence[Line]) -> bool:
    """Say whether a page has many headlines, no text, and no line that ends as a sentence does.

    A headline may be as long as a short text, but then most of the others are not, and it has no comma.
    """
    if any(line.text.endswith(".") for line in lines):
        return False
    long = [line.text for line in lines if len(line.text) >= TEXT_CHARS]
    if any("،" in text or not may_be_title(text) or opens_article(text) for text in long):
        return False
    titles = sum(map(_is_title, lines))
    return titles >= _FEWEST_TITLES and len(long) < titles


def _is_title(line: Line) -> bool:
    """Say whether a line may be a headline: some words without an end, no date, no marker."""
    text = line.text
    if len(text) not in HEADLINE_CHARS or text.count(" ") < _TITLE_SPACES or text.endswith(_TITLE_ENDS):
        return False
    return marker_of(text) is None and not read_stamp_line(text).stamps
