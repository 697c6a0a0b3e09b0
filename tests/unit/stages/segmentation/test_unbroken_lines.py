"""Unbroken lines: pages whose lines are joined by single spaces, and paragraphs that only look like them."""

import pytest

from workers.stages.segmentation import parts_of

HEAD = "وزارة الزراعة تتوقع موسما أفضل للقمح"
LEAD = "قالت وزارة الزراعة في بيان إن موسم القمح سيكون أفضل من مواسم الأعوام الماضية بفضل أمطار الشتاء الغزيرة."
BODY = "وأضاف البيان أن المزارعين تسلموا البذور في موعدها، وأن أسعار الشراء ستبقى على حالها حتى نهاية الموسم المقبل."
REST = "وكان الموسم الماضي قد تأخر أسابيع بسبب الجفاف الذي أصاب سهول الشمال كلها، وبسبب نقص الوقود في محطات الضخ."
END = "وتنتظر الوزارة نتائج مسح الحقول الذي بدأ قبل أسبوعين، وستعلن أرقامه النهائية حين تكتمل في آخر الشهر."
NEXT = "بلدية المدينة القديمة تفتح سوقها الجديد"
LINKS = ("منتخب الشباب يفوز على ضيفه وديا", "أسعار النفط ترتفع في بداية الأسبوع", "طقس معتدل على السواحل غدا")
MENU = "الرئيسية أخبار محلية عربي ودولي اقتصاد رياضة ثقافة وفنون"
TEXT = (LEAD, BODY, REST, END)


