"""HTML beside the stages: what reading a page's markup costs, and how it grows.

    python benchmarks/markup.py [--count 500]

The project's own pages are dressed as newspapers dress theirs: a head with styles and scripts, menus, a footer.
Times are the process's own CPU time.
"""

import argparse
import html
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from sys import path
from typing import Final

path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.pages import own_pages
from workers.intake import open_page, read_page
from workers.markup.document import read_html
from workers.stages.chain import ANNOTATE

NOW: Final = datetime(2025, 11, 10, tzinfo=UTC)
FURNITURE_ITEMS: Final = 150
CODE_LINES: Final = 600
SHAPES: Final = {
    "paragraphs": "<p>سطر من <a href='/x'>النص</a></p>\n",
    "spans": "<span class='x'>كلمة</span>",
    "scripts": "<script>var x = '<p>';</script>",
    "one text": "كلمة ",
    "entities": "&nbsp;&#x627;",
    "unclosed": "<p>سطر<br><li>",
    "stray ends": "</x></p>",
}
GROWTH_CHARS: Final = 2_000_000
TIMES: Final = 4


def dressed(text: str) -> str:
    """Write a page's lines as HTML, with as much around them as a newspaper's page has."""
    menu = "".join(f'<li class="item"><a href="/{n}"><span>قسم {n}</span></a></li>\n' for n in range(FURNITURE_ITEMS))
    body = "".join(f'<p class="text">{html.escape(line)}</p>\n' for line in text.splitlines())
    return (
        '<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>صفحة</title>'
        '<meta property="article:published_time" content="2025-11-09T10:30:00+02:00">'
        f"<style>{'.menu li { color: red; margin: 0 }' * CODE_LINES}</style>"
        f"<script>{'window.data = { items: [] };' * CODE_LINES}</script></head><body>"
        f"<nav><ul>{menu}</ul></nav><main><article>{body}</article></main><footer><ul>{menu}</ul></footer></body></html>"
    )


def seconds(work: Callable[[], object]) -> float:
    """Take the CPU time of doing something."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500, help="pages")
    texts = [str(json.loads(value)["text"]) for value in own_pages(parser.parse_args().count)]
    pages = [dressed(text) for text in texts]
    flat = [open_page(read_page(text.encode()), captured_at=NOW) for text in texts]
    read_html(pages[0])
    ANNOTATE(flat[0])
    markup = seconds(lambda: [read_html(page) for page in pages]) / len(pages)
    stages = seconds(lambda: [ANNOTATE(page) for page in flat]) / len(flat)
    size = sum(map(len, pages)) / len(pages)
    print(f"{len(pages):,} pages of {size:,.0f} characters of HTML, {sum(map(len, texts)) / len(texts):,.0f} of text\n")
    print("| step | ms a page | pages/s |\n| --- | ---: | ---: |")
    print(f"| HTML to text and witness | {markup * 1000:.2f} | {1 / markup:,.0f} |")
    print(f"| the chain, on the article's text alone | {stages * 1000:.2f} | {1 / stages:,.0f} |")
    print(f"\n| {GROWTH_CHARS:,} characters of | s | for {TIMES} times as many |\n| --- | ---: | ---: |")
    for name, unit in SHAPES.items():
        small = unit * (GROWTH_CHARS // len(unit))
        once, more = (seconds(lambda page=page: read_html(page)) for page in (small, small * TIMES))  # type: ignore[misc]
        print(f"| {name} | {once:.2f} | {more / once:.1f} |")


if __name__ == "__main__":
    main()
