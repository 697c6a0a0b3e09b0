"""Outlets and authors that pages name without a label, as sites lay their pages out."""

from collections.abc import Callable

import pytest

from schemas.document import Metadata
from schemas.segment import Owner, SegmentKind
from workers.stages.metadata import METADATA
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.clippings import read_clipping
from workers.stages.metadata.readers.outlets import last_outlet, outlet_alone, outlet_beside_dates, outlet_of_feed
from workers.stages.page import Page

Maker = Callable[..., Page]

HEADLINE = "سفينة ركاب ترسو في ميناء جديد"
TEXT = "وصلت السفينة إلى الميناء صباحا بعد رحلة استمرت أسبوعين، وعلى متنها مئتا راكب من أربع دول."


def _article(make_page: Maker, *lines: tuple[SegmentKind, str], headline: str = HEADLINE) -> Metadata:
    page = [
        (kind, Owner.PAGE if kind is SegmentKind.BOILERPLATE else Owner.ARTICLE, content)
        for kind, content in ((SegmentKind.HEADLINE, headline), *lines)
    ]
    return METADATA.apply(make_page(*page)).documents[0].metadata


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("الأمصار", "الأمصار"),
        ("جريدة عمان", "جريدة عمان"),
        ("«عكاظ» (جدة)okaz@", "عكاظ"),
        ("(اليوم السابع )", "اليوم السابع"),
        ("الساعة 12:00 صباحاً (وهج الخليج)", "وهج الخليج"),
        ("موقع كل يوم -جريدة الديار", "جريدة الديار"),
        ("الحوار المتمدن-العدد: 3361 - 2011 / 5 / 9 - 22:31", "الحوار المتمدن"),
        ("جريدة عمان، العدد 1204", "جريدة عمان"),
        ("صوت الساحل - خاص", "صوت الساحل"),
        ("متابعات | الضفاف نيوز", "الضفاف نيوز"),
        ("اليوم 24", "اليوم 24"),
        ("over 2 years in اليوم السابع", "اليوم السابع"),
        ("حوالي ٤ سنوات فى الأمصار", "الأمصار"),
        ("قبل ساعتين في الرياض", None),
        ("ساعتان في اليوم", None),
        ("يمن برس - متابعة خاصة", "يمن برس"),
        ("المرسى نيوز", "المرسى نيوز"),
        ("واحات بريس", "واحات بريس"),
        ("جريدة المرسى الآن", "جريدة المرسى الآن"),
        ("مجلة المرسى Almarsa", "مجلة المرسى"),
        ("النشرة الإخبارية", None),
        ("موقع الحادث", None),
        ("فرانس برس", None),
        ("Harbour News", None),
        ("اقتصاد - خاص", None),
        ("أخبار محلية - متابعات", None),
        ("صوت الساحل", None),
        ("الرياض", None),
        ("السياسة", None),
        ("قناة السويس", None),
        ("مرسى الأخبار", None),
        ("رويترز", None),
        ("اليوم السابع يفتتح معرضا", None),
    ],
)
def test_a_known_outlet_may_fill_a_line(line: str, outlet: str | None) -> None:
    """Places, dates and accounts may stand beside it; what heads sections and places as well is no outlet alone."""
    assert outlet_alone(Quote(line)) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("date 2025-12-14 الأحد 14 ديسمبر 2025 الساعة 07 مساءً / مأرب برس- غرفة الأخبار", "مأرب برس"),
        ("الأحد 14 ديسمبر 2025 | صحيفة المرفأ | عدن", "صحيفة المرفأ"),
        ("الأحد 14 ديسمبر 2025 | سعاد الهاشمي", None),
        ("الأحد 14 ديسمبر 2025", None),
    ],
)
def test_an_outlet_may_stand_beside_the_date(line: str, outlet: str | None) -> None:
    """Desks and places beside it do not count; other names there are no outlets."""
    assert outlet_beside_dates(Quote(line)) == outlet


