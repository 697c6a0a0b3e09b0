"""Cuts: where a line is cut into the parts that are judged, and where it stays whole."""

import pytest

from workers.stages.segmentation import parts_of

HEAD = "وزارة الزراعة تتوقع موسما أفضل للقمح"
NEXT = "بلدية المدينة القديمة تفتح سوقها الجديد"


def cut(text: str) -> list[str]:
    """List the parts of a text."""
    return [part.text for part in parts_of(text)]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(("إلياس معلوف ", "14.08.2025 ", "وقت القراءة: 4 دقائق"), id="a day and the time to read"),
        pytest.param(("إلياس معلوف", "17 يونيو 2025 ", "3 min read"), id="a day stuck to the name"),
        pytest.param(("محمود أبو زيد ", "أمس ", "أقل من دقيقة"), id="yesterday"),
        pytest.param(
            ("إلياس معلوف ", "18 أبريل 2025 - آخر تحديث 01:55 ", "دقيقتان للقراءة"),
            id="two stamps, which stay together",
        ),
        pytest.param((f"{HEAD} ", "منذ 53 دقيقة ", "3 دقائق قراءة"), id="behind a headline"),
    ],
)
def test_a_date_before_the_time_it_takes_to_read_stands_apart(parts: tuple[str, ...]) -> None:
    """What takes four minutes to read is an article: the words before its date are an author or a headline."""
    assert cut("".join(parts)) == [part.strip() for part in parts]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(("إلياس معلوف | ", "August 1, 2025"), id="a bar behind a short name"),
        pytest.param((f"{HEAD} ", "نشر منذ يومين"), id="an age with a label"),
        pytest.param(
            ("كتبت: سلوى حداد | ", "30 شوال 1446هـ - 28 أبريل 2025م - آخر تحديث 18:18"),
            id="an author before two calendars and the hour of an update",
        ),
        pytest.param(("2016-09-20 ", "| عدد القراءات 1384"), id="before a count of readers"),
        pytest.param(("سعاد حداد ", "فن الانتظار ", "سعاد حداد ", "الثلاثاء 21-11-2023 05:17"), id="between names"),
        pytest.param((f"{HEAD} ", "منذ 8 ساعات"), id="an age in hours"),
        pytest.param((f"{HEAD} ", "4 days ago"), id="an age in English"),
        pytest.param((f"{HEAD} ", "30 شوال 1446 هـ ، 28 أبريل 2025 م"), id="in two calendars"),
        pytest.param((f"{HEAD} ", "حُرّر في ٢٧/٥/٢٠٢٥"), id="a label without a colon"),
        pytest.param((f"{HEAD} ", "28 كانون الأول 2025"), id="with its year and no weekday"),
        pytest.param(
            (f"{HEAD} ", "30 شوال 1446هـ - 28 أبريل 2025م - آخر تحديث 18:18"), id="the hour of an update behind it"
        ),
    ],
)
def test_a_date_that_no_headline_ends_in_is_cut_off(parts: tuple[str, ...]) -> None:
    """A bare date can be a headline's last words; a labelled age, one in two calendars and one behind a bar cannot."""
    assert cut("".join(parts)) == [part.strip() for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD} في 28 أبريل 2025",
        f"{HEAD} منذ 8 سنوات",
        f"{HEAD} الاثنين 28 أبريل 2025",
        f"{HEAD} ليوم 28 أبريل 2025",
        f"{HEAD} لأحداث 26 يناير 1978",
        "28 أبريل 2025 | الدوحة",
        "العدد 2049 - الثلاثاء 30 شوال 1446 هـ - 28 أبريل 2025",
        "كيف تصل إلى القراءة في عشر دقائق",
    ],
)
def test_a_date_that_may_be_a_headlines_stays(text: str) -> None:
    """A headline with a date, an issue's number with one and a headline about reading stay whole."""
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((f"{HEAD} ", "أرشيفية"), id="one word"),
        pytest.param((HEAD, "صورة متداولة"), id="stuck to the headline"),
        pytest.param((HEAD, "أرشيفية"), id="one word that is stuck to it"),
        pytest.param(('رئيس البلدية: "سوقنا للجميع"', "من الأرشيف"), id="stuck to a quotation"),
    ],
)
def test_what_is_said_of_a_picture_is_cut_off_a_headline(parts: tuple[str, str]) -> None:
    """No headline ends in the words that tell a picture to be old, or to be no picture of the event."""
    assert cut("".join(parts)) == [part.strip() for part in parts]


