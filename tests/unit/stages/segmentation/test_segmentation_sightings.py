"""What sites do with headlines, dates, links and captions, seen on real ones."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from schemas.segment import Owner, Segment, SegmentKind
from tests.council import HEAD, LAST, LEAD, MORE, lines
from workers.markup.witness import Witness
from workers.stages.page import Page
from workers.stages.segmentation import SEGMENTATION, parts_of
from workers.stages.segmentation.documents import gather
from workers.stages.segmentation.features.look import features_of
from workers.stages.segmentation.lines import Line
from workers.stages.segmentation.settlement import settle

Kinds = Callable[[str], list[tuple[str, str]]]

DATE = "الاثنين، 5 مايو 2024 10:30 ص"


def named(*texts: str, title: str | None = None) -> list[tuple[str, ...]]:
    """Give the features of some lines."""
    return list(features_of([Line(0, len(text), text) for text in texts], title))


def test_a_date_between_two_copies_of_the_headline_is_the_articles(kinds: Kinds) -> None:
    """Below the breadcrumb's or the window's copy stands no masthead any more."""
    assert ("timestamp", DATE) in kinds(lines(HEAD, DATE, f"{HEAD}", "كتب وليد محمود", LEAD, MORE))


def test_a_date_alone_above_the_headline_is_the_articles(kinds: Kinds) -> None:
    """Where a page has nothing but a date above its headline, and no other date, it is no masthead's."""
    assert kinds(lines("السبت، 16 أغسطس 2014", HEAD, LEAD, MORE))[0] == ("timestamp", "السبت، 16 أغسطس 2014")


@pytest.mark.parametrize(
    "trail", ["الرئيسية » أخبار محلية وعربية", "الصفحة الرئيسية / آخر أخبار المدينة", "الرئيسية أقاليم ومحافظات"]
)
def test_a_trail_of_sections_is_no_headline(kinds: Kinds, trail: str) -> None:
    """A breadcrumb without the headline stays furniture, and the headline below it is found."""
    assert [kind for kind, _ in kinds(lines(trail, HEAD, LEAD, MORE))][:3] == ["boilerplate", "headline", "paragraph"]


def test_an_address_alone_on_a_line_is_furniture(kinds: Kinds) -> None:
    """A link is no running text, however long."""
    address = "https://img.site.example/104442/34/1044423427_0:0:1280:721_1200x675_80_0_0_f8d71ca02.jpg"
    assert ("boilerplate", address) in kinds(lines(HEAD, DATE, address, LEAD, MORE, LAST))


def test_joiners_alone_are_furniture(kinds: Kinds) -> None:
    """What repair leaves of a stray mark on a line of its own is no crumb of the text."""
    assert ("boilerplate", "\N{WORD JOINER}") in kinds(lines(HEAD, DATE, LEAD, "\N{WORD JOINER}", MORE, LAST))


def test_twins_and_echoes_are_seen() -> None:
    """Two equal lines in a row are twins; a title that a breadcrumb ends with is its echo."""
    twin, other, crumbs, title = named("زوار على الكورنيش", "زوار على الكورنيش", f"الرئيسية - محليات - {HEAD}", HEAD)
    assert "twin" in twin
    assert "twin" in other
    assert "crumbs" in crumbs
    assert "echoed" in title


def test_the_markups_title_is_told() -> None:
    """A line that says what the markup gives as title is told, with the site's name behind that or not."""
    assert "told" in named(HEAD, title=HEAD)[0]
    assert "told" in named(HEAD, title=f"{HEAD} | المرسى")[0]
    assert "told" not in named(HEAD, title=f"{HEAD}ة المرسى")[0]
    assert "told" not in named(HEAD)[0]


def test_the_markups_title_decides_for_the_headline(segment: Callable[[str], Page]) -> None:
    """Of two lines that could be the headline the one is taken that the markup names."""
    section = "متابعة خاصة لجلسات المجلس البلدي"
    page = segment(lines(HEAD, section, LEAD, MORE))
    for title in (HEAD, section):
        (document,) = SEGMENTATION.apply(replace(page, witness=Witness(headline=title))).documents
        assert document.headline is not None
        assert document.headline.text == title


