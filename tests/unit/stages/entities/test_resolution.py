"""What is known of a mention: its title, its fullest form, its country."""

from collections.abc import Callable

import pytest

from schemas.entity import Entity, EntityKind

Recognise = Callable[..., tuple[Entity, ...]]


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("قال وزير المالية في كينيا سامي عثمان إن العجز يتقلص.", "سامي عثمان", "وزير المالية"),
        ("التقى وزير خارجية كينيا سامي عثمان نظيره.", "سامي عثمان", "وزير خارجية كينيا"),
        ("وصل رئيس الوزراء الكندي سامي عثمان.", "سامي عثمان", "رئيس الوزراء الكندي"),
        ("عقد وزير الزراعة المكلف بحكومة الإنقاذ الوطني، سامي عثمان، لقاء.", "سامي عثمان", "وزير الزراعة المكلف"),
        ("وقال الوزير زربنكوف لوكالة الأنباء.", "زربنكوف", "الوزير"),
        ("قدم الناس شكرهم للرئيس سامي عثمان.", "سامي عثمان", "الرئيس"),
    ],
)
def test_a_title_is_the_role(entities: Recognise, sentence: str, name: str, role: str) -> None:
    """The title beside a name is its role, a prepositional phrase behind the title left out."""
    (person,) = (each for each in entities(sentence) if each.kind is EntityKind.PERSON)
    assert (person.text, person.role) == (name, role)


def test_a_surname_alone_is_the_full_name(entities: Recognise) -> None:
    """A surname, with a compound's first half, is found again and resolved to the full name of the page."""
    mentions = entities("أكد الوزير سامي عبد الوارث ذلك.", "ثم غادر عبد الوارث القاعة.")
    assert [(each.text, each.canonical) for each in mentions] == [
        ("سامي عبد الوارث", "سامي عبد الوارث"),
        ("عبد الوارث", "سامي عبد الوارث"),
    ]


def test_a_name_may_end_the_passage(entities: Recognise) -> None:
    """A surname that begins another person's name is found as the last word of a paragraph."""
    mentions = entities("قال الرئيس يوسف زربنكوف كلمة.", "وقال الوزير زربنكوف عثمان كلمة.", "ثم خرج زربنكوف")
    assert mentions[-1].text == "زربنكوف"


def test_a_near_spelling_is_the_same_person(entities: Recognise) -> None:
    """A surname with one letter more or less is found again and resolved."""
    first, second = entities("قال الرئيس يوسف زربانكوف كلمة.", "ثم خرج زربنكوف مسرعا.")
    assert first.kind is second.kind is EntityKind.PERSON
    assert second.canonical == first.text == "يوسف زربانكوف"


def test_a_country_is_known_by_its_code(entities: Recognise) -> None:
    """A country has its ISO code and Wikidata item whatever its form, a city has no code."""
    short, long, city = entities("روسيا دولة كبيرة.", "تقع روسيا الاتحادية شمالا وموسكو في غربها.")
    assert (short.links.iso_country, short.links.wikidata, short.canonical) == ("RU", "Q159", "روسيا الاتحادية")
    assert long.links == short.links
    assert city.text == "موسكو"
    assert city.links.iso_country is None


def test_a_name_loses_its_class_noun(entities: Recognise) -> None:
    """A place named once with its class noun has that fuller form everywhere."""
    assert {each.canonical for each in entities("غزة محاصرة.", "يعيش الناس في قطاع غزة.")} == {"قطاع غزة"}


def test_countries_named_alike_stay_apart(entities: Recognise) -> None:
    """A country whose name is part of another country's is not taken for it."""
    assert [each.canonical for each in entities("السودان وجنوب السودان.")] == ["السودان", "جنوب السودان"]


def test_an_acronym_is_its_organisation(entities: Recognise) -> None:
    """An acronym in brackets has the name before it as its fullest form."""
    name, acronym = entities("وقعت شركة الكهرباء الأردنية (JEPCO) العقد.")
    assert acronym.canonical == name.text


def test_related_headlines_tell_the_fuller_form(entities: Recognise) -> None:
    """A related headline lends its fuller name, but its own mentions belong to no document."""
    mentions = entities("عقدت قمة نيروبي أمس.", related=("كلمات في قمة نيروبي للموارد المائية",))
    assert [(each.text, each.canonical) for each in mentions] == [("قمة نيروبي", "قمة نيروبي للموارد المائية")]


def test_a_hidden_article_is_spelled_out(entities: Recognise) -> None:
    """Where لل hides the article, the usual spelling elsewhere on the page is the canonical form."""
    hidden, _ = entities("سلمت الوثيقة للسلطة الفلسطينية أمس.", "ردت السلطة الفلسطينية سريعا.")
    assert (hidden.text, hidden.canonical) == ("لسلطة الفلسطينية", "السلطة الفلسطينية")
