"""An HTML page as newspapers write them, for the tests of markup."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def market() -> str:
    """Give the page of an article about a market: menus, scripts, hidden parts, meta tags, JSON-LD, related links."""
    return (Path(__file__).parent / "market.html").read_text(encoding="utf-8")