@pytest.mark.parametrize("text", ["معرض للفنون القديمة والتعبيرية", "نقابة الموسيقى الكلاسيكية والأرشيفية"])
def test_an_adjective_that_ends_like_a_pictures_word_stays(text: str) -> None:
    """With the article before it, the word is the headline's."""
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("name", "lead"),
    [
        pytest.param("صحيفة الحكاية", "عثر عمال البناء على آنية قديمة تحت السوق", id="behind teh marbuta"),
        pytest.param("موقع الميناء", "أعلنت البلدية أن السوق سيفتح في الصباح", id="an outlet's word before the name"),
        pytest.param("الحكاية نيوز", "انطلقت أعمال البناء في السوق القديم", id="an outlet's word behind the name"),
        pytest.param("هسبريس", "قال رئيس البلدية إن السوق سيفتح في الصباح", id="a known outlet of one word"),
        pytest.param("عاجل", f"{HEAD}{NEXT}", id="a ticker's label"),
        pytest.param("الأحدث", f"{HEAD}{NEXT}", id="the label of the latest"),
    ],
)
def test_a_name_or_a_label_is_cut_off_the_word_that_is_stuck_to_it(name: str, lead: str) -> None:
    """An outlet's name that a lead's verb is stuck to stands apart, as does a ticker's label."""
    assert cut(f"{name}{lead}") == [name, lead]


@pytest.mark.parametrize(
    "text",
    [
        "واستنكر رئيس البلدية ما جرى في السوق القديم",
        "نيوزيلندا تفوز على ضيفتها في مباراة ودية",
        "صحيفة المشهد تنشر صور السوق الجديد في المدينة",
        "عاجلا أم آجلا سيفتح السوق الجديد أبوابه",
        "رئيس الوزراء نتنياهو يؤجل زيارته إلى العاصمة",
    ],
)
def test_words_that_only_look_like_a_name_with_a_verb_stay_whole(text: str) -> None:
    """Words that begin as an agency's or a label's name do, or end in a verb's letters, are not cut."""
    assert cut(text) == [text]


LONG = (
    "وقالت الوزارة إن الحصاد سيبدأ في آخر الشهر في سهول الشمال، ثم في بقية المناطق، وإن الصوامع جاهزة لاستقبال المحصول "
    "كله بعد أن فرغت من صيانتها في الشتاء الماضي"
)
RECITAL = f"كانت هذه تفاصيل خبر {HEAD} نرجو بأن نكون قد وفقنا بإعطائك التفاصيل الكاملة"


def test_a_known_source_stuck_to_the_last_full_stop_is_cut_off() -> None:
    """Other words behind one are a sentence's that lost its space."""
    assert cut(f"{LONG}.عمون") == [f"{LONG}.", "عمون"]
    assert cut(f"{LONG}.الحكاية") == [f"{LONG}.الحكاية"]


@pytest.mark.parametrize("source", ["(رويترز)", "[الأناضول]", "/واس/", "(المصدر: رويترز)"])
def test_a_known_source_in_brackets_ends_a_long_line_without_a_full_stop(source: str) -> None:
    """Paragraphs end in a credit whether or not a full stop stands before it."""
    assert cut(f"{LONG} {source}") == [LONG, source]


@pytest.mark.parametrize(
    "text",
    [f"{HEAD} (رويترز)", f"{LONG} (الحكاية)", f"{LONG}، بحسب ما قاله لمراسلة (رويترز)."],
    ids=["a picture's text", "no source", "inside a sentence"],
)
def test_a_name_in_brackets_that_may_be_no_credit_stays(text: str) -> None:
    """Pictures' texts end in their agency's name, sentences in other things."""
    assert cut(text) == [text]


@pytest.mark.parametrize("source", ["(واج)", "المصدر: صحيفة الحكاية", "(المصدر: الحكاية)"])
def test_a_credit_stands_apart_from_the_set_sentence_before_it(source: str) -> None:
    """What an aggregator's closing sentence is followed by is the source, known or not, even stuck to it."""
    assert cut(f"{LONG}.\n{RECITAL}{source}")[-1] == source


@pytest.mark.parametrize("gap", ["", " "])
def test_a_scene_behind_a_headline_is_cut_off(gap: str) -> None:
    """The words by which captions begin end the headline that they are stuck to."""
    assert cut(f"{HEAD}{gap}جانب من افتتاح المعرض") == [HEAD, "جانب من افتتاح المعرض"]


@pytest.mark.parametrize("text", ["جانب من افتتاح المعرض", "قدم الوزير للصحفيين جانبا من الخطة", f"{HEAD} في جانب."])
def test_other_lines_with_a_scenes_words_stay(text: str) -> None:
    """A caption alone and a sentence stay whole."""
    assert cut(text) == [text]


