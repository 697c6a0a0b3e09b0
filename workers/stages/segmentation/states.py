"""States: what a line can be to the page, finer than a segment's kind, since order depends on it."""

from collections.abc import Sequence
from typing import Final

from schemas.segment import Owner, SegmentKind

START: Final = "start"
END: Final = "end"

STATES: Final[dict[str, tuple[SegmentKind, Owner]]] = {
    # before the article
    "masthead": (SegmentKind.BOILERPLATE, Owner.PAGE),
    "mast_stamp": (SegmentKind.BOILERPLATE, Owner.PAGE),
    "top_label": (SegmentKind.RELATED_LABEL, Owner.PAGE),
    "ticker": (SegmentKind.RELATED_ITEM, Owner.PAGE),
    "top_credit": (SegmentKind.CREDIT, Owner.ARTICLE),
    "pre_stamp": (SegmentKind.TIMESTAMP, Owner.ARTICLE),
    # its head
    "headline": (SegmentKind.HEADLINE, Owner.ARTICLE),
    "headline_again": (SegmentKind.HEADLINE, Owner.ARTICLE),
    "deck": (SegmentKind.PARAGRAPH, Owner.ARTICLE),
    "stamp": (SegmentKind.TIMESTAMP, Owner.ARTICLE),
    "byline": (SegmentKind.BYLINE, Owner.ARTICLE),
    "caption": (SegmentKind.CAPTION, Owner.ARTICLE),
    "head_credit": (SegmentKind.CREDIT, Owner.ARTICLE),
    "share": (SegmentKind.BOILERPLATE, Owner.PAGE),
    # its body
    "body": (SegmentKind.PARAGRAPH, Owner.ARTICLE),
    "promo": (SegmentKind.PROMO, Owner.PAGE),
    "promo_label": (SegmentKind.PROMO, Owner.PAGE),
    "promo_item": (SegmentKind.PROMO, Owner.PAGE),
    "body_link": (SegmentKind.PROMO, Owner.PAGE),
    "body_caption": (SegmentKind.CAPTION, Owner.ARTICLE),
    "body_embed": (SegmentKind.EMBED, Owner.ARTICLE),
    "body_noise": (SegmentKind.BOILERPLATE, Owner.PAGE),
    # its tail
    "credit": (SegmentKind.CREDIT, Owner.ARTICLE),
    "sign_off": (SegmentKind.CREDIT, Owner.ARTICLE),
    "keywords": (SegmentKind.KEYWORDS, Owner.ARTICLE),
    "keywords_label": (SegmentKind.KEYWORDS, Owner.ARTICLE),
    "keywords_value": (SegmentKind.KEYWORDS, Owner.ARTICLE),
    "tail_stamp": (SegmentKind.TIMESTAMP, Owner.ARTICLE),
    "tail_byline": (SegmentKind.BYLINE, Owner.ARTICLE),
    "late_headline": (SegmentKind.HEADLINE, Owner.ARTICLE),
    "tail_promo": (SegmentKind.PROMO, Owner.PAGE),
    "tail_noise": (SegmentKind.BOILERPLATE, Owner.PAGE),
    # other articles
    "teaser_label": (SegmentKind.TEASER_LABEL, Owner.PAGE),
    "labelled_teaser": (SegmentKind.TEASER_HEADLINE, Owner.TEASER),
    "teaser_headline": (SegmentKind.TEASER_HEADLINE, Owner.TEASER),
    "next_headline": (SegmentKind.TEASER_HEADLINE, Owner.TEASER),
    "teaser_stamp": (SegmentKind.TIMESTAMP, Owner.TEASER),
    "teaser_byline": (SegmentKind.BYLINE, Owner.TEASER),
    "teaser_credit": (SegmentKind.CREDIT, Owner.TEASER),
    "teaser_body": (SegmentKind.TEASER_PARAGRAPH, Owner.TEASER),
    "teaser_age": (SegmentKind.TIMESTAMP, Owner.TEASER),
    "teaser_promo": (SegmentKind.PROMO, Owner.PAGE),
    "teaser_embed": (SegmentKind.EMBED, Owner.TEASER),
    "teaser_noise": (SegmentKind.BOILERPLATE, Owner.PAGE),
    "related_label": (SegmentKind.RELATED_LABEL, Owner.PAGE),
    "guessed_label": (SegmentKind.RELATED_LABEL, Owner.PAGE),
    "related_item": (SegmentKind.RELATED_ITEM, Owner.PAGE),
    "item_noise": (SegmentKind.BOILERPLATE, Owner.PAGE),
    # after all
    "foot": (SegmentKind.BOILERPLATE, Owner.PAGE),
}
"""Each state's kind and owner. `labelled_teaser` is a label and a headline on one line: its label is cut off."""

MASTHEAD: Final = frozenset({"masthead", "mast_stamp"})
TITLES: Final = frozenset({"headline", "headline_again"})
TEXT: Final = frozenset({"deck", "body"})
ARTICLE: Final = TITLES | TEXT | {"late_headline"}
"""States of the page's own article that nothing else has."""

OF_ANOTHER: Final = {
    "headline": "next_headline",
    "headline_again": "teaser_noise",
    "body": "teaser_body",
    "deck": "teaser_body",
    "caption": "teaser_noise",
    "body_noise": "teaser_noise",
    "body_embed": "teaser_embed",
    "promo": "teaser_promo",
    "tail_stamp": "teaser_stamp",
    "tail_byline": "teaser_byline",
}
"""What would be the states of another article, by those of the page's own."""

NOISE: Final = frozenset({"masthead", "share", "body_noise", "tail_noise", "teaser_noise", "foot"})
"""States that nearly anything can be; one of them may follow each state, so that every page has a reading."""

NO_ARTICLE: Final = {
    **OF_ANOTHER,
    "pre_stamp": "teaser_stamp",
    "stamp": "teaser_stamp",
    "byline": "teaser_byline",
    "top_credit": "masthead",
    "head_credit": "teaser_credit",
    "credit": "teaser_credit",
    "sign_off": "teaser_noise",
    "late_headline": "related_item",
    "body_caption": "teaser_noise",
    "body_link": "teaser_body",
    "share": "teaser_noise",
    "keywords": "teaser_noise",
    "keywords_label": "teaser_noise",
    "keywords_value": "teaser_noise",
}
"""What would be the states of a page that has no article of its own, by those of one that has."""


def first_text(states: Sequence[str]) -> int:
    """Say where the first text of the page's own stands; the number of states where there is none."""
    return next((place for place, state in enumerate(states) if state in TEXT), len(states))
