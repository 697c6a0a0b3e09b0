"""Datelines: place, agency, author, outlet before a lead."""

import pytest

from workers.stages.metadata.datelines import read_dateline
from workers.stages.metadata.quote import Quote

REST = "قال مسؤول إن المحادثات مستمرة بين الجانبين"


@pytest.mark.parametrize(
    ("dateline", "place", "agencies"),
    [
        ("القاهرة - رويترز - ", "القاهرة", ["رويترز"]),
        ("نيامي (أ ف ب) - ", "نيامي", ["أ ف ب"]),
        ("برلين (د ب أ)- ", "برلين", ["د ب أ"]),
        ("خاص / وكالة الصحراء - ", None, ["وكالة الصحراء"]),
        ("بيروت - ", "بيروت", []),
        ("تونس - وكالة الصحراء - ", "تونس", ["وكالة الصحراء"]),
        ("إسطنبول – 1 – 8 (كونا) — ", "إسطنبول", ["كونا"]),
        ("القاهرة 24 أبريل 2024 (شينخوا) -- ", "القاهرة", ["شينخوا"]),
        ("لندن 12 كانون الأول/ديسمبر 2023 (رويترز) - ", "لندن", ["رويترز"]),
        ("موسكو في 24 أبريل /تاس/ ", "موسكو", ["تاس"]),
        ("القدس المحتلة ـ وفا ـ ", "القدس المحتلة", ["وفا"]),
        ("باريس – أ ف ب| ", "باريس", ["أ ف ب"]),
        ("رويترز (لندن) ", "لندن", ["رويترز"]),
        ("غزة/ معا - ", "غزة", ["معا"]),
        ("صنعاء - سبأ: ", "صنعاء", ["سبأ"]),
        ("(وكالات): ", None, ["وكالات"]),
        ("دمشق، سوريا (رويترز) -- ", "دمشق", ["رويترز"]),
        ("الرياض: ", "الرياض", []),
        ("رويترز - لندن - ", "لندن", ["رويترز"]),
        ("صنعاء ـ د ب أ: ", "صنعاء", ["د ب أ"]),
        ("دمشق (CNN)-- ", "دمشق", ["CNN"]),
        ("تونس في 3 مارس 2024 /وات/ ", "تونس", ["وات"]),
        ("الجزائر /واج/ ", "الجزائر", ["واج"]),
    ],
)
def test_a_dateline_is_read_up_to_the_leads_own_words(dateline: str, place: str | None, agencies: list[str]) -> None:
    """Place and agency are found whatever marks part them, and the rest is the lead."""
    read = read_dateline(Quote(dateline + REST))

    assert (read.place, read.agencies, read.authors) == (place, agencies, [])
    assert (dateline + REST)[read.end :] == REST


