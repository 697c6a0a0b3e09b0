"""Pages laid out as real sites lay theirs out, with their truth.

A file of `pages/` models one page that somebody read on a site: the order of its pieces, what separates them, its junk
and its short labels are the site's. Sentences, people and events are invented, though outlets and agencies have their
real names. Whoever wrote and labelled them had not read the rules that they test. Weights are not learned from them
(docs/adr/0008), but the confidences of metadata are counted on those that have been looked at, too. Rare layouts are
over-represented in `nile`, `gulf` and `levant-maghreb`, so a figure on these says what breaks, not how often. All other
regions are pages of other sites, taken as a search met them, pages without an article among them; those of `met-k` to
`met-v` may be of sites that others have, since nothing was left out. A ` date 2025-12-31` that some excerpts begin with
is kept and counts as the date, except in six pages of `met-t`, which left it out. `BLIND` ones are for measuring only:
no rule is made or changed for what they show. All others may be looked at.

    layout: what was seen
    published_at: 2024-04-24T15:12
    publisher: ...                  also captured_at, headline, dateline; agencies, authors, keywords with ";" between
    url: https://site.example/1     the page's address, its slug and numbers invented; without it one of the file's name
    ---
    headline<TAB>text               kind, and the line; a line without a tab is blank
    +caption<TAB> text              the line goes on: glued to the piece before, its space in front kept
    timestamp@teaser<TAB>text       the owner where it is not the kind's usual one

Truth follows `tests/composer/page.py`, but of a headline that stands several times any copy may be the one that counts.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.composer.page import OWNERS

PAGES: Final = Path(__file__).with_name("pages")
LOOKED_AT: Final = (
    *("nile", "gulf", "levant-maghreb", "iraq", "yemen-sudan", "aggregators", "world"),
    *("met-c", "met-d", "met-e", "met-f", "met-g", "met-h", "met-i", "met-j", "met-k", "met-m", "met-n", "met-p"),
    *("met-q", "met-r", "met-t", "met-u", "met-v"),
)
BLIND: Final = ("met-a", "met-b", "met-l", "met-o")
"""Regions of which only totals are known to whoever writes rules."""
_CAPTURED: Final = "2026-01-15T00:00:00Z"
_LISTS: Final = ("agencies", "authors", "keywords")
_FIELDS: Final = ("published_at", "publisher")


class LabelError(ValueError):
    """A line of a file names no kind."""


def site_pages(region: str = "") -> Iterator[dict[str, Any]]:
    """Read the pages in the form that the evaluation's composer gives them.

    Args:
        region: how their names begin, one of `LOOKED_AT` or `BLIND`; all of them by default.

    Raises:
        LabelError: a piece has a kind that nobody knows.
    """
    for path in sorted(PAGES.glob(f"{region}*.page")):
        head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
        facts = {name: value.strip() for name, _, value in (line.partition(":") for line in head.splitlines())}
        text, segments = _read(path.stem, body)
        yield {
            "page_id": path.stem,
            "url": facts.get("url", f"https://{path.stem}.example/"),
            "captured_at": facts.get("captured_at", _CAPTURED),
            "text": text,
            "gold": {"segments": segments, **_truth(facts, text, segments), "layout": facts["layout"]},
        }


def _read(name: str, body: str) -> tuple[str, list[dict[str, Any]]]:
    text, segments = "", list[dict[str, Any]]()
    for line in body.splitlines():
        tag, tab, piece = line.partition("\t")
        if not piece.strip():
            text += f"{line}\n" if text else ""
            continue
        kind, _, owner = tag.removeprefix("+").partition("@")
        if not tab or kind not in {*OWNERS, "embed"}:
            raise LabelError(f"{name}: {line!r}")
        text = text.removesuffix("\n") if tag.startswith("+") else text
        start = len(text) + len(piece) - len(piece.lstrip())
        text += piece
        segments.append({"kind": kind, "owner": owner or OWNERS[kind], "start": start, "end": len(text.rstrip())})
        text += "\n"
    return text, segments


def _truth(facts: dict[str, str], text: str, segments: list[dict[str, Any]]) -> dict[str, Any]:
    first = {
        each["kind"]: text[each["start"] : each["end"]]
        for each in reversed(segments)
        if each["kind"] in {"headline", "teaser_headline"}
    }
    lists = {name: [part for value in facts.get(name, "").split(";") if (part := value.strip())] for name in _LISTS}
    article = {name: facts.get(name) for name in _FIELDS} | lists
    article |= {"headline": facts.get("headline") or first.get("headline"), "dateline_place": facts.get("dateline")}
    teaser = first.get("teaser_headline")
    return {"article": article, "teaser": {"headline": teaser, "truncated": False} if teaser else None}
