"""Addresses, and what stands in the place of one."""

import pytest

from workers.markup.addresses import split_address
from workers.markup.names import host_labels


def test_an_address_has_its_parts() -> None:
    """Host, path and query stay as they are."""
    parts = split_address("https://www.almarfa.example/news/7?page=2")
    assert (parts.hostname, parts.path, parts.query) == ("www.almarfa.example", "/news/7", "page=2")


@pytest.mark.parametrize(
    "url",
    ["http://[", f"https://{'newspress' * 160}.example/1", f"https://{'news.' * 60}example/1"],
    ids=["no host", "a label too long", "too many labels"],
)
def test_what_is_no_address_has_no_parts(url: str) -> None:
    """Hosts that no DNS knows are none, so that nothing searches them for names."""
    assert split_address(url).geturl() == ""
    assert host_labels(url) == []