@pytest.mark.parametrize(
    ("line", "place", "authors", "outlets"),
    [
        ("عمان-الدستور-حمزة العكايلة", "عمان", ["حمزة العكايلة"], ["الدستور"]),
        ("أبوظبي - سكاي نيوز عربية", "أبوظبي", [], ["سكاي نيوز عربية"]),
        ("قونيا / إيلكر دورموش / الأناضول", "قونيا", ["إيلكر دورموش"], []),
        ("نواكشوط - الضفاف:", "نواكشوط", [], ["الضفاف"]),
        (f"نواكشوط - الضفاف: {REST}", "نواكشوط", [], ["الضفاف"]),
        (f"الضفاف/ نابلس: {REST}", "نابلس", [], ["الضفاف"]),
        ("موسكو - الكرملين: لا نعلم شيئا عن ذلك", "موسكو", [], []),
        ("الكويت – «القبس» – " + REST, "الكويت", [], ["القبس"]),
        ("سكاي نيوز عربية| بيروت (رويترز) " + REST, "بيروت", [], ["سكاي نيوز عربية"]),
        ("حمزة العكايلة - عمان - " + REST, "عمان", ["حمزة العكايلة"], []),
        ("المدينة نيوز :- " + REST, None, [], ["المدينة نيوز"]),
        ("القاهرة", "القاهرة", [], []),
        ("قنا - حمزة العكايلة : " + REST, "قنا", ["حمزة العكايلة"], []),
        ("حمزة العكايلة - القاهرة - كتبت- سعاد الهاشمي:", "القاهرة", ["حمزة العكايلة", "سعاد الهاشمي"], []),
        ("القاهرة - كتب حمزة العكايلة: " + REST, "القاهرة", ["حمزة العكايلة"], []),
        ("كتبت - سعاد الهاشمي : " + REST, None, ["سعاد الهاشمي"], []),
        ("كتب حمزة العكايلة: " + REST, None, ["حمزة العكايلة"], []),
        ("زنقة 20 | الرباط", "الرباط", [], ["زنقة 20"]),
        ("حمزة العكايلة – هسبريس", None, ["حمزة العكايلة"], ["هسبريس"]),
        ("أربيل - خاص المرفأ نيوز", "أربيل", [], ["المرفأ نيوز"]),
        ("الشحر – المرفأ نيوز", "الشحر", [], ["المرفأ نيوز"]),
        ("عدن (صوت الضاحية) خاص :", "عدن", [], ["صوت الضاحية"]),
        (f"عدن((الضاحية))خاص: {REST}", "عدن", [], ["الضاحية"]),
        ("الضاحية – (14/9/2023)", None, [], ["الضاحية"]),
        ("/ المرفأ نيوز- غرفة الأخبار", None, [], ["المرفأ نيوز"]),
        ("غزة / حمزة العكايلة / وفا", "غزة", ["حمزة العكايلة"], []),
        ("القاهرة – حمزة العكايلة", "القاهرة", ["حمزة العكايلة"], []),
        ("صحيفة المرفأ – أربيل", "أربيل", [], ["صحيفة المرفأ"]),
        ("أربيل – المرفأ نيوز", "أربيل", [], ["المرفأ نيوز"]),
        ("خليج المرسى| أربيل (واع) " + REST, "أربيل", [], ["خليج المرسى"]),
        ("خليج المرسى – أربيل", "أربيل", [], []),
    ],
)
def test_authors_and_outlets_of_a_dateline(
    line: str, place: str | None, authors: list[str], outlets: list[str]
) -> None:
    """Persons become authors and outlets publishers; a dateline may stand on a line of its own."""
    read = read_dateline(Quote(line))

    assert (read.place, read.authors, read.outlets) == (place, authors, outlets)


@pytest.mark.parametrize("words", ["قتل ثلاثة جنود في انفجار", "في تعليقه على الخطاب", "استقبلت حديقة الحيوان شبلين"])
def test_a_place_and_a_colon_make_a_dateline_unless_the_capital_speaks(words: str) -> None:
    """What goes on like a report is a lead; a statement is not."""
    assert read_dateline(Quote(f"باريس: {words}")).place == "باريس"


def test_the_sites_name_is_told_by_the_page() -> None:
    """An outlet that no list has is one where the page calls its site so."""
    read = read_dateline(Quote("أربيل – خليج المرسى"), lambda name: name == "خليج المرسى")

    assert (read.place, read.outlets) == ("أربيل", ["خليج المرسى"])


@pytest.mark.parametrize(
    "lead",
    [
        REST,
        "باريس: لن نقبل بأقل من ذلك",
        "باريس: الموقف لم يتغير",
        "شبكة لتهريب الآثار",
        "قال الرئيس - في كلمة له - إن البلاد بخير",
        "محمد صلاح - نجم ليفربول - يسجل هدفين",
        "الحوار الوطني - خطوة مهمة نحو المستقبل",
        'موسكو: "لن نتراجع عن مواقفنا"',
        "روسيا (أكبر الدول مساحة) تعلن عن خطة",
        "",
        "-",
        "(",
    ],
)
def test_a_lead_without_dateline_stays_whole(lead: str) -> None:
    """Dashes, brackets and colons of a sentence make no dateline."""
    read = read_dateline(Quote(lead))

    assert (read.place, read.agencies, read.authors, read.outlets) == (None, [], [], [])
    assert read.end == 0