@pytest.mark.parametrize(("masthead", "publisher"), [("CNN", "CNN"), ("رويترز", None), ("أخبار CNN اليوم", None)])
def test_an_agency_that_the_masthead_names_alone_publishes_itself(
    make_page: Maker, masthead: str, publisher: str | None
) -> None:
    """On another's page its name stands in the dateline only; one that the furniture names, too, has copied nobody."""
    metadata = _article(make_page, (SegmentKind.BOILERPLATE, masthead), (SegmentKind.PARAGRAPH, f"دمشق (CNN)-- {TEXT}"))
    assert metadata.publisher == publisher
    assert metadata.agencies == (() if publisher else ("CNN",))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("موقع كل يوم -جريدة المرفأ", "جريدة المرفأ"), ("جريدة المرفأ", None), ("جريدة المرفأ - عدن", None)],
)
def test_the_last_of_chained_outlets_is_whose_article_it_is(line: str, outlet: str | None) -> None:
    """Those before it only carry the article."""
    assert last_outlet(Quote(line)) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The post سفينة ترسو في الميناء first appeared on مرسى الأخبار.", "مرسى الأخبار"),
        ("The post سفينة appeared first on Port News.", "Port News"),
        ("ظهرت المقالة سفينة ترسو أولاً على مرسى الأخبار.", "مرسى الأخبار"),
        ("L’article سفينة est apparu en premier sur مرسى الأخبار.", "مرسى الأخبار"),
        ("The post office of the port first appeared in 1920.", None),
    ],
)
def test_a_feeds_footer_names_the_outlet(line: str, outlet: str | None) -> None:
    """Publishing systems say below each item of a feed where it appeared first."""
    assert outlet_of_feed(Quote(line)) == outlet


@pytest.mark.parametrize(
    ("opening", "outlet", "author"),
    [
        ("كتبت “مرسى الأخبار”: ", "مرسى الأخبار", None),
        ("كتبت صحيفة “المرفأ” تقول: ", "المرفأ", None),
        ("كتب كريم منصور في “المرفأ”:", "المرفأ", "كريم منصور"),
        ("جاء في صحيفة المرفأ: ", "صحيفة المرفأ", None),
        ("جاء في “المركزية”:", "المركزية", None),
    ],
)
def test_a_clipping_names_the_paper_and_its_author(opening: str, outlet: str, author: str | None) -> None:
    """Pages that clip from the press open with whom they clip."""
    clipping = read_clipping(Quote(opening + TEXT))

    assert clipping is not None
    assert (clipping.outlet, clipping.author) == (outlet, author)


@pytest.mark.parametrize(
    "opening",
    ["جاء في بيان الوزارة: ", "كتب كريم منصور: ", "كتب في حسابه: ", "جاء في “القاهرة”: ", "كتب رسالة قال فيها "],
)
def test_other_openings_are_no_clippings(opening: str) -> None:
    """Without quotation marks only outlets count, and places never."""
    assert read_clipping(Quote(opening + TEXT)) is None


@pytest.mark.parametrize("kind", [SegmentKind.BOILERPLATE, SegmentKind.PARAGRAPH])
def test_an_outlet_between_headline_and_text_publishes(make_page: Maker, kind: SegmentKind) -> None:
    """Whatever its line passed for; a credit goes before it, and it is no agency then."""
    lines = [(kind, "النيلين"), (SegmentKind.PARAGRAPH, TEXT)]
    credited = _article(make_page, *lines, (SegmentKind.CREDIT, "المصدر: موقع النيلين"))

    assert _article(make_page, *lines).publisher == "النيلين"
    assert (credited.publisher, credited.agencies) == ("موقع النيلين", ())


