"""Composed pages as HTML: the same pieces in the same order, dressed as five kinds of sites dress theirs.

Whatever the dress, the page shows what its text says and nothing else: without white space both are one row of
characters, so that the truth's segments are found again. White space differs as it does on real sites: paragraphs that
the text breaks at a width or at their links are whole, with the links in them, and pieces of one line stay on one.

The dresses go from careful to careless: what the article's container holds, whether paragraphs are elements, whether
classes name anything. `careful` and `theme` keep the next article out of the container, the others have it inside.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

_SENTENCE_END: Final = re.compile(r"[.!؟?…:»\"]\s*\Z")
_MARK: Final = re.compile(r"\W+\Z")
_LINK_WORDS: Final = 2
_FAMILIES: Final = {"timestamp": "stamp", "teaser_paragraph": "next_paragraph", "teaser_headline": "next_headline"}
_LEADING: Final = ("headline", "paragraph", "teaser_headline", "teaser_paragraph", "related_item")
"""Kinds that say what a block is even where something else is glued to them."""


@dataclass(frozen=True, slots=True)
class Dress:
    """How one kind of site marks its pages up.

    Attributes:
        head, article, tail: what encloses everything above the article, the article, and everything below it.
        forms: family to what encloses a run of its blocks, and what encloses each. Families are kinds of segments, but
            for `stamp`, `next_headline`, `next_paragraph`, and furniture as `menu`, `stray` or `foot`.
        other: the form of the families that `forms` leaves out.
        keeps_next: whether the next article and its label stand in the article's container.
    """

    head: str
    article: str
    tail: str
    forms: Mapping[str, tuple[str, str]]
    other: tuple[str, str]
    keeps_next: bool


_LINK: Final = '<a href="/more">{}</a>'

DRESSES: Final[dict[str, Dress]] = {
    "careful": Dress(
        "<header>{}</header>",
        "<main><article>{}</article></main>",
        "{}",
        {
            "menu": ("<nav><ul>{}</ul></nav>", f"<li>{_LINK}</li>"),
            "foot": ("<footer>{}</footer>", "<p>{}</p>"),
            "stray": ("<div class='tools'>{}</div>", "<span>{}</span><br>"),
            "headline": ("{}", "<h1>{}</h1>"),
            "stamp": ("<div class='meta'>{}</div>", "<div><time>{}</time></div>"),
            "byline": ("{}", "<div class='byline'>{}</div>"),
            "caption": ("<figure><img src='/p.jpg'>{}</figure>", "<figcaption>{}</figcaption>"),
            "paragraph": ("{}", "<p>{}</p>"),
            "promo": ("<aside>{}</aside>", f"<p>{_LINK}</p>"),
            "credit": ("{}", "<p class='source'>{}</p>"),
            "keywords": ("<ul class='tags'>{}</ul>", f"<li>{_LINK}</li>"),
            "embed": ("<blockquote class='twitter-tweet'>{}</blockquote>", "<p>{}</p>"),
            "teaser_label": ("{}", "<h2>{}</h2>"),
            "next_headline": ("{}", f"<h3>{_LINK}</h3>"),
            "next_paragraph": ("<section class='next'>{}</section>", "<p>{}</p>"),
            "related_label": ("{}", "<h2>{}</h2>"),
            "related_item": ("<aside><ul>{}</ul></aside>", f"<li>{_LINK}</li>"),
        },
        ("{}", "<div>{}</div>"),
        keeps_next=False,
    ),
    "theme": Dress(
        "<div id='masthead' class='site-header'>{}</div>",
        "<div id='content'><div class='post hentry'>{}</div></div>",
        "<div id='secondary' class='sidebar'>{}</div>",
        {
            "menu": ("<ul class='menu'>{}</ul>", f"<li class='menu-item'>{_LINK}</li>"),
            "foot": ("<div class='site-info'>{}</div>", f"<div>{_LINK}</div>"),
            "headline": ("{}", "<h1 class='entry-title'>{}</h1>"),
            "stamp": ("<div class='entry-meta'>{}</div>", "<div class='posted-on'>{}</div>"),
            "byline": ("{}", "<div class='entry-meta'><span class='author vcard'>{}</span></div>"),
            "caption": ("<div class='wp-caption'>{}</div>", "<p class='wp-caption-text'>{}</p>"),
            "paragraph": ("<div class='entry-content'>{}</div>", "<p>{}</p>"),
            "promo": ("{}", f"<p><strong>{_LINK}</strong></p>"),
            "keywords": ("<div class='tags-links'>{}</div>", f"<div>{_LINK}</div>"),
            "embed": ("<blockquote>{}</blockquote>", "<p>{}</p>"),
            "next_headline": ("{}", f"<h2 class='entry-title'>{_LINK}</h2>"),
            "next_paragraph": ("<div class='entry-summary'>{}</div>", "<p>{}</p>"),
            "related_label": ("{}", "<h3 class='widget-title'>{}</h3>"),
            "related_item": ("<ul class='related-posts'>{}</ul>", f"<li>{_LINK}</li>"),
        },
        ("{}", "<div class='entry-extra'>{}</div>"),
        keeps_next=False,
    ),
    "breaks": Dress(
        "<div class='top'>{}</div>",
        "<div class='news_text'>{}</div>",
        "<div class='bottom'>{}</div>",
        {
            "menu": ("<div>{}</div>", f"{_LINK}<br>"),
            "foot": ("<div>{}</div>", f"{_LINK}<br>"),
            "headline": ("{}", "<div class='title'>{}</div>"),
            "paragraph": ("{}", "{}<br><br>"),
            "next_headline": ("{}", "<b>{}</b><br>"),
            "next_paragraph": ("{}", "{}<br><br>"),
            "promo": ("{}", f"{_LINK}<br>"),
            "related_item": ("{}", f"{_LINK}<br>"),
        },
        ("{}", "{}<br>"),
        keeps_next=True,
    ),
    "spans": Dress(
        "<div>{}</div>",
        "<div><div><div>{}</div></div></div>",
        "<div>{}</div>",
        {
            "headline": ("<div>{}</div>", "<h2><span style='font-size:22pt'>{}</span></h2>"),
            "paragraph": ("<div>{}</div>", "<span style='font-size:14pt'><span lang='AR-SA'>{}</span></span><br>"),
            "related_item": ("<div>{}</div>", f"<span>{_LINK}</span><br>"),
            "menu": ("<div>{}</div>", f"<div><span>{_LINK}</span></div>"),
        },
        ("<div>{}</div>", "<div><span style='font-size:12pt'>{}</span></div>"),
        keeps_next=True,
    ),
    "table": Dress(
        "<table width='100%'>{}</table>",
        "<table width='100%'><tr><td class='body'><table>{}</table></td></tr></table>",
        "<table width='100%'>{}</table>",
        {
            "menu": ("<tr>{}</tr>", f"<td>{_LINK}</td>"),
            "headline": ("<tr><td>{}</td></tr>", "<font size='5'><b>{}</b></font>"),
            "paragraph": ("<tr><td align='right'>{}</td></tr>", "<p align='justify'>{}</p>"),
            "next_paragraph": ("<tr><td>{}</td></tr>", "<p>{}</p>"),
            "related_item": ("{}", f"<tr><td>{_LINK}</td></tr>"),
        },
        ("{}", "<tr><td><font size='2'>{}</font></td></tr>"),
        keeps_next=True,
    ),
}


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    owner: str
    text: str
    gap: str
    """What stands between it and the next one."""


@dataclass(frozen=True, slots=True)
class _Block:
    family: str
    of_next: bool
    owner: str
    content: str


def dress(page: Mapping[str, Any], name: str, *, declares: bool) -> str:
    """Write a composed page as HTML.

    Args:
        page: a page with its truth, as `tests.composer.stream.compose` makes it.
        name: one of `DRESSES`.
        declares: whether meta tags and JSON-LD state headline, outlet and dates, where the page shows them. Most sites
            do; a title in the head, with the site's name behind it, stands on every page.
    """
    chosen = DRESSES[name]
    blocks = list(_blocks(page))
    owned = [place for place, block in enumerate(blocks) if block.owner == "article"]
    start, end = (owned[0], owned[-1] + 1) if owned else (len(blocks), len(blocks))
    if owned and chosen.keeps_next:
        end = max((place + 1 for place, block in enumerate(blocks) if block.of_next), default=end)
    body = (
        _zone(chosen.head, chosen, blocks[:start], "menu")
        + _zone(chosen.article, chosen, blocks[start:end], "stray")
        + _zone(chosen.tail, chosen, blocks[end:], "foot")
    )
    head = _head(page, declares=declares)
    return f"<!doctype html>\n<html lang='ar' dir='rtl'><head>{head}</head>\n<body>\n{body}</body></html>\n"


def _head(page: Mapping[str, Any], *, declares: bool) -> str:
    article, site = page["gold"]["article"], page["url"].split("/")[2]
    headline, outlet, published = article["headline"], article["publisher"], article["published_at"]
    parts = ["<meta charset='utf-8'>"]
    title = f"{headline} - {outlet or site}" if headline else outlet or site
    parts.append(f"<title>{html.escape(title)}</title>")
    if declares and headline:
        stated = {"og:title": headline, "og:site_name": outlet, "article:published_time": _instant(published)}
        parts += [f'<meta property="{name}" content="{html.escape(str(v))}">' for name, v in stated.items() if v]
        linked = {
            "@type": "NewsArticle",
            "url": page["url"],
            "headline": headline,
            "datePublished": _instant(published),
        }
        record = json.dumps({"@context": "https://schema.org", **linked}, ensure_ascii=False).replace("<", "\\u003c")
        parts.append(f"<script type='application/ld+json'>{record}</script>")
    return "".join(parts)


def _instant(stated: str | None) -> str | None:
    return f"{stated}:00+00:00" if stated and "T" in stated else stated


def _zone(template: str, chosen: Dress, blocks: Sequence[_Block], furniture: str) -> str:
    """Enclose runs of one family, and all of them together; what stands nowhere leaves no container."""
    runs = []
    for family, run in groupby(blocks, key=lambda block: furniture if block.family == "boilerplate" else block.family):
        around, each = chosen.forms.get(family, chosen.other)
        runs.append(around.format("".join(each.format(block.content) + "\n" for block in run)))
    return template.format("\n" + "".join(runs)) + "\n" if runs else ""


def _blocks(page: Mapping[str, Any]) -> Iterator[_Block]:
    """Put pieces of one line together, and lines of one paragraph that the text breaks in mid-sentence."""
    pieces = _pieces(page)
    apart = "\n" if any("\n" in piece.gap for piece in pieces) else " "
    broken = not {"linked", "wrapped"}.isdisjoint(page["gold"]["traits"])
    row: list[_Piece] = []
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        row.append(piece)
        goes_on = following is not None and (apart not in piece.gap or (broken and _goes_on(piece, following)))
        if not goes_on:
            yield _block(row)
            row = []


def _pieces(page: Mapping[str, Any]) -> list[_Piece]:
    text, segments = page["text"], page["gold"]["segments"]
    starts = [*(each["start"] for each in segments[1:]), len(text)]
    return [
        _Piece(each["kind"], each["owner"], text[each["start"] : each["end"]], text[each["end"] : start])
        for each, start in zip(segments, starts, strict=True)
    ]


def _goes_on(piece: _Piece, following: _Piece) -> bool:
    kinds = {(piece.kind, piece.owner), (following.kind, following.owner)}
    return kinds == {("paragraph", "article")} and not _SENTENCE_END.search(piece.text)


def _block(row: Sequence[_Piece]) -> _Block:
    lead = next((piece for kind in _LEADING for piece in row if piece.kind == kind), row[0])
    if len(row) > 1 and all(piece.kind == lead.kind for piece in row):
        content = "".join(map(_inline, row, [*row[1:], None]))
    else:
        content = "".join(
            (html.escape(piece.text) if piece is lead else f"<span>{html.escape(piece.text)}</span>") + piece.gap
            for piece in row
        )
    of_next = lead.owner == "teaser" or lead.kind == "teaser_label"
    return _Block(_FAMILIES.get(lead.kind, lead.kind), of_next, lead.owner, content.strip())


def _inline(piece: _Piece, following: _Piece | None) -> str:
    """Write a piece of a paragraph; two words between line breaks were a link."""
    text = html.escape(piece.text)
    if "\n" in piece.gap and len(piece.text.split()) == _LINK_WORDS:
        text = _LINK.format(text)
    return text + ("" if following is not None and "\n" in piece.gap and _MARK.match(following.text) else piece.gap)
