"""Pages to try laws on: from what real pages are made of to what no page should be."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

import workers.lexicon
from schemas.segment import SegmentKind
from schemas.source_profile import NO_DATES, NO_KEYWORDS, KindCount, Named, RecurringLine, SourceProfile
from workers.arabic.words import word_key
from workers.markup.witness import NO_WITNESS, Witness
from workers.profiles.furniture import line_key
from workers.profiles.learning import seal
from workers.stages.page import Page

_LEXICON: Final = Path(workers.lexicon.__path__[0])

PHRASES: Final = tuple(
    sorted(
        {
            field.strip()
            for file in (*_LEXICON.glob("*.tsv"), *_LEXICON.glob("*.txt"))
            for line in file.read_text(encoding="utf-8").splitlines()[:600]
            if line and not line.startswith("#")
            for field in line.split("\t")
            if field.strip()
        }
    )
)
"""Whatever the stages look for: markers, agencies, months, names, titles, places."""

SENTENCES: Final = (
    "وصلت القافلة إلى الواحة قبل الغروب بعد رحلة استمرت ثلاثة أيام.",
    "قال رئيس البلدية سمير الحداد إن الجسر الجديد سيفتح أمام السيارات يوم الأحد المقبل.",
    "ارتفعت أسعار القمح في أسواق الإسكندرية بنسبة 3,5% خلال الأسبوع الماضي، بحسب بيان للغرفة التجارية",
    "وأضافت الوزيرة «لن نتراجع عن الخطة»، مشيرة إلى أن التمويل متوفر.وتابعت أن العمل يبدأ غدا.",
    "بيروت - رويترز - أعلنت شركة المياه وقف الضخ ساعتين كل ليلة",
    "المصدر: صحيفة الأفق + وكالات",
    "كلمات دلالية: القمح الإسكندرية أسعار",
    "اقرأ أيضا: سوق السمك تعود إلى الميناء القديم",
    "تاريخ النشر: 24th, April 2024 GMT",
    "الأحد 9 نوفمبر 2025 12:15 م | آخر تحديث: ١٠/١١/٢٠٢٥",
    "— مرصد الطقس (@weather_example) January 19, 2025 pic.twitter.com/abcDEF123",
    "Ø§Ù„Ù…Ø¯ÙŠÙ†Ø©",
    "ط§ظ„ظ…ط¯ظٹظ†ط©",
)

ODD: Final = (
    *("\ud800", "\udfff", "\ud83d", "\x00", "\x1b[31m", "\ufeff", "\u00ad", "\u200c", "\u200d"),
    *("\u200e", "\u200f", "\u202b", "\u202e", "\u2067", "\u2069", "\u0640" * 5, "\u064b", "\u0670", "\u0301" * 9),
    *("\u00a0", "\u3000", "\u1680", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\r", "\r\n", "\t"),
    *(
        "ﻻ",
        "ﷺ",
        "ﺍ",
        "٠١٢٣",
        "۴۵",
        "\U0001f600",
        "\U0001f468\u200d\U0001f467",
        "؟",
        "،",
        "…",
        "•",
        "- ",
        "» ",
        "«",
        "(",
    ),
    *("ـ ـ ـ ـ ـ ـ ـ ـ", "\nــــــــــ ــ ــ ــــــــــ\n", "\n• ـ\n", "Date 2019-03", "نشر 2019-03"),
    *("@", "#", "http://", "://", "://t.co/", ".", ":", "99999999999999999999", "0", "31/02/2024"),
)
"""Characters that break programs: halves of pairs, marks, controls, spaces of all kinds, numbers that are no dates."""

piece = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(PHRASES),
    st.sampled_from(ODD),
    st.text(st.characters(), max_size=20),
    st.text(st.characters(categories=["Cs", "Mn", "Cf", "Cc", "Zs", "Nd"]), max_size=8),
    st.builds(lambda unit, times: unit * times, st.sampled_from(PHRASES + ODD), st.integers(2, 12)),
)

glue = st.sampled_from(["\n", "\n", "\n", "\n\n", " ", "", "    ", ": ", " | ", "\u2028", "\r\n"])

text = st.lists(st.tuples(piece, glue), min_size=0, max_size=14).map(lambda parts: "".join(a + b for a, b in parts))

dates = st.sampled_from(
    ["2025-11-09T12:15:00+02:00", "2025-11-09", "09/11/2025", "2031-01-01", "0001-01-01", "9999-12-31T23:59:59Z", "أمس"]
)
names = (
    st.sampled_from(["صحيفة الأفق", "رويترز", "https://news.example", "admin", "سمير الحداد", "Reuters", "-"]) | piece
)

witnesses = st.just(NO_WITNESS) | st.builds(
    Witness,
    headline=st.none() | st.sampled_from(SENTENCES),
    published_at=st.none() | dates | piece,
    updated_at=st.none() | dates | piece,
    publisher=st.none() | names,
    authors=st.lists(names, max_size=3).map(tuple),
    keywords=st.lists(names, max_size=3).map(tuple),
    site_keywords=st.lists(names, max_size=3).map(tuple),
)
"""What the markup of an HTML page may state: less often true than odd."""


def profile_of(
    lines: Mapping[str, SegmentKind], tags: Sequence[str], publisher: str, *, month_first: bool
) -> SourceProfile:
    """Make a profile of a source of 50 articles, beside all of which some lines stood."""
    recurring = [
        RecurringLine(
            line=key,
            seen=50,
            since=0,
            days=50,
            first_day=date(2025, 1, 1),
            last_day=date(2025, 11, 1),
            kinds=(KindCount(kind=kind, seen=50),),
        )
        for key, kind in {line_key(line): kind for line, kind in lines.items()}.items()
    ]
    keys = {key: Named(name=key, seen=9) for key in (" ".join(map(word_key, tag.split())) for tag in tags)}
    return seal(
        SourceProfile(
            source="news.example",
            version="0" * 12,
            articles=50,
            lines=tuple(recurring),
            keywords=NO_KEYWORDS.model_copy(update={"lines": 50, "unsorted": 50, "tags": tuple(keys.values())}),
            dates=NO_DATES.model_copy(update={"month_first": 50 * month_first}),
            publishers=(Named(name=publisher, seen=50),),
        )
    )


profiles = st.none() | st.builds(
    profile_of,
    st.dictionaries(st.sampled_from(SENTENCES), st.sampled_from(list(SegmentKind)), max_size=4),
    st.lists(st.sampled_from(["القمح", "أسعار القمح", "الإسكندرية أسعار"]), max_size=3),
    st.sampled_from(["صحيفة الأفق", "رويترز", "سمير الحداد"]),
    month_first=st.booleans(),
)
"""What earlier pages may have taught: right, wrong, or nothing."""

pages = st.builds(
    Page,
    page_id=st.just("page"),
    url=st.sampled_from([None, "https://news.example/a/1", "https://news.example/أخبار?x=\U0001f600", ""]),
    source=st.sampled_from([None, "news.example", ""]),
    captured_at=st.sampled_from([datetime(2025, 11, 9, 12, tzinfo=UTC), datetime(2024, 2, 29, 23, 59, tzinfo=UTC)]),
    text=text,
    witness=witnesses,
    profile=profiles,
)