@pytest.mark.parametrize(
    ("stamp", "rest"),
    [
        ("date 2025-08-31", LEAD),
        (
            "date 2025-08-31",
            "وقال الوزير يوم 25 آب 2024 إن العمل مستمر في الطرق والجسور كلها، وإن الصيف سيكون موعد افتتاحها.",
        ),
        ("الخميس, أيلول (سبتمبر) 2, 2021 - 20:45", f"{LEAD} {MORE}"),
    ],
)
def test_a_date_before_the_lead_on_one_line_stands_apart(kinds: Kinds, stamp: str, rest: str) -> None:
    """A crawler's date, or a day with its time, is cut off the lead, whatever days the lead tells of."""
    assert kinds(lines(f"{stamp} {rest}", MORE, LAST))[:2] == [("timestamp", stamp), ("paragraph", rest)]


def test_a_date_behind_a_sources_name_stands_apart(kinds: Kinds) -> None:
    """An outlet and the date share a line below the headline."""
    assert ("timestamp", "30-06-2025") in kinds(lines(HEAD, "القدس العربي 30-06-2025", LEAD, MORE))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("شكرا لقرائتكم خبر عن", "والآن مع التفاصيل"),
        ("نقدم لزوارنا الكرام أهم الأخبار في المقال الآتي:", "ونترككم مع محتوى الخبر"),
    ],
)
def test_a_headline_inside_an_aggregators_sentence_is_cut_out(kinds: Kinds, before: str, after: str) -> None:
    """The only copy of the headline stands between set phrases, which are furniture."""
    assert kinds(lines(f"{before} {HEAD} {after}", DATE, LEAD, MORE))[:3] == [
        ("boilerplate", before),
        ("headline", HEAD),
        ("boilerplate", after),
    ]


def test_a_label_and_a_source_are_cut_off_what_is_stuck_to_them() -> None:
    """A list's label and a known source of several words end where another word is stuck to them."""
    assert [part.text for part in parts_of(f"أخبار عاجلة{HEAD}")] == ["أخبار عاجلة", HEAD]
    assert [part.text for part in parts_of(f"سكاي نيوز عربية{LEAD}")] == ["سكاي نيوز عربية", LEAD]
    assert [part.text for part in parts_of(f"سكاي نيوز عربية {LEAD}")] == [f"سكاي نيوز عربية {LEAD}"]
    office = "رئيس مجلس الإدارة ورئيس التحرير"
    assert [part.text for part in parts_of(f"{office}سعاد محمود")] == [office, "سعاد محمود"]


def test_a_caption_beside_a_long_headline_is_not_taken_for_its_copy() -> None:
    """Of copies the shortest counts, but not what is less than half as long as the longest."""
    text = f"{HEAD}\nجانب من القاعة"
    pieces = (
        Segment(kind=SegmentKind.HEADLINE, owner=Owner.ARTICLE, start=start, end=end)
        for start, end in ((0, len(HEAD)), (len(HEAD) + 1, len(text)))
    )
    (article,) = gather("p", text, list(pieces))
    assert article.headline is not None
    assert article.headline.text == HEAD


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("مروة عبد الله، سعاد محمودالثلاثاء 21 يناير 2025 07:08 م دقيقتان للقراءة", 3),
        ("مروة عبد الله12/26/2024 06:43 PM وقت القراءة: 4 دقائق", 3),
        ("محمود أبو زيدتاريخ النشرالثلاثاء 18 فبراير 2025 04:47", 2),
        ("العربية نت منذ 3 ساعات", 1),
    ],
)
def test_authors_dates_and_reading_times_are_cut_apart(line: str, pieces: int) -> None:
    """Several authors count as one, a date's label goes with the date; an outlet and an age stay together."""
    assert len(parts_of(line)) == pieces


