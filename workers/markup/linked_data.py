"""JSON-LD: what a page's scripts state about its article in the words of schema.org."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from workers.markup.names import MOST_NAMES, clean, cut_tags
from workers.markup.witness import NO_WITNESS, Witness

_ARTICLES: Final = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})
"""Kinds of articles whose name does not end in `Article`."""
_ORGANISATIONS: Final = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "WebSite"})
_INTO: Final = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where a page's main article may stand; what lists or mentions other articles is not searched."""
_MOST_NODES: Final = 10_000
_WRAPPING: Final = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*\Z")
_LAST_COMMA: Final = re.compile(r",(?=\s*[}\]])")

_Node = Mapping[str, Any]


def read_linked_data(scripts: Iterable[str], *, urls: Collection[str], titles: Collection[str]) -> Witness:
    """Read what the scripts state about the page's article.

    Of several articles it is the one with the page's address or title; where none is, nobody can tell, and nothing is
    taken. Scripts that are no JSON are passed by.

    Args:
        scripts: the contents of the page's JSON-LD scripts.
        urls: the page's addresses.
        titles: the page's titles.
    """
    values = [value for script in scripts if (value := _parse(script)) is not None]
    mains = list(_mains(values))
    article = _choose([node for node in mains if _is_article(node)], urls, titles)
    if article is None:
        return NO_WITNESS
    named = {node["@id"]: node for node in _all(values) if isinstance(node.get("@id"), str) and "name" in node}
    return Witness(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        published_at=_text(article.get("datePublished")),
        updated_at=_text(article.get("dateModified")),
        publisher=next(_names(article.get("publisher"), named), None),
        authors=tuple(_names(article.get("author"), named, leave_out=_ORGANISATIONS)),
        keywords=tuple(_tags(article.get("keywords"))),
        language=_text(article.get("inLanguage")),
    )


def _parse(script: str) -> Any:  # noqa: ANN401  # any JSON value
    content = _WRAPPING.sub("", script)
    for attempt in (content, _LAST_COMMA.sub("", content)):
        try:
            # Control characters stand in many a description; JSON forbids them.
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mains(values: Iterable[Any]) -> Iterator[_Node]:
    """Give the nodes that may be the page's main one, in the page's order."""
    return _walk(values, lambda node: (node.get(name) for name in _INTO))


def _all(values: Iterable[Any]) -> Iterator[_Node]:
    return _walk(values, lambda node: iter(node.values()))


def _walk(values: Iterable[Any], below: Any) -> Iterator[_Node]:  # noqa: ANN401  # a function of a node
    waiting = list(values)[::-1]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(below(value))))


def _types(node: _Node) -> frozenset[str]:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(name.rpartition("/")[2] for name in names if isinstance(name, str))


def _is_article(node: _Node) -> bool:
    return any(kind in _ARTICLES or kind.endswith("Article") for kind in _types(node))


def _choose(articles: list[_Node], urls: Collection[str], titles: Collection[str]) -> _Node | None:
    if len(articles) == 1:
        return articles[0]
    addresses = {_address(url) for url in urls}
    wanted = [article for article in articles if _addresses(article) & addresses]
    wanted = wanted or [
        article
        for article in articles
        if (headline := _text(article.get("headline"))) and any(headline in title for title in titles)
    ]
    return wanted[0] if wanted else None


def _addresses(article: _Node) -> set[str]:
    page = article.get("mainEntityOfPage")
    stated = [article.get("url"), article.get("@id"), page, page.get("@id") if isinstance(page, dict) else None]
    return {_address(url) for url in stated if isinstance(url, str) and url}


def _address(url: str) -> str:
    """Make the form in which addresses are compared: no scheme, no fragment, no slash at the end."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    return f"{parts.netloc.lower().removeprefix('www.')}{unquote(parts.path).rstrip('/')}?{parts.query}"


def _text(value: Any) -> str | None:  # noqa: ANN401  # any JSON value
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, str)), None)
    return clean(value) if isinstance(value, str) else None


def _names(
    value: Any,  # noqa: ANN401  # any JSON value
    named: Mapping[str, _Node],
    *,
    leave_out: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """Give the names of persons or organisations: strings, nodes, or references to nodes elsewhere."""
    for each in (value if isinstance(value, list) else [value])[:MOST_NAMES]:
        node = each
        if isinstance(node, dict):
            node = node if "name" in node else named.get(str(node.get("@id")), node)
            if _types(node) & leave_out:
                continue
            node = node.get("name")
        if name := _text(node):
            yield name


def _tags(value: Any) -> Iterator[str]:  # noqa: ANN401  # any JSON value
    if isinstance(value, str):
        yield from cut_tags(value)
    elif isinstance(value, list):
        yield from _names(value, {})