@pytest.mark.parametrize(
    ("line", "publisher", "agencies", "authors"),
    [
        ("نقلا عن مرسى الأخبار", "مرسى الأخبار", (), ()),
        ("صدى الضفاف + وكالات", "صدى الضفاف", ("وكالات",), ()),
        ("كريم منصور _ صدى الضفاف", "صدى الضفاف", (), ("كريم منصور",)),
        ("ع.ش/ ح.ز (أ ف ب، د ب أ)", None, ("أ ف ب", "د ب أ"), ()),
        ("النتائج الأولية", None, (), ()),
        ("مصدر مطلع", None, (), ()),
        ("وأشاد كريم منصور بصدى الضفاف.", None, (), ()),
    ],
)
def test_a_short_last_paragraph_may_be_the_credit(
    make_page: Maker, line: str, publisher: str | None, agencies: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    """It has a credit's label, or names nothing but sources and who wrote; editors' initials are nobody."""
    metadata = _article(make_page, (SegmentKind.PARAGRAPH, TEXT), (SegmentKind.PARAGRAPH, line))

    assert (metadata.publisher, metadata.agencies, metadata.authors) == (publisher, agencies, authors)


def test_several_agencies_may_stand_behind_the_last_sentence(make_page: Maker) -> None:
    """In brackets, and nothing else beside them there."""
    several, others = (
        _article(make_page, (SegmentKind.PARAGRAPH, TEXT), (SegmentKind.PARAGRAPH, f"{TEXT} ({names})"))
        for names in ("رويترز، أ ف ب", "رويترز، صورة من الأرشيف")
    )

    assert (several.agencies, others.agencies) == (("رويترز", "أ ف ب"), ())


def test_initials_that_are_an_agencys_are_no_editors(make_page: Maker) -> None:
    """`أ. ش. أ` is one, however its letters are parted."""
    line = (SegmentKind.CAPTION, "(أ. ش. أ)")

    assert _article(make_page, line, (SegmentKind.PARAGRAPH, TEXT)).agencies == ("أ. ش. أ",)


def test_the_end_of_a_broken_sentence_is_no_credit(make_page: Maker) -> None:
    """What goes on with an unended line belongs to its sentence."""
    broken = TEXT.removesuffix(".") + " كما كتبت"
    metadata = _article(make_page, (SegmentKind.PARAGRAPH, broken), (SegmentKind.PARAGRAPH, "صدى الضفاف + وكالات"))

    assert (metadata.publisher, metadata.agencies) == (None, ())


def test_sources_above_the_text_are_read_whatever_their_line_passed_for(make_page: Maker) -> None:
    """An outlet and the agency whose copy it uses."""
    metadata = _article(make_page, (SegmentKind.CAPTION, "صدى الضفاف - رويترز"), (SegmentKind.PARAGRAPH, TEXT))

    assert (metadata.publisher, metadata.agencies) == ("صدى الضفاف", ("رويترز",))


def test_a_byline_may_stand_behind_a_bar_beside_the_date(make_page: Maker) -> None:
    """The line counts as the date's, and names the author too."""
    stamp = (SegmentKind.TIMESTAMP, "الإثنين 17-02-2025 14:15 | كتب: كريم منصور |")
    metadata = _article(make_page, stamp, (SegmentKind.PARAGRAPH, TEXT))

    assert (metadata.published_at, metadata.authors) == ("2025-02-17T14:15", ("كريم منصور",))


def test_a_date_may_follow_a_dateline_of_its_own_line(make_page: Maker) -> None:
    """It is read although it passed for a paragraph."""
    lines = [(SegmentKind.PARAGRAPH, line) for line in ("صور - صدى الضفاف", "17 فبراير 2025 الساعة 09:12", TEXT)]

    assert _article(make_page, *lines).published_at == "2025-02-17T09:12"


def test_a_headline_may_name_its_author(make_page: Maker) -> None:
    """`يكتب` behind a person in the headline makes the author, without the title before the name."""
    metadata = _article(make_page, (SegmentKind.PARAGRAPH, TEXT), headline="الدكتور كريم منصور يكتب: سفن بلا موانئ")

    assert metadata.authors == ("كريم منصور",)


def test_a_name_that_the_headline_speaks_of_is_a_caption(make_page: Maker) -> None:
    """A picture of whom the article is about has the name below it: nobody's byline."""
    lines = [(SegmentKind.BYLINE, "كريم منصور"), (SegmentKind.PARAGRAPH, TEXT)]

    assert _article(make_page, *lines, headline="كريم منصور يقود السفينة إلى ميناء جديد").authors == ()
    assert _article(make_page, *lines).authors == ("كريم منصور",)


@pytest.mark.parametrize("called", ['في حديث لـ"وهج المرسى"', "في بيان تلقته (وهج المرسى)"])
def test_an_unknown_name_beside_a_place_is_the_outlet_that_the_text_names_again(make_page: Maker, called: str) -> None:
    """An article calls its own outlet by name; without that an unknown name stays nobody's."""
    lines = [(SegmentKind.BYLINE, "وهج المرسى-مسقط")]

    told = _article(make_page, *lines, (SegmentKind.PARAGRAPH, f"{TEXT} وقال القبطان {called} إن الرحلة كانت هادئة."))

    assert (told.publisher, told.dateline_place) == ("وهج المرسى", "مسقط")
    assert _article(make_page, *lines, (SegmentKind.PARAGRAPH, TEXT)).publisher is None


def test_a_dateline_on_its_own_line_leaves_todays_date_to_the_lead(make_page: Maker) -> None:
    """The lead below it says which day today is."""
    lead = "رست السفينة في الميناء اليوم الثلاثاء (10 كانون الأول 2019)، دون أن تعلن الإدارة موعد رحيلها عن المدينة."
    metadata = _article(make_page, (SegmentKind.PARAGRAPH, "بغداد اليوم- بغداد"), (SegmentKind.PARAGRAPH, lead))

    assert (metadata.publisher, metadata.published_at) == ("بغداد اليوم", "2019-12-10")


def test_a_dateline_stands_below_a_copy_of_the_headline(make_page: Maker) -> None:
    """An outlet before a copy of the headline is not the lead's dateline."""
    metadata = _article(
        make_page,
        (SegmentKind.PARAGRAPH, f"العرب اليوم - {HEADLINE}"),
        (SegmentKind.PARAGRAPH, "القاهرة - العرب اليوم"),
        (SegmentKind.PARAGRAPH, TEXT),
    )

    assert (metadata.publisher, metadata.dateline_place) == ("العرب اليوم", "القاهرة")


def test_captions_may_stand_above_an_author_alone(make_page: Maker) -> None:
    """Below first lines of a word or two, a name alone is the author's."""
    captions = [(SegmentKind.PARAGRAPH, "القبطان"), (SegmentKind.PARAGRAPH, "القبطان")]
    metadata = _article(make_page, *captions, (SegmentKind.PARAGRAPH, "سعاد الهاشمي"), (SegmentKind.PARAGRAPH, TEXT))

    assert metadata.authors == ("سعاد الهاشمي",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Karim Haddad", ("Karim Haddad",)),
        ("ق.الهاشمي", ("ق.الهاشمي",)),
        ("ق.ه", ()),
        ("Selim Aydemir, Nur Yalçın  |", ("Selim Aydemir", "Nur Yalçın")),
        ("Read More", ()),
        ("Harbour News", ()),
        ("Harbour", ()),
        ("karim haddad", ()),
    ],
)
def test_a_name_in_latin_letters_beside_the_date_is_the_authors(
    make_page: Maker, line: str, authors: tuple[str, ...]
) -> None:
    """Whatever its line passed for; buttons, outlets and single words are no names, nor what stands elsewhere."""
    date = (SegmentKind.TIMESTAMP, "9 نوفمبر 2024")
    near = _article(make_page, (SegmentKind.BOILERPLATE, line), date, (SegmentKind.PARAGRAPH, TEXT))
    far = _article(make_page, date, (SegmentKind.PARAGRAPH, TEXT), (SegmentKind.BOILERPLATE, line))
    assert (near.authors, far.authors, near.publisher) == (authors, (), None)