@pytest.mark.parametrize(
    "pieces",
    [
        (HEAD, "تم نشره الخميس 06 شباط / فبراير 2025 02:59 صباحاً"),
        (HEAD, "تاريخ النشرالخميس 27 فبراير 2025 03:11"),
        (HEAD, "نُشر: 27/6/2025|", "آخر تحديث: 27/6/2025 08:40 م (توقيت مكة المكرمة)"),
        ("آخر تحديث: الجمعة 19 سبتمبر 2025 - 12:18 ص", "3 دقائق قراءة"),
        (HEAD, "صورة تعبيرية"),
        ("قبل الموعد.", "(رويترز)"),
        ("قبل الموعد.", "المصدر: رويترز"),
    ],
)
def test_labels_zones_and_credits_stay_with_what_they_are_about(pieces: tuple[str, ...]) -> None:
    """A date takes its label along and leaves the reading time behind; credits end short last lines, too."""
    assert tuple(part.text for part in parts_of(" ".join(pieces))) == pieces


def test_a_zone_belongs_to_a_date_stuck_to_the_headline() -> None:
    """A date that is stuck to the headline's last letter may name its zone in brackets."""
    stamp = "2025/06/22، 02:47 (توقيت القدس)"
    assert [part.text for part in parts_of(HEAD + stamp)] == [HEAD, stamp]


def test_only_the_first_copy_of_a_title_is_cut_out_of_set_phrases(kinds: Kinds) -> None:
    """The sentence that closes an aggregator's page names the headline again and is furniture as a whole."""
    opening, closing = (
        f"شكرا لقرائتكم خبر عن {HEAD} والآن مع التفاصيل",
        f"كانت هذه تفاصيل خبر {HEAD} نرجو بأن نكون قد وفقنا",
    )
    found = kinds(lines(opening, DATE, LEAD, MORE, closing))
    assert ("headline", HEAD) in found
    assert found[-1] == ("boilerplate", closing)


def test_a_credit_without_a_colon_names_known_sources_only() -> None:
    """A label and nothing but sources is a credit; the same label before other words says nothing."""
    assert "credit_open" in named("المصدر رويترز + سانا")[0]
    assert "credit_open" not in named("المصدر الأول للمياه في المدينة")[0]


def test_an_article_with_a_headline_has_none_below_its_body() -> None:
    """What could be a headline below the credit is another article's where one stands above."""
    heads = [Line(0, 4, "عنوان"), Line(5, 9, "متن"), Line(10, 14, "مصدر"), Line(15, 19, "آخر")]
    assert settle(heads, ["headline", "body", "credit", "late_headline"])[-1] == "related_item"
    assert settle(heads, ["masthead", "body", "credit", "late_headline"])[-1] == "late_headline"


@pytest.mark.parametrize(("day", "state"), [("25", "pre_stamp"), ("26", "pre_stamp"), ("27", "mast_stamp")])
def test_a_second_date_no_later_than_the_mastheads_is_the_articles(day: str, state: str) -> None:
    """A masthead tells the day of the capture; a second date above the headline is the article's unless it is later."""
    texts = ("الخميس 26 يونيو 2025", "الرئيسية", f"{day}/6/2025", "عنوان", "متن")
    states = ["mast_stamp", "masthead", "mast_stamp", "headline", "body"]
    assert settle([Line(0, len(text), text) for text in texts], states)[2] == state


@pytest.mark.parametrize("stamp", ["04/09/2025 17:42", "2025-09-04 17:42:10", "4 سبتمبر"])
def test_a_date_that_is_no_more_than_numbers_counts_above_the_headline(kinds: Kinds, stamp: str) -> None:
    """However a masthead's line could look, a lone date above the headline is the article's."""
    assert kinds(lines(stamp, HEAD, LEAD, MORE))[0] == ("timestamp", stamp)


