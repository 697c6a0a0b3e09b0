"""Settlement: what only the whole page shows, after its lines have been judged one after the other.

The order of states could say these things only with a second copy of every state of the article's head.
"""

from collections.abc import Sequence

from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.settlement.articles import (
    settle_first_text,
    settle_late,
    settle_second,
    settle_subheadings,
)
from workers.stages.segmentation.settlement.broken import settle_lead, settle_offices, settle_wrapped
from workers.stages.segmentation.settlement.captions import settle_decks, settle_description
from workers.stages.segmentation.settlement.comments import settle_comments
from workers.stages.segmentation.settlement.copies import (
    settle_captions,
    settle_copies,
    settle_titles,
    settle_twins,
)
from workers.stages.segmentation.settlement.dates import settle_dates, settle_only_date
from workers.stages.segmentation.settlement.endings import settle_ending
from workers.stages.segmentation.settlement.headlines import (
    settle_broken,
    settle_dated,
    settle_first_line,
    settle_missing,
    settle_places,
    settle_signed,
)
from workers.stages.segmentation.settlement.items import settle_items, settle_stuck
from workers.stages.segmentation.settlement.keywords import settle_keywords
from workers.stages.segmentation.settlement.promos import settle_promos
from workers.stages.segmentation.settlement.teasers import settle_labelled, settle_teasers


def settle(lines: Sequence[Line], states: Sequence[str], *, listed: bool = False, day: str | None = None) -> list[str]:
    """Settle which text, which dates and which copy of the headline are the article's; the others are the page's.

    Args:
        lines: the page's parts.
        states: what each was judged to be.
        listed: whether the page is known to be a list, so that none of its beginnings is the page's own.
        day: the day or month in the page's address, if it tells one.
    """
    states = settle_comments(lines, states)
    if not listed:
        states = settle_wrapped(lines, states)
        states = settle_first_text(lines, states)
        states = settle_decks(lines, states)
        states = settle_places(lines, states)
        states = settle_first_line(lines, states)
        states = settle_broken(lines, states)
    states = settle_lead(lines, states)
    states = settle_offices(lines, states)
    states = settle_subheadings(lines, states)
    states = settle_second(lines, states)
    states = settle_dates(lines, states, day)
    states = settle_promos(lines, states)
    states = settle_late(states)
    states = settle_twins(lines, states)
    states = settle_missing(lines, states)
    states = settle_dated(lines, states)
    states = settle_signed(lines, states)
    states = settle_captions(lines, states)
    states = settle_description(lines, states)
    states = settle_copies(lines, states)
    states = settle_titles(lines, states)
    states = settle_ending(lines, states)
    states = settle_teasers(lines, states)
    states = settle_items(lines, states)
    states = settle_labelled(lines, states)
    states = settle_keywords(lines, states)
    states = settle_only_date(lines, states, day)
    return settle_stuck(lines, states)
