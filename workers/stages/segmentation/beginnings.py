"""Beginnings: other articles' that stand within the page's own, each with its headline, and pages of nothing else."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from workers.arabic.fold import fold
from workers.lexicon.loader import read_list
from workers.stages.segmentation.features.topics import are_strange, stems_of
from workers.stages.segmentation.leads import goes_on, is_cut_off, opens_article, tell_of_one
from workers.stages.segmentation.lines import TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.phrases.names import names_any_source, names_place
from workers.stages.segmentation.states import ARTICLE, NO_ARTICLE, OF_ANOTHER, TEXT, TITLES

_WORD: Final = re.compile(r"[^\W\d_]+")
_TITLE: Final = frozenset({"body", "deck", "body_link"})
_OWN_HEAD: Final = frozenset({"pre_stamp", "stamp", "byline", "head_credit"})
_OPENS: Final = TEXT | {"byline", "head_credit", "caption"}
_DATELINE: Final = re.compile(r"(?P<outlet>[^\W\d_]+(?: [^\W\d_]+){0,3})\s?[-–—ـ]\s?(?P<place>[^\W\d_]+)")
_OWN_TAIL: Final = frozenset({"credit", "sign_off", "keywords", "keywords_label"})
_NEXT: Final = "next_headline"
_HEADLINES: Final = frozenset({_NEXT, "teaser_headline"})
_LABELS: Final = frozenset({"teaser_label", "related_label", "guessed_label", "labelled_teaser"})
_DATES: Final = frozenset({"teaser_stamp", "teaser_age", "teaser_byline"})
_OTHERS: Final = {**OF_ANOTHER, "body_caption": "teaser_noise", "body_link": "teaser_body"}
_NAMED: Final = frozenset({"tail_byline", "body_caption"})
_TOGETHER: Final = {
    **dict.fromkeys(_NAMED, "body"),
    "next_headline": "body",
    "teaser_body": "body",
    "teaser_noise": "body_noise",
}
_FEWEST_OTHERS: Final = 2
_FEWEST_OWN: Final = 2
_FEWEST_LEADS: Final = 3
_FEWEST_ITEMS: Final = 4
_OPENING_LINES: Final = 3
_TITLE_CHARS: Final = 34
"""One headline of eight is shorter, and most subheadings are."""
_LEAD_CHARS: Final = 100
"""What is shorter shares few words with anything."""
_MOST_SHARED: Final = 1
"""So many words at most a lead shares with those above it; paragraphs of one article share two and more."""


class _Article(NamedTuple):
    """An article among others: how many texts it has, and whether a date or an author stands at its head."""

    texts: int
    dated: bool


def part_beginnings(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Give to other articles what begins within the page's own: a headline without a stop, and the lead that it is of.

    A headline shares words with its lead, which opens as leads do, and both share no more than two with the
    article above, which has text by then. Two articles that follow each other look so in seven of ten cases,
    subheadings in none of 6,135 articles. If the page's own article then looks like those that follow it, it is one
    more of a list, and the page has none of its own. Where its outlet and a place stand before a text again, as before
    the first, the next article begins without a headline.
    """
    if again := _dated_again(lines, states):
        return [*states[:again], *give_away(states[again:])]
    if begins := _below_cut(lines, states):
        return [*give_away(states[:begins]), *states[begins:]]
    opened, leads = _opened(lines, states), _are_leads(lines, states)
    if (opened or leads or _NEXT in states) and _is_round_up(lines, states):
        return _kept_together(states)
    if leads:
        return give_away(states)
    settled = _parted(states, opened) if opened else states
    first = next((place for place, state in enumerate(settled) if state in _HEADLINES), len(settled))
    start = next((place for place, state in enumerate(settled[:first]) if state in ARTICLE), first)
    if start + 1 >= first or not _LABELS.isdisjoint(settled[start:first]):
        return settled
    title = _title(lines, settled, start, first)
    own = [at for at in range(start, first) if settled[at] in TEXT and at != title]
    alike = own and _are_alike(lines, settled, own, title, list(_others(settled, first)))
    return give_away(settled, title) if alike else settled


def give_away(states: Sequence[str], title: int | None = None) -> list[str]:
    """Give all that is the page's own to other articles, one line as the first one's headline."""
    return [_NEXT if place == title else NO_ARTICLE.get(state, state) for place, state in enumerate(states)]


def _dated_again(lines: Sequence[Line], states: Sequence[str]) -> int:
    """Say where the outlet whose dateline the article opens with stands before a place again; 0 for nowhere.

    Speakers' names stand so before each thing they say, but no place behind them.
    """
    start = next((place for place, state in enumerate(states) if state in _OPENS), len(states))
    own = _DATELINE.match(lines[start].text) if start < len(lines) else None
    if own is None or not names_any_source(fold(own["outlet"]).lower()):
        return 0
    for place in range(start + 2, len(lines)):
        text = lines[place].text
        if states[place] in TEXT and len(text) >= TEXT_CHARS and text.startswith(own["outlet"]):
            dateline = _DATELINE.match(text)
            if dateline and dateline["outlet"] == own["outlet"] and names_place(fold(dateline["place"]).lower()):
                return place
    return 0


def _below_cut(lines: Sequence[Line], states: Sequence[str]) -> int:
    """Say where the page's own article begins below leads of others that are cut off in dots; 0 for no such leads.

    Each is strange to what follows, and the own one opens as leads do and goes on.
    """
    places = [place for place, state in enumerate(states) if state in TEXT]
    texts = [lines[place].text for place in places]
    first = 0
    for text, below in pairwise(texts):
        if not is_cut_off(text) or not are_strange(stems_of(text), stems_of(below)):
            break
        first += 1
    if not first or len(texts) - first < _FEWEST_OWN or not _OWN_HEAD.isdisjoint(states[: places[first]]):
        return 0
    lead, *others = texts[first:]
    return places[first] if opens_article(lead) and any(map(goes_on, others)) else 0


