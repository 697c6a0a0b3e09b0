"""Which text of a page is visible, and how it falls into lines."""

import pytest

from workers.markup.document import read_html


def lines(html: str) -> list[str]:
    """Read a page's lines."""
    return read_html(html).text.split("\n")


def test_a_newspapers_page_reads_from_top_to_bottom(market: str) -> None:
    """Menus, headline, caption, paragraphs, related links, footer stand in the page's order, one block a line."""
    assert lines(market) == [
        "الرئيسية",
        "محليات",
        "رياضة",
        "السبت 20 ديسمبر 2025",
        "بلدية المرفأ تفتح سوق السمك الجديد",
        "واجهة السوق الجديد قبل افتتاحه",
        "افتتح رئيس بلدية المرفأ، اليوم الخميس، سوق السمك الجديد وسط حضور كبير من أهالي المدينة والصيادين، بعد عامين.",
        "وقال رئيس البلدية إن كلفة الأعمال بلغت ثلاثة ملايين دينار، وإن السوق يضم ستين متجرا ومخزنا مبردا كبيرا.",
        "وأضاف أن العمل في رصيف المرفأ المجاور سيبدأ في الربيع المقبل، على أن ينتهي قبل نهاية العام نفسه.",
        "اقرأ أيضا",
        "طقس معتدل على السواحل حتى نهاية الأسبوع",
        "إعادة فتح جسر الوادي أمام الشاحنات",
        "جميع الحقوق محفوظة © 2025",
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p>أ</p><p>ب</p>",
        "<div>أ<div>ب</div></div>",
        "أ<br>ب",
        "أ<br/>ب",
        "<ul><li>أ<li>ب</ul>",
        "<table><tr><td>أ<td>ب</table>",
        "<dl><dt>أ<dd>ب</dl>",
        "<h2>أ</h2>ب",
        "أ<hr>ب",
        "<figure>أ<figcaption>ب</figcaption></figure>",
        "<button>أ</button>ب",
        "<news-card>أ</news-card>ب",
        "<pre>أ\r\nب</pre>",
        "<p>أ\n</p>\n\n<p> </p><p>&nbsp;</p>ب",
    ],
)
def test_a_block_is_a_line(html: str) -> None:
    """Blocks, rows, cells, line breaks and components of the site's own part lines; empty ones make none."""
    assert lines(html) == ["أ", "ب"]


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>ال<b>كتا</b>ب</p>", "الكتاب"),
        ("<p>وال<a href=x>رئيس</a>ان</p>", "والرئيسان"),
        ("<p>كت<!-- -->اب</p>", "كتاب"),
        ("<p>كت<wbr>اب</p>", "كتاب"),
        ("<p>كت<span hidden>x</span>اب</p>", "كتاب"),
        ("<p>كلمة \n\t كلمة</p>", "كلمة كلمة"),
        ("<p>كلمة<img src=x>كلمة</p>", "كلمة كلمة"),
        ("<p><a>محليات</a><a>رياضة</a></p>", "محليات رياضة"),
        ("<p><span><a>محليات</a></span><span><a>رياضة</a></span></p>", "محليات رياضة"),
        ("<p><span>سامية</span><time>10:30</time>محليات</p>", "سامية 10:30 محليات"),
        ("<p>(<time>10:30</time>)</p>", "(10:30)"),
        ("<p><label>الاسم</label><label>البريد</label></p>", "الاسم البريد"),
        ("<p><span>10:30 GMT</span><span>17 مارس</span></p>", "10:30 GMT 17 مارس"),
        ("<p><span>المحا</span><span>فظة</span></p>", "المحافظة"),
        ("<p>بلغ ب<b>100</b> متر</p>", "بلغ ب100 متر"),
        ("<p>خبر&nbsp;&nbsp;&nbsp;&nbsp;خبر&nbsp;</p>", "خبر\xa0\xa0\xa0\xa0خبر"),
        ("<p>&laquo;قال&raquo; &#x627;&#1576; &amp;amp; &hellip;</p>", "«قال» اب &amp; …"),
        ("<p>3 < 5 و 5 > 3</p>", "3 < 5 و 5 > 3"),
    ],
)
def test_words_stay_whole_within_a_line(html: str, line: str) -> None:
    """Inline elements break no word; pictures, neighbouring links, labels and times part words; no-break spaces stay.

    Of two elements that touch, a figure and a word are two things; a word in two of them is one.
    """
    assert lines(html) == [line]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>ب</script>",
        "<script>if (a < b) { '<p>ب</p>' }</script>",
        "<style>ب</style>",
        "<noscript><p>ب</p></noscript>",
        "<template><p>ب</p></template>",
        "<title>ب</title>",
        "<textarea>ب</textarea>",
        "<select><option>ب</select>",
        "<svg><title>ب</title><text>ب</text></svg>",
        "<iframe>ب</iframe>",
        "<video>ب</video>",
        "<dialog>ب</dialog>",
        "<p hidden>ب<b>ب</b></p>",
        "<p style='color:red;DISPLAY : none'>ب</p>",
        "<div style='visibility:hidden'><div>ب</div></div>",
        "<span class='x sr-only'>ب</span>",
        "<div class='d-none'>ب</div>",
        "<div class='d-none d-print-none'>ب</div>",
        "<div class='hidden visible-xs'><p>ب</p></div>",
        "<div class='modal fade'><h4>ب</h4></div>",
        "<div role=dialog><p>ب</p></div>",
        "<div aria-modal=true>ب</div>",
        "<!-- ب -->",
        "<![CDATA[ب]]>",
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    """Code, controls, fallbacks and hidden elements show nothing, and what follows them is shown again."""
    assert lines(f"<p>أ</p>{hidden}<p>ج</p>") == ["أ", "ج"]


@pytest.mark.parametrize(
    "shown",
    [
        "<p aria-hidden=true>ب</p>",
        "<details>ب</details>",
        "<dialog open>ب</dialog>",
        "<p style='display:block'>ب</p>",
        "<p class='no-sr-only'>ب</p>",
        "<p class='d-none d-md-block'>ب</p>",
        "<p class='hidden md:block'>ب</p>",
        "<div class='modal show'>ب</div>",
        "<p class='overflow-hidden'>ب</p>",
        "<div class=hidden>أ<article>ب</article></div>",
        "<div class=hidden><h1>ب</h1></div>",
        "<article class=hidden>ب</article>",
        "<body hidden style='display:none'>ب",
    ],
)
def test_what_is_seen_stays(shown: str) -> None:
    """What is only hidden from listeners, can be unfolded, or is unveiled by the page's own script is visible."""
    assert lines(shown) == ["ب"]


def test_preformatted_text_that_began_unseen_ends_without_a_trace() -> None:
    """What follows keeps its own line ends' meaning: none."""
    assert lines("<div class='hidden'><pre><h1>أ</h1></pre></div><p>ب\nج</p>") == ["أ", "ب ج"]