def test_an_outlet_and_an_age_stay_together() -> None:
    """What opens a teaser is one label, though the name ends in a letter that nothing is joined to."""
    assert cut("شبكة الوادي الإخباريةمنذ 35 دقيقة") == ["شبكة الوادي الإخباريةمنذ 35 دقيقة"]


def test_a_caption_that_stands_alone_too_is_cut_off_the_headline() -> None:
    """Where a caption begins is seen from its other copy; a breadcrumb's headline and a keyword are no captions."""
    shown = "سنابل القمح في حقل على ضفة النهر"
    assert cut(f"{HEAD}{shown}\n{shown}") == [HEAD, shown, shown]
    assert cut(f"الرئيسية / اقتصاد / {HEAD}\n{HEAD}") == [f"الرئيسية / اقتصاد / {HEAD}", HEAD]
    assert cut(f"{HEAD}\nأفضل للقمح") == [HEAD, "أفضل للقمح"]


def test_only_the_neighbour_of_a_row_of_items_is_an_item() -> None:
    """A page whose lines were joined holds a ticker between its other lines."""
    menu = "الرئيسية سياسة اقتصاد رياضة ثقافة منوعات محليات دولي 5 مايو 2024 10:30 ص"
    row = "\N{NO-BREAK SPACE}" * 4
    parts = list(parts_of(f"{menu} {menu} {menu} عاجل {NEXT}{row}{HEAD}{row}{NEXT}"))
    assert [part.text for part in parts if part.item][-2:] == [HEAD, NEXT]
    assert not parts[0].item


def test_a_caption_stuck_behind_a_letter_that_nothing_is_joined_to_is_cut_off() -> None:
    """One such seam parts a headline and a picture's text; several are a row of headlines, and short lines stay."""
    head, shown = "إغلاق الأسواق في المدينة القديمة بسبب عاصفة رملية", "الغبار يغطي أحد الشوارع الرئيسية"
    assert cut(f"{head}{shown}") == [head, shown]
    assert cut(f"{head}{head}{shown}") == [f"{head}{head}{shown}"]
    assert cut("مدينةجديدة على الساحل") == ["مدينةجديدة على الساحل"]


def test_a_date_stuck_to_an_exclamation_is_cut_off() -> None:
    """Behind a mark that ends a headline no blank is needed to see where it ends."""
    assert cut(f"{HEAD}!2 أغسطس (آب) 2025") == [f"{HEAD}!", "2 أغسطس (آب) 2025"]


@pytest.mark.parametrize("before", ["محمود الحداد", f"{HEAD} في البلاد"])
def test_a_label_stuck_to_what_stands_before_its_date_is_the_dates(before: str) -> None:
    """The word for publishing and an age behind it are the stamp, whatever they are stuck to."""
    assert cut(f"{before}نشر منذ يومين") == [before, "نشر منذ يومين"]


def test_a_label_is_not_cut_out_of_the_noun_that_holds_it() -> None:
    """`تم النشر في` holds `نشر في` behind the article; stuck to a city it begins where it begins."""
    stamp = "تم النشر في: 12 نوفمبر 2025, 2:15 مساءً"
    assert cut(stamp) == [stamp]
    assert cut(f"المرفأ - الرياض{stamp}") == ["المرفأ - الرياض", stamp]


@pytest.mark.parametrize("credit", [".-(الأناضول)", "--(بترا)", " _ (وفا)"])
def test_dashes_before_an_agency_in_brackets_part_it_from_the_text(credit: str) -> None:
    """Agencies' desks end a text so, with a full stop or without; in a caption's length brackets follow a name."""
    text = "ويرافق الوزير في زيارته عدد من المديرين والمهندسين الذين أعدوا خطة تطوير المرفأ القديم"
    assert cut(text + credit) == [text + ("." if credit[0] == "." else ""), credit.strip(". ")]
    assert len(cut(f"وزير الأشغال في المرفأ -{credit.strip('. -_')}")) == 1


def test_a_full_stop_left_alone_before_a_credit_stays_with_the_text() -> None:
    """Where a paragraph broke before its full stop, the credit stuck to that stop stands apart."""
    assert cut(".المصدر: صحيفة الضفاف") == [".", "المصدر: صحيفة الضفاف"]


@pytest.mark.parametrize(
    "date", ["21/02/2025", "19.08.2026", "20 أيلول، 2025", "16 سبتمبر (أيلول) 2025", "ديسمبر 2, 2025"]
)
def test_a_date_that_no_sentence_writes_is_cut_off_a_headline(date: str) -> None:
    """Numbers alone, or a comma or a second name beside the month: no headline ends so but behind `في`."""
    title = "بلدية الساحل تفتتح حديقة جديدة على الكورنيش"
    assert [part.text for part in parts_of(f"{title} {date}")] == [title, date]
    for within in (f"{title} في {date}", f"{title} ليوم {date}"):
        assert [part.text for part in parts_of(within)] == [within]