ROW = (
    "افتتاح سوق جديد في المدينة القديمة بحضور المحافظ طلاب الجامعة يطلقون مبادرة لتنظيف الشاطئ المنتخب يفوز على ضيفه "
    "بثلاثة أهداف أمطار غزيرة على الساحل الشمالي غدا وزير النقل يتفقد أعمال الطريق الدائري"
)


def test_headlines_in_a_row_without_marks_are_no_paragraph(kinds: Kinds) -> None:
    """A long line without one comma or full stop is a ticker whose separators got lost, not the article's text."""
    found = kinds(lines("الموجز", ROW, HEAD, LEAD, MORE))
    assert ("related_item", ROW) in found
    assert ("headline", HEAD) in found
    assert "breathless" not in named(f"{ROW}، {ROW}")[0]


@pytest.mark.parametrize("line", ["الدكتور أحمد عبد الرحمن", "المهندسة سعاد محمود"])
def test_an_honorific_before_a_name_makes_it_no_other_line(line: str) -> None:
    """A person with an honorific is a person all the same; an honorific alone is none."""
    assert "person" in named(line)[0]
    assert "person" not in named(line.partition(" ")[0])[0]


@pytest.mark.parametrize("line", ["إجمالي نتائج البحث: 912", "التعليقات 3", "12 تعليقا"])
def test_a_label_and_a_number_are_a_count(line: str) -> None:
    """Results, comments and views are counted with a label of some words, before the number or behind it."""
    assert "count" in named(line)[0]


def test_one_headline_with_its_paragraphs_is_no_list_of_beginnings() -> None:
    """A page with a single text has it as its article; with two, they stay other articles' beginnings."""
    states = ["masthead", "next_headline", "teaser_stamp", "teaser_body", "foot"]
    page = [Line(0, 4, "كلمة")] * len(states)
    assert settle(page, states) == ["masthead", "headline", "stamp", "body", "foot"]
    assert settle(page * 2, states * 2) == states * 2


@pytest.mark.parametrize(
    "line", ["كربلاء/ مراسل القناة", "البصرة - سعدون الجابري", "صنعاء ـ سبأ", "بغداد - مكتب القناة"]
)
def test_a_place_beside_a_divider_is_no_headline(kinds: Kinds, line: str) -> None:
    """Cities and regions open datelines, whatever divides them from a correspondent or an agency."""
    assert "placed" in named(line)[0]
    assert kinds(lines(line, LEAD, MORE))[0] == ("paragraph", line)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("حديقة الحيوان تستقبل شبلين نادرين", "voiced"),
        ("الإفتاء: تقسيط رسوم الرحلة جائز", "voiced"),
        ("مدينة بلا ضجيج.. حلم السكان", "voiced"),
        ("شاحنة إغاثة عند مدخل المدينة", "mute"),
        ("جانب من حفل الافتتاح.", "mute"),
    ],
)
def test_verbs_and_quotations_give_a_line_a_voice(line: str, sign: str) -> None:
    """Headlines mostly say that somebody does or says something, captions hardly ever do."""
    assert {"voiced", "mute"} & set(named(line)[0]) == {sign}


def test_an_age_is_a_word_of_its_own() -> None:
    """A verb that holds the letters of `قبل` says nothing of a time."""
    assert "aged" not in named("حديقة الحيوان تستقبل شبلين")[0]
    assert "aged" in named("افتتاح السوق الجديد قبل ساعتين")[0]


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("خاص/وكالة الصحافة اليمنية//", "attributed"),
        ("ألترا عراق - فريق التحرير", "attributed"),
        ("محمد الهاشمي _ الخرطوم", "datelined"),
        ("صدى الشعب – محمد المجالي", "authored"),
        ("المجلس والميزانية - خلاف قديم", None),
        ("الخرطوم - عودة القطار", None),
    ],
)
def test_a_line_of_nothing_but_names_says_who_wrote_it(line: str, sign: str | None) -> None:
    """Each part between the dividers has to be a place, a person, an outlet or a desk."""
    assert {"attributed", "authored", "datelined"} & set(named(line)[0]) == ({sign} if sign else set())


