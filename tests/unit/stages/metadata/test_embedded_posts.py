"""Embedded posts: network, account, date."""

from collections.abc import Callable

import pytest

from schemas.document import Precision
from schemas.embed import Network
from schemas.segment import Owner, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.page import Page

ARTICLE = Owner.ARTICLE
Maker = Callable[..., Page]


@pytest.mark.parametrize(
    ("post", "network", "handle", "published_at"),
    [
        ("أمطار غزيرة pic.twitter.com/abc\n— مرصد (@weather_1) January 19, 2025", Network.X, "weather_1", "2025-01-19"),
        ("أمطار غزيرة — مرصد الساحل (@weather) ١٩ يناير ٢٠٢٥", Network.X, "weather", "2025-01-19"),
        ("View this post on Instagram A post shared by Sea (@sea.port)", Network.INSTAGRAM, "sea.port", None),
        (
            "عرض هذا المنشور على Instagram\nتمت مشاركة منشور بواسطة مرصد (@\u200f\u200esea.port\u200e\u200f)",
            Network.INSTAGRAM,
            "sea.port",
            None,
        ),
        ("بيان https://t.me/harbour/123", Network.TELEGRAM, "harbour", None),
        ("https://twitter.com/harbour/status/123", Network.X, "harbour", None),
        ("https://www.instagram.com/p/Cxyz/", Network.INSTAGRAM, None, None),
        ("https://youtu.be/xyz", Network.YOUTUBE, None, None),
        ("شاهد الفيديو", Network.OTHER, None, None),
    ],
)
def test_a_post_is_read_from_its_attribution(
    make_page: Maker, post: str, network: Network, handle: str | None, published_at: str | None
) -> None:
    """The network shows in an address, a phrase or the way of signing; the account and the date follow it."""
    page = METADATA.apply(make_page((SegmentKind.EMBED, ARTICLE, post)))

    (embed,) = page.embeds

    assert (embed.network, embed.handle, embed.published_at) == (network, handle, published_at)
    assert embed.published_precision is (Precision.DAY if published_at else None)
    assert page.text[embed.start : embed.end] == post


def test_an_attribution_belongs_to_the_post_above_it(make_page: Maker) -> None:
    """Two segments in a row are one post where the second only signs it, and two posts where it does not."""
    text = (SegmentKind.EMBED, ARTICLE, "أمطار غزيرة pic.twitter.com/abc")
    signed = METADATA.apply(make_page(text, (SegmentKind.EMBED, ARTICLE, "— مرصد (@weather) January 19, 2025")))

    assert [embed.handle for embed in signed.embeds] == ["weather"]
    assert len(METADATA.apply(make_page(text, text)).embeds) == 2


def test_an_embedded_post_gives_the_document_no_date(make_page: Maker) -> None:
    """A post's date is the post's own."""
    page = METADATA.apply(make_page((SegmentKind.EMBED, ARTICLE, "أمطار — مرصد (@weather) January 19, 2025")))

    assert page.documents[0].metadata.published_at is None
