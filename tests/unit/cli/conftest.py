"""What the tests of commands share."""

from pathlib import Path

import pytest

from tests.unit.cli.enrichment import ARTICLE


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Give a file that holds the article as bare text."""
    file = tmp_path / "garden.txt"
    file.write_text(ARTICLE, encoding="utf-8", newline="")
    return file
