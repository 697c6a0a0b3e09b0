"""What pages are made from: stories, sites and names. Stories, outlets' staff and events are invented."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OWN_STORIES: Final = Path(__file__).with_name("articles.jsonl")

CAPTIONS: Final = ("صورة أرشيفية", "أرشيفية", "صورة تعبيرية", "من الأرشيف", "جانب من اللقاء", "صورة متداولة")


@dataclass(frozen=True, slots=True)
class Story:
    """One clean article, with the keywords that a publisher would give it and the text below its picture."""

    headline: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]
    caption: str
    language: str


@dataclass(frozen=True, slots=True)
class Site:
    """An outlet: its name as its pages write it, its sections, and the months' names that it uses."""

    name: str
    months: str
    sections: tuple[str, ...]


_EGYPT: Final = ("أخبار مصر", "محافظات", "حوادث", "اقتصاد", "رياضة", "فن", "تكنولوجيا", "منوعات", "مقالات")
_GULF: Final = ("محليات", "العالم", "أعمال", "الرياضة", "ثقافة وفنون", "الرأي", "الطقس", "فيديو")
_LEVANT: Final = ("أخبار محلية", "عربي ودولي", "اقتصاد", "ثقافة", "برلمان", "وفيات", "مقالات مختارة", "صحة وجمال")
_MAGHREB: Final = ("وطنية", "سياسة", "مجتمع", "جهات", "رياضة", "ثقافة", "دولي", "كتاب الرأي")

SITES: Final = (
    Site("بوابة النخيل", "egypt", _EGYPT),
    Site("صحيفة الضفاف", "egypt", _EGYPT),
    Site("المصري اليوم", "egypt", _EGYPT),
    Site("موقع المرسى نيوز", "gulf", _GULF),
    Site("سكاي نيوز عربية", "gulf", _GULF),
    Site("صحيفة سدرة", "gulf", _GULF),
    Site("شبكة الرافدين الإخبارية", "levant", _LEVANT),
    Site("الزيتونة نيوز", "levant", _LEVANT),
    Site("المدى برس", "double", _LEVANT),
    Site("سبتمبر نت", "egypt", _GULF),
    Site("سودان تربيون", "egypt", _LEVANT),
    Site("الشروق أونلاين", "algeria", _MAGHREB),
    Site("هسبريس", "morocco", _MAGHREB),
    Site("باب سويقة", "algeria", _MAGHREB),
)
AGENCIES: Final = (
    "رويترز", "أ ف ب", "فرانس برس", "وكالات", "الأناضول", "د ب أ", "أسوشيتد برس", "واس", "قنا", "كونا", "بترا", "وام",
    "سانا", "وفا", "سبوتنيك", "شينخوا", "وكالة الأنباء الألمانية", "واج", "أ ش أ", "بلومبرغ", "العمانية", "CNN",
)  # fmt: skip
AUTHORS: Final = (
    "سمر الخطيب", "عبد الله الغامدي", "يوسف بن عمر", "مروة عبد الفتاح", "إلياس حداد", "فاطمة الزهراء العلوي",
    "محمود أبو زيد", "حيدر الموسوي", "رحاب النور", "منى القحطاني", "صلاح الدين بركات", "جمانة فرحات", "علي ناصر",
)  # fmt: skip
EDITORS: Final = ("د. رفعت الجيار", "أشرف البنداري", "نادر الحمصي", "سهيلة قاسم", "عماد الدين مرسي", "طلال السويدي")
PLACES: Final = (
    "القاهرة", "الرياض", "صنعاء", "الجزائر", "الرباط", "دمشق", "بغداد", "الكويت", "المنامة", "رام الله", "نواكشوط",
    "لندن", "واشنطن", "غزة", "الدوحة", "أربيل", "تعز", "الخرطوم", "باريس", "أبوظبي", "طرابلس", "نيويورك",
)  # fmt: skip
SCREEN_NAMES: Final = ("مرصد الساحل", "رصد الشارع", "Gulf Monitor", "عين على الخبر")


def read_stories(path: Path) -> tuple[Story, ...]:
    """Read JSON lines, gzipped or not, with `headline`, `paragraphs` and perhaps `tags`, `caption` and `language`."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return tuple(
        Story(
            headline=" ".join(record["headline"].split()),
            paragraphs=tuple(" ".join(text.split()) for text in record["paragraphs"] if text.strip()),
            tags=tuple(record.get("tags", ())),
            caption=record.get("caption") or CAPTIONS[number % len(CAPTIONS)],
            language=record.get("language", "ar"),
        )
        for number, record in enumerate(records)
    )