@pytest.mark.parametrize(
    ("above", "publisher"),
    [("شبكة المرسى الإخبارية/", "شبكة المرسى الإخبارية"), ("شبكة المرسى الإخبارية", None), ("أخبار المرسى/", None)],
)
def test_an_outlet_and_a_slash_right_above_the_headline_are_whose_article_it_is(
    make_page: Maker, above: str, publisher: str | None
) -> None:
    """Without the slash it is the masthead."""
    masthead = (SegmentKind.BOILERPLATE, Owner.PAGE, above)
    headline = (SegmentKind.HEADLINE, Owner.ARTICLE, HEADLINE)
    page = make_page(masthead, headline, (SegmentKind.PARAGRAPH, Owner.ARTICLE, TEXT))
    assert METADATA.apply(page).documents[0].metadata.publisher == publisher


def test_a_label_behind_its_name_tells_the_outlet(make_page: Maker) -> None:
    """Pages that are written from left to right have it there."""
    line = (SegmentKind.PARAGRAPH, "المرفأ اليوم:Source")
    assert _article(make_page, line, (SegmentKind.PARAGRAPH, TEXT)).publisher == "المرفأ اليوم"


def test_an_agency_remains_one_on_its_own_site(make_page: Maker) -> None:
    """One that is no outlet besides; what spells its name out is the site's own line."""
    lead = (SegmentKind.PARAGRAPH, f"الخور في 06 نوفمبر /قنا/ {TEXT}")
    own = (SegmentKind.BOILERPLATE, "وكالة الأنباء القطرية"), (SegmentKind.CREDIT, "وكالة الأنباء القطرية")
    metadata = _article(make_page, own[0], lead, own[1])
    assert (metadata.publisher, metadata.agencies) == (None, ("قنا",))