def cut(*parts: str) -> list[str]:
    """List the parts of a text whose lines are joined by single spaces."""
    return [part.text for part in parts_of(" ".join(parts))]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((MENU, HEAD, "5 مايو 2024 - 10:30 ص", " ".join(TEXT)), id="a menu and a date"),
        pytest.param((MENU, f"{HEAD}", HEAD, "منذ 3 ساعات", " ".join(TEXT)), id="the headline twice and an age"),
        pytest.param((MENU, HEAD, f"القاهرة - رويترز - {' '.join(TEXT)}"), id="a dateline"),
        pytest.param((f"{LEAD} {BODY}", "إعلان", f"{REST} {END} {LEAD}"), id="an advertisement's mark"),
        pytest.param((f"{LEAD} {BODY}", f"اقرأ أيضا: {NEXT}", f"{REST} {END} {LEAD}"), id="a promo"),
        pytest.param(
            (" ".join(TEXT), "(رويترز)", "كلمات مفتاحية: قمح | زراعة", "أخبار ذات صلة", " ".join(LINKS)),
            id="a credit, keywords and a list",
        ),
        pytest.param(
            (
                " ".join(TEXT),
                "المصدر: صحيفة الحكاية",
                "أخبار ذات صلة",
                *(x for n, y in enumerate(LINKS) for x in (str(n + 1), y)),
            ),
            id="an unknown outlet's credit and a numbered list",
        ),
        pytest.param(
            (" ".join(TEXT), "أخبار ذات صلة", *(part for link in LINKS for part in (link, "منذ 35 دقيقة"))),
            id="a list with ages",
        ),
        pytest.param(
            (" ".join(TEXT), "(النهاية)", "الحكاية نيوز - منذ 3 ساعات", NEXT, f"افتتح رئيس البلدية السوق. {BODY}"),
            id="the next article",
        ),
        pytest.param(
            (MENU, f"{HEAD} {NEXT} {' '.join(LINKS)}", "آخر الأخبار", " ".join(LINKS), "تابعونا على فيسبوك"),
            id="lists without any sentence",
        ),
        pytest.param(
            (
                MENU,
                HEAD,
                "منذ 3 ساعات",
                " ".join(TEXT),
                f"كانت هذه تفاصيل خبر {HEAD}",
                "نرجو بأن نكون قد وفقنا بإعطائك التفاصيل والمعلومات الكاملة",
                "المصدر: صحيفة الحكاية",
            ),
            id="a credit behind an aggregator's closing sentence",
        ),
        pytest.param((f"{LEAD} {BODY}", f"طالع: {NEXT}", f"{REST} {END} {LEAD}"), id="a promo behind one word"),
        pytest.param((" ".join(TEXT), "#ad-top { display: none; }", "مشاهدات : 1874", "نسخ الرابط"), id="a style rule"),
        pytest.param((HEAD, " ".join(TEXT)), id="nothing but a headline that the lead tells again"),
        pytest.param(
            (
                *(" ".join(TEXT), "رويترز", NEXT, f"افتتحت بلدية المدينة القديمة سوقها على الضفة الشرقية. {BODY}"),
                *("أخبار ذات صلة", " ".join(LINKS)),
            ),
            id="a source alone and the next article",
        ),
        pytest.param(
            (
                *(" ".join(TEXT), NEXT, "2024-05-05 09:30", f"افتتحت بلدية المدينة سوقا على الضفة الشرقية. {BODY}"),
                *("أخبار ذات صلة", " ".join(LINKS)),
            ),
            id="the next article with its date",
        ),
        pytest.param((" ".join(TEXT), "متابعات", "أخبار ذات صلة", " ".join(LINKS)), id="a desk alone before a label"),
        pytest.param(tuple(f"- {link}" for link in (*LINKS, HEAD, NEXT) * 2), id="items behind dashes"),
        pytest.param(
            (" ".join(TEXT), "(رويترز)", "صحيفة الحكايةمنذ 35 دقيقة", NEXT, f"افتتح رئيس البلدية السوق. {BODY}"),
            id="an age stuck to an outlet's name",
        ),
        pytest.param(
            (MENU, HEAD, "2024/05/05، 09:30 (توقيت القدس)", "visibility 98", " ".join(TEXT)), id="a zone and an icon"
        ),
        pytest.param(
            (f"{LEAD} {BODY[:40]}".strip(), "- Advertisement -", f"{BODY[40:]} {REST} {END}"), id="a mark amid"
        ),
        pytest.param(
            (f"{LEAD} {BODY}", f"طالع: {NEXT}", f"أما الأسعار فستبقى على حالها. {END} {LEAD}"), id="but as for"
        ),
        pytest.param(("الحكاية:", "2024-05-05@09:30:00 GMT", HEAD, "5 مايو 2024", HEAD, " ".join(TEXT)), id="copies"),
        pytest.param(
            ("الحكاية:", "2024-05-05@09:30:00 GMT", NEXT, "5 مايو 2024", NEXT, " ".join(TEXT)),
            id="copies that the lead does not tell",
        ),
        pytest.param(
            (f"{MENU} فيديو", "الخطوط الجوية تعلق رحلاتها", "5 مايو 2024", " ".join(TEXT)), id="a word like a menu's"
        ),
        pytest.param((MENU, HEAD, HEAD, "منذ يوم واحد", " ".join(TEXT)), id="the headline twice and an age of one day"),
        pytest.param(
            (MENU, HEAD, HEAD, "سنابل على تخوم القرية", "سعاد الهاشمي", "5 مايو 2024 - 10:30 ص", " ".join(TEXT)),
            id="an author between a picture's text and a date",
        ),
        pytest.param(
            (MENU, HEAD, HEAD, "سنابل القرية", "بقلم سعاد الهاشمي", "5 مايو 2024 - 10:30 ص", " ".join(TEXT)),
            id="an author behind a label without a colon",
        ),
        pytest.param(
            (MENU, HEAD, HEAD, "سنابل القرية", "بقلم | سعاد الهاشمي", "5 مايو 2024 - 10:30 ص", " ".join(TEXT)),
            id="an author behind a label and a bar",
        ),
        pytest.param(
            (MENU, HEAD, "سامر الحداد وسعاد الهاشمي", "5 مايو 2024 - 10:30 ص", " ".join(TEXT)), id="two authors"
        ),
        pytest.param((HEAD, f"القاهرة – رويترز {' '.join(TEXT)}"), id="nothing but a headline and a wire"),
        pytest.param((HEAD, f"القاهرة – 5 مايو 2024 (رويترز) — {' '.join(TEXT)}"), id="a day in the wire's dateline"),
        pytest.param(
            (" ".join(TEXT), "#قمح #وزارة_الزراعة", "visibility 98", "أخبار ذات صلة", " ".join(LINKS)), id="hashtags"
        ),
        pytest.param(
            (" ".join(TEXT), "كلمات مفتاحية: #قمح #وزارة_الزراعة", "visibility 98", "أخبار ذات صلة", " ".join(LINKS)),
            id="hashtags behind their label",
        ),
        pytest.param(
            (" ".join(TEXT), "المصدر: صحيفة الحكاية + رويترز", "أخبار ذات صلة", " ".join(LINKS)), id="two sources"
        ),
        pytest.param((MENU, HEAD, "5 مايو 2024", f"{LEAD} {BODY}", "Twitter", f"{REST} {END}"), id="a button amid"),
        pytest.param(
            (MENU, HEAD, HEAD, "سنابل القمح على تخوم... سنابل القمح على تخوم القرية", f"القاهرة - {' '.join(TEXT)}"),
            id="a picture's text cut off and whole",
        ),
        pytest.param(
            (" ".join(TEXT), "سكاي نيوز عربيةأمس", NEXT, f"افتتح رئيس البلدية السوق. {BODY}"),
            id="yesterday stuck to an outlet's name",
        ),
        pytest.param(
            (" ".join(TEXT), "(رويترز)", "قد يعجبك أيضاً", NEXT, f"افتتحت بلدية المدينة سوقا. {BODY}"),
            id="a label with a vowel sign",
        ),
    ],
)
def test_a_page_on_one_line_is_cut_between_its_parts(parts: tuple[str, ...]) -> None:
    """Menus, dates, authors, marks, promos, credits and lists stand apart from the article on the same line."""
    assert cut(*parts) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        " ".join(TEXT),
        " ".join((LEAD, "وذكر بيان آخر في 5 مايو 2024 أن الوزارة - مثل غيرها - تنتظر.", *TEXT)),
        " ".join((LEAD, 'ونقلت صحيفة "الحكاية" نقلا عن المصدر نفسه أن الأسعار مستقرة.', *TEXT)),
        " ".join((LEAD, "وقال إن أخبارا أخرى عن الاقتصاد والرياضة والثقافة لا تعنيه منذ سنوات.", *TEXT)),
        " ".join(("وزارة الزراعة التي أعلنت موسم القمح قالت إن موسم القمح بدأ في وزارة الزراعة.", *TEXT)),
        " ".join(("وفي وزارة الزراعة أمس أعلن وزير الزراعة خطة وزارة القمح،", *TEXT)),
        " ".join((LEAD, "وقال المصدر إن وزارة الزراعة تتوقع موسما أفضل وإن وزارة الزراعة تتوقع موسما أطول.", *TEXT)),
        " ".join((LEAD, "وقال وزير الخارجية في القاهرة (رويترز) إن الأسعار مستقرة.", *TEXT)),
        " ".join(("جمعيات الشمال : الزهور - القاهرة - النجم - الرياض - الأهلي وتعتبر النتائج نهائية.", *TEXT)),
        " ".join((LEAD, "وكتبت سعاد الهاشمي 12 مقالا عن #قمح الشمال وحده.", *TEXT)),
    ],
)
def test_a_long_paragraph_stays_whole(text: str) -> None:
    """A date, a quotation of a source, sections or repeated words inside running text cut nothing."""
    assert cut(text) == [text]


def test_a_date_that_a_sentence_leads_up_to_is_the_leads() -> None:
    """On a page with a menu `صباح اليوم الثلاثاء (18 فبراير 2025)` stays inside the lead that it stands in."""
    lead = f"أعلنت وزارة الزراعة صباح اليوم الثلاثاء (18 فبراير 2025) خطة لموسم القمح في سهول الشمال كلها. {BODY}"
    assert cut(MENU, HEAD, "19 فبراير 2025", lead) == [MENU, HEAD, "19 فبراير 2025", lead]


def test_a_dateline_is_no_item_that_a_place_ends() -> None:
    """Items behind dashes that end in a place after a preposition stay whole."""
    items = [f"- {link} في القاهرة" for link in (*LINKS, *LINKS, *LINKS)]
    assert cut(*items) == items
