"""Articles' bodies that are more than paragraphs: questions, lists, tables, verses, hours, recipes; for training.

All of it is the article's own, so `paragraph`; the hour alone on a line before an entry is furniture, as is a number.
"""

from typing import Final

from tests.composer.material import AUTHORS, PLACES
from tests.composer.page import Draft, Part
from tests.composer.sighted_parts import dateline, paragraphs
from tests.composer.wording import age

_ASKED: Final = (
    "كيف تنظر إلى {}؟", "ما الذي تغير بعد {}؟", "وماذا عن {}؟", "هل توقعت {}؟",
    "لكن البعض يرى أن {} ليس كافيا، ما ردك؟",
    "حدثنا عن {}", "متى بدأ {} وأين؟", "{}؟",
)  # fmt: skip
_SPEAKERS: Final = (
    ("- ", ""), ("س: ", "ج: "), ("* ", "** "), ("● ", "-"), ("", ""), ("س{}. ", "ج{}. "), ("• ", "◄ "), ("– ", "— "),
    ("{}- ", ""), ("* ", "- "),
)  # fmt: skip
_LINES: Final = ("حراسة المرمى", "خط الدفاع", "خط الوسط", "خط الهجوم")
_GOODS: Final = ("الطماطم", "البطاطس", "الأرز", "السكر", "زيت الزيتون", "لحم الضأن", "الدجاج", "البيض", "الليمون")
_HEADS: Final = (
    "تفاصيل القرار",
    "أبرز الأرقام",
    "خلفية",
    "شروط التقديم",
    "الأوراق المطلوبة",
    "ردود الفعل",
    "ما المنتظر؟",
)


def _piece(d: Draft, fewest: int, most: int) -> str:
    """Take some words out of one of the story's paragraphs."""
    words = d.rng.choice(d.facts.story.paragraphs).strip(" .").split()
    size = min(len(words), d.rng.randint(fewest, most))
    start = d.rng.randrange(len(words) - size + 1)
    return " ".join(words[start : start + size]).strip('،.؛:()"«» ') or words[0]


def _rows(d: Draft, rows: list[str]) -> None:
    for row in rows:
        d.page.add("paragraph", row, d.page.line_break)


def interview(d: Draft) -> None:
    """Questions and answers, with or without marks, on lines of their own or run together."""
    first, *rest = d.facts.story.paragraphs
    d.page.add("paragraph", first)
    asks, answers = d.rng.choice(_SPEAKERS)
    for number, text in enumerate((rest or [first]) * 2, start=1):
        question = asks.format(number) + d.one(_ASKED).format(_piece(d, 2, 6))
        if d.chance(0.15):
            d.page.add("paragraph", f"{question} {answers.format(number)}{text}")
            continue
        d.page.add("paragraph", question, d.page.line_break)
        d.page.add("paragraph", answers.format(number) + text)


def tabled(d: Draft) -> None:
    """Paragraphs, and rows of places, goods or names with numbers."""
    *some, last = d.facts.story.paragraphs
    for text in some:
        d.page.add("paragraph", text)
    rng = d.rng
    form = d.one(("{} {} {}", "{}: {} - {}", "{} {}/{}", "{} العظمى {} الصغرى {}", "{} | {} | {}", "{} .. {}، {}"))
    if d.chance(0.5):
        _rows(d, [d.one(("المدينة العظمى الصغرى", "الصنف شراء بيع", "وجاءت الأرقام كالتالي:", "بيان بالأسعار:"))])
    names = rng.sample(PLACES if d.chance(0.5) else _GOODS, 8)
    _rows(d, [form.format(name, rng.randrange(18, 900), rng.randrange(2, 800)) for name in names])
    if d.chance(0.5):
        d.page.add("paragraph", last)


def priced(d: Draft) -> None:
    """Paragraphs, and sentences that differ by a name and a number, with numbers or bullets before them."""
    first, *rest = d.facts.story.paragraphs
    d.page.add("paragraph", first)
    mark = d.one(("", "- ", "• ", "  • ", "{}- ", "{}. ", "* "))
    form = d.one(("سعر {} {} جنيه", "سجل سعر {} نحو {} دينارا للبيع.", "{}: {} ريالا", "بلغ {} {} درهما للكيلو،"))
    for number, name in enumerate(d.rng.sample(_GOODS, d.rng.randint(3, 7)), start=1):
        d.page.add("paragraph", mark.format(number) + form.format(name, d.rng.randrange(10, 900)), d.page.line_break)
    for text in rest:
        d.page.add("paragraph", text)