def test_sources_with_a_slash_right_below_the_text_are_the_articles(make_page: Maker) -> None:
    """Whatever they passed for; without the slash they may be a footer's."""
    text = (SegmentKind.PARAGRAPH, TEXT)
    metadata = _article(make_page, text, (SegmentKind.BOILERPLATE, "فرانس24/ أ ف ب"))
    assert (metadata.publisher, metadata.agencies) == ("فرانس24", ("أ ف ب",))
    assert _article(make_page, text, (SegmentKind.BOILERPLATE, "فرانس24")).publisher is None


def test_sources_with_a_slash_among_keywords_are_the_articles(make_page: Maker) -> None:
    """Tags are parted by other marks."""
    chain = (SegmentKind.KEYWORDS, "فرانس24/ أ ف ب"), (SegmentKind.KEYWORDS, "قطارات")
    metadata = _article(make_page, (SegmentKind.PARAGRAPH, TEXT), *chain)
    assert (metadata.publisher, metadata.agencies, metadata.keywords) == ("فرانس24", ("أ ف ب",), ("قطارات",))


@pytest.mark.parametrize(
    ("headline", "papers", "publisher"),
    [
        ("أبرز ما نشرته الصحف اليوم", ("القبس", "الأنباء"), None),
        ("عناوين الصحف الكويتية ليوم الثلاثاء", ("القبس", "الأنباء"), None),
        ("سفينة ترسو في الميناء", ("القبس", "الأنباء"), "الأنباء"),
        ("أبرز ما نشرته الصحف اليوم", ("اقتصاد", "الأنباء"), "الأنباء"),
    ],
)
def test_the_papers_that_a_review_of_the_press_names_publish_nothing_of_it(
    make_page: Maker, headline: str, papers: tuple[str, str], publisher: str | None
) -> None:
    """Above what it tells of each stands the paper's name, which may pass for a credit."""
    lines = (SegmentKind.BOILERPLATE, papers[0]), (SegmentKind.PARAGRAPH, TEXT), (SegmentKind.CREDIT, papers[1])
    assert _article(make_page, *lines, headline=headline).publisher == publisher


def test_a_review_of_the_press_keeps_its_own_credit(make_page: Maker) -> None:
    """Behind a label, or an agency's."""
    papers = (SegmentKind.BOILERPLATE, "القبس"), (SegmentKind.PARAGRAPH, TEXT), (SegmentKind.PARAGRAPH, "الأنباء")
    credits_ = (SegmentKind.CREDIT, "المصدر: النهار"), (SegmentKind.CREDIT, "(رويترز)")
    metadata = _article(make_page, *papers, *credits_, headline="عناوين الصحف الكويتية ليوم الثلاثاء")
    assert (metadata.publisher, metadata.agencies) == ("النهار", ("رويترز",))
