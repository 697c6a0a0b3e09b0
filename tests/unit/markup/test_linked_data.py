"""What JSON-LD states of a page's article."""

import json
from typing import Any

import pytest

from workers.markup.linked_data import read_linked_data
from workers.markup.witness import NO_WITNESS, Witness

ARTICLE: dict[str, Any] = {"@type": "NewsArticle", "datePublished": "2025-01-02"}
STATED = Witness(published_at="2025-01-02")


def read(*scripts: object, urls: tuple[str, ...] = (), titles: tuple[str, ...] = ()) -> Witness:
    """Read scripts, given as their JSON values or, broken, as strings."""
    written = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in scripts)
    return read_linked_data(written, urls=urls, titles=titles)


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {"@type": "WebPage", "mainEntityOfPage": [ARTICLE]},
        ARTICLE | {"@type": ["Article", "Thing"]},
        ARTICLE | {"@type": "https://schema.org/ReportageNewsArticle"},
        ARTICLE | {"@type": "LiveBlogPosting"},
        ARTICLE | {"@type": "Report"},
    ],
)
def test_an_article_is_found_where_it_may_stand(value: object) -> None:
    """Alone, in lists, in a graph, or as what the page is about, whatever kind of article it is."""
    assert read(value) == STATED


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "WebPage", "datePublished": "2025-01-02"},
        {"@type": "ItemList", "itemListElement": [ARTICLE]},
        {"@type": "WebPage", "mentions": ARTICLE},
        ARTICLE | {"@type": None},
        ARTICLE | {"@type": {"x": 1}},
        "",
        "null",
        "{",
        "[" * 100_000,
        '{"@type": "NewsArticle" "datePublished": 1}',
        "1" * 10_000,
    ],
)
def test_what_is_no_article_states_nothing(value: object) -> None:
    """Pages, lists of links, mentions of other articles and what is no JSON are passed by."""
    assert read(value) == NO_WITNESS


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "datePublished": "2025-01-02",}',
        '{"@type": "NewsArticle", "description": "سطر\n\tآخر", "datePublished": "2025-01-02"}',
        '<!-- {"@type": "NewsArticle", "datePublished": "2025-01-02"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2025-01-02"}\n//]]>',
        ' {"@type": "NewsArticle", "datePublished": "2025-01-02"} ; ',
    ],
)
def test_json_as_sites_write_it_is_read(script: str) -> None:
    """Last commas, raw line ends, comments and semicolons around it do no harm; a broken script hides no other."""
    assert read("{broken", script) == STATED


@pytest.mark.parametrize(
    ("fields", "stated"),
    [
        ({"author": "سامي نصر"}, Witness(authors=("سامي نصر",))),
        ({"author": ["أ", {"@type": "Person", "name": "ب"}, {}]}, Witness(authors=("أ", "ب"))),
        ({"author": {"@type": "Organization", "name": "الشاطئ"}}, NO_WITNESS),
        ({"author": {"@id": "nowhere"}}, NO_WITNESS),
        ({"author": {"name": ["سامي", "نصر"]}}, Witness(authors=("سامي",))),
        ({"publisher": {"name": " الشاطئ "}}, Witness(publisher="الشاطئ")),
        ({"publisher": [{"name": "أ"}, {"name": "ب"}]}, Witness(publisher="أ")),
        ({"keywords": "أ, ب"}, Witness(keywords=("أ", "ب"))),
        ({"keywords": ["أ", {"@type": "DefinedTerm", "name": "ب"}, 3, ""]}, Witness(keywords=("أ", "ب"))),
        ({"headline": "قال &quot;نعم&quot;"}, Witness(headline='قال "نعم"')),
        ({"name": "أ"}, Witness(headline="أ")),
        (
            {"dateModified": "2025-01-03", "datePublished": 7, "inLanguage": "ar"},
            Witness(updated_at="2025-01-03", language="ar"),
        ),
    ],
)
def test_values_of_all_shapes_are_read(fields: dict[str, object], stated: Witness) -> None:
    """Strings, nodes, lists of both; what has another shape states nothing; organisations are no authors."""
    assert read({"@type": "Article", **fields}) == stated


def test_a_reference_leads_to_its_node() -> None:
    """A person may stand elsewhere in the graph, or in another script."""
    person = {"@type": "Person", "@id": "#p", "name": "سامي نصر"}

    assert read({"@type": "Article", "author": {"@id": "#p"}}, {"@graph": [person]}).authors == ("سامي نصر",)


@pytest.mark.parametrize(
    ("hint", "published_at"),
    [
        ({"urls": ("http://www.a.example/2/",)}, "2025-01-02"),
        ({"urls": ("https://a.example/%D8%A3",)}, "2025-01-03"),
        ({"titles": ("سوق السمك | الشاطئ",)}, "2025-01-01"),
        ({"urls": ("https://a.example/9", "http://[bad"), "titles": ("خبر",)}, None),
        ({}, None),
    ],
)
def test_of_several_articles_the_pages_own_counts(hint: dict[str, tuple[str, ...]], published_at: str | None) -> None:
    """It has the page's address or title; where none has, nobody can tell."""
    articles = [
        ARTICLE | {"datePublished": "2025-01-01", "headline": "سوق السمك"},
        ARTICLE | {"url": "https://a.example/2"},
        ARTICLE | {"datePublished": "2025-01-03", "mainEntityOfPage": {"@id": "https://a.example/أ#article"}},
    ]

    assert read(articles, **hint).published_at == published_at