def squads(d: Draft) -> None:
    """Paragraphs, and names in rows, each behind what they play or do."""
    first, *rest = d.facts.story.paragraphs
    d.page.add("paragraph", first)
    if d.chance(0.6):
        d.page.add("paragraph", d.one(("وجاء التشكيل كالتالي:", "القائمة الكاملة", "وضمت القائمة كلا من:")))
    joint = d.one((" - ", "، ", " – ", " و"))
    for line in _LINES:
        names = d.rng.sample(AUTHORS, d.rng.randint(1, 4))
        d.page.add("paragraph", line + d.one((": ", " : ", " ")) + joint.join(names), d.page.line_break)
    for text in rest:
        d.page.add("paragraph", text)


def subheaded(d: Draft) -> None:
    """Paragraphs below short lines without a full stop, two or three words or the half of a sentence."""
    mark = d.one(("{}", "{}", "{}:", "- {}", "** {}", "{}.."))
    stuck = d.chance(0.1)
    for number, text in enumerate(d.facts.story.paragraphs):
        if number and d.chance(0.6):
            head = d.one(_HEADS) if d.chance(0.3) else _piece(d, 2, 9)
            d.page.add("paragraph", mark.format(head), "" if stuck else d.page.line_break)
        d.page.add("paragraph", text)


def verses(d: Draft) -> None:
    """Paragraphs, and verses in two halves between them."""
    first, *rest = d.facts.story.paragraphs
    d.page.add("paragraph", first)
    middle = d.one((" ... ", "   *   ", " .. ", " ** ", "\n"))
    for _ in range(d.rng.randint(2, 6)):
        halves = (_piece(d, 4, 6), _piece(d, 4, 6))
        if middle == "\n":
            _rows(d, list(halves))
        else:
            d.page.add("paragraph", middle.strip().join((f"{halves[0]} ", f" {halves[1]}")), d.page.line_break)
    for text in rest:
        d.page.add("paragraph", text)


def hourly(d: Draft) -> None:
    """A running report: each entry below its hour, or behind it."""
    below = d.chance(0.5)
    mark = d.one(("{} ", "{} - ", "{}: ", "[{}] ", "• {} "))
    for text in d.facts.story.paragraphs:
        hour = f"{d.rng.randrange(24):02d}:{d.rng.randrange(60):02d}"
        if below:
            d.furniture(d.one((hour, f"{hour} GMT", age(d))), d.page.line_break)
            if d.chance(0.5):
                d.page.add("paragraph", _piece(d, 3, 8), d.page.line_break)
            d.page.add("paragraph", text)
        else:
            d.page.add("paragraph", mark.format(hour) + text)


def recipe(d: Draft) -> None:
    """What goes into something, and numbered steps."""
    first, *rest = d.facts.story.paragraphs
    d.page.add("paragraph", first)
    d.page.add("paragraph", d.one(("المقادير", "المقادير:", "المكونات :")), d.page.line_break)
    mark = d.one(("", "- ", "• "))
    _rows(d, [f"{mark}{d.rng.randrange(1, 9)} {d.one(('كوب', 'ملاعق', 'غرام'))} {name}" for name in _GOODS[:6]])
    d.page.add("paragraph", d.one(("طريقة التحضير", "الخطوات:")), d.page.line_break)
    for number, text in enumerate(rest or [first], start=1):
        d.page.add("paragraph", d.one(("{}- {}", "{}. {}", "{1}")).format(number, text), d.page.line_break)


def points(d: Draft) -> None:
    """Paragraphs with two to seven points between them, whole or half sentences."""
    at = d.rng.randrange(len(d.facts.story.paragraphs))
    mark = d.one(("- ", "• ", "* ", "{}- ", "{}) ", "أولا: ", "■ ", "", "– "))
    for place, text in enumerate(d.facts.story.paragraphs):
        d.page.add("paragraph", text)
        for number in range(1, d.rng.randint(2, 7) + 1 if place == at else 1):
            point = _piece(d, 3, 16) + d.one(("", ".", "،", "؛"))
            d.page.add("paragraph", mark.format(number) + point, d.page.line_break)


def quotes(d: Draft) -> None:
    """Paragraphs in quotation marks, and the same words once more on a line of their own."""
    for text in d.facts.story.paragraphs:
        d.page.add("paragraph", d.one(('"{}"', "«{}»", "{}", "“{}”، بحسب قوله.", 'وقال: "{}"')).format(text))
        if d.chance(0.15):
            d.page.add("paragraph", d.one(('"{}"', "«{}»", "❝ {} ❞")).format(_piece(d, 5, 14)))


def plain(d: Draft) -> None:
    """Paragraphs only, below a dateline now and then."""
    if d.chance(0.3):
        dateline(d)
    paragraphs(d)


INLAYS: Final[tuple[Part, ...]] = (
    plain, plain, plain, plain, interview, tabled, priced, squads, subheaded, subheaded, subheaded, verses,
    hourly, recipe, points, points, quotes,
)  # fmt: skip
"""Bodies; those that are to weigh more stand there more often."""