@pytest.mark.parametrize("line", ["خاص/وكالة الصحافة اليمنية//", "صوت الضاحية –", "ألترا عراق - فريق التحرير"])
def test_an_attribution_is_no_headline(kinds: Kinds, line: str) -> None:
    """A page that begins with one has no headline."""
    assert "headline" not in [kind for kind, _ in kinds(lines(line, LEAD, MORE, LAST))]


def test_an_author_and_his_place_below_the_text_are_a_byline(kinds: Kinds) -> None:
    """They sign the article off, whatever divides them."""
    assert kinds(lines(HEAD, LEAD, MORE, LAST, "محمد الهاشمي _ الخرطوم"))[-1] == ("byline", "محمد الهاشمي _ الخرطوم")


@pytest.mark.parametrize(
    "line",
    ["بواسطة صحيفة الضاحية", "بواسطة: محمد الهاشمي", "الكاتبمحمد الهاشمي", "نشر بواسطة سعاد منصور"],
)
def test_a_label_without_a_colon_before_names_is_a_byline(kinds: Kinds, line: str) -> None:
    """Persons or an outlet stand behind it, a space between or none."""
    assert ("byline", line) in kinds(lines(HEAD, DATE, line, LEAD, MORE, LAST))


def test_a_label_before_other_words_is_no_byline() -> None:
    """`بواسطة` and `الكاتب` begin sentences, too."""
    for text in ("بواسطة القطار السريع إلى المدينة", "الكاتبة تتحدث عن روايتها"):
        assert "byline_open" not in named(text)[0]


def test_a_broken_lead_is_no_headline(kinds: Kinds) -> None:
    """What begins with a lead's verb is the lead's first line, however short a break leaves it."""
    first, rest = LEAD.split(" ميزانية", 1)
    assert kinds(lines(first, f"ميزانية{rest}", MORE, LAST))[0][0] == "paragraph"


@pytest.mark.parametrize("stamp", ["آخر تحديث للموقع: الجمعة 31/01/2025 - 03:11 ص", "تاريخ اليوم 5 مايو 2024"])
def test_a_date_of_the_sites_own_is_never_the_articles(kinds: Kinds, stamp: str) -> None:
    """Its label says so, and the page has no other date."""
    assert kinds(lines(stamp, HEAD, LEAD, MORE))[0] == ("boilerplate", stamp)


def test_a_line_beside_the_one_that_the_markup_names_is_no_headline() -> None:
    """Where the markup states the title, and a line is it, others are told from it; an address only helps that line."""
    other = "وزير الزراعة يفتتح معرض التمور في العاصمة"
    parts = [Line(0, len(text), text) for text in (other, HEAD, LEAD)]
    assert ["untold" in own for own in features_of(parts, HEAD, stated=True)] == [True, False, True]
    assert not any("untold" in own for own in features_of(parts, HEAD))
    assert not any("untold" in own for own in features_of(parts, "عنوان لا يرد في الصفحة أبدا", stated=True))


def test_a_line_that_recurs_is_no_copy_of_another_headline() -> None:
    """Only what begins like the headline, or within it, is a copy; the rest is the page's."""
    found = [Line(0, len(text), text) for text in (HEAD, HEAD[:30], "وزير الزراعة يفتتح معرض التمور", LEAD)]
    settled = settle(found, ["headline", "headline_again", "headline_again", "body"])
    assert settled[2] == "share"
    assert settled.count("headline") + settled.count("headline_again") == 1


def test_a_claim_is_one_with_a_number_before_it_too() -> None:
    """`مصادر: ...` names no source, whether or not it is an item of a numbered list."""
    claim = "مصادر: تأجيل جلسة البرلمان الى غد"
    plain, numbered = (set(named(text)[0]) for text in (claim, f"1. {claim}"))
    assert "credit_divided" not in plain | numbered
