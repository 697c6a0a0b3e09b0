"""Markup that no browser refuses is not refused here, and costs no more than its length."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calls import calls_of
from workers.markup.document import MAX_DEPTH, TooDeep, read_html
from workers.markup.witness import NO_WITNESS


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        (" \n ", ""),
        ("<", "<"),
        ("<p", ""),
        ("<!-- open <p>أ", ""),
        ("<!doctype html>", ""),
        ("نص بلا وسوم", "نص بلا وسوم"),
        ("</p>أ</div>", "أ"),
        ("<p>أ<p>ب<div>ج", "أ\nب\nج"),
        ("<b><p>أ</b>ب</p>", "أب"),
        ("<html><body>أ</body></html><p>ب", "أ\nب"),
        ("<p title='x>أ</p>", ""),
        ("<p class=a class=b>أ", "أ"),
        ("<select><option>x<div>أ</div>ب", "أ\nب"),
        ("<p>أ<svg><path d=x><p>ب</svg>ج", "أ\nب\nج"),
        ("<div hidden><svg><p>x</p></svg></div>أ", "أ"),
        ("أ\x00ب\x01", "أ\ufffdب\x01"),
        ("أ\ud800ب", "أ?ب"),
        ("&bogus; &#xD800; &#x110000;", "&bogus; \ufffd \ufffd"),
    ],
)
def test_broken_markup_gives_what_it_holds(html: str, text: str) -> None:
    """Open tags, stray ends, halves of characters and documents without anything are read as far as they go."""
    assert read_html(html).text == text


def test_depth_has_a_limit() -> None:
    """Elements nested as deep as allowed are read; one more is told."""
    within = MAX_DEPTH - len(("html", "body"))

    assert read_html("<div>" * within + "أ").text == "أ"
    with pytest.raises(TooDeep, match="1,000"):
        read_html("<div>" * (within + 1) + "أ")


ELEMENTS = (
    *("p", "div", "b", "a", "table", "td", "li", "ul", "h1", "time", "pre", "head", "body"),
    *("script", "style", "title", "select", "svg", "template"),
)

PIECES = st.sampled_from(
    [
        *(f"<{name}>" for name in ELEMENTS),
        *(f"</{name}>" for name in ELEMENTS),
        *("<br>", "<!--", "-->", "<", ">", "&amp;", "&", "أ", " ", "\n", "\x00", "<meta name=author content='سامي'>"),
        *("<p hidden>", "<script type=application/ld+json>", '{"@type": "Article", "author": ', "[", "}"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_any_string_is_a_page(html: str) -> None:
    """Whatever stands there, there are lines without empty ones, the same each time."""
    markup = read_html(html)

    assert markup == read_html(html)
    assert all(line == line.strip() != "" for line in markup.text.split("\n") if markup.text)
    assert all(value != "" for value in (markup.witness.headline, markup.witness.published_at, *markup.witness.authors))


def test_plain_words_bear_no_witness() -> None:
    """A page that declares nothing states nothing."""
    assert read_html("<p>خبر</p>").witness == NO_WITNESS


@pytest.mark.parametrize(
    "unit",
    [
        "<p>سطر من النص</p>",
        "<b>كلمة</b>",
        "كلمة ",
        "&nbsp;",
        "<br>",
        "<p hidden>x</p>",
        "<a>x</a><a>y</a>",
        "<meta name=author content=x>",
        "<script type=application/ld+json>[[[</script>",
        '<script type=application/ld+json>{"@type":"Article","url":"x"}</script>',
        "<pre>\n\n</pre>",
        "<div></x>",
    ],
)
def test_work_grows_with_the_markup_and_no_faster(unit: str) -> None:
    """Four times the markup takes four times the calls."""
    few, many = (calls_of(partial(_read, unit * times)) for times in (200, 800))

    assert many <= 4.4 * few + 200


def _read(html: str) -> None:
    try:
        read_html(html)
    except TooDeep:
        assert html.startswith("<div>")
