"""Articles: which of a page's texts are its own article's."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from workers.arabic.dates import read_stamp_line
from workers.stages.segmentation.features.topics import Stems, are_strange, stems_of
from workers.stages.segmentation.leads import goes_on, opens_article, tell_of_one
from workers.stages.segmentation.lines import TEXT_CHARS, Line, may_be_title
from workers.stages.segmentation.phrases.markers import marker_of
from workers.stages.segmentation.states import ARTICLE, MASTHEAD, NO_ARTICLE, TEXT, TITLES

OWN: Final = {
    "teaser_stamp": "stamp",
    "teaser_byline": "byline",
    "teaser_noise": "body_noise",
    "teaser_embed": "body_embed",
    "teaser_promo": "promo",
    "teaser_body": "body",
    "teaser_credit": "credit",
}
"""What would be the states of the page's own article, by those of another one."""
_PROMOS: Final = frozenset({"promo", "promo_label", "promo_item", "item_noise", "body_noise"})
_OTHERS: Final = frozenset({"teaser_body", "next_headline"})
_TAIL: Final = frozenset({"keywords", "keywords_label", "keywords_value", "related_label", "related_item"})
"""States that stand behind the end of an article's text."""
_ABOVE: Final = MASTHEAD | {"pre_stamp"}
_PARAGRAPHS: Final = 2
_STARS: Final = "*●■◄►◆♦"


def settle_first_text(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take a page's first headline for the article's if it has several paragraphs, or is the only one that has any.

    A list of beginnings tells each in one.
    """
    if not ARTICLE.isdisjoint(states):
        return states
    if "next_headline" not in states:
        return _settle_only_text(lines, states)
    first = states.index("next_headline")
    own = ["headline", *_as_own(states, first + 1)]
    rest = first + len(own)
    alone = "body" in own and _OTHERS.isdisjoint([*states[:first], *states[rest:]])
    return [*states[:first], *own, *states[rest:]] if alone or own.count("body") >= _PARAGRAPHS else states


def _settle_only_text(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Take the only text that a page has, below nothing but its masthead, for its own, if it opens as leads do."""
    first = next((place for place, state in enumerate(states) if state not in _ABOVE), len(states))
    if states[first : first + 1] != ["teaser_body"] or not opens_article(lines[first].text):
        return states
    own = _as_own(states, first)
    rest = states[first + len(own) :]
    return [*states[:first], *own, *rest] if _OTHERS.isdisjoint(rest) else states


def settle_subheadings(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Give back to the article what stands below a subheading that was taken for the next article's headline.

    Right behind the article's text another begins with a headline and a lead that tell of one matter, or with a lead
    that opens as leads do, and none that goes on with `and`. A line with a star, as lines of the article have, is one
    more of its matters all the same.
    """
    settled = list(states)
    starred = False
    for place in range(1, len(states) - 1):
        title, text = lines[place].text, lines[place + 1].text
        starred = starred or (settled[place] in TEXT and title[0] in _STARS)
        if settled[place] != "next_headline" or settled[place - 1] not in TEXT or settled[place + 1] != "teaser_body":
            continue
        own_star = starred and title[0] in _STARS
        if own_star or goes_on(text) or not (opens_article(text) or tell_of_one(title, text)):
            own = _as_own(settled, place + 1)
            settled[place : place + 1 + len(own)] = ["body", *own]
    return settled


def _as_own(states: Sequence[str], start: int) -> list[str]:
    """Give what another article's states from a place on would be, down to its end, if it were the page's own."""
    return [OWN[state] for state in takewhile(OWN.__contains__, states[start:])]


def settle_second(lines: Sequence[Line], states: Sequence[str]) -> Sequence[str]:
    """Give to another article what has a headline of its own below the article's text.

    The order lets lists stand above an article, and so one more article behind them. Where nothing but a promo parts
    the headline from the text above it, it is one more of the promo's items; where it and its text share words with the
    text above, it is a subheading.
    """
    settled = list(states)
    titled, told, last = False, False, 0
    above, read = Stems(), 0
    for place, state in enumerate(states):
        if told and state in TEXT and (title := _title_behind_end(lines, states, last, place)):
            return [*settled[:title], "next_headline", *(NO_ARTICLE.get(each, each) for each in states[title + 1 :])]
        if state in TEXT:
            told, last = told or (titled and len(lines[place].text) >= TEXT_CHARS), place
        elif state in TITLES and not told:
            titled = True
        elif state == "headline":
            above = above.union(*(stems_of(lines[at].text) for at in range(read, place) if states[at] in ARTICLE))
            read = place
            if _PROMOS.issuperset(states[last + 1 : place]):
                settled[place] = "promo_item"
                if states[place + 1 : place + 2] == ["stamp"]:
                    settled[place + 1] = "item_noise"
            elif not are_strange(_words_of(lines, states, place), above):
                settled[place] = "body"
            else:
                return [*settled[:place], *(NO_ARTICLE.get(each, each) for each in states[place:])]
    return settled


def _title_behind_end(lines: Sequence[Line], states: Sequence[str], last: int, text: int) -> int:
    """Find the headline of a text that stands below the article's keywords or a list: another's; 0 if there is none.

    Only its date or author may stand between them. It shares words with its text, and both hardly any with all above.
    """
    if _TAIL.isdisjoint(states[last + 1 : text]) or len(lines[text].text) < TEXT_CHARS:
        return 0
    title = next((at for at in range(text - 1, last, -1) if not _dates_or_signs(lines[at].text)), last)
    named, told = lines[title].text, lines[text].text
    if title == last or not may_be_title(named) or not tell_of_one(named, told):
        return 0
    above = Stems().union(*(stems_of(lines[at].text) for at in range(title) if states[at] in ARTICLE))
    return title if are_strange(stems_of(named) | stems_of(told), above) else 0


def _dates_or_signs(text: str) -> bool:
    """Say whether a line is nothing but a date or an author's with a label."""
    marker = marker_of(text)
    return read_stamp_line(text).mostly or (marker is not None and marker.cls == "byline")


def _words_of(lines: Sequence[Line], states: Sequence[str], headline: int) -> Stems:
    """Give the stems of a headline and of the next text below it."""
    text = next((at for at in range(headline + 1, len(states)) if states[at] in TEXT), headline)
    return stems_of(lines[headline].text) | stems_of(lines[text].text)


def settle_late(states: list[str]) -> list[str]:
    """Take a headline below the body for another article's where the article has one above it."""
    if "headline" not in states:
        return states
    return ["related_item" if state == "late_headline" else state for state in states]