def test_a_day_stuck_to_a_headline_is_cut_off() -> None:
    """`أمس` behind the last letter is the date, with `ال` or `بال` before it a word of the headline."""
    title = "بلدية الساحل تفتتح حديقة جديدة على الكورنيش"
    assert [part.text for part in parts_of(f"{title}أمس")] == [title, "أمس"]
    assert len(parts_of(f"{title} بالأمس")) == 1


def test_no_word_is_cut_for_an_outlets_name_within_it() -> None:
    """`نتواصل` behind a speaker's name is a verb, and `عاجلة` goes on behind `عاجل`."""
    assert len(parts_of("سالم : مازلنا نتواصل مع أطراف كثيرة من أجل الحل")) == 1
    assert parts_of("أخبار عاجلة وصلت إلى غرفة الأخبار قبل قليل")[0].text != "أخبار عاجل"


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (("07:48 م", "الأربعاء 11 سبتمبر 2024"), 1),
        (("السبت ٢٨ ديسمبر ٢٠١٩", "٠٣:٠٤ بتوقيت غرينتش"), 1),
        (("11 سبتمبر 2024 - 10:15", "07:48 م"), 2),
        (("الأربعاء 11 سبتمبر 2024", "| 07:48 م"), 1),
        (("الأربعاء 11", "سبتمبر 2024"), 1),
        (("سبتمبر 11", "2024"), 1),
        (("الدورة 11", "صيف 2024"), 2),
        (("07:48 م", "10:15 ص"), 2),
        (("07:48 م", "مواقيت الصلاة 2024"), 2),
    ],
)
def test_a_day_and_its_time_on_two_lines_are_one_date(lines: tuple[str, str], parts: int) -> None:
    """A time alone beside a day that has none belongs to it, whichever stands first; a programme's times do not."""
    assert cut("\n".join((HEAD, *lines, NEXT)))[1:-1] == (["\n".join(lines)] if parts == 1 else [*lines])


@pytest.mark.parametrize("date", ["٢٨ مايو ٢٠١٥", "28/05/2015", "الخميس 28 مايو 2015"])
def test_a_day_that_the_lead_is_stuck_to_is_cut_off(date: str) -> None:
    """No sentence sticks a word to a year; behind a space a day may be the first words of the lead."""
    lead = "في محاولة لحفظ ذاكرة البحارة خصص متحف المرفأ القديم قاعة كاملة للرسائل التي كتبوها إلى ذويهم."
    assert cut(f"{date}{lead}") == [date, lead]
    assert cut(f"{date} {lead}") == [f"{date} {lead}"]


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        (("06 نوفمبر 2023", "06:05 م | طباعة"), ["06 نوفمبر 2023\n06:05 م", "| طباعة"]),
        (("06 نوفمبر 2023", "06:05 م", "طباعة"), ["06 نوفمبر 2023\n06:05 م", "طباعة"]),
        (("آخر الأخبار 2023", "06:05 م | طباعة"), ["آخر الأخبار 2023", "06:05 م | طباعة"]),
        (("06 نوفمبر 2023 04:00", "06:05 م | طباعة"), ["06 نوفمبر 2023 04:00", "06:05 م | طباعة"]),
    ],
)
def test_a_time_below_its_day_is_cut_off_before_a_bar(texts: tuple[str, ...], parts: list[str]) -> None:
    """Day and time are one date; below anything else, or a day that has its time, it is none's."""
    assert cut("\n".join(texts)) == parts


@pytest.mark.parametrize("glue", [" .. ", " ..", "! ", " "])
@pytest.mark.parametrize("label", ["بقلم / ", "بقلم: ", "بقلم - "])
def test_an_author_behind_a_columns_title_is_cut_off(glue: str, label: str) -> None:
    """Behind a stop or a space, with a divider behind the label, up to the line's end."""
    title, author = "رحلة في قطار الصعيد القديم", f"{label}سارة منير"
    found = [part.text for part in parts_of(f"{title}{glue}{author}")]
    assert (len(found), found[-1]) == (2, author)


@pytest.mark.parametrize(
    "text",
    [
        "كتب الوزير رسالته بقلم أحمر على ورق أبيض",
        "وقعها بقلم: هو ذاته الذي ورثه عن أبيه وحفظه في صندوقه القديم سنوات",
    ],
)
def test_a_pen_amid_a_sentence_names_nobody(text: str) -> None:
    """Without a divider it is a word, and with more behind it than a name a sentence."""
    assert [part.text for part in parts_of(text)] == [text]
