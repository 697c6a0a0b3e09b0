"""What meta tags, links and titles state."""

import pytest

from workers.markup.document import read_html
from workers.markup.witness import Witness

HOSTED = "<title>سوق</title><link rel=canonical href=https://www.shati.example/1>"


def test_a_newspapers_page_states_its_article(market: str) -> None:
    """Meta tags and JSON-LD, put together, tell all that the page tells machines."""
    assert read_html(market).witness == Witness(
        headline="بلدية المرفأ تفتح سوق السمك الجديد",
        published_at="2025-12-04T10:30:00+03:00",
        updated_at="2025-12-04T12:05:00+03:00",
        publisher="صحيفة الشاطئ",
        authors=("سامية الحداد",),
        keywords=("سوق السمك", "بلدية المرفأ"),
        site_keywords=("أخبار", "عاجل", "رياضة", "اقتصاد", "طقس"),
        language="ar",
        canonical_url="https://shore.example/local/771",
    )


@pytest.mark.parametrize(
    ("tags", "stated"),
    [
        ("<meta property=article:published_time content=2025-01-02>", Witness(published_at="2025-01-02")),
        ("<META NAME=PubDate CONTENT='2025-01-02'>", Witness(published_at="2025-01-02")),
        ("<meta itemprop=datePublished content=2025-01-02>", Witness(published_at="2025-01-02")),
        (
            "<meta name=date content=2025-01-03><meta property=article:published_time content=2025-01-02>",
            Witness(published_at="2025-01-02"),
        ),
        ("<meta property=og:updated_time content=2025-01-02>", Witness(updated_at="2025-01-02")),
        ("<meta name=author content=' سامي  نصر '>", Witness(authors=("سامي نصر",))),
        ("<meta name=author content=أ><meta name=author content=ب>", Witness(authors=("أ", "ب"))),
        ("<meta property=og:site_name content='الشاطئ &amp;amp; البحر'>", Witness(publisher="الشاطئ & البحر")),
        ("<meta name=keywords content='أ، ب,ج؛ د | '>", Witness(site_keywords=("أ", "ب", "ج", "د"))),
        ("<meta property=article:tag content=أ><meta property=article:tag content=ب>", Witness(keywords=("أ", "ب"))),
        ("<meta name=news_keywords content='أ,ب,أ'>", Witness(keywords=("أ", "ب"))),
        ("<title>أ\n ب</title>", Witness(headline="أ ب")),
        ("<title>أ | موقع</title><meta property=og:title content=أ>", Witness(headline="أ", publisher="موقع")),
        ("<svg><title>زر</title></svg><p>نص", Witness()),
        ("<link rel=canonical href=https://a.example/1>", Witness(canonical_url="https://a.example/1")),
        ("<meta property=og:locale content=ar_EG>", Witness(language="ar_EG")),
        ("<html lang=ar>", Witness(language="ar")),
        (
            "<meta property=og:title><meta name=author content=''><meta content=x><meta name=viewport content=x>",
            Witness(),
        ),
        (f"<meta name=author content={'x' * 501}>", Witness()),
        (
            "<meta itemprop=datePublished content=2025-01-02><meta itemprop=datePublished content=2025-01-01>",
            Witness(),
        ),
        ("<meta itemprop=author content=أ>", Witness(authors=("أ",))),
        (
            "<time itemprop='dateCreated datePublished' datetime=2025-01-02>أمس",
            Witness(published_at="2025-01-02"),
        ),
        ("<span itemprop=dateModified content=2025-01-02>أمس</span>", Witness(updated_at="2025-01-02")),
        ("<time datetime=2025-01-02>أمس</time><time itemprop=datePublished>أمس</time>", Witness()),
        (
            "<b itemprop=datePublished content=2025-01-02></b><time itemprop=datePublished datetime=2025-01-01></time>",
            Witness(),
        ),
        ("<h2 itemprop=headline content=أ>أ</h2>", Witness()),
        ("<meta itemprop=author content=أ><meta itemprop=author content=ب>", Witness()),
        (
            "<meta property=article:author content=https://accounts.example/x><meta itemprop=author content=أ>",
            Witness(authors=("أ",)),
        ),
    ],
)
def test_a_tag_states_its_field(tags: str, stated: Witness) -> None:
    """Each name counts in whatever attribute and case; what is empty, endless, ambiguous or unknown states nothing."""
    assert read_html(tags).witness == stated


@pytest.mark.parametrize(
    ("tags", "headline", "publisher"),
    [
        ("<title>سوق جديد - اقتصاد - الشاطئ</title><meta property=og:title content='سوق جديد'>", "سوق جديد", "الشاطئ"),
        ("<title>الشاطئ | سوق جديد</title><meta property=og:title content='سوق جديد'>", "سوق جديد", "الشاطئ"),
        ("<title>سوق جديد - الشاطئ</title>", "سوق جديد - الشاطئ", None),
        ("<title>سوق جديد - الشاطئ</title><meta name=author content=الشاطئ>", "سوق جديد", "الشاطئ"),
        (
            "<title>سوق - الشاطئ</title><meta name=dc.title content='الشاطئ - سوق'><meta name=author content=الشاطئ>",
            "سوق",
            "الشاطئ",
        ),
        (
            "<title>سوق جديد في المرفأ - صور</title><meta property=og:title content='سوق جديد في المرفأ - صور'>",
            "سوق جديد في المرفأ - صور",
            None,
        ),
        ("<title>سوق جديد - 2025</title><meta property=og:title content='سوق جديد'>", "سوق جديد", None),
        (
            "<title>سوق جديد | الشاطئ</title><meta property=og:site_name content=الشاطئ>",
            "سوق جديد",
            "الشاطئ",
        ),
        (
            f"{HOSTED}<meta property=og:site_name content=Shati><meta itemprop=publisher content='صحيفة الشاطئ'>",
            "سوق",
            "صحيفة الشاطئ",
        ),
        (f"{HOSTED}<meta property=og:site_name content=Shati>", "سوق", "Shati"),
        (
            "<title>سوق</title><link rel=canonical href=https://[shati><meta property=og:site_name content=Shati>",
            "سوق",
            "Shati",
        ),
    ],
)
def test_a_title_is_told_from_the_sites_name(tags: str, headline: str, publisher: str | None) -> None:
    """What one title has and another does without is the site's name; the host's own waits for a better one."""
    witness = read_html(tags).witness

    assert (witness.headline, witness.publisher) == (headline, publisher)