def _is_round_up(lines: Sequence[Line], states: Sequence[str]) -> bool:
    """Say whether an article says at its beginning that it tells of several matters, as reviews of the press do."""
    own = [line.text for line, state in zip(lines, states, strict=True) if state in ARTICLE][:_OPENING_LINES]
    return any(not _round_up_words().isdisjoint(_WORD.findall(fold(text))) for text in own)


@cache
def _round_up_words() -> frozenset[str]:
    return frozenset(map(fold, read_list("round_up_words.txt")))


def _kept_together(states: Sequence[str]) -> Sequence[str]:
    """Give to the page's own article what was taken for the next one right behind its text.

    The name of whoever is reviewed next may stand between them.
    """
    if _NEXT not in states:
        return states
    start = states.index(_NEXT)
    if states[start - 1] in _NAMED:
        start -= 1
    if states[start - 1] not in TEXT:
        return states
    settled = list(states)
    for at in range(start, len(states)):
        if states[at] not in _TOGETHER:
            break
        settled[at] = _TOGETHER[states[at]]
    return settled


def _are_leads(lines: Sequence[Line], states: Sequence[str]) -> bool:
    """Say whether texts without a headline, a date or a source of their own are the leads of several articles.

    One opens as leads do and shares one word at most with all above, and so does a second one or the page's first text
    opens as leads do, too: of 6,135 articles three are so, of lists of leads nearly all. Two texts are one article's,
    and so are more where the second goes on with the first one's words.
    """
    if not (TITLES | _OWN_HEAD | _OWN_TAIL).isdisjoint(states):
        return False
    own = [line.text for line, state in zip(lines, states, strict=True) if state in TEXT]
    if len(own) < _FEWEST_LEADS:
        return False
    opened = opens_article(own[0])
    above: set[str] = set()
    for number, text in enumerate(own):
        stems = stems_of(text)
        if number == 1 and not are_strange(stems, above):
            return False
        if above and len(text) >= _LEAD_CHARS and opens_article(text) and len(stems & above) <= _MOST_SHARED:
            if opened:
                return True
            opened = True
        above |= stems
    return False


def _parted(states: Sequence[str], opened: Sequence[int]) -> list[str]:
    """Give what begins at some places to other articles, down to what is none of an article's."""
    settled = list(states)
    for place in range(opened[0], len(states)):
        if states[place] not in _OTHERS:
            break
        settled[place] = _NEXT if place in opened else _OTHERS[states[place]]
    return settled


def _title(lines: Sequence[Line], states: Sequence[str], start: int, end: int) -> int | None:
    """Give the place of the own article's headline; without one that of a line above its first text that may be one."""
    for place in range(start, end):
        if states[place] in TITLES:
            return place
    above = [start, start - 1] if states[start + 1] in TEXT else [start - 1]
    return next((at for at in above if at >= 0 and may_be_title(lines[at].text)), None)


def _others(states: Sequence[str], first: int) -> Iterator[_Article]:
    """Give the other articles from a first one on, in the page's order."""
    places = [place for place in range(first, len(states)) if states[place] in _HEADLINES]
    for place, end in pairwise([*places, len(states)]):
        texts = [at for at in range(place, end) if states[at] == "teaser_body"]
        head = states[max(0, place - 1) : texts[0] if texts else end]
        yield _Article(len(texts), dated=not _DATES.isdisjoint(head))


def _are_alike(
    lines: Sequence[Line], states: Sequence[str], own: Sequence[int], title: int | None, others: Sequence[_Article]
) -> bool:
    """Say whether the page's own article is like those that follow it.

    It has no more texts than they have, and a date or an author at its head only if they have, too. Above each text but
    the first a line may stand that can be one more headline.
    """
    texts = own
    if all(may_be_title(lines[at].text) == place % 2 for place, at in enumerate(own)):
        texts = own[:1]
    if not _OWN_HEAD.isdisjoint(states[: own[0]]):
        return len(texts) == 1 and bool(others) and all(each.dated and each.texts <= 1 for each in others)
    if len(own) == 1 and title is not None:
        below = list(states[own[0] + 1 : own[0] + 1 + _FEWEST_ITEMS])
        if below == ["related_item"] * _FEWEST_ITEMS or (others and tell_of_one(lines[title].text, lines[own[0]].text)):
            return True
    return len(others) >= _FEWEST_OTHERS and len(texts) <= max(1, others[0].texts)


def _opened(lines: Sequence[Line], states: Sequence[str]) -> list[int]:
    """Find the headlines of other articles among the lines of the page's own."""
    texts: dict[int, int] = {}
    for place in range(2, len(lines)):
        if states[place] in TEXT and opens_article(lines[place].text):
            named = lines[place - 1].text
            if states[place - 1] in _TITLE and len(named) >= _TITLE_CHARS and may_be_title(named):
                texts[place - 1] = place
    opened: list[int] = []
    above: set[str] = set()
    told = False
    for place, (line, state) in enumerate(zip(lines, states, strict=True) if texts else ()):
        if place in texts and told and tell_of_one(line.text, lines[texts[place]].text):
            own = stems_of(line.text) | stems_of(lines[texts[place]].text)
            if are_strange(own, above):
                opened.append(place)
                above.clear()
        if state in _OTHERS:
            above |= stems_of(line.text)
            told = told or (state in TEXT and len(line.text) >= TEXT_CHARS)
    return opened
