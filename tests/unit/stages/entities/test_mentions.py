"""Which names are found, and where they begin and end."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("وصل الوفد إلى كندا ثم إلى أوتاوا.", ["كندا", "أوتاوا"]),
        ("تبحث البرازيل والأرجنتين اتفاقا مع بيرو.", ["البرازيل", "الأرجنتين", "بيرو"]),
        ("سافر الفريق من طوكيو لباريس وبرلين.", ["طوكيو", "باريس", "برلين"]),
        ("هطلت الأمطار على خان يونس وقطاع غزة.", ["خان يونس", "قطاع غزة"]),
        ("تصدر الشحنة للسودان غدا.", ["لسودان"]),
        ("زار الوفد جمهورية كينيا.", ["جمهورية كينيا"]),
        ("فاض نهر النيجر مجددا.", ["نهر النيجر"]),
        ("تمتد الأزمة إلى منطقة الساحل الإفريقية كلها.", ["منطقة الساحل الإفريقية"]),
        ("وقع الزلزال قرب بلدة زنبقارة أمس.", ["زنبقارة"]),
    ],
)
def test_places_are_found_without_clitics(found: Found, sentence: str, names: list[str]) -> None:
    """A place is found whole, the article inside, particles written together with it outside."""
    assert found(sentence) == [("location", name) for name in names]


@pytest.mark.parametrize(
    "sentence",
    [
        "التقى خبراء روس وفرنسيون زملاءهم الأتراك.",
        "ارتفع سعر النفط الروسي والغاز الجزائري.",
        "عمل الجميع بحماسة كبيرة في المدينة.",
        "انتشرت القوات الفرنسية قرب الحدود.",
        "قال المتحدث إن الوزارة ستدرس الطلب.",
        "بدأ شهر رمضان المبارك.",
        "هذا خبر مفرح للجميع على كل حال.",
    ],
)
def test_what_is_no_name_is_left(found: Found, sentence: str) -> None:
    """Nationalities, common nouns, bare bodies and months are no names."""
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("أعلنت وزارة الطاقة رفع الأسعار.", ["وزارة الطاقة"]),
        ("بيان لوزارة التعليم العالي والبحث العلمي صدر اليوم.", ["وزارة التعليم العالي والبحث العلمي"]),
        ("تسعى الحكومة النرويجية إلى حل.", ["الحكومة النرويجية"]),
        ("طالب المجلس الانتقالي الحاكم بالهدوء.", ["المجلس الانتقالي"]),
        ("نفت حركة حماس الخبر.", ["حماس"]),
        ('نقلت وكالة "بلورنيوز" الخبر عن مصادرها.', ["بلورنيوز"]),
        ("نشرت صحيفة الصباح تقريرا.", ["الصباح"]),
        ("وقعت شركة الكهرباء الأردنية (JEPCO) العقد.", ["شركة الكهرباء الأردنية", "JEPCO"]),
        ("يعمل في جامعة الخرطوم باحثا.", ["جامعة الخرطوم"]),
        ("دعت الأمم المتحدة إلى هدنة.", ["الأمم المتحدة"]),
        ("انسحب جيش كينيا من البلدة.", ["جيش كينيا"]),
    ],
)
def test_organisations_take_the_phrase_they_govern(found: Found, sentence: str, names: list[str]) -> None:
    """A body's name holds what its head governs and ends before what merely tells more of it."""
    assert found(sentence) == [("organisation", name) for name in names]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قمة نيروبي تبدأ غدا.", "قمة نيروبي"),
        ("شارك في مؤتمر الطاقة المتجددة المنعقد أمس.", "مؤتمر الطاقة المتجددة"),
        ("فاز الفريق في كأس العالم.", "كأس العالم"),
    ],
)
def test_events_are_named_by_head_and_phrase(found: Found, sentence: str, name: str) -> None:
    """A summit, conference or cup is an event, and the place inside its name is no location."""
    assert ("event", name) in found(sentence)
    assert not any(kind == "location" for kind, _ in found(sentence))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("أكد سامي عبد الرحمن أن الاتفاق قريب.", "سامي عبد الرحمن"),
        ("وقال يوسف بن خالد آل سعيد للصحافة.", "يوسف بن خالد آل سعيد"),
        ("وصف ماكرون اللقاء بالمثمر.", "ماكرون"),
        ("وقال زربنكوف للصحفيين إن الأمر صعب.", "زربنكوف"),
        ("حضر الملك فيصل الثاني الحفل.", "فيصل الثاني"),
    ],
)
def test_persons_end_where_the_sentence_goes_on(found: Found, sentence: str, name: str) -> None:
    """A person's name has all its parts and stops at particles, verbs and words with clitics."""
    assert found(sentence) == [("person", name)]


def test_every_mention_is_its_text(entities: Callable[..., tuple[object, ...]]) -> None:
    """Marks inside words and odd spaces do not move a mention."""
    text = "سافر إلى بَاريـس  و لندن\u200f، ثمّ إلى السُّودان"
    mentions = entities(text)
    assert [text[each.start : each.end] for each in mentions] == [each.text for each in mentions]  # type: ignore[attr-defined]
    assert [each.text for each in mentions] == ["بَاريـس", "لندن", "السُّودان"]  # type: ignore[attr-defined]
